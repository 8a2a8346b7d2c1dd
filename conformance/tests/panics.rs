//! A panic of the host's code leaves a runtime that goes on: containers as they were, no marks of what
//! was under way, a sound heap.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::task::Poll;

use objmodel::prelude::*;
use objmodel_script::evaluate::Interpreter;

/// Programs that call `step()`, which may panic, in as many places as there are.
const PROGRAMS: &[&str] = &[
    "
l = [3, 1, 2]
l.sort(key=lambda x: (step(), x)[1])
assert l == [1, 2, 3]
class K:
    def __init__(self, n): self.n = n
    def __lt__(self, other): step(); return self.n < other.n
    def __eq__(self, other): step(); return self.n == other.n
    def __hash__(self): step(); return hash(self.n)
    def __repr__(self): step(); return f'K({self.n})'
items = [K(n % 7) for n in range(30)]
items.sort()
items.sort(reverse=True)
assert repr([items[0], [items[1]], {1: items[2]}, (items[3],)]) == '[K(6), [K(6)], {1: K(6)}, (K(6),)]'
s = set(items)
d = dict.fromkeys(items)
assert len(s) == len(d) == 7
s.discard(K(3)); d.pop(K(3)); s |= {K(3)}; d.update({K(3): 1})
assert len(s) == len(d) == 7
assert sorted(s, key=lambda k: k.n)[0].n == 0
assert max(items).n == 6 and items.index(K(0)) >= 0 and K(5) in items
assert items.count(K(1)) > 0 and items != items[1:] and [K(1)] == [K(1)]
",
    "
def numbers():
    for i in range(5):
        step()
        yield i
assert list(map(lambda x: (step(), x)[1], numbers())) == [0, 1, 2, 3, 4]
assert list(zip(numbers(), filter(lambda x: (step(), True)[1], numbers())))[1] == (1, 1)
assert sum(numbers()) == 10 and max(numbers()) == 4 and sorted(numbers()) == [0, 1, 2, 3, 4]
g = numbers()
next(g)
def delegate():
    x = yield from numbers()
assert list(delegate()) == [0, 1, 2, 3, 4]
assert {*numbers()} == set(range(5)) and [*numbers()][1:] == [1, 2, 3, 4]
a, *b = numbers()
l = [9]; l += numbers(); l[1:2] = numbers(); l.extend(numbers())
d = {}; d.update((i, i) for i in numbers())
assert ','.join(str(i) for i in numbers()) == '0,1,2,3,4'
",
    "
import functools, collections, weakref, types
class M(type):
    def mro(cls): step(); return type.mro(cls)
    def __call__(cls, *a): step(); return type.__call__(cls, *a)
class D:
    def __set_name__(self, owner, name): step(); self.name = name
    def __get__(self, instance, owner): step(); return 1
    def __set__(self, instance, value): step()
class A(metaclass=M):
    d = D()
    def __init_subclass__(cls): step()
    def __new__(cls, *a): step(); return object.__new__(cls)
    def __init__(self, *a): step()
    def __getattr__(self, name): step(); return name
    def __setattr__(self, name, value): step(); object.__setattr__(self, name, value)
    def __enter__(self): step(); return self
    def __exit__(self, *a): step()
    def __del__(self): step()
    def __len__(self): step(); return 1
    def __add__(self, other): step(); return 2
    def __call__(self): step(); return 3
class B(A): pass
B.__bases__ = (A,)
a = B(1)
a.x = 1
assert a.d == 1 and a.y == 'y' and len(a) == 1 and a + 1 == 2 and a() == 3 and bool(a)
a.d = 2
with a: pass
try:
    step()
    raise ValueError
except ValueError:
    step()
finally:
    step()
r = weakref.ref(a, lambda r: step())
del a
@functools.lru_cache
def cached(x): step(); return x
assert cached(1) == cached(1) == 1
q = collections.deque(maxlen=3)
q.extend(cached(i) for i in range(5))
def f(n): step(); return n and f(n - 1)
f(5)
o = collections.OrderedDict((i, step()) for i in range(3))
c = collections.Counter(cached(i % 3) for i in range(9))
n = types.SimpleNamespace(a=q)
assert repr(n) == 'namespace(a=deque([2, 3, 4], maxlen=3))'
",
];

/// Runs a program in which the panic comes at the call of `step` with this number; how many calls
/// there were.
fn run(interpreter: &mut Interpreter, calls: &Rc<Cell<i64>>, program: &str, panic_at: i64) -> bool {
    calls.set(panic_at);
    let run = AssertUnwindSafe(|| interpreter.run("<test>", program.as_bytes()));
    match catch_unwind(run) {
        Ok(Ok(())) => true,
        Ok(Err(failure)) => panic!("{failure:?}"),
        Err(_) => false,
    }
}

#[test]
fn panics_at_any_call_leave_a_sound_runtime() {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = std::thread::Builder::new()
        .stack_size(16 << 20)
        .spawn(|| PROGRAMS.iter().for_each(|program| panic_at_each_call(program)))
        .unwrap()
        .join();
    std::panic::set_hook(hook);
    if let Err(panic) = outcome {
        let text = panic.downcast_ref::<String>().cloned().unwrap_or_default();
        panic!("{text}");
    }
}

fn panic_at_each_call(program: &str) {
    let rt = Runtime::builder().hash_seed(1).max_bytes(64 << 20).build();
    let mut interpreter = Interpreter::new(rt).expect("memory for the built-in types");
    let calls = Rc::new(Cell::new(0_i64));
    let counter = calls.clone();
    let rt = interpreter.runtime();
    let step = rt
        .function("step", "()", move |_, _| {
            counter.set(counter.get() - 1);
            assert!(counter.get() != 0, "a panic of the host");
            Ok(())
        })
        .unwrap();
    let name = rt.intern("step").unwrap();
    let builtins = rt.builtins().clone();
    rt.dict_set_name(&builtins, &name, step).unwrap();
    let mut at = 1;
    while !run(&mut interpreter, &calls, program, at) {
        let rt = interpreter.runtime();
        assert_eq!((rt.call_depth().1, rt.handled_depth()), (0, 0), "after a panic at {at}");
        rt.heap().verify().unwrap_or_else(|fault| panic!("after a panic at {at}: {fault}"));
        at += 1 + at / 40;
        calls.set(i64::MAX);
    }
    assert!(at > 20, "only {at} calls of step");
    // Nothing is left of all that: the program still does what it did.
    assert!(run(&mut interpreter, &calls, program, i64::MAX));
    interpreter.finish();
    interpreter.runtime().heap().verify().expect("a sound heap");
}

/// An argument converter of the host that panics.
fn converted(_: Borrowed<'_>, _: &mut Runtime) -> Result<i64> {
    panic!("a panic of the host")
}

#[pyfunction]
fn convert(#[pyo3(from_py_with = converted)] of: i64) -> i64 {
    of
}

/// Nothing is under way, and the heap is in order.
fn assert_sound(rt: &Runtime) {
    assert_eq!((rt.call_depth().1, rt.handled_depth()), (0, 0));
    rt.heap().verify().expect("a sound heap");
}

#[test]
fn panics_of_futures_and_converters_leave_a_sound_runtime() -> Result<()> {
    let mut interpreter = Interpreter::new(Runtime::builder().build()).expect("room");
    let text = "
async def work(future):
    try:
        raise ValueError
    except ValueError:
        return await future
";
    interpreter.run("<test>", text.as_bytes()).expect("the program runs");
    let main = interpreter.main_namespace().expect("a program has run");
    let rt = interpreter.runtime();
    let work = rt.get_item(&main, "work")?;
    for turns in 0..3 {
        let mut left = turns;
        let future = std::future::poll_fn(move |context| -> Poll<i64> {
            assert!(left != 0, "a panic of the host");
            left -= 1;
            context.waker().wake_by_ref();
            Poll::Pending
        });
        let future = rt.future("future", future)?;
        let coroutine = rt.call(&work, (future,))?;
        let other = rt.future("other", async { 1 })?;
        let run = AssertUnwindSafe(|| drop(rt.run_coroutines([coroutine, other])));
        assert!(catch_unwind(run).is_err());
        assert_sound(rt);
        // Nobody polls, which a future that is awaited tells.
        let idle = rt.future("idle", async { 1 })?;
        let refused = rt.call_method(&idle, "send", (None::<i64>,)).unwrap_err();
        assert!(refused.detach(rt).message().contains("nothing polls"));
        let fine = rt.future("fine", async { 42 })?;
        assert_eq!(rt.run_coroutine(&fine)?.as_small_int(), Some(42));
    }
    let convert = wrap_pyfunction!(convert, rt)?;
    let call = AssertUnwindSafe(|| drop(rt.call(&convert, (1,))));
    assert!(catch_unwind(call).is_err());
    assert_sound(rt);
    interpreter.finish();
    Ok(())
}
