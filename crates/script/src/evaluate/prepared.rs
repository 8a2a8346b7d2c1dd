//! Units of the library's modules, made by the build script.

use std::ops::Range;
use std::rc::Rc;

use crate::compile::Unit;
use crate::compile::packed::{fingerprint, unpack};

/// Where the unit of each text lies among [`BYTES`], by the text's fingerprint.
const UNITS: &[(u64, Range<usize>)] = include!(concat!(env!("OUT_DIR"), "/units.rs"));
const BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/units.bin"));

/// The unit of a module of this text, if it is one of the library's.
pub(super) fn unit(text: &str, file: &str) -> Option<Rc<Unit>> {
    let at = UNITS.binary_search_by_key(&fingerprint(text), |(number, _)| *number).ok()?;
    let (_, range) = UNITS.get(at)?;
    unpack(BYTES.get(range.clone())?, file)
}

#[cfg(test)]
mod tests {
    use super::{UNITS, unit};

    #[test]
    fn the_modules_of_the_library_are_prepared() {
        let texts = objmodel_stdlib::MODULES.iter().filter_map(|module| module.source());
        let texts: Vec<&str> = texts.collect();
        assert!(texts.len() > 30 && UNITS.len() >= texts.len() / 2);
        for text in texts {
            let unit = unit(text, "<a module>").expect("a unit");
            assert_eq!(&*unit.file, "<a module>");
        }
        assert!(unit("x = 1", "").is_none());
    }
}
