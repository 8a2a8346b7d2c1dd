//! A small Python-syntax host over objmodel's public API: parser, compiler, evaluator.
#![forbid(unsafe_code)]
