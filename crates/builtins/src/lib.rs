//! What the built-in types do: one type, one file or folder.
#![forbid(unsafe_code)]

pub mod format;
pub mod number;
pub mod pure_error;
pub mod text;

mod indices;
mod protocol;
mod receiver;
mod reduce;
mod sequence;

mod bool;
mod complex;
mod float;
mod int;

mod buffer;
mod bytes;
mod codec;
mod memoryview;
mod str;

mod dict;
mod generic_alias;
mod iterator;
mod list;
mod mapping_proxy;
mod range;
mod set;
mod slice;
mod tuple;
mod type_arguments;
mod union;

mod async_generator;
mod cell;
mod code;
mod descriptor;
mod exception;
mod frame;
mod frame_locals;
mod function;
mod functions;
mod generator;
mod line_table;
mod method;
mod module;
mod native_function;
mod object;
mod singleton;
mod stream;
mod super_;
mod type_;
mod weakref;

mod install;

pub use async_generator::async_yield;
pub use buffer::{buffer_copy, buffer_write};
pub use codec::{codec_decode, codec_encode, codec_name, connect_codecs};
pub use dict::update::{Repeated, merge as merge_mapping};
pub use dict::{Shown, dict_view, dict_view_type, dict_viewed};
pub use exception::star::{combine_star, except_star};
pub use float::number as to_float;
pub use frame_locals::frame_locals_type;
pub use generic_alias::{CLASS_GETITEM, make as generic_alias};
pub use install::install;
pub use iterator::sequence::next_at_once;
pub use iterator::{ITSELF, itself as iter_itself, kept};
pub use memoryview::half::{decode as half_from_bits, encode as half_to_bits};
pub use object::SIZEOF;
pub use reduce::instance_state;
pub use stream::{Stream, standard_stream};
pub use text::names::{find as character_named, name as character_name};
pub use weakref::proxy::{proxy as weak_proxy, proxy_types as weak_proxy_types};

/// The README's example is run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
