//! Why an object is not dead: who refers to it, and who to those.

use objmodel::objects::dict::DictObject;
use objmodel::objects::list::ListObject;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Result, Runtime, Value};

use super::{Edge, Graph, Line, Look, Node};

/// Most objects in a picture, and most steps from the object it is about.
const MAX_NODES: usize = 30;
const MAX_STEPS: usize = 6;

/// Who refers to an object, as far as a picture goes.
struct Search {
    objects: Vec<Value>,
    steps: Vec<usize>,
    /// Referrer and referent, by number.
    references: Vec<(usize, usize)>,
    cut: bool,
}

pub(super) fn graph(rt: &mut Runtime, name: &str, value: Value) -> Result<Graph> {
    let namespaces = namespaces(rt);
    let search = search(rt, value, &namespaces);
    // Modules stand above all.
    let highest = search.steps.iter().copied().max().unwrap_or(0) + 1;
    let mut graph = Graph { title: format!("What keeps {name} alive"), ..Graph::default() };
    for (number, object) in search.objects.iter().enumerate() {
        let module = namespaces.iter().find(|(dict, _)| dict.is(object)).map(|(_, name)| name);
        let referred = search.references.iter().any(|(_, to)| *to == number);
        let look = match number {
            0 => Look::Marked,
            _ if module.is_some() || !referred => Look::Root,
            _ => Look::Plain,
        };
        let (title, remark) = match module {
            Some(name) => (format!("module {name}"), None),
            None => {
                let items = object.get::<DictObject>(rt).map(DictObject::len);
                (rt.brief(object.as_ref()), items.map(|items| format!("{items} items")))
            }
        };
        let lines = remark.into_iter().map(|text| Line { text, hidden: false }).collect();
        let layer = if module.is_some() { 0 } else { highest - search.steps[number] };
        graph.nodes.push(Node { title, lines, layer, look });
    }
    for (from, to) in search.references {
        let label = label(rt, &search.objects[from], &search.objects[to])?;
        graph.edges.push(Edge { from, to, label });
    }
    if search.cut {
        graph.foot = "There are more objects than are shown.".to_owned();
    }
    Ok(graph)
}

/// The namespaces of the imported modules, which live as long as these, with their names.
fn namespaces(rt: &Runtime) -> Vec<(Value, String)> {
    let modules = rt.modules().read(rt).iter();
    let namespace = |entry: &objmodel::objects::dict::Entry| {
        let dict = entry.value.get::<ModuleObject>(rt)?.dict.clone()?;
        Some((dict.into_value(), rt.brief(entry.key.as_ref())))
    };
    modules.filter_map(namespace).collect()
}

/// Goes from an object to those that refer to it, nearest first. Modules are where it ends.
fn search(rt: &Runtime, value: Value, namespaces: &[(Value, String)]) -> Search {
    let (objects, steps) = (vec![value], vec![0]);
    let mut search = Search { objects, steps, references: Vec::new(), cut: false };
    let mut next = 0;
    while next < search.objects.len() {
        let own = search.objects[next].clone();
        let step = search.steps[next] + 1;
        if !namespaces.iter().any(|(dict, _)| dict.is(&own)) {
            for referrer in rt.heap().referrers(&[own.as_ref()]) {
                let known = search.objects.iter().position(|other| other.is(&referrer));
                let number = match known {
                    Some(number) => number,
                    None if search.objects.len() == MAX_NODES || step > MAX_STEPS => {
                        search.cut = true;
                        continue;
                    }
                    None => {
                        search.objects.push(referrer);
                        search.steps.push(step);
                        search.objects.len() - 1
                    }
                };
                search.references.push((number, next));
            }
        }
        next += 1;
    }
    search
}

/// Where in the referrer the reference is.
fn label(rt: &mut Runtime, from: &Value, to: &Value) -> Result<String> {
    let place = |items: &[Value]| items.iter().position(|item| item.is(to));
    if let Some(list) = from.get::<ListObject>(rt) {
        return Ok(place(list.items()).map_or_else(String::new, |place| format!("[{place}]")));
    }
    if let Some(tuple) = from.get::<TupleObject>(rt) {
        return Ok(place(tuple.items()).map_or_else(String::new, |place| format!("[{place}]")));
    }
    if let Some(dict) = from.get::<DictObject>(rt) {
        let key = dict.iter().find(|entry| entry.value.is(to)).map(|entry| entry.key.clone());
        return Ok(key.map_or_else(String::new, |key| format!("[{}]", rt.brief(key.as_ref()))));
    }
    if rt.as_type(from.as_ref()).is_some() || from.is_payload::<ModuleObject>() {
        return Ok(String::new());
    }
    let Some(namespace) = rt.instance_dict(from.as_ref())? else { return Ok(String::new()) };
    let key = namespace.read(rt).iter().find(|e| e.value.is(to)).map(|e| e.key.clone());
    Ok(match key.filter(|key| key.is_payload::<StrObject>()) {
        Some(key) => format!(".{}", rt.text_of(key.as_ref())),
        None => String::new(),
    })
}
