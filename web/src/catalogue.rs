//! The explanations of the rules: files of the page's own, loaded with it and
//! read when they are asked for. What a rule is called and how much it weighs
//! stands in the program; these tell what it finds and why.

use gouji_json::Lang;

use crate::json::Value;

/// How one rule is explained. What is not told is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Explanation {
    /// The rule's code.
    pub(crate) code: String,
    /// What it finds.
    pub(crate) finds: String,
    /// Why that matters.
    pub(crate) why: String,
    /// An example.
    pub(crate) example: String,
    /// What it leaves out.
    pub(crate) leaves_out: String,
}

/// What is loaded of the explanations.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Catalogue {
    chinese: Vec<Explanation>,
    english: Vec<Explanation>,
}

impl Catalogue {
    /// The same with what `json` tells in one language. What is no list of
    /// explanations tells nothing.
    pub(crate) fn with(&self, lang: Lang, json: &str) -> Self {
        let explanations = read(json).unwrap_or_default();
        let Self { chinese, english } = self.clone();
        match lang {
            Lang::Zh => Self { chinese: explanations, english },
            Lang::En => Self { chinese, english: explanations },
        }
    }

    /// The explanation of a rule; none where it is not loaded.
    pub(crate) fn of(&self, code: &str, lang: Lang) -> Option<&Explanation> {
        let explanations = match lang {
            Lang::Zh => &self.chinese,
            Lang::En => &self.english,
        };
        explanations.iter().find(|explanation| explanation.code == code)
    }
}

fn read(json: &str) -> Option<Vec<Explanation>> {
    let mut explanations = Vec::new();
    let list = Value::parse(json)?;
    for item in (0..list.length()?).map(|index| list.item(index)) {
        let text = |name: &str| item.at(name).text().unwrap_or_default();
        explanations.push(Explanation {
            code: item.at("code").text()?,
            finds: text("finds"),
            why: text("why"),
            example: text("example"),
            leaves_out: text("leaves_out"),
        });
    }
    Some(explanations)
}

#[cfg(test)]
mod tests {
    use super::*;

    const JSON: &str = r#"[{"code": "GJ301", "finds": "行合计", "why": "格式", "example": "14 + 5 = 19"}]"#;

    #[test]
    fn a_rule_is_explained_in_the_languages_that_are_loaded() {
        let catalogue = Catalogue::default().with(Lang::Zh, JSON);
        let explanation = catalogue.of("GJ301", Lang::Zh).expect("it is there");
        assert_eq!((explanation.finds.as_str(), explanation.leaves_out.as_str()), ("行合计", ""));
        assert_eq!(catalogue.of("GJ301", Lang::En), None);
        assert_eq!(catalogue.of("GJ999", Lang::Zh), None);
    }

    #[test]
    fn a_file_that_is_none_explains_nothing() {
        assert_eq!(Catalogue::default().with(Lang::Zh, "<html>"), Catalogue::default());
        assert_eq!(Catalogue::default().with(Lang::Zh, "{}"), Catalogue::default());
    }
}
