//! The rows of the two chapters on class customization, run against native classes.
//!
//! `conformance/native` has the classes and what Python code does with them. Where PyO3 has the item, the same
//! source compiles against both: `bench/native` is the other side, and what it printed lies beside the rows.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use objmodel::Runtime;
use objmodel::host::Host;
use objmodel_script::evaluate::{Failure, Interpreter};

/// What the classes' sources name.
pub mod prelude {
    pub use objmodel::native::class::*;
    pub use objmodel::prelude::*;

    /// Any object, as PyO3 calls it.
    pub type PyObject = objmodel::Value;
}

#[path = "../native/basic.rs"]
pub mod basic;
#[path = "../native/containers.rs"]
pub mod containers;
#[path = "../native/iteration.rs"]
pub mod iteration;
#[path = "../native/members.rs"]
pub mod members;
#[path = "../native/numbers.rs"]
pub mod numbers;
#[path = "../native/own.rs"]
pub mod own;
#[path = "../native/protocols.rs"]
pub mod protocols;

/// What Python code does with the classes that both sides have.
const SHARED: &str = include_str!("../native/rows.py");
/// What it does with those that are ours alone.
const OWN: &str = include_str!("../native/own_rows.py");
/// What PyO3 printed.
const PYO3: &str = include_str!("../native/pyo3.txt");
/// What our own rows are to print.
const EXPECTED: &str = include_str!("../native/own.txt");
/// Rows of both sides whose answers differ, with the reason.
const DIFFERENCES: &[(&str, &str)] = &[(
    "a subclass may write the other half",
    "the same here; PyO3 loses an inherited reflected half where a subclass writes the other",
)];

/// One row, and what it came to.
pub struct Row {
    /// The item of the chapters.
    pub name: String,
    /// What it printed here.
    pub ours: String,
    /// What it is to print: on PyO3, or as it was decided.
    pub expected: String,
    /// Whether PyO3 has the item.
    pub shared: bool,
    /// Why the answers may differ.
    pub reason: Option<String>,
}

impl Row {
    /// Whether it came out as it should.
    pub fn is_good(&self) -> bool {
        self.ours == self.expected || self.shared && self.reason.is_some()
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let line = |text: &str| text.replace('\n', " | ");
        write!(f, "{:58} {}", self.name, line(&self.ours))?;
        match (self.ours == self.expected, self.shared) {
            (true, true) => f.write_str("\n    PyO3: equal")?,
            (false, true) => write!(f, "\n    PyO3: {}", line(&self.expected))?,
            (true, false) => {}
            (false, false) => write!(f, "\n    expected: {}", line(&self.expected))?,
        }
        match &self.reason {
            Some(reason) => write!(f, "\n    {reason}"),
            None => Ok(()),
        }
    }
}

/// Sections of a text, each behind a line `#: NAME`.
fn sections(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let all = text.split("#: ").skip(1);
    all.map(|section| section.split_once('\n').unwrap_or((section, "")))
}

/// The section of a name.
fn section<'a>(text: &'a str, name: &str) -> &'a str {
    sections(text).find(|(other, _)| *other == name).map_or("", |(_, body)| body.trim_end())
}

/// The reason that the comments at the beginning of a row give.
fn reason(body: &str) -> Option<String> {
    let lines: Vec<&str> = body.lines().map_while(|line| line.strip_prefix("# ")).collect();
    (!lines.is_empty()).then(|| lines.join(" "))
}

/// Runs all rows.
pub fn rows() -> Vec<Row> {
    let shared = sections(SHARED).map(|(name, body)| Row {
        name: name.to_owned(),
        ours: run(body),
        expected: section(PYO3, name).to_owned(),
        shared: true,
        reason: DIFFERENCES
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, reason)| (*reason).to_owned()),
    });
    let own = sections(OWN).map(|(name, body)| Row {
        name: name.to_owned(),
        ours: run(body),
        expected: section(EXPECTED, name).to_owned(),
        shared: false,
        reason: reason(body),
    });
    shared.chain(own).collect()
}

/// Keeps what is printed.
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Host for Kept {
    fn write_stdout(&mut self, text: &[u8]) {
        self.0.borrow_mut().extend_from_slice(text);
    }

    fn write_stderr(&mut self, text: &[u8]) {
        self.0.borrow_mut().extend_from_slice(text);
    }
}

/// What a row prints, in a runtime of its own.
fn run(body: &str) -> String {
    let printed = Rc::new(RefCell::new(Vec::new()));
    let rt = Runtime::builder().host(Kept(printed.clone())).build();
    let Ok(mut interpreter) = Interpreter::new(rt) else {
        return "the built-in types do not fit".to_owned();
    };
    if let Err(raise) = install(interpreter.runtime()) {
        return format!("the module does not install: {raise:?}");
    }
    let text = format!("from native import *\n{body}");
    let outcome = interpreter.run("row", text.as_bytes());
    interpreter.finish();
    let mut printed = String::from_utf8_lossy(&printed.borrow()).trim_end().to_owned();
    if let Err(failure) = outcome {
        printed.push_str(&match failure {
            Failure::Exception(text) | Failure::Interrupt(text) => format!("\n{}", text.trim_end()),
            other => format!("\n{other:?}"),
        });
    }
    printed
}

/// The module `native`.
fn install(rt: &mut Runtime) -> objmodel::Result<()> {
    let module = objmodel::native::module::new(rt, "native", "")?;
    macro_rules! classes {
        ($($module:ident: $($class:ident)*;)*) => {$($(
            objmodel::native::module::add_class::<$module::$class>(rt, &module)?;
        )*)*};
    }
    classes! {
        basic: Text Named NotHashable Ordered Attributes Always Callable Guarded;
        iteration: Steps Container Later Ready;
        containers: Row NoContains Ints Mapping Sequence Word Descriptor;
        numbers: Number Wrong Half;
        members: Account Savings Color Point Shape Fields;
        own: Counting CountingLater Soon Lender Traced Derived Dying Hooks Borrowing Stack Failure Id;
        protocols: Proto ProtoSequence ProtoMapping ProtoDescriptor ProtoIter ProtoTraced ProtoBuffer;
    }
    Ok(())
}
