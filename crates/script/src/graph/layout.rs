//! Where the nodes of a layered drawing go, and how its edges run.
//!
//! The method is Sugiyama's: edges over several layers get a bend in each, the order within a layer
//! follows the neighbours' in the layers beside it, and then nodes move to the middle of their
//! neighbours as far as there is room.

/// A box that is to be placed.
pub(super) struct Box {
    pub(super) width: f64,
    pub(super) height: f64,
    /// Its layer, from the top.
    pub(super) layer: usize,
}

/// What came out: the middle of each box, and the points through which each edge runs.
pub(super) struct Layout {
    pub(super) places: Vec<(f64, f64)>,
    pub(super) routes: Vec<Vec<(f64, f64)>>,
    pub(super) width: f64,
    pub(super) height: f64,
}

/// Room between boxes of a layer, between layers, and around the drawing.
const GAP: f64 = 28.0;
const LAYER_GAP: f64 = 64.0;
const MARGIN: f64 = 24.0;
/// Height of a label beside an edge.
pub(super) const LABEL_LINE: f64 = 16.0;
/// Room for a bend.
const BEND: f64 = 14.0;
/// How often orders and places are improved.
const SWEEPS: usize = 8;

/// A box or a bend.
struct Point {
    width: f64,
    layer: usize,
    x: f64,
    neighbours: Vec<usize>,
}

/// Places boxes, in each layer first in the order given, and edges between them. Below each layer
/// there is room for so many `lines` of labels.
pub(super) fn place(boxes: &[Box], edges: &[(usize, usize)], lines: &[usize]) -> Layout {
    let mut points: Vec<Point> = boxes
        .iter()
        .map(|own| Point { width: own.width, layer: own.layer, x: 0.0, neighbours: Vec::new() })
        .collect();
    let mut bends = Vec::with_capacity(edges.len());
    for &(from, to) in edges {
        bends.push(bend(&mut points, from, to));
    }
    let count = points.iter().map(|point| point.layer + 1).max().unwrap_or(0);
    let mut layers: Vec<Vec<usize>> = vec![Vec::new(); count];
    for (number, point) in points.iter().enumerate() {
        layers[point.layer].push(number);
    }
    layers.iter().for_each(|layer| pack(&mut points, layer));
    for sweep in 0..SWEEPS {
        let order: Vec<usize> =
            if sweep % 2 == 0 { (0..count).collect() } else { (0..count).rev().collect() };
        for number in order {
            sort(&mut points, &mut layers[number]);
            pack(&mut points, &layers[number]);
        }
    }
    for _ in 0..SWEEPS {
        layers.iter().for_each(|layer| center(&mut points, layer));
        layers.iter().rev().for_each(|layer| center(&mut points, layer));
    }
    finish(boxes, edges, &points, &bends, lines, count)
}

/// Gives an edge a bend in each layer between its ends; those bends, from the first on.
fn bend(points: &mut Vec<Point>, from: usize, to: usize) -> Vec<usize> {
    let (start, end) = (points[from].layer, points[to].layer);
    let between: Vec<usize> = match start < end {
        true => (start + 1..end).collect(),
        false => (end + 1..start).rev().collect(),
    };
    let mut bends = Vec::new();
    let mut last = from;
    for layer in between {
        let number = points.len();
        points.push(Point { width: BEND, layer, x: 0.0, neighbours: vec![last] });
        points[last].neighbours.push(number);
        bends.push(number);
        last = number;
    }
    if start != end {
        points[last].neighbours.push(to);
        points[to].neighbours.push(last);
    }
    bends
}

/// Where a point would like to be: in the middle of its neighbours.
fn wish(points: &[Point], number: usize) -> f64 {
    let own = &points[number];
    match own.neighbours.len() {
        0 => own.x,
        count => {
            own.neighbours.iter().map(|neighbour| points[*neighbour].x).sum::<f64>() / count as f64
        }
    }
}

fn sort(points: &mut [Point], layer: &mut [usize]) {
    let mut keys: Vec<(f64, usize)> =
        layer.iter().map(|number| (wish(points, *number), *number)).collect();
    keys.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (place, (_, number)) in layer.iter_mut().zip(keys) {
        *place = number;
    }
}

/// Puts a layer's points side by side around the middle.
fn pack(points: &mut [Point], layer: &[usize]) {
    let widths: f64 = layer.iter().map(|number| points[*number].width).sum();
    let total = widths + GAP * layer.len().saturating_sub(1) as f64;
    let mut left = -total / 2.0;
    for &number in layer {
        points[number].x = left + points[number].width / 2.0;
        left += points[number].width + GAP;
    }
}

/// Moves a layer's points to where they would like to be, without changing their order.
fn center(points: &mut [Point], layer: &[usize]) {
    let wishes: Vec<f64> = layer.iter().map(|number| wish(points, *number)).collect();
    let mut right = f64::NEG_INFINITY;
    let mut excess = 0.0;
    let mut places = Vec::with_capacity(layer.len());
    for (&number, &wished) in layer.iter().zip(&wishes) {
        let half = points[number].width / 2.0;
        let x = wished.max(right + GAP + half);
        excess += x - wished;
        places.push(x);
        right = x + half;
    }
    let back = excess / layer.len().max(1) as f64;
    for (&number, x) in layer.iter().zip(places) {
        points[number].x = x - back;
    }
}

fn finish(
    boxes: &[Box],
    edges: &[(usize, usize)],
    points: &[Point],
    bends: &[Vec<usize>],
    lines: &[usize],
    count: usize,
) -> Layout {
    let mut tops = Vec::with_capacity(count);
    let mut top = MARGIN;
    let heights: Vec<f64> = (0..count)
        .map(|layer| {
            let own = boxes.iter().filter(|own| own.layer == layer);
            own.map(|own| own.height).fold(0.0, f64::max)
        })
        .collect();
    let mut gap = 0.0;
    for (layer, height) in heights.iter().enumerate() {
        tops.push(top);
        let lines = lines.get(layer).copied().unwrap_or(0);
        gap = LAYER_GAP.max(LABEL_LINE * (lines + 2) as f64);
        top += height + gap;
    }
    let left = points.iter().map(|point| point.x - point.width / 2.0).fold(f64::MAX, f64::min);
    let right = points.iter().map(|point| point.x + point.width / 2.0).fold(f64::MIN, f64::max);
    let at = |number: usize| {
        let point = &points[number];
        (point.x - left + MARGIN, tops[point.layer] + heights[point.layer] / 2.0)
    };
    let routes = edges.iter().zip(bends).map(|(&(from, to), bends)| {
        if from == to {
            let (x, y) = at(from);
            let right = x + boxes[from].width / 2.0;
            return vec![(right, y - 7.0), (right, y + 7.0)];
        }
        let edge = |number: usize, towards: usize| {
            let (x, y) = at(number);
            let half = boxes[number].height / 2.0;
            match points[towards].layer.cmp(&points[number].layer) {
                std::cmp::Ordering::Less => (x, y - half),
                _ => (x, y + half),
            }
        };
        let mut route = vec![edge(from, to)];
        route.extend(bends.iter().map(|bend| at(*bend)));
        route.push(edge(to, from));
        route
    });
    Layout {
        routes: routes.collect(),
        places: (0..boxes.len()).map(at).collect(),
        width: (right - left).max(0.0) + 2.0 * MARGIN,
        height: (top - gap).max(0.0) + MARGIN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxes(layers: &[usize]) -> Vec<Box> {
        layers.iter().map(|layer| Box { width: 80.0, height: 30.0, layer: *layer }).collect()
    }

    #[test]
    fn boxes_do_not_overlap_and_lie_in_the_drawing() {
        let boxes = boxes(&[0, 1, 1, 1, 2, 3]);
        let edges = [(1, 0), (2, 0), (3, 0), (4, 1), (4, 3), (5, 4), (5, 0)];
        let layout = place(&boxes, &edges, &[]);
        for (one, (x, y)) in layout.places.iter().enumerate() {
            assert!(*x >= 40.0 && *x <= layout.width - 40.0, "{x} in {}", layout.width);
            assert!(*y >= 15.0 && *y <= layout.height - 15.0);
            for (other_x, other_y) in &layout.places[one + 1..] {
                assert!((x - other_x).abs() >= 80.0 || (y - other_y).abs() >= 30.0);
            }
        }
        // The edge over all layers has a bend in each between.
        assert_eq!(layout.routes[6].len(), 4);
    }

    #[test]
    fn a_diamond_is_symmetrical() {
        let layout = place(&boxes(&[0, 1, 1, 2]), &[(1, 0), (2, 0), (3, 1), (3, 2)], &[]);
        assert!((layout.places[0].0 - layout.places[3].0).abs() < 1.0);
    }

    #[test]
    fn nothing_is_a_drawing_too() {
        assert!(place(&[], &[], &[]).places.is_empty());
    }
}
