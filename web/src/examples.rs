//! The three texts a person can start with, about an invented place.

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Example {
    /// Everything adds up.
    Consistent,
    /// With a few typical faults.
    Faulty,
    /// The form of 2021 with empty tables.
    Blank,
}

impl Example {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Consistent, Self::Faulty, Self::Blank];

    /// Its text.
    pub(crate) fn text(self) -> &'static str {
        match self {
            Self::Consistent => include_str!("../examples/consistent.txt"),
            Self::Faulty => include_str!("../examples/faulty.txt"),
            Self::Blank => include_str!("../examples/blank.txt"),
        }
    }

    /// The id of its button.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Consistent => "example-consistent",
            Self::Faulty => "example-faulty",
            Self::Blank => "example-blank",
        }
    }
}
