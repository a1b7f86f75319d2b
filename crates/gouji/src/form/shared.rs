//! What the forms of 2019 and 2021 have in common.

use super::{
    BlockSpec, ColumnId, ColumnSpec, LabelSpec, NumberKind, RelationKind, RelationSpec, RowId, RowSpec,
    SectionKind, SectionSpec, TableId, TableShape, TableSpec,
};

/// The six sections; the short names are those of the template, the longer
/// ones those of the explanatory part of the same notices.
pub(super) const SECTIONS: &[SectionSpec] = &[
    SectionSpec {
        kind: SectionKind::Overview,
        heading: LabelSpec {
            text: "总体情况",
            accepted: &[],
            cores: &[&["总体情况"], &["总体概况"], &["概述"], &["总体概述"], &["基本情况"]],
        },
    },
    SectionSpec {
        kind: SectionKind::Disclosure,
        heading: LabelSpec {
            text: "主动公开政府信息情况",
            accepted: &["行政机关主动公开政府信息情况"],
            cores: &[&["主动公开政府"], &["主动公开", "信息", "情况"], &["主动公开情况"]],
        },
    },
    SectionSpec {
        kind: SectionKind::Applications,
        heading: LabelSpec {
            text: "收到和处理政府信息公开申请情况",
            accepted: &["行政机关收到和处理政府信息公开申请情况"],
            cores: &[&["收到", "处理", "申请"], &["依申请公开", "情况"]],
        },
    },
    SectionSpec {
        kind: SectionKind::Review,
        heading: LabelSpec {
            text: "政府信息公开行政复议、行政诉讼情况",
            accepted: &["因政府信息公开工作被申请行政复议、提起行政诉讼情况"],
            cores: &[&["复议", "诉讼"]],
        },
    },
    SectionSpec {
        kind: SectionKind::Problems,
        heading: LabelSpec {
            text: "存在的主要问题及改进情况",
            accepted: &["政府信息公开工作存在的主要问题及改进情况"],
            cores: &[&["问题", "改进"], &["问题", "措施"], &["存在", "问题"]],
        },
    },
    SectionSpec {
        kind: SectionKind::Other,
        heading: LabelSpec {
            text: "其他需要报告的事项",
            accepted: &[],
            cores: &[&["其他", "事项"], &["其它", "事项"]],
        },
    },
];

/// An extra section in use in some provinces, recognised so that the sections
/// after it are not taken for misnumbered ones.
pub(super) const FEES_SECTION: SectionSpec = SectionSpec {
    kind: SectionKind::Fees,
    heading: LabelSpec {
        text: "信息处理费收取情况",
        accepted: &[],
        cores: &[&["信息处理费"], &["收费", "情况"]],
    },
};

/// The merged label 三、本年度办理结果 and those of its groups.
pub(super) static RESULTS: LabelSpec =
    LabelSpec {
        text: "三、本年度办理结果", accepted: &["办理结果"], cores: &[&["办理结果"]]
    };
pub(super) static DENY: LabelSpec = LabelSpec::only("（三）不予公开");
pub(super) static UNABLE: LabelSpec = LabelSpec::only("（四）无法提供");
pub(super) static REJECT: LabelSpec = LabelSpec::only("（五）不予处理");

static APPLICANTS: LabelSpec = LabelSpec::only("申请人情况");
static ORGANISATIONS: LabelSpec =
    LabelSpec { text: "法人或其他组织", accepted: &[], cores: &[&["法人", "组织"]] };

/// The columns of the applications.
pub(super) const APPLICANT_COLUMNS: &[ColumnSpec] = &[
    ColumnSpec {
        id: ColumnId("natural"),
        label: LabelSpec::only("自然人"),
        groups: &[&APPLICANTS],
        kind: NumberKind::Count,
    },
    ColumnSpec {
        id: ColumnId("business"),
        label: LabelSpec { text: "商业企业", accepted: &[], cores: &[&["商业"]] },
        groups: &[&APPLICANTS, &ORGANISATIONS],
        kind: NumberKind::Count,
    },
    ColumnSpec {
        id: ColumnId("research"),
        label: LabelSpec { text: "科研机构", accepted: &[], cores: &[&["科研"]] },
        groups: &[&APPLICANTS, &ORGANISATIONS],
        kind: NumberKind::Count,
    },
    ColumnSpec {
        id: ColumnId("charity"),
        label: LabelSpec { text: "社会公益组织", accepted: &["社会公益"], cores: &[&["公益"]] },
        groups: &[&APPLICANTS, &ORGANISATIONS],
        kind: NumberKind::Count,
    },
    ColumnSpec {
        id: ColumnId("legal"),
        label: LabelSpec { text: "法律服务机构", accepted: &[], cores: &[&["法律服务"]] },
        groups: &[&APPLICANTS, &ORGANISATIONS],
        kind: NumberKind::Count,
    },
    ColumnSpec {
        id: ColumnId("other"),
        label: LabelSpec { text: "其他", accepted: &["其他组织", "其它"], cores: &[] },
        groups: &[&APPLICANTS, &ORGANISATIONS],
        kind: NumberKind::Count,
    },
    ColumnSpec {
        id: ColumnId("total"),
        label: LabelSpec { text: "总计", accepted: &["合计"], cores: &[] },
        groups: &[&APPLICANTS],
        kind: NumberKind::Count,
    },
];

/// The note in the corner of the table of applications.
pub(super) const APPLICATIONS_FURNITURE: &[LabelSpec] = &[LabelSpec {
    text: "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）",
    accepted: &[],
    cores: &[&["勾稽关系"]],
}];

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
            ColumnSpec {
                id: ColumnId("upheld"),
                label: LabelSpec::only("结果维持"),
                groups: &[],
                kind: NumberKind::Count,
            },
            ColumnSpec {
                id: ColumnId("corrected"),
                label: LabelSpec::only("结果纠正"),
                groups: &[],
                kind: NumberKind::Count,
            },
            ColumnSpec {
                id: ColumnId("other"),
                label: LabelSpec::only("其他结果"),
                groups: &[],
                kind: NumberKind::Count,
            },
            ColumnSpec {
                id: ColumnId("pending"),
                label: LabelSpec::only("尚未审结"),
                groups: &[],
                kind: NumberKind::Count,
            },
            ColumnSpec {
                id: ColumnId("total"),
                label: LabelSpec { text: "总计", accepted: &["合计"], cores: &[] },
                groups: &[],
                kind: NumberKind::Count,
            },
        ],
        rows: &[
            RowSpec { id: RowId("review"), label: LabelSpec::only("行政复议"), groups: &[&REVIEWS] },
            RowSpec {
                id: RowId("direct"),
                label: LabelSpec {
                    text: "未经复议直接起诉",
                    accepted: &["行政诉讼(未经复议直接起诉)", "直接起诉"],
                    cores: &[&["未经复议"]],
                },
                groups: &[&LAWSUITS],
            },
            RowSpec {
                id: RowId("after_review"),
                label: LabelSpec {
                    text: "复议后起诉",
                    accepted: &["行政诉讼(复议后起诉)"],
                    cores: &[&["复议后"]],
                },
                groups: &[&LAWSUITS],
            },
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
            ColumnSpec {
                id: ColumnId("notices"),
                label: LabelSpec { text: "通知收取件数", accepted: &[], cores: &[&["收取件数"]] },
                groups: &[],
                kind: NumberKind::Count,
            },
            ColumnSpec {
                id: ColumnId("charged"),
                label: LabelSpec {
                    text: "通知收取金额（元）",
                    accepted: &["通知收取金额"],
                    cores: &[&["通知收取金额"]],
                },
                groups: &[],
                kind: NumberKind::Amount,
            },
            ColumnSpec {
                id: ColumnId("collected"),
                label: LabelSpec {
                    text: "实际收取金额（元）",
                    accepted: &["实际收取金额"],
                    cores: &[&["实际收取金额"]],
                },
                groups: &[],
                kind: NumberKind::Amount,
            },
        ],
        rows: &[RowSpec {
            id: RowId("processing"),
            label: LabelSpec {
                text: "信息处理费收取情况",
                accepted: &["信息处理费"],
                cores: &[&["信息处理费"]],
            },
            groups: &[],
        }],
    }],
    furniture: &[],
    relations: &[],
};
