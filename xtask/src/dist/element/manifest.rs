//! `custom-elements.json`: the element as editors and catalogues read it (Custom
//! Elements Manifest 1.0.0).

use anyhow::Result;
use serde_json::{Map, Value, json};

use super::{Element, Entry, Kind, Member};

/// The manifest; `path` is where the element's script lies.
pub(super) fn of(element: &Element, path: &str) -> Result<String> {
    let named = |entry: &Entry| json!({ "name": entry.name, "description": entry.words });
    let declaration = json!({
        "kind": "class",
        "name": element.class,
        "description": element.told.words,
        "superclass": { "name": "HTMLElement" },
        "customElement": true,
        "tagName": element.tag,
        "attributes": element.attributes().map(attribute).collect::<Vec<_>>(),
        "members": element.members.iter().map(member).collect::<Vec<_>>(),
        "events": element.events().map(event).collect::<Vec<_>>(),
        "slots": [],
        "cssParts": element.parts().map(named).collect::<Vec<_>>(),
        "cssProperties": element.tokens.iter().map(|token| json!({
            "name": token.name, "default": token.default, "description": token.words,
        })).collect::<Vec<_>>(),
    });
    let manifest = json!({
        "schemaVersion": "1.0.0",
        "modules": [{
            "kind": "javascript-module",
            "path": path,
            "declarations": [declaration],
            "exports": [{
                "kind": "custom-element-definition",
                "name": element.tag,
                "declaration": { "name": element.class, "module": path },
            }],
        }],
    });
    Ok(serde_json::to_string_pretty(&manifest)? + "\n")
}

fn attribute(entry: &Entry) -> Value {
    let mut told = with_type(&entry.name, &entry.of_type, &entry.words);
    if let Some(default) = &entry.default {
        told.insert("default".to_owned(), json!(default));
    }
    Value::Object(told)
}

fn event(entry: &Entry) -> Value {
    Value::Object(with_type(&entry.name, &format!("CustomEvent<{}>", entry.of_type), &entry.words))
}

fn member(member: &Member) -> Value {
    let words = &member.told.words;
    let mut told = match member.kind {
        Kind::Property { readonly } => {
            let mut told = with_type(&member.name, member.told.type_of("type"), words);
            told.insert("kind".to_owned(), json!("field"));
            if readonly {
                told.insert("readonly".to_owned(), json!(true));
            }
            told
        }
        Kind::Method => {
            let parameters = member.told.tagged("param").map(|parameter| {
                let mut told = with_type(&parameter.name, &parameter.of_type, &parameter.words);
                if parameter.optional {
                    told.insert("optional".to_owned(), json!(true));
                }
                Value::Object(told)
            });
            let mut told = Map::new();
            told.insert("kind".to_owned(), json!("method"));
            told.insert("name".to_owned(), json!(member.name));
            told.insert("description".to_owned(), json!(words));
            told.insert("parameters".to_owned(), parameters.collect());
            told.insert("return".to_owned(), json!({ "type": { "text": member.told.type_of("returns") } }));
            told
        }
    };
    told.insert("privacy".to_owned(), json!("public"));
    Value::Object(told)
}

fn with_type(name: &str, of_type: &str, words: &str) -> Map<String, Value> {
    let told = [("name", json!(name)), ("type", json!({ "text": of_type })), ("description", json!(words))];
    told.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
