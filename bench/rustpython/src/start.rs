//! Starting the interpreter, and what the side's methods do when an operation fails.

use std::cell::Cell;

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::{Interpreter, PyResult, Settings, VirtualMachine};

thread_local! {
    /// The machine that was entered; null outside of [`entered`].
    static ENTERED: Cell<*const VirtualMachine> = const { Cell::new(std::ptr::null()) };
}

/// An interpreter without the standard library, as an embedding program makes it.
pub(crate) fn interpreter() -> Interpreter {
    let mut settings = Settings::default();
    settings.hash_seed = Some(0);
    settings.install_signal_handlers = false;
    settings.import_site = false;
    settings.isolated = true;
    Interpreter::without_stdlib(settings)
}

/// Does the work with the machine at hand for [`machine`].
pub(crate) fn entered(vm: &VirtualMachine, work: impl FnOnce()) {
    ENTERED.set(vm);
    work();
    ENTERED.set(std::ptr::null());
}

/// The machine. The lifetime is longer than the truth: until [`entered`] returns. The side is
/// made and dropped inside it.
pub(crate) fn machine() -> &'static VirtualMachine {
    // SAFETY: the pointer is null, or was made of the reference that `entered` holds.
    unsafe { ENTERED.get().as_ref() }.expect("the machine was entered")
}

/// The result of an operation that does not fail.
#[inline(always)]
pub(crate) fn must<T>(vm: &VirtualMachine, result: PyResult<T>) -> T {
    match result {
        Ok(value) => value,
        Err(error) => fail(vm, error),
    }
}

#[cold]
fn fail(vm: &VirtualMachine, error: PyBaseExceptionRef) -> ! {
    vm.print_exception(&error);
    panic!("an operation failed")
}
