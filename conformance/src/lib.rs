//! Cases with recorded CPython outputs, the command that records them and the test that replays them.
//!
//! A case is `cases/SUBJECT/NAME.py`; beside it lies what CPython 3.13 printed, in `NAME.out` and, unless it ended
//! quietly, in `NAME.err`. The modules, in the order in which they use one another:
//!
//! | module | its job |
//! |---|---|
//! | [`case`] | finds the cases and reads their headers |
//! | [`ending`] | how a run ended: its two streams and its exit status, made comparable |
//! | [`recording`] | the files beside a case |
//! | [`process`] | runs a command with a time limit, and many of them at once |
//! | [`oracle`] | CPython 3.13, which says what is right |
//! | [`subject`] | objmodel, which is asked |
//! | [`diff`] | shows where two texts part |
//! | [`expected`] | the failures that we know of, each with its reason |
//! | [`replay`] | runs cases on the subject and judges them |
//! | [`matrix`] | every method with some hundred argument lists, as digests of CPython's answers |
//! | [`exam`] | CPython's own test files, from a `Lib` of the user's |
//! | [`coverage`] | what the data model has, each entry owed two cases |
//! | [`report`] | a page that shows entries, cases and both outputs |
#![forbid(unsafe_code)]

pub mod case;
pub mod ending;
pub mod recording;

pub mod oracle;
pub mod process;
pub mod subject;

pub mod coverage;
pub mod diff;
pub mod exam;
pub mod expected;
pub mod fuzzing;
pub mod hostile;
pub mod inside;
pub mod matrix;
pub mod native;
pub mod random;
pub mod replay;
pub mod report;
pub mod sweep;
