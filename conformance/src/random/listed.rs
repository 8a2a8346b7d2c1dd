//! The differences that are known, each with its reason.

use std::fs;
use std::io;

/// What the first differing lines of two outputs contain, and why they differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    expected: String,
    found: String,
    reason: String,
}

/// Reads `random-differences.txt`: lines `CPYTHON'S => OURS # REASON`, each side a piece of a line whose numbers are `N`.
///
/// # Errors
/// If the file is missing or a line has another form.
pub fn read() -> io::Result<Vec<Listed>> {
    let text = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/random-differences.txt"))?;
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .map(|line| parse(line).ok_or_else(|| io::Error::other(format!("no reason: {line}"))))
        .collect()
}

fn parse(line: &str) -> Option<Listed> {
    let (sides, reason) = line.rsplit_once(" # ")?;
    let (expected, found) = sides.split_once(" => ")?;
    let own = |text: &str| text.trim().to_owned();
    Some(Listed { expected: own(expected), found: own(found), reason: own(reason) })
}

impl Listed {
    /// Whether two lines, numbers left out, differ for this reason.
    pub fn explains(&self, expected: &str, found: &str) -> bool {
        expected.contains(&self.expected) && found.contains(&self.found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_list_is_understood() {
        read().unwrap();
        assert_eq!(parse("a => b"), None);
        let listed = parse("x: N => y # z").unwrap();
        assert!(listed.explains("1 x: N 2", "y") && !listed.explains("x", "y"));
    }
}
