//! The legal texts that the introduction names.

use crate::reading::compact::Compact;
use crate::reading::search::{begins_with, clipped_ahead, find, find_last, has_any, skip, skip_back};
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

/// How far before its number, in bytes, a notice's title begins.
const LONGEST_TITLE: usize = 210;

/// What every notice's number begins with, and how it goes on.
const NOTICE: &str = "国办公开办函(";
const NUMBERS: [(&str, &str, LegalText); 3] = [
    ("2019)", "60号", LegalText::Notice2019),
    ("2021)", "30号", LegalText::Notice2021),
    ("2016)", "201号", LegalText::Notice2016),
];

const REGULATIONS_2007: &str = "国务院令第492号";

pub(super) fn read(introduction: &Compact<'_>) -> Vec<Basis> {
    let words = introduction.text.as_str();
    let mut bases = Vec::new();
    let mut rest = words;
    while let Some(at) = find(rest, NOTICE) {
        let start = words.len() - rest.len() + at;
        rest = &rest[at + NOTICE.len()..];
        for (year, number, named) in NUMBERS {
            let Some(behind) = rest.strip_prefix(year) else { continue };
            let behind = skip(behind, "第");
            if begins_with(behind, number) > 0 {
                let end = words.len() - behind.len() + number.len();
                let titled = titled(&words[..start]).filter(|titled| *titled != named);
                bases.push(Basis { named, titled, range: introduction.place(start, end) });
            }
        }
    }
    // The regulations as they were revised may be named by both numbers.
    if let Some(at) = find(words, REGULATIONS_2007)
        && !has_any(words, "711号")
    {
        let range = introduction.place(at, at + REGULATIONS_2007.len());
        let place = bases.iter().take_while(|basis| basis.range < range).count();
        bases.insert(place, Basis { named: LegalText::Regulations2007, titled: None, range });
    }
    bases
}

/// The notice whose title ends right before its number.
fn titled(before: &str) -> Option<LegalText> {
    let title = clipped_ahead(skip_back(before, "(》,").strip_suffix("通知")?, LONGEST_TITLE);
    let title = &title[find_last(title, "号 。").unwrap_or(0)..];
    if has_any(title, "年度报告有关事项") {
        Some(LegalText::Notice2019)
    } else if has_any(title, "印发") && has_any(title, "年度报告格式") {
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
