//! Format specifications: any text may be one.

use programs::choices::Choices;

use super::run;
use crate::inside::Outcome;

const VALUES: &[&str] = &[
    "0",
    "-7",
    "10**30",
    "True",
    "0.0",
    "-1.5",
    "1e300",
    "123456.789",
    "float('nan')",
    "float('-inf')",
    "5e-324",
    "1j",
    "(1.5-2j)",
    "'text'",
    "''",
    "'\\u20ac\\U0001f600'",
    "None",
    "[1]",
    "12345678901234567890.0",
];

/// Formats a value by a specification, in all ways that the language has.
///
/// # Panics
/// If the ways disagree, if the text is shorter than the width, or something else than `ValueError`, `TypeError`,
/// `OverflowError` or `MemoryError` is raised.
pub fn format(bytes: &[u8]) {
    let mut choices = Choices::of_bytes(bytes);
    let value = choices.pick(VALUES);
    let kind = choices.below(3);
    let left = bytes.get(2..).unwrap_or_default();
    let spec: String = match kind {
        // Any text, and texts of the letters that mean something.
        0 => String::from_utf8_lossy(left).chars().collect(),
        _ => left
            .iter()
            .map(|byte| char::from(LETTERS[usize::from(*byte) % LETTERS.len()]))
            .collect(),
    };
    let spec = quoted(&spec);
    let text = format!(
        "value, spec = {value}, {spec}
def tried(way):
    try:
        return way()
    except (ValueError, TypeError, OverflowError, MemoryError) as e:
        return type(e), str(e)
one = tried(lambda: format(value, spec))
other = tried(lambda: f'{{value:{{spec}}}}')
assert one == other, (one, other)
if '{{' not in spec and '}}' not in spec:
    third = tried(lambda: ('{{:' + spec + '}}').format(value))
    assert one == third, (one, third)
digits = ''.join(c for c in spec.split('.')[0] if c.isdecimal() and c.isascii())
if isinstance(one, str) and spec.isascii() and spec.isdecimal():
    assert len(one) >= int(digits), one
tried(lambda: ('%' + spec) % value)
tried(lambda: ('%' + spec) % (value, 3))
tried(lambda: ('{{' + spec + '}}').format(value))
"
    );
    let run = run(&text);
    let fine = matches!(&run.outcome, Outcome::Done | Outcome::Halted(_))
        || matches!(&run.outcome, Outcome::Raised(text) if expected(text));
    assert!(fine, "{:?}\n{text}", run.outcome);
}

/// Memory may end anywhere; a field's name may be that of nothing. An assertion that fails is never
/// expected.
fn expected(traceback: &str) -> bool {
    let names = ["MemoryError", "KeyError", "IndexError", "AttributeError"];
    // A message may have lines of its own, so the class is not always on the last one; and it may
    // quote any class, so only the beginning of a line counts.
    let class = |name: &str| traceback.lines().any(|line| line.starts_with(name));
    !class("AssertionError") && names.iter().any(|name| class(name))
}

const LETTERS: &[u8] = b"<>=^+- #0,._zsdbcoxXeEfFgGn%!r123456789{}:[]a*";

/// The text as a Python literal.
fn quoted(text: &str) -> String {
    let mut literal = String::from("'");
    for c in text.chars() {
        literal += &format!("\\U{:08x}", u32::from(c));
    }
    literal + "'"
}
