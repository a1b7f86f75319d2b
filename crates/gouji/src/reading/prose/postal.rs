//! Postal codes held against the telephone numbers beside them.

use super::Paragraph;
use crate::reading::Spot;
use crate::reading::search::{begins_with, ends_with, leading_digits, next_word, skip, skip_back, until};
use crate::text::TextRange;

/// A postal code of another place than the telephone beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCodeElsewhere {
    /// The postal code.
    pub code: Spot<String>,
    /// The telephone's area code.
    pub area: Spot<String>,
    /// The area code of the place the postal code belongs to.
    pub area_of_code: &'static str,
}

/// Area codes, each with the first three digits of the postal codes that are
/// used in its area; places at the border of two have both. What is not sure is
/// left out, and so is an area of which not all are known.
const AREAS: &str = "010100101102 021200201202 022300301 023400401402403404405406407408409 \
0311050051052 0312071072073074 0310056057 0313075076 0314067068 0315063064 0316065 0317061062 0318053052 0319054055 0335066 \
024110112113117 0411116 0412114 0413113 0414117 0410112 0415118 0416121 0417115 0418123 0419111 0421122 0427124 0429125 \
0432132 0433133 0434136 0452161 0453157 0457165 0459163166 0451150151154 0455152151 0454154156 0431130136 \
0471010011 0472014 0473016 0475028029 0476024025 0477017014010016 0478015014 0351030 0352037038 0353045 0355046047 0356048 0357041042043 0359043044 0871650651652 0971810811 0991830831 \
025210211 0510214 0511212 0512215 0513226 0514225211 0515224 0516221 0517223211 0518222 0519213 0523225214 0527223 \
0571310311 0572313 0573314 0574315 0575312311 0576317318 0577325 0578323 0579321322 0570324 0580316 \
0551230231238 0552233 0553241238 0554232237 0555243238 0556246231 0557234235 0558236233 0559245242 0561235234 0562244246 0563242245 0564237231232 0566247242245246 0550239233 \
0591350 0592361 0593352355 0594351 0595362 0596363 0597364 0598365366 0599353354 \
0791330331 0792332330 0793334333335 0794344331335 0795336330331 0796343331 0797341342 0798333 0799337 0790338336 0701335 \
0531250251271 0532266 0533255256 0534253251 0535264265 0536261262 0537272273 0538271 0539276273277 0530274 0543256251 0546257 0631264 0632277 0633276262 0634271 0635252 \
0371450451452475 0378475 0379471 0373453 0372455456 0391454459 0370476 0375467462 0374461 0395462 0398472 0377473474 0376464465 0394466461 0396463 0392458456 0393457 \
027430431432 0710441 0711436 0712432431 0713438435 0714435 0715437 0716434433 0717443444 0718445444 0719442 0722441 0724448431 0728433431 \
0731410411412 0734421 0739422 0730414 0736415 0744427416 0737413 0735423424 0746425426 0745418419 0738417 0743416 \
020510511 0755518 0756519 0754515 0757528 0760528 0750529 0752516 0769523 0758526 0759524 0668525 0662529 0763511513 0751512 0753514 0762517 0660516 0768521515 0663522515 0766527 \
0771530531532 0772545546 0773541 0774543542546 0775537 0776533531 0777535 0778547546 0779536 0770538 0898570571572573574575576577578579 \
028610611612620641 0813643 0812617 0830646 0838618 0816621622 0839628 0825629 0832641642 0833614 0817637 0831644645 0826638 0818635636 0835625 0827636635 0834615616 \
0851550551561563564 0854558550551 0855556557 0856554565 0859562561 \
029710711712713 0913714715711 0916723724 0917721722 0919727 0911716717 0912718719 0915725 0914726711 \
0931730 0937735736 0938741 0943730 0935733737 0936734 0933744 0934745 0951750751 0952753 0953751 0954756";

/// As many paragraphs apart a postal code and a telephone number can belong to
/// one address.
const ONE_ADDRESS: usize = 3;
/// As many codes are kept; a report has one or two.
const MOST: usize = 20;

/// The postal codes and area codes of a report.
#[derive(Debug, Default)]
pub(super) struct PostalCodes {
    paragraph: usize,
    codes: Vec<Code>,
    areas: Vec<Code>,
}

#[derive(Debug)]
struct Code {
    digits: String,
    place: TextRange,
    paragraph: usize,
    section: Option<usize>,
}

impl PostalCodes {
    /// Reads a paragraph that may be one of an address.
    pub(super) fn read(&mut self, paragraph: &Paragraph, may_have_one: bool) {
        self.paragraph += 1;
        if !may_have_one {
            return;
        }
        let text = paragraph.text.as_str();
        let mut at = 0;
        while at < text.len() {
            let start = at + until(&text[at..], "0123456789").len();
            let count = leading_digits(&text[start..]);
            at = start + count;
            let before = skip_back(&text[..start], "：:为是 （(");
            let kind = if count == 6 && ends_with(before, "邮编 邮政编码") > 0 {
                &mut self.codes
            } else if text[start..].starts_with('0') && matches!(count, 3 | 4) {
                let number = skip(&text[at..], "-—–－ ）)―─");
                if at + number.len() == text.len() || leading_digits(number) < 7 {
                    continue;
                }
                &mut self.areas
            } else {
                continue;
            };
            if kind.len() < MOST {
                kind.push(Code {
                    digits: text[start..at].to_owned(),
                    place: paragraph.place(start, at),
                    paragraph: self.paragraph,
                    section: paragraph.section,
                });
            }
        }
    }

    /// The postal codes that belong to another place than every telephone of
    /// the same address.
    pub(super) fn elsewhere(self) -> Vec<PostalCodeElsewhere> {
        let mut elsewhere = Vec::new();
        for code in &self.codes {
            let mut nearest: Option<&Code> = None;
            let mut agrees = false;
            for area in &self.areas {
                if area.section == code.section && area.paragraph.abs_diff(code.paragraph) <= ONE_ADDRESS {
                    // Where nothing is known of an area, nothing is said.
                    let known = area_of("", &area.digits);
                    agrees |= known.is_none_or(|(_, prefixes)| holds(prefixes, &code.digits));
                    nearest = nearest.or(Some(area));
                }
            }
            let other = area_of(&code.digits, "");
            if let (Some(area), Some((area_of_code, _)), false) = (nearest, other, agrees) {
                let spot = |code: &Code| Spot { value: code.digits.clone(), range: code.place };
                elsewhere.push(PostalCodeElsewhere { code: spot(code), area: spot(area), area_of_code });
            }
        }
        elsewhere
    }
}

/// The area in which a postal code is used, or the one with this area code: its
/// area code, and its prefixes.
fn area_of(code: &str, area_code: &str) -> Option<(&'static str, &'static str)> {
    let mut areas = AREAS;
    loop {
        let entry = next_word(&mut areas);
        if entry.is_empty() {
            return None;
        }
        let (area, prefixes) = split_area(entry);
        if area == area_code || holds(prefixes, code) {
            return Some((area, prefixes));
        }
    }
}

/// An entry's area code, and its prefixes.
fn split_area(entry: &'static str) -> (&'static str, &'static str) {
    entry.split_at(if begins_with(entry, "01 02") > 0 { 3 } else { 4 })
}

fn holds(prefixes: &str, code: &str) -> bool {
    let first = code.as_bytes().get(..3).unwrap_or_default();
    prefixes.as_bytes().chunks(3).any(|prefix| prefix == first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_area_is_there_once_with_whole_prefixes() {
        let mut seen = Vec::new();
        for (area, prefixes) in AREAS.split(' ').map(split_area) {
            assert!(
                area.starts_with('0') && !prefixes.is_empty() && prefixes.len() % 3 == 0,
                "{area} {prefixes}"
            );
            assert!(prefixes.bytes().all(|byte| byte.is_ascii_digit()), "{area}");
            assert!(!seen.contains(&area), "{area} comes twice");
            seen.push(area);
        }
    }
}
