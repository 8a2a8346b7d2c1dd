//! Files that use one another in a circle can only be understood together: how many there are at most.
//!
//! Counted by the paths that files write, without a module naming its own children.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The module of a file: `["objects", "dict"]`.
type Module = Vec<String>;

/// The largest circle of each crate. Whoever makes one smaller writes the new number here.
const LARGEST: &[(&str, usize)] = &[
    ("gc", 24),
    ("slots", 5),
    ("objmodel", 28),
    ("builtins", 4),
    ("stdlib", 6),
    ("compile", 5),
    ("script", 24),
    ("macros", 3),
];

#[test]
fn circles_of_files_do_not_grow() {
    for (name, most) in LARGEST {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates").join(name).join("src");
        let mut files = BTreeMap::new();
        collect(&root, &mut Vec::new(), &mut files);
        let edges: BTreeMap<&Module, BTreeSet<&Module>> =
            files.iter().map(|(module, text)| (module, used(module, text, &files))).collect();
        let circle = largest_circle(&edges);
        let names: Vec<String> = circle.iter().map(|module| module.join("::")).collect();
        assert!(names.len() <= *most, "{name}: a circle of {} files: {names:?}", names.len());
    }
}

#[test]
fn paths_are_found_in_trees_and_code() {
    let text = "use super::{a, b::{self, C}}; // use crate::no;\nfn f() { crate::d::E::new(\"crate::no\"); }";
    let paths: Vec<String> = paths(&plain(text)).iter().map(|path| path.join("::")).collect();
    assert_eq!(paths, ["super::a", "super::b::self", "super::b::C", "crate::d::E::new"]);
}

fn collect(folder: &Path, module: &mut Module, files: &mut BTreeMap<Module, String>) {
    for entry in fs::read_dir(folder).expect("the sources are there") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if path.is_dir() {
            module.push(name);
            collect(&path, module, files);
            module.pop();
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            let text = plain(&fs::read_to_string(&path).expect("text"));
            let mut own = module.clone();
            if !matches!(&*name, "mod" | "lib" | "main") {
                own.push(name);
            }
            files.insert(own, text);
        }
    }
}

/// The code without comments, texts and unit tests.
fn plain(text: &str) -> String {
    let text = text.split("\nmod tests {").next().unwrap_or_default();
    let mut out = String::new();
    for line in text.lines() {
        let mut in_text = false;
        let mut characters = line.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\\' if in_text => {
                    characters.next();
                }
                '"' => in_text = !in_text,
                '/' if !in_text && characters.peek() == Some(&'/') => break,
                _ if !in_text => out.push(character),
                _ => {}
            }
        }
        out.push('\n');
    }
    out
}

/// The paths that code writes: in `use`, and from `crate`, `super` or `self` on.
fn paths(text: &str) -> Vec<Module> {
    let mut found = Vec::new();
    let mut words = text.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
    while let Some(piece) = words.next() {
        let word = piece.trim_end_matches(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':'));
        if word == "use" {
            let mut tree = String::new();
            for piece in words.by_ref() {
                tree.push_str(piece);
                if piece.ends_with(';') {
                    break;
                }
            }
            expand(&[], tree.trim_end_matches(';'), &mut found);
        } else if ["crate::", "super::", "self::"].iter().any(|start| word.starts_with(start)) {
            found.push(word.split("::").map(str::to_owned).collect());
        }
    }
    found
}

/// Each path of a `use` tree.
fn expand(before: &[String], tree: &str, found: &mut Vec<Module>) {
    let tree = tree.trim();
    let (path, inner) = match tree.split_once('{') {
        Some((path, inner)) => (path, inner.strip_suffix('}')),
        None => (tree.split(" as ").next().unwrap_or_default(), None),
    };
    let mut all = before.to_vec();
    all.extend(path.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()));
    let Some(inner) = inner else { return found.push(all) };
    let (mut depth, mut start) = (0, 0);
    for (at, character) in inner.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&all, &inner[start..at], found);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !inner[start..].trim().is_empty() {
        expand(&all, &inner[start..], found);
    }
}

/// The files that a file uses, its own children aside.
fn used<'a>(own: &Module, text: &str, files: &'a BTreeMap<Module, String>) -> BTreeSet<&'a Module> {
    let mut all = BTreeSet::new();
    for path in paths(text) {
        let mut base = own.clone();
        let mut rest = &path[..];
        match rest.first().map(String::as_str) {
            Some("crate") => {
                base.clear();
                rest = &rest[1..];
            }
            Some("super" | "self") => {
                while let Some("super" | "self") = rest.first().map(String::as_str) {
                    if rest[0] == "super" {
                        base.pop();
                    }
                    rest = &rest[1..];
                }
            }
            _ => continue,
        }
        for part in rest {
            base.push(part.clone());
            if !files.contains_key(&base) {
                base.pop();
                break;
            }
        }
        if let Some((module, _)) = files.get_key_value(&base)
            && !module.starts_with(own)
        {
            all.insert(module);
        }
    }
    all
}

/// The largest set of files each of which uses, in some steps, each other.
fn largest_circle<'a>(edges: &BTreeMap<&'a Module, BTreeSet<&'a Module>>) -> Vec<&'a Module> {
    let reached: BTreeMap<&Module, BTreeSet<&Module>> =
        edges.keys().map(|start| (*start, reach(start, edges))).collect();
    let circle = |own: &&'a Module| -> Vec<&'a Module> {
        let others = reached[*own].iter();
        others.copied().filter(|other| reached[other].contains(*own)).collect()
    };
    edges.keys().map(circle).max_by_key(Vec::len).unwrap_or_default()
}

fn reach<'a>(
    start: &'a Module,
    edges: &BTreeMap<&'a Module, BTreeSet<&'a Module>>,
) -> BTreeSet<&'a Module> {
    let mut found = BTreeSet::new();
    let mut open = vec![start];
    while let Some(own) = open.pop() {
        for next in &edges[own] {
            if found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}
