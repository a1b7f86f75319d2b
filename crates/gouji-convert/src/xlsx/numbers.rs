//! Numbers as cells show them.

/// More digits than this, in a number's whole part, and it is no figure of a
/// report.
const LARGEST: f64 = 1e15;

/// Writes a stored number with the fifteen digits a spreadsheet shows:
/// 112.55034 is stored as 112.55034000000001.
pub(super) fn shown(stored: &str) -> String {
    let stored = stored.trim();
    let is_plain = stored.strip_prefix('-').unwrap_or(stored).bytes().all(|byte| byte.is_ascii_digit());
    let Ok(value) = stored.parse::<f64>() else { return stored.to_owned() };
    if is_plain || !value.is_finite() || value.abs() >= LARGEST {
        return stored.to_owned();
    }
    let rounded: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // There is a negative zero.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn numbers_have_the_digits_a_cell_shows() {
        for (stored, cell) in [
            ("217", "217"),
            ("112.55034000000001", "112.55034"),
            ("0.30000000000000004", "0.3"),
            ("217.0", "217"),
            ("2.17E2", "217"),
            ("1.5E-3", "0.0015"),
            ("-4", "-4"),
            ("-0", "-0"),
            ("-0.0", "0"),
            ("999999999999999", "999999999999999"),
            ("1E300", "1E300"),
            ("12a", "12a"),
            ("", ""),
        ] {
            assert_eq!(shown(stored), cell, "{stored}");
        }
    }
}
