//! A bar chart of the ratios to CPython, on a logarithmic scale, as SVG.

use std::fmt::Write;

use crate::sides::Kind;
use crate::table::Table;

const WIDTH: f64 = 960.0;
/// Names stand to the left of this.
const LEFT: f64 = 360.0;
const RIGHT: f64 = WIDTH - 24.0;
const BAR: f64 = 7.0;
const TOP: f64 = 56.0;

const STYLE: &str = "text{font:11px sans-serif;fill:#333}.g{font-weight:bold}.n{text-anchor:end}\
.t{text-anchor:middle;fill:#777}line{stroke:#ddd}.one{stroke:#333}\
.objmodel{fill:#1b7f5c}.RustPython{fill:#d98c3f}";

/// Draws the table: bars to the left of the line are faster (or smaller) than CPython.
pub(crate) fn draw(table: &Table) -> String {
    let compared: Vec<(usize, Kind)> = table.sides.iter().copied().enumerate().collect();
    let compared: Vec<(usize, Kind)> =
        compared.into_iter().filter(|(_, kind)| *kind != Kind::CPython).collect();
    let scale = Scale::of(table);
    let step = BAR * compared.len() as f64 + 6.0;
    let mut body = String::new();
    let mut y = TOP;
    for group in table.groups() {
        if compared.iter().all(|(side, _)| table.mean(*side, Some(group)).is_none()) {
            // Measured on one side only: there is nothing to compare.
            continue;
        }
        y += 18.0;
        let _ = writeln!(body, r#"<text class="g" x="8" y="{y}">{}</text>"#, escape(group));
        y += 4.0;
        for row in table.rows.iter().filter(|row| row.group == group) {
            let middle = y + step / 2.0 + 2.0;
            let name = escape(&row.name);
            let _ =
                writeln!(body, r#"<text class="n" x="{}" y="{middle}">{name}</text>"#, LEFT - 8.0);
            for (index, &(side, kind)) in compared.iter().enumerate() {
                let Some(ratio) = table.ratio(row, side) else { continue };
                let (from, to) = (scale.x(1.0), scale.x(ratio));
                let (left, width) = (from.min(to), (from - to).abs().max(1.0));
                let top = y + 2.0 + BAR * index as f64;
                let (class, height) = (kind.name(), BAR - 1.0);
                let _ = writeln!(
                    body,
                    r#"<rect class="{class}" x="{left:.1}" y="{top}" width="{width:.1}" height="{height}"><title>{name}: {class} {ratio:.2}</title></rect>"#,
                );
            }
            y += step;
        }
    }
    let height = y + 24.0;
    let mut text = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">"#
    );
    let _ = writeln!(
        text,
        "\n<style>{STYLE}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    );
    let title = format!("{}: ratio to CPython (left of the line is better)", table.name);
    let _ = writeln!(text, r#"<text class="g" x="8" y="18">{}</text>"#, escape(&title));
    for (index, (side, kind)) in compared.iter().enumerate() {
        let left = 8.0 + 250.0 * index as f64;
        let mean = table.mean(*side, None).unwrap_or(f64::NAN);
        let class = kind.name();
        let _ = writeln!(
            text,
            r#"<rect class="{class}" x="{left}" y="26" width="10" height="10"/><text x="{}" y="35">{class}, geometric mean {mean:.2}</text>"#,
            left + 16.0,
        );
    }
    for power in scale.least..=scale.most {
        let size = 1u64 << power.unsigned_abs();
        let at = scale.x(f64::from(power).exp2());
        let class = if power == 0 { r#" class="one""# } else { "" };
        let label = if power < 0 { format!("1/{size}") } else { size.to_string() };
        let bottom = height - 12.0;
        let _ =
            writeln!(text, r#"<line{class} x1="{at:.1}" x2="{at:.1}" y1="{TOP}" y2="{bottom}"/>"#);
        let _ = writeln!(text, r#"<text class="t" x="{at:.1}" y="{}">{label}</text>"#, TOP - 4.0);
    }
    text + &body + "</svg>\n"
}

/// The powers of two between which all ratios of a table lie.
struct Scale {
    least: i32,
    most: i32,
}

impl Scale {
    fn of(table: &Table) -> Scale {
        let sides = 0..table.sides.len();
        let rows = table.rows.iter();
        let ratios = rows.flat_map(|row| sides.clone().filter_map(|side| table.ratio(row, side)));
        ratios.map(f64::log2).fold(Scale { least: -1, most: 1 }, |scale, power| Scale {
            least: scale.least.min(power.floor() as i32),
            most: scale.most.max(power.ceil() as i32),
        })
    }

    /// Where a ratio lies.
    fn x(&self, ratio: f64) -> f64 {
        let (least, most) = (f64::from(self.least), f64::from(self.most));
        LEFT + (ratio.log2() - least) / (most - least) * (RIGHT - LEFT)
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
