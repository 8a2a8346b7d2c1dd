//! The disassembler: all of a unit in readable lines, and the units inside it after it.

use std::fmt::Write;

use super::instruction::{Instruction, METHOD, Op, Shape, TAKE_A, TAKE_B, TAKE_C};
use super::unit::{Const, Operator, Traits, Unit};

/// Shows a unit, and the units among its constants.
pub fn disassemble(unit: &Unit) -> String {
    let mut out = String::new();
    write_unit(&mut out, unit);
    out
}

/// The traits that a unit has, each after a comma.
fn shown_traits(traits: Traits) -> String {
    let all = [
        (traits.optimized, "optimized"),
        (traits.var_positional, "*args"),
        (traits.var_keyword, "**kwargs"),
        (traits.nested, "nested"),
        (traits.yields, "yields"),
        (traits.is_async, "async"),
        (traits.future_annotations, "future annotations"),
    ];
    all.iter().filter(|(has, _)| *has).map(|(_, name)| format!(", {name}")).collect()
}

fn write_unit(out: &mut String, unit: &Unit) {
    let _ = writeln!(
        out,
        "{} (line {}, {} registers{})",
        unit.qualname,
        unit.first_line,
        unit.registers,
        shown_traits(unit.traits)
    );
    let mut line = 0;
    for (at, instruction) in unit.code.iter().enumerate() {
        let position = unit.positions.get(at).copied().unwrap_or_default();
        let label = if position.line == line { String::new() } else { position.line.to_string() };
        line = position.line;
        let operands = operands(unit, *instruction);
        let text = format!("{label:>5} {at:>4}  {:<20} {operands}", instruction.op().name());
        let _ = writeln!(out, "{}", text.trim_end());
    }
    for handler in &unit.handlers {
        let register = register(unit, handler.register);
        let _ = writeln!(
            out,
            "      {}..{} -> {} with {register}",
            handler.start, handler.end, handler.target
        );
    }
    for constant in &unit.constants {
        if let Const::Code(code) = constant {
            out.push('\n');
            write_unit(out, &code.0);
        }
    }
}

fn register(unit: &Unit, number: u8) -> String {
    match unit.register_names.get(usize::from(number)) {
        Some(name) => name.to_string(),
        None if number == u8::MAX => "_".to_owned(),
        None => format!("t{}", number.saturating_sub(unit.variables)),
    }
}

fn operands(unit: &Unit, instruction: Instruction) -> String {
    let (op, imm) = (instruction.op(), instruction.imm());
    let index = instruction.index();
    let mark = |flag: u32| if imm & flag != 0 { "!" } else { "" };
    let a = format!("{}{}", register(unit, instruction.a()), mark(TAKE_A));
    let b = format!("{}{}", register(unit, instruction.b()), mark(TAKE_B));
    let c = format!("{}{}", register(unit, instruction.c()), mark(TAKE_C));
    let method = if imm & METHOD != 0 { " as a method" } else { "" };
    let callee = format!("{}{method}", register(unit, instruction.a()));
    let small = instruction.c() as i8;
    let sense = instruction.a() != 0;
    let constant = || unit.constants.get(index).map_or_else(String::new, |c| format!("{c:?}"));
    let operator = |site: usize| match unit.operators.get(site) {
        Some(Operator::Binary(op, false)) => op.symbol().to_owned(),
        Some(Operator::Binary(op, true)) => format!("{}=", op.symbol()),
        Some(Operator::Compare(op)) => op.symbol().to_owned(),
        None => String::new(),
    };
    let name = name_operand(unit, op, index);
    match op.shape() {
        Shape::Nothing => String::new(),
        Shape::A => a,
        Shape::B => b,
        Shape::AB => format!("{a}, {b}"),
        Shape::ABC if op == Op::GetItemSmall => format!("{a}, {b}, {small}"),
        Shape::ABC if matches!(op, Op::Call | Op::CallUnpacked) => {
            format!("{callee}, {} -> {c}", instruction.b())
        }
        Shape::ABC if matches!(op, Op::Unpack | Op::BuildSlice | Op::GetItemFromEnd) => {
            format!("{a}, {b}, {}", instruction.c())
        }
        Shape::ABC => format!("{a}, {b}, {c}"),
        Shape::AConst => format!("{a}, {}", constant()),
        Shape::AName => format!("{a}, {name}"),
        Shape::BName => format!("{b}, {name}"),
        Shape::ABName => format!("{a}, {b}, {name}"),
        Shape::ABCName => format!("{a}, {b}, {c}, {name}"),
        Shape::ABCOperator => format!("{a}, {b} {} {c}", operator(index)),
        Shape::ABSmallOperator => format!("{a}, {b} {} {small}", operator(index)),
        Shape::Jump => format!("-> {index}"),
        Shape::BJump => format!("{b} -> {index}"),
        Shape::ABJump => format!("{a}, {b} -> {index}"),
        Shape::Compare => format!("{b}, {c} is {sense} -> {index}"),
        Shape::CompareSmall => format!("{b}, {small} is {sense} -> {index}"),
        Shape::ACount => format!("{a}, {index}"),
        Shape::ABCount => format!("{a}, {b}, {index}"),
        Shape::ABCCount if op == Op::Unspill => format!("{a}, {b}, {c}, {index}"),
        Shape::ABCCount => format!("{a}, {b}, {}, {index}", instruction.c()),
        Shape::ABConst if op == Op::CallKeyword => {
            format!("{callee}, {}, {} -> {c}", instruction.b(), constant())
        }
        Shape::ABConst => format!("{a}, {b}, {}, {}", instruction.c(), constant()),
    }
}

fn name_operand(unit: &Unit, op: Op, index: usize) -> String {
    let site = match op {
        Op::LoadAttr | Op::StoreAttr | Op::DeleteAttr => unit.attributes.get(index),
        Op::LoadMethod => unit.methods.get(index),
        Op::LoadGlobal | Op::LoadName | Op::LoadClassDictOrGlobal => unit.globals.get(index),
        _ => return unit.names.get(index).map_or_else(String::new, |name| name.to_string()),
    };
    let name = site.and_then(|name| unit.names.get(*name as usize));
    name.map_or_else(String::new, |name| name.to_string())
}
