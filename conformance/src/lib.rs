//! Cases with recorded CPython outputs, the command that records them and the test that replays them.
#![forbid(unsafe_code)]
