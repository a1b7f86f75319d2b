//! Years that stand where the report year is due: what was left of last year's
//! text.

use super::{body_range, compact};
use crate::form::SectionKind;
use crate::reading::search::{
    begins_in, begins_with, clipped, ends_in, ends_in_a_digit, ends_with, find, find_last, has_any,
    leading_digits, skip_back, until,
};
use crate::reading::{Document, Spot};
use crate::text::TextRange;

/// Words of a sentence that may speak of another year: it compares, or tells
/// how something came about.
const COMPARES: &str = "相比 同比 对比 环比 上年 上一年 去年 往年 历年 以来 连续 增长 下降 增加 减少 较2 比2 较前 比前 \
    结转 此前 以前 当时 当年 起， 起, 荣获 获评 被评 成立 组建 挂牌 列明 决算 预算 规划 机构改革 \
    施行 修订 启动";

/// Who reports, before the year: 我局2022年共收到…
const ORGANS: &str = "我局 我委 我办 我厅 我院 我镇 我乡 我县 我区 我市 我省 全局 全镇 全乡 全县 全区 全市 全省 本机关 \
    本单位 本局 街道 政府";

/// What a report says of its year, right behind it.
const VERBS: &str = "新收 收到 受理 未 没有 累计 主动公开";

/// Words of a sentence that gives what a report gives of its year.
const REPORTS: &str = "收到 受理 办结 答复 收取 收费 主动公开 公开政府信息 公开信息 发布信息 发布政府信息 未发生 \
    没有发生 未发出 行政复议 行政诉讼";

/// How much of a paragraph or a sentence, in bytes, is looked at.
const MOST_LOOKED_AT: usize = 3_000;

pub(super) fn read(text: &str, document: &Document) -> Vec<Spot<u16>> {
    let mut found = Vec::new();
    let Some(report_year) = document.report_year() else { return found };
    for kind in [SectionKind::Overview, SectionKind::Problems, SectionKind::Other] {
        let Some(section) = document.section(kind) else { continue };
        let range = body_range(text, section);
        let prose = range.of(text);
        let mut is_first = true;
        let mut end = 0;
        while let Some(ahead) = find(&prose[end..], "年") {
            let at = end + ahead;
            end = at + '年'.len_utf8();
            let Some((start, year)) = year_before(&prose[..at]) else { continue };
            let opens = std::mem::take(&mut is_first);
            if year == report_year || year > report_year + 1 || year + 3 < report_year {
                continue;
            }
            let before = &prose[..start];
            let behind = &prose[end..];
            let is_the_end = before.trim_end().strip_suffix("截至").is_some_and(begins_a_sentence)
                && compact(clipped(behind, 24)).starts_with("12月31日");
            let is_due = is_the_end || begins_a_sentence(before) && is_a_subject(behind);
            if !is_due {
                continue;
            }
            let sentence = compact(clipped(until(behind, "。"), MOST_LOOKED_AT));
            let line_start = find_last(before, "\n").map_or(0, |at| at + 1);
            let paragraph = compact(clipped(until(&prose[line_start..], "\n"), MOST_LOOKED_AT));
            if has_any(&sentence, COMPARES) || has_any(&paragraph, &report_year.to_string()) {
                continue;
            }
            // Section five looks ahead to the next year, and the others report.
            let is_stale = if opens {
                year < report_year || kind == SectionKind::Overview
            } else {
                year + 1 == report_year
                    && (is_the_end || has_any(&sentence, REPORTS))
                    && !has_any(&paragraph, COMPARES)
            };
            if is_stale {
                let base = range.start as usize;
                found.push(Spot { value: year, range: TextRange::new(base + start, base + end) });
            }
        }
    }
    found
}

/// The year in digits with which a text ends, blanks aside, and where it begins.
fn year_before(text: &str) -> Option<(usize, u16)> {
    let before = skip_back(text, " ");
    let start = before.len().checked_sub(4)?;
    let digits = before.get(start..).filter(|digits| leading_digits(digits) == 4)?;
    let year: u16 = digits.parse().ok()?;
    ((2000..2100).contains(&year) && !ends_in_a_digit(&before[..start])).then_some((start, year))
}

/// Whether a sentence ends before, or an ordinal or a heading stands there.
fn begins_a_sentence(before: &str) -> bool {
    let trimmed = skip_back(before, " *");
    if trimmed.is_empty() || ends_with(trimmed, ORGANS) > 0 || ends_in(trimmed, "。；！：)）:;") {
        return true;
    }
    if ends_in(trimmed, "、.．") {
        return ends_in(skip_back(trimmed, "、.．"), "0123456789一二三四五六七八九十");
    }
    // A blank line, or a short line that is a heading.
    let breaks = before[trimmed.len()..].bytes().filter(|byte| *byte == b'\n').count();
    let line = &trimmed[find_last(trimmed, "\n").unwrap_or(0)..];
    breaks > 1 || breaks > 0 && line.trim().chars().count() <= 20
}

/// Whether the year is what the sentence is about: `2022年，我局…`, and not the
/// date of a document or an event.
fn is_a_subject(behind: &str) -> bool {
    let mut rest = behind.trim_start();
    for word in ["度", "全年"] {
        rest = rest.strip_prefix(word).unwrap_or(rest).trim_start();
    }
    let verb = begins_with(rest, VERBS);
    begins_in(rest, "，,我本全共") || verb > 0 && !rest[verb..].starts_with('的')
}

#[cfg(test)]
mod tests {
    use crate::Options;

    /// The years out of place in a report on 2023 with these sections.
    fn stale(overview: &str, problems: &str, other: &str) -> Vec<u16> {
        let text = format!(
            "青禾市财政局2023年政府信息公开工作年度报告\n一、总体情况\n{overview}\n五、存在的主要问题及改进情况\n{problems}\n六、其他需要报告的事项\n{other}\n"
        );
        let document = crate::reading::read(&text, &Options::default());
        assert_eq!(document.report_year(), Some(2023));
        document.content.stale_years.iter().map(|year| year.value).collect()
    }

    #[test]
    fn last_years_text_is_seen() {
        assert_eq!(stale("2022年，我局按照要求做好公开工作。", "", ""), [2022]);
        assert_eq!(stale("（一）主动公开。2022 年度，全局主动公开政府信息30条。", "", ""), [2022]);
        assert_eq!(stale("", "2022年，我局工作取得进展，但仍有不足。", ""), [2022]);
        assert_eq!(stale("", "", "2022年我局未收取信息处理费。"), [2022]);
        assert_eq!(stale("2023年，我局做好公开。\n2022年，我局收到申请5件。", "", ""), [2022]);
        assert_eq!(
            stale("2023年，我局做好公开。\n（二）依申请公开。我局2022年共收到申请5件。", "", ""),
            [2022]
        );
        assert_eq!(stale("截至2022年12月31日，我局各项任务按期完成。", "", ""), [2022]);
        assert_eq!(
            stale("2021年，市政府认真落实要求。\n（一）主动公开。2023年发布信息30条。", "", ""),
            [2021]
        );
        assert_eq!(stale("2024年，我局按照要求做好公开工作。", "", ""), [2024]);
    }

    #[test]
    fn any_line_end_may_follow() {
        assert_eq!(stale("2022年，我局做好公开。\r", "", ""), [2022]);
        assert_eq!(stale("2022年，我局做好公开x", "", ""), [2022]);
        assert_eq!(stale("2022年，", "", ""), [2022]);
    }

    #[test]
    fn other_years_may_be_spoken_of() {
        for overview in [
            "2023年，我局做好公开。与2022年相比，公开数量增加。",
            "2022年，我局收到申请5件；2023年收到8件。",
            "2022年，我局获评先进单位。",
            "2019年5月15日，新条例施行。",
            "2022年结转的3件申请已经办结。",
            "（二）依申请公开。2022年收到的44件申请已在上份报告中列明。",
            "截至2022年12月31日，申请比上年增加。",
            "2022年以来，我局持续推进公开。",
            "2021年，我局开通公众号。2023年，公众号发布信息300条。",
            "发布《2022年工作要点》。",
            "2022年，我局受理的1件申请结转到本年办理。",
        ] {
            assert_eq!(stale(overview, "", ""), [0_u16; 0], "{overview}");
        }
        assert_eq!(stale("", "2024年，我局将加强培训。", "2024年，我局将继续努力。"), [0_u16; 0]);
    }
}
