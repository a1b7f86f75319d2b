//! What the forms of 2019 and 2021 have in common.

use super::{
    BlockSpec, ColumnId, ColumnSpec, LabelSpec, RelationKind, RelationSpec, RowId, RowSpec, SectionKind,
    SectionSpec, TableId, TableShape, TableSpec,
};

/// The six sections; the short names are those of the template, the longer
/// ones those of the explanatory part of the same notices.
pub(super) const SECTIONS: &[SectionSpec] = &[
    SectionSpec {
        kind: SectionKind::Overview,
        heading: LabelSpec::new(
            "总体情况",
            &[],
            &[&["总体情况"], &["总体", "情况"], &["概况"], &["概述"], &["基本情况"]],
        ),
        with_its_number: &[],
    },
    SectionSpec {
        kind: SectionKind::Disclosure,
        heading: LabelSpec::new(
            "主动公开政府信息情况",
            &["行政机关主动公开政府信息情况"],
            &[&["主动公开政府"], &["主动公开", "信息", "情况"], &["主动公开情况"]],
        ),
        with_its_number: &[],
    },
    SectionSpec {
        kind: SectionKind::Applications,
        heading: LabelSpec::new(
            "收到和处理政府信息公开申请情况",
            &["行政机关收到和处理政府信息公开申请情况"],
            &[&["收到", "处理", "申请"], &["申请公开", "情况"], &["公开申请", "办理"], &["公开申请", "处理"]],
        ),
        with_its_number: &[],
    },
    SectionSpec {
        kind: SectionKind::Review,
        heading: LabelSpec::new(
            "政府信息公开行政复议、行政诉讼情况",
            &["因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
            &[&["复议", "诉讼"]],
        ),
        with_its_number: &[],
    },
    SectionSpec {
        kind: SectionKind::Problems,
        heading: LabelSpec::new(
            "存在的主要问题及改进情况",
            &["政府信息公开工作存在的主要问题及改进情况"],
            &[
                &["问题", "改进"],
                &["问题", "措施"],
                &["存在", "问题"],
                &["问题", "整改"],
                &["问题", "打算"],
                &["不足", "改进"],
                &["不足", "措施"],
                &["不足", "打算"],
                &["主要困难"],
            ],
        ),
        with_its_number: &[],
    },
    SectionSpec {
        kind: SectionKind::Other,
        heading: LabelSpec::new(
            "其他需要报告的事项",
            &[],
            &[&["其他", "事项"], &["其它", "事项"], &["其他", "情况"]],
        ),
        with_its_number: &["其他", "其它", "其他方面"],
    },
];

/// An extra section in use in some provinces, recognised so that the sections
/// after it are not taken for misnumbered ones.
pub(super) const FEES_SECTION: SectionSpec = SectionSpec {
    kind: SectionKind::Fees,
    heading: LabelSpec::new("信息处理费收取情况", &[], &[&["信息处理费"], &["收费", "情况"]]),
    with_its_number: &[],
};

static APPLICANTS: LabelSpec = LabelSpec::only("申请人情况");
static ORGANISATIONS: LabelSpec = LabelSpec::new("法人或其他组织", &[], &[&["法人", "组织"]]);

const UNDER_APPLICANTS: &[&LabelSpec] = &[&APPLICANTS];
const UNDER_ORGANISATIONS: &[&LabelSpec] = &[&APPLICANTS, &ORGANISATIONS];

/// The columns of the applications.
pub(super) const APPLICANT_COLUMNS: &[ColumnSpec] = &[
    ColumnSpec::count("natural", LabelSpec::only("自然人")).under(UNDER_APPLICANTS),
    ColumnSpec::count("business", LabelSpec::new("商业企业", &[], &[&["商业"]])).under(UNDER_ORGANISATIONS),
    ColumnSpec::count("research", LabelSpec::new("科研机构", &[], &[&["科研"]])).under(UNDER_ORGANISATIONS),
    ColumnSpec::count("charity", LabelSpec::new("社会公益组织", &["社会公益"], &[&["公益"]]))
        .under(UNDER_ORGANISATIONS),
    ColumnSpec::count("legal", LabelSpec::new("法律服务机构", &[], &[&["法律服务"]]))
        .under(UNDER_ORGANISATIONS),
    ColumnSpec::count("other", LabelSpec::new("其他", &["其他组织", "其它"], &[])).under(UNDER_ORGANISATIONS),
    ColumnSpec::count("total", LabelSpec::new("总计", &["合计"], &[])).under(UNDER_APPLICANTS),
];

const DISCLOSURE_FURNITURE: &[LabelSpec] = &[LabelSpec::only("信息内容")];
const APPLICATIONS_FURNITURE: &[LabelSpec] = &[LabelSpec::new(
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    &[],
    &[&["勾稽关系"]],
)];

/// The table of proactive disclosure with the blocks of a form.
pub(super) const fn disclosure(blocks: &'static [BlockSpec]) -> TableSpec {
    TableSpec {
        id: TableId::Disclosure,
        title: "主动公开政府信息情况表",
        title_en: "proactive disclosure",
        section: SectionKind::Disclosure,
        shape: TableShape::Rows,
        blocks,
        furniture: DISCLOSURE_FURNITURE,
        relations: &[],
    }
}

/// The table of applications with the rows and relations of a form.
pub(super) const fn applications(
    blocks: &'static [BlockSpec],
    relations: &'static [RelationSpec],
) -> TableSpec {
    TableSpec {
        id: TableId::Applications,
        title: "收到和处理政府信息公开申请情况表",
        title_en: "applications",
        section: SectionKind::Applications,
        shape: TableShape::Rows,
        blocks,
        furniture: APPLICATIONS_FURNITURE,
        relations,
    }
}

/// In every column the results add up to （七）总计.
pub(super) const fn results_add_up(results: &'static [RowId]) -> RelationSpec {
    RelationSpec::InEveryColumn { kind: RelationKind::ColumnTotal, left: results, right: &[RowId("total")] }
}

/// In every row the applicants add up to 总计.
pub(super) const APPLICANTS_ADD_UP: RelationSpec = RelationSpec::InEveryRow {
    kind: RelationKind::Row,
    addends: &[
        ColumnId("natural"),
        ColumnId("business"),
        ColumnId("research"),
        ColumnId("charity"),
        ColumnId("legal"),
        ColumnId("other"),
    ],
    total: ColumnId("total"),
};

/// 一 + 二 = 三 + 四, stated in the corner of the table.
pub(super) const BALANCE: RelationSpec = RelationSpec::InEveryColumn {
    kind: RelationKind::Balance,
    left: &[RowId("new"), RowId("carried_in")],
    right: &[RowId("total"), RowId("carried_out")],
};

static REVIEWS: LabelSpec = LabelSpec::only("行政复议");
static LAWSUITS: LabelSpec = LabelSpec::only("行政诉讼");

const UNDER_REVIEWS: &[&LabelSpec] = &[&REVIEWS];
const UNDER_LAWSUITS: &[&LabelSpec] = &[&LAWSUITS];

/// Reviews and lawsuits: three groups of five, side by side on one line.
pub(super) const REVIEW: TableSpec = TableSpec {
    id: TableId::Review,
    title: "行政复议、行政诉讼情况表",
    title_en: "reviews and lawsuits",
    section: SectionKind::Review,
    shape: TableShape::SideBySide,
    blocks: &[BlockSpec {
        heading: None,
        columns: &[
            ColumnSpec::count("upheld", LabelSpec::only("结果维持")),
            ColumnSpec::count("corrected", LabelSpec::only("结果纠正")),
            ColumnSpec::count("other", LabelSpec::only("其他结果")),
            ColumnSpec::count("pending", LabelSpec::only("尚未审结")),
            ColumnSpec::count("total", LabelSpec::new("总计", &["合计"], &[])),
        ],
        rows: &[
            RowSpec::new("review", LabelSpec::only("行政复议"), UNDER_REVIEWS),
            RowSpec::new(
                "direct",
                LabelSpec::new(
                    "未经复议直接起诉",
                    &["行政诉讼(未经复议直接起诉)", "直接起诉"],
                    &[&["未经复议"]],
                ),
                UNDER_LAWSUITS,
            ),
            RowSpec::new(
                "after_review",
                LabelSpec::new("复议后起诉", &["行政诉讼(复议后起诉)"], &[&["复议后"]]),
                UNDER_LAWSUITS,
            ),
        ],
    }],
    furniture: &[],
    relations: &[RelationSpec::InEveryRow {
        kind: RelationKind::ReviewTotal,
        addends: &[ColumnId("upheld"), ColumnId("corrected"), ColumnId("other"), ColumnId("pending")],
        total: ColumnId("total"),
    }],
};

/// The fee table some provinces add: 国办函〔2020〕109号 in figures, amounts in 元.
pub(super) const FEES: TableSpec = TableSpec {
    id: TableId::Fees,
    title: "信息处理费收取情况表",
    title_en: "processing fees",
    section: SectionKind::Fees,
    shape: TableShape::Rows,
    blocks: &[BlockSpec {
        heading: None,
        columns: &[
            ColumnSpec::count("notices", LabelSpec::new("通知收取件数", &[], &[&["收取件数"]])),
            ColumnSpec::amount(
                "charged",
                LabelSpec::new("通知收取金额（元）", &["通知收取金额"], &[&["通知收取金额"]]),
            ),
            ColumnSpec::amount(
                "collected",
                LabelSpec::new("实际收取金额（元）", &["实际收取金额"], &[&["实际收取金额"]]),
            ),
        ],
        rows: &[RowSpec::new(
            "processing",
            LabelSpec::new("信息处理费收取情况", &["信息处理费"], &[&["信息处理费"]]),
            &[],
        )],
    }],
    furniture: &[],
    relations: &[],
};
