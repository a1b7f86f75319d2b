//! The page in Chinese.

use gouji::Language;
use gouji::form::RelationKind;
use gouji_convert::Source;
use gouji_json::{CellReading, Completeness, Confirmation, Reading, Severity};

use super::{ExampleWords, Words, some};
use crate::intake::FileTrouble;
use crate::report::CorrectionFault;
use crate::review_words;
use crate::worker::Trouble;

pub(super) static WORDS: Words = Words {
    html_lang: "zh-CN",
    document_title: "勾稽：政府信息公开工作年度报告核对",
    name: "勾稽",
    subtitle: "政府信息公开工作年度报告核对",
    skip_to_source: "跳到报告原文",
    skip_to_results: "跳到核对结果",
    other_language: "English",
    other_language_code: "en",
    elder: "长者版",
    display_settings: "显示设置",

    source: "报告原文",
    source_label: "报告原文，在此粘贴年度报告全文",
    source_placeholder: "在此粘贴年度报告全文（可从网页、Word、WPS 文档中全选后复制），或将报告文件拖入本页，核对随即开始。",
    source_size: |lines, characters| format!("{lines} 行，{characters} 字"),
    source_plain: "文字较长，为保证流畅，此处不显示行号和标记；核对照常进行，点击结果仍可定位。",
    choose_file: "选择文件",
    drop_here: "松开鼠标，读取这个文件",
    clear: "清空",
    examples: "示例",
    example_consistent: ExampleWords {
        name: "一份无误的示例", what: "各项勾稽关系全部成立"
    },
    example_faulty: ExampleWords {
        name: "一份有误的示例", what: "含几处常见差错，可看到如何提示"
    },
    example_blank: ExampleWords { name: "空白表样", what: "2021 年格式，可直接填写" },

    cleared: "已清空。",
    example_loaded: "已换成示例，原来的文字可以找回。",
    undone: "已恢复此前的文字。",
    undo: "撤销",
    pasted: |source, is_plain| {
        let from = match source {
            Source::WordHtml => " Word 文字",
            Source::WpsHtml => " WPS 文字",
            Source::ExcelHtml => " Excel 表格",
            Source::WpsSheetHtml => " WPS 表格",
            Source::WriterHtml => " LibreOffice 文字",
            Source::CalcHtml => " LibreOffice 表格",
            Source::GoogleHtml => "谷歌文档",
            Source::TencentHtml => "腾讯文档",
            _ => "网页",
        };
        if is_plain {
            format!("识别为{from}粘贴，已改用其中的纯文本。")
        } else {
            format!("识别为{from}粘贴，按单元格读取。")
        }
    },
    use_plain: "改用纯文本",
    use_cells: "改按单元格读取",
    reading_file: |name| format!("正在读取 {name} ……"),
    cancel: "取消",
    file_read: |name, source, others| {
        let first = if others { "一次只读取一个文件，其余未读。" } else { "" };
        let (kind, how) = match source {
            Source::Docx => ("Word 文档", "，表格按单元格转为文本"),
            Source::Xlsx => ("Excel 工作簿", "，表格按单元格转为文本"),
            Source::Pdf => ("PDF 文件", "，表格按版面转为文本，请对照原件"),
            Source::Text => ("纯文本", ""),
            Source::Markdown => ("Markdown 文本", ""),
            Source::Csv => ("逗号分隔的表格", "，表格按单元格转为文本"),
            _ => ("网页", "，表格按单元格转为文本"),
        };
        format!("{first}已读取 {name}（{kind}）{how}。")
    },
    file_failed: |name, trouble| {
        let sentence = match trouble {
            FileTrouble::Convert(error) => error.sentence(Language::Chinese),
            FileTrouble::Folder => "拖入的是文件夹，无法读取；请打开文件夹，拖入其中的报告文件。",
            FileTrouble::Link => {
                "拖入的是链接，不是文件，本页不访问其他网站；请打开链接，复制报告全文后粘贴。"
            }
            FileTrouble::NotHandedOut => {
                "浏览器未能打开这个文件，可能已移动、改名或没有权限；请重新选择，或复制报告全文后粘贴。"
            }
            FileTrouble::NotLoaded => {
                "读取这类文件的程序未能载入，可能已断网；请联网后再试，或复制报告全文后粘贴。"
            }
            FileTrouble::Stopped => {
                "读取这个文件时程序意外停止，文件可能已损坏；请在原软件中另存后再试，或复制报告全文后粘贴。"
            }
            FileTrouble::TimedOut => {
                "读取这个文件超过 20 秒，已停止；请另存一份只含报告的文件，或复制报告全文后粘贴。"
            }
        };
        if name.is_empty() { sentence.to_owned() } else { format!("{name}：{sentence}") }
    },
    storage_full: "文字较长，浏览器无法暂存；刷新或关闭本页前，请自行保存原文。",
    trouble: |trouble| match trouble {
        Trouble::TimedOut => "这次核对用时过长，已停止并重新启动核对程序。原文未受影响，修改后会重新核对。",
        Trouble::Crashed => "核对程序意外停止，已重新启动。原文未受影响，修改后会重新核对。",
        Trouble::CannotRestart => "核对程序无法重新启动。原文已暂存，请刷新本页。",
        Trouble::NoEnglish => "英文界面未能载入，可能已断网；请联网后再试。本页继续使用中文，核对不受影响。",
        Trouble::NoWorker => "当前浏览器不支持后台核对，改在页面内进行；文字很长时页面可能短暂停顿。",
    },
    check_again: "重新核对",
    dismiss: "知道了",

    results: "核对结果",
    privacy: "全部在本机浏览器内完成，断网可用；不上传、不统计；文字只暂存在本标签页，关闭即清除。",
    how_to: "使用方法",
    steps: [
        "将年度报告全文粘贴到“报告原文”栏，表格连同文字一并复制即可；也可选择或拖入 Word、Excel、PDF、网页、文本文件。",
        "查看核对结论、逐条问题和按官方格式重绘的表格；点击问题或表中数字，可定位到原文。",
        "需要试改时，点击表中数字填写新值，立即重新核对；原文始终不变。",
    ],
    first_try: "先用示例试一试：",

    verdict_empty: "尚未粘贴报告。",
    verdict_waiting: "正在核对……",
    verdict_not_a_report: "未找到政府信息公开工作年度报告或其表格，未作核对。",
    verdict_consistent: |counts| {
        let checked = if counts.relations == 0 {
            format!("已读取 {} 张表，没有可核对的关系，未发现错误", counts.tables)
        } else {
            let found = match counts.failing {
                0 => "未发现不一致".to_owned(),
                failing => format!("其中 {failing} 条不成立，相应问题未列为必须修改"),
            };
            format!(
                "已核对 {} 张表、{} 个数、{} 条关系，{found}",
                counts.tables, counts.cells, counts.relations
            )
        };
        let unchecked = some(counts.unchecked, |count| format!("；另有 {count} 条关系因缺数未能核对"));
        let further = match (counts.warnings, counts.infos) {
            (0, 0) => String::new(),
            (0, infos) => format!("；另有提示 {infos} 处"),
            (warnings, 0) => format!("；另有请核实 {warnings} 处"),
            (warnings, infos) => format!("；另有请核实 {warnings} 处、提示 {infos} 处"),
        };
        let set_aside = some(counts.set_aside, |count| format!("；已搁置 {count} 条"));
        format!("{checked}{unchecked}{further}{set_aside}。")
    },
    verdict_findings: |counts| {
        let errors = counts.errors;
        let warnings = some(counts.warnings, |count| format!("、请核实 {count} 处"));
        let infos = some(counts.infos, |count| format!("、提示 {count} 处"));
        let checked = some(counts.relations as usize, |relations| {
            format!("；已核对 {} 张表、{} 个数、{relations} 条关系", counts.tables, counts.cells)
        });
        let failing = match counts.failing {
            0 if counts.relations == 0 => String::new(),
            0 => "，全部成立".to_owned(),
            failing => format!("，其中 {failing} 条不成立"),
        };
        let unchecked = some(counts.unchecked, |count| format!("，另有 {count} 条因缺数未能核对"));
        let set_aside = some(counts.set_aside, |count| format!("；已搁置 {count} 条"));
        format!("发现必须修改 {errors} 处{warnings}{infos}{checked}{failing}{unchecked}{set_aside}。")
    },
    verdict_unreadable: |counts| {
        let checked = some(counts.relations as usize, |relations| {
            format!("；已核对 {} 个数、{relations} 条关系", counts.cells)
        });
        let unchecked = some(counts.unchecked, |count| format!("，另有 {count} 条关系未能核对"));
        let set_aside = some(counts.set_aside, |count| format!("；已搁置 {count} 条"));
        format!("未发现错误，但有内容未能核对，不能据此认定无误{checked}{unchecked}{set_aside}。")
    },
    completeness: |completeness| match completeness {
        Completeness::Whole | Completeness::Nothing => None,
        Completeness::Part => Some("文字不是完整的报告，只核对现有部分"),
        Completeness::TablesOnly => Some("只有表格，没有报告正文，只核对表格"),
    },
    report_year: |year| format!("{year} 年度"),
    report_form: |document| format!("按{document}的格式核对"),
    corrected_count: |count| format!("已按手工改正的 {count} 个数核对"),

    other_reports: |title| match title {
        Some(title) => format!("文中还有另一份报告：{title}"),
        None => "文中还有另一份报告（未见标题）".to_owned(),
    },
    check_other: "核对这一份",

    unread: "未能读取",
    unread_note: "以下内容未能读取或不能完全确定，不作为报告的差错；请对照原文查看。",
    reading_notes: "读取说明",
    table_reading: |reading| match reading {
        Reading::Exact => "",
        Reading::Inferred => "按合计关系推定：排版有几种读法，只有这一种与合计相符，请对照原文核对",
        Reading::Partial => "部分数未能读取，只核对已读取的数；可在表中直接填写",
        Reading::Unreadable => "找到表格，但未能读取其中的数，未作核对；可在表中直接填写",
    },
    confirmed_by: |confirmation| match confirmation {
        Confirmation::Grid => "按单元格读取",
        Confirmation::Order => "按行目与数字顺序读取",
        Confirmation::Columns => "按版面列位读取",
        Confirmation::Sums => "按合计关系推定，请核对",
    },
    filled_by_hand: "未能读取的数已由手工填写",
    unread_cells: |count| format!("{count} 个单元格未能读取"),

    findings: "问题",
    no_findings: "没有需要说明的问题。",
    all_hidden: "当前筛选条件下没有问题，请在上方选择要显示的类别。",
    filter: "按类别筛选",
    severity: |severity| match severity {
        Severity::Error => "必须修改",
        Severity::Warning => "请核实",
        Severity::Info => "提示",
    },
    severity_letter: |severity| match severity {
        Severity::Error => "改",
        Severity::Warning => "核",
        Severity::Info => "注",
    },
    previous: "上一条",
    next: "下一条",
    position: |at, of| format!("第 {at} 条，共 {of} 条"),
    line: |line| format!("第 {line} 行"),
    basis: "依据",
    advice: "建议",
    places: "相关位置",
    more_places: |count| format!("其余 {count} 处"),

    tables: "表格",
    tables_hint: "点击数字可查看原文位置和所在的全部关系，并可试改；方向键在单元格之间移动，直接键入数字即可填写或试改，回车、Tab 移到下一格。",
    no_tables: "没有可显示的表格。",
    legend: "图例",
    legend_addend: "所在关系不成立的加数",
    legend_blank: "原文空白",
    legend_corrected: "手工改正，原数划去",
    table_scroll: |title| format!("{title}，可左右滚动"),
    other_form: |document| format!("表样为{document}的格式"),
    blank: "空",
    unread_cell: "未读",
    missing: "缺",
    missing_row: "原文缺此行",
    cell_flag: |severity, only_addend| {
        let name = (WORDS.severity)(severity);
        if only_addend { "所在关系不成立".to_owned() } else { name.to_owned() }
    },
    cell_corrected: |printed, value| format!("原文为{printed}，改为{value}"),

    cell_detail: "单元格",
    close: "关闭",
    printed: "原文",
    cell_reading: |reading| match reading {
        CellReading::Number => None,
        CellReading::WithUnit => Some("带有单位，按其中的数核对"),
        CellReading::WithRemark => Some("带有说明，按其中的数核对"),
        CellReading::WithLetters => Some("数字中有字母，按形近的数字核对"),
        CellReading::Blank => Some("空白，不按 0 计算"),
        CellReading::Mark => Some("填的是符号或文字，不按 0 计算"),
        CellReading::NotANumber => Some("不是数，未参与核对"),
        CellReading::Unread => Some("未能读取，请对照原文"),
    },
    show_in_source: "在原文中查看",
    cell_missing: "原文中没有这一行，无法在此改正；请在原文中补上。",
    change_to: "改为",
    apply: "改正",
    apply_note: "只改变核对用的数，不改动原文。",
    correction_fault: |fault| match fault {
        CorrectionFault::Empty => "请填写要改成的数，例如 18。",
        CorrectionFault::NotACount => "此处应为不带小数、不为负的整数，例如 18。",
        CorrectionFault::NotAChange => "此处应为整数，减少写成负数，例如 -8。",
        CorrectionFault::NotAnAmount => "此处应为不为负的金额，只写数字，例如 694.8841。",
        CorrectionFault::TooLong => "位数过多，最多 15 位。",
    },
    restore: "还原",
    restore_all: "全部还原",
    corrections: |count| format!("手工改正 {count} 处"),
    correction_void: "原文已变，此处改正不再生效",
    relation: |kind| match kind {
        RelationKind::Row => "本行：各类申请人之和等于总计",
        RelationKind::ColumnTotal => "本列：各项办理结果之和等于（七）总计",
        RelationKind::Balance => "本列：一与二之和等于三与四之和",
        RelationKind::ReviewTotal => "本组：四种结果之和等于总计",
    },
    holds: "成立",
    fails: "不成立",
    unchecked: "缺数，未核对",
    relations_of_cell: "所在的关系",
    no_relations: "表中没有规定这个数与其他数的关系。",
    findings_of_cell: "相关问题",

    keys: "按键：F8 下一条，Shift+F8 上一条，Ctrl+Z 撤销搁置、改正和设置",
    version: |version, rules| format!("版本 {version}，规则 {rules} 条"),
    forms: "依据格式",
    proof: "查看证明",
    proof_steps: [
        "断开网络（拔掉网线或关闭无线）后再粘贴报告，核对照常进行：本页打开之后，粘贴和核对都不需要网络。",
        "在浏览器中按 F12 打开“网络”面板再粘贴报告，不会出现任何新的请求；读取 Word、Excel、PDF 文件时，只从本站载入读取程序，文件本身不会发出。",
        "本页声明了内容安全策略，由浏览器强制执行，只允许读取本站自己的文件，禁止连接其他主机、禁止提交表单：",
        "文字暂存于浏览器的 sessionStorage，只属于本标签页；按“清空”或关闭标签页即清除。",
    ],

    review: &review_words::CHINESE,
};
