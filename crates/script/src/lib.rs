//! A small Python-syntax host over objmodel's public API: evaluator, importer, command.
//!
//! What `objmodel_compile` made of a text runs on the library ([`evaluate`]). [`command`] is the
//! program `objmodel`.
#![forbid(unsafe_code)]

use objmodel_compile::{compiler as compile, syntax};

pub mod evaluate;

pub mod command;
