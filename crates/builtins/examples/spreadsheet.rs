//! Shows a spreadsheet whose cells are Python objects and whose functions are Rust closures:
//! formulas with operators, ranges, calls and methods; a cell may hold any value, errors included.

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::io::{self, Write};

use objmodel::prelude::*;

create_exception!(sheet, Circular, PyValueError, "A cell that depends on itself.");

const CELLS: &str = r#"A1 12; A2 30.5; A3 =A1*A2; B1 =SUM(A1:A3); B2 =AVERAGE(A1,A2,"no number");
    B3 =IF(A1<A2,"less","more").upper(); C1 =SORTED(A1:A3); C2 ="ab"*3+STR(LEN(C1));
    C3 =TICKET("T")+"/"+TICKET("T"); D1 =D2+1; D2 =D1; D3 =A1/(A1-A1); E1 =A1+B3; E2 ="x"*99999999999"#;

/// What was typed into the cells, what came of it (`None`: under way), and what formulas may call.
struct Sheet {
    rt: Runtime,
    typed: BTreeMap<String, String>,
    values: HashMap<String, Option<Value>>,
    functions: HashMap<String, Value>,
}

impl Sheet {
    fn new() -> Result<Sheet> {
        let mut rt = Runtime::builder().max_bytes(64 << 20).build();
        objmodel_builtins::install(&mut rt)?;
        let mut functions = HashMap::new();
        for name in ["sum", "min", "max", "len", "sorted", "round", "abs", "str"] {
            functions.extend(rt.builtin(name).map(|value| (name.to_uppercase(), value)));
        }
        let average = rt.function("AVERAGE", "(*cells)", |rt, args| {
            let (cells,): (Vec<Value>,) = args.extract(rt)?;
            let numbers: Vec<f64> = cells.iter().filter_map(|cell| cell.extract(rt).ok()).collect();
            match numbers.len() {
                0 => Err(rt.value_error("there is no number")),
                count => Ok(numbers.iter().sum::<f64>() / count as f64),
            }
        })?;
        let choose = rt.function("IF", "(condition, yes, no=None)", |rt, args| {
            let [condition, yes, no] = args.take();
            Ok(if condition.bind(rt).is_truthy()? { yes.to_value() } else { no.to_value() })
        })?;
        // State in a closure: each call counts on.
        let calls = std::cell::Cell::new(0);
        let ticket = rt.function("TICKET", "(prefix)", move |rt, args| {
            let (prefix,): (String,) = args.extract(rt)?;
            calls.set(calls.get() + 1);
            Ok(format!("{prefix}-{:03}", calls.get()))
        })?;
        for (name, function) in [("AVERAGE", average), ("IF", choose), ("TICKET", ticket)] {
            functions.insert(name.to_owned(), function);
        }
        Ok(Sheet { rt, typed: BTreeMap::new(), values: HashMap::new(), functions })
    }

    fn set(&mut self, cell: &str, text: &str) {
        self.typed.insert(cell.to_owned(), text.to_owned());
        self.values.clear();
    }

    /// The value of a cell, worked out when it is first asked for.
    fn value(&mut self, cell: &str) -> Result {
        self.rt.check_stack(" while working out a cell")?;
        match self.values.get(cell) {
            Some(Some(value)) => return Ok(value.clone()),
            Some(None) => return Err(Circular::new_err(cell.to_owned()).into_raise(&mut self.rt)),
            None => {}
        }
        let typed = self.typed.get(cell).cloned().unwrap_or_default();
        self.values.insert(cell.to_owned(), None);
        let made = match typed.strip_prefix('=') {
            Some(mut formula) => self.expression(&mut formula, 0),
            None => match (typed.parse::<i64>(), typed.parse::<f64>()) {
                (Ok(number), _) => self.rt.int(number),
                (_, Ok(number)) => self.rt.float(number),
                _ => typed.into_py_object(&mut self.rt),
            },
        };
        self.values.remove(cell);
        if let Ok(value) = &made {
            self.values.insert(cell.to_owned(), Some(value.clone()));
        }
        made
    }

    /// Level 0: `a + b`, `a - b`, `a < b`; level 1: `a * b`, `a / b`; behind it atoms.
    fn expression(&mut self, text: &mut &str, level: usize) -> Result {
        const MARKS: [&[char]; 2] = [&['+', '-', '<'], &['*', '/']];
        let Some(marks) = MARKS.get(level) else { return self.atom(text) };
        let mut left = self.expression(text, level + 1)?;
        while let Some(mark) = take(text, marks) {
            let right = self.expression(text, level + 1)?;
            left = match mark {
                '+' => self.rt.add(left, right)?,
                '-' => self.rt.sub(left, right)?,
                '*' => self.rt.mul(left, right)?,
                '/' => self.rt.truediv(left, right)?,
                _ => self.rt.compare(CompareOp::Lt, left, right)?,
            };
        }
        Ok(left)
    }

    /// `atom := (number | "text" | cell | cell ":" cell | function "(" .. ")") ("." method "(" .. ")")*`
    fn atom(&mut self, text: &mut &str) -> Result {
        let rest = text.trim_start();
        if let Some((inside, behind)) = rest.strip_prefix('"').and_then(|rest| rest.split_once('"'))
        {
            *text = behind;
            let value = inside.into_py_object(&mut self.rt)?;
            return self.methods(value, text);
        }
        let word = word(text);
        let value = if word.starts_with(|c: char| c.is_ascii_digit()) {
            let int = self.rt.types().int.clone();
            self.rt.call(&int, (word,))?
        } else if take(text, &['(']).is_some() {
            let arguments = self.arguments(text)?;
            match self.functions.get(&word) {
                Some(function) => self.rt.call(function, &arguments)?,
                None if word.is_empty() && arguments.len() == 1 => arguments[0].clone(),
                None => return Err(self.rt.name_error(format!("there is no function {word}"))),
            }
        } else if take(text, &[':']).is_some() {
            let last = self::word(text);
            let cells: Vec<String> =
                self.typed.range(word..=last).map(|(cell, _)| cell.clone()).collect();
            let values: Result<Vec<Value>> = cells.iter().map(|cell| self.value(cell)).collect();
            values?.into_py_object(&mut self.rt)?
        } else {
            self.value(&word)?
        };
        self.methods(value, text)
    }

    fn methods(&mut self, mut value: Value, text: &mut &str) -> Result {
        while take(text, &['.']).is_some() {
            let name = word(text);
            take(text, &['(']);
            let arguments = self.arguments(text)?;
            value = self.rt.call_method(&value, &name, &arguments)?;
        }
        Ok(value)
    }

    fn arguments(&mut self, text: &mut &str) -> Result<Vec<Value>> {
        let mut arguments = Vec::new();
        while take(text, &[')']).is_none() && !text.is_empty() {
            arguments.push(self.expression(text, 0)?);
            take(text, &[',']);
        }
        Ok(arguments)
    }

    /// What the cell shows: its value, or its error.
    fn shown(&mut self, cell: &str) -> String {
        self.rt.set_max_ticks(Some(100_000));
        let shown = self.value(cell).and_then(|value| self.rt.str_text(&value));
        shown.detach(&mut self.rt).unwrap_or_else(|error| format!("#{error}"))
    }
}

/// One of these marks, taken off the text.
fn take(text: &mut &str, marks: &[char]) -> Option<char> {
    let mark = text.trim_start().chars().next().filter(|mark| marks.contains(mark))?;
    *text = &text.trim_start()[1..];
    Some(mark)
}

/// Letters and digits, taken off the text.
fn word(text: &mut &str) -> String {
    *text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    *text = rest;
    word.to_owned()
}

/// Fills a sheet, and writes what its cells show, before and after a change.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let mut sheet = Sheet::new()?;
    for typed in CELLS.split(';') {
        let (cell, text) = typed.trim().split_once(' ').unwrap_or((typed, ""));
        sheet.set(cell, text);
    }
    for cell in sheet.typed.keys().cloned().collect::<Vec<_>>() {
        writeln!(out, "{cell} {}", sheet.shown(&cell))?;
    }
    sheet.set("A1", "100");
    writeln!(out, "{} {}", sheet.shown("B1"), sheet.shown("B3"))?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}
