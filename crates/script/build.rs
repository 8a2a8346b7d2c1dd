//! Compiles the library's modules that are written in Python, so that importing one need not. A module
//! that is not among what this makes is compiled when it is imported.

use std::error::Error;
use std::path::{Path, PathBuf};

use objmodel_compile::compiler::packed::{fingerprint, pack};
use objmodel_compile::compiler::{Options, compile};
use objmodel_compile::syntax::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let target = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut texts = Vec::new();
    if let Ok(sources) = std::env::var("DEP_OBJMODEL_STDLIB_SOURCES") {
        println!("cargo::rerun-if-changed={sources}");
        collect(Path::new(&sources), &mut texts)?;
    }
    let mut units = Vec::new();
    for text in texts {
        let unit = Source::decode("", text.as_bytes())
            .and_then(|source| compile(&source, Options::default()));
        // What is wrong with it is told when it is imported.
        if let Ok(unit) = unit {
            units.push((fingerprint(&text), pack(&unit)));
        }
    }
    units.sort();
    units.dedup_by_key(|(number, _)| *number);
    let mut table = "&[".to_owned();
    let mut all: Vec<u8> = Vec::new();
    for (number, unit) in &units {
        table += &format!("({number}, {}..{}), ", all.len(), all.len() + unit.len());
        all.extend_from_slice(unit);
    }
    std::fs::write(target.join("units.rs"), table + "]")?;
    std::fs::write(target.join("units.bin"), all)?;
    Ok(())
}

/// The texts of all Python files of a folder and of those in it.
fn collect(folder: &Path, texts: &mut Vec<String>) -> Result<(), Box<dyn Error>> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, texts)?;
        } else if path.extension().is_some_and(|extension| extension == "py") {
            texts.push(std::fs::read_to_string(path)?);
        }
    }
    Ok(())
}
