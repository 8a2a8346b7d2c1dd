//! Shows the smallest whole host: a language of expressions whose values are Python objects, with a
//! class from Rust, a caught exception, and limits that end an expression and not the program.

use std::collections::HashMap;
use std::error::Error;
use std::io::{self, Write};

use objmodel::prelude::*;

/// Two numbers, added to others of the kind and multiplied by a number from either side.
#[pyclass(module = "embed", name = "Vector", frozen, get_all)]
#[derive(Clone)]
struct Vector {
    x: f64,
    y: f64,
}

#[pymethods]
impl Vector {
    #[new]
    fn new(x: f64, y: f64) -> Vector {
        Vector { x, y }
    }

    fn __add__(&self, other: &Vector) -> Vector {
        Vector { x: self.x + other.x, y: self.y + other.y }
    }

    fn __mul__(&self, factor: f64) -> Vector {
        Vector { x: self.x * factor, y: self.y * factor }
    }

    fn __rmul__(&self, factor: f64) -> Vector {
        self.__mul__(factor)
    }

    fn __repr__(&self) -> String {
        format!("Vector({}, {})", self.x, self.y)
    }
}

/// What the language knows: its names, and the runtime whose objects they name.
struct Language {
    rt: Runtime,
    names: HashMap<String, Value>,
}

/// An expression being read: the text that is left.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self, mark: char) -> bool {
        let after = self.rest.trim_start().strip_prefix(mark);
        self.rest = after.unwrap_or(self.rest);
        after.is_some()
    }

    fn word(&mut self) -> Option<String> {
        self.rest = self.rest.trim_start();
        let end = self.rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then(|| word.to_owned())
    }
}

impl Language {
    fn new() -> Result<Language> {
        let mut rt = Runtime::builder().max_bytes(64 << 20).build();
        objmodel_builtins::install(&mut rt)?;
        let vector = rt.get_type::<Vector>()?.into_value();
        let mut names = HashMap::from([("Vector".to_owned(), vector)]);
        for name in ["sum", "range", "len", "max", "int", "str"] {
            names.extend(rt.builtin(name).map(|value| (name.to_owned(), value)));
        }
        Ok(Language { rt, names })
    }

    /// `sum := product (("+" | "-") product)*`
    fn sum(&mut self, text: &mut Reader<'_>) -> Result {
        let mut left = self.product(text)?;
        loop {
            let op = match () {
                () if text.skip('+') => BinaryOp::Add,
                () if text.skip('-') => BinaryOp::Sub,
                () => return Ok(left),
            };
            let right = self.product(text)?;
            left = self.rt.binary(op, left, right)?;
        }
    }

    /// `product := atom (("*" | "/") atom)*`
    fn product(&mut self, text: &mut Reader<'_>) -> Result {
        let mut left = self.atom(text)?;
        loop {
            let op = match () {
                () if text.skip('*') => BinaryOp::Mul,
                () if text.skip('/') => BinaryOp::TrueDiv,
                () => return Ok(left),
            };
            let right = self.atom(text)?;
            left = self.rt.binary(op, left, right)?;
        }
    }

    /// `atom := (number | name | "(" sum ")") ("(" arguments ")" | "." name)*`
    fn atom(&mut self, text: &mut Reader<'_>) -> Result {
        // The reader recurses over what a user typed: a nesting too deep is a RecursionError.
        self.rt.check_stack(" while reading an expression")?;
        let mut value = if text.skip('(') {
            let inner = self.sum(text)?;
            self.expect(text, ')')?;
            inner
        } else {
            match text.word() {
                Some(digits) if digits.starts_with(|c: char| c.is_ascii_digit()) => {
                    self.rt.call(&self.names["int"], (digits,))?
                }
                Some(name) => match self.names.get(&name) {
                    Some(value) => value.clone(),
                    None => {
                        return Err(self.rt.name_error(format!("name '{name}' is not defined")));
                    }
                },
                None => {
                    return Err(self.rt.value_error(format!("not an expression: '{}'", text.rest)));
                }
            }
        };
        loop {
            if text.skip('(') {
                let mut arguments = Vec::new();
                while !text.skip(')') {
                    arguments.push(self.sum(text)?);
                    if !text.skip(',') {
                        self.expect(text, ')')?;
                        break;
                    }
                }
                value = self.rt.call(&value, &arguments)?;
            } else if text.skip('.') {
                let name = text.word().unwrap_or_default();
                value = self.rt.getattr(&value, &name)?;
            } else {
                return Ok(value);
            }
        }
    }

    fn expect(&mut self, text: &mut Reader<'_>, mark: char) -> Result<()> {
        match text.skip(mark) {
            true => Ok(()),
            false => Err(self.rt.value_error(format!("'{mark}' expected at '{}'", text.rest))),
        }
    }

    /// The value's `repr`, or how the evaluation ended. Each line has ticks of its own.
    fn answer(&mut self, line: &str) -> String {
        self.rt.set_max_ticks(Some(100_000));
        let answer =
            self.sum(&mut Reader { rest: line }).and_then(|value| self.rt.repr_text(&value));
        answer.detach(&mut self.rt).unwrap_or_else(|error| match error.halt() {
            Some(halt) => format!("stopped: {halt}"),
            None => format!("caught: {error}"),
        })
    }
}

/// Evaluates the lines and writes what they came to.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let mut language = Language::new()?;
    for line in [
        "1 + 2 * (3 + 4)",
        "Vector(1, 2) + 3 * Vector(10, 20)",
        "(Vector(1, 2) * 2).x",
        "Vector(1, 2) + 1",
        "1 / 0",
        "Vector(1, 2).length",
        "sum(range(1000000000000))",
        "str(1) * 1000000000000",
        &format!("{}1{}", "(".repeat(1_000_000), ")".repeat(1_000_000)),
        "sum(range(101))",
    ] {
        let shown: String = line.chars().take(60).collect();
        writeln!(out, "> {shown}\n{}", language.answer(line))?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}
