//! The lines of an entry's text, and the carets under what was being evaluated.

use std::collections::BTreeSet;

use crate::host::{Anchors, Position};
use crate::runtime::Runtime;

/// The lines without their common indentation, each followed by its carets if they tell something.
pub(super) fn underline(rt: &mut Runtime, original: &[String], at: Position) -> String {
    let margin = common_margin(original);
    let lines: Vec<Vec<char>> =
        original.iter().map(|line| line.chars().skip(margin).collect()).collect();
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return String::new() };
    let plain = || lines.iter().take(1).map(|line| text(line) + "\n").collect();
    if at.end_line == 0 || lines.len() as u32 != at.end_line - at.line + 1 {
        return plain();
    }
    let start = (at.column as usize).saturating_sub(margin).min(first.len());
    let end = (at.end_column as usize).saturating_sub(margin).min(last.len());
    if lines.len() == 1 && start >= end {
        return plain();
    }
    let texts: Vec<String> = lines.iter().map(|line| text(line)).collect();
    let anchors = rt.host.anchors(&segment(&lines, start, end));
    let whole = first.iter().take(start).all(|c| c.is_whitespace())
        && last.iter().skip(end).all(|c| c.is_whitespace());
    let carets = !rt.host.is_plain_call(&texts, start, end) && (anchors.is_some() || !whole);
    let page = Underlined { lines: &lines, start, end, anchors, carets };
    page.render()
}

fn text(line: &[char]) -> String {
    line.iter().collect()
}

/// How many blanks all lines begin with.
fn common_margin(lines: &[String]) -> usize {
    let indent = |line: &String| line.chars().take_while(|c| *c == ' ' || *c == '\t').count();
    lines.iter().filter(|line| !line.trim().is_empty()).map(indent).min().unwrap_or(0)
}

fn segment(lines: &[Vec<char>], start: usize, end: usize) -> String {
    let last = lines.len().saturating_sub(1);
    let mut parts = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let from = if number == 0 { start } else { 0 };
        let to = if number == last { end } else { line.len() };
        parts.push(text(line.get(from..to.max(from)).unwrap_or_default()));
    }
    parts.join("\n")
}

struct Underlined<'a> {
    lines: &'a [Vec<char>],
    start: usize,
    end: usize,
    anchors: Option<Anchors>,
    carets: bool,
}

impl Underlined<'_> {
    /// The first and the last line and those around the anchors; what lies between is counted.
    fn render(&self) -> String {
        let count = self.lines.len();
        let mut significant = BTreeSet::from([0, count - 1]);
        if let Some(anchors) = &self.anchors {
            for line in [anchors.left_line, anchors.right_line] {
                significant.extend(line.saturating_sub(1)..(line + 2).min(count));
            }
        }
        let mut out = String::new();
        let mut previous: Option<usize> = None;
        for line in significant {
            match previous.map(|previous| line - previous) {
                Some(2) => self.line(line - 1, &mut out),
                Some(distance) if distance > 2 => {
                    out.push_str(&format!("...<{} lines>...\n", distance - 1));
                }
                _ => {}
            }
            self.line(line, &mut out);
            previous = Some(line);
        }
        out
    }

    fn line(&self, number: usize, out: &mut String) {
        let Some(line) = self.lines.get(number) else { return };
        out.extend(line);
        out.push('\n');
        if !self.carets {
            return;
        }
        let indent = line.iter().take_while(|c| c.is_whitespace()).count();
        let end = if number + 1 == self.lines.len() { self.end } else { line.len() };
        let marks = (0..end).map(|column| {
            let before = column < indent || (number == 0 && column < self.start);
            match before {
                true => ' ',
                false => self.mark(number, column),
            }
        });
        let marks: String =
            marks.zip(line).flat_map(|(mark, c)| std::iter::repeat_n(mark, width(*c))).collect();
        out.push_str(&marks);
        out.push('\n');
    }

    fn mark(&self, line: usize, column: usize) -> char {
        let Some(anchors) = &self.anchors else { return '^' };
        let shift =
            |line: usize, column: usize| if line == 0 { column + self.start } else { column };
        let left = (anchors.left_line, shift(anchors.left_line, anchors.left_column));
        let right = (anchors.right_line, shift(anchors.right_line, anchors.right_column));
        if left <= (line, column) && (line, column) < right { '^' } else { '~' }
    }
}

/// How many columns a terminal gives a character: two for the wide ones of East Asia.
fn width(c: char) -> usize {
    let wide = matches!(c as u32,
        0x1100..=0x115f | 0x2e80..=0x303e | 0x3041..=0x33ff | 0x3400..=0x4dbf | 0x4e00..=0x9fff
        | 0xa000..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f | 0xff00..=0xff60
        | 0xffe0..=0xffe6 | 0x1f300..=0x1f64f | 0x1f900..=0x1f9ff | 0x20000..=0x3fffd);
    if wide { 2 } else { 1 }
}
