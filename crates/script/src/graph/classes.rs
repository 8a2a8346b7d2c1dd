//! A class with its bases, numbered in the order in which attributes are looked up.

use std::collections::HashSet;

use objmodel::objects::str::StrObject;
use objmodel::types::Type;
use objmodel::{Result, Runtime, Value};

use super::{Edge, Graph, Line, Look, Node};

/// Most attributes of a class that are listed.
const MAX_LINES: usize = 8;
/// What nearly every class has, and nobody asks about.
const USUAL: [&str; 8] = [
    "__module__",
    "__qualname__",
    "__doc__",
    "__dict__",
    "__weakref__",
    "__firstlineno__",
    "__static_attributes__",
    "__annotations__",
];

pub(super) fn graph(rt: &mut Runtime, class: &Value) -> Result<Graph> {
    let Some(class) = rt.as_type(class.as_ref()).map(|class| class.to_gc()) else {
        return Err(rt.type_error("the order of bases is that of a class"));
    };
    let order: Vec<Type> = class.read(rt).mro().to_vec();
    let names: Vec<String> = order.iter().map(|own| own.read(rt).name().to_owned()).collect();
    let title = format!("{} and its bases, in the order of attribute lookup", names[0]);
    let mut graph = Graph { title, foot: names.join("  →  "), ..Graph::default() };
    let bases: Vec<Vec<usize>> = order.iter().map(|own| bases(rt, own, &order)).collect();
    let mut layers = vec![0; order.len()];
    // Bases come after what derives from them, whatever a metaclass made of the rest.
    for own in (0..order.len()).rev() {
        layers[own] = bases[own].iter().map(|base| layers[*base] + 1).max().unwrap_or(0);
    }
    let mut seen = HashSet::new();
    for (number, own) in order.iter().enumerate() {
        graph.nodes.push(Node {
            title: format!("{} {}", number + 1, names[number]),
            lines: attributes(rt, own, &mut seen),
            layer: layers[number],
            look: if number == 0 { Look::Marked } else { Look::Plain },
        });
        let edges = bases[number].iter().enumerate();
        graph.edges.extend(edges.map(|(place, base)| {
            let label =
                if bases[number].len() > 1 { (place + 1).to_string() } else { String::new() };
            Edge { from: number, to: *base, label }
        }));
    }
    Ok(graph)
}

/// The numbers in the order of a class's bases.
fn bases(rt: &Runtime, class: &Type, order: &[Type]) -> Vec<usize> {
    let bases = class.read(rt).bases().read(rt).items();
    let number = |base: &Value| order.iter().position(|own| own.as_ref().is(&base.as_ref()));
    bases.iter().filter_map(number).collect()
}

/// What a class brings, and whether an earlier class has it too.
fn attributes(rt: &mut Runtime, class: &Type, seen: &mut HashSet<String>) -> Vec<Line> {
    if class.is(&rt.types().object) {
        return Vec::new();
    }
    let dict = rt.namespace(class);
    let names: Vec<String> = dict
        .read(rt)
        .iter()
        .filter(|entry| entry.key.is_payload::<StrObject>())
        .map(|entry| rt.text_of(entry.key.as_ref()).into_owned())
        .filter(|name| !USUAL.contains(&name.as_str()))
        .collect();
    let left_out = names.len().saturating_sub(MAX_LINES);
    let mut lines: Vec<Line> = names
        .into_iter()
        .map(|text| Line { hidden: !seen.insert(text.clone()), text })
        .take(MAX_LINES)
        .collect();
    if left_out > 0 {
        lines.push(Line { text: format!("and {left_out} more"), hidden: false });
    }
    lines
}
