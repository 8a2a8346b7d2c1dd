//! Tells the build scripts of hosts where the modules written in Python lie.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::metadata=sources={}/src", env!("CARGO_MANIFEST_DIR"));
}
