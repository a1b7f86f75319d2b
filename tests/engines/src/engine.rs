//! The engines, and where they lie.

use std::fmt;
use std::path::PathBuf;

use gouji_site_server::{find_program, tools_folder};

/// An engine that gouji promises to run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// A Chromium of old, by its number.
    OldChromium(u16),
    /// The Chromium of this system.
    Chromium,
    /// The Firefox of this system.
    Firefox,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::OldChromium(78),
        Self::OldChromium(86),
        Self::OldChromium(90),
        Self::OldChromium(92),
        Self::Chromium,
        Self::Firefox,
    ];

    /// Its program, and the folder with the libraries it brings along; none where
    /// it is not there.
    pub fn program(self) -> Option<(PathBuf, Option<PathBuf>)> {
        match self {
            Self::OldChromium(number) => {
                let folder = tools_folder().join(format!("chromium-{number}"));
                let program = folder.join("chromium");
                program.is_file().then(|| (program, Some(folder.join("lib"))))
            }
            Self::Chromium => ["chromium", "chromium-browser", "google-chrome"]
                .into_iter()
                .find_map(find_program)
                .map(|program| (program, None)),
            Self::Firefox => {
                ["firefox-esr", "firefox"].into_iter().find_map(find_program).map(|program| (program, None))
            }
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OldChromium(number) => write!(formatter, "chromium_{number}"),
            Self::Chromium => formatter.write_str("chromium"),
            Self::Firefox => formatter.write_str("firefox"),
        }
    }
}
