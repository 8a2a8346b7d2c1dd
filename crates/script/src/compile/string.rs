//! f-strings.

use ruff_python_ast::{self as ast, ConversionFlag, FStringPart, InterpolatedStringElement};
use ruff_text_size::TextRange;

use super::expression::MAX_INLINE_ITEMS;
use super::frame::Register;
use super::{Compiled, Compiler, Const, Op, TAKE_B, TAKE_C};
use crate::syntax::Position;

/// A part of the result: text, or a value to be formatted.
enum Part<'a> {
    Text(String),
    Value(&'a ast::InterpolatedElement),
}

impl<'a> Compiler<'a> {
    pub(super) fn f_string(&mut self, string: &'a ast::ExprFString, into: Register) -> Compiled {
        let mut parts = Vec::new();
        for part in string.value.iter() {
            match part {
                FStringPart::Literal(literal) => push_text(&mut parts, literal.as_str()),
                FStringPart::FString(f_string) => collect(&f_string.elements, &mut parts),
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
                self.load_constant(Const::Str(text.as_str().into()), range, into);
            }
            [Part::Value(value)] => self.formatted(value, into)?,
            _ => {
                let first = self.f.temporaries(0);
                let mut count = 0;
                for part in parts {
                    let register = self.f.temporary();
                    count += 1;
                    match part {
                        Part::Text(text) => {
                            self.load_constant(Const::Str(text.into()), range, register);
                        }
                        Part::Value(value) => self.formatted(value, register)?,
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

    fn formatted(&mut self, element: &'a ast::InterpolatedElement, into: Register) -> Compiled {
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
            collect(&spec.elements, &mut parts);
            self.parts(parts, spec.range, register)?;
            imm |= TAKE_C | 1;
        }
        self.f.emit(Op::Format, into, value, conversion, imm, position);
        self.f.release_to(top);
        Ok(())
    }
}

fn push_text(parts: &mut Vec<Part<'_>>, text: &str) {
    match parts.last_mut() {
        _ if text.is_empty() => {}
        Some(Part::Text(last)) => last.push_str(text),
        _ => parts.push(Part::Text(text.to_owned())),
    }
}

fn collect<'a>(elements: &'a ast::InterpolatedStringElements, parts: &mut Vec<Part<'a>>) {
    for element in elements {
        match element {
            InterpolatedStringElement::Literal(literal) => push_text(parts, &literal.value),
            InterpolatedStringElement::Interpolation(value) => {
                if let Some(debug) = &value.debug_text {
                    push_text(parts, debug.as_str());
                }
                parts.push(Part::Value(value));
            }
        }
    }
}
