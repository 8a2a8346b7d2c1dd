//! Explanations: what an operation tried, in which order, and what came of it.
//!
//! [`Runtime::explain`] runs operations by the letter of their rules and writes down each step. The
//! operations that are not explained know nothing of this and pay nothing; making a class, which is
//! long, looks whether somebody wants to know.

mod attribute;
mod container;
mod linearization;
mod operator;
mod show;

use std::fmt;

use objmodel_gc::Value;

use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;

/// What was tried, step by step.
///
/// Shown, it has a line for each step; what happened inside a step is indented below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    steps: Vec<Step>,
    left_out: usize,
}

/// One thing that was done or found.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Step {
    /// Inside how many other steps it happened.
    pub depth: usize,
    /// What it is, in words.
    pub text: String,
    /// The method that was asked, if one was: `B.__radd__`, where `B` is the class that defines it.
    pub method: Option<String>,
    /// What came of it; `None` for a remark, which tells why the next steps are what they are.
    pub outcome: Option<Outcome>,
}

/// What came of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is under way.
    Open,
    /// It is done, and there is no value.
    Done,
    /// A value.
    Answer(String),
    /// `NotImplemented`: others are asked.
    NotImplemented,
    /// An exception, by its class and message, or a halt.
    Raised(String),
}

impl Explanation {
    /// The steps in their order; what happened inside one follows it, with more depth.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The methods that were asked, in their order, those inside others too.
    pub fn methods(&self) -> impl Iterator<Item = &str> {
        self.steps.iter().filter_map(|step| step.method.as_deref())
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            write!(f, "{:indent$}{}", "", step.text, indent = 2 * step.depth)?;
            match &step.outcome {
                None | Some(Outcome::Done) => writeln!(f)?,
                Some(Outcome::Open) => writeln!(f, " ...")?,
                Some(Outcome::Answer(value)) => writeln!(f, " -> {value}")?,
                Some(Outcome::NotImplemented) => writeln!(f, " -> NotImplemented")?,
                Some(Outcome::Raised(error)) => writeln!(f, " raises {error}")?,
            }
        }
        match self.left_out {
            0 => Ok(()),
            more => writeln!(f, "({more} more steps)"),
        }
    }
}

/// What a step may come to.
pub trait StepResult {
    /// How an explanation tells of it.
    fn outcome(&self, rt: &Runtime) -> Outcome;
}

impl StepResult for Value {
    fn outcome(&self, rt: &Runtime) -> Outcome {
        match singletons::is_not_implemented(self) {
            true => Outcome::NotImplemented,
            false => Outcome::Answer(rt.brief(self.as_ref())),
        }
    }
}

impl StepResult for Type {
    fn outcome(&self, rt: &Runtime) -> Outcome {
        Outcome::Answer(rt.brief(self.as_ref()))
    }
}

impl StepResult for bool {
    fn outcome(&self, _: &Runtime) -> Outcome {
        Outcome::Answer(if *self { "True" } else { "False" }.to_owned())
    }
}

impl StepResult for () {
    fn outcome(&self, _: &Runtime) -> Outcome {
        Outcome::Done
    }
}

/// Who gets an explanation when an outermost operation has ended.
pub type Listener = fn(&mut Runtime, &Explanation);

/// What is being written down.
#[derive(Default)]
pub(crate) struct Journal {
    explanation: Explanation,
    depth: usize,
    listener: Option<Listener>,
}

/// Most steps that are kept of one outermost operation.
const MAX_STEPS: usize = 2000;

/// A runtime whose operators and attribute accesses are explained; anything else is done as always.
///
/// Operations are run by the letter of the data model: slower than [`Runtime`]'s own, with the same
/// answers.
pub struct Explained<'rt> {
    rt: &'rt mut Runtime,
}

impl std::ops::Deref for Explained<'_> {
    type Target = Runtime;

    fn deref(&self) -> &Runtime {
        self.rt
    }
}

impl std::ops::DerefMut for Explained<'_> {
    fn deref_mut(&mut self) -> &mut Runtime {
        self.rt
    }
}

impl Runtime {
    /// Runs operations and writes down what they try.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let (sum, explanation) = rt.explain(|rt| rt.binary(BinaryOp::Add, 1, 2.5));
    /// assert_eq!(sum?.extract::<f64>(&mut rt)?, 3.5);
    /// let methods: Vec<&str> = explanation.methods().collect();
    /// assert_eq!(methods, ["int.__add__", "float.__radd__"]);
    /// # Ok::<(), Raise>(())
    /// ```
    pub fn explain<T>(
        &mut self,
        operations: impl FnOnce(&mut Explained<'_>) -> T,
    ) -> (T, Explanation) {
        let outer = self.journal.replace(Box::default());
        let answer = operations(&mut Explained { rt: self });
        let journal = std::mem::replace(&mut self.journal, outer);
        (answer, journal.map(|journal| journal.explanation).unwrap_or_default())
    }

    /// Explains from here on, and tells the listener of each outermost operation when it has ended. For
    /// evaluators, which ask [`Runtime::explained`] for their operations then.
    pub fn explain_to(&mut self, listener: Listener) {
        self.journal = Some(Box::new(Journal { listener: Some(listener), ..Journal::default() }));
    }

    /// The runtime with operations that are explained, if [`Runtime::explain_to`] or
    /// [`Runtime::explain`] wants them; else they are only slower.
    pub fn explained(&mut self) -> Explained<'_> {
        Explained { rt: self }
    }

    /// Does something that is a step of an explanation if one is wanted.
    ///
    /// # Errors
    /// What it raises.
    #[inline]
    pub fn as_step<T: StepResult>(
        &mut self,
        text: impl FnOnce(&Runtime) -> String,
        work: impl FnOnce(&mut Runtime) -> Result<T>,
    ) -> Result<T> {
        if self.journal.is_none() {
            return work(self);
        }
        let text = text(self);
        match self.journal.as_ref().is_some_and(|journal| journal.depth == 0) {
            true => self.operation(text, work),
            false => self.step(text, None, work),
        }
    }

    /// Adds a remark to an explanation if one is wanted.
    #[inline]
    pub fn remark(&mut self, text: impl FnOnce(&Runtime) -> String) {
        if self.journal.is_some() {
            let text = text(self);
            self.write_down(text, None, None);
        }
    }

    /// Does what is one step.
    fn step<T: StepResult>(
        &mut self,
        text: String,
        method: Option<String>,
        work: impl FnOnce(&mut Runtime) -> Result<T>,
    ) -> Result<T> {
        let number = self.begin_step(text, method);
        let answer = work(self);
        let outcome = match &answer {
            Ok(value) => value.outcome(self),
            Err(raise) => Outcome::Raised(self.brief_raise(raise)),
        };
        self.end_step(number, outcome);
        answer
    }

    /// Begins a step; its number, if it is kept.
    fn begin_step(&mut self, text: String, method: Option<String>) -> Option<usize> {
        let number = self.write_down(text, method, Some(Outcome::Open));
        if let Some(journal) = &mut self.journal {
            journal.depth += 1;
        }
        number
    }

    fn end_step(&mut self, number: Option<usize>, outcome: Outcome) {
        let Some(journal) = &mut self.journal else { return };
        if let Some(step) = number.and_then(|number| journal.explanation.steps.get_mut(number)) {
            step.outcome = Some(outcome);
        }
        journal.depth = journal.depth.saturating_sub(1);
        if journal.depth == 0
            && let Some(listener) = journal.listener
        {
            let explanation = std::mem::take(&mut journal.explanation);
            listener(self, &explanation);
        }
    }

    fn write_down(
        &mut self,
        text: String,
        method: Option<String>,
        outcome: Option<Outcome>,
    ) -> Option<usize> {
        let Journal { explanation, depth, .. } = &mut **self.journal.as_mut()?;
        let number = explanation.steps.len();
        if number == MAX_STEPS {
            explanation.left_out += 1;
            return None;
        }
        explanation.steps.push(Step { depth: *depth, text, method, outcome });
        Some(number)
    }

    /// An operation as a whole: a step that says where the code stands.
    fn operation<T: StepResult>(
        &mut self,
        text: String,
        work: impl FnOnce(&mut Runtime) -> Result<T>,
    ) -> Result<T> {
        let text = match self.brief_place() {
            Some(place) => format!("{place}: {text}"),
            None => text,
        };
        self.step(text, None, work)
    }

    /// What was raised, for an explanation.
    fn brief_raise(&self, raise: &Raise) -> String {
        match raise.as_exception() {
            Some(exception) => self.brief_exception(exception),
            None => raise.halt().map_or_else(String::new, |halt| halt.to_string()),
        }
    }
}
