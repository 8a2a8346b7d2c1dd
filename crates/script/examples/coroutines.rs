//! Shows a server of 1,000 coroutines on one thread: handlers are `async def` in Python, what they
//! await are Rust futures that another thread answers, out of order.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::error::Error;
use std::future::Future;
use std::io::{self, Write};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::task::{Context, Poll, Waker};
use std::thread;

use objmodel::prelude::*;
use objmodel_script::evaluate::{Console, Interpreter};

const HANDLERS: &str = "
async def price(item):
    return await lookup(item) * 2

async def handle(number):
    first = await price(number % 10)
    second = await price(number % 7)
    if number % 250 == 249:
        raise ValueError(f'order {number} is refused')
    return first + second
";

/// A question to the thread that knows the answers, and where the answer goes.
struct Question {
    item: i64,
    answer: Arc<Mutex<Answer>>,
}

#[derive(Default)]
struct Answer {
    value: Option<i64>,
    waker: Option<Waker>,
}

/// The answer to come.
struct Lookup(Arc<Mutex<Answer>>);

impl Future for Lookup {
    type Output = i64;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<i64> {
        let mut answer = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match answer.value {
            Some(value) => Poll::Ready(value),
            None => {
                answer.waker = Some(context.waker().clone());
                Poll::Pending
            }
        }
    }
}

/// Answers questions in batches, the last one first.
fn answer_all(questions: &mpsc::Receiver<Question>) {
    while let Ok(first) = questions.recv() {
        let mut batch = vec![first];
        batch.extend(questions.try_iter().take(99));
        for question in batch.into_iter().rev() {
            let mut answer = question.answer.lock().unwrap_or_else(PoisonError::into_inner);
            answer.value = Some(100 + question.item);
            if let Some(waker) = answer.waker.take() {
                waker.wake();
            }
        }
    }
}

/// Serves so many requests, and tells what became of them.
pub fn run(out: &mut dyn Write, requests: i64) -> Result<(), Box<dyn Error>> {
    let (sender, receiver) = mpsc::channel();
    let store = thread::spawn(move || answer_all(&receiver));
    {
        let rt = Runtime::builder().host(Console::standard()).max_bytes(64 << 20).build();
        let mut interpreter = Interpreter::new(rt).map_err(|failure| format!("{failure:?}"))?;
        let asked = Rc::new(RefCell::new(0));
        let rt = interpreter.runtime();
        let counter = asked.clone();
        let lookup = rt.function("lookup", "(item)", move |rt, args| {
            let item = args.at(0).extract::<i64>(rt)?;
            *counter.borrow_mut() += 1;
            let answer = Arc::new(Mutex::new(Answer::default()));
            // A store that is gone never answers; then a limit ends the run.
            let _ = sender.send(Question { item, answer: answer.clone() });
            rt.future("lookup", Lookup(answer))
        })?;
        let builtins = rt.builtins().clone();
        rt.set_item(&builtins, "lookup", &lookup)?;
        let ran = interpreter.run("<handlers>", HANDLERS.as_bytes());
        ran.map_err(|failure| format!("{failure:?}"))?;
        let main = interpreter.main_namespace().ok_or("the handlers are a program")?;

        let rt = interpreter.runtime();
        let handle = rt.get_item(&main, "handle")?;
        let coroutines = (0..requests).map(|number| rt.call(&handle, (number,)));
        let coroutines = coroutines.collect::<Result<Vec<_>, _>>()?;
        let outcomes = rt.run_coroutines(coroutines)?;

        let mut totals: BTreeMap<i64, usize> = BTreeMap::new();
        for outcome in outcomes {
            match outcome {
                Ok(total) => *totals.entry(total.extract::<i64>(rt)?).or_default() += 1,
                Err(raise) => writeln!(out, "{}", raise.detach(rt))?,
            }
        }
        let (served, sum) = totals.iter().fold((0, 0), |(served, sum), (total, count)| {
            (served + count, sum + total * (*count as i64))
        });
        writeln!(out, "{served} served, {} questions, {sum} in all", asked.borrow())?;
    }
    // With the runtime the last sender is gone.
    store.join().map_err(|_| "the store panicked")?;
    Ok(())
}

fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout(), 1000)
}
