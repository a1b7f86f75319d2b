//! Texts of cells, and the table of those that cells share.

use crate::ConvertError;
use crate::office::{Node, Xml};

/// Reads the table of shared texts.
pub(super) fn read(text: &str) -> Result<Vec<String>, ConvertError> {
    let mut strings = Vec::new();
    let mut xml = Xml::new(text);
    while let Some(node) = xml.next()? {
        if let Node::Open(element) = node
            && element.name() == "si"
        {
            strings.push(rich_text(&mut xml)?);
        }
    }
    Ok(strings)
}

/// Reads the text of the element that is open: its runs, without the phonetic
/// ones.
pub(super) fn rich_text(xml: &mut Xml<'_>) -> Result<String, ConvertError> {
    let mut text = String::new();
    xml.each(|xml, element| {
        match element.name() {
            "t" => text.push_str(&content(xml)?),
            "rPh" => xml.skip()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(unescaped(&text))
}

/// Reads the text of an element without others in it.
pub(super) fn content(xml: &mut Xml<'_>) -> Result<String, ConvertError> {
    let mut content = String::new();
    let mut depth = 1;
    while depth > 0 {
        match xml.next()? {
            Some(Node::Text(text)) => content.push_str(&text),
            Some(Node::Open(_)) => depth += 1,
            Some(Node::Close) => depth -= 1,
            None => return Err(ConvertError::Damaged),
        }
    }
    Ok(content)
}

/// Resolves `_x000D_`, which stands for a character that XML cannot hold.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let character = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        if let Some(character) = character {
            out.push(character);
            rest = &rest[7..];
        } else {
            out.push_str("_x");
            rest = &rest[2..];
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rich_and_phonetic_text_is_told_apart() {
        let text = "<sst><si><t>规章</t></si><si><r><t>行政</t></r><r><rPr/><t>许可</t></r>\
                    <rPh sb=\"0\" eb=\"2\"><t>xuke</t></rPh></si><si/></sst>";
        assert_eq!(read(text), Ok(vec!["规章".to_owned(), "行政许可".to_owned(), String::new()]));
    }

    #[test]
    fn escaped_characters_are_resolved() {
        assert_eq!(unescaped("a_x000D__x000A_b_xyz_x_x12"), "a\r\nb_xyz_x_x12");
    }
}
