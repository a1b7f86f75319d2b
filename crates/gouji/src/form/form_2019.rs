//! The form of 2019: 国办公开办函〔2019〕60号.

use super::shared::{
    APPLICANT_COLUMNS, APPLICANTS_ADD_UP, APPLICATIONS_FURNITURE, BALANCE, DENY, FEES, FEES_SECTION, REJECT,
    RESULTS, REVIEW, SECTIONS, UNABLE,
};
use super::{
    BlockSpec, ColumnId, ColumnSpec, Form, FormId, LabelSpec, NumberKind, RelationKind, RelationSpec, RowId,
    RowSpec, SectionKind, TableId, TableShape, TableSpec,
};

/// The form of 2019, 国办公开办函〔2019〕60号.
pub static FORM_2019: Form = Form {
    id: FormId::Y2019,
    document: "国办公开办函〔2019〕60号",
    years: (2019, Some(2020)),
    sections: SECTIONS,
    extra_sections: &[FEES_SECTION],
    tables: &[DISCLOSURE, APPLICATIONS, REVIEW, FEES],
};

const DISCLOSURE: TableSpec = TableSpec {
    id: TableId::Disclosure,
    title: "主动公开政府信息情况表",
    title_en: "proactive disclosure",
    section: SectionKind::Disclosure,
    shape: TableShape::Rows,
    blocks: &[
        BlockSpec {
            heading: Some(LabelSpec {
                text: "第二十条第（一）项",
                accepted: &["第二十条第一项"],
                cores: &[&["第二十条", "一", "项"]],
            }),
            columns: &[
                ColumnSpec {
                    id: ColumnId("made"),
                    label: LabelSpec {
                        text: "本年新制作数量", accepted: &[], cores: &[&["新制作"]]
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
                ColumnSpec {
                    id: ColumnId("published"),
                    label: LabelSpec {
                        text: "本年新公开数量", accepted: &[], cores: &[&["新公开"]]
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
                ColumnSpec {
                    id: ColumnId("total"),
                    label: LabelSpec {
                        text: "对外公开总数量", accepted: &[], cores: &[&["公开总数"]]
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
            ],
            rows: &[
                RowSpec {
                    id: RowId("regulation"),
                    label: LabelSpec { text: "规章", accepted: &[], cores: &[&["规章"]] },
                    groups: &[],
                },
                RowSpec {
                    id: RowId("normative"),
                    label: LabelSpec {
                        text: "规范性文件",
                        accepted: &["行政规范性文件"],
                        cores: &[&["规范性文件"]],
                    },
                    groups: &[],
                },
            ],
        },
        BlockSpec {
            heading: Some(LabelSpec {
                text: "第二十条第（五）项",
                accepted: &["第二十条第五项"],
                cores: &[&["第二十条", "五", "项"]],
            }),
            columns: &[
                ColumnSpec {
                    id: ColumnId("items_before"),
                    label: LabelSpec {
                        text: "上一年项目数量",
                        accepted: &[],
                        cores: &[&["上一年项目"], &["上年项目"]],
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
                ColumnSpec {
                    id: ColumnId("items_change"),
                    label: LabelSpec {
                        text: "本年增/减", accepted: &["本年增减"], cores: &[&["本年增"]]
                    },
                    groups: &[],
                    kind: NumberKind::Change,
                },
                ColumnSpec {
                    id: ColumnId("decisions"),
                    label: LabelSpec {
                        text: "处理决定数量",
                        accepted: &["本年处理决定数量"],
                        cores: &[&["处理决定"]],
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
            ],
            rows: &[
                RowSpec {
                    id: RowId("license"),
                    label: LabelSpec { text: "行政许可", accepted: &[], cores: &[&["行政许可"]] },
                    groups: &[],
                },
                RowSpec {
                    id: RowId("other_services"),
                    label: LabelSpec {
                        text: "其他对外管理服务事项",
                        accepted: &[],
                        cores: &[&["对外管理服务"]],
                    },
                    groups: &[],
                },
            ],
        },
        BlockSpec {
            heading: Some(LabelSpec {
                text: "第二十条第（六）项",
                accepted: &["第二十条第六项"],
                cores: &[&["第二十条", "六", "项"]],
            }),
            columns: &[
                ColumnSpec {
                    id: ColumnId("items_before"),
                    label: LabelSpec {
                        text: "上一年项目数量",
                        accepted: &[],
                        cores: &[&["上一年项目"], &["上年项目"]],
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
                ColumnSpec {
                    id: ColumnId("items_change"),
                    label: LabelSpec {
                        text: "本年增/减", accepted: &["本年增减"], cores: &[&["本年增"]]
                    },
                    groups: &[],
                    kind: NumberKind::Change,
                },
                ColumnSpec {
                    id: ColumnId("decisions"),
                    label: LabelSpec {
                        text: "处理决定数量",
                        accepted: &["本年处理决定数量"],
                        cores: &[&["处理决定"]],
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
            ],
            rows: &[
                RowSpec {
                    id: RowId("penalty"),
                    label: LabelSpec { text: "行政处罚", accepted: &[], cores: &[&["行政处罚"]] },
                    groups: &[],
                },
                RowSpec {
                    id: RowId("coercion"),
                    label: LabelSpec { text: "行政强制", accepted: &[], cores: &[&["行政强制"]] },
                    groups: &[],
                },
            ],
        },
        BlockSpec {
            heading: Some(LabelSpec {
                text: "第二十条第（八）项",
                accepted: &["第二十条第八项"],
                cores: &[&["第二十条", "八", "项"]],
            }),
            columns: &[
                ColumnSpec {
                    id: ColumnId("items_before"),
                    label: LabelSpec {
                        text: "上一年项目数量",
                        accepted: &[],
                        cores: &[&["上一年项目"], &["上年项目"]],
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
                ColumnSpec {
                    id: ColumnId("items_change"),
                    label: LabelSpec {
                        text: "本年增/减", accepted: &["本年增减"], cores: &[&["本年增"]]
                    },
                    groups: &[],
                    kind: NumberKind::Change,
                },
            ],
            rows: &[RowSpec {
                id: RowId("fee"),
                label: LabelSpec {
                    text: "行政事业性收费", accepted: &[], cores: &[&["事业性收费"]]
                },
                groups: &[],
            }],
        },
        BlockSpec {
            heading: Some(LabelSpec {
                text: "第二十条第（九）项",
                accepted: &["第二十条第九项"],
                cores: &[&["第二十条", "九", "项"]],
            }),
            columns: &[
                ColumnSpec {
                    id: ColumnId("projects"),
                    label: LabelSpec {
                        text: "采购项目数量", accepted: &[], cores: &[&["采购项目"]]
                    },
                    groups: &[],
                    kind: NumberKind::Count,
                },
                ColumnSpec {
                    id: ColumnId("amount"),
                    label: LabelSpec {
                        text: "采购总金额",
                        accepted: &[],
                        cores: &[&["采购总金额"], &["采购金额"]],
                    },
                    groups: &[],
                    kind: NumberKind::Amount,
                },
            ],
            rows: &[RowSpec {
                id: RowId("procurement"),
                label: LabelSpec { text: "政府集中采购", accepted: &[], cores: &[&["集中采购"]] },
                groups: &[],
            }],
        },
    ],
    furniture: &[LabelSpec::only("信息内容")],
    relations: &[],
};

const APPLICATIONS: TableSpec = TableSpec {
    id: TableId::Applications,
    title: "收到和处理政府信息公开申请情况表",
    title_en: "applications",
    section: SectionKind::Applications,
    shape: TableShape::Rows,
    blocks: &[BlockSpec { heading: None, columns: APPLICANT_COLUMNS, rows: APPLICATION_ROWS }],
    furniture: APPLICATIONS_FURNITURE,
    relations: &[APPLICANTS_ADD_UP, RESULTS_ADD_UP, BALANCE],
};

const APPLICATION_ROWS: &[RowSpec] = &[
    RowSpec {
        id: RowId("new"),
        label: LabelSpec {
            text: "一、本年新收政府信息公开申请数量",
            accepted: &["本年新收"],
            cores: &[&["本年新收"], &["新收", "申请"]],
        },
        groups: &[],
    },
    RowSpec {
        id: RowId("carried_in"),
        label: LabelSpec {
            text: "二、上年结转政府信息公开申请数量",
            accepted: &["上年结转"],
            cores: &[&["上年结转"], &["上年度结转"]],
        },
        groups: &[],
    },
    RowSpec { id: RowId("granted"), label: LabelSpec::only("（一）予以公开"), groups: &[&RESULTS] },
    RowSpec {
        id: RowId("partial"),
        label: LabelSpec {
            text: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
            accepted: &["部分公开"],
            cores: &[&["部分公开"]],
        },
        groups: &[&RESULTS],
    },
    RowSpec {
        id: RowId("deny_secret"),
        label: LabelSpec { text: "1.属于国家秘密", accepted: &[], cores: &[&["国家秘密"]] },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_law"),
        label: LabelSpec {
            text: "2.其他法律行政法规禁止公开",
            accepted: &[],
            cores: &[&["其他法律"], &["法规禁止"]],
        },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_safety"),
        label: LabelSpec {
            text: "3.危及“三安全一稳定”", accepted: &[], cores: &[&["三安全"], &["一稳定"]]
        },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_third_party"),
        label: LabelSpec { text: "4.保护第三方合法权益", accepted: &[], cores: &[&["第三方"]] },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_internal"),
        label: LabelSpec {
            text: "5.属于三类内部事务信息",
            accepted: &["内部事务信息"],
            cores: &[&["内部事务"]],
        },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_process"),
        label: LabelSpec {
            text: "6.属于四类过程性信息", accepted: &["过程性信息"], cores: &[&["过程性"]]
        },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_enforcement"),
        label: LabelSpec { text: "7.属于行政执法案卷", accepted: &[], cores: &[&["执法案卷"]] },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("deny_query"),
        label: LabelSpec { text: "8.属于行政查询事项", accepted: &[], cores: &[&["行政查询"]] },
        groups: &[&RESULTS, &DENY],
    },
    RowSpec {
        id: RowId("unable_not_held"),
        label: LabelSpec {
            text: "1.本机关不掌握相关政府信息", accepted: &[], cores: &[&["不掌握"]]
        },
        groups: &[&RESULTS, &UNABLE],
    },
    RowSpec {
        id: RowId("unable_create"),
        label: LabelSpec {
            text: "2.没有现成信息需要另行制作",
            accepted: &[],
            cores: &[&["没有现成"], &["另行制作"]],
        },
        groups: &[&RESULTS, &UNABLE],
    },
    RowSpec {
        id: RowId("unable_unclear"),
        label: LabelSpec {
            text: "3.补正后申请内容仍不明确",
            accepted: &[],
            cores: &[&["仍不明确"], &["补正后"]],
        },
        groups: &[&RESULTS, &UNABLE],
    },
    RowSpec {
        id: RowId("reject_petition"),
        label: LabelSpec {
            text: "1.信访举报投诉类申请", accepted: &[], cores: &[&["信访"], &["举报投诉"]]
        },
        groups: &[&RESULTS, &REJECT],
    },
    RowSpec {
        id: RowId("reject_repeat"),
        label: LabelSpec { text: "2.重复申请", accepted: &[], cores: &[&["重复申请"]] },
        groups: &[&RESULTS, &REJECT],
    },
    RowSpec {
        id: RowId("reject_publication"),
        label: LabelSpec { text: "3.要求提供公开出版物", accepted: &[], cores: &[&["出版物"]] },
        groups: &[&RESULTS, &REJECT],
    },
    RowSpec {
        id: RowId("reject_abuse"),
        label: LabelSpec {
            text: "4.无正当理由大量反复申请", accepted: &[], cores: &[&["大量反复"]]
        },
        groups: &[&RESULTS, &REJECT],
    },
    RowSpec {
        id: RowId("reject_confirm"),
        label: LabelSpec {
            text: "5.要求行政机关确认或重新出具已获取信息",
            accepted: &["要求确认或重新出具已获取信息"],
            cores: &[&["重新出具"], &["确认", "已获取"]],
        },
        groups: &[&RESULTS, &REJECT],
    },
    RowSpec {
        id: RowId("other"),
        label: LabelSpec {
            text: "（六）其他处理", accepted: &["其他"], cores: &[&["其他处理"]]
        },
        groups: &[&RESULTS],
    },
    RowSpec {
        id: RowId("total"),
        label: LabelSpec {
            text: "（七）总计", accepted: &["合计", "总计(7)", "总计(七)"], cores: &[]
        },
        groups: &[&RESULTS],
    },
    RowSpec {
        id: RowId("carried_out"),
        label: LabelSpec {
            text: "四、结转下年度继续办理",
            accepted: &["结转下一年度继续办理", "结转下年", "结转下年度"],
            cores: &[&["结转下"], &["转下一年度"], &["转下年度"]],
        },
        groups: &[],
    },
];

/// In every column the results add up to （七）总计.
const RESULTS_ADD_UP: RelationSpec = RelationSpec::InEveryColumn {
    kind: RelationKind::ColumnTotal,
    left: &[
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
    ],
    right: &[RowId("total")],
};
