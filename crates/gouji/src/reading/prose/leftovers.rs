//! What a template or a program left in the text: places to be filled in, and
//! marks of Markdown and HTML.

use super::marks::is_ideograph;
use super::{Paragraph, Places};
use crate::reading::label::chinese_digit;
use crate::reading::search::{begins_in, begins_with, clipped, ends_in, find, first_of, is_in, skip, until};

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
    if matches!(character, '（' | '(' | '【' | '[' | '《' | '〔' | '此') {
        let length = note_of_template(&text[one..], character);
        if length > 0 {
            places.note(paragraph.place(at, one + length));
        }
        return one;
    }
    if !matches!(character, 'X' | 'x' | 'Ｘ' | 'Ⅹ' | 'ⅹ' | '×' | '_' | '＿' | '□' | '○' | '某') {
        return one;
    }
    let behind = text[at..].trim_start_matches(character);
    let end = text.len() - behind.len();
    let several = end > one;
    let next = first_of(behind);
    let is_left = match character {
        '_' | '＿' => several && !(before.is_ascii_alphanumeric() && next.is_ascii_alphanumeric()),
        '□' => several,
        // `二○○九年` is a year.
        '○' => several && chinese_digit(before).is_none() && chinese_digit(next).is_none() && next != '年',
        '某' => several && is_in(next, "市县区局镇乡街委办部厅"),
        _ => {
            let apart = !before.is_ascii_alphabetic() && !next.is_ascii_alphanumeric();
            let counts =
                before != ' ' && !before.is_ascii_digit() && is_in(next, "年月日件条份项期场次个篇人");
            apart && (several || (counts && character != 'x'))
        }
    };
    if is_left {
        places.note(paragraph.place(at, end));
    }
    end
}

/// How long a note of the template, or an empty bracket, is behind its first
/// character; 0 where something else is there.
fn note_of_template(inside: &str, first: char) -> usize {
    if first == '此' {
        return begins_with(inside, "处填 处插入 处为文字");
    }
    let is_empty = matches!(first, '（' | '《') && begins_in(inside, "）》");
    let note = begins_with(inside, NOTES_OF_TEMPLATES);
    let end = until(inside, "）)】]〕》");
    if !is_empty && note == 0 {
        0
    } else if end.len() < inside.len() {
        end.len() + first_of(&inside[end.len()..]).len_utf8()
    } else {
        note
    }
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
    let rest = &text[at..];
    let length = match character {
        '*' => emphasis(rest, "**", '。'),
        '_' => emphasis(rest, "__", before),
        '<' => element(rest),
        '&' => entity(rest),
        '`' => begins_with(rest, "```"),
        '#' if at == 0 => heading_sign(text),
        '|' if at == 0 || rest.len() == 1 => 1,
        ']' => begins_with(rest, "](http"),
        '\\' if begins_in(&rest[1..], "*_[]#.-|<>") => 2,
        _ => 0,
    };
    if length > 0 {
        places.note(paragraph.place(at, at + length));
    }
    at + length.max(1)
}

/// The length of `**words**`, and not of the stars that stand for a name;
/// `__words.__`, and not two blanks to be filled in.
fn emphasis(text: &str, sign: &str, before: char) -> usize {
    const LONGEST: usize = 600;
    if begins_with(text, sign) == 0 {
        return 0;
    }
    let inside = &text[2..];
    let end = find(clipped(inside, LONGEST), sign).unwrap_or(0);
    let is_sure = sign == "**" || (is_in(before, " 。；：") && ends_in(&inside[..end], "。：；"));
    if end > 0 && is_sure && !begins_in(inside, "*_，、。；：）等") { end + 4 } else { 0 }
}

/// The length of `<br>`, `</p>`, `<span style="…">`; an address between such
/// brackets is none.
fn element(text: &str) -> usize {
    const LONGEST: usize = 300;
    let inside = skip(&text[1..], "/");
    let name = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, behind) = inside.split_at(name);
    let known = ELEMENTS.split(' ').any(|element| element.eq_ignore_ascii_case(name));
    let end = until(behind, ">").len();
    let is_one = known && begins_in(behind, "> /:") && begins_with(behind, "://") == 0;
    if is_one && end < LONGEST && end < behind.len() { text.len() - behind.len() + end + 1 } else { 0 }
}

/// The length of `&nbsp;`, `&#160;`.
fn entity(text: &str) -> usize {
    let inside = skip(&text[1..], "#");
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_one = (2..=8).contains(&length) && inside[length..].starts_with(';');
    if is_one { text.len() - inside.len() + length + 1 } else { 0 }
}

/// The length of `##` before a heading, and not of the signs around a topic:
/// `#政务公开#`.
fn heading_sign(text: &str) -> usize {
    let words = skip(text, "#");
    let signs = text.len() - words.len();
    let is_topic = signs == 1 && words.contains('#');
    let begins = is_ideograph(first_of(words)) || begins_in(words, "（(“0123456789");
    if signs <= 6 && begins && !is_topic { signs } else { 0 }
}
