//! Random classes, made in a runtime, whose methods log that they were asked.

use std::cell::RefCell;
use std::rc::Rc;

use objmodel_gc::Value;
use objmodel_slots::SpecialId;

use super::graph::{Behaviour, ClassGraph, ClassPlan, Operand};
use crate::arguments::CallArgs;
use crate::errors::script_error::Detach;
use crate::objects::dict::Dict;
use crate::objects::str::StrObject;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;

/// The classes of a graph in a runtime.
pub struct Built {
    classes: Vec<Type>,
    log: Rc<RefCell<Vec<String>>>,
}

/// What an operation came to, in words that compare with a model's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Observed {
    /// A text, which the methods return.
    Text(String),
    /// A truth value.
    Truth(bool),
    /// Something else.
    Other(String),
    /// An exception of this class with this message.
    Raised(String, String),
}

impl ClassGraph {
    /// Makes the classes.
    ///
    /// # Errors
    /// Whatever makes that impossible: the strategy draws only what is possible.
    pub fn build(&self, rt: &mut Runtime) -> Result<Built> {
        let log = Rc::new(RefCell::new(Vec::new()));
        let of_classes = rt.types().r#type.clone();
        let mut metaclasses: Vec<Type> = Vec::new();
        for (number, plan) in self.metaclasses.iter().enumerate() {
            let name = format!("M{number}");
            let mut bases = bases(plan, &metaclasses);
            if bases.is_empty() {
                bases.push(Value::clone(&of_classes));
            }
            let made = class(rt, &log, &name, plan, &bases, &of_classes)?;
            metaclasses.push(made);
        }
        let mut classes: Vec<Type> = Vec::new();
        for (number, plan) in self.classes.iter().enumerate() {
            let name = format!("C{number}");
            let metaclass = plan.metaclass.map_or(&of_classes, |number| &metaclasses[number]);
            let made = class(rt, &log, &name, plan, &bases(plan, &classes), metaclass)?;
            classes.push(made);
        }
        Ok(Built { classes, log })
    }
}

fn bases(plan: &ClassPlan, made: &[Type]) -> Vec<Value> {
    plan.bases.iter().map(|base| Value::clone(&made[*base])).collect()
}

fn class(
    rt: &mut Runtime,
    log: &Rc<RefCell<Vec<String>>>,
    name: &str,
    plan: &ClassPlan,
    bases: &[Value],
    metaclass: &Type,
) -> Result<Type> {
    let namespace = rt.dict()?;
    for (special, behaviour) in &plan.methods {
        method(rt, log, name, &namespace, *special, *behaviour)?;
    }
    if plan.slots {
        let (key, slots) = (rt.intern("__slots__")?, rt.tuple([].into_iter())?);
        rt.dict_set_name(&namespace, &key, slots.into_value())?;
    }
    let name = rt.intern(name)?;
    rt.new_type(metaclass, &name, bases, &namespace, CallArgs::NONE)
}

fn method(
    rt: &mut Runtime,
    log: &Rc<RefCell<Vec<String>>>,
    class: &str,
    namespace: &Dict,
    special: SpecialId,
    behaviour: Behaviour,
) -> Result<()> {
    let key = rt.intern(special.name())?;
    let (log, own) = (log.clone(), format!("{class}.{}", special.name()));
    let function = match behaviour {
        Behaviour::IsNone => singletons::none(),
        _ => rt.function(special.name(), "(*args)", move |rt, _| {
            log.borrow_mut().push(own.clone());
            match behaviour {
                Behaviour::Answers => Ok(rt.str(&own)?.into_value()),
                Behaviour::Raises => Err(rt.value_error(own.clone())),
                _ => Ok(singletons::not_implemented()),
            }
        })?,
    };
    rt.dict_set_name(namespace, &key, function)
}

impl Built {
    /// An operand.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn operand(&self, rt: &mut Runtime, operand: Operand) -> Result {
        match operand {
            Operand::Instance(class) => rt.new_instance(&self.classes[class]),
            Operand::Class(class) => Ok(Value::clone(&self.classes[class])),
        }
    }

    /// Runs an operation: what came of it, and which methods were asked, `None` in place of a
    /// method excepted.
    pub fn observe(
        &self,
        rt: &mut Runtime,
        operation: impl FnOnce(&mut Runtime) -> Result,
    ) -> (Observed, Vec<String>) {
        self.log.borrow_mut().clear();
        let outcome = match operation(rt).detach(rt) {
            Err(error) => {
                Observed::Raised(error.class_name().to_owned(), error.message().to_owned())
            }
            Ok(value) => match (singletons::as_bool(&value), value.get::<StrObject>(rt)) {
                (Some(truth), _) => Observed::Truth(truth),
                (None, Some(text)) => Observed::Text(text.as_str().into_owned()),
                (None, None) => Observed::Other(rt.brief(value.as_ref())),
            },
        };
        (outcome, self.log.take())
    }
}
