//! Shows a class with state in Rust: constructor, methods with keywords, properties, operators,
//! comparison, an exception of its own, weak references, a subclass that is made at run time, and a
//! cycle through Rust's state that is collected.

use std::error::Error;
use std::io::{self, Write};

use objmodel::gc::collect;
use objmodel::prelude::*;

create_exception!(bank, Overdrawn, PyValueError, "More was withdrawn than there is.");

/// Money of somebody.
#[pyclass(module = "bank", subclass, weakref, dict)]
struct Account {
    /// Who has it: any object, and part of what the collector sees.
    #[pyo3(get, set)]
    owner: Value,
    cents: i64,
}

#[pymethods]
impl Account {
    #[new]
    #[pyo3(signature = (owner, *, cents = 0))]
    fn new(owner: Value, cents: i64) -> Account {
        Account { owner, cents }
    }

    /// Puts money in.
    #[pyo3(signature = (cents, /, *, times = 1))]
    fn deposit(&mut self, cents: i64, times: i64) -> i64 {
        self.cents += cents * times;
        self.cents
    }

    /// Takes money out.
    fn withdraw(&mut self, cents: i64) -> PyResult<i64> {
        if cents > self.cents {
            return Err(Overdrawn::new_err(format!("there are only {}", self.cents)));
        }
        self.cents -= cents;
        Ok(self.cents)
    }

    #[getter]
    fn balance(&self) -> f64 {
        self.cents as f64 / 100.0
    }

    #[setter]
    fn set_balance(&mut self, balance: f64) -> PyResult<()> {
        if !balance.is_finite() {
            return Err(PyValueError::new_err("a balance is finite"));
        }
        self.cents = (balance * 100.0).round() as i64;
        Ok(())
    }

    fn __iadd__(&mut self, cents: i64) {
        self.cents += cents;
    }

    fn __richcmp__(&self, other: &Account, op: CompareOp) -> bool {
        op.matches(self.cents.cmp(&other.cents))
    }

    fn __bool__(&self) -> bool {
        self.cents != 0
    }

    /// Asks the owner how it is shown, which may run Python code: nothing is borrowed meanwhile.
    fn __repr__(slf: &Bound<'_, Self>, rt: &mut Runtime) -> Result<String> {
        let (owner, cents) = {
            let account = slf.read(rt);
            (account.owner.clone(), account.cents)
        };
        Ok(format!("Account({}, cents={cents})", rt.repr_text(&owner)?))
    }
}

/// Uses accounts as a script would, and writes what comes of it.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt)?;
    let class = rt.get_type::<Account>()?;

    let ada = rt.call_kwargs(&class, ("Ada",), [("cents", 500)])?;
    rt.call_method(&ada, "deposit", (250,))?;
    rt.call_method(&ada, "withdraw", (100,))?;
    let ada = rt.iadd(&ada, 50)?;
    let balance: f64 = rt.getattr(&ada, "balance")?.extract(&mut rt)?;
    writeln!(out, "{} {balance}", rt.repr_text(&ada)?)?;

    // From Rust an instance is a handle, and its state a struct.
    let owner = rt.str("Bob")?.into_value();
    let bob = Py::new(&mut rt, Account { owner, cents: 0 })?;
    bob.write(&mut rt).cents += 1;
    let poorer: bool = rt.compare(CompareOp::Lt, &bob, &ada)?.extract(&mut rt)?;
    writeln!(out, "{} {poorer}", bob.read(&rt).cents)?;

    for wrong in [
        rt.call_method(&bob, "withdraw", (10,)),
        rt.call_method(&bob, "deposit", ("ten",)),
        rt.call_method(&bob, "deposit", ()),
        rt.setattr(&bob, "balance", f64::NAN).map(|()| ada.clone()),
        rt.add(&bob, 1),
    ] {
        writeln!(out, "{}", wrong.detach(&mut rt).unwrap_err())?;
    }

    // A subclass that is made at run time has the state of its base, and attributes of its own.
    let savings = rt
        .class("bank.Savings")
        .base(&class)
        .method("add_interest", "(percent)", |rt, me, args| {
            let (percent,): (f64,) = args.extract(rt)?;
            let balance = rt.getattr(me, "balance")?.extract::<f64>(rt)?;
            rt.setattr(me, "balance", balance * (1.0 + percent / 100.0))
        })
        .build(&mut rt)?;
    let savings = rt.call_kwargs(&savings, ("Eve",), [("cents", 1000)])?;
    rt.call_method(&savings, "add_interest", (5,))?;
    rt.setattr(&savings, "note", "for a boat")?;
    writeln!(out, "{} {:?}", rt.repr_text(&savings)?, rt.getattr(&savings, "note")?)?;

    // An account that owns itself: counts alone would keep it for ever.
    let weakref = rt.types().weakref.clone();
    let gone = rt.new_weakref(&weakref, bob.as_ref(), None)?;
    bob.write(&mut rt).owner = Value::clone(&bob);
    drop(bob);
    let alive = gone.upgrade().is_some();
    let found = collect(&mut rt, 2).collected;
    writeln!(out, "alive {alive}, collected {found}, alive {}", gone.upgrade().is_some())?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}
