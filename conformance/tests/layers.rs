//! The crates use one another only along the edges that ARCHITECTURE.md allows.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

/// Each crate with those of the workspace that it may use, tests and examples included.
const ALLOWED: &[(&str, &[&str])] = &[
    ("objmodel-trace-derive", &[]),
    ("objmodel-macros", &["objmodel-slots"]),
    ("objmodel-gc", &["objmodel-trace-derive"]),
    ("objmodel-slots", &[]),
    ("objmodel", &["objmodel-gc", "objmodel-macros", "objmodel-slots"]),
    ("objmodel-builtins", &["objmodel"]),
    ("objmodel-stdlib", &["objmodel", "objmodel-builtins"]),
    ("objmodel-compile", &[]),
    ("objmodel-script", &["objmodel", "objmodel-builtins", "objmodel-stdlib", "objmodel-compile"]),
    ("objmodel-command", &["objmodel", "objmodel-compile", "objmodel-script", "objmodel-stdlib"]),
    ("programs", &[]),
    (
        "conformance",
        &[
            "objmodel",
            "objmodel-gc",
            "objmodel-builtins",
            "objmodel-script",
            "objmodel-command",
            "programs",
        ],
    ),
];

/// What examples of documentation and tests of messages may use besides: nothing of it is in the library.
const ALLOWED_FOR_EXAMPLES: &[(&str, &str)] = &[
    ("objmodel", "objmodel"),
    ("objmodel", "objmodel-builtins"),
    ("objmodel-macros", "objmodel"),
    ("objmodel-macros", "objmodel-builtins"),
];

/// The workspace's crates with what they depend on, as Cargo sees it.
fn edges() -> BTreeMap<String, BTreeSet<String>> {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--no-deps", "--offline", "--manifest-path"])
        .arg(manifest)
        .output()
        .expect("cargo runs");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo prints JSON");
    let name = |entry: &serde_json::Value| entry["name"].as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("a list of packages");
    packages
        .iter()
        .map(|package| {
            let uses = package["dependencies"].as_array().expect("a list of dependencies");
            let for_examples = |used: &serde_json::Value| {
                used["kind"] == "dev"
                    && ALLOWED_FOR_EXAMPLES.contains(&(&*name(package), &*name(used)))
            };
            (name(package), uses.iter().filter(|used| !for_examples(used)).map(name).collect())
        })
        .collect()
}

#[test]
fn no_crate_uses_another_but_along_an_allowed_edge() {
    let edges = edges();
    for (package, uses) in &edges {
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| name == package) else {
            panic!("{package} has no entry here: say what it may use");
        };
        for used in uses.iter().filter(|used| edges.contains_key(*used)) {
            assert!(allowed.contains(&used.as_str()), "{package} must not use {used}");
        }
    }
    assert_eq!(edges.len(), ALLOWED.len());
}

#[test]
fn the_parser_belongs_to_the_language_alone() {
    for (package, uses) in edges() {
        let parses = uses.iter().any(|used| used.starts_with("ruff_"));
        assert!(
            !parses || matches!(package.as_str(), "objmodel-compile" | "objmodel-script"),
            "{package} uses the parser"
        );
    }
}
