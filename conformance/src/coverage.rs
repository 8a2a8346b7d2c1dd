//! What the data model and the chapters on class customization have, each owed two cases or rows, one that goes wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use crate::case::Case;
use crate::recording;

/// The list of what there is.
const ENTRIES: &str = include_str!("../sections.toml");

/// One heading, special method or special attribute.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// `heading`, `method`, `attribute`, or `chapter` for a heading of the chapters on class customization.
    pub kind: String,
    /// Its name, which cases give in their headers.
    pub name: String,
    /// Where it stands in its chapter.
    pub anchor: String,
    /// The rows of native classes that witness it, for a `chapter`.
    pub rows: Vec<String>,
}

/// All entries, in the order of the chapters.
///
/// # Errors
/// A line of `sections.toml` that is none of `[[entry]]`, `key = "text"` and `key = ["text", ..]`.
pub fn entries() -> io::Result<Vec<Entry>> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in ENTRIES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let bad = || io::Error::other(format!("sections.toml: {line}"));
        if line == "[[entry]]" {
            entries.push(Entry::default());
            continue;
        }
        let (key, value) = line.split_once(" = ").ok_or_else(bad)?;
        let entry = entries.last_mut().ok_or_else(bad)?;
        let texts = texts(value).ok_or_else(bad)?;
        let text = || texts.first().cloned().unwrap_or_default();
        match key {
            "kind" => entry.kind = text(),
            "name" => entry.name = text(),
            "anchor" => entry.anchor = text(),
            "rows" => entry.rows = texts,
            _ => return Err(bad()),
        }
    }
    Ok(entries)
}

/// The texts of a value: `"one"` or `["one", "two"]`.
fn texts(value: &str) -> Option<Vec<String>> {
    let inner = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
    let inner = inner.unwrap_or(value).strip_prefix('"')?.strip_suffix('"')?;
    Some(inner.split("\", \"").map(str::to_owned).collect())
}

/// The names of the cases that witness each entry of the data model; errors tell what the headers get wrong.
///
/// # Errors
/// A case without a `# covers:` line, or one that names nothing of the chapter.
pub fn by_entry(cases: &[Case]) -> io::Result<BTreeMap<String, Vec<String>>> {
    let named = entries()?.into_iter().filter(|entry| entry.kind != "chapter");
    let mut covered: BTreeMap<String, Vec<String>> =
        named.map(|entry| (entry.name, Vec::new())).collect();
    for case in cases.iter().filter(|case| !case.name.starts_with("examples/")) {
        let names = case.covers()?;
        if names.is_empty() {
            return Err(io::Error::other(format!(
                "{} does not begin with `# covers: NAME; NAME`",
                case.name
            )));
        }
        for name in names {
            let found = covered.get_mut(&name).ok_or_else(|| {
                io::Error::other(format!("{}: nothing is called {name:?}", case.name))
            })?;
            found.push(case.name.clone());
        }
    }
    Ok(covered)
}

/// The cases in whose recordings something is refused or goes wrong.
///
/// # Errors
/// What reading the recordings raises.
pub fn unhappy(cases: &[Case]) -> io::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for case in cases {
        let ending = recording::read(case)?.unwrap_or_default();
        if is_unhappy(&ending.stdout) || !ending.is_quiet() {
            found.insert(case.name.clone());
        }
    }
    Ok(found)
}

/// Whether an output tells of an error.
fn is_unhappy(output: &str) -> bool {
    const SIGNS: [&str; 9] = [
        "Error",
        "Exception",
        "Iteration",
        "cannot",
        "must be",
        "not supported",
        "unsupported",
        "not allowed",
        "refused",
    ];
    SIGNS.iter().any(|sign| output.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_one_text_or_several() {
        assert_eq!(texts("\"a b\"").unwrap(), ["a b"]);
        assert_eq!(texts("[\"a, b\", \"c\"]").unwrap(), ["a, b", "c"]);
        assert_eq!(texts("a"), None);
    }
}
