//! `match`: patterns, tried one after the other (PEP 634).
//!
//! What a pattern takes apart lies in temporaries from the first of its case on. They are emptied
//! together when the case fails and when it has matched, so that nothing lives longer than it must;
//! names are bound only when the whole pattern has matched.

use ruff_python_ast::{self as ast, Pattern};
use ruff_text_size::{Ranged, TextRange};

use super::expression::MAX_INLINE_ITEMS;
use super::frame::{Label, Operand, Register};
use super::unit::Comparison;
use super::{Compiled, Compiler, Const, Op, Operator};
use crate::syntax::Position;

/// The names that the pattern of a case binds.
struct Captures<'a> {
    /// The temporaries where values wait.
    places: Vec<(&'a str, Register)>,
    /// Where many names' values wait instead: a dict.
    dict: Option<Register>,
    /// The names met so far.
    met: Vec<&'a str>,
}

/// Values of more names than this wait in a dict.
const MANY_NAMES: usize = 24;

impl<'a> Compiler<'a> {
    pub(super) fn match_statement(&mut self, statement: &'a ast::StmtMatch) -> Compiled {
        let top = self.f.top();
        let subject = self.f.temporary();
        self.into(&statement.subject, subject)?;
        let end = self.f.label();
        let before = self.f.bound;
        let mut joined: Option<super::frame::Bound> = None;
        let last = statement.cases.len().saturating_sub(1);
        for (index, case) in statement.cases.iter().enumerate() {
            self.f.bound = before;
            if index != last && case.guard.is_none() {
                self.check_refutable(&case.pattern)?;
            }
            let position = self.position(case.pattern.range());
            let next = self.f.label();
            let failed = self.f.label();
            let first = self.f.top();
            let highest = self.f.watch_top();
            let here = self.f.here();
            let mut captures = self.captures(&case.pattern, position);
            let fixed = self.f.fix_temporaries();
            self.pattern(&case.pattern, subject, failed, &mut captures)?;
            self.f.unfix_temporaries(fixed);
            if self.f.here() == here {
                self.f.emit(Op::Nop, 0, 0, 0, 0, position);
            }
            self.bind_captures(&captures, position)?;
            let used = self.f.end_watch(highest).saturating_sub(first);
            self.clear_row(first, used, position);
            self.f.release_to(first);
            if let Some(guard) = &case.guard {
                self.jump_if(guard, false, next)?;
            }
            let after_guard = self.f.bound;
            self.f.emit(Op::Clear, subject, 0, 0, 0, position);
            self.body(&case.body)?;
            joined = Some(joined.map_or(self.f.bound, |joined| joined.meet(self.f.bound)));
            self.f.jump(end, position);
            self.f.bound = after_guard;
            self.f.place(failed);
            self.clear_row(first, used, position);
            self.f.place(next);
        }
        let position = self.position(statement.subject.range());
        self.f.emit(Op::Clear, subject, 0, 0, 0, position);
        self.f.bound = joined.map_or(before, |joined| joined.meet(before));
        self.f.place(end);
        self.f.release_to(top);
        Ok(())
    }

    /// Makes room for the values of the names that a pattern binds.
    fn captures(&mut self, pattern: &'a Pattern, position: Position) -> Captures<'a> {
        let mut names = Vec::new();
        collect_names(pattern, &mut names);
        let mut captures = Captures { places: Vec::new(), dict: None, met: Vec::new() };
        if names.len() > MANY_NAMES {
            let dict = self.f.temporary();
            self.f.emit(Op::BuildDict, dict, 0, 0, 0, position);
            captures.dict = Some(dict);
            return captures;
        }
        for name in names {
            if captures.place(name).is_none() {
                let register = self.f.temporary();
                captures.places.push((name, register));
            }
        }
        captures
    }

    /// Binds the names that a pattern has met.
    fn bind_captures(&mut self, captures: &Captures<'a>, position: Position) -> Compiled {
        for name in &captures.met {
            if let Some(register) = captures.place(name) {
                self.store_name_at(name, position, Operand::temporary(register))?;
            } else if let Some(dict) = captures.dict {
                let key = self.f.temporary();
                let constant = self.f.constant(Const::Str((*name).into()));
                self.f.emit(Op::Const, key, 0, 0, constant, position);
                let pair = (Operand::local(dict), Operand::temporary(key));
                let value = self.f.temporary();
                self.f.emit3(Op::GetItem, value, pair.0, pair.1, 0, position);
                self.store_name_at(name, position, Operand::temporary(value))?;
                self.f.release_to(key.into());
            }
        }
        Ok(())
    }

    fn clear_row(&mut self, first: usize, count: usize, position: Position) {
        if count > 0 {
            let first = Register::try_from(first).unwrap_or(Register::MAX);
            self.f.emit(Op::ClearRow, first, 0, 0, count as u32, position);
        }
    }

    /// A pattern that matches everything must come last.
    fn check_refutable(&self, pattern: &Pattern) -> Compiled {
        let capture = match pattern {
            Pattern::MatchAs(capture) => capture,
            Pattern::MatchOr(or) => {
                return or.patterns.iter().try_for_each(|each| self.check_refutable(each));
            }
            _ => return Ok(()),
        };
        if let Some(inner) = &capture.pattern {
            return self.check_refutable(inner);
        }
        let message = match &capture.name {
            Some(name) => format!("name capture '{name}' makes remaining patterns unreachable"),
            None => "wildcard makes remaining patterns unreachable".to_owned(),
        };
        self.error(capture.range, message)
    }

    /// Jumps to `fail` unless the value in a register matches.
    fn pattern(
        &mut self,
        pattern: &'a Pattern,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let position = self.position(pattern.range());
        if let Some((first, count)) = self.f.crowd() {
            // What waits moves into one object, the subject behind it. Where the pattern fails all of
            // that is emptied.
            let top = self.f.top();
            let moved = self.f.temporary();
            self.f.emit(Op::Copy, moved, subject, 0, 0, position);
            self.f.emit(Op::Spill, first, 0, 0, count, position);
            self.f.release_to(usize::from(first) + 1);
            let inner = self.f.temporary();
            self.f.emit(Op::Move, inner, moved, 0, 0, position);
            self.pattern(pattern, inner, fail, captures)?;
            self.f.emit(Op::Clear, inner, 0, 0, 0, position);
            self.f.emit(Op::Unspill, moved, first, inner, count, position);
            self.f.emit(Op::Clear, moved, 0, 0, 0, position);
            self.f.release_to(top);
            return Ok(());
        }
        match pattern {
            Pattern::MatchValue(value) if value.value.is_f_string_expr() => {
                let message = "patterns may only match literals and attribute lookups";
                return self.error(value.range, message);
            }
            Pattern::MatchValue(value) if is_computed(&value.value) => {
                return self.error(value.range, "invalid syntax");
            }
            Pattern::MatchValue(value) => {
                let top = self.f.top();
                let wanted = self.f.temporary();
                self.into(&value.value, wanted)?;
                let site = self.f.operator_site(Operator::Compare(Comparison::Equal));
                let pair = (Operand::local(subject), Operand::temporary(wanted));
                self.f.jump_compare(Op::JumpEqual, pair, false, site, fail, position);
                self.f.release_to(top);
            }
            Pattern::MatchSingleton(singleton) => {
                let constant = match singleton.value {
                    ast::Singleton::None => Const::None,
                    ast::Singleton::True => Const::Bool(true),
                    ast::Singleton::False => Const::Bool(false),
                };
                let top = self.f.top();
                let wanted = self.f.temporary();
                self.load_constant(constant, singleton.range, wanted);
                let pair = (Operand::local(subject), Operand::temporary(wanted));
                self.f.jump_compare(Op::JumpIs, pair, false, 0, fail, position);
                self.f.release_to(top);
            }
            Pattern::MatchAs(capture) => {
                if let Some(inner) = &capture.pattern {
                    self.pattern(inner, subject, fail, captures)?;
                }
                if let Some(name) = &capture.name {
                    self.capture(name.as_str(), capture.range, subject, captures)?;
                }
            }
            Pattern::MatchOr(alternatives) => {
                self.alternatives(alternatives, subject, fail, captures)?;
            }
            Pattern::MatchSequence(sequence) => {
                self.sequence_pattern(sequence, subject, fail, captures)?;
            }
            Pattern::MatchMapping(mapping) => {
                self.mapping_pattern(mapping, subject, fail, captures)?;
            }
            Pattern::MatchClass(class) => self.class_pattern(class, subject, fail, captures)?,
            Pattern::MatchStar(star) => {
                return self.error(star.range, "invalid syntax");
            }
        }
        Ok(())
    }

    /// Keeps the value in a register for a name.
    fn capture(
        &mut self,
        name: &'a str,
        range: TextRange,
        value: Register,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        if captures.met.contains(&name) {
            return self.error(range, format!("multiple assignments to name '{name}' in pattern"));
        }
        let position = self.position(range);
        captures.met.push(name);
        if let Some(register) = captures.place(name) {
            self.f.emit(Op::Copy, register, value, 0, 0, position);
        } else if let Some(dict) = captures.dict {
            let key = self.f.temporary();
            self.load_constant(Const::Str(name.into()), range, key);
            let copy = self.f.temporary();
            self.f.emit(Op::Copy, copy, value, 0, 0, position);
            self.f.emit(Op::DictSet, dict, key, copy, 0, position);
            self.f.release_to(key.into());
        }
        Ok(())
    }

    fn alternatives(
        &mut self,
        node: &'a ast::PatternMatchOr,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let position = self.position(node.range);
        let matched = self.f.label();
        let before = std::mem::take(&mut captures.met);
        let mut common: Option<Vec<&'a str>> = None;
        let last = node.patterns.len().saturating_sub(1);
        for (index, alternative) in node.patterns.iter().enumerate() {
            if index != last {
                self.check_refutable(alternative)?;
            }
            let first = self.f.top();
            let watch = self.f.watch_top();
            let (next, failed) = (self.f.label(), self.f.label());
            let fixed = self.f.fix_temporaries();
            self.pattern(alternative, subject, failed, captures)?;
            self.f.unfix_temporaries(fixed);
            let own = std::mem::take(&mut captures.met);
            let used = self.f.end_watch(watch).saturating_sub(first);
            match &common {
                None => common = Some(own),
                Some(common) => {
                    let same = common.len() == own.len()
                        && common.iter().all(|name| own.iter().any(|other| other == name));
                    if !same {
                        let message = "alternative patterns bind different names";
                        return self.error(node.range, message);
                    }
                }
            }
            self.clear_row(first, used, position);
            self.f.jump(matched, position);
            self.f.place(failed);
            self.clear_row(first, used, position);
            self.f.place(next);
            self.f.release_to(first);
        }
        self.f.jump(fail, position);
        self.f.place(matched);
        captures.met = before;
        for name in common.unwrap_or_default() {
            if captures.met.contains(&name) {
                let message = format!("multiple assignments to name '{name}' in pattern");
                return self.error(node.range, message);
            }
            captures.met.push(name);
        }
        Ok(())
    }

    /// Compares the length of a register's value with a number; jumps to `fail` if that fails.
    fn check_length(
        &mut self,
        subject: Register,
        count: usize,
        at_least: bool,
        fail: Label,
        position: Position,
    ) {
        let top = self.f.top();
        let length = self.f.temporary();
        self.f.emit(Op::Length, length, subject, 0, 0, position);
        let wanted = self.f.temporary();
        let constant = self.f.constant(Const::Int(count as i64));
        self.f.emit(Op::Const, wanted, 0, 0, constant, position);
        let (op, comparison) = match at_least {
            true => (Op::JumpGreaterEqual, Comparison::GreaterEqual),
            false => (Op::JumpEqual, Comparison::Equal),
        };
        let site = self.f.operator_site(Operator::Compare(comparison));
        let pair = (Operand::temporary(length), Operand::temporary(wanted));
        self.f.jump_compare(op, pair, false, site, fail, position);
        self.f.release_to(top);
    }

    fn sequence_pattern(
        &mut self,
        sequence: &'a ast::PatternMatchSequence,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let position = self.position(sequence.range);
        let patterns = &sequence.patterns;
        let mut star = None;
        for (index, pattern) in patterns.iter().enumerate() {
            if let Pattern::MatchStar(node) = pattern {
                if star.is_some() {
                    let message = "multiple starred names in sequence pattern";
                    return self.error(sequence.range, message);
                }
                star = Some((index, node));
            }
        }
        self.f.jump_on(Op::JumpUnlessSequence, Operand::local(subject), fail, position);
        let count = patterns.len();
        match star {
            None => self.check_length(subject, count, false, fail, position),
            Some(_) if count > 1 => {
                self.check_length(subject, count - 1, true, fail, position);
            }
            Some(_) => {}
        }
        if patterns.iter().all(is_wildcard) {
            return Ok(());
        }
        if let Some((star, node)) = star
            && node.name.is_none()
            && count <= u8::MAX.into()
        {
            // Nobody wants what the star takes: the others are fetched one by one.
            for (index, pattern) in patterns.iter().enumerate() {
                if index == star || is_wildcard(pattern) {
                    continue;
                }
                let item = self.f.temporary();
                if index < star {
                    let key = self.f.temporary();
                    let number = self.f.constant(Const::Int(index as i64));
                    self.f.emit(Op::Const, key, 0, 0, number, position);
                    let pair = (Operand::local(subject), Operand::temporary(key));
                    self.f.emit3(Op::GetItem, item, pair.0, pair.1, 0, position);
                    self.f.release_to(key.into());
                } else {
                    let from_end = (count - index) as u8;
                    self.f.emit(Op::GetItemFromEnd, item, subject, from_end, 0, position);
                }
                self.pattern(pattern, item, fail, captures)?;
            }
            return Ok(());
        }
        let split = star.map(|(star, _)| (star, (count - star - 1) as u32));
        let apart = match (split, count > MAX_INLINE_ITEMS) {
            (None, false) => {
                let first = self.f.temporaries(count);
                self.f.emit(Op::Unpack, first, subject, count as u8, 0, position);
                Apart::Row(first)
            }
            (Some((star, after)), false) => {
                let first = self.f.temporaries(count);
                self.f.emit(Op::UnpackStarred, first, subject, star as u8, after, position);
                Apart::Row(first)
            }
            (None, true) => {
                let tuple = self.f.temporary();
                self.f.emit(Op::UnpackTuple, tuple, subject, 0, count as u32, position);
                Apart::Tuple(tuple)
            }
            (Some((star, after)), true) => {
                let Ok(star) = u8::try_from(star) else {
                    let message = "too many expressions in star-unpacking sequence pattern";
                    return self.error(sequence.range, message);
                };
                let tuple = self.f.temporary();
                self.f.emit(Op::UnpackStarredTuple, tuple, subject, star, after, position);
                Apart::Tuple(tuple)
            }
        };
        self.matched_parts(apart, patterns.iter(), fail, captures, position)
    }

    /// Matches what a subject was taken apart into.
    fn matched_parts(
        &mut self,
        apart: Apart,
        patterns: impl Iterator<Item = &'a Pattern>,
        fail: Label,
        captures: &mut Captures<'a>,
        position: Position,
    ) -> Compiled {
        for (index, pattern) in patterns.enumerate() {
            let top = self.f.top();
            let item = match apart {
                Apart::Row(first) => first.saturating_add(index as u8),
                Apart::Tuple(tuple) => {
                    let item = self.f.temporary();
                    self.item(tuple, index, item, position);
                    item
                }
            };
            match pattern {
                Pattern::MatchStar(node) => {
                    if let Some(name) = &node.name {
                        self.capture(name.as_str(), node.range, item, captures)?;
                    }
                }
                pattern => self.pattern(pattern, item, fail, captures)?,
            }
            if let Apart::Tuple(_) = apart {
                self.f.emit(Op::Clear, item, 0, 0, 0, position);
                self.f.release_to(top);
            }
        }
        Ok(())
    }

    fn mapping_pattern(
        &mut self,
        mapping: &'a ast::PatternMatchMapping,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let position = self.position(mapping.range);
        self.f.jump_on(Op::JumpUnlessMapping, Operand::local(subject), fail, position);
        let count = mapping.keys.len();
        if count == 0 && mapping.rest.is_none() {
            return Ok(());
        }
        if count > 0 {
            self.check_length(subject, count, true, fail, position);
        }
        let mut seen: Vec<Const> = Vec::new();
        for key in &mapping.keys {
            if let Some(constant) = self.constant_of(key) {
                if seen.iter().any(|seen| is_same_key(seen, &constant)) {
                    let range = usize::from(key.range().start())..usize::from(key.range().end());
                    let written = self.source.text().get(range).unwrap_or_default();
                    let shown = match key {
                        // As `repr` shows it, unless that takes escapes.
                        ast::Expr::StringLiteral(text)
                            if !text.value.to_str().contains(['\'', '\\'])
                                && !text.value.chars().any(char::is_control) =>
                        {
                            format!("'{}'", text.value.to_str())
                        }
                        _ => written.to_owned(),
                    };
                    let message = format!("mapping pattern checks duplicate key ({shown})");
                    return self.error(mapping.range, message);
                }
                seen.push(constant);
            }
        }
        let keys = self.f.temporary();
        let expressions: Vec<&'a ast::Expr> = mapping.keys.iter().collect();
        self.built_tuple(&expressions, keys, position)?;
        let values = self.f.temporary();
        self.f.emit(Op::MatchKeys, values, subject, keys, 0, position);
        self.f.jump_on(Op::JumpIfNone, Operand::local(values), fail, position);
        let apart = self.taken_apart(values, count, position);
        self.matched_parts(apart, mapping.patterns.iter(), fail, captures, position)?;
        if let Some(rest) = &mapping.rest {
            let value = self.f.temporary();
            self.f.emit(Op::MatchRest, value, subject, keys, 0, position);
            self.capture(rest.as_str(), rest.range, value, captures)?;
            self.f.emit(Op::Clear, value, 0, 0, 0, position);
        }
        Ok(())
    }

    fn class_pattern(
        &mut self,
        class: &'a ast::PatternMatchClass,
        subject: Register,
        fail: Label,
        captures: &mut Captures<'a>,
    ) -> Compiled {
        let position = self.position(class.range);
        let (positional, keywords) = (&class.arguments.patterns, &class.arguments.keywords);
        for (index, keyword) in keywords.iter().enumerate() {
            let name = keyword.attr.as_str();
            if keywords.iter().take(index).any(|other| other.attr.as_str() == name) {
                let message = format!("attribute name repeated in class pattern: {name}");
                return self.error(keyword.pattern.range(), message);
            }
        }
        let found = self.f.temporary();
        let row = self.f.temporaries(2);
        self.into(&class.cls, row)?;
        let names = Self::names_constant(keywords.iter().map(|keyword| keyword.attr.as_str()));
        self.load_constant(names, class.range, row.saturating_add(1));
        self.f.emit(Op::MatchClass, found, subject, row, positional.len() as u32, position);
        self.f.release_to(row.into());
        self.f.jump_on(Op::JumpIfNone, Operand::local(found), fail, position);
        let count = positional.len() + keywords.len();
        let apart = self.taken_apart(found, count, position);
        let patterns = positional.iter().chain(keywords.iter().map(|keyword| &keyword.pattern));
        self.matched_parts(apart, patterns, fail, captures, position)
    }

    /// The items of a tuple in a row of temporaries, if there is room for one.
    fn taken_apart(&mut self, tuple: Register, count: usize, position: Position) -> Apart {
        if count > MAX_INLINE_ITEMS {
            return Apart::Tuple(tuple);
        }
        let first = self.f.temporaries(count);
        self.f.emit(Op::Unpack, first, tuple, count as u8, 0, position);
        Apart::Row(first)
    }
}

/// Where the parts of a subject are.
#[derive(Clone, Copy)]
enum Apart {
    /// In a row of temporaries.
    Row(Register),
    /// In a tuple.
    Tuple(Register),
}

impl Captures<'_> {
    /// The temporary where the value of a name waits.
    fn place(&self, name: &str) -> Option<Register> {
        self.places.iter().find(|(other, _)| *other == name).map(|(_, register)| *register)
    }
}

/// Whether a pattern looks at nothing and binds nothing.
fn is_wildcard(pattern: &Pattern) -> bool {
    match pattern {
        Pattern::MatchAs(capture) => capture.pattern.is_none() && capture.name.is_none(),
        Pattern::MatchStar(star) => star.name.is_none(),
        _ => false,
    }
}

/// The names that a pattern binds, in the order in which their values are found.
fn collect_names<'p>(pattern: &'p Pattern, names: &mut Vec<&'p str>) {
    match pattern {
        Pattern::MatchAs(capture) => {
            if let Some(inner) = &capture.pattern {
                collect_names(inner, names);
            }
            names.extend(capture.name.as_ref().map(|name| name.as_str()));
        }
        Pattern::MatchStar(star) => names.extend(star.name.as_ref().map(|name| name.as_str())),
        Pattern::MatchSequence(sequence) => {
            sequence.patterns.iter().for_each(|pattern| collect_names(pattern, names));
        }
        Pattern::MatchMapping(mapping) => {
            mapping.patterns.iter().for_each(|pattern| collect_names(pattern, names));
            names.extend(mapping.rest.as_ref().map(|name| name.as_str()));
        }
        Pattern::MatchClass(class) => {
            class.arguments.patterns.iter().for_each(|pattern| collect_names(pattern, names));
            let keywords = class.arguments.keywords.iter();
            keywords.for_each(|keyword| collect_names(&keyword.pattern, names));
        }
        Pattern::MatchOr(alternatives) => {
            if let Some(first) = alternatives.patterns.first() {
                collect_names(first, names);
            }
        }
        Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => {}
    }
}

/// Whether a value is an operation other than the sum or difference that a complex number is.
fn is_computed(value: &ast::Expr) -> bool {
    match value {
        ast::Expr::BinOp(operation) => {
            !matches!(operation.op, ast::Operator::Add | ast::Operator::Sub)
                || is_computed(&operation.left)
                || is_computed(&operation.right)
        }
        ast::Expr::UnaryOp(operation) => operation.operand.is_bin_op_expr(),
        _ => false,
    }
}

/// Whether two constants are one key of a mapping: numbers are by their value.
fn is_same_key(a: &Const, b: &Const) -> bool {
    let number = |constant: &Const| match constant {
        Const::Bool(truth) => Some((f64::from(*truth), 0.0)),
        // Beyond this floats have gaps.
        Const::Int(value) if value.unsigned_abs() <= 1 << 53 => Some((*value as f64, 0.0)),
        Const::Float(bits) => Some((f64::from_bits(*bits), 0.0)),
        Const::Complex(real, imaginary) => {
            Some((f64::from_bits(*real), f64::from_bits(*imaginary)))
        }
        _ => None,
    };
    match (number(a), number(b)) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}
