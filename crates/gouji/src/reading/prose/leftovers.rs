//! What a template or a program left in the text: places to be filled in, and
//! marks of Markdown and HTML.

use super::super::label::chinese_digit;
use super::marks::is_ideograph;
use super::{Paragraph, Places};

/// What the template says in brackets where something is to be written.
const NOTES_OF_TEMPLATES: &str = "文字描述 此处 请填 请在此 请输入 请补充 填写说明 填写单位 填写机关 填写内容 填写具体 单位名称 \
    单位全称 机关名称 机关全称 行政机关名称 部门名称 待补充 待填 待定 待核 待完善 待统计 概述执行本 \
    数字） 具体数字 具体内容 年份） 日期）";

/// The elements of HTML that programs leave in a text.
const ELEMENTS: &str = "br p span div strong b i u em a img table tbody td tr th font ul ol li h1 h2 h3 h4 sup sub \
    section center style script o";

/// Notes what is to be filled in at `at`, where `character` stands; gives the
/// byte behind it.
pub(super) fn note_placeholder(
    paragraph: &Paragraph,
    at: usize,
    character: char,
    before: char,
    places: &mut Places,
) -> usize {
    let text = paragraph.text.as_str();
    let one = at + character.len_utf8();
    match character {
        'X' | 'x' | 'Ｘ' | 'Ⅹ' | 'ⅹ' | '×' | '_' | '＿' | '□' | '○' | '某' => {}
        '此' => {
            let notes = ["此处填", "此处插入", "此处为文字"];
            if let Some(note) = notes.iter().find(|note| text[at..].starts_with(**note)) {
                places.note(paragraph.place(at, at + note.len()));
            }
            return one;
        }
        '（' | '(' | '【' | '[' | '《' | '〔' => {
            if let Some(end) = note_of_template(&text[one..], character) {
                places.note(paragraph.place(at, one + end));
            }
            return one;
        }
        _ => return one,
    }
    let behind = text[at..].trim_start_matches(character);
    let end = text.len() - behind.len();
    let several = end > one;
    let next = behind.chars().next().unwrap_or(' ');
    let is_left = match character {
        '_' | '＿' => several && !(before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric()),
        '□' => several,
        // `二○○九年` is a year.
        '○' => several && chinese_digit(before).is_none() && chinese_digit(next).is_none() && next != '年',
        '某' => several && "市县区局镇乡街委办部厅".contains(next),
        _ => {
            let apart = !before.is_ascii_alphabetic() && !next.is_ascii_alphanumeric();
            let counts =
                before != ' ' && !before.is_ascii_digit() && "年月日件条份项期场次个篇人".contains(next);
            apart && (several || (counts && character != 'x'))
        }
    };
    if is_left {
        places.note(paragraph.place(at, end));
    }
    end
}

/// Where a note of the template ends that follows an opening bracket, or an
/// empty bracket; none where something else is in brackets.
fn note_of_template(inside: &str, bracket: char) -> Option<usize> {
    const CLOSING: [char; 6] = ['）', ')', '】', ']', '〕', '》'];
    let close = |end: usize| end + inside[end..].chars().next().map_or(0, char::len_utf8);
    if matches!(bracket, '（' | '《') && inside.starts_with(['）', '》']) {
        return Some(close(0));
    }
    let note = NOTES_OF_TEMPLATES.split(' ').find(|note| inside.starts_with(*note))?;
    Some(inside.find(CLOSING).map_or(note.len(), close))
}

/// Notes a mark of Markdown or HTML at `at`; gives the byte behind it.
pub(super) fn note_markup(
    paragraph: &Paragraph,
    at: usize,
    character: char,
    before: char,
    places: &mut Places,
) -> usize {
    let text = paragraph.text.as_str();
    let length = match character {
        '*' => emphasis(&text[at..], "**", '。'),
        '_' => emphasis(&text[at..], "__", before),
        '<' => element(&text[at..]),
        '&' => entity(&text[at..]),
        '`' if text[at..].starts_with("```") => Some(3),
        '#' if at == 0 => heading_sign(text),
        '|' if at == 0 || at + 1 == text.len() => Some(1),
        ']' if text[at..].starts_with("](http") => Some("](http".len()),
        '\\' => text[at + 1..].starts_with(['*', '_', '[', ']', '#', '.', '-', '|', '<', '>']).then_some(2),
        _ => None,
    };
    if let Some(length) = length {
        places.note(paragraph.place(at, at + length));
    }
    at + length.unwrap_or(1)
}

/// `**words**`, and not the stars that stand for a name; `__words.__`, and not
/// two blanks to be filled in.
fn emphasis(text: &str, sign: &str, before: char) -> Option<usize> {
    const LONGEST: usize = 600;
    let inside = text.strip_prefix(sign)?;
    let mut limit = inside.len().min(LONGEST);
    while !inside.is_char_boundary(limit) {
        limit -= 1;
    }
    let end = inside[..limit].find(sign)?;
    let first = inside.chars().next()?;
    let begins = !matches!(first, '*' | '_' | '，' | '、' | '。' | '；' | '：' | '）' | '等');
    let is_sure = sign == "**"
        || (matches!(before, ' ' | '。' | '；' | '：') && inside[..end].ends_with(['。', '：', '；']));
    (begins && end > 0 && is_sure).then_some(end + 4)
}

/// `<br>`, `</p>`, `<span style="…">`; an address between such brackets is none.
fn element(text: &str) -> Option<usize> {
    const LONGEST: usize = 300;
    let inside = text[1..].trim_start_matches('/');
    let name_end = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = &inside[..name_end];
    let known = ELEMENTS.split(' ').any(|element| element.eq_ignore_ascii_case(name));
    let behind = &inside[name_end..];
    if !known || !behind.starts_with(['>', ' ', '/', ':']) || behind.starts_with("://") {
        return None;
    }
    let end = behind.find('>').filter(|end| *end < LONGEST)?;
    Some(text.len() - behind.len() + end + 1)
}

/// `&nbsp;`, `&#160;`.
fn entity(text: &str) -> Option<usize> {
    let inside = text[1..].trim_start_matches('#');
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    (2..=8).contains(&length).then(|| inside[length..].strip_prefix(';'))??;
    Some(text.len() - inside.len() + length + 1)
}

/// `##` before a heading, and not the signs around a topic: `#政务公开#`.
fn heading_sign(text: &str) -> Option<usize> {
    let words = text.trim_start_matches('#');
    let signs = text.len() - words.len();
    let is_topic = signs == 1 && words.contains('#');
    (signs <= 6
        && !is_topic
        && words.starts_with(|one: char| is_ideograph(one) || "（(“".contains(one) || one.is_ascii_digit()))
    .then_some(signs)
}
