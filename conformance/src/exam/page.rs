//! The results as a page: the table, and what the tests said that did not pass.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::marks::{Marks, Outcome};
use super::table::{self, Counts};

const STYLE: &str = "\
body { font: 15px/1.45 system-ui, sans-serif; max-width: 68rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2rem }
table { border-collapse: collapse; width: 100% }
th, td { padding: .15rem .6rem; text-align: right; border-bottom: 1px solid #e4e4e4 }
th:first-child, td:first-child { text-align: left }
td.bad { color: #b00020; font-weight: 600 } tr.sum td { font-weight: 600; border-top: 2px solid #888 }
details { margin: .3rem 0 } summary { cursor: pointer }
summary .word { display: inline-block; min-width: 4.5rem; color: #b00020 }
pre { background: #f6f6f4; padding: .6rem .8rem; overflow-x: auto; font-size: 13px; margin: .3rem 0 .6rem }
a { color: #0b57d0; text-decoration: none }
";

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The page; `recorded` has the tests that count of a file.
pub(super) fn page(
    all: &[Marks],
    counts: &Counts,
    recorded: &BTreeMap<String, BTreeSet<String>>,
) -> String {
    let mut text = format!(
        "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Exam</title>\n<style>\n{STYLE}</style>\n\
         <h1>CPython's own tests</h1>\n"
    );
    for part in table::parts(counts) {
        let _ = write!(
            text,
            "<h2>{}</h2>\n<table><tr><th>file<th>run<th>passed<th>failed<th>skipped<th>blocked<th>percent\
             <th>seconds</tr>\n",
            part.title
        );
        let sum = part.sum();
        let rows = part.rows.iter().map(|(name, count)| (*name, count, ""));
        for (name, count, class) in rows.chain([("together", &sum, " class=\"sum\"")]) {
            let shown = match class {
                "" => format!("<a href=\"#{name}\">{name}</a>"),
                _ => name.to_owned(),
            };
            let cell = |number: usize| match number {
                0 => "<td>0".to_owned(),
                _ => format!("<td class=\"bad\">{number}"),
            };
            let _ = writeln!(
                text,
                "<tr{class}><td>{shown}<td>{}<td>{}{}{}{}<td>{:.1}<td>{:.1}</tr>",
                count.run(),
                count.passed,
                cell(count.failed),
                cell(count.skipped),
                cell(count.blocked),
                count.share(),
                count.time.as_secs_f64()
            );
        }
        text.push_str("</table>\n");
    }
    for marks in all {
        let _ = writeln!(text, "<h2 id=\"{0}\">{0}</h2>", marks.name);
        let counted = recorded.get(&marks.name);
        let missing = counted.into_iter().flatten().filter(|name| !marks.tests.contains_key(*name));
        let missing: Vec<_> = missing.map(String::as_str).collect();
        let mut bad = 0;
        for (name, test) in &marks.tests {
            let counts = counted.is_none_or(|recorded| recorded.contains(name));
            let whole = test.outcome == Outcome::Blocked;
            if test.outcome == Outcome::Passed || !(counts || whole) {
                continue;
            }
            bad += 1;
            let said = escape(&test.said.join("\n"));
            let _ = writeln!(
                text,
                "<details><summary><span class=\"word\">{}</span> {}</summary><pre>{said}</pre></details>",
                test.outcome.word(),
                escape(name)
            );
        }
        if !missing.is_empty() {
            let _ = writeln!(
                text,
                "<details><summary><span class=\"word\">missing</span> {} tests</summary><pre>{}</pre></details>",
                missing.len(),
                escape(&missing.join("\n"))
            );
        } else if bad == 0 {
            text.push_str("<p>Every test passed.</p>\n");
        }
    }
    text.push_str("</html>\n");
    text
}
