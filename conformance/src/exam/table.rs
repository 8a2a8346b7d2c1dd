//! The results as a table, for people, for the docs and for programs.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::groups::{GROUPS, LEAST_OF_A_FILE};
use super::marks::Count;

/// Results by file.
pub(super) type Counts = BTreeMap<String, Count>;

/// A part of the table: files, and their sum if they are a whole group.
pub(super) struct Part<'a> {
    /// What the files are about.
    pub(super) title: &'static str,
    /// The share in percent that they must reach.
    pub(super) wanted: f64,
    /// The files and their results.
    pub(super) rows: Vec<(&'a str, Count)>,
}

impl Part<'_> {
    /// The results of all files.
    pub(super) fn sum(&self) -> Count {
        let mut sum = Count::default();
        self.rows.iter().for_each(|(_, count)| sum += *count);
        sum
    }

    /// Whether the part and each of its files reach what they must.
    pub(super) fn is_good(&self) -> bool {
        let files = self.rows.iter().all(|(_, count)| count.share() >= LEAST_OF_A_FILE);
        files && self.sum().share() >= self.wanted
    }
}

/// The results in the order of the groups; other files come last.
pub(super) fn parts(counts: &Counts) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for group in &GROUPS {
        let rows = group.names().filter_map(|name| Some((name, *counts.get(name)?)));
        parts.push(Part { title: group.name, wanted: group.share, rows: rows.collect() });
    }
    let grouped = |name: &str| GROUPS.iter().any(|group| group.names().any(|known| known == name));
    let others = counts.iter().filter(|(name, _)| !grouped(name));
    let rows = others.map(|(name, count)| (name.as_str(), *count)).collect();
    parts.push(Part { title: "others", wanted: 0.0, rows });
    parts.retain(|part| !part.rows.is_empty());
    parts
}

fn line(text: &mut String, name: &str, count: &Count) {
    let Count { passed, failed, skipped, blocked, .. } = count;
    let (run, share, seconds) = (count.run(), count.share(), count.time.as_secs_f64());
    let _ = writeln!(
        text,
        "{name:28} {run:6} {passed:6} {failed:6} {skipped:7} {blocked:7} {share:7.2} {seconds:7.1}"
    );
}

/// The table for a terminal.
pub(super) fn plain(counts: &Counts) -> String {
    let mut text = String::new();
    for part in parts(counts) {
        let _ = writeln!(
            text,
            "{:28} {:>6} {:>6} {:>6} {:>7} {:>7} {:>7} {:>7}",
            "file", "run", "passed", "failed", "skipped", "blocked", "percent", "seconds"
        );
        part.rows.iter().for_each(|(name, count)| line(&mut text, name, count));
        line(&mut text, part.title, &part.sum());
        text.push('\n');
    }
    text
}

/// The tables in Markdown.
pub(super) fn markdown(counts: &Counts) -> String {
    let mut text = String::new();
    for part in parts(counts) {
        let sum = part.sum();
        let _ = writeln!(
            text,
            "### {}: {} of {} tests, {:.2} %\n\n| file | run | passed | failed | skipped | blocked | percent | seconds |\n|---|--:|--:|--:|--:|--:|--:|--:|",
            part.title,
            sum.passed,
            sum.tests,
            sum.share()
        );
        for (name, count) in &part.rows {
            let Count { passed, failed, skipped, blocked, .. } = count;
            let (run, share, seconds) = (count.run(), count.share(), count.time.as_secs_f64());
            let _ = writeln!(
                text,
                "| {name} | {run} | {passed} | {failed} | {skipped} | {blocked} | {share:.1} | {seconds:.1} |"
            );
        }
        text.push('\n');
    }
    text
}

/// The results for programs.
pub(super) fn json(counts: &Counts) -> Value {
    let row = |name: &str, count: &Count| {
        json!({
            "name": name, "tests": count.tests, "run": count.run(), "passed": count.passed, "failed": count.failed,
            "skipped": count.skipped, "blocked": count.blocked, "percent": count.share(),
            "seconds": count.time.as_secs_f64(),
        })
    };
    let parts = parts(counts);
    let groups: Vec<Value> = parts.iter().map(|part| row(part.title, &part.sum())).collect();
    let files: Vec<Value> = counts.iter().map(|(name, count)| row(name, count)).collect();
    json!({ "groups": groups, "files": files })
}
