//! Shows a language of one's own whose every value is a Python object: closures are functions,
//! `iterate` makes generators, `class` makes classes whose special methods operators find, errors go
//! both ways, and tracebacks have the language's own lines.

use std::cell::RefCell;
use std::error::Error;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;

use objmodel::host::Host;
use objmodel::native::SourceFunction;
use objmodel::prelude::*;
use objmodel::{Trace, singletons};

const FILE: &str = "demo.lisp";

const SOURCE: &str = r#"(define (fact n) (if (< n 2) 1 (* n (fact (- n 1)))))
(print (fact 30))
(define (adder n) (lambda (m) (+ n m)))
(define add5 (adder 5))
(print (add5 37) (list 1 "two" 3.5))
(class Animal ()
  (define (__init__ self name) (set self name name))
  (define (__repr__ self) (+ "<" (+ (. self name) ">")))
  (define (__add__ self other) (Pack (list self other))))
(class Dog (Animal)
  (define (speak self) (+ (. self name) " says woof")))
(class Pack ()
  (define (__init__ self members) (set self members members))
  (define (__len__ self) (len (. self members))))
(define rex (Dog "rex"))
(print rex ((. rex speak)) (len (+ rex (Dog "fido"))))
(define squares (iterate (lambda (i) (if (< i 5) (* i i) none))))
(print (next squares) (next squares) (sum squares))
(define (risky x) (/ 10 x))
(print (try (risky 0) (lambda (e) (list "caught" (str e)))))
(define (outer x)
  (+ 1
     (risky x)))
(outer 0)"#;

/// What is read of the source; the collector finds no values in it.
#[derive(Trace)]
enum Node {
    Number(#[trace(leaf)] f64),
    Text(String),
    Name(String, #[trace(leaf)] u32),
    List(Vec<Arc<Node>>, #[trace(leaf)] u32),
}

/// The names of a scope. It is an object, so that cycles through closures are collected.
#[pyclass(module = "lisp")]
struct Scope {
    names: std::collections::HashMap<String, Value>,
    outer: Option<Py<Scope>>,
}

fn scope(rt: &mut Runtime, outer: Option<Py<Scope>>) -> Result<Py<Scope>> {
    Py::new(rt, Scope { names: Default::default(), outer })
}

/// Prints into a buffer, and knows the source for tracebacks.
struct Console(Rc<RefCell<Vec<u8>>>);

impl Host for Console {
    fn write_stdout(&mut self, text: &[u8]) {
        self.0.borrow_mut().extend_from_slice(text);
    }

    fn source_line(&mut self, file: &str, line: u32) -> Option<String> {
        let lines = (file == FILE).then(|| SOURCE.lines());
        lines?.nth(line as usize - 1).map(str::to_owned)
    }
}

/// Reads one expression.
fn read(rest: &mut &str, line: &mut u32) -> Option<Arc<Node>> {
    loop {
        let first = rest.chars().next()?;
        if !first.is_whitespace() {
            break;
        }
        *line += u32::from(first == '\n');
        *rest = &rest[1..];
    }
    let at = *line;
    if let Some(inside) = rest.strip_prefix('(') {
        *rest = inside;
        let mut items = Vec::new();
        while !rest.trim_start().starts_with(')') {
            items.push(read(rest, line)?);
        }
        *rest = rest.trim_start().strip_prefix(')')?;
        return Some(Arc::new(Node::List(items, at)));
    }
    if let Some(inside) = rest.strip_prefix('"') {
        let (text, behind) = inside.split_once('"')?;
        *rest = behind;
        return Some(Arc::new(Node::Text(text.to_owned())));
    }
    let end = rest.find(|c: char| c.is_whitespace() || "()".contains(c)).unwrap_or(rest.len());
    let (word, behind) = rest.split_at(end);
    *rest = behind;
    Some(Arc::new(word.parse().map_or_else(|_| Node::Name(word.to_owned(), at), Node::Number)))
}

fn name(rt: &Runtime, node: Option<&Arc<Node>>) -> Result<String> {
    match node.map(|node| &**node) {
        Some(Node::Name(name, _)) => Ok(name.clone()),
        _ => Err(rt.error(&rt.types().syntax_error, "a name is expected")),
    }
}

fn look_up(rt: &mut Runtime, env: &Py<Scope>, name: &str) -> Result {
    let mut at = Some(env.clone());
    while let Some(scope) = at {
        if let Some(value) = scope.read(rt).names.get(name) {
            return Ok(value.clone());
        }
        at = scope.read(rt).outer.clone();
    }
    rt.builtin(name).ok_or_else(|| rt.name_error(format!("name '{name}' is not defined")))
}

/// `(lambda (a b) body..)`, as a function that Python code can call.
fn lambda(rt: &mut Runtime, env: &Py<Scope>, name: &str, line: u32, parts: &[Arc<Node>]) -> Result {
    let Some((Node::List(parameters, _), body)) = parts.split_first().map(|(p, b)| (&**p, b))
    else {
        return Err(rt.error(&rt.types().syntax_error, "parameters are expected"));
    };
    let names: Vec<String> =
        parameters.iter().map(|node| self::name(rt, Some(node))).collect::<Result<_>>()?;
    let signature = format!("({})", names.join(", "));
    let captured = (env.clone(), names, body.to_vec());
    let at = SourceFunction { name, file: FILE, line };
    rt.scripted_function(at, &signature, captured, |rt, (env, names, body), args| {
        let own = scope(rt, Some(env.clone()))?;
        own.write(rt).names.extend(names.iter().cloned().zip(args.iter().cloned()));
        let mut last = singletons::none();
        for expression in body {
            last = eval(rt, &own, expression)?;
        }
        Ok(last)
    })
}

fn eval(rt: &mut Runtime, env: &Py<Scope>, node: &Node) -> Result {
    rt.tick(1)?;
    rt.check_stack(" while evaluating")?;
    let (items, line) = match node {
        Node::Number(number) if number.fract() == 0.0 => return rt.int(*number as i64),
        Node::Number(number) => return rt.float(*number),
        Node::Text(text) => return rt.str(text).map(Gc::into_value),
        Node::Name(name, _) if name == "none" => return Ok(singletons::none()),
        Node::Name(name, line) => {
            rt.set_place(*line);
            return look_up(rt, env, name);
        }
        Node::List(items, line) => (items, *line),
    };
    rt.set_place(line);
    let Some((head, rest)) = items.split_first() else { return Ok(singletons::none()) };
    let word = if let Node::Name(word, _) = &**head { &**word } else { "" };
    match (word, rest) {
        ("define", [target, body @ ..]) => {
            let (name, value) = match &**target {
                Node::List(parts, _) => {
                    let name = name(rt, parts.first())?;
                    let parameters = parts.iter().skip(1).cloned().collect();
                    let mut function = vec![Arc::new(Node::List(parameters, line))];
                    function.extend_from_slice(body);
                    let value = lambda(rt, env, &name, line, &function)?;
                    (name, value)
                }
                _ => (name(rt, Some(target))?, eval(rt, env, &body[0])?),
            };
            env.write(rt).names.insert(name, value.clone());
            Ok(value)
        }
        ("lambda", parts) => lambda(rt, env, "<lambda>", line, parts),
        ("if", [condition, yes, no]) => {
            let condition = eval(rt, env, condition)?;
            let chosen = if condition.bind(rt).is_truthy()? { yes } else { no };
            eval(rt, env, chosen)
        }
        (".", [object, attribute]) => {
            let (object, attribute) = (eval(rt, env, object)?, name(rt, Some(attribute))?);
            rt.getattr(&object, &attribute)
        }
        ("set", [object, attribute, value]) => {
            let (object, attribute) = (eval(rt, env, object)?, name(rt, Some(attribute))?);
            let value = eval(rt, env, value)?;
            rt.setattr(&object, &attribute, &value)?;
            Ok(singletons::none())
        }
        ("class", [target, bases, body @ ..]) => {
            let name = name(rt, Some(target))?;
            let Node::List(bases, _) = &**bases else { return Ok(singletons::none()) };
            let bases: Vec<Value> =
                bases.iter().map(|base| eval(rt, env, base)).collect::<Result<_>>()?;
            let inside = scope(rt, Some(env.clone()))?;
            for member in body {
                eval(rt, &inside, member)?;
            }
            let members = inside.read(rt).names.clone().into_py_object(rt)?;
            let (bases, metaclass) = (rt.tuple(bases.into_iter())?, rt.types().r#type.clone());
            let class = rt.call(&metaclass, (&name, bases, members))?;
            rt.setattr(&class, "__module__", "demo")?;
            env.write(rt).names.insert(name, class.clone());
            Ok(class)
        }
        ("list", items) => {
            let items = items.iter().map(|item| eval(rt, env, item)).collect::<Result<Vec<_>>>()?;
            rt.list(items).map(Gc::into_value)
        }
        ("iterate", [function]) => {
            let (function, mut index) = (eval(rt, env, function)?, -1);
            rt.iterator(move |rt| {
                index += 1;
                let item = rt.call(&function, (index,))?;
                Ok((!item.is_none()).then_some(item))
            })
        }
        ("try", [body, handler]) => match eval(rt, env, body) {
            Err(raise) => {
                // A halt goes on: it is no exception.
                let exception = raise.into_exception()?;
                let handler = eval(rt, env, handler)?;
                rt.call(&handler, (exception,))
            }
            value => value,
        },
        _ => {
            let mut values = Vec::new();
            for item in rest {
                values.push(eval(rt, env, item)?);
            }
            rt.set_place(line);
            match (word, &values[..]) {
                ("+", [a, b]) => rt.add(a, b),
                ("-", [a, b]) => rt.sub(a, b),
                ("*", [a, b]) => rt.mul(a, b),
                ("/", [a, b]) => rt.truediv(a, b),
                ("<", [a, b]) => rt.compare(CompareOp::Lt, a, b),
                _ => {
                    let callee = eval(rt, env, head)?;
                    rt.set_place(line);
                    rt.call(&callee, &values)
                }
            }
        }
    }
}

/// Runs the program and writes what it prints, and how it ends.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let printed = Rc::new(RefCell::new(Vec::new()));
    let host = Console(Rc::clone(&printed));
    let mut rt = Runtime::builder().max_bytes(64 << 20).max_ticks(1_000_000).host(host).build();
    objmodel_builtins::install(&mut rt)?;
    let (mut rest, mut line) = (SOURCE, 1);
    let mut program = Vec::new();
    while let Some(form) = read(&mut rest, &mut line) {
        program.push(form);
    }
    let globals = scope(&mut rt, None)?;
    let at = SourceFunction { name: "<module>", file: FILE, line: 1 };
    let module =
        rt.scripted_function(at, "()", (globals, program), |rt, (globals, program), _| {
            program.iter().try_for_each(|form| eval(rt, globals, form).map(drop))
        })?;
    let outcome = rt.call(&module, ()).detach(&mut rt);
    out.write_all(&printed.borrow())?;
    if let Err(error) = outcome {
        write!(out, "{}", error.traceback())?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}
