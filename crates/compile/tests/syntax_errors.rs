//! Programs that CPython 3.13 refuses, with its words.
//!
//! Each fact was asked of CPython: the program, the message, the line.
#![forbid(unsafe_code)]

use objmodel_compile::compiler::compile_module;
use objmodel_compile::syntax::{Source, SyntaxErrorKind};

#[test]
fn messages_are_those_of_cpython() {
    let facts: &[(&str, &str, u32)] = &[
        ("return 1", "'return' outside function", 1),
        ("def f(a, a): pass", "duplicate argument 'a' in function definition", 1),
        ("def f(x):\n    global x\n", "name 'x' is parameter and global", 2),
        (
            "def f():\n    x = 1\n    global x\n",
            "name 'x' is assigned to before global declaration",
            3,
        ),
        (
            "def f():\n    print(x)\n    global x\n",
            "name 'x' is used prior to global declaration",
            3,
        ),
        ("nonlocal x", "nonlocal declaration not allowed at module level", 1),
        ("def f():\n    nonlocal x\n", "no binding for nonlocal 'x' found", 2),
        ("break", "'break' outside loop", 1),
        ("for x in y:\n    pass\ncontinue", "'continue' not properly in loop", 3),
        ("yield 1", "'yield' outside function", 1),
        ("class C:\n    return 1", "'return' outside function", 2),
        ("f(a=1, a=2)", "keyword argument repeated: a", 1),
        (
            "[x := 1 for x in y]",
            "assignment expression cannot rebind comprehension iteration variable 'x'",
            1,
        ),
        (
            "[y for x in (y := 1)]",
            "assignment expression cannot be used in a comprehension iterable expression",
            1,
        ),
        (
            "class C:\n    [y := x for x in z]",
            "assignment expression within a comprehension cannot be used in a class body",
            2,
        ),
        ("from __future__ import nope", "future feature nope is not defined", 1),
        (
            "x = 1\nfrom __future__ import annotations",
            "from __future__ imports must occur at the beginning of the file",
            2,
        ),
        (
            "try:\n    pass\nexcept:\n    pass\nexcept E:\n    pass",
            "default 'except:' must be last",
            3,
        ),
        ("def f():\n    from m import *", "import * only allowed at module level", 2),
        ("__debug__ = 1", "cannot assign to __debug__", 1),
        ("(1 + 2", "'(' was never closed", 1),
        ("x = )", "unmatched ')'", 1),
        ("[1, 2)", "closing parenthesis ')' does not match opening parenthesis '['", 1),
        ("f() = 1", "cannot assign to function call here. Maybe you meant '==' instead of '='?", 1),
        ("1 = x", "cannot assign to literal here. Maybe you meant '==' instead of '='?", 1),
        ("a + 1 = 2", "cannot assign to expression here. Maybe you meant '==' instead of '='?", 1),
        ("*a, *b = c", "multiple starred expressions in assignment", 1),
        ("def f():\n    x: int\n    global x\n", "annotated name 'x' can't be global", 3),
        ("def f(x):\n    nonlocal x\n", "name 'x' is parameter and nonlocal", 2),
        ("def f():\n    global x\n    nonlocal x\n", "name 'x' is nonlocal and global", 2),
        ("del f()", "cannot delete function call", 1),
        ("None = 1", "cannot assign to None", 1),
        ("f(a=1, 2)", "positional argument follows keyword argument", 1),
        ("f(**a, 2)", "positional argument follows keyword argument unpacking", 1),
        ("def f(a=1, b): pass", "parameter without a default follows parameter with a default", 1),
        ("class C:\n    x = yield\n", "'yield' outside function", 2),
        ("[(yield 1) for x in y]", "'yield' inside list comprehension", 1),
        ("x = 'abc", "unterminated string literal (detected at line 1)", 1),
        ("if x\n    pass", "expected ':'", 1),
        ("  x = 1", "unexpected indent", 1),
        ("x = 1\n    y = 2", "unexpected indent", 2),
        ("if 1:\n    x\n  y", "unindent does not match any outer indentation level", 3),
        ("lambda a, a: 1", "duplicate argument 'a' in function definition", 1),
        ("def f(*): pass", "named arguments must follow bare *", 1),
    ];
    let mut wrong = Vec::new();
    for (program, message, line) in facts {
        match compile_module(&Source::new("<string>", *program)) {
            Err(error) if error.message == *message && error.line() == Some(*line) => {}
            Err(error) => wrong.push(format!("{program:?}: {message}\n  {error}")),
            Ok(_) => wrong.push(format!("{program:?}: accepted")),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn deep_nesting_is_refused_on_a_small_stack() {
    let deep = [
        "(".repeat(300) + &")".repeat(300),
        "-".repeat(100_000) + "1",
        "not ".repeat(100_000) + "x",
        "x = x".to_owned() + &".a".repeat(100_000),
        vec!["x"; 50_000].join("+"),
    ];
    let thread = std::thread::Builder::new().stack_size(256 << 10).spawn(move || {
        for program in deep {
            let error = compile_module(&Source::new("<string>", program)).expect_err("too deep");
            let expected = match error.kind {
                SyntaxErrorKind::Recursion => "maximum recursion depth exceeded during compilation",
                _ => "too many nested parentheses",
            };
            assert_eq!(error.message, expected);
        }
    });
    thread.expect("a thread").join().expect("no overflow");
}
