//! Invented reports as programs hand them over when a person copies or
//! converts them: each with its true cells, in many layouts, and damaged.
//!
//! [`generated`] makes the text of a layout and a number, always the same for
//! the same two; [`judge`] compares what was read in it with what is true.

mod boxes;
mod canvas;
mod columns;
mod damage;
mod glued;
mod grid;
mod invention;
mod judge;
mod layout;
mod marked;
mod one_per_line;
mod pages;
mod pen;
mod software;
mod spaces;
mod tabs;
mod torn;
mod wrap;

use gouji::form::{CellId, TableId};

pub use damage::Damage;
pub use grid::{Block, Grid, GridCell, sheet};
pub use invention::{Invention, Truth};
pub use judge::{JudgedTable, Judgement, Outcome, judge};
pub use layout::{Keeps, Layout};
pub use pages::Print;
pub use pen::Pen;
pub use software::{SoftwareFile, software};

/// The text of a layout and a number.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The layout.
    pub layout: Layout,
    /// The number.
    pub number: u64,
    /// What is printed, and what is true.
    pub invention: Invention,
    /// What happened to the text afterwards, in this order.
    pub damages: Vec<Damage>,
    /// Whether a damage, or a column that is too narrow for it, changed a
    /// number as it is printed.
    pub numbers_changed: bool,
    /// The text.
    pub text: String,
}

/// The text of this layout and number: always the same.
pub fn generated(layout: Layout, number: u64) -> Generated {
    // The place of the layout among all of them must not matter, so that a
    // new layout leaves the texts of the others as they are.
    let name = layout.name().bytes().fold(0_u64, |hash, byte| hash.wrapping_mul(31) + u64::from(byte));
    let mut random = fastrand::Rng::with_seed(name.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ number);
    let invention = Invention::new(&mut random);
    let mut print = Print::new(&mut random);
    // By the number alone, so that these leave everything else as it is.
    print.whole_sheet = number % 2 == 1;
    print.narrow = match number % 8 {
        3 if layout.wraps_values() => Some(3),
        6 if layout.wraps_values() => Some(4),
        _ => None,
    };
    let mut pen = layout.write(&sheet(&invention, &print), &print);
    let wanted = [0, 0, 1, 1, 2].get(random.usize(..5)).copied().unwrap_or_default();
    let mut damages = Vec::new();
    let wrapped = |(cell, printed): (&CellId, &String)| {
        cell.table != TableId::Disclosure && print.value_lines(printed).len() > 1
    };
    let mut numbers_changed = invention.printed.iter().any(wrapped);
    for _ in 0..wanted {
        let damage = Damage::ALL[random.usize(..Damage::ALL.len())];
        if let Some(changed) = damage.apply(&mut pen, &mut random) {
            damages.push(damage);
            numbers_changed |= changed;
        }
    }
    Generated { layout, number, invention, damages, numbers_changed, text: pen.text }
}

impl Generated {
    /// The name by which it is found again: the layout and the number.
    pub fn name(&self) -> String {
        format!("{}:{}", self.layout.name(), self.number)
    }

    /// The text with this name.
    pub fn named(name: &str) -> Option<Self> {
        let (layout, number) = name.split_once(':')?;
        Some(generated(Layout::named(layout)?, number.parse().ok()?))
    }
}
