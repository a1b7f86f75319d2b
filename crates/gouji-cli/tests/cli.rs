//! The command line as a person or a script meets it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use gouji_json::{CheckOptions, CheckedReport, Lang};

const HEADS: &str = "\
行政复议\t\t\t\t\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉
\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
";

/// A table in which everything adds up.
fn right() -> String {
    format!("{HEADS}3\t1\t0\t2\t6\t4\t0\t1\t0\t5\t0\t0\t0\t0\t0\n")
}

/// The same with 3 + 1 + 0 + 2 = 7.
fn wrong() -> String {
    format!("{HEADS}3\t1\t0\t2\t7\t4\t0\t1\t0\t5\t0\t0\t0\t0\t0\n")
}

/// A folder of its own for a test, removed afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        assert!(fs::create_dir_all(&folder).is_ok(), "{} cannot be made", folder.display());
        Self(folder)
    }

    fn with(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        assert!(fs::write(self.0.join(name), content).is_ok(), "{name} cannot be written");
        self
    }

    fn gouji(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_gouji"));
        command.args(arguments).current_dir(&self.0).env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.gouji(arguments).output().ok())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind lies in the target folder and harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What a run left behind.
struct Ran {
    status: Option<i32>,
    out: String,
    err: String,
}

impl Ran {
    fn of(output: Option<Output>) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        match output {
            Some(output) => {
                Self { status: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
            }
            None => Self { status: None, out: String::new(), err: "gouji did not start".to_owned() },
        }
    }
}

fn expected_json(text: &str, name: Option<&str>, lang: Lang) -> String {
    let options = CheckOptions { lang, name: name.map(str::to_owned), ..CheckOptions::default() };
    let report = gouji_json::check(text, &options).ok();
    report.and_then(|report| serde_json::to_string(&report).ok()).unwrap_or_default()
}

#[test]
fn the_status_tells_how_it_went() {
    let folder = Folder::new()
        .with("right.txt", right())
        .with("wrong.txt", wrong())
        .with("novel.txt", "从前有座山，山上有座庙。");
    assert_eq!(folder.run(&["check", "right.txt"]).status, Some(0));
    assert_eq!(folder.run(&["check", "wrong.txt"]).status, Some(1));
    assert_eq!(folder.run(&["check", "novel.txt"]).status, Some(2), "this is no report");
    assert_eq!(folder.run(&["check", "missing.txt"]).status, Some(2));
    assert_eq!(folder.run(&["check"]).status, Some(2), "no file is named");
}

#[test]
fn of_several_files_the_worst_counts() {
    let folder = Folder::new().with("right.txt", right()).with("wrong.txt", wrong());
    for format in ["text", "json", "jsonl"] {
        let status = |files: &[&str]| folder.run(&[&["check", "--format", format], files].concat()).status;
        assert_eq!(status(&["right.txt", "right.txt"]), Some(0));
        assert_eq!(status(&["wrong.txt", "right.txt"]), Some(1));
        assert_eq!(status(&["wrong.txt", "missing.txt", "right.txt"]), Some(2));
    }
}

#[test]
fn text_shows_the_place_the_reason_and_the_advice() {
    let folder = Folder::new().with("wrong.txt", wrong());
    let ran = folder.run(&["check", "wrong.txt"]);
    for words in
        ["发现必须修改 1 处", "必须修改[GJ304]", "3 + 1 + 0 + 2 = 6", "wrong.txt:4:9", "依据", "建议"]
    {
        assert!(ran.out.contains(words), "{words} is missing in\n{}", ran.out);
    }
    assert!(!ran.out.contains('\u{1b}'), "a file gets no colours");
    assert!(ran.err.is_empty(), "{}", ran.err);
}

#[test]
fn text_can_be_english_and_coloured() {
    let folder = Folder::new().with("wrong.txt", wrong());
    let ran = folder.run(&["check", "wrong.txt", "--lang", "en", "--color", "always"]);
    assert!(ran.out.contains("1 error found") && ran.out.contains("error[GJ304]"), "{}", ran.out);
    assert!(ran.out.contains('\u{1b}'), "colours were asked for");
}

#[test]
fn a_consistent_file_says_what_was_checked() {
    let folder = Folder::new().with("right.txt", right());
    let ran = folder.run(&["check", "right.txt", "right.txt"]);
    assert!(ran.out.contains("已核对 1 张表、15 个数、3 条关系，未发现必须修改之处"), "{}", ran.out);
    assert!(
        ran.out.ends_with("共 2 个文件：2 个未发现错误，0 个有必须修改之处，0 个未能读取。\n"),
        "{}",
        ran.out
    );
}

#[test]
fn json_is_what_the_library_gives() {
    let folder = Folder::new().with("wrong.txt", wrong()).with("right.txt", right());
    let one = expected_json(&wrong(), Some("wrong.txt"), Lang::Zh);
    let other = expected_json(&right(), Some("right.txt"), Lang::Zh);
    assert!(one.contains("\"GJ304\""), "{one}");
    assert_eq!(folder.run(&["check", "--format", "json", "wrong.txt"]).out, format!("{one}\n"));
    assert_eq!(
        folder.run(&["check", "--format", "json", "wrong.txt", "right.txt"]).out,
        format!("[{one},{other}]\n")
    );
    assert_eq!(
        folder.run(&["check", "--format", "jsonl", "wrong.txt", "right.txt"]).out,
        format!("{one}\n{other}\n")
    );
    let novel = "从前有座山，山上有座庙。";
    let folder = folder.with("novel.txt", novel);
    let none = expected_json(novel, Some("novel.txt"), Lang::Zh);
    for format in ["json", "jsonl"] {
        assert_eq!(folder.run(&["check", "--format", format, "novel.txt"]).out, format!("{none}\n"));
    }
    let english = expected_json(&wrong(), Some("wrong.txt"), Lang::En);
    assert_eq!(
        folder.run(&["check", "--format", "json", "--lang", "en", "wrong.txt"]).out,
        format!("{english}\n")
    );
}

#[test]
fn json_stays_json_where_files_cannot_be_read() {
    let folder = Folder::new().with("right.txt", right());
    let one = expected_json(&right(), Some("right.txt"), Lang::Zh);
    let run =
        |format: &str, files: &[&str]| folder.run(&[&["check", "--format", format], files].concat()).out;
    assert_eq!(run("json", &["missing.txt", "right.txt"]), format!("[{one}]\n"));
    assert_eq!(run("json", &["missing.txt", "missing.txt"]), "[]\n");
    assert_eq!(run("jsonl", &["missing.txt", "right.txt"]), format!("{one}\n"));
    assert_eq!(run("jsonl", &["missing.txt"]), "");
    assert_eq!(run("json", &["missing.txt"]), "");
}

#[test]
fn standard_input_has_no_name() {
    let folder = Folder::new();
    let with_input = |arguments: &[&str]| {
        let started = folder
            .gouji(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = started.ok();
        if let Some(mut input) = child.as_mut().and_then(|child| child.stdin.take()) {
            assert!(input.write_all(wrong().as_bytes()).is_ok());
        }
        Ran::of(child.and_then(|child| child.wait_with_output().ok()))
    };
    let ran = with_input(&["check", "-", "--format", "json"]);
    assert_eq!(ran.out, format!("{}\n", expected_json(&wrong(), None, Lang::Zh)));
    let ran = with_input(&["check", "-"]);
    assert!(ran.out.starts_with("标准输入"), "{}", ran.out);
    assert_eq!(ran.status, Some(1));
}

#[test]
fn a_byte_order_mark_changes_nothing() {
    let folder = Folder::new().with("wrong.txt", format!("\u{feff}{}", wrong()));
    let ran = folder.run(&["check", "--format", "json", "wrong.txt"]);
    assert_eq!(ran.out, format!("{}\n", expected_json(&wrong(), Some("wrong.txt"), Lang::Zh)));
}

#[test]
fn what_cannot_be_read_is_told_in_one_sentence() {
    let folder = Folder::new()
        .with("noise.txt", b"\xff\xff\xff\xff")
        .with("report.docx", b"PK\x03\x04\x14\x00\x06\x00")
        .with("report.doc", [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600]].concat())
        .with("report.pdf", b"%PDF-1.7\n")
        .with("empty.txt", b"\n");
    let told = |file: &str, lang: &str| folder.run(&["check", "--lang", lang, file]).err;
    assert_eq!(told("missing.txt", "zh"), "missing.txt：找不到这个文件。\n");
    assert_eq!(told("missing.txt", "en"), "missing.txt: there is no such file.\n");
    assert!(told("noise.txt", "zh").contains("请另存为 UTF-8"));
    assert!(told("noise.txt", "en").contains("save it as UTF-8"));
    assert!(told("report.docx", "zh").contains("已损坏"));
    assert!(told("report.doc", "zh").contains("另存为 .docx"));
    assert!(told("empty.txt", "zh").contains("没有文字"));
    for file in ["missing.txt", "noise.txt", "report.docx", "report.doc", "report.pdf", "empty.txt", "."] {
        for command in ["check", "convert"] {
            let ran = folder.run(&[command, file]);
            let told = (ran.status, ran.out.as_str(), ran.err.lines().count());
            assert_eq!(told, (Some(2), "", 1), "{command} {file}");
        }
    }
}

/// The table as HTML, with its cells merged as in the form.
fn as_html(table: &str) -> String {
    let row = |line: &str| {
        line.split('\t').fold("<tr>".to_owned(), |row, cell| row + "<td>" + cell + "</td>") + "</tr>\n"
    };
    table.lines().fold("<html><body><table>".to_owned(), |html, line| html + &row(line))
        + "</table></body></html>"
}

/// The table as a Word document.
fn as_docx(table: &str) -> Vec<u8> {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let row =
        |line: &str| line.split('\t').fold("<w:tr>".to_owned(), |row, text| row + &cell(text)) + "</w:tr>";
    let rows = table.lines().fold(String::new(), |rows, line| rows + &row(line));
    let document = format!("<w:document xmlns:w=\"w\"><w:body><w:tbl>{rows}</w:tbl></w:body></w:document>");
    let relations = "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let mut archive = rawzip::ZipArchiveWriter::new(Vec::new());
    for (name, content) in [("_rels/.rels", relations), ("word/document.xml", &document)] {
        let written = archive.new_file(name).start().and_then(|(mut entry, config)| {
            let mut writer = config.wrap(&mut entry);
            let written = writer.write_all(content.as_bytes());
            assert!(written.is_ok(), "{name} cannot be written");
            let (_, descriptor) = writer.finish()?;
            entry.finish(descriptor)
        });
        assert!(written.is_ok(), "{name} cannot be written");
    }
    archive.finish().unwrap_or_default()
}

#[test]
fn files_of_every_kind_are_read() {
    let comma_separated = wrong().replace('\t', ",");
    let (gb18030, _, _) = encoding_rs::GB18030.encode(&comma_separated);
    let folder = Folder::new()
        .with("page.html", as_html(&wrong()))
        .with("page.md", format!("## 四、政府信息公开行政复议、行政诉讼情况\n\n{}\n", as_html(&wrong())))
        .with("sheet.csv", gb18030)
        .with("report.docx", as_docx(&wrong()))
        // Systems export pages under the names of documents, and people rename files.
        .with("page.doc", as_html(&wrong()))
        .with("report.txt", as_docx(&wrong()));
    for file in ["page.html", "page.md", "sheet.csv", "report.docx", "page.doc", "report.txt"] {
        let out = folder.run(&["check", "--format", "json", file]).out;
        let report = serde_json::from_str::<CheckedReport>(&out);
        let failing = report.map(|report| report.relations.failing).ok();
        assert_eq!(failing, Some(vec!["review.total.review".to_owned()]), "{file}: {out}");
    }
}

#[test]
fn the_text_that_is_checked_can_be_had() {
    let folder = Folder::new().with("report.docx", as_docx(&wrong()));
    let ran = folder.run(&["convert", "report.docx"]);
    assert_eq!((ran.status, ran.err.as_str()), (Some(0), ""));
    assert_eq!(ran.out, padded(&wrong()));
    // Places are those of this text.
    let of_text = folder.with("report.txt", &ran.out);
    let findings = |file: &str| {
        let out = of_text.run(&["check", "--format", "json", file]).out;
        serde_json::from_str::<CheckedReport>(&out).map(|report| report.findings).ok()
    };
    assert_eq!(findings("report.docx"), findings("report.txt"));
    assert!(findings("report.docx").is_some_and(|findings| !findings.is_empty()));
}

/// Every row of a table that was converted has as many fields as the longest.
fn padded(table: &str) -> String {
    let tabs = |line: &str| line.matches('\t').count();
    let most = table.lines().map(tabs).max().unwrap_or_default();
    table.lines().fold(String::new(), |text, line| text + line + &"\t".repeat(most - tabs(line)) + "\n")
}

#[test]
fn a_reader_that_goes_away_is_no_accident() {
    let folder = Folder::new().with("wrong.txt", wrong());
    for format in ["text", "json", "jsonl"] {
        let mut arguments = vec!["check", "--format", format];
        // More than a pipe holds, so that the writing fails in the midst.
        arguments.resize(300, "wrong.txt");
        let started = folder.gouji(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
        let mut child = started.ok();
        if let Some(mut out) = child.as_mut().and_then(|child| child.stdout.take()) {
            assert!(out.read_exact(&mut [0; 10]).is_ok());
        }
        let ran = Ran::of(child.and_then(|child| child.wait_with_output().ok()));
        assert_eq!((ran.status, ran.err.as_str()), (Some(1), ""), "{format}");
    }
}

#[test]
fn a_large_file_is_answered() {
    let prose = "本机关认真做好政府信息公开工作。\n".repeat(100_000);
    let folder = Folder::new().with("large.txt", prose);
    let ran = folder.run(&["check", "large.txt"]);
    assert_eq!(ran.status, Some(2), "{}", ran.err);
    assert!(!ran.out.is_empty());
}

#[test]
fn the_rules_are_listed() {
    let folder = Folder::new();
    let chinese = folder.run(&["rules"]);
    let english = folder.run(&["rules", "--lang", "en"]);
    assert_eq!((chinese.status, english.status), (Some(0), Some(0)));
    for (rule, (chinese, english)) in
        gouji::rules::REGISTRY.iter().zip(chinese.out.lines().zip(english.out.lines()))
    {
        assert!(
            chinese.starts_with(rule.code)
                && chinese.ends_with(rule.title.in_language(gouji::Language::Chinese)),
            "{chinese}"
        );
        assert!(
            english.starts_with(rule.code)
                && english.ends_with(rule.title.in_language(gouji::Language::English)),
            "{english}"
        );
    }
}

#[test]
fn rules_are_explained_by_their_codes() {
    let folder = Folder::new();
    let ran = folder.run(&["rules", "gj303", "GJ401"]);
    assert_eq!(ran.status, Some(0));
    for words in
        ["GJ303  必须修改  勾稽关系不符", "第一项加第二项之和，等于第三项加第四项之和", "GJ401", "不报："]
    {
        assert!(ran.out.contains(words), "{words} is not in {}", ran.out);
    }
    let unknown = folder.run(&["rules", "GJ000"]);
    assert_eq!((unknown.status, unknown.out.as_str()), (Some(2), ""));
    assert!(unknown.err.contains("GJ000") && unknown.err.contains("没有这条规则"), "{}", unknown.err);
}

#[test]
fn help_and_version_are_there() {
    let folder = Folder::new();
    assert_eq!(folder.run(&["--version"]).out, format!("gouji {}\n", env!("CARGO_PKG_VERSION")));
    for arguments in [["check", "--help"], ["--help", "--help"]] {
        assert!(folder.run(&arguments).out.contains("Exit status"), "{arguments:?}");
    }
}

#[test]
fn what_is_printed_can_be_read_back() {
    let folder = Folder::new().with("wrong.txt", wrong());
    let out = folder.run(&["check", "--format", "json", "wrong.txt"]).out;
    let report = serde_json::from_str::<CheckedReport>(&out);
    assert_eq!(
        report.map(|report| report.relations.failing).ok(),
        Some(vec!["review.total.review".to_owned()])
    );
}

#[test]
fn what_a_caller_asks_for_is_done_and_said() {
    let folder = Folder::new().with("wrong.txt", wrong()).with(
        "profile.json",
        "\u{feff}{\"levels\": [{\"code\": \"GJ304\", \"level\": \"warning\"}], \"year\": 2023}",
    );
    let ran = folder.run(&["check", "wrong.txt", "--profile", "profile.json"]);
    for words in ["请核实[GJ304]", "调整了规则 GJ304 的级别", "报告年度按 2023 年"] {
        assert!(ran.out.contains(words), "{words} is missing in\n{}", ran.out);
    }
    let argument = ["--rule", "gj304=off", "--issuer-kind", "county-government"];
    let ran = folder.run(&[&["check", "wrong.txt", "--profile", "profile.json"], &argument[..]].concat());
    assert!(!ran.out.contains("[GJ304]"), "what is given last counts\n{}", ran.out);
    assert!(ran.out.contains("机关类型按县级人民政府"), "{}", ran.out);
    let ran = folder.run(&["check", "wrong.txt", "--format", "json", "--rule", "GJ304=info"]);
    let report: CheckedReport = serde_json::from_str(&ran.out).expect("it is the contract's JSON");
    assert_eq!(report.profile.levels.len(), 1);
    let found = report.findings.iter().find(|finding| finding.code == "GJ304");
    assert_eq!(found.map(|finding| finding.severity), Some(gouji_json::Severity::Info));
}

#[test]
fn what_is_no_problem_is_listed_apart() {
    let folder = Folder::new().with("wrong.txt", wrong());
    let ran = folder.run(&["check", "wrong.txt", "--format", "json"]);
    let report: CheckedReport = serde_json::from_str(&ran.out).expect("it is the contract's JSON");
    let found = report.findings.iter().find(|finding| finding.code == "GJ304");
    let id = &found.expect("the sum fails").id;
    let list = format!("[{{\"id\": \"{id}\", \"reason\": \"已与台账核对\"}}]");
    let folder = folder.with("aside.json", list);
    let ran = folder.run(&["check", "wrong.txt", "--set-aside", "aside.json"]);
    assert!(
        ran.out.contains(&format!("不作为问题[{id}]")) && ran.out.contains("已与台账核对"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("必须修改[GJ304]"), "{}", ran.out);
    let ran = folder.run(&["check", "wrong.txt", "--set-aside", "aside.json", "--format", "json"]);
    let report: CheckedReport = serde_json::from_str(&ran.out).expect("it is the contract's JSON");
    assert_eq!(report.set_aside[0].reason.as_deref(), Some("已与台账核对"));
    assert!(report.findings.iter().all(|finding| finding.id != *id));
}

#[test]
fn settings_that_cannot_be_used_are_a_sentence() {
    let folder = Folder::new().with("right.txt", right()).with("list.json", "[1]");
    for arguments in [["--profile", "missing.json"], ["--profile", "list.json"], ["--set-aside", "list.json"]]
    {
        let ran = folder.run(&[&["check", "right.txt"], &arguments[..]].concat());
        assert_eq!(ran.status, Some(2), "{arguments:?}");
        assert!(ran.err.contains(arguments[1]) && ran.err.lines().count() == 1, "{}", ran.err);
        assert!(ran.out.is_empty(), "{}", ran.out);
    }
    for argument in ["GJ999=off", "GJ304=loud", "GJ304"] {
        assert_eq!(folder.run(&["check", "right.txt", "--rule", argument]).status, Some(2), "{argument}");
    }
}

#[test]
fn the_smallest_repairs_are_printed_with_their_reason_and_blame_nobody() {
    let text = "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t
\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
3\t0\t0\t12\t51\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0
";
    let folder = Folder::new().with("表四.txt", text);
    let printed = folder.run(&["check", "表四.txt"]).out;
    for words in [
        "最小修改: 最少改动 1 个数可使全部可核对的关系成立，同样少的改法有 5 种",
        "请核对原始台账",
        "1. 行政复议·总计 51 → 15（可能有两位数字颠倒）",
        "理由: “行政复议”的合计不成立，至少要改动一个数。",
    ] {
        assert!(printed.contains(words), "{words} is not in\n{printed}");
    }
    let english = folder.run(&["--lang", "en", "check", "表四.txt"]).out;
    assert!(english.contains("行政复议·总计 51 → 15 (two digits may have changed places)"), "{english}");
}
