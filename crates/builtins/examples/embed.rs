//! A host in one file: a tiny language of expressions over objmodel, with a class from Rust, a caught
//! Python exception, and limits that end an expression and not the program.

use std::collections::HashMap;

use objmodel::{
    BinaryOp, Borrowed, CallArgs, Halt, Raise, RaiseKind, Result, Runtime, Value, singletons,
};

/// What the language knows: its names, and the runtime whose objects they name.
struct Host {
    rt: Runtime,
    names: HashMap<String, Value>,
}

/// An expression being read: the text that is left.
struct Reader<'a> {
    rest: &'a str,
}

impl Reader<'_> {
    fn skip(&mut self, mark: char) -> bool {
        self.rest = self.rest.trim_start();
        match self.rest.strip_prefix(mark) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn take(&mut self, belongs: fn(char) -> bool) -> Option<String> {
        self.rest = self.rest.trim_start();
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then(|| word.to_owned())
    }
}

impl Host {
    fn new() -> Result<Host> {
        let mut rt = Runtime::builder().max_bytes(64 << 20).max_ticks(100_000).build();
        objmodel_builtins::install(&mut rt)?;
        let vector = define_vector(&mut rt)?;
        let mut names = HashMap::from([("Vector".to_owned(), vector)]);
        for name in ["sum", "range", "len", "max", "int", "str"] {
            if let Some(value) = rt.builtin(name) {
                names.insert(name.to_owned(), value);
            }
        }
        Ok(Host { rt, names })
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
            left = self.rt.binary(op, &left, &right)?;
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
            left = self.rt.binary(op, &left, &right)?;
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
        } else if let Some(digits) = text.take(|c| c.is_ascii_digit()) {
            let digits = self.rt.str(&digits)?;
            let int = self.names["int"].clone();
            self.rt.call(&int, [digits.as_ref()])?
        } else if let Some(name) = text.take(|c| c.is_alphanumeric() || c == '_') {
            match self.names.get(&name) {
                Some(value) => value.clone(),
                None => return Err(self.rt.name_error(format!("name '{name}' is not defined"))),
            }
        } else {
            return Err(self.rt.value_error(format!("not an expression: '{}'", text.rest)));
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
                let refs: Vec<Borrowed<'_>> = arguments.iter().map(Value::as_ref).collect();
                value = self.rt.call_with(value.as_ref(), CallArgs::positional(&refs))?;
            } else if text.skip('.') {
                let name = text.take(|c| c.is_alphanumeric() || c == '_').unwrap_or_default();
                let name = self.rt.intern(&name)?;
                value = self.rt.getattr(&value, &name)?;
            } else {
                return Ok(value);
            }
        }
    }

    fn expect(&mut self, text: &mut Reader<'_>, mark: char) -> Result<()> {
        if text.skip(mark) {
            return Ok(());
        }
        Err(self.rt.value_error(format!("'{mark}' expected at '{}'", text.rest)))
    }

    /// The value's `repr`, or how the evaluation ended. Each line has ticks of its own.
    fn answer(&mut self, line: &str) -> String {
        self.rt.set_max_ticks(Some(100_000));
        let answer = self.sum(&mut Reader { rest: line }).and_then(|value| self.rt.repr(&value));
        match answer {
            Ok(text) => text.read(&self.rt).as_str().into_owned(),
            Err(raise) => self.explain(&raise),
        }
    }

    fn explain(&mut self, raise: &Raise) -> String {
        match raise.kind() {
            RaiseKind::Halt(Halt::Ticks) => "stopped: too many steps".to_owned(),
            RaiseKind::Halt(halt) => format!("stopped: {halt}"),
            RaiseKind::Exception(exception) => match self.rt.render_traceback(exception) {
                Ok(text) => format!("caught: {}", text.trim_end()),
                Err(_) => "caught an exception that cannot be shown".to_owned(),
            },
        }
    }
}

fn get(rt: &mut Runtime, object: Borrowed<'_>, name: &str) -> Result {
    let name = rt.intern(name)?;
    rt.getattr(object, &name)
}

fn set(rt: &mut Runtime, object: Borrowed<'_>, name: &str, value: Borrowed<'_>) -> Result<()> {
    let name = rt.intern(name)?;
    rt.setattr(object, &name, value)
}

/// `Vector(x, y)`: added to another, multiplied by a number from either side, shown by `repr`.
fn define_vector(rt: &mut Runtime) -> Result {
    let scaled = |rt: &mut Runtime, [me, factor]: [Borrowed<'_>; 2]| {
        let (x, y) = (get(rt, me, "x")?, get(rt, me, "y")?);
        let (x, y) = (rt.mul(&x, factor)?, rt.mul(&y, factor)?);
        let class = rt.type_of(me).to_gc();
        rt.call(&class, [x.as_ref(), y.as_ref()])
    };
    let class = rt
        .class("Vector")
        .def("__init__", |rt, [me, x, y]| {
            set(rt, me, "x", x)?;
            set(rt, me, "y", y)?;
            Ok(singletons::none())
        })
        .def("__add__", |rt, [me, other]| {
            let class = rt.type_of(me).to_gc();
            if !rt.is_instance(other, class.as_ref())? {
                return Ok(singletons::not_implemented());
            }
            let (x, y) = (get(rt, me, "x")?, get(rt, me, "y")?);
            let (to_x, to_y) = (get(rt, other, "x")?, get(rt, other, "y")?);
            let (x, y) = (rt.add(&x, &to_x)?, rt.add(&y, &to_y)?);
            rt.call(&class, [x.as_ref(), y.as_ref()])
        })
        .def("__mul__", scaled)
        .def("__rmul__", scaled)
        .def("__repr__", |rt, [me]| {
            let (x, y) = (get(rt, me, "x")?, get(rt, me, "y")?);
            let (x, y) = (rt.repr(&x)?, rt.repr(&y)?);
            let text = format!("Vector({}, {})", x.read(rt).as_str(), y.read(rt).as_str());
            Ok(rt.str(&text)?.into_value())
        })
        .build(rt)?;
    Ok(class.into_value())
}

fn main() -> Result<()> {
    let mut host = Host::new()?;
    let lines = [
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
    ];
    for line in lines {
        let shown: String = line.chars().take(60).collect();
        println!("> {shown}\n{}", host.answer(line));
    }
    Ok(())
}
