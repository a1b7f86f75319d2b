//! What documents and workbooks have in common: a ZIP archive of XML parts
//! that refer to one another.

mod package;
mod xml;

pub(crate) use package::Package;
pub(crate) use xml::{Element, Node, Xml};

#[cfg(test)]
pub(crate) mod writing;
