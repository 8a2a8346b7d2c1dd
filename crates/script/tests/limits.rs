//! No script aborts, overflows or hangs the host: limits end in exceptions or in a halt, on a thread
//! with a small stack too.

use std::sync::{Arc, Mutex};

use objmodel::{Halt, Runtime};
use objmodel_script::evaluate::{Console, Failure, Interpreter};

/// The stack of the thread that scripts run on here.
const STACK: usize = 256 << 10;
/// What of it they may use.
const MAX_STACK: usize = 144 << 10;
const MAX_BYTES: usize = 64 << 20;

#[derive(Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic while writing").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What a script prints, and how it ends, on a thread of 256 KiB under a limit of 64 MiB.
fn run(text: &'static str, ticks: Option<u64>) -> (String, Result<(), Failure>) {
    let work = move || {
        let output = Output::default();
        let console = Console::new(Box::new(output.clone()), Box::new(output.clone()));
        let rt = Runtime::builder().host(console).max_stack(MAX_STACK).max_bytes(MAX_BYTES).build();
        let mut interpreter = Interpreter::new(rt).expect("64 MiB hold the built-in types");
        interpreter.runtime().set_max_ticks(ticks);
        let outcome = interpreter.run("<test>", text.as_bytes());
        interpreter.runtime().set_max_ticks(None);
        interpreter.finish();
        drop(interpreter);
        let text = output.0.lock().expect("no panic while writing").clone();
        (String::from_utf8(text).expect("UTF-8"), outcome)
    };
    std::thread::Builder::new()
        .stack_size(STACK)
        .spawn(work)
        .expect("a thread")
        .join()
        .expect("the script does not take the host down")
}

/// The script ends by itself and prints this.
fn prints(text: &'static str, expected: &str) {
    let (printed, outcome) = run(text, None);
    assert!(outcome.is_ok(), "{text}\n{printed}\n{outcome:?}");
    assert_eq!(printed, expected, "{text}");
}

#[test]
fn a_list_nested_a_million_deep_is_built_and_dropped() {
    prints(
        "x = []\nfor i in range(1000000):\n    x = [x]\nprint('built')\ndel x\nprint('dropped')\n",
        "built\ndropped\n",
    );
}

#[test]
fn deep_nestings_are_recursion_errors() {
    prints(
        "
def deep(make, n=100000):
    x = make(())
    for i in range(n):
        x = make((x,))
    return x

class Node:
    def __init__(self, items):
        self.items = items
    def __eq__(self, other):
        return self.items == other.items
    def __hash__(self):
        return hash(self.items)
    def __repr__(self):
        return repr(self.items)

for make in (list, tuple, Node, lambda items: {0: items}):
    a, b = deep(make), deep(make)
    for name, work in (('repr', lambda: repr(a)), ('==', lambda: a == b), ('hash', lambda: hash(a))):
        try:
            work()
            print(name, 'done')
        except (RecursionError, TypeError) as e:
            print(name, type(e).__name__)
    del a, b
",
        "repr RecursionError\n== RecursionError\nhash TypeError\n\
         repr RecursionError\n== RecursionError\nhash RecursionError\n\
         repr RecursionError\n== RecursionError\nhash RecursionError\n\
         repr RecursionError\n== RecursionError\nhash TypeError\n",
    );
}

#[test]
fn unbounded_recursion_is_an_error() {
    prints(
        "
def f():
    return f()
def g():
    yield from g()
class C:
    def __getattr__(self, name):
        return getattr(self, name)
    def __call__(self):
        return self()
    def __add__(self, other):
        return self + other
    def __repr__(self):
        return repr(self)
    def __eq__(self, other):
        return other == self
c = C()
for work in (f, lambda: list(g()), lambda: c.x, c, lambda: c + c, lambda: repr(c), lambda: c == c):
    try:
        work()
        print('no error')
    except RecursionError as e:
        print('RecursionError')
C.__call__ = C()
try:
    c()
except RecursionError as e:
    print('RecursionError')
",
        &"RecursionError\n".repeat(8),
    );
}

#[test]
fn huge_results_are_memory_or_overflow_errors() {
    prints(
        "
works = (
    lambda: 'x' * 10**12,
    lambda: [0] * 10**12,
    lambda: (0,) * 10**12,
    lambda: b'x' * 10**12,
    lambda: bytearray(10**12),
    lambda: 1 << 10**12,
    lambda: 10**10**10,
    lambda: '%1000000000000d' % 1,
    lambda: '%.2000000000f' % 1,
    lambda: '{:1000000000000}'.format(1),
    lambda: f'{1:1000000000000}',
    lambda: 'x'.ljust(10**12),
    lambda: 'x'.zfill(10**12),
    lambda: 'a\\tb'.expandtabs(10**12),
    lambda: list(range(10**12)),
    lambda: set(range(10**12)),
    lambda: {i: i for i in range(10**12)},
    lambda: 'ab'.replace('a', 'x' * 10**7).replace('x', 'yyyyyyyyyy'),
    lambda: ','.join(['x' * 10**6] * 1000),
    lambda: (1).to_bytes(10**12, 'big'),
    lambda: [[0] * 1000 for _ in range(10**9)],
    lambda: [i for i in range(10**9)],
    lambda: [[] for _ in range(10**9)],
)
for work in works:
    try:
        work()
        print('no error', works.index(work))
    except (MemoryError, OverflowError):
        pass
print('still alive', sum(range(1000)))
",
        "still alive 499500\n",
    );
}

#[test]
fn work_without_end_stops_at_the_tick_limit() {
    for text in [
        "while True: pass",
        "max(range(10**12))",
        "sum(range(10**12))",
        "x = iter(int, 1)\nlist(1 for _ in x if False)",
        "10**12 in iter(range(10**12))",
        "import math\nmath.gcd(3 ** 10**6, 7 ** 10**6)",
        "def f():\n    while True:\n        try:\n            f()\n        except RecursionError:\n            pass\nf()",
        "all(True for _ in iter(int, 1))",
        "for _ in map(str, iter(int, 1)): pass",
        "while True:\n    try:\n        raise ValueError\n    except BaseException:\n        pass",
        "while True:\n    try:\n        pass\n    finally:\n        continue",
        "[].extend(iter(int, 1))",
        "dict(zip(iter(int, 1), iter(int, 1)))",
    ] {
        let (_, outcome) = run(text, Some(2_000_000));
        let stopped = matches!(outcome, Err(Failure::Halt(Halt::Ticks)));
        // What collects items may meet the memory limit first.
        let full =
            matches!(&outcome, Err(Failure::Exception(text)) if text.contains("MemoryError"));
        assert!(stopped || full, "{text}: {outcome:?}");
    }
}

#[test]
fn a_runtime_goes_on_after_a_limit() {
    let rt = Runtime::builder().max_bytes(MAX_BYTES).build();
    let mut interpreter = Interpreter::new(rt).expect("64 MiB hold the built-in types");
    interpreter.runtime().set_max_ticks(Some(100_000));
    let outcome = interpreter.run("<test>", b"while True: pass");
    assert!(matches!(outcome, Err(Failure::Halt(Halt::Ticks))));
    interpreter.runtime().set_max_ticks(None);
    interpreter.run("<test>", b"assert sum(range(10)) == 45").expect("it goes on");
}
