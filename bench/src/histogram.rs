//! How many pauses there were of which length: a table, and bars on two logarithmic scales, as SVG.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::sides::Kind;

const WIDTH: f64 = 960.0;
const LEFT: f64 = 64.0;
const RIGHT: f64 = WIDTH - 24.0;
const TOP: f64 = 64.0;
/// The height of ten times as many.
const DECADE: f64 = 44.0;

const STYLE: &str = "text{font:11px sans-serif;fill:#333}.g{font-weight:bold}.t{text-anchor:middle;fill:#777}\
.n{text-anchor:end;fill:#777}line{stroke:#ddd}.one{stroke:#333}\
.objmodel{fill:#1b7f5c}.CPython{fill:#4a6fa5}.RustPython{fill:#d98c3f}.other{fill:#999}";

/// Counts by length, in microseconds, of all rounds together.
#[derive(Debug)]
pub(crate) struct Histogram {
    sides: Vec<Kind>,
    rounds: usize,
    /// The least length of a class, the most being twice that: how many there were on each side.
    counts: BTreeMap<u64, Vec<f64>>,
}

impl Histogram {
    pub(crate) fn new(sides: Vec<Kind>, rounds: usize) -> Histogram {
        Histogram { sides, rounds, counts: BTreeMap::new() }
    }

    /// Adds what a round of a side counted of the class that begins at `least` microseconds.
    ///
    /// # Errors
    /// `least` is no number.
    pub(crate) fn count(&mut self, side: usize, least: &str, count: f64) -> Result<(), String> {
        let least = least.parse().map_err(|_| format!("{least} is no length of a pause"))?;
        let counts = self.counts.entry(least).or_insert_with(|| vec![0.0; self.sides.len()]);
        if let Some(sum) = counts.get_mut(side) {
            *sum += count;
        }
        Ok(())
    }

    /// A row for each class, with means of the rounds.
    pub(crate) fn to_markdown(&self) -> String {
        let mut text = String::from("| pauses from, µs | to |");
        self.sides.iter().for_each(|kind| text += &format!(" {} |", kind.name()));
        text += "\n|---:|---:|";
        self.sides.iter().for_each(|_| text += "---:|");
        for (least, counts) in &self.counts {
            let _ = write!(text, "\n| {least} | {} |", 2 * least);
            for count in counts {
                let _ = write!(text, " {} |", count / self.rounds as f64);
            }
        }
        text + "\n"
    }

    /// Bars: further to the right is longer, and ten times as high is ten times as many.
    pub(crate) fn draw(&self) -> String {
        let most = self.counts.values().flatten().copied().fold(1.0, f64::max) / self.rounds as f64;
        let decades = most.log10().ceil().max(1.0);
        let bottom = TOP + (decades + 1.0) * DECADE;
        let step = (RIGHT - LEFT) / self.counts.len().max(1) as f64;
        let width = (step - 6.0) / self.sides.len() as f64;
        let height = bottom + 48.0;
        let mut svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">"#
        );
        let _ = writeln!(
            svg,
            "\n<style>{STYLE}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
             <text class=\"g\" x=\"8\" y=\"18\">Pauses of a program that changes a heap of five million objects: how \
             many there are of which length, per run</text>"
        );
        for (index, kind) in self.sides.iter().enumerate() {
            let (x, name) = (8.0 + 120.0 * index as f64, kind.name());
            let _ = writeln!(
                svg,
                r#"<rect class="{name}" x="{x}" y="28" width="10" height="10"/><text x="{}" y="37">{name}</text>"#,
                x + 16.0
            );
        }
        for decade in 0..=decades as i32 {
            let y = bottom - f64::from(decade + 1) * DECADE;
            let _ = writeln!(
                svg,
                r#"<line x1="{LEFT}" x2="{RIGHT}" y1="{y}" y2="{y}"/><text class="n" x="{}" y="{}">{}</text>"#,
                LEFT - 6.0,
                y + 4.0,
                10u64.pow(decade.unsigned_abs())
            );
        }
        for (place, (least, counts)) in self.counts.iter().enumerate() {
            let left = LEFT + step * place as f64;
            let class = if *least == 1024 { r#" class="one""# } else { "" };
            let _ = writeln!(
                svg,
                r#"<line{class} x1="{left:.1}" x2="{left:.1}" y1="{TOP}" y2="{bottom}"/><text class="t" x="{left:.1}" y="{}">{}</text>"#,
                bottom + 16.0,
                length(*least)
            );
            for (index, (kind, count)) in self.sides.iter().zip(counts).enumerate() {
                let mean = count / self.rounds as f64;
                // One in ten runs is the least that shows.
                let high = (mean.log10() + 1.0).max(0.0) * DECADE;
                let (x, y, name) = (left + 3.0 + width * index as f64, bottom - high, kind.name());
                let _ = writeln!(
                    svg,
                    r#"<rect class="{name}" x="{x:.1}" y="{y:.1}" width="{:.1}" height="{high:.1}"><title>{name}: {mean}</title></rect>"#,
                    width - 1.0
                );
            }
        }
        let _ = writeln!(
            svg,
            r#"<text class="t" x="{}" y="{}">from this length on, to twice as much, in processor time of an operation with its safe point</text>"#,
            (LEFT + RIGHT) / 2.0,
            bottom + 36.0
        );
        svg + "</svg>\n"
    }
}

/// A length in microseconds, as a reader wants it.
fn length(microseconds: u64) -> String {
    match microseconds {
        0..1000 => format!("{microseconds} µs"),
        1000..1_000_000 => format!("{} ms", microseconds / 1000),
        _ => format!("{} s", microseconds / 1_000_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_as_many_are_a_decade_higher() {
        let mut histogram = Histogram::new(vec![Kind::Ours, Kind::CPython], 2);
        histogram.count(0, "16", 20.0).unwrap();
        histogram.count(0, "16", 180.0).unwrap();
        histogram.count(1, "32", 20.0).unwrap();
        assert!(histogram.count(0, "many", 1.0).is_err());
        let rows: Vec<String> =
            histogram.to_markdown().lines().skip(2).map(str::to_owned).collect();
        assert_eq!(rows, ["| 16 | 32 | 100 | 0 |", "| 32 | 64 | 0 | 10 |"]);
        let svg = histogram.draw();
        let height = |name: &str, mean: &str| {
            let bar = svg.lines().find(|line| line.contains(&format!("<title>{name}: {mean}<")));
            let (_, rest) = bar.unwrap().split_once("height=\"").unwrap();
            rest.split('"').next().unwrap().parse::<f64>().unwrap()
        };
        assert_eq!(height("objmodel", "100"), 3.0 * DECADE);
        assert_eq!(height("CPython", "10"), 2.0 * DECADE);
        assert_eq!(height("objmodel", "0"), 0.0);
    }
}
