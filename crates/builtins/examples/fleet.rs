//! Shows a configuration language: services are native objects that tell their watchers, rules are
//! comparisons of their attributes, actions are closures, and some actions wait as coroutines.

use std::error::Error;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use std::task::{Poll, Waker};

use objmodel::prelude::*;

const CONFIGURATION: &str = "
service web  replicas=2 load=0.9
service db   replicas=1 load=0.2
service jobs replicas=3 load=0.05
when web.load > 0.8    do scale 2
when jobs.load < 0.1   do drain
when jobs.replicas > 9 do scale -9
when db.load > 'high'  do scale 1
when db.owner == 'ada' do scale 1
when db.replicas == 1  do scale -2
";

/// One service of the fleet.
#[pyclass(module = "fleet")]
struct Service {
    #[pyo3(get)]
    name: String,
    #[pyo3(get)]
    replicas: i64,
    #[pyo3(get, set)]
    load: f64,
    watchers: Vec<Value>,
}

#[pymethods]
impl Service {
    #[new]
    #[pyo3(signature = (name, *, replicas = 1, load = 0.0))]
    fn new(name: String, replicas: i64, load: f64) -> Service {
        Service { name, replicas, load, watchers: Vec::new() }
    }

    fn watch(&mut self, watcher: Value) {
        self.watchers.push(watcher);
    }

    /// Watchers run Python code, so nothing is borrowed while they are called.
    fn scale(slf: &Bound<'_, Self>, rt: &mut Runtime, by: i64) -> Result<i64> {
        let own = slf.write(rt);
        let (replicas, watchers) = (own.replicas + by, own.watchers.clone());
        if replicas < 0 {
            return Err(rt.value_error(format!("{replicas} replicas")));
        }
        slf.write(rt).replicas = replicas;
        for watcher in &watchers {
            rt.call(watcher, (slf, replicas))?;
        }
        Ok(replicas)
    }

    fn __repr__(&self) -> String {
        format!("<{} x{}>", self.name, self.replicas)
    }
}

/// `when NAME.ATTRIBUTE OPERATOR LITERAL do ACTION [ARGUMENT]`
struct Rule {
    text: String,
    service: Value,
    attribute: String,
    op: CompareOp,
    literal: Value,
    action: Value,
    arguments: Vec<Value>,
}

impl Rule {
    fn read(rt: &mut Runtime, line: &str, services: &Value, actions: &Value) -> Result<Rule> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let ["when", subject, operator, literal, "do", action, arguments @ ..] = &words[..] else {
            return Err(rt.value_error(format!("no rule: {line}")));
        };
        let Some((name, attribute)) = subject.split_once('.') else {
            return Err(rt.value_error(format!("no attribute: {subject}")));
        };
        let op = match *operator {
            "<" => CompareOp::Lt,
            ">" => CompareOp::Gt,
            "==" => CompareOp::Eq,
            other => return Err(rt.value_error(format!("no comparison: {other}"))),
        };
        Ok(Rule {
            text: line.to_owned(),
            service: rt.get_item(services, name.to_string())?,
            attribute: attribute.to_owned(),
            op,
            literal: read_literal(rt, literal)?,
            action: rt.get_item(actions, action.to_string())?,
            arguments: arguments
                .iter()
                .map(|word| read_literal(rt, word))
                .collect::<Result<_>>()?,
        })
    }

    /// What the action answers, if the condition holds.
    fn apply(&self, rt: &mut Runtime) -> Result<Option<Value>> {
        let value = rt.getattr(&self.service, &*self.attribute)?;
        let holds = rt.compare(self.op, &value, &self.literal)?;
        if !rt.is_true(holds.as_ref())? {
            return Ok(None);
        }
        let mut arguments = vec![self.service.clone()];
        arguments.extend(self.arguments.iter().cloned());
        rt.call(&self.action, arguments).map(Some)
    }
}

fn read_literal(rt: &mut Runtime, word: &str) -> Result<Value> {
    match (word.parse::<i64>(), word.parse::<f64>()) {
        (Ok(n), _) => rt.int(n),
        (_, Ok(x)) => rt.float(x),
        _ => Ok(rt.str(word.trim_matches('\''))?.into_value()),
    }
}

/// `service NAME FIELD=NUMBER...`
fn read_service(rt: &mut Runtime, line: &str, services: &Value, watcher: &Value) -> Result<()> {
    let mut words = line.split_whitespace().skip(1);
    let name = words.next().unwrap_or_default();
    let mut fields = Vec::new();
    for word in words {
        let Some((field, number)) = word.split_once('=') else {
            return Err(rt.value_error(format!("no field: {word}")));
        };
        fields.push((field, read_literal(rt, number)?));
    }
    let class = rt.get_type::<Service>()?;
    let service = rt.call_kwargs(&class, (name,), fields)?;
    rt.call_method(&service, "watch", (watcher,))?;
    rt.set_item(services, name, &service)
}

/// The moment at which requests have ended, which something outside tells.
#[derive(Default)]
struct Idle {
    reached: bool,
    waker: Option<Waker>,
}

/// The actions by their names.
fn actions(rt: &mut Runtime, idle: &Arc<Mutex<Idle>>) -> Result<Value> {
    let actions = rt.dict()?.into_value();
    let scale = rt.function("scale", "(service, by)", |rt, args| {
        let (service, by): (Value, i64) = args.extract(rt)?;
        rt.call_method(&service, "scale", (by,))
    })?;
    rt.set_item(&actions, "scale", &scale)?;
    let idle = idle.clone();
    let drain = rt.function("drain", "(service)", move |rt, args| {
        let (service,): (Py<Service>,) = args.extract(rt)?;
        let (name, idle) = (service.read(rt).name.clone(), idle.clone());
        rt.future("drain", async move {
            std::future::poll_fn(|context| {
                let mut idle = idle.lock().expect("nobody panics while it is locked");
                idle.waker = Some(context.waker().clone());
                if idle.reached { Poll::Ready(()) } else { Poll::Pending }
            })
            .await;
            format!("{name} is drained")
        })
    })?;
    rt.set_item(&actions, "drain", &drain)?;
    Ok(actions)
}

/// Reads the configuration, applies each rule once, and waits for the actions that take their time.
pub fn run(out: &mut dyn Write) -> Result<(), Box<dyn Error>> {
    let mut rt = Runtime::builder().max_bytes(64 << 20).build();
    let report = fleet(&mut rt, CONFIGURATION);
    for line in report.detach(&mut rt)? {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn fleet(rt: &mut Runtime, configuration: &str) -> Result<Vec<String>> {
    objmodel_builtins::install(rt)?;
    let report = Rc::new(std::cell::RefCell::new(Vec::new()));
    let changes = report.clone();
    let watcher = rt.function("watcher", "(service, replicas)", move |rt, args| {
        let (service, replicas): (Value, i64) = args.extract(rt)?;
        let service = rt.repr_text(&service)?;
        changes.borrow_mut().push(format!("    {service} has {replicas} now"));
        Ok(())
    })?;
    let idle = Arc::default();
    let (services, actions) = (rt.dict()?.into_value(), actions(rt, &idle)?);
    let mut waiting = Vec::new();
    for line in configuration.lines().filter(|line| !line.trim().is_empty()) {
        if line.starts_with("service") {
            read_service(rt, line, &services, &watcher)?;
            continue;
        }
        let rule = Rule::read(rt, line, &services, &actions)?;
        let limits = Limits { ticks: Some(10_000), ..Limits::default() };
        let outcome = rt.with_limits(limits, |rt| rule.apply(rt));
        let outcome = match outcome.detach(rt) {
            Ok(None) => "no".to_owned(),
            Ok(Some(answer)) if rt.type_of(answer.as_ref()).read(rt).name() == "coroutine" => {
                waiting.push(answer);
                "waits".to_owned()
            }
            Ok(Some(answer)) => rt.repr_text(&answer)?,
            Err(error) => error.to_string(),
        };
        report.borrow_mut().push(format!("{}: {outcome}", rule.text));
    }
    let other = idle.clone();
    let requests = std::thread::spawn(move || {
        let mut idle: std::sync::MutexGuard<'_, Idle> =
            other.lock().expect("nobody panics while it is locked");
        idle.reached = true;
        if let Some(waker) = idle.waker.take() {
            waker.wake();
        }
    });
    for answer in rt.run_coroutines(waiting)? {
        let text = answer?.extract::<String>(rt)?;
        report.borrow_mut().push(text);
    }
    drop(requests.join());
    report.borrow_mut().push(rt.repr_text(&services)?);
    Ok(report.take())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout().lock())
}
