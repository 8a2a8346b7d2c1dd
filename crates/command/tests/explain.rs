//! What `objmodel explain` and `objmodel graph` print, beside what they printed when somebody looked.
//!
//! With `RECORD=1` in the environment the outputs are written anew, to be looked at.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/explain")
}

fn objmodel(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_objmodel"))
        .args(arguments)
        .current_dir(folder())
        .output()
        .expect("the command starts")
}

fn compare(arguments: &[&str], file: &str) {
    let output = objmodel(arguments);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    let printed = String::from_utf8(output.stdout).expect("text");
    let path = folder().join(file);
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(&path, &printed).expect("the folder is there");
    }
    let recorded = std::fs::read_to_string(&path).expect("a recorded output");
    let different = printed.lines().zip(recorded.lines()).find(|(one, other)| one != other);
    assert_eq!(printed, recorded, "{file}: first difference {different:?}");
}

#[test]
fn operators_tell_who_is_asked() {
    compare(&["explain", "operators.py"], "operators.out");
}

#[test]
fn attributes_tell_where_they_are_found() {
    compare(&["explain", "attributes.py"], "attributes.out");
}

#[test]
fn subscripts_and_searches_tell_who_is_asked() {
    compare(&["explain", "containers.py"], "containers.out");
}

#[test]
fn class_statements_tell_how_a_class_comes_about() {
    compare(&["explain", "classes.py"], "classes.out");
}

#[test]
fn an_explained_program_ends_as_it_does_otherwise() {
    let tour = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/tour.py");
    let tour = tour.to_str().expect("a path");
    let (plain, explained) = (objmodel(&[tour]), objmodel(&["explain", tour]));
    assert!(plain.status.success() && explained.status.success());
}

#[test]
fn classes_are_drawn() {
    compare(&["graph", "mro", "Both", "shapes.py"], "shapes.mro.svg");
}

#[test]
fn what_keeps_an_object_alive_is_drawn() {
    compare(&["graph", "alive", "leaf", "shapes.py"], "shapes.alive.svg");
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let output = objmodel(&["graph", "mro", "leaf", "shapes.py"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("TypeError: the order of bases is that of a class"), "{said}");
    let output = objmodel(&["graph", "nothing", "leaf", "shapes.py"]);
    assert_eq!(output.status.code(), Some(2));
}
