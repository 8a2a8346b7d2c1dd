//! `re`: regular expressions, by a matcher of our own (`docs/design/regular-expressions.md`).
//!
//! A pattern is read to a [`tree`], compiled to a [`program`] and run by the [`matcher`]. What the
//! module shows beside patterns and matches is written in Python.

mod charset;
mod class;
mod collect;
mod compile;
mod escape;
mod flags;
mod fold;
mod found;
mod group;
mod lexicon;
mod match_object;
mod matcher;
mod parse;
mod pattern;
mod program;
mod reader;
mod scanner;
mod subject;
mod substitute;
mod target;
mod template;
mod tree;

use objmodel::objects::dict::Dict;
use objmodel::types::spec::MethodSpec;
use objmodel::{Result, Runtime};

use crate::module::ModuleSpec;

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("compile", "($module, pattern, flags, error, warn, /)", pattern::make),
    MethodSpec::function("lexicon", "($module, phrases, flags, error, warn, /)", lexicon::make),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class_of_table::<pattern::Pattern>(rt, namespace, &pattern::PATTERN)?;
    crate::module::class_of_table::<match_object::Match>(rt, namespace, &match_object::MATCH)?;
    crate::module::class_of_table::<scanner::Scanner>(rt, namespace, &scanner::SCANNER).map(drop)
}

/// `_re`
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_re").functions(FUNCTIONS).fill(fill);

/// `re`
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("re").python(include_str!("re.py"));
