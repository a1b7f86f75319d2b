//! `gouji-check.d.ts`: the element as TypeScript knows it.

use std::fmt::Write as _;

use super::{Comment, Element, Entry, Kind, REPORT_TYPES};

/// The declarations; `report` are those of the result, which are referred to.
pub(super) fn of(element: &Element, report: &str) -> String {
    let mut written = body(element);
    let file = REPORT_TYPES.trim_end_matches(".d.ts");
    let named: Vec<&str> = exported(report).filter(|name| mentions(&written, name)).collect();
    written.insert_str(0, &format!("import type {{ {} }} from './{file}.js';\n", named.join(", ")));
    written
}

fn body(element: &Element) -> String {
    let mut body = String::new();
    for told in &element.types {
        write_type(&mut body, told);
    }
    let Element { tag, class, .. } = element;

    comment(&mut body, "", &format!("The attributes of `<{tag}>`, for what writes pages."));
    block(&mut body, &format!("export interface {class}Attributes"), |body| {
        for attribute in element.attributes() {
            field(body, attribute, true, &attribute.of_type);
        }
    });
    comment(&mut body, "", &format!("The events of `<{tag}>`."));
    block(&mut body, &format!("export interface {class}EventMap extends HTMLElementEventMap"), |body| {
        for event in element.events() {
            field(body, event, false, &format!("CustomEvent<{}>", event.of_type));
        }
    });
    comment(&mut body, "", &element.told.words);
    block(&mut body, &format!("export interface {class} extends HTMLElement"), |body| {
        for member in &element.members {
            comment(body, "  ", &member.told.words);
            let (name, told) = (&member.name, &member.told);
            let line = match member.kind {
                Kind::Property { readonly: true } => format!("readonly {name}: {};", told.type_of("type")),
                Kind::Property { readonly: false } => format!("{name}: {};", told.type_of("type")),
                Kind::Method => {
                    let parameters = told.tagged("param").map(|it| {
                        format!("{}{}: {}", it.name, if it.optional { "?" } else { "" }, it.of_type)
                    });
                    let parameters: Vec<String> = parameters.collect();
                    format!("{name}({}): {};", parameters.join(", "), told.type_of("returns"))
                }
            };
            line_of(body, &format!("  {line}"));
        }
        for verb in ["add", "remove"] {
            let options = if verb == "add" { "AddEventListenerOptions" } else { "EventListenerOptions" };
            line_of(
                body,
                &format!(
                    "  {verb}EventListener<K extends keyof {class}EventMap>(type: K, listener: (this: {class}, event: {class}EventMap[K]) => unknown, options?: boolean | {options}): void;"
                ),
            );
            line_of(
                body,
                &format!(
                    "  {verb}EventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | {options}): void;"
                ),
            );
        }
    });
    line_of(&mut body, "declare global {\n  interface HTMLElementTagNameMap {");
    line_of(&mut body, &format!("    '{tag}': {class};\n  }}\n}}"));
    body
}

/// A type that a comment defines: of properties, or another name for something.
fn write_type(body: &mut String, told: &Comment) {
    let Some(definition) = told.tagged("typedef").next() else { return };
    comment(body, "", &told.words);
    if definition.of_type.is_empty() {
        block(body, &format!("export interface {}", definition.name), |body| {
            for property in told.tagged("property") {
                field(body, property, property.optional, &property.of_type);
            }
        });
    } else {
        line_of(body, &format!("export type {} = {};\n", definition.name, definition.of_type));
    }
}

fn block(body: &mut String, head: &str, inside: impl FnOnce(&mut String)) {
    line_of(body, &format!("{head} {{"));
    inside(body);
    line_of(body, "}\n");
}

fn field(body: &mut String, entry: &Entry, optional: bool, of_type: &str) {
    comment(body, "  ", &entry.words);
    let quote = if entry.name.contains('-') { "'" } else { "" };
    let mark = if optional { "?" } else { "" };
    line_of(body, &format!("  {quote}{}{quote}{mark}: {of_type};", entry.name));
}

fn comment(body: &mut String, indent: &str, words: &str) {
    line_of(body, &format!("{indent}/** {words} */"));
}

fn line_of(body: &mut String, line: &str) {
    // Writing to a string cannot fail.
    let _written = writeln!(body, "{line}");
}

/// The names of the types that a file of declarations exports.
fn exported(declarations: &str) -> impl Iterator<Item = &str> {
    declarations.lines().filter_map(|line| {
        let rest = line.strip_prefix("export interface ").or_else(|| line.strip_prefix("export type "))?;
        rest.split([' ', '<']).next()
    })
}

/// Whether a name is used as a type: what stands around it belongs to no longer one.
fn mentions(text: &str, name: &str) -> bool {
    let is_of_a_name =
        |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    text.lines().filter(|line| !line.trim_start().starts_with("/**")).any(|line| {
        line.match_indices(name).any(|(at, _)| {
            !is_of_a_name(line[..at].chars().next_back())
                && !is_of_a_name(line[at + name.len()..].chars().next())
        })
    })
}
