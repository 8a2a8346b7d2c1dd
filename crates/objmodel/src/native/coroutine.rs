//! Coroutines under a Rust executor: a Rust future that scripts await, and coroutines that Rust drives.
//!
//! A coroutine is polled like a future: it runs until it awaits a future that is not ready, and the
//! future's waker says when to go on. [`Runtime::poll_coroutine`] fits into any executor;
//! [`Runtime::run_coroutine`] and [`Runtime::run_coroutines`] are executors of their own.

use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

use objmodel_gc::{Gc, Value};
use objmodel_slots::Signature;

use super::generator::{Body, NotCalled, Plain};
use super::into_object::IntoPyObject;
use crate::host::{Resume, Sent};
use crate::objects::code::flags;
use crate::objects::generator::GeneratorKind;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::singletons;

/// How long an executor sleeps before it looks at the deadline and the flags again.
const LONGEST_SLEEP: Duration = Duration::from_millis(20);

/// Who polls at present.
struct Polling {
    /// Whom a future that is not ready has to wake.
    waker: Waker,
    /// Whether one has been told.
    waits: bool,
}

impl Runtime {
    /// A Rust future as a coroutine, which a script awaits once.
    ///
    /// The future owns what it captures: a value in it counts as referenced from outside. It is
    /// dropped when it has ended, or with the coroutine.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// objmodel_builtins::install(&mut rt)?;
    /// let answer = rt.future("answer", async { 42 })?;
    /// assert_eq!(rt.run_coroutine(&answer)?.as_small_int(), Some(42));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`. Awaiting it without an executor below raises `RuntimeError`.
    pub fn future<R: IntoPyObject + 'static>(
        &mut self,
        name: &str,
        future: impl Future<Output = R> + 'static,
    ) -> Result<Value> {
        let mut future: Option<Pin<Box<dyn Future<Output = R>>>> = Some(Box::pin(future));
        let resume = move |rt: &mut Runtime, (): &mut (), how: Resume| {
            if let Resume::Throw(exception) = how {
                future = None;
                return Err(Raise::exception(exception));
            }
            let Some(waker) = rt.data::<Polling>().map(|polling| polling.waker.clone()) else {
                return Err(rt.runtime_error("a future is awaited, but nothing polls"));
            };
            let Some(running) = &mut future else {
                return Err(rt.runtime_error("a future that has ended is awaited"));
            };
            match running.as_mut().poll(&mut Context::from_waker(&waker)) {
                Poll::Ready(result) => {
                    future = None;
                    Ok(Sent::Returned(rt.admit(result)?))
                }
                Poll::Pending => {
                    if let Some(polling) = rt.data_mut::<Polling>() {
                        polling.waits = true;
                    }
                    Ok(Sent::Yielded(singletons::none()))
                }
            }
        };
        let code = self.plain_code(
            Plain { name, file: "<rust>", line: 0, flags: flags::COROUTINE },
            Signature::default(),
            Box::new(NotCalled),
        )?;
        let name = code.frozen().name.clone();
        let body = Box::new(Body { state: (), resume });
        let coroutine =
            self.new_generator(GeneratorKind::Coroutine, body, name.clone(), name, code)?;
        Ok(Gc::into_value(coroutine))
    }

    /// Runs a coroutine until it ends or awaits a [future](Runtime::future) that is not ready, which
    /// then wakes the context's waker. A script's own awaitable that yields lets others run: the
    /// waker is woken at once.
    ///
    /// # Errors
    /// What the coroutine raises; `TypeError` if it is neither a coroutine nor an iterator, such as
    /// [`Runtime::get_awaitable`] gives of any awaitable object.
    pub fn poll_coroutine(&mut self, coroutine: &Value, context: &mut Context<'_>) -> Poll<Result> {
        if let Err(raise) = self.check_own(coroutine) {
            return Poll::Ready(Err(raise));
        }
        let polling = Polling { waker: context.waker().clone(), waits: false };
        let outer = self.set_data(polling);
        let poll = |rt: &mut Runtime| {
            let sent = rt.send_into(coroutine.as_ref(), singletons::none().as_ref());
            (sent, rt.data::<Polling>().is_some_and(|polling| polling.waits))
        };
        let (sent, waits) = self.finally(poll, |rt| match outer {
            Some(outer) => drop(rt.set_data(*outer)),
            None => drop(rt.remove_data::<Polling>()),
        });
        match sent {
            Ok(Sent::Returned(value)) => Poll::Ready(Ok(value)),
            Ok(Sent::Yielded(_)) => {
                if !waits {
                    context.waker().wake_by_ref();
                }
                Poll::Pending
            }
            Err(raise) => Poll::Ready(Err(raise)),
        }
    }

    /// Runs a coroutine to its end on this thread, which sleeps while the coroutine waits.
    ///
    /// # Errors
    /// What it raises; [`Halt`](crate::Halt) at a limit, also while it waits.
    pub fn run_coroutine(&mut self, coroutine: &Value) -> Result {
        let mut ended = self.run_coroutines([coroutine.clone()])?;
        match ended.pop() {
            Some(outcome) => outcome,
            None => Err(self.system_error("a coroutine that ran has no outcome")),
        }
    }

    /// Runs coroutines to their ends on this thread, side by side: while one waits, others run. What
    /// each returned or raised comes in the order in which they were given. A turn costs nothing for
    /// those that wait.
    ///
    /// # Errors
    /// `TypeError` if one cannot be awaited, before any of them runs; [`Halt`](crate::Halt) at a limit:
    /// the others are then left where they are.
    pub fn run_coroutines(
        &mut self,
        coroutines: impl IntoIterator<Item = Value>,
    ) -> Result<Vec<Result>> {
        let queue = Arc::new(Queue { ready: Mutex::default(), runner: thread::current() });
        let mut tasks: Vec<Task> = Vec::new();
        for (number, coroutine) in coroutines.into_iter().enumerate() {
            self.check_own(&coroutine)?;
            // An object's `__await__` is called once, however often its iterator is polled.
            let coroutine = self.get_awaitable(coroutine.as_ref())?;
            queue.push(number);
            let waker = Waker::from(Arc::new(TaskWaker { queue: queue.clone(), number }));
            tasks.push(Task { coroutine, waker, outcome: None });
        }
        let mut left = tasks.len();
        while left > 0 {
            let Some(number) = queue.pop() else {
                self.look_at_limits()?;
                thread::park_timeout(LONGEST_SLEEP);
                continue;
            };
            self.tick(1)?;
            let Some(task) = tasks.get_mut(number).filter(|task| task.outcome.is_none()) else {
                continue;
            };
            let mut context = Context::from_waker(&task.waker);
            if let Poll::Ready(outcome) = self.poll_coroutine(&task.coroutine, &mut context) {
                if let Err(raise) = &outcome
                    && raise.halt().is_some()
                {
                    return Err(raise.clone());
                }
                task.outcome = Some(outcome);
                left -= 1;
            }
        }
        Ok(tasks.into_iter().filter_map(|task| task.outcome).collect())
    }
}

/// A coroutine under way.
struct Task {
    coroutine: Value,
    waker: Waker,
    outcome: Option<Result>,
}

/// The numbers of the tasks that can go on.
struct Queue {
    ready: Mutex<VecDeque<usize>>,
    runner: Thread,
}

impl Queue {
    fn push(&self, number: usize) {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).push_back(number);
    }

    fn pop(&self) -> Option<usize> {
        self.ready.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}

/// Puts a task back into the queue, from whichever thread its future is woken.
struct TaskWaker {
    queue: Arc<Queue>,
    number: usize,
}

impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.queue.push(self.number);
        self.queue.runner.unpark();
    }
}
