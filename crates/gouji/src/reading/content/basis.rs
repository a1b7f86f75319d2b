//! The legal texts that the introduction names.

use crate::reading::compact::Compact;
use crate::text::TextRange;

/// A legal text that a report may name as its basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegalText {
    /// 国办公开办函〔2019〕60号。
    Notice2019,
    /// 国办公开办函〔2021〕30号。
    Notice2021,
    /// 国办公开办函〔2016〕201号, of the regulations before 2019.
    Notice2016,
    /// 国务院令第492号, the regulations before 2019.
    Regulations2007,
}

/// A legal text that the introduction names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The text of this number.
    pub named: LegalText,
    /// The text of the title before the number, where it is another's.
    pub titled: Option<LegalText>,
    /// The number.
    pub range: TextRange,
}

/// How far before its number, in characters, a notice's title begins.
const LONGEST_TITLE: usize = 70;

const REGULATIONS_2007: &str = "国务院令第492号";

pub(super) fn read(introduction: &Compact<'_>) -> Vec<Basis> {
    let words = introduction.text.as_str();
    let mut bases = Vec::new();
    for (at, head) in words.match_indices("国办公开办函(") {
        let rest = &words[at + head.len()..];
        let Some(length) = rest.find('号').filter(|length| *length < 16) else { continue };
        let named = match rest[..length].replace('第', "").as_str() {
            "2019)60" => LegalText::Notice2019,
            "2021)30" => LegalText::Notice2021,
            "2016)201" => LegalText::Notice2016,
            _ => continue,
        };
        let titled = titled(&words[..at]).filter(|titled| *titled != named);
        let range = introduction.place(at, at + head.len() + length + "号".len());
        bases.push(Basis { named, titled, range });
    }
    if let Some(at) = words.find(REGULATIONS_2007) {
        let range = introduction.place(at, at + REGULATIONS_2007.len());
        bases.push(Basis { named: LegalText::Regulations2007, titled: None, range });
    }
    // The regulations as they were revised may be named by both numbers.
    if words.contains("711号") {
        bases.retain(|basis| basis.named != LegalText::Regulations2007);
    }
    bases.sort_by_key(|basis| basis.range.start);
    bases
}

/// The notice whose title ends right before its number.
fn titled(before: &str) -> Option<LegalText> {
    let title = before.trim_end_matches(['(', '》', ',']).strip_suffix("通知")?;
    let start = title.char_indices().rev().nth(LONGEST_TITLE).map_or(0, |(at, _)| at);
    let title = &title[start..];
    let title = title.rfind(['号', '。']).map_or(title, |at| &title[at..]);
    if title.contains("年度报告有关事项") {
        Some(LegalText::Notice2019)
    } else if title.contains("印发") && title.contains("年度报告格式") {
        Some(LegalText::Notice2021)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bases(text: &str) -> Vec<(LegalText, Option<LegalText>)> {
        let found = read(&Compact::new(text, TextRange::new(0, text.len())));
        found.iter().map(|basis| (basis.named, basis.titled)).collect()
    }

    #[test]
    fn a_notice_is_known_by_its_number() {
        assert_eq!(bases("按照国办公开办函〔2021〕30 号的格式编写。"), [(LegalText::Notice2021, None)]);
        assert_eq!(
            bases("依据《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函[2021]30号）编写。"),
            [(LegalText::Notice2021, Some(LegalText::Notice2019))]
        );
        assert_eq!(
            bases(
                "依据《关于印发〈中华人民共和国政府信息公开工作年度报告格式〉的通知》（国办公开办函〔2021〕30号）编写。"
            ),
            [(LegalText::Notice2021, None)]
        );
        assert_eq!(bases("《条例》（国务院令第492号公布，国务院令第711号修订）"), []);
        assert_eq!(bases("《条例》（国务院令第492号）"), [(LegalText::Regulations2007, None)]);
    }
}
