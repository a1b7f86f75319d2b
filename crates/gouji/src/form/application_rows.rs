//! The rows of the table of applications, of which each form has its own
//! choice.

use super::{LabelSpec, RowSpec};

static RESULTS: LabelSpec = LabelSpec::new("三、本年度办理结果", &["办理结果"], &[&["办理结果"]]);
static DENY: LabelSpec = LabelSpec::only("（三）不予公开");
static UNABLE: LabelSpec = LabelSpec::only("（四）无法提供");
static REJECT: LabelSpec = LabelSpec::only("（五）不予处理");
static OTHER: LabelSpec = LabelSpec::new("（六）其他处理", &["其他"], &[&["其他处理"]]);

const UNDER_RESULTS: &[&LabelSpec] = &[&RESULTS];
const UNDER_DENY: &[&LabelSpec] = &[&RESULTS, &DENY];
const UNDER_UNABLE: &[&LabelSpec] = &[&RESULTS, &UNABLE];
const UNDER_REJECT: &[&LabelSpec] = &[&RESULTS, &REJECT];
const UNDER_OTHER: &[&LabelSpec] = &[&RESULTS, &OTHER];

pub(super) const NEW: RowSpec = RowSpec::new(
    "new",
    LabelSpec::new("一、本年新收政府信息公开申请数量", &["本年新收"], &[&["本年新收"], &["新收", "申请"]]),
    &[],
);
pub(super) const CARRIED_IN: RowSpec = RowSpec::new(
    "carried_in",
    LabelSpec::new("二、上年结转政府信息公开申请数量", &["上年结转"], &[&["上年结转"], &["上年度结转"]]),
    &[],
);
pub(super) const GRANTED: RowSpec = RowSpec::new("granted", LabelSpec::only("（一）予以公开"), UNDER_RESULTS);
pub(super) const PARTIAL: RowSpec = RowSpec::new(
    "partial",
    LabelSpec::new(
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        &["部分公开"],
        &[&["部分公开"]],
    ),
    UNDER_RESULTS,
);
pub(super) const DENY_SECRET: RowSpec =
    RowSpec::new("deny_secret", LabelSpec::new("1.属于国家秘密", &[], &[&["国家秘密"]]), UNDER_DENY);
pub(super) const DENY_LAW: RowSpec = RowSpec::new(
    "deny_law",
    LabelSpec::new("2.其他法律行政法规禁止公开", &[], &[&["其他法律"], &["法规禁止"]]),
    UNDER_DENY,
);
pub(super) const DENY_SAFETY: RowSpec = RowSpec::new(
    "deny_safety",
    LabelSpec::new("3.危及“三安全一稳定”", &[], &[&["三安全"], &["一稳定"]]),
    UNDER_DENY,
);
pub(super) const DENY_THIRD_PARTY: RowSpec =
    RowSpec::new("deny_third_party", LabelSpec::new("4.保护第三方合法权益", &[], &[&["第三方"]]), UNDER_DENY);
pub(super) const DENY_INTERNAL: RowSpec = RowSpec::new(
    "deny_internal",
    LabelSpec::new("5.属于三类内部事务信息", &["内部事务信息"], &[&["内部事务"]]),
    UNDER_DENY,
);
pub(super) const DENY_PROCESS: RowSpec = RowSpec::new(
    "deny_process",
    LabelSpec::new("6.属于四类过程性信息", &["过程性信息"], &[&["过程性"]]),
    UNDER_DENY,
);
pub(super) const DENY_ENFORCEMENT: RowSpec =
    RowSpec::new("deny_enforcement", LabelSpec::new("7.属于行政执法案卷", &[], &[&["执法案卷"]]), UNDER_DENY);
pub(super) const DENY_QUERY: RowSpec =
    RowSpec::new("deny_query", LabelSpec::new("8.属于行政查询事项", &[], &[&["行政查询"]]), UNDER_DENY);
pub(super) const UNABLE_NOT_HELD: RowSpec = RowSpec::new(
    "unable_not_held",
    LabelSpec::new("1.本机关不掌握相关政府信息", &[], &[&["不掌握"]]),
    UNDER_UNABLE,
);
pub(super) const UNABLE_CREATE: RowSpec = RowSpec::new(
    "unable_create",
    LabelSpec::new("2.没有现成信息需要另行制作", &[], &[&["没有现成"], &["另行制作"]]),
    UNDER_UNABLE,
);
pub(super) const UNABLE_UNCLEAR: RowSpec = RowSpec::new(
    "unable_unclear",
    LabelSpec::new("3.补正后申请内容仍不明确", &[], &[&["仍不明确"], &["补正后"]]),
    UNDER_UNABLE,
);
pub(super) const REJECT_PETITION: RowSpec = RowSpec::new(
    "reject_petition",
    LabelSpec::new("1.信访举报投诉类申请", &[], &[&["信访"], &["举报投诉"]]),
    UNDER_REJECT,
);
pub(super) const REJECT_REPEAT: RowSpec =
    RowSpec::new("reject_repeat", LabelSpec::new("2.重复申请", &[], &[&["重复申请"]]), UNDER_REJECT);
pub(super) const REJECT_PUBLICATION: RowSpec = RowSpec::new(
    "reject_publication",
    LabelSpec::new("3.要求提供公开出版物", &[], &[&["出版物"]]),
    UNDER_REJECT,
);
pub(super) const REJECT_ABUSE: RowSpec = RowSpec::new(
    "reject_abuse",
    LabelSpec::new("4.无正当理由大量反复申请", &[], &[&["大量反复"]]),
    UNDER_REJECT,
);
pub(super) const REJECT_CONFIRM: RowSpec = RowSpec::new(
    "reject_confirm",
    LabelSpec::new(
        "5.要求行政机关确认或重新出具已获取信息",
        &["要求确认或重新出具已获取信息"],
        &[&["重新出具"], &["确认", "已获取"]],
    ),
    UNDER_REJECT,
);
pub(super) const OTHER_NO_CORRECTION: RowSpec = RowSpec::new(
    "other_no_correction",
    LabelSpec::new(
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        &["逾期不补正", "申请人无正当理由逾期不补正"],
        &[&["逾期不补正"]],
    ),
    UNDER_OTHER,
);
pub(super) const OTHER_NO_FEE: RowSpec = RowSpec::new(
    "other_no_fee",
    LabelSpec::new(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        &["逾期不缴费", "申请人逾期未按收费通知要求缴纳费用"],
        &[&["收费通知"], &["缴纳费用"], &["不缴费"]],
    ),
    UNDER_OTHER,
);
pub(super) const OTHER_OTHER: RowSpec =
    RowSpec::new("other_other", LabelSpec::new("3.其他", &["其他原因"], &[]), UNDER_OTHER);
pub(super) const OTHER_UNDIVIDED: RowSpec =
    RowSpec::new("other", LabelSpec::new("（六）其他处理", &["其他"], &[&["其他处理"]]), UNDER_RESULTS);
pub(super) const TOTAL: RowSpec =
    RowSpec::new("total", LabelSpec::new("（七）总计", &["合计", "总计(7)", "总计(七)"], &[]), UNDER_RESULTS);
pub(super) const CARRIED_OUT: RowSpec = RowSpec::new(
    "carried_out",
    LabelSpec::new(
        "四、结转下年度继续办理",
        &["结转下一年度继续办理", "结转下年", "结转下年度"],
        &[&["结转下"], &["转下一年度"], &["转下年度"]],
    ),
    &[],
);
