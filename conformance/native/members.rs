//! Ordinary methods, computed attributes and class attributes, inheritance, enums.

use std::collections::HashMap;

use super::prelude::*;

/// Methods of all kinds.
#[pyclass(module = "native", subclass, dict, weakref)]
pub struct Account {
    #[pyo3(get, set)]
    owner: String,
    balance: f64,
}

#[pymethods]
impl Account {
    /// Opens an account.
    #[new]
    #[pyo3(signature = (owner, balance=0.0))]
    fn new(owner: String, balance: f64) -> Self {
        Account { owner, balance }
    }
    /// Adds an amount.
    #[pyo3(signature = (amount, /, *, times=1))]
    fn deposit(&mut self, amount: f64, times: u32) -> f64 {
        self.balance += amount * f64::from(times);
        self.balance
    }
    #[pyo3(signature = (*amounts, **options))]
    fn gather(&self, amounts: Vec<i64>, options: Option<HashMap<String, i64>>) -> (i64, usize) {
        (amounts.iter().sum(), options.map_or(0, |options| options.len()))
    }
    #[getter]
    fn get_balance(&self) -> f64 {
        self.balance
    }
    #[setter]
    fn set_balance(&mut self, balance: f64) -> PyResult<()> {
        if balance < 0.0 {
            return Err(PyValueError::new_err("no debts"));
        }
        self.balance = balance;
        Ok(())
    }
    #[staticmethod]
    fn rate(years: i32) -> f64 {
        f64::from(years) * 0.5
    }
    #[classattr]
    const BANK: &'static str = "objbank";
    #[classattr]
    fn branches() -> Vec<i64> {
        vec![1, 2]
    }
    #[pyo3(text_signature = "($self, thing)")]
    fn described(&self, thing: i64) -> i64 {
        thing
    }
}

/// State on both levels.
#[pyclass(module = "native", extends = Account, subclass)]
pub struct Savings {
    #[pyo3(get)]
    interest: i64,
}

#[pymethods]
impl Savings {
    #[new]
    fn new(owner: String, interest: i64) -> PyClassInitializer<Self> {
        PyClassInitializer::from(Account { owner, balance: 1.0 }).add_subclass(Savings { interest })
    }
    fn grow(&mut self) -> i64 {
        self.interest += 1;
        self.interest
    }
}

/// An enum.
#[pyclass(module = "native", eq, eq_int)]
#[derive(Clone, Copy, PartialEq)]
pub enum Color {
    /// The first.
    Red = 1,
    /// The second.
    Green = 5,
}

/// What the options write.
#[pyclass(module = "native", get_all, frozen, eq, ord, hash, str = "<{x}, {y}>")]
#[derive(Clone, PartialEq, PartialOrd, Hash)]
pub struct Point {
    x: i64,
    y: i64,
}

#[pymethods]
impl Point {
    #[new]
    fn new(x: i64, y: i64) -> Self {
        Point { x, y }
    }
}

/// Variants with data are classes.
#[pyclass(module = "native")]
pub enum Shape {
    /// Round.
    Circle {
        /// Of the circle.
        radius: f64,
    },
    /// With corners.
    #[pyo3(constructor = (width, height = 1.0))]
    Rectangle {
        /// From left to right.
        width: f64,
        /// From top to bottom.
        height: f64,
    },
    /// Two.
    Pair(i64, String),
    /// None.
    Nothing {},
}

#[pymethods]
impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => 3.0 * radius * radius,
            Shape::Rectangle { width, height } => width * height,
            _ => 0.0,
        }
    }
    fn grown(&self) -> Shape {
        match self {
            Shape::Circle { radius } => Shape::Circle { radius: radius + 1.0 },
            _ => Shape::Nothing {},
        }
    }
}

/// The constructor takes the fields, and the class may be indexed.
#[pyclass(module = "native", get_all, new = "from_fields", generic)]
pub struct Fields {
    first: i64,
    second: String,
}
