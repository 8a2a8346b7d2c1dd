//! Source texts that nest or repeat without end: each is run or refused, on a small stack.

use objmodel::Runtime;
use objmodel_script::evaluate::Interpreter;

const STACK: usize = 256 << 10;
/// What evaluation may use of it.
const MAX_STACK: usize = 128 << 10;

/// Runs a text; what it raised is beside the point, as long as the host lives.
fn survive(text: String) {
    let work = move || {
        let rt = Runtime::builder().max_stack(MAX_STACK).max_bytes(256 << 20).build();
        let mut interpreter = Interpreter::new(rt).expect("memory for the built-in types");
        interpreter.runtime().set_max_ticks(Some(10_000_000));
        drop(interpreter.run("<test>", text.as_bytes()));
    };
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(work).expect("a thread");
    thread.join().expect("no panic");
}

#[test]
fn nesting_is_refused() {
    const DEEP: usize = 20_000;
    let around = |open: &str, inside: &str, close: &str| {
        format!("{}{inside}{}", open.repeat(DEEP), close.repeat(DEEP))
    };
    for text in [
        around("(", "1", ")"),
        around("x = [", "", "]"),
        around("{0:", "1", "}"),
        around("(", "", ",)"),
        around("", "x = 1", ".a"),
        around("", "x = print", "()"),
        around("", "x = []", "[0]"),
        around("-", "1", ""),
        around("not ", "1", ""),
        around("lambda: ", "1", ""),
        around("1 if 0 else ", "2", ""),
        around("yield ", "", ""),
        around("", "a = 1", " + 1"),
        around("", "a = 1", " ** 1"),
        around("", "a = 1", " and 1"),
        around("[", "a", "] = 1"),
        around("del (", "a", ")"),
        around("f\"{", "1", "}\""),
    ] {
        survive(text);
    }
}

#[test]
fn blocks_nest_no_deeper_than_in_cpython() {
    for line in ["if 1:", "for x in []:", "while 0:", "try:", "with x:", "def f():", "class C:"] {
        let mut text = String::new();
        for depth in 0..500 {
            text.push_str(&" ".repeat(depth));
            text.push_str(line);
            text.push('\n');
        }
        survive(text);
    }
}

#[test]
fn many_of_a_kind_are_run_or_refused() {
    const MANY: usize = 3_000;
    let names = |what: &str| (0..MANY).map(|i| format!("{what}{i}")).collect::<Vec<_>>().join(", ");
    for text in [
        format!("f = lambda x: x\n{}def g(): pass\n", "@f\n".repeat(MANY)),
        format!("def f({}): pass\n", names("a")),
        format!("print(len([{}]))\n", "1, ".repeat(MANY)),
        format!("print({})\n", "1, ".repeat(MANY)),
        format!("def f():\n    global {}\n", names("a")),
        format!("a = 0\nif a: pass\n{}", "elif a: pass\n".repeat(MANY)),
        format!("{} = 1\n", vec!["a"; MANY].join(" = ")),
        format!("def f():\n{}", (0..MANY).map(|i| format!("    a{i} = 1\n")).collect::<String>()),
        format!("x = {}\n", "'a' ".repeat(MANY)),
        format!("{}, = []\n", names("a")),
        format!("class C({}): pass\n", names("A")),
    ] {
        survive(text);
    }
}
