//! What the command line says in its own words, in both languages.

use std::io;

use gouji::reading::IssuerKind;
use gouji::rules::Rule;
use gouji::{FindingSetAside, Level, Profile, Report, Severity, Verdict};

use crate::arguments::Language;
use crate::check::Tally;
use crate::input::Unreadable;
use crate::settings::SettingsError;

/// The words of one language.
pub(crate) struct Words {
    /// What standard input is called.
    pub(crate) standard_input: &'static str,
    /// The name of a severity.
    pub(crate) severity: fn(Severity) -> &'static str,
    /// What a rule finds.
    pub(crate) title: fn(&Rule) -> &'static str,
    /// Why what a rule wants must hold.
    pub(crate) rule_basis: fn(&Rule) -> &'static str,
    /// Stands before the basis of a finding.
    pub(crate) basis: &'static str,
    /// Stands before the advice of a finding.
    pub(crate) advice: &'static str,
    /// What is explained of every rule, as JSON.
    pub(crate) explanations: &'static str,
    /// Stand before what a rule finds, why that matters, its basis, an example,
    /// and what it leaves out.
    pub(crate) explained: [&'static str; 5],
    /// The one line on a report.
    pub(crate) verdict: fn(&Counts) -> String,
    /// Says which other report the text holds: its index and title.
    pub(crate) other: fn(usize, Option<&str>) -> String,
    /// Says how many other reports there are, where not all were named.
    pub(crate) others: fn(usize) -> String,
    /// The last line on several files.
    pub(crate) tally: fn(&Tally) -> String,
    /// Why a file could not be read.
    pub(crate) unreadable: fn(&str, &Unreadable) -> String,
    /// The line on what the caller asked for, if anything.
    pub(crate) asked_for: fn(&Profile) -> Option<String>,
    /// The line on a finding that was set aside.
    pub(crate) set_aside: fn(&FindingSetAside) -> String,
    /// Stands before the smallest repairs.
    pub(crate) repairs: &'static str,
    /// Stands before the reason why no smaller repair does.
    pub(crate) proof: &'static str,
    /// What a cell holds that holds nothing.
    pub(crate) blank: &'static str,
    /// Stands between the changes of a repair.
    pub(crate) then: &'static str,
    /// Something said beside a change.
    pub(crate) in_brackets: fn(&str) -> String,
    /// Several values: the least, the greatest, and one of them.
    pub(crate) range: fn(Option<i64>, Option<i64>, i64) -> String,
    /// How many claims of the text a repair makes agree with the tables.
    pub(crate) agreeing: fn(usize) -> String,
    /// How many claims of the text a repair sets against the tables.
    pub(crate) contradicted: fn(usize) -> String,
    /// How many more repairs there are.
    pub(crate) more_repairs: fn(usize) -> String,
    /// Why the settings cannot be used.
    pub(crate) settings: fn(&SettingsError) -> String,
    /// Why nothing could be printed.
    pub(crate) cannot_write: fn(&io::Error) -> String,
}

/// The words of a language.
pub(crate) fn of(language: Language) -> &'static Words {
    match language {
        Language::Zh => &CHINESE,
        Language::En => &ENGLISH,
    }
}

/// The figures of a report that its verdict line names.
#[derive(Clone, Debug)]
pub(crate) struct Counts {
    verdict: Verdict,
    errors: usize,
    warnings: usize,
    infos: usize,
    tables: usize,
    cells: usize,
    checked: usize,
    failing: usize,
    unchecked: usize,
    set_aside: usize,
}

impl Counts {
    pub(crate) fn of(report: &Report) -> Self {
        let count = |severity| report.findings.iter().filter(|finding| finding.severity == severity).count();
        Self {
            verdict: report.verdict,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            tables: report.tables.len(),
            cells: report.relations.cells(),
            checked: report.relations.checked(),
            failing: report.relations.failing().len(),
            unchecked: report.relations.unchecked().len(),
            set_aside: report.set_aside.len(),
        }
    }
}

static CHINESE: Words = Words {
    standard_input: "标准输入",
    severity: |severity| match severity {
        Severity::Error => "必须修改",
        Severity::Warning => "请核实",
        Severity::Info => "提示",
    },
    title: |rule| rule.title.in_language(gouji::Language::Chinese),
    rule_basis: |rule| rule.basis.in_language(gouji::Language::Chinese),
    basis: "依据",
    advice: "建议",
    explanations: include_str!("../../../web/static/rules.zh.json"),
    explained: ["查什么：", "为什么：", "依据：", "例：", "不报："],
    verdict: |counts| {
        let Counts { errors, warnings, infos, tables, cells, checked, failing, unchecked, .. } = counts;
        let main = match counts.verdict {
            Verdict::NotAReport => return "未找到政府信息公开工作年度报告或其表格，未作核对。".to_owned(),
            Verdict::Consistent => {
                format!("已核对 {tables} 张表、{cells} 个数、{checked} 条关系，未发现必须修改之处")
            }
            Verdict::Findings => format!(
                "发现必须修改 {errors} 处；已核对 {tables} 张表、{cells} 个数、{checked} 条关系，其中 {failing} 条不成立"
            ),
            Verdict::Unreadable => format!(
                "未发现错误，但有内容未能核对，不能据此认定无误；已核对 {cells} 个数、{checked} 条关系"
            ),
        };
        let mut parts = vec![main];
        if *unchecked > 0 {
            parts.push(format!("另有 {unchecked} 条关系因缺数未能核对"));
        }
        if *warnings > 0 {
            parts.push(format!("另有请核实 {warnings} 处"));
        }
        if *infos > 0 {
            parts.push(format!("另有提示 {infos} 处"));
        }
        if counts.set_aside > 0 {
            parts.push(format!("不作为问题的 {} 处列在最后", counts.set_aside));
        }
        parts.join("；") + "。"
    },
    other: |index, title| {
        let title = title.unwrap_or("未见标题");
        format!("文中还有另一份报告（{title}），加上 --report {index} 核对。")
    },
    others: |count| format!("……另有的报告共 {count} 份。"),
    tally: |tally| {
        let Tally { consistent, errors, unread } = tally;
        let files = consistent + errors + unread;
        format!(
            "共 {files} 个文件：{consistent} 个未发现错误，{errors} 个有必须修改之处，{unread} 个未能读取。"
        )
    },
    unreadable: |name, wrong| {
        let why = match wrong {
            Unreadable::Io(wrong) => match wrong.kind() {
                io::ErrorKind::NotFound => "找不到这个文件。".to_owned(),
                io::ErrorKind::PermissionDenied => "没有读取这个文件的权限。".to_owned(),
                io::ErrorKind::IsADirectory => "这是文件夹，请指定其中的文件。".to_owned(),
                _ => format!("无法读取（{wrong}）。"),
            },
            Unreadable::Convert(wrong) => wrong.sentence(gouji::Language::Chinese).to_owned(),
        };
        format!("{name}：{why}")
    },
    repairs: "最小修改",
    proof: "理由",
    blank: "空白",
    then: "；",
    in_brackets: |words| format!("（{words}）"),
    range: |least, most, example| match (least, most) {
        (Some(least), Some(most)) => format!("{least} 至 {most}（如 {example}）"),
        (Some(least), None) => format!("不少于 {least}（如 {example}）"),
        _ => format!("{example} 等多个数"),
    },
    agreeing: |count| format!("如此改动，正文另有 {count} 处所述与表格相符。"),
    contradicted: |count| format!("如此改动，正文有 {count} 处所述与表格不再相符。"),
    more_repairs: |count| format!("……另有 {count} 种，未逐一列出。"),
    asked_for: |profile| {
        let mut parts = Vec::new();
        let off = codes(profile, |level| level == Level::Off);
        let weighed = codes(profile, |level| level != Level::Off);
        if !off.is_empty() {
            parts.push(format!("不使用规则 {}", off.join("、")));
        }
        if !weighed.is_empty() {
            parts.push(format!("调整了规则 {} 的级别", weighed.join("、")));
        }
        if let Some(year) = profile.year {
            parts.push(format!("报告年度按 {year} 年"));
        }
        if let Some(kind) = profile.issuer {
            parts.push(format!("机关类型按{}", chinese_kind(kind)));
        }
        (!parts.is_empty()).then(|| format!("按所给设置核对：{}。", parts.join("；")))
    },
    set_aside: |set_aside| {
        let finding = &set_aside.finding;
        let reason = if set_aside.reason.is_empty() { "未写理由" } else { &set_aside.reason };
        format!("不作为问题[{}]：{}（{reason}）", finding.id, finding.message)
    },
    settings: |wrong| match wrong {
        SettingsError::Unreadable(file, wrong) => {
            format!("{}：无法读取这个设置文件（{wrong}）。", file.display())
        }
        SettingsError::Malformed(file, wrong) => {
            format!("{}：不是可用的设置文件（{wrong}），请用网页保存的文件或按说明填写。", file.display())
        }
        SettingsError::Options(wrong) => format!("设置有误（{wrong}）。"),
    },
    cannot_write: |wrong| format!("无法输出结果（{wrong}）。"),
};

static ENGLISH: Words = Words {
    standard_input: "standard input",
    severity: |severity| match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    },
    title: |rule| rule.title.in_language(gouji::Language::English),
    rule_basis: |rule| rule.basis.in_language(gouji::Language::English),
    basis: "basis",
    advice: "advice",
    explanations: include_str!("../../../web/static/rules.en.json"),
    explained: ["finds: ", "why: ", "basis: ", "example: ", "leaves out: "],
    verdict: |counts| {
        let Counts { errors, warnings, infos, tables, cells, checked, failing, unchecked, .. } = counts;
        let figures = format!(
            "checked {}, {} and {}",
            counted(*tables, "table"),
            counted(*cells, "number"),
            counted(*checked, "relation")
        );
        let main = match counts.verdict {
            Verdict::NotAReport => {
                return "no annual report and none of its tables found; nothing was checked.".to_owned();
            }
            Verdict::Consistent => format!("{figures}: no error found"),
            Verdict::Findings => {
                format!("{} found; {figures}, of which {failing} do not hold", counted(*errors, "error"))
            }
            Verdict::Unreadable => format!(
                "no error found, but not everything could be read, so this does not clear the report; {figures}"
            ),
        };
        let mut parts = vec![main];
        if *unchecked > 0 {
            parts.push(format!(
                "{} could not be checked for want of numbers",
                counted(*unchecked, "relation")
            ));
        }
        if *warnings > 0 {
            parts.push(counted(*warnings, "warning"));
        }
        if *infos > 0 {
            parts.push(counted(*infos, "note"));
        }
        if counts.set_aside > 0 {
            parts.push(format!("{} set aside, listed last", counts.set_aside));
        }
        parts.join("; ") + "."
    },
    other: |index, title| {
        let title = title.unwrap_or("no title");
        format!("The text holds another report ({title}); check it with --report {index}.")
    },
    others: |count| format!("... there are {count} other reports in all."),
    tally: |tally| {
        let Tally { consistent, errors, unread } = tally;
        let files = counted(consistent + errors + unread, "file");
        format!("{files}: {consistent} without error, {errors} with errors, {unread} could not be read.")
    },
    unreadable: |name, wrong| {
        let why = match wrong {
            Unreadable::Io(wrong) => match wrong.kind() {
                io::ErrorKind::NotFound => "there is no such file.".to_owned(),
                io::ErrorKind::PermissionDenied => "there is no permission to read this file.".to_owned(),
                io::ErrorKind::IsADirectory => "this is a folder; name the files in it.".to_owned(),
                _ => format!("cannot be read ({wrong})."),
            },
            Unreadable::Convert(wrong) => wrong.sentence(gouji::Language::English).to_owned(),
        };
        format!("{name}: {why}")
    },
    repairs: "smallest repairs",
    proof: "reason",
    blank: "blank",
    then: "; ",
    in_brackets: |words| format!(" ({words})"),
    range: |least, most, example| match (least, most) {
        (Some(least), Some(most)) => format!("{least} to {most} (such as {example})"),
        (Some(least), None) => format!("at least {least} (such as {example})"),
        _ => format!("{example} or another number"),
    },
    agreeing: |count| format!("With it the tables agree with {} more of the text.", counted(count, "figure")),
    contradicted: |count| format!("With it the tables contradict {} of the text.", counted(count, "figure")),
    more_repairs: |count| format!("... there are {count} more."),
    asked_for: |profile| {
        let mut parts = Vec::new();
        let off = codes(profile, |level| level == Level::Off);
        let weighed = codes(profile, |level| level != Level::Off);
        if !off.is_empty() {
            parts.push(format!("without {}", off.join(", ")));
        }
        if !weighed.is_empty() {
            parts.push(format!("other levels for {}", weighed.join(", ")));
        }
        if let Some(year) = profile.year {
            parts.push(format!("as a report on {year}"));
        }
        if let Some(kind) = profile.issuer {
            parts.push(format!("as a report of a {}", kind.as_str().replace('_', " ")));
        }
        (!parts.is_empty()).then(|| format!("checked as asked: {}.", parts.join("; ")))
    },
    set_aside: |set_aside| {
        let finding = &set_aside.finding;
        let reason = if set_aside.reason.is_empty() { "no reason given" } else { &set_aside.reason };
        format!("set aside[{}]: {} ({reason})", finding.id, finding.message)
    },
    settings: |wrong| match wrong {
        SettingsError::Unreadable(file, wrong) => {
            format!("{}: these settings cannot be read ({wrong}).", file.display())
        }
        SettingsError::Malformed(file, wrong) => {
            format!("{}: these are no settings ({wrong}); use a file that the page saved.", file.display())
        }
        SettingsError::Options(wrong) => format!("the settings cannot be used: {wrong}."),
    },
    cannot_write: |wrong| format!("the result cannot be printed ({wrong})."),
};

/// The codes of the rules whose level is changed so.
fn codes(profile: &Profile, changed: fn(Level) -> bool) -> Vec<&'static str> {
    profile.levels.iter().filter(|(_, level)| changed(*level)).map(|(rule, _)| rule.code).collect()
}

fn chinese_kind(kind: IssuerKind) -> &'static str {
    match kind {
        IssuerKind::StateDepartment => "国务院部门",
        IssuerKind::ProvincialGovernment => "省级人民政府",
        IssuerKind::CityGovernment => "设区的市、自治州人民政府",
        IssuerKind::CountyGovernment => "县级人民政府",
        IssuerKind::TownshipGovernment => "乡镇人民政府",
        IssuerKind::Subdistrict => "街道办事处",
        IssuerKind::LocalDepartment => "地方人民政府部门",
        IssuerKind::GovernmentOffice => "人民政府办公厅（室）",
        IssuerKind::Institution => "公共企事业单位及其他机构",
    }
}

fn counted(count: usize, thing: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {thing}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(verdict: Verdict) -> Counts {
        Counts {
            verdict,
            errors: 5,
            warnings: 1,
            infos: 0,
            tables: 3,
            cells: 190,
            checked: 42,
            failing: 5,
            unchecked: 0,
            set_aside: 0,
        }
    }

    #[test]
    fn the_verdict_says_what_was_checked() {
        let line = |verdict| (CHINESE.verdict)(&Counts { warnings: 0, ..counts(verdict) });
        assert_eq!(line(Verdict::Consistent), "已核对 3 张表、190 个数、42 条关系，未发现必须修改之处。");
        assert_eq!(
            line(Verdict::Findings),
            "发现必须修改 5 处；已核对 3 张表、190 个数、42 条关系，其中 5 条不成立。"
        );
        let english = (ENGLISH.verdict)(&counts(Verdict::Findings));
        assert_eq!(
            english,
            "5 errors found; checked 3 tables, 190 numbers and 42 relations, of which 5 do not hold; 1 warning."
        );
    }

    #[test]
    fn what_could_not_be_read_is_kept_apart_from_errors() {
        let line = (CHINESE.verdict)(&Counts { unchecked: 7, ..counts(Verdict::Unreadable) });
        assert!(line.contains("不能据此认定无误") && line.contains("7 条关系因缺数未能核对"), "{line}");
    }
}
