//! The wordings under `tests/prose`: groups of sentences with places for figures.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::fixtures;

use super::Facts;

/// A sentence with places for figures, and what must hold for it.
#[derive(Clone, Debug)]
pub struct Wording {
    /// Comparisons of two figures, such as `new>0`; empty for none.
    pub condition: String,
    /// The sentence, as [`super::Pen::write`] understands it.
    pub template: String,
}

/// The groups of one file.
#[derive(Debug, Default)]
pub struct Wordings {
    groups: BTreeMap<String, Vec<Wording>>,
}

impl Wordings {
    /// What is written in clean reports.
    pub fn clean() -> &'static Self {
        static CLEAN: OnceLock<Wordings> = OnceLock::new();
        CLEAN.get_or_init(|| {
            let mut all = Self::default();
            for name in ["introduction", "overview", "closing"] {
                all.groups.extend(Self::read(name).groups);
            }
            all
        })
    }

    /// What is wrong on purpose, one group for each rule.
    pub fn faulty() -> &'static Self {
        static FAULTY: OnceLock<Wordings> = OnceLock::new();
        FAULTY.get_or_init(|| Self::read("faults"))
    }

    fn read(name: &str) -> Self {
        let page = fixtures::read(&fixtures::root().join("prose").join(name).with_extension("txt"));
        let mut groups: BTreeMap<String, Vec<Wording>> = BTreeMap::new();
        let mut group = String::new();
        for line in page.lines().filter(|line| !line.is_empty()) {
            if let Some(name) = line.strip_prefix("# ") {
                // What stands above the first group are notes.
                name.clone_into(&mut group);
                continue;
            }
            let (condition, template) = line.split_once(" :: ").unwrap_or(("", line));
            let wording =
                Wording { condition: condition.to_owned(), template: template.replace("\\n", "\n") };
            groups.entry(group.clone()).or_default().push(wording);
        }
        Self { groups }
    }

    /// The wordings of a group.
    pub fn group(&self, name: &str) -> &[Wording] {
        self.groups.get(name).map_or_else(|| panic!("no wordings {name}"), Vec::as_slice)
    }

    /// The names of the groups, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.groups.keys().map(String::as_str)
    }

    /// The wordings of a group that can be said of these facts.
    pub fn fitting<'a>(&'a self, name: &str, facts: &Facts) -> Vec<&'a Wording> {
        self.group(name).iter().filter(|wording| wording.fits(facts)).collect()
    }
}

impl Wording {
    /// Whether it can be said of these facts.
    pub fn fits(&self, facts: &Facts) -> bool {
        self.condition.split_whitespace().all(|term| {
            let at = term.find(['=', '>', '<', '!']).unwrap_or_else(|| panic!("no comparison: {term}"));
            let (left, right) = (facts.value(&term[..at]), facts.value(&term[at + 1..]));
            match term.as_bytes()[at] {
                b'=' => left == right,
                b'>' => left > right,
                b'<' => left < right,
                _ => left != right,
            }
        })
    }
}
