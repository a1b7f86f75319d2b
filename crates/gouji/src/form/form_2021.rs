//! The form of 2021: 国办公开办函〔2021〕30号.

use super::application_rows::{
    CARRIED_IN, CARRIED_OUT, DENY_ENFORCEMENT, DENY_INTERNAL, DENY_LAW, DENY_PROCESS, DENY_QUERY,
    DENY_SAFETY, DENY_SECRET, DENY_THIRD_PARTY, GRANTED, NEW, OTHER_NO_CORRECTION, OTHER_NO_FEE, OTHER_OTHER,
    PARTIAL, REJECT_ABUSE, REJECT_CONFIRM, REJECT_PETITION, REJECT_PUBLICATION, REJECT_REPEAT, TOTAL,
    UNABLE_CREATE, UNABLE_NOT_HELD, UNABLE_UNCLEAR,
};
use super::shared::{
    APPLICANT_COLUMNS, APPLICANTS_ADD_UP, BALANCE, FEES, FEES_SECTION, REVIEW, SECTIONS, applications,
    disclosure, results_add_up,
};
use super::{BlockSpec, ColumnSpec, Form, FormId, LabelSpec, RowId, RowSpec, TableSpec};

/// The form of 2021, 国办公开办函〔2021〕30号.
pub static FORM_2021: Form = Form {
    id: FormId::Y2021,
    document: "国办公开办函〔2021〕30号",
    years: (2021, None),
    sections: SECTIONS,
    extra_sections: &[FEES_SECTION],
    tables: &[DISCLOSURE, APPLICATIONS, REVIEW, FEES],
};

/// Documents of 规章 and 行政规范性文件.
const DOCUMENT_COLUMNS: &[ColumnSpec] = &[
    ColumnSpec::count("issued", LabelSpec::new("本年制发件数", &["本年制发数", "制发件数"], &[&["制发"]])),
    ColumnSpec::count(
        "repealed",
        LabelSpec::new("本年废止件数", &["废止件数", "本年废止"], &[&["废止"], &["度止件数"]]),
    ),
    ColumnSpec::count("in_force", LabelSpec::new("现行有效件数", &["现行有效", "有效件数"], &[&["有效"]])),
];

/// Decisions of 行政许可, 行政处罚 and 行政强制.
const DECISION_COLUMNS: &[ColumnSpec] = &[ColumnSpec::count(
    "decisions",
    LabelSpec::new("本年处理决定数量", &["处理决定数量"], &[&["处理决定"]]),
)];

/// 行政事业性收费, in 万元.
const FEE_COLUMNS: &[ColumnSpec] = &[ColumnSpec::amount(
    "amount",
    LabelSpec::new(
        "本年收费金额（单位：万元）",
        &["本年收费金额(万元)", "本年收费金额", "收费金额"],
        &[&["收费金额"]],
    ),
)];

const DISCLOSURE: TableSpec = disclosure(&[
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（一）项",
            &["第二十条第一项"],
            &[&["第二十条", "一", "项"]],
        )),
        columns: DOCUMENT_COLUMNS,
        rows: &[
            RowSpec::new("regulation", LabelSpec::new("规章", &[], &[&["规章"]]), &[]),
            RowSpec::new("normative", LabelSpec::new("行政规范性文件", &[], &[&["规范性文件"]]), &[]),
        ],
    },
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（五）项",
            &["第二十条第五项"],
            &[&["第二十条", "五", "项"]],
        )),
        columns: DECISION_COLUMNS,
        rows: &[RowSpec::new("license", LabelSpec::new("行政许可", &[], &[&["行政许可"]]), &[])],
    },
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（六）项",
            &["第二十条第六项"],
            &[&["第二十条", "六", "项"]],
        )),
        columns: DECISION_COLUMNS,
        rows: &[
            RowSpec::new("penalty", LabelSpec::new("行政处罚", &[], &[&["行政处罚"]]), &[]),
            RowSpec::new("coercion", LabelSpec::new("行政强制", &[], &[&["行政强制"]]), &[]),
        ],
    },
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（八）项",
            &["第二十条第八项"],
            &[&["第二十条", "八", "项"]],
        )),
        columns: FEE_COLUMNS,
        rows: &[RowSpec::new("fee", LabelSpec::new("行政事业性收费", &[], &[&["事业性收费"]]), &[])],
    },
]);

const APPLICATIONS: TableSpec = applications(
    &[BlockSpec { heading: None, columns: APPLICANT_COLUMNS, rows: APPLICATION_ROWS }],
    &[APPLICANTS_ADD_UP, results_add_up(RESULT_ROWS), BALANCE],
);

const APPLICATION_ROWS: &[RowSpec] = &[
    NEW,
    CARRIED_IN,
    GRANTED,
    PARTIAL,
    DENY_SECRET,
    DENY_LAW,
    DENY_SAFETY,
    DENY_THIRD_PARTY,
    DENY_INTERNAL,
    DENY_PROCESS,
    DENY_ENFORCEMENT,
    DENY_QUERY,
    UNABLE_NOT_HELD,
    UNABLE_CREATE,
    UNABLE_UNCLEAR,
    REJECT_PETITION,
    REJECT_REPEAT,
    REJECT_PUBLICATION,
    REJECT_ABUSE,
    REJECT_CONFIRM,
    OTHER_NO_CORRECTION,
    OTHER_NO_FEE,
    OTHER_OTHER,
    TOTAL,
    CARRIED_OUT,
];

/// The results, which add up to （七）总计.
const RESULT_ROWS: &[RowId] = &[
    RowId("granted"),
    RowId("partial"),
    RowId("deny_secret"),
    RowId("deny_law"),
    RowId("deny_safety"),
    RowId("deny_third_party"),
    RowId("deny_internal"),
    RowId("deny_process"),
    RowId("deny_enforcement"),
    RowId("deny_query"),
    RowId("unable_not_held"),
    RowId("unable_create"),
    RowId("unable_unclear"),
    RowId("reject_petition"),
    RowId("reject_repeat"),
    RowId("reject_publication"),
    RowId("reject_abuse"),
    RowId("reject_confirm"),
    RowId("other_no_correction"),
    RowId("other_no_fee"),
    RowId("other_other"),
];
