//! What a person does with a result, in Chinese.

use gouji::form::RelationKind;

use super::{ReviewWords, SettingsFault, changed, joined};
use crate::words::some;

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
