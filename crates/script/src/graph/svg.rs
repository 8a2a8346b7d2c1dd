//! A graph as an SVG picture.

use std::fmt::Write;

use super::layout::{Box, place};
use super::{Edge, Graph, Node};

/// Widths of a character in the title and in the lines of a box, and the height of a line.
const TITLE_WIDTH: f64 = 8.5;
const LINE_WIDTH: f64 = 7.3;
const LINE: f64 = 17.0;
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
    let layout = place(&boxes, &edges);
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
    for (edge, route) in graph.edges.iter().zip(&layout.routes) {
        draw_edge(&mut out, edge, route);
    }
    for ((node, own), place) in graph.nodes.iter().zip(&boxes).zip(&layout.places) {
        draw_node(&mut out, node, own, *place);
    }
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

fn draw_edge(out: &mut String, edge: &Edge, route: &[(f64, f64)]) {
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
    let mut path = format!("M{x:.1} {y:.1}");
    let (mut last_x, mut last_y) = (x, y);
    for &(x, y) in rest {
        // Within a layer the edge runs below the boxes.
        let (first, second) = match (y - last_y).abs() < 1.0 {
            true => (y + 44.0, y + 44.0),
            false => ((last_y + y) / 2.0, (last_y + y) / 2.0),
        };
        let _ = write!(path, "C{last_x:.1} {first:.1} {x:.1} {second:.1} {x:.1} {y:.1}");
        (last_x, last_y) = (x, y);
    }
    let _ = writeln!(out, "<path class=\"edge\" d=\"{path}\" marker-end=\"url(#tip)\"/>");
    if !edge.label.is_empty() {
        let &(end_x, end_y) = rest.first().unwrap_or(&(x, y));
        let below = if (end_y - y).abs() < 1.0 { 33.0 } else { 0.0 };
        // Nearer to where the edge begins: there edges lie further apart.
        let (label_x, label_y) = (x + (end_x - x) * 0.35, y + (end_y - y) * 0.42 + below);
        let _ = writeln!(
            out,
            "<text class=\"label\" x=\"{label_x:.1}\" y=\"{label_y:.1}\" \
             text-anchor=\"middle\">{}</text>",
            escape(&edge.label)
        );
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
