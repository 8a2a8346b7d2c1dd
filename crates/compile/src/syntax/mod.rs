//! From bytes to a syntax tree: decoding, parsing, and the errors of the text.

mod error;
mod parse;
mod source;

pub use error::{SyntaxError, SyntaxErrorKind};
pub use parse::{parse, parse_expression, parse_single};
pub use source::{Position, Source};

/// How deep expressions and statements may be nested.
pub(crate) const MAX_NESTING: u32 = 6000;

/// Runs `work` on a stack on which a syntax tree of the source can be walked and dropped.
///
/// Trees are walked recursively, at most [`MAX_NESTING`] deep, but the parser's own drop has no such
/// limit: it goes as deep as the text can nest. The memory is reserved, and used only as it is touched.
pub(crate) fn with_stack_for<T>(source: &Source, work: impl FnOnce() -> T) -> T {
    const WALK: usize = MAX_NESTING as usize * 16 * 1024;
    const DROP: usize = 512;
    let room = WALK.saturating_add(source.text().len().saturating_mul(DROP));
    stacker::grow(room, work)
}
