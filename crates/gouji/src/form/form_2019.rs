//! The form of 2019: 国办公开办函〔2019〕60号.

use super::application_rows::{
    CARRIED_IN, CARRIED_OUT, DENY_ENFORCEMENT, DENY_INTERNAL, DENY_LAW, DENY_PROCESS, DENY_QUERY,
    DENY_SAFETY, DENY_SECRET, DENY_THIRD_PARTY, GRANTED, NEW, OTHER_UNDIVIDED, PARTIAL, REJECT_ABUSE,
    REJECT_CONFIRM, REJECT_PETITION, REJECT_PUBLICATION, REJECT_REPEAT, TOTAL, UNABLE_CREATE,
    UNABLE_NOT_HELD, UNABLE_UNCLEAR,
};
use super::shared::{
    APPLICANT_COLUMNS, APPLICANTS_ADD_UP, BALANCE, FEES, FEES_SECTION, REVIEW, SECTIONS, applications,
    disclosure, results_add_up,
};
use super::{BlockSpec, ColumnSpec, Form, FormId, LabelSpec, RowId, RowSpec, TableSpec};

/// The form of 2019, 国办公开办函〔2019〕60号.
pub static FORM_2019: Form = Form {
    id: FormId::Y2019,
    document: "国办公开办函〔2019〕60号",
    years: (2019, Some(2020)),
    sections: SECTIONS,
    extra_sections: &[FEES_SECTION],
    tables: &[DISCLOSURE, APPLICATIONS, REVIEW, FEES],
};

/// Documents of 规章 and 规范性文件.
const DOCUMENT_COLUMNS: &[ColumnSpec] = &[
    ColumnSpec::count("made", LabelSpec::new("本年新制作数量", &[], &[&["新制作"]])),
    ColumnSpec::count("published", LabelSpec::new("本年新公开数量", &[], &[&["新公开"]])),
    ColumnSpec::count("total", LabelSpec::new("对外公开总数量", &[], &[&["公开总数"]])),
];

const ITEMS_BEFORE: ColumnSpec = ColumnSpec::count(
    "items_before",
    LabelSpec::new("上一年项目数量", &[], &[&["上一年项目"], &["上年项目"]]),
);
const ITEMS_CHANGE: ColumnSpec =
    ColumnSpec::change("items_change", LabelSpec::new("本年增/减", &["本年增减"], &[&["本年增"]]));
const DECISIONS: ColumnSpec =
    ColumnSpec::count("decisions", LabelSpec::new("处理决定数量", &["本年处理决定数量"], &[&["处理决定"]]));

/// Items that are decided on.
const ITEM_COLUMNS: &[ColumnSpec] = &[ITEMS_BEFORE, ITEMS_CHANGE, DECISIONS];

/// Items that are charged for.
const CHARGED_ITEM_COLUMNS: &[ColumnSpec] = &[ITEMS_BEFORE, ITEMS_CHANGE];

/// 政府集中采购; the template gives the amount no unit.
const PROCUREMENT_COLUMNS: &[ColumnSpec] = &[
    ColumnSpec::count("projects", LabelSpec::new("采购项目数量", &[], &[&["采购项目"]])),
    ColumnSpec::amount("amount", LabelSpec::new("采购总金额", &[], &[&["采购总金额"], &["采购金额"]])),
];

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
            RowSpec::new(
                "normative",
                LabelSpec::new("规范性文件", &["行政规范性文件"], &[&["规范性文件"]]),
                &[],
            ),
        ],
    },
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（五）项",
            &["第二十条第五项"],
            &[&["第二十条", "五", "项"]],
        )),
        columns: ITEM_COLUMNS,
        rows: &[
            RowSpec::new("license", LabelSpec::new("行政许可", &[], &[&["行政许可"]]), &[]),
            RowSpec::new(
                "other_services",
                LabelSpec::new("其他对外管理服务事项", &[], &[&["对外管理服务"]]),
                &[],
            ),
        ],
    },
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（六）项",
            &["第二十条第六项"],
            &[&["第二十条", "六", "项"]],
        )),
        columns: ITEM_COLUMNS,
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
        columns: CHARGED_ITEM_COLUMNS,
        rows: &[RowSpec::new("fee", LabelSpec::new("行政事业性收费", &[], &[&["事业性收费"]]), &[])],
    },
    BlockSpec {
        heading: Some(LabelSpec::new(
            "第二十条第（九）项",
            &["第二十条第九项"],
            &[&["第二十条", "九", "项"]],
        )),
        columns: PROCUREMENT_COLUMNS,
        rows: &[RowSpec::new("procurement", LabelSpec::new("政府集中采购", &[], &[&["集中采购"]]), &[])],
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
    OTHER_UNDIVIDED,
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
    RowId("other"),
];
