//! What the tests of the built-in types share.
#![allow(dead_code, reason = "each test binary uses its own part")]

use objmodel::objects::exception::ExceptionObject;
use objmodel::{Result, Runtime, Value};

/// A runtime with all built-in types.
pub(crate) fn runtime() -> Runtime {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt).expect("memory for the built-in types");
    rt
}

/// The first argument of the exception that was raised.
pub(crate) fn message(rt: &mut Runtime, outcome: Result<impl Sized>) -> String {
    let Err(raise) = outcome else { return "no error".to_owned() };
    let exception = raise.into_exception().expect("an exception, no halt");
    let payload = exception.get::<ExceptionObject>(rt).expect("an exception object");
    let text = payload.args.read(rt).items()[0].clone();
    rt.text_of(text.as_ref()).into_owned()
}

/// `object.name`.
pub(crate) fn attribute(rt: &mut Runtime, object: &Value, name: &str) -> Result {
    let name = rt.intern(name)?;
    rt.getattr(object, &name)
}
