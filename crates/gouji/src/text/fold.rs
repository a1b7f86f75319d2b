//! Folding: one spelling for what is written in many ways.

/// Folds a label or heading for comparison: white space, quotation marks and
/// Markdown's emphasis go, full-width forms become half-width, brackets and
/// enumeration marks become one kind each, and the radicals that browsers
/// write into PDFs become the characters they stand for.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // What stays as it is is taken over in stretches.
    let (mut from, mut at) = (0, 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let length = length_of_common(rest.as_bytes());
        if length > 0 {
            at += length;
            continue;
        }
        let Some(character) = rest.chars().next() else { break };
        let behind = at + character.len_utf8();
        let one = fold_char(character);
        if one != Some(character) {
            folded.push_str(&text[from..at]);
            folded.extend(one);
            from = behind;
        }
        at = behind;
    }
    folded.push_str(&text[from..]);
    folded
}

/// How many bytes the first character takes, where it is a digit, or an ideograph
/// that is no traditional one: nearly all are, and they stay as they are.
fn length_of_common(bytes: &[u8]) -> usize {
    match bytes {
        [b'0'..=b'9', ..] => 1,
        [lead @ 0xe4..=0xe9, second, third, ..] => {
            if is_traditional(code_of(*lead, *second, *third)) {
                0
            } else {
                3
            }
        }
        _ => 0,
    }
}

/// Folds one character; `None` where it carries no meaning in a label.
pub fn fold_char(character: char) -> Option<char> {
    // Nearly all characters of a report are one of these two kinds.
    if ('\u{4e00}'..='\u{9fff}').contains(&character) {
        return Some(simplify(character));
    }
    if character.is_ascii() {
        return match character {
            '\0'..=' ' | '\u{7f}' | '"' | '\'' | '*' => None,
            '[' => Some('('),
            ']' => Some(')'),
            _ => Some(character),
        };
    }
    Some(match character {
        _ if character.is_whitespace() || character.is_control() => return None,
        '“' | '”' | '‘' | '’' | '＂' | '＇' | '「' | '」' | '『' | '』' | '＊'
        // Soft hyphen, zero-width characters and the byte-order mark.
        | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => return None,
        '〔' | '【' | '［' | '〖' | '（' | '﹙' => '(',
        '〕' | '】' | '］' | '〗' | '）' | '﹚' => ')',
        '，' | '﹐' => ',',
        '。' => '。',
        '．' | '﹒' => '.',
        '：' | '﹕' => ':',
        '；' => ';',
        '–' | '—' | '−' | '－' | '‐' | '‑' | '―' => '-',
        // Full-width ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0)?,
        '\u{2e80}'..='\u{2fd5}' => unfold_radical(character),
        _ => character,
    })
}

/// Traditional characters that occur in the forms' words, ordered, and the
/// simplified ones in the same places.
const TRADITIONAL: &str = "係個傳內動務區協員問單國執報場學實審專對層屬廢強後從復應採據數會業極構標機檔權準濟無營現環產當發種積範糾終組結絡經維網縣總織繼續罰職與舉萬處術衝補複規訟訪許訴詢請議護財責買費貿資質購轉辦農進過鄉醫鎮長門開間關險電項題額類";
const SIMPLIFIED: &str = "系个传内动务区协员问单国执报场学实审专对层属废强后从复应采据数会业极构标机档权准济无营现环产当发种积范纠终组结络经维网县总织继续罚职与举万处术冲补复规讼访许诉询请议护财责买费贸资质购转办农进过乡医镇长门开间关险电项题额类";

/// For each character from U+4E00 to U+9FFF a bit that says whether it is one of
/// [`TRADITIONAL`]: most are not, and are not searched for.
const IS_TRADITIONAL: [u32; 0x5200 / 32] = {
    let mut bits = [0; 0x5200 / 32];
    let bytes = TRADITIONAL.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let place = code_of(bytes[at], bytes[at + 1], bytes[at + 2]);
        bits[(place - 0x4e00) / 32] |= 1 << (place % 32);
        at += 3;
    }
    bits
};

/// The number of a character of three bytes.
const fn code_of(first: u8, second: u8, third: u8) -> usize {
    (first as usize & 0xf) << 12 | (second as usize & 0x3f) << 6 | (third as usize & 0x3f)
}

fn is_traditional(code: usize) -> bool {
    let bits = IS_TRADITIONAL.get(code.wrapping_sub(0x4e00) / 32).copied().unwrap_or_default();
    bits >> (code % 32) & 1 == 1
}

/// The simplified character for a traditional one of the forms' words. All of
/// them have three bytes, which makes a place in one string one in the other.
fn simplify(character: char) -> char {
    if !is_traditional(character as usize) {
        return character;
    }
    let code = |at: usize| TRADITIONAL.get(at * 3..at * 3 + 3).and_then(|one| one.chars().next());
    let (mut low, mut high) = (0, TRADITIONAL.len() / 3);
    while low < high {
        let middle = usize::midpoint(low, high);
        match code(middle) {
            Some(other) if other < character => low = middle + 1,
            Some(other) if other == character => {
                let simplified = SIMPLIFIED.get(middle * 3..middle * 3 + 3);
                return simplified.and_then(|one| one.chars().next()).unwrap_or(character);
            }
            _ => high = middle,
        }
    }
    character
}

/// The character a radical stands for. Only the radicals that occur in the
/// form's own words; a radical elsewhere is left as it stands.
fn unfold_radical(radical: char) -> char {
    const RADICALS: &[(char, char)] = &[
        ('⼀', '一'),
        ('⼆', '二'),
        ('⼋', '八'),
        ('⼗', '十'),
        ('⼈', '人'),
        ('⼒', '力'),
        ('⼝', '口'),
        ('⼠', '士'),
        ('⼤', '大'),
        ('⼩', '小'),
        ('⼯', '工'),
        ('⼰', '己'),
        ('⼲', '干'),
        ('⼼', '心'),
        ('⼿', '手'),
        ('⽀', '支'),
        ('⽂', '文'),
        ('⽅', '方'),
        ('⽆', '无'),
        ('⽇', '日'),
        ('⽉', '月'),
        ('⽌', '止'),
        ('⽐', '比'),
        ('⽑', '毛'),
        ('⺠', '民'),
        ('⽔', '水'),
        ('⽕', '火'),
        ('⽗', '父'),
        ('⽚', '片'),
        ('⽣', '生'),
        ('⽤', '用'),
        ('⽥', '田'),
        ('⽩', '白'),
        ('⽬', '目'),
        ('⽰', '示'),
        ('⽴', '立'),
        ('⽹', '网'),
        ('⽼', '老'),
        ('⽽', '而'),
        ('⾃', '自'),
        ('⾄', '至'),
        ('⾊', '色'),
        ('⾏', '行'),
        ('⾔', '言'),
        ('⾜', '足'),
        ('⾝', '身'),
        ('⾥', '里'),
        ('⾦', '金'),
        ('⻓', '长'),
        ('⻔', '门'),
        ('⾮', '非'),
        ('⾯', '面'),
        ('⾳', '音'),
        ('⻚', '页'),
        ('⻛', '风'),
        ('⾼', '高'),
    ];
    RADICALS.iter().find(|(from, _)| *from == radical).map_or(radical, |(_, to)| *to)
}

#[cfg(test)]
mod tests {
    use super::{SIMPLIFIED, TRADITIONAL, fold};

    #[test]
    fn gives_one_spelling_to_the_labels_people_write() {
        assert_eq!(fold("（一） 予以公开"), fold("(一)予以公开"));
        assert_eq!(fold("3.危及“三安全一稳定”"), fold("３．危及\"三安全一稳定\""));
        assert_eq!(fold("商业 企业"), "商业企业");
        assert_eq!(fold("⼀、总体情况"), "一、总体情况");
    }

    #[test]
    fn traditional_characters_become_simplified() {
        assert_eq!(fold("行政處罰"), "行政处罚");
        assert_eq!(fold("規範性文件"), "规范性文件");
        assert_eq!(TRADITIONAL.chars().count(), SIMPLIFIED.chars().count());
        assert!(TRADITIONAL.chars().is_sorted());
    }

    #[test]
    fn keeps_what_tells_labels_apart() {
        assert_ne!(fold("1.属于国家秘密"), fold("2.属于国家秘密"));
        assert_ne!(fold("行政许可"), fold("行政处罚"));
    }
}
