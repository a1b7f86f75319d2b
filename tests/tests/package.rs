//! What the package for npm declares by hand is what the crates say.

#![allow(clippy::expect_used)]

use std::fs;
use std::path::Path;

use gouji_convert::ConvertError;

#[test]
fn every_reason_why_a_document_cannot_be_read_is_declared() {
    let declarations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/gouji-wasm/npm/index.d.ts");
    let declarations = fs::read_to_string(declarations).expect("the package has declarations");
    for error in ConvertError::ALL {
        let code = format!("    | '{}'", error.as_str());
        assert!(
            declarations.lines().any(|line| line.trim_end_matches(';') == code),
            "{code} is not declared"
        );
    }
}
