//! Sentences as people write them, and what is read in each.

use super::{Claim, ClaimKind};
use crate::reading::{Document, Quantity};
use crate::{Options, check};

/// An invented report on 2024; `{}` is where the sentence stands.
const REPORT: &str = include_str!("../../../../../tests/reports/县政府2024.txt");

fn document(text: &str) -> Document {
    crate::reading::read(text, &Options::default())
}

/// The report with `prose` in the place of what it says of applications.
fn report(prose: &str) -> String {
    let start = REPORT.find("县政务公开办统一登记").expect("it is there");
    let end = start + REPORT[start..].find('\n').expect("a line ends");
    [&REPORT[..start], prose, &REPORT[end..]].concat()
}

/// What is claimed: the first reading, the figure, and whether the tables
/// agree (=), do not (≠), or cannot tell (?).
fn claimed(prose: &str) -> Vec<String> {
    let text = report(prose);
    let base = document(&report("")).claims.len();
    let claims = document(&text).claims;
    assert_eq!(base, 2, "the report itself claims that there was no fee");
    let words = |claim: &Claim| {
        let names = |cells: &[crate::form::CellId]| {
            let mut name = String::new();
            for cell in cells {
                name += if name.is_empty() { "" } else { "+" };
                name += &[cell.row.0, ".", cell.column.0].concat();
            }
            name.replace(".total", "").replace(".decisions", "")
        };
        let value = match &claim.value {
            Quantity::Count(count) => count.to_string(),
            Quantity::Decimal(digits) => digits.clone(),
        };
        let whole = claim.wholes.first().map(|whole| ["/", &names(whole)].concat()).unwrap_or_default();
        let sign = match claim.agrees {
            Some(true) => "=",
            Some(false) => "≠",
            None => "?",
        };
        let kind = if claim.kind == ClaimKind::AllHandled { "all " } else { "" };
        [kind, &names(&claim.subjects[0]), &whole, " ", sign, " ", &value].concat()
    };
    claims.iter().filter(|claim| claim.kind != ClaimKind::Fee).map(words).collect()
}

fn assert_claims(cases: &[(&str, &[&str])]) {
    let mut wrong = String::new();
    for (prose, wanted) in cases {
        let found = claimed(prose);
        if found != *wanted {
            wrong += &[*prose, "\n   wanted ", &wanted.join("；"), "\n   found  ", &found.join("；"), "\n"]
                .concat();
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn applications_received_handled_and_carried() {
    assert_claims(&[
        (
            "全县受理信息公开申请179件，依法办结169件，结转下年度办理10件。",
            &["new+carried_in = 179", "total = 169", "carried_out = 10"],
        ),
        ("2024年，全县共收到政府信息公开申请171件。", &["new = 171"]),
        ("2024 年 共 收到 政府信息公开申请 1 71 件。", &["new = 171"]),
        ("共收到政府信息公开申请\n172\n件，已办结１６９件。", &["new ≠ 172", "total = 169"]),
        (
            "全年新收政府信息公开申请171件，上年结转8件，办结169件，结转2025年10件。",
            &["new = 171", "carried_in = 8", "total = 169", "carried_out = 10"],
        ),
        ("本年度收到申请一百七十一件，答复一百六十九件。", &["new = 171", "total = 169"]),
        ("全年办理政府信息公开申请179件（含上年度结转8件）。", &["total = 179", "carried_in = 8"]),
        ("收到公民、法人和其他组织提交的政府信息公开申请172件。", &["new ≠ 172"]),
        (
            "收到申请171件，其中自然人申请153件，法人或其他组织申请18件（商业企业12件、科研机构1件、社会公益组织1件、法律服务机构3件、其他1件）。",
            &[
                "new = 171",
                "new.natural = 153",
                "new.business+new.research+new.charity+new.legal+new.other = 18",
                "new.business = 12",
                "new.research = 1",
                "new.charity = 1",
                "new.legal = 3",
                "new.other = 1",
            ],
        ),
        ("对收到的171件申请，均依法办理，有10件结转下年度继续办理。", &["new = 171", "carried_out = 10"]),
        ("我县共受理依申请公开172件。", &["new+carried_in ≠ 172"]),
        ("通过网络、信函、当面等渠道共收到政府信息公开申请172件。", &["new ≠ 172"]),
        ("2023年结转8件，2024年新收171件，申请总数为179件。", &["carried_in = 8", "new = 171", "new = 179"]),
        ("2023年结转政府信息公开申请8件，2024年新收171件。", &["carried_in = 8", "new = 171"]),
        (
            "全年收到政府信息公开申请171件。其中，已办结168件，结转下一年度11件。",
            &["new = 171", "total ≠ 168", "carried_out ≠ 11"],
        ),
        ("共收到5件政府信息公开申请。", &["new ≠ 5"]),
        ("全年收到申请1,171件。", &["new ≠ 1171"]),
        ("共办结169件申请，其中予以公开70件。", &["total = 169", "granted = 70"]),
    ]);
}

#[test]
fn what_is_no_claim() {
    assert_claims(&[
        ("2023年收到政府信息公开申请150件，办结148件。", &[]),
        ("收到政府信息公开申请171件，比上年增加20件，同比增长13.2%。", &["new = 171"]),
        ("与2023年相比，收到的政府信息公开申请增加20件。", &[]),
        ("上半年收到政府信息公开申请80件。", &[]),
        ("1—6月收到政府信息公开申请80件，办结75件。", &[]),
        ("其中，县自然资源局收到政府信息公开申请45件，办结40件。", &[]),
        ("县政府办公室收到政府信息公开申请45件。", &[]),
        ("其中市本级受理政府信息公开申请60件。", &[]),
        ("收到群众来信120件，均已办结。", &[]),
        ("全年办理人大代表建议15件、政协提案40件，答复率100%。", &[]),
        ("接到12345热线工单3200件，办结3198件。", &[]),
        ("受理低保申请320件。", &[]),
        ("收到法律援助申请3690件，受理36件。", &[]),
        ("近三年共收到政府信息公开申请500余件。", &[]),
        ("收到政府信息公开申请近200件。", &[]),
        ("收到政府信息公开申请200多件。", &[]),
        ("收到政府信息公开申请1.2万件。", &[]),
        ("主动公开信息2055条，其中行政许可信息93条、行政处罚信息36条。", &[]),
        ("全市全年共制作公文信息8011份，其中，主动公开文件信息3612份，依申请公开文件信息2063份。", &[]),
        ("全县当面申请20件，网络申请100件，信函申请51件。", &[]),
        ("申请内容涉及征地拆迁45件、规划23件。", &[]),
        ("收到申请171件，涉及土地征收类90件。", &["new = 171"]),
        ("依据国办函〔2020〕109号文件，在20个工作日内办结。", &[]),
        ("下一步，力争办结政府信息公开申请200件。", &[]),
        ("组织政府信息公开培训3次，参训120人次。", &[]),
        ("高效办成一件事，公开办事指南20件。", &[]),
        ("作为复议机关，全年办理行政复议案件35件，审结30件。", &[]),
        ("县司法局审理行政诉讼案件12件。", &[]),
        ("制定《关于受理政府信息公开申请200件的办法》。", &[]),
        ("2024年全县共收到有效申请165件，无效申请6件。", &[]),
        ("从申请对象看，向县政府申请30件，向部门申请141件。", &[]),
        ("申请内容主要集中在土地征收等方面，共涉及政府信息公开申请85件。", &[]),
        ("收到申请后15个工作日内答复的有120件，20个工作日内答复的有49件。", &[]),
        ("政府信息公开申请数由2022年的120件上升到2024年的171件。", &[]),
        ("2023年、2024年分别收到政府信息公开申请186件、171件。", &[]),
        ("收到申请数量居前的是：县自然资源局60件、县住建局40件。", &[]),
        ("公开方式上，主动公开公文3000件，依申请公开公文200件，不予公开公文50件。", &[]),
        ("收到征地拆迁类政府信息公开申请45件、城乡规划类30件。", &[]),
        ("协助县政府办理依申请公开事项12件，均按要求反馈。", &[]),
        ("第四季度收到政府信息公开申请40件。", &[]),
        ("向申请人送达政府信息公开申请答复书160份，发出补正告知书12份。", &[]),
        ("复议机关维持5件，纠正4件。", &[]),
        ("出台县政府规范性文件5件，部门规范性文件3件。", &[]),
        ("全年共公开行政许可15000件，行政处罚1000件。", &[]),
        ("减免行政事业性收费120万元，取消行政许可3项。", &[]),
        ("修订规范性文件2件，宣布失效规范性文件3件。", &[]),
        ("完成规范性文件合法性审查12件，备案10件，清理63件。", &[]),
    ]);
}

#[test]
fn how_applications_were_answered() {
    assert_claims(&[
        (
            "办结申请169件，其中予以公开70件、部分公开16件、不予公开17件、无法提供49件、不予处理10件、其他处理7件。",
            &[
                "total = 169",
                "granted = 70",
                "partial = 16",
                "deny_secret+deny_law+deny_safety+deny_third_party+deny_internal+deny_process+deny_enforcement+deny_query = 17",
                "unable_not_held+unable_create+unable_unclear = 49",
                "reject_petition+reject_repeat+reject_publication+reject_abuse+reject_confirm = 10",
                "other_no_correction+other_no_fee+other_other = 7",
            ],
        ),
        ("办结的政府信息公开申请中，予以公开及部分公开86件。", &["granted+partial = 86"]),
        ("政府信息公开申请予以公开（含部分公开）87件。", &["granted+partial ≠ 87"]),
        (
            "依申请公开方面，因本机关不掌握相关政府信息无法提供42件，没有现成信息需要另行制作5件，补正后申请内容仍不明确3件。",
            &["unable_not_held = 42", "unable_create = 5", "unable_unclear ≠ 3"],
        ),
        (
            "政府信息公开申请中，信访举报投诉类申请6件，重复申请4件。",
            &["reject_petition = 6", "reject_repeat ≠ 4"],
        ),
        (
            "答复政府信息公开申请169件：属于过程性信息5件，行政执法案卷2件，行政查询事项1件，内部事务信息2件。",
            &[
                "total = 169",
                "deny_process = 5",
                "deny_enforcement = 2",
                "deny_query = 1",
                "deny_internal = 2",
            ],
        ),
        ("全县70件政府信息公开申请予以公开，16件部分公开。", &["granted = 70", "partial = 16"]),
        ("在政府信息公开申请办理结果中，申请人逾期不补正4件。", &["other_no_correction = 4"]),
    ]);
}

#[test]
fn reviews_and_lawsuits() {
    assert_claims(&[
        (
            "因政府信息公开被申请行政复议7件，其中维持3件、纠正2件、其他结果1件、尚未审结1件；被提起行政诉讼6件，其中维持3件。",
            &[
                "review = 7",
                "review.upheld = 3",
                "review.corrected = 2",
                "review.other = 1",
                "review.pending = 1",
                "direct+after_review = 6",
                "direct.upheld+after_review.upheld = 3",
            ],
        ),
        ("政府信息公开行政复议7件、行政诉讼5件。", &["review = 7", "direct+after_review ≠ 5"]),
        (
            "涉及政府信息公开的行政诉讼6件，其中未经复议直接起诉3件，复议后起诉3件。",
            &["direct+after_review = 6", "direct = 3", "after_review = 3"],
        ),
        (
            "2008年以来累计受理政府信息公开申请4608件。因政府信息公开被申请行政复议7件，其中尚未审结2件。",
            &["review = 7", "review.pending ≠ 2"],
        ),
        ("因依申请公开引发行政复议八件。", &["review ≠ 8"]),
        ("政府信息公开行政复议、行政诉讼共13件。", &["review+direct+after_review = 13"]),
        ("政府信息公开行政复议、行政诉讼均为0件。", &["review ≠ 0", "direct+after_review ≠ 0"]),
        ("未发生因政府信息公开引起的行政复议、行政诉讼案件。", &["review ≠ 0", "direct+after_review ≠ 0"]),
        ("因政府信息公开，行政复议、行政诉讼均未发生。", &["review ≠ 0", "direct+after_review ≠ 0"]),
        ("政府信息公开工作未发生行政复议被纠正情况。", &[]),
        ("没有因政府信息公开被提起行政诉讼败诉的情形。", &[]),
    ]);
}

#[test]
fn documents_and_decisions() {
    assert_claims(&[
        (
            "全年制发行政规范性文件9件，废止4件，现行有效63件。",
            &["normative.issued = 9", "normative.repealed = 4", "normative.in_force = 63"],
        ),
        ("网站集中发布现行有效规范性文件61件。", &["normative.in_force ≠ 61"]),
        ("公开县级现行有效规范性文件40份，部门现行有效规范性文件23份。", &["normative.in_force = 63"]),
        (
            "全年作出行政许可决定20417件、行政处罚1386件、行政强制52件。",
            &["license = 20417", "penalty = 1386", "coercion = 52"],
        ),
        ("全年办理行政许可20418件。", &["license ≠ 20418"]),
        ("收取行政事业性收费318.64万元。", &["fee.amount = 318.64"]),
        ("行政事业性收费3186402元。", &["fee.amount = 318.6402"]),
        ("收取行政事业性收费320万元。", &["fee.amount ≠ 320"]),
        ("以县政府名义印发规范性文件5件。", &[]),
        ("完善规章制度5项。", &[]),
        ("2022年至2024年，全县共制发行政规范性文件35件。", &[]),
        ("未制发规章。", &["regulation.issued = 0"]),
        ("制定规章2件。", &["regulation.issued ≠ 2"]),
    ]);
}

#[test]
fn nothing_and_all() {
    assert_claims(&[
        ("2024年未收到政府信息公开申请。", &["new ≠ 0"]),
        ("全年没有收到公民、法人和其他组织提出的政府信息公开申请。", &["new ≠ 0"]),
        ("本年度无依申请公开事项。", &["new ≠ 0"]),
        ("未收到政府信息公开方面的投诉。", &[]),
        ("没有超期未答复的政府信息公开申请。", &[]),
        ("收到政府信息公开申请171件，均已按期办结。", &["new = 171", "all carried_out ≠ 0"]),
        ("收到的政府信息公开申请全部按时答复。", &["all carried_out ≠ 0"]),
        ("收到政府信息公开申请171件，均已办结，结转下年10件。", &["new = 171", "carried_out = 10"]),
        ("全年无超期答复情况发生。", &[]),
        ("上年度结转的政府信息公开申请8件均已办结。", &["carried_in = 8"]),
        (
            "在办结的169件政府信息公开申请中，无法提供49件。",
            &["total = 169", "unable_not_held+unable_create+unable_unclear = 49"],
        ),
        ("依申请公开情况：无。", &["new ≠ 0"]),
        ("全年没有公民、法人或其他组织向县政府申请公开政府信息。", &["new ≠ 0"]),
        ("配合上级机关答复政府信息公开申请12件。", &[]),
        ("无结转下年度申请。", &["carried_out ≠ 0"]),
        ("政府信息公开申请办结率100%。", &["all carried_out ≠ 0"]),
        ("政府信息公开申请按时办结率100%。", &[]),
        ("网民留言均已办结。", &[]),
    ]);
}

#[test]
fn shares() {
    assert_claims(&[
        (
            "办结政府信息公开申请169件，其中予以公开70件，占41.4%。",
            &["total = 169", "granted = 70", "granted/total = 41.4"],
        ),
        (
            "办结政府信息公开申请169件，其中予以公开70件，占45.4%。",
            &["total = 169", "granted = 70", "granted/total ≠ 45.4"],
        ),
        ("收到政府信息公开申请171件，其中自然人申请占89.5%。", &["new = 171", "new.natural/new = 89.5"]),
        ("主动公开信息占比80%。", &[]),
        ("予以公开占51.4%。", &["granted/total ≠ 51.4"]),
        (
            "不予公开17件，其中过程性信息5件，占29.4%。",
            &[
                "deny_secret+deny_law+deny_safety+deny_third_party+deny_internal+deny_process+deny_enforcement+deny_query = 17",
                "deny_process = 5",
                "deny_process/total = 29.4",
            ],
        ),
        ("收到政府信息公开申请171件，申请人以自然人为主，占89.5%。", &["new = 171"]),
    ]);
}

#[test]
fn a_part_of_a_sum_is_no_contradiction() {
    let text = report("公开县级现行有效规范性文件40份，部门现行有效规范性文件23份。");
    let report = check(&text, &Options::default());
    assert!(report.findings.iter().all(|finding| !finding.rule.code.starts_with("GJ41")));
}
