//! Pictures of a program's objects: the order of a class's bases, and what keeps an object alive.

mod alive;
mod classes;
mod layout;
mod svg;

use objmodel::objects::module::ModuleObject;
use objmodel::{Result, Runtime};

/// What a picture is to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The bases of a class, and their order.
    Mro,
    /// The objects because of which an object is not dead.
    Alive,
}

/// A graph that can be drawn.
#[derive(Default)]
struct Graph {
    title: String,
    nodes: Vec<Node>,
    edges: Vec<Edge>,
    foot: String,
}

struct Node {
    title: String,
    lines: Vec<Line>,
    layer: usize,
    look: Look,
}

struct Line {
    text: String,
    /// Whether something else goes before it.
    hidden: bool,
}

/// How a box looks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Plain,
    /// What the picture is about.
    Marked,
    /// Where the runtime itself holds on.
    Root,
}

impl Look {
    fn class(self) -> &'static str {
        match self {
            Look::Plain => "",
            Look::Marked => "marked",
            Look::Root => "root",
        }
    }
}

struct Edge {
    from: usize,
    to: usize,
    label: String,
}

/// Draws what the name in the module `__main__` stands for, as SVG; attributes follow dots.
///
/// # Errors
/// `NameError`, `AttributeError`; `TypeError` for the order of what is no class; `MemoryError`.
pub fn draw(rt: &mut Runtime, subject: Subject, name: &str) -> Result<String> {
    let value = find(rt, name)?;
    let graph = match subject {
        Subject::Mro => classes::graph(rt, &value)?,
        Subject::Alive => alive::graph(rt, name, value)?,
    };
    Ok(svg::draw(&graph))
}

fn find(rt: &mut Runtime, path: &str) -> Result {
    let mut names = path.split('.');
    let first = names.next().unwrap_or_default();
    let (main, key) = (rt.intern("__main__")?, rt.intern(first)?);
    let modules = rt.modules().clone();
    let main = rt.dict_get_name(&modules, &main);
    let globals =
        main.and_then(|main| main.get::<ModuleObject>(rt).and_then(|own| own.dict.clone()));
    let found = globals.and_then(|globals| rt.dict_get_name(&globals, &key));
    let Some(mut value) = found else {
        return Err(rt.name_error(format!("name '{first}' is not defined")));
    };
    for name in names {
        value = rt.getattr(&value, name)?;
    }
    Ok(value)
}
