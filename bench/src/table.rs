//! A table of what was measured: rows of names, one column for each side, ratios to CPython or to another build.

use crate::sides::Kind;
use crate::statistics::{geometric_mean, median};

/// What one command measured.
#[derive(Debug)]
pub(crate) struct Table {
    /// Its name, which is also the record's.
    pub(crate) name: &'static str,
    /// What the numbers are, unless the rows say it.
    pub(crate) unit: &'static str,
    /// What a smaller value counts as in ratios.
    pub(crate) least: f64,
    pub(crate) sides: Vec<Kind>,
    pub(crate) rows: Vec<Row>,
}

/// One thing that was measured on every side.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) group: &'static str,
    pub(crate) name: String,
    /// For each side what its rounds gave; none if the side cannot do it.
    pub(crate) rounds: Vec<Vec<f64>>,
}

impl Row {
    /// The median of a side's rounds.
    pub(crate) fn value(&self, side: usize) -> Option<f64> {
        median(self.rounds.get(side)?)
    }
}

impl Table {
    /// The side that ratios are to: CPython, or the other build of ours.
    fn base(&self) -> Kind {
        match self.sides.contains(&Kind::Other) {
            true => Kind::Other,
            false => Kind::CPython,
        }
    }

    /// The ratio of a side's value to the base's: the median over the rounds, so that both are of the
    /// same moment.
    pub(crate) fn ratio(&self, row: &Row, side: usize) -> Option<f64> {
        let base = self.sides.iter().position(|&kind| kind == self.base())?;
        if side == base {
            return None;
        }
        let (own, base) = (row.rounds.get(side)?, row.rounds.get(base)?);
        let pairs = own.iter().zip(base);
        let ratios: Vec<f64> =
            pairs.map(|(own, base)| own.max(self.least) / base.max(self.least)).collect();
        median(&ratios)
    }

    /// The geometric mean of a side's ratios over the rows of a group, or over all.
    pub(crate) fn mean(&self, side: usize, group: Option<&str>) -> Option<f64> {
        let rows = self.rows.iter().filter(|row| group.is_none_or(|group| row.group == group));
        geometric_mean(rows.filter_map(|row| self.ratio(row, side)))
    }

    /// The groups, in order.
    pub(crate) fn groups(&self) -> Vec<&'static str> {
        let mut groups: Vec<&'static str> = self.rows.iter().map(|row| row.group).collect();
        groups.dedup();
        groups
    }

    /// The table as text, in Markdown.
    pub(crate) fn to_markdown(&self) -> String {
        let mut text = format!("| {} | ", self.unit);
        let mut rule = "|---|".to_owned();
        for &kind in &self.sides {
            text += &format!("{} | ", kind.name());
            rule += "---:|";
            if kind != self.base() {
                text += "ratio | ";
                rule += "---:|";
            }
        }
        text += &format!("\n{rule}\n");
        for group in self.groups() {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| row.group == group).collect();
            for row in &rows {
                text += &self.line(&row.name, |side| row.value(side), |side| self.ratio(row, side));
            }
            let compared = (0..self.sides.len()).any(|side| self.mean(side, Some(group)).is_some());
            if compared && rows.len() > 1 && self.groups().len() > 1 {
                let name = format!("**{group}**, geometric mean");
                text += &self.line(&name, |_| None, |side| self.mean(side, Some(group)));
            }
        }
        text + &self.line("**all**, geometric mean", |_| None, |side| self.mean(side, None))
    }

    fn line(
        &self,
        name: &str,
        value: impl Fn(usize) -> Option<f64>,
        ratio: impl Fn(usize) -> Option<f64>,
    ) -> String {
        let mut line = format!("| {name} | ");
        for (side, &kind) in self.sides.iter().enumerate() {
            line += &format!("{} | ", value(side).map_or("".to_owned(), digits));
            if kind != self.base() {
                line += &format!("{} | ", ratio(side).map_or("".to_owned(), |r| format!("{r:.2}")));
            }
        }
        line.trim_end().to_owned() + "\n"
    }
}

/// A number with as many digits as it deserves.
fn digits(value: f64) -> String {
    match value {
        _ if value >= 100.0 => format!("{value:.0}"),
        _ if value >= 10.0 => format!("{value:.1}"),
        _ => format!("{value:.2}"),
    }
}
