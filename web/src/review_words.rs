//! The wording of what a person does with a result, in both languages: setting
//! findings aside, looking up rules, weighing them otherwise, comparing the
//! figures of the text.

use gouji::form::RelationKind;
use gouji_json::{IssuerKind, Level, Profile};

use crate::words::plural;

/// How many figures of the text agree with the tables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClaimCounts {
    /// As the tables have it.
    pub(crate) agreeing: usize,
    /// Other than the tables have it.
    pub(crate) differing: usize,
    /// The tables cannot tell.
    pub(crate) unknown: usize,
}

/// Why a file of settings was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum SettingsFault {
    /// The browser does not hand it out, or it is none.
    NotSettings,
    /// It names a rule that does not exist.
    UnknownRule(String),
    /// What was typed for the year is none.
    NotAYear(String),
}

/// The wording in one language.
pub(crate) struct ReviewWords {
    pub(crate) explain: &'static str,
    pub(crate) no_problem: &'static str,
    pub(crate) reason: &'static str,
    pub(crate) usual_reasons: [&'static str; 4],
    pub(crate) set_aside: &'static str,
    pub(crate) set_aside_count: fn(usize) -> String,
    pub(crate) set_aside_note: &'static str,
    pub(crate) given_reason: fn(&str) -> String,
    pub(crate) count_again: &'static str,
    pub(crate) count_all_again: &'static str,
    pub(crate) same_cause: fn(usize) -> String,

    pub(crate) claims: &'static str,
    pub(crate) claims_summary: fn(&ClaimCounts) -> String,
    pub(crate) claims_note: &'static str,
    pub(crate) agrees: &'static str,
    pub(crate) differs: &'static str,
    pub(crate) cannot_tell: &'static str,
    pub(crate) in_tables: &'static str,
    pub(crate) no_such_table: &'static str,
    pub(crate) or_meant: &'static str,

    pub(crate) repairs: &'static str,
    pub(crate) smallest: fn(u32) -> String,
    pub(crate) see_repairs: &'static str,
    pub(crate) repair: fn(usize) -> String,
    pub(crate) more_repairs: fn(usize) -> String,
    pub(crate) listed: fn(usize) -> String,
    pub(crate) repairs_order: &'static str,
    pub(crate) repairs_note: &'static str,
    pub(crate) why_no_less: &'static str,
    pub(crate) relation: fn(RelationKind, &str) -> String,
    pub(crate) between: fn(min: Option<i64>, max: Option<i64>, example: Option<i64>) -> String,
    pub(crate) would_agree: &'static str,
    pub(crate) would_differ: &'static str,
    pub(crate) preview: &'static str,
    pub(crate) preview_value: &'static str,
    pub(crate) previewing: fn(usize) -> String,
    pub(crate) end_preview: &'static str,
    pub(crate) try_out: &'static str,

    pub(crate) rules_and_settings: &'static str,
    pub(crate) settings: &'static str,
    pub(crate) search: &'static str,
    pub(crate) no_rule: &'static str,
    pub(crate) finds: &'static str,
    pub(crate) why: &'static str,
    pub(crate) example: &'static str,
    pub(crate) leaves_out: &'static str,
    pub(crate) not_explained: &'static str,
    pub(crate) level: &'static str,
    pub(crate) own_level: fn(&str) -> String,
    pub(crate) off: &'static str,
    pub(crate) settings_note: &'static str,
    pub(crate) year: &'static str,
    pub(crate) year_as_printed: &'static str,
    pub(crate) issuer: &'static str,
    pub(crate) issuer_by_name: &'static str,
    pub(crate) issuer_kinds: [&'static str; 9],
    pub(crate) reset: &'static str,
    pub(crate) save: &'static str,
    pub(crate) file_name: &'static str,
    pub(crate) load: &'static str,
    pub(crate) fault: fn(&SettingsFault) -> String,
    pub(crate) profile: fn(&ReviewWords, &Profile) -> String,
}

/// The kinds of organs in the order of their words.
pub(crate) const ISSUER_KINDS: [IssuerKind; 9] = [
    IssuerKind::StateDepartment,
    IssuerKind::ProvincialGovernment,
    IssuerKind::CityGovernment,
    IssuerKind::CountyGovernment,
    IssuerKind::TownshipGovernment,
    IssuerKind::Subdistrict,
    IssuerKind::LocalDepartment,
    IssuerKind::GovernmentOffice,
    IssuerKind::Institution,
];

impl ReviewWords {
    fn issuer_kind(&self, kind: IssuerKind) -> &'static str {
        ISSUER_KINDS.iter().position(|&other| other == kind).map_or("", |at| self.issuer_kinds[at])
    }
}

/// How many rules are left out, and how many have another weight.
fn changed(profile: &Profile) -> (usize, usize) {
    let off = profile.levels.iter().filter(|given| given.level == Level::Off).count();
    (off, profile.levels.len() - off)
}

/// The parts that are there, with `between` between them.
fn joined(parts: &[String; 4], between: &str) -> String {
    let mut all = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !all.is_empty() {
            all.push_str(between);
        }
        all.push_str(part);
    }
    all
}

fn some(count: usize, words: impl Fn(usize) -> String) -> String {
    if count == 0 { String::new() } else { words(count) }
}

pub(crate) static CHINESE: ReviewWords = ReviewWords {
    explain: "说明",
    no_problem: "不作为问题",
    reason: "理由（可不填）",
    usual_reasons: ["已核对，原文无误", "统计口径不同", "按上级机关要求填报", "正文中已作说明"],
    set_aside: "搁置",
    set_aside_count: |count| format!("已搁置 {count} 条"),
    set_aside_note: "不计入核对结论；原文相应内容不变时，重新核对仍按搁置处理；打印时一并列出。",
    given_reason: |reason| {
        if reason.is_empty() { "未填理由".to_owned() } else { format!("理由：{reason}") }
    },
    count_again: "恢复",
    count_all_again: "全部恢复",
    same_cause: |count| format!("由同一原因引起的另 {count} 条"),

    claims: "正文中的数据",
    claims_summary: |counts| {
        let total = counts.agreeing + counts.differing + counts.unknown;
        let parts = [
            some(counts.differing, |count| format!("不一致 {count} 处")),
            some(counts.agreeing, |count| format!("一致 {count} 处")),
            some(counts.unknown, |count| format!("无法比对 {count} 处")),
            String::new(),
        ];
        format!("共 {total} 处：{}", joined(&parts, "，"))
    },
    claims_note: "正文中与表格有关的数，逐一与表中的数比对。点击句子可查看原文，点击表中位置可查看单元格。",
    agrees: "一致",
    differs: "不一致",
    cannot_tell: "无法比对",
    in_tables: "表中",
    no_such_table: "报告中没有可以比对的表格",
    or_meant: "或",

    repairs: "最小修改",
    smallest: |size| format!("最少改动 {size} 个数，不成立的关系即可全部成立。"),
    see_repairs: "查看最小修改",
    repair: |at| format!("第 {at} 种改法"),
    more_repairs: |count| format!("其余 {count} 种改法"),
    listed: |count| format!("以下列出其中 {count} 种。"),
    repairs_order: "各种改法排列的先后只看填报中常见的差错，不代表哪一种属实。",
    repairs_note: "“应用到副本”只改变核对用的数，不改动原文，可以撤销（Ctrl+Z）。",
    why_no_less: "为什么不能改得更少",
    relation: |kind, about| match kind {
        RelationKind::Row => format!("“{about}”行合计"),
        RelationKind::ColumnTotal => format!("“{about}”列各项办理结果与（七）总计"),
        RelationKind::Balance => format!("“{about}”列一、二之和与三、四之和"),
        RelationKind::ReviewTotal => format!("“{about}”四种结果与总计"),
    },
    between: |min, max, example| {
        let range = match (min, max) {
            (Some(min), Some(max)) => format!("{min} 至 {max}"),
            (Some(min), None) => format!("不小于 {min}"),
            (None, Some(max)) => format!("不大于 {max}"),
            (None, None) => "任意整数".to_owned(),
        };
        example.map_or_else(|| range.clone(), |example| format!("{range}（试填 {example}）"))
    },
    would_agree: "这样改后，正文中的这些数与表格一致：",
    would_differ: "这样改后，正文中的这些数与表格不再一致：",
    preview: "在表中预览",
    preview_value: "预览改为",
    previewing: |at| format!("正在预览第 {at} 种改法：绿色单元格为改后的情形，并非报告原文。"),
    end_preview: "结束预览",
    try_out: "应用到副本",

    rules_and_settings: "规则与设置",
    settings: "核对设置",
    search: "按编号或词语查找",
    no_rule: "没有符合条件的规则，请换一个词语查找。",
    finds: "查什么",
    why: "为什么",
    example: "例",
    leaves_out: "不报",
    not_explained: "规则说明未能载入，可能已断网；联网后刷新本页再看。核对不受影响。",
    level: "本规则的类别",
    own_level: |severity| format!("默认（{severity}）"),
    off: "关闭",
    settings_note: "设置只用于本标签页，关闭即清除。需要长期使用时，请保存为文件，以后载入；命令行工具也可读取这个文件（--profile）。",
    year: "报告年度",
    year_as_printed: "按原文",
    issuer: "机关类型",
    issuer_by_name: "按名称判断",
    issuer_kinds: [
        "国务院部门",
        "省级人民政府",
        "设区的市、自治州人民政府",
        "县、区、县级市人民政府",
        "乡镇人民政府",
        "街道办事处",
        "地方人民政府部门",
        "人民政府办公厅（室）",
        "公共企事业单位及其他机构",
    ],
    reset: "恢复默认",
    save: "保存设置",
    file_name: "勾稽设置.json",
    load: "载入设置",
    fault: |fault| match fault {
        SettingsFault::NotSettings => {
            "这不是核对设置的文件，设置未改动；请选择由“保存设置”得到的文件。".to_owned()
        }
        SettingsFault::UnknownRule(code) => {
            format!("文件中的规则 {code} 在本版本中没有，设置未改动；请从文件中删去这一条后再载入。")
        }
        SettingsFault::NotAYear(_) => "报告年度请填四位数字，例如 2024；不填则按原文。".to_owned(),
    },
    profile: |words, profile| {
        let (off, changed) = changed(profile);
        let parts = [
            some(off, |count| format!("关闭 {count} 条规则")),
            some(changed, |count| format!("改变 {count} 条规则的类别")),
            profile.year.map_or_else(String::new, |year| format!("报告年度按 {year} 年")),
            profile
                .issuer_kind
                .map_or_else(String::new, |kind| format!("机关类型按{}", words.issuer_kind(kind))),
        ];
        format!("按您的设置：{}", joined(&parts, "；"))
    },
};

pub(crate) static ENGLISH: ReviewWords = ReviewWords {
    explain: "Explain",
    no_problem: "Not a problem",
    reason: "Reason (may be left empty)",
    usual_reasons: [
        "Looked up; the text is right",
        "Counted in another way",
        "As the superior organ asked",
        "Explained in the text",
    ],
    set_aside: "Set aside",
    set_aside_count: |count| format!("{count} set aside"),
    set_aside_note: "They do not count. As long as the text says the same there, they stay set aside; they are printed with the rest.",
    given_reason: |reason| {
        if reason.is_empty() { "no reason given".to_owned() } else { format!("reason: {reason}") }
    },
    count_again: "Restore",
    count_all_again: "Restore all",
    same_cause: |count| format!("{count} more with the same cause"),

    claims: "Figures in the text",
    claims_summary: |counts| {
        let parts = [
            some(counts.differing, |count| format!("{count} disagree")),
            some(counts.agreeing, |count| format!("{count} agree")),
            some(counts.unknown, |count| format!("{count} cannot be compared")),
            String::new(),
        ];
        joined(&parts, ", ")
    },
    claims_note: "Every figure of the text that is about the tables, against what they say. A click on a sentence leads to the text, a click on a place of the table to its cell.",
    agrees: "agrees",
    differs: "disagrees",
    cannot_tell: "cannot be compared",
    in_tables: "Table",
    no_such_table: "the report has no table to compare with",
    or_meant: "or",

    repairs: "Smallest change",
    smallest: |size| {
        format!(
            "Changing {}, and no fewer, would make every failing relation hold.",
            plural(size as usize, "cell")
        )
    },
    see_repairs: "See the smallest change",
    repair: |at| format!("Set {at}"),
    more_repairs: |count| format!("{} more", plural(count, "set")),
    listed: |count| format!(" Of these, {count} are listed."),
    repairs_order: "The order goes by slips that people often make; it does not say which set is true. ",
    repairs_note: "“Try out” changes only the numbers that are checked, not the text, and can be taken back (Ctrl+Z).",
    why_no_less: "Why fewer changes do not do",
    relation: |kind, about| match kind {
        RelationKind::Row => format!("total of row “{about}”"),
        RelationKind::ColumnTotal => format!("results of column “{about}” and （七）总计"),
        RelationKind::Balance => format!("column “{about}”: 一 + 二 and 三 + 四"),
        RelationKind::ReviewTotal => format!("outcomes of “{about}” and their total"),
    },
    between: |min, max, example| {
        let range = match (min, max) {
            (Some(min), Some(max)) => format!("{min} to {max}"),
            (Some(min), None) => format!("{min} or more"),
            (None, Some(max)) => format!("{max} or less"),
            (None, None) => "any whole number".to_owned(),
        };
        example.map_or_else(|| range.clone(), |example| format!("{range} (tried with {example})"))
    },
    would_agree: "These figures of the text would then agree:",
    would_differ: "These figures of the text would no longer agree:",
    preview: "Show in the tables",
    preview_value: "would become ",
    previewing: |at| format!("The tables show set {at}: green cells are as they would be, not as reported."),
    end_preview: "End",
    try_out: "Try out",

    rules_and_settings: "Rules and settings",
    settings: "Settings",
    search: "Find by code or word",
    no_rule: "No such rule; try another word.",
    finds: "What it finds",
    why: "Why it matters",
    example: "Example",
    leaves_out: "What it leaves out",
    not_explained: "The explanations could not be loaded; the network may be down. Reload the page to read them. Checking works all the same.",
    level: "Weight of this rule",
    own_level: |severity| format!("its own ({severity})"),
    off: "off",
    settings_note: "Settings belong to this tab and are gone when you close it. To keep them, save them to a file and load it again; the command line takes the same file (--profile).",
    year: "Report year",
    year_as_printed: "as printed",
    issuer: "Kind of organ",
    issuer_by_name: "by its name",
    issuer_kinds: [
        "Department of the State Council",
        "Provincial government",
        "City or prefecture government",
        "County or district government",
        "Township government",
        "Subdistrict office",
        "Department of a local government",
        "General office of a government",
        "Public institution or other",
    ],
    reset: "Reset",
    save: "Save settings",
    file_name: "gouji-settings.json",
    load: "Load settings",
    fault: |fault| match fault {
        SettingsFault::NotSettings => {
            "This is no file of settings, and nothing was changed; choose one that “Save settings” made."
                .to_owned()
        }
        SettingsFault::UnknownRule(code) => {
            format!(
                "This version has no rule {code}, and nothing was changed; take it out of the file and load it again."
            )
        }
        SettingsFault::NotAYear(_) => {
            "Give the year in four digits, for example 2024, or leave it empty.".to_owned()
        }
    },
    profile: |words, profile| {
        let (off, changed) = changed(profile);
        let parts = [
            some(off, |count| format!("{} off", plural(count, "rule"))),
            some(changed, |count| format!("{} with another weight", plural(count, "rule"))),
            profile.year.map_or_else(String::new, |year| format!("report year {year}")),
            profile.issuer_kind.map_or_else(String::new, |kind| words.issuer_kind(kind).to_owned()),
        ];
        format!("Your settings: {}", joined(&parts, "; "))
    },
};
