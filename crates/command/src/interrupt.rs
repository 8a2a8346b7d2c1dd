//! Ctrl-C: the running program raises `KeyboardInterrupt`.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Exit status of a program that Ctrl-C ended, as shells count it.
pub const STATUS: u8 = 130;

/// Lets Ctrl-C set a runtime's [interrupt flag](objmodel::Runtime::interrupt_flag). If the one before
/// is still unanswered, the process ends.
///
/// # Errors
/// What the operating system says against it.
pub fn listen(flag: Arc<AtomicBool>) -> Result<(), ctrlc::Error> {
    ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(STATUS));
        }
    })
}
