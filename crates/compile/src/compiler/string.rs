//! f-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::TextRange;

use super::expression::MAX_INLINE_ITEMS;
use super::frame::Register;
use super::{Compiled, Compiler, Const, Op, TAKE_B, surrogate};
use crate::syntax::Position;

/// A part of the result: text, or a value to be formatted.
enum Part<'a> {
    /// WTF-8.
    Text(Vec<u8>),
    /// Whether backslashes of its format specification stand for themselves comes with it.
    Value(&'a ast::InterpolatedElement, bool),
}

impl<'a> Compiler<'a> {
    pub(super) fn f_string(&mut self, string: &'a ast::ExprFString, into: Register) -> Compiled {
        let mut parts = Vec::new();
        for part in string.value.iter() {
            match part {
                FStringPart::Literal(literal) => {
                    let mut text = Vec::new();
                    surrogate::push_literal(self.source, literal, &mut text);
                    push_text(&mut parts, &text);
                }
                FStringPart::FString(f_string) => {
                    let raw = f_string.flags.prefix().is_raw();
                    self.collect(&f_string.elements, raw, &mut parts);
                }
            }
        }
        self.parts(parts, string.range, into)
    }

    fn parts(&mut self, parts: Vec<Part<'a>>, range: TextRange, into: Register) -> Compiled {
        let position = self.position(range);
        let top = self.f.top();
        match parts.as_slice() {
            [] => self.load_constant(Const::Str("".into()), range, into),
            [Part::Text(text)] => {
                self.load_constant(surrogate::constant(text.clone()), range, into);
            }
            [Part::Value(value, raw)] => self.formatted(value, *raw, into)?,
            _ => {
                let first = self.f.temporaries(0);
                let mut count = 0;
                for part in parts {
                    let register = self.f.temporary();
                    count += 1;
                    match part {
                        Part::Text(text) => {
                            self.load_constant(surrogate::constant(text), range, register);
                        }
                        Part::Value(value, raw) => self.formatted(value, raw, register)?,
                    }
                    if count == MAX_INLINE_ITEMS as u32 {
                        self.f.emit(Op::BuildString, first, first, 0, count, position);
                        self.f.release_to(usize::from(first) + 1);
                        count = 1;
                    }
                }
                self.f.emit(Op::BuildString, into, first, 0, count, position);
            }
        }
        self.f.release_to(top);
        Ok(())
    }

    fn collect(
        &self,
        elements: &'a ast::InterpolatedStringElements,
        raw: bool,
        parts: &mut Vec<Part<'a>>,
    ) {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => {
                    let mut text = Vec::new();
                    surrogate::push_element(self.source, literal, raw, &mut text);
                    push_text(parts, &text);
                }
                InterpolatedStringElement::Interpolation(value) => {
                    if let Some(debug) = &value.debug_text {
                        push_text(parts, debug_text(debug).as_bytes());
                    }
                    parts.push(Part::Value(value, raw));
                }
            }
        }
    }

    fn formatted(
        &mut self,
        element: &'a ast::InterpolatedElement,
        raw: bool,
        into: Register,
    ) -> Compiled {
        let position: Position = self.position(element.range);
        let top = self.f.top();
        let value = self.f.temporary();
        self.into(&element.expression, value)?;
        let conversion = match element.conversion {
            ConversionFlag::None
                if element.debug_text.is_some() && element.format_spec.is_none() =>
            {
                b'r'
            }
            ConversionFlag::None => 0,
            ConversionFlag::Str => b's',
            ConversionFlag::Repr => b'r',
            ConversionFlag::Ascii => b'a',
        };
        let mut imm = TAKE_B;
        if let Some(spec) = &element.format_spec {
            let register = self.f.temporary();
            let mut parts = Vec::new();
            self.collect(&spec.elements, raw, &mut parts);
            self.parts(parts, spec.range, register)?;
            imm |= 1;
        }
        self.f.emit(Op::Format, into, value, conversion, imm, position);
        self.f.release_to(top);
        Ok(())
    }
}

/// The text before the value of `{value = }`: as it is written, but for comments. As in CPython 3.13, a sign
/// in a string begins one too.
pub(super) fn debug_text(debug: &ast::DebugText) -> String {
    let mut lines = debug.as_str().split('\n').map(|line| line.split('#').next().unwrap_or(line));
    let mut text = lines.next().unwrap_or_default().to_owned();
    lines.for_each(|line| {
        text.push('\n');
        text.push_str(line);
    });
    text
}

fn push_text(parts: &mut Vec<Part<'_>>, text: &[u8]) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(last)) => last.extend_from_slice(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}
