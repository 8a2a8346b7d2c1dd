//! The tables read as they are meant.

use super::notation::{Grammar, words};
use super::{grammar, mistakes};

#[test]
fn every_name_in_the_tables_is_a_rule() {
    let texts =
        [grammar::STATEMENTS, grammar::EXPRESSIONS, mistakes::STATEMENTS, mistakes::EXPRESSIONS];
    let grammar = Grammar::of(&texts);
    let mut missing = Vec::new();
    for line in texts.iter().flat_map(|text| text.lines()).filter(|line| line.starts_with(' ')) {
        let line = line.split("=>").next().unwrap_or_default();
        let all = words(line);
        for (at, word) in all.iter().enumerate() {
            let is_name = word.starts_with(|c: char| c.is_ascii_lowercase());
            if is_name && all.get(at + 1) != Some(&":") && !grammar.has(word) {
                missing.push(format!("{word} in {line}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
