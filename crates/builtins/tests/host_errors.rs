//! Errors as hosts meet them: `?` into other error types, text that leaves the runtime, classes of a
//! host's own, and `Debug` of values.

mod common;

use std::error::Error;

use common::runtime;
use objmodel::prelude::*;

create_exception!(bank, Refused, PyValueError, "What a bank refuses.");
create_exception!(bank, Overdrawn, Refused);

fn divide(rt: &mut Runtime, by: i64) -> std::result::Result<f64, Box<dyn Error + Send + Sync>> {
    let answer = rt.truediv(1, by).detach(rt)?;
    Ok(answer.extract(rt).detach(rt)?)
}

fn plain(rt: &mut Runtime) -> std::result::Result<Value, Box<dyn Error>> {
    Ok(rt.truediv(1, 0)?)
}

#[test]
fn errors_pass_through_boxes_and_come_back() -> Result<()> {
    fn leaves<T: Error + Send + Sync + Clone + 'static>(_: &T) {}
    let mut rt = runtime();
    let error = divide(&mut rt, 0).expect_err("a division by zero");
    assert_eq!(error.to_string(), "ZeroDivisionError: division by zero");
    let error = error.downcast::<ScriptError>().expect("the detached error");
    leaves(&*error);
    assert_eq!(error.traceback(), "ZeroDivisionError: division by zero\n");
    assert_eq!(format!("{error:?}"), "ZeroDivisionError: division by zero");
    let told = std::thread::spawn(move || error.message().to_owned()).join().expect("no panic");
    assert_eq!(told, "division by zero");
    // What a box holds is raised again as it was.
    let error = plain(&mut rt).expect_err("a division by zero");
    assert!(error.to_string().starts_with("ZeroDivisionError was raised"), "{error}");
    let raise = error.into_raise(&mut rt);
    assert!(raise.is_instance_of::<PyZeroDivisionError>(&mut rt));
    assert!(!raise.is_instance_of::<PyKeyError>(&mut rt));
    Ok(())
}

#[test]
fn halts_are_errors_too() {
    let mut rt = Runtime::builder().max_ticks(100_000).build();
    objmodel_builtins::install(&mut rt).expect("memory and ticks for the classes");
    let (sum, range) = (rt.builtin("sum").expect("sum"), rt.builtin("range").expect("range"));
    let endless = rt.call(&range, (1_000_000_000_000_i64,)).expect("a range");
    let error = rt.call(&sum, (&endless,)).detach(&mut rt).expect_err("it takes for ever");
    assert_eq!(error.halt(), Some(Halt::Ticks));
    assert_eq!(error.to_string(), "the tick limit was reached");
    assert_eq!(error.class_name(), "");
}

#[test]
fn exceptions_of_a_host_are_classes_of_each_runtime() -> Result<()> {
    for _ in 0..2 {
        let mut rt = runtime();
        let class = rt.get_type::<Overdrawn>()?;
        let again = rt.get_type::<Overdrawn>()?;
        assert!(class.is(&again));
        let mut class = class.bind(&mut rt);
        assert_eq!(class.repr()?, "<class 'bank.Overdrawn'>");
        assert_eq!(
            class.getattr("__mro__")?.get_item(1)?.getattr("__doc__")?.str()?,
            "What a bank refuses."
        );
        let raise = Overdrawn::new_err((3, "left")).into_raise(&mut rt);
        assert!(
            raise.is_instance_of::<Refused>(&mut rt)
                && raise.is_instance_of::<PyException>(&mut rt)
        );
        assert_eq!(format!("{raise:?}").split(" at ").next(), Some("Raise(<Overdrawn object"));
        assert_eq!(raise.detach(&mut rt).to_string(), "bank.Overdrawn: (3, 'left')");
    }
    Ok(())
}

#[test]
fn debug_shows_class_or_content() -> Result<()> {
    let mut rt = runtime();
    let class = rt.class("zoo.Dog").build(&mut rt)?;
    let dog = rt.call(&class, ())?;
    let shown = format!("{dog:?}");
    assert!(shown.starts_with("<Dog object at 0x"), "{shown}");
    let named = rt.str("Katze")?;
    rt.setattr(&class, "__name__", &named)?;
    assert!(format!("{dog:?}").starts_with("<Katze object at 0x"));
    let long = rt.class("A_class_with_a_name_much_longer_than_that").build(&mut rt)?;
    let long = rt.call(&long, ())?;
    assert!(format!("{long:?}").starts_with("<A_class_with_a_name_much_longer object"));
    let big = rt.pow(rt.int(2)?.as_ref(), rt.int(100)?.as_ref(), Value::immediate(0).as_ref())?;
    for (value, expected) in [
        (rt.int(3)?, "3"),
        (rt.float(2.5)?, "2.5"),
        (rt.str("it's\n")?.into_value(), "'it\\'s\\n'"),
        (big, "1267650600228229401496703205376"),
        (true.into_py_object(&mut rt)?, "True"),
        (().into_py_object(&mut rt)?, "None"),
    ] {
        assert_eq!(format!("{value:?}"), expected);
    }
    assert_eq!(format!("{:?}", rt.types().list), "<class list>");
    let text = rt.str(&"x".repeat(1000))?;
    assert_eq!(format!("{text:?}").len(), 205);
    Ok(())
}
