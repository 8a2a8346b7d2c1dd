//! Tells the program where the shared library and the home of the CPython that it is linked to are.

use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=PYO3_PYTHON");
    println!("cargo::rerun-if-changed=build.rs");
    let python = std::env::var("PYO3_PYTHON").unwrap_or_else(|_| "python3.13".to_owned());
    let ask = "import sys, sysconfig; print(sysconfig.get_config_var('LIBDIR'), sys.base_prefix, sep='\\n')";
    let output = Command::new(&python).args(["-c", ask]).output().expect("PYO3_PYTHON runs");
    let text = String::from_utf8(output.stdout).expect("paths are text");
    let (libraries, home) = text.trim().split_once('\n').expect("PYO3_PYTHON names a CPython 3.13");
    println!("cargo::rustc-link-arg=-Wl,-rpath,{libraries}");
    println!("cargo::rustc-env=BENCH_PYTHON_HOME={home}");
}
