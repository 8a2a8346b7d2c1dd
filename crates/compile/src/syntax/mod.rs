//! From bytes to a syntax tree: decoding, parsing, and the errors of the text.

mod completeness;
pub(crate) mod digits;
mod error;
mod parse;
mod source;
mod survey;
mod suspect;

pub use completeness::is_complete;
pub use error::{ErrorEnd, SyntaxError, SyntaxErrorKind};
pub(crate) use parse::parse_as_far_as_possible;
pub use parse::{parse, parse_expression, parse_single};
pub use source::{Position, Source};
pub use survey::Survey;

/// How deep expressions and statements may be nested.
pub(crate) const MAX_NESTING: u32 = 6000;

/// Runs `work` on a stack on which a syntax tree of this depth can be made, walked and dropped, which
/// is done recursively; `None` if the system has no memory for one.
pub(crate) fn with_stack_for<T>(survey: &Survey, work: impl FnOnce() -> T) -> Option<T> {
    let room = survey.stack();
    if stacker::remaining_stack().is_some_and(|left| left > room) {
        return Some(work());
    }
    with_stack(room, work)
}

/// Runs `work` on a new stack of so many bytes; `None` if the system has no memory for one.
pub(crate) fn with_stack<T>(room: usize, work: impl FnOnce() -> T) -> Option<T> {
    // `stacker` panics where it gets no memory, so that is asked for beforehand.
    const MARGIN: usize = 64 << 10;
    let mut probe: Vec<u8> = Vec::new();
    probe.try_reserve_exact(room + MARGIN).ok()?;
    drop(probe);
    Some(stacker::grow(room, work))
}
