//! Buffers that grow by what a script says are charged: text in a `TextBuilder`, the rest in a
//! `ChargedVec` or by an `Account`. Wherever else a buffer is made above `crates/gc`, the file stands in
//! `conformance/buffers.txt`, with how many such lines it has and what bounds them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The crates that scripts reach.
const CRATES: [&str; 4] = ["objmodel", "builtins", "stdlib", "script"];
/// What makes or grows a buffer without asking the meter.
const GROWS: [&str; 17] = [
    "String::new",
    "String::with_capacity",
    "Vec::new",
    "Vec::with_capacity",
    "vec![",
    "format!(",
    ".collect()",
    ".collect::<",
    ".to_vec()",
    ".to_owned()",
    ".into_owned()",
    ".push_str(",
    ".to_string()",
    ".repeat(",
    ".concat()",
    ".join(",
    ".into_parts()",
];
/// What bounds a buffer, by the word that the list uses.
const BOUNDS: [(&str, &str); 7] = [
    ("setup", "made once for a runtime, a class or a module of the library"),
    ("message", "the text of a message, in which names are cut or shown once"),
    ("source", "as long as something in the source text or in a table of the library"),
    ("copy", "one copy of what is charged already, while no code of the program runs"),
    ("checked", "charged or checked beforehand, in the lines above it"),
    ("depth", "as long as what is nested or under way, each of which is an object that is charged"),
    ("host", "what the host's own code asks for"),
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of sources").flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => sources(&path, found),
            false if path.extension().is_some_and(|extension| extension == "rs") => {
                found.push(path)
            }
            false => {}
        }
    }
}

/// How many lines of a file make a buffer, its tests and comments left out.
fn count(text: &str) -> usize {
    text.lines()
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
        .filter(|line| GROWS.iter().any(|growth| line.contains(growth)))
        .count()
}

#[test]
fn each_uncharged_buffer_is_listed_with_its_bound() {
    let list = fs::read_to_string(root().join("conformance/buffers.txt")).expect("the list");
    let mut listed: BTreeMap<&str, usize> = BTreeMap::new();
    for line in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let mut words = line.split_whitespace();
        let (Some(file), Some(count)) = (words.next(), words.next()) else {
            panic!("no file and count: {line}");
        };
        let mut bounds = words.peekable();
        assert!(bounds.peek().is_some(), "what bounds the buffers of {file}?");
        for bound in bounds {
            assert!(BOUNDS.iter().any(|(word, _)| *word == bound), "{file}: what is {bound}?");
        }
        listed.insert(file, count.parse().expect("a count"));
    }
    let mut files = Vec::new();
    CRATES.iter().for_each(|one| sources(&root().join("crates").join(one).join("src"), &mut files));
    let mut wrong = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("a source file");
        let name =
            path.strip_prefix(root().join("crates")).expect("below crates").to_string_lossy();
        let (found, allowed) = (count(&text), listed.remove(&*name).unwrap_or(0));
        if found > allowed {
            wrong.push(format!("{name}: {found} lines make a buffer, {allowed} are listed"));
        }
    }
    wrong.extend(listed.keys().map(|name| format!("{name} is listed and is not there")));
    assert!(
        wrong.is_empty(),
        "charge what a script can make large (TextBuilder, ChargedVec, Runtime::gather), or say in \
         conformance/buffers.txt what bounds it:\n{}",
        wrong.join("\n")
    );
}
