//! What programs compile to, against recorded listings.
//!
//! `UPDATE_GOLDEN=1 cargo test -p objmodel-script --test disassembly` records them anew.
#![forbid(unsafe_code)]

use std::path::Path;

use objmodel_compile::compiler::{Const, Unit, compile_module, disassemble};
use objmodel_compile::syntax::Source;

fn compile(program: &str) -> std::rc::Rc<Unit> {
    compile_module(&Source::new("<string>", program)).expect("the program compiles")
}

#[test]
fn listings_are_as_recorded() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for name in ["control", "scopes"] {
        let program = std::fs::read_to_string(folder.join(format!("{name}.py"))).expect(name);
        let listing = disassemble(&compile(&program));
        let golden = folder.join(format!("{name}.dis"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &listing).expect("the listing is written");
        }
        let recorded = std::fs::read_to_string(&golden).expect("a recorded listing");
        assert_eq!(listing, recorded, "{name}");
    }
}

#[test]
fn every_jump_and_register_stays_inside() {
    for program in [include_str!("golden/control.py"), include_str!("golden/scopes.py")] {
        let mut units = vec![compile(program)];
        while let Some(unit) = units.pop() {
            for handler in &unit.handlers {
                assert!(handler.start < handler.end && handler.end as usize <= unit.code.len());
                assert!((handler.target as usize) < unit.code.len());
                assert!(handler.register < unit.registers);
            }
            assert_eq!(unit.code.len(), unit.positions.len());
            assert_eq!(unit.code.len(), unit.sites.len());
            for constant in &unit.constants {
                if let Const::Code(code) = constant {
                    units.push(code.0.clone());
                }
            }
        }
    }
}

#[test]
fn equal_constants_of_different_types_stay_apart() {
    let unit = compile("x = [0.0, -0.0, 0, False, 1, 1.0, True]\n");
    let tuple = unit.constants.iter().find_map(|constant| match constant {
        Const::Tuple(items) => Some(items.clone()),
        _ => None,
    });
    let items = tuple.expect("a list of constants is built from a tuple");
    let distinct: std::collections::HashSet<_> = items.iter().cloned().collect();
    assert_eq!(distinct.len(), 7);
}

#[test]
fn constants_are_folded_as_cpython_folds_them() {
    let facts = [
        ("x = -7 // 2", "-4"),
        ("x = -7 % 3", "2"),
        ("x = 7 % -3", "-2"),
        ("x = 2 ** 64", "18446744073709551616"),
        ("x = ~5", "-6"),
        ("x = 1 / 4", "0.25"),
        ("x = 0xffff_ffff_ffff_ffff_f", "295147905179352825855"),
        ("x = (1, -2, 'a' 'b', (None, ...))", "(1, -2, \"ab\", (None, Ellipsis))"),
    ];
    for (program, expected) in facts {
        let unit = compile(program);
        let shown: Vec<String> = unit.constants.iter().map(|c| format!("{c:?}")).collect();
        assert!(shown.iter().any(|constant| constant == expected), "{program}: {shown:?}");
    }
}

#[test]
fn locals_that_may_be_unbound_are_checked() {
    let facts = [
        ("def f(x):\n    return x + x\n", 0),
        ("def f():\n    x = 1\n    return x + x\n", 0),
        ("def f(c):\n    if c: x = 1\n    return x\n", 1),
        ("def f(c):\n    if c: x = 1\n    else: x = 2\n    return x\n", 0),
        ("def f(x):\n    while x:\n        del x\n", 1),
        ("def f(x):\n    try:\n        del x\n    except E:\n        return x\n", 1),
        ("def f(y):\n    for x in y: pass\n    return x\n", 1),
    ];
    for (program, expected) in facts {
        let listing = disassemble(&compile(program));
        assert_eq!(listing.matches("CheckLocal").count(), expected, "{program}\n{listing}");
    }
}
