//! A graph as an SVG picture.

use std::fmt::Write;

use super::layout::{Box, LABEL_LINE, place};
use super::{Edge, Graph, Node};

/// Widths of a character in the title and in the lines of a box, and the height of a line.
const TITLE_WIDTH: f64 = 8.5;
const LINE_WIDTH: f64 = 7.3;
const LINE: f64 = 17.0;
/// Width of a character of a label, and for how many lines of labels there is room at most.
const LABEL_WIDTH: f64 = 6.7;
const MOST_LINES: usize = 9;
const PADDING: f64 = 10.0;
/// Height of the picture's own title.
const HEAD: f64 = 30.0;

const STYLE: &str = "\
text{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;font-size:12px;fill:#24292f}\
.head{font-size:15px;font-weight:bold}.title{font-size:14px;font-weight:bold}\
.box{fill:#f6f8fa;stroke:#57606a;stroke-width:1.2}.marked{fill:#ddf4ff;stroke:#0969da;stroke-width:2}\
.root{fill:#dafbe1;stroke:#1a7f37}.hidden{fill:#8c959f;text-decoration:line-through}\
.edge{fill:none;stroke:#57606a;stroke-width:1.3}.label{font-size:11px;fill:#953800;\
paint-order:stroke;stroke:#ffffff;stroke-width:4px}";

/// The picture, as text.
pub(super) fn draw(graph: &Graph) -> String {
    let boxes: Vec<Box> = graph.nodes.iter().map(measure).collect();
    let edges: Vec<(usize, usize)> = graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
    let layout = place(&boxes, &edges, &label_lines(graph));
    let foot = if graph.foot.is_empty() { 0.0 } else { LINE };
    let width = layout
        .width
        .max(40.0 + 9.2 * graph.title.chars().count() as f64)
        .max(40.0 + LINE_WIDTH * graph.foot.chars().count() as f64);
    let height = layout.height + HEAD + foot;
    let shift = (width - layout.width) / 2.0;
    let mut out = String::new();
    let _ = write!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\">\n<style>{STYLE}</style>\n\
         <defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" \
         markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L10 5L0 10z\" fill=\"#57606a\"/></marker>\
         </defs>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n\
         <text class=\"head\" x=\"20\" y=\"24\">{}</text>\n<g transform=\"translate({shift:.1} {HEAD})\">\n",
        escape(&graph.title)
    );
    let mut labels = Labels::default();
    for (own, (x, y)) in boxes.iter().zip(&layout.places) {
        let (width, height) = (own.width / 2.0, own.height / 2.0);
        labels.taken.push([x - width, y - height, x + width, y + height]);
    }
    for (edge, route) in graph.edges.iter().zip(&layout.routes) {
        draw_edge(&mut out, edge, route, &mut labels);
    }
    for ((node, own), place) in graph.nodes.iter().zip(&boxes).zip(&layout.places) {
        draw_node(&mut out, node, own, *place);
    }
    out.push_str(&labels.drawn);
    out.push_str("</g>\n");
    if foot > 0.0 {
        let _ = writeln!(
            out,
            "<text x=\"20\" y=\"{:.0}\">{}</text>",
            height - 12.0,
            escape(&graph.foot)
        );
    }
    out.push_str("</svg>\n");
    out
}

fn measure(node: &Node) -> Box {
    let title = TITLE_WIDTH * node.title.chars().count() as f64;
    let lines = node.lines.iter().map(|line| LINE_WIDTH * line.text.chars().count() as f64);
    let width = lines.fold(title, f64::max) + 2.0 * PADDING;
    let height = LINE * (1 + node.lines.len()) as f64 + PADDING;
    Box { width, height, layer: node.layer }
}

fn draw_node(out: &mut String, node: &Node, own: &Box, (x, y): (f64, f64)) {
    let (left, top) = (x - own.width / 2.0, y - own.height / 2.0);
    let class = node.look.class();
    let _ = write!(
        out,
        "<rect class=\"box {class}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{:.1}\" \
         height=\"{:.1}\" rx=\"6\"/>\n<text class=\"title\" x=\"{x:.1}\" y=\"{:.1}\" \
         text-anchor=\"middle\">{}</text>\n",
        own.width,
        own.height,
        top + LINE,
        escape(&node.title)
    );
    for (number, line) in node.lines.iter().enumerate() {
        let class = if line.hidden { " class=\"hidden\"" } else { "" };
        let _ = writeln!(
            out,
            "<text{class} x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            top + LINE * (number + 2) as f64,
            escape(&line.text)
        );
    }
}

fn draw_edge(out: &mut String, edge: &Edge, route: &[(f64, f64)], labels: &mut Labels) {
    let Some((&(x, y), rest)) = route.split_first() else { return };
    if edge.from == edge.to {
        let &(end_x, end_y) = rest.first().unwrap_or(&(x, y));
        let (far, middle) = (x + 22.0, (y + end_y) / 2.0 + 4.0);
        let _ = write!(
            out,
            "<path class=\"edge\" d=\"M{x:.1} {y:.1}C{far:.1} {:.1} {far:.1} {:.1} {end_x:.1} {end_y:.1}\" \
             marker-end=\"url(#tip)\"/>\n<text class=\"label\" x=\"{far:.1}\" y=\"{middle:.1}\">{}</text>\n",
            y - 8.0,
            end_y + 8.0,
            escape(&edge.label)
        );
        return;
    }
    let curves = curves(route);
    let mut path = format!("M{x:.1} {y:.1}");
    for curve in &curves {
        let [_, (x1, y1), (x2, y2), (x, y)] = curve.0;
        let _ = write!(path, "C{x1:.1} {y1:.1} {x2:.1} {y2:.1} {x:.1} {y:.1}");
    }
    let _ = writeln!(out, "<path class=\"edge\" d=\"{path}\" marker-end=\"url(#tip)\"/>");
    if !edge.label.is_empty() {
        labels.place(&edge.label, &curves);
    }
}

/// A piece of an edge: a cubic curve, by its ends and what draws it aside.
struct Curve([(f64, f64); 4]);

impl Curve {
    fn at(&self, t: f64) -> (f64, f64) {
        let s = 1.0 - t;
        let weights = [s * s * s, 3.0 * s * s * t, 3.0 * s * t * t, t * t * t];
        let parts = self.0.iter().zip(weights);
        parts.fold((0.0, 0.0), |sum, (point, weight)| {
            (sum.0 + weight * point.0, sum.1 + weight * point.1)
        })
    }
}

/// The curves through the points of a route.
fn curves(route: &[(f64, f64)]) -> Vec<Curve> {
    let pieces = route.windows(2).map(|ends| {
        let [(x1, y1), (x2, y2)] = [ends[0], ends[1]];
        // Within a layer the edge runs below the boxes.
        let middle = if (y2 - y1).abs() < 1.0 { y2 + 44.0 } else { (y1 + y2) / 2.0 };
        Curve([(x1, y1), (x1, middle), (x2, middle), (x2, y2)])
    });
    pieces.collect()
}

/// A rectangle that is taken: left, top, right and bottom.
type Taken = [f64; 4];

/// The labels of edges, each where it hides no other and no box.
#[derive(Default)]
struct Labels {
    taken: Vec<Taken>,
    drawn: String,
}

impl Labels {
    /// Draws a label beside its edge: near where the edge begins, since there edges lie further apart, if
    /// there is room.
    fn place(&mut self, label: &str, curves: &[Curve]) {
        let half = LABEL_WIDTH * label.chars().count() as f64 / 2.0 + 2.0;
        let mut best = (f64::INFINITY, (0.0, 0.0));
        'places: for curve in curves {
            for step in [8, 6, 10, 4, 12, 14, 3, 16, 17] {
                let (x, y) = curve.at(f64::from(step) / 20.0);
                let own = [x - half, y - LABEL_LINE / 2.0, x + half, y + LABEL_LINE / 2.0];
                let hidden = self.taken.iter().map(|other| overlap(own, *other)).sum();
                if hidden < best.0 {
                    best = (hidden, (x, y));
                }
                if hidden == 0.0 {
                    break 'places;
                }
            }
        }
        let (x, y) = best.1;
        self.taken.push([x - half, y - LABEL_LINE / 2.0, x + half, y + LABEL_LINE / 2.0]);
        let _ = writeln!(
            self.drawn,
            "<text class=\"label\" x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{}</text>",
            y + 4.0,
            escape(label)
        );
    }
}

/// The area that two rectangles share.
fn overlap(one: Taken, other: Taken) -> f64 {
    let width = one[2].min(other[2]) - one[0].max(other[0]);
    let height = one[3].min(other[3]) - one[1].max(other[1]);
    width.max(0.0) * height.max(0.0)
}

/// How many lines of labels the room below each layer is for.
fn label_lines(graph: &Graph) -> Vec<usize> {
    let mut lines = Vec::new();
    for edge in graph.edges.iter().filter(|edge| edge.from != edge.to && !edge.label.is_empty()) {
        let (from, to) = (graph.nodes[edge.from].layer, graph.nodes[edge.to].layer);
        let gap = if to < from { from - 1 } else { from };
        if lines.len() <= gap {
            lines.resize(gap + 1, 0);
        }
        lines[gap] += 1;
    }
    lines.into_iter().map(|count: usize| count.min(MOST_LINES)).collect()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
