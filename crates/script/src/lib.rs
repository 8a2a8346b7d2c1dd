//! A small Python-syntax host over objmodel's public API: evaluator, importer.
//!
//! What `objmodel_compile` made of a text runs on the library ([`evaluate`]). [`graph`] draws its objects.
#![forbid(unsafe_code)]

use objmodel_compile::{compiler as compile, syntax};

pub mod evaluate;
pub mod graph;
