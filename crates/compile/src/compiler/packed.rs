//! Units as bytes: texts that are known when a host is built need not be compiled at each start.
//!
//! Texts are numbered and come first, each once. Then come the fields in order, but for the name of the
//! file, which whoever unpacks a unit gives. What [`pack`] did not make unpacks to nothing or to another
//! unit, without a panic.

use std::hash::{DefaultHasher, Hasher};
use std::rc::Rc;

use indexmap::IndexSet;
use num_bigint::BigInt;

use super::instruction::Instruction;
use super::unit::{
    BinaryOperator, CodeConst, Comparison, Const, Handler, Operator, Piece, Traits, Unit,
};
use super::warnings::Warning;
use crate::syntax::Position;

/// Units lie in units as deep as this.
const MAX_DEPTH: u32 = 64;

/// A number by which a text is known again. Builds for different processors agree on it.
pub fn fingerprint(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// A unit as bytes.
pub fn pack(unit: &Unit) -> Vec<u8> {
    let mut packer = Packer::default();
    unit.pack(&mut packer);
    let Packer { texts, out: fields, .. } = packer;
    let mut packer = Packer::default();
    packer.count(texts.len());
    texts.iter().for_each(|text| packer.bytes(text.as_bytes()));
    packer.out.extend_from_slice(&fields);
    packer.out
}

/// The unit that was packed, in the file of this name.
pub fn unpack(bytes: &[u8], file: &str) -> Option<Rc<Unit>> {
    let mut from =
        Unpacker { rest: bytes, texts: Vec::new(), file: file.into(), line: 0, depth: 0 };
    for _ in 0..from.count()? {
        let text = std::str::from_utf8(from.bytes()?).ok()?;
        from.texts.push(text.into());
    }
    Rc::unpack(&mut from)
}

#[derive(Default)]
struct Packer {
    out: Vec<u8>,
    texts: IndexSet<Rc<str>>,
    /// The line of the last position, from which the next one is counted.
    line: u32,
}

impl Packer {
    /// A number, small ones in one byte.
    fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.out.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.out.push(number as u8);
    }

    fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.count(bytes.len());
        self.out.extend_from_slice(bytes);
    }
}

struct Unpacker<'a> {
    rest: &'a [u8],
    texts: Vec<Rc<str>>,
    file: Rc<str>,
    line: u32,
    depth: u32,
}

impl<'a> Unpacker<'a> {
    #[inline]
    fn number(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }

    /// How many things follow, of a byte at least each.
    fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    fn take(&mut self, len: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(len)?;
        self.rest = rest;
        Some(taken)
    }

    fn bytes(&mut self) -> Option<&'a [u8]> {
        let len = self.count()?;
        self.take(len)
    }

    fn word(&mut self) -> Option<u64> {
        let (word, rest) = self.rest.split_first_chunk()?;
        self.rest = rest;
        Some(u64::from_le_bytes(*word))
    }
}

/// What a unit is made of.
trait Packed: Sized {
    fn pack(&self, to: &mut Packer);
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}

macro_rules! fields {
    ($($type:ident { $($field:ident),* $(,)? } $([$given:ident])?)*) => {$(
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                $(self.$field.pack(to);)*
            }

            fn unpack(from: &mut Unpacker<'_>) -> Option<$type> {
                Some($type {
                    $($field: Packed::unpack(from)?,)*
                    $($given: from.$given.clone(),)?
                })
            }
        }
    )*};
}

fields! {
    Traits {
        optimized, var_positional, var_keyword, nested, yields, is_async, future_annotations,
    }
    Handler { start, end, target, register }
    Warning { position, message, in_characters, of_constant }
    Unit {
        name, qualname, first_line, traits, positional, positional_only, keyword_only, locals,
        cell_names, free_names, first_cell, first_free, closure_is_far, parameter_names,
        register_names, variables, registers, far, far_register,
        doc, constants, names, attributes, methods, globals, operators, code, sites, positions,
        handlers, warnings,
    } [file]
}

impl Packed for bool {
    fn pack(&self, to: &mut Packer) {
        to.out.push((*self).into());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<bool> {
        u8::unpack(from).map(|byte| byte != 0)
    }
}

impl Packed for u8 {
    fn pack(&self, to: &mut Packer) {
        to.out.push(*self);
    }

    #[inline]
    fn unpack(from: &mut Unpacker<'_>) -> Option<u8> {
        let (&byte, rest) = from.rest.split_first()?;
        from.rest = rest;
        Some(byte)
    }
}

impl Packed for u32 {
    /// The greatest one stands for none, and is short.
    fn pack(&self, to: &mut Packer) {
        to.number(self.wrapping_add(1).into());
    }

    #[inline]
    fn unpack(from: &mut Unpacker<'_>) -> Option<u32> {
        Some((from.number()? as u32).wrapping_sub(1))
    }
}

impl Packed for Instruction {
    fn pack(&self, to: &mut Packer) {
        to.out.extend_from_slice(&self.bits().to_le_bytes());
    }

    #[inline]
    fn unpack(from: &mut Unpacker<'_>) -> Option<Instruction> {
        from.word().map(Instruction::of_bits)
    }
}

impl Packed for Position {
    fn pack(&self, to: &mut Packer) {
        let further = self.line.wrapping_sub(to.line) as i32;
        to.line = self.line;
        to.number(((further << 1) ^ (further >> 31)) as u32 as u64);
        to.number(self.end_line.wrapping_sub(self.line).into());
        to.number(self.column.into());
        to.number(self.end_column.into());
    }

    #[inline]
    fn unpack(from: &mut Unpacker<'_>) -> Option<Position> {
        let further = from.number()? as u32;
        from.line = from.line.wrapping_add((further >> 1) ^ (further & 1).wrapping_neg());
        let line = from.line;
        let end_line = line.wrapping_add(from.number()? as u32);
        let (column, end_column) = (from.number()? as u32, from.number()? as u32);
        Some(Position { line, end_line, column, end_column })
    }
}

impl Packed for Rc<str> {
    fn pack(&self, to: &mut Packer) {
        let (number, _) = to.texts.insert_full(self.clone());
        to.count(number);
    }

    #[inline]
    fn unpack(from: &mut Unpacker<'_>) -> Option<Rc<str>> {
        let number = usize::try_from(from.number()?).ok()?;
        from.texts.get(number).cloned()
    }
}

impl Packed for String {
    fn pack(&self, to: &mut Packer) {
        to.bytes(self.as_bytes());
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<String> {
        String::from_utf8(from.bytes()?.to_vec()).ok()
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(content) = self {
            content.pack(to);
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Option<T>> {
        Some(if bool::unpack(from)? { Some(T::unpack(from)?) } else { None })
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        to.count(self.len());
        self.iter().for_each(|item| item.pack(to));
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Vec<T>> {
        let count = from.count()?;
        let mut items = Vec::with_capacity(count);
        for _ in 0..count {
            items.push(T::unpack(from)?);
        }
        Some(items)
    }
}

impl Packed for Rc<Unit> {
    fn pack(&self, to: &mut Packer) {
        (**self).pack(to);
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Rc<Unit>> {
        from.depth += 1;
        let unit = (from.depth < MAX_DEPTH).then(|| Unit::unpack(from)).flatten();
        from.depth -= 1;
        unit.map(Rc::new)
    }
}

const BINARY: [BinaryOperator; 13] = [
    BinaryOperator::Add,
    BinaryOperator::Subtract,
    BinaryOperator::Multiply,
    BinaryOperator::MatrixMultiply,
    BinaryOperator::TrueDivide,
    BinaryOperator::FloorDivide,
    BinaryOperator::Modulo,
    BinaryOperator::Power,
    BinaryOperator::LeftShift,
    BinaryOperator::RightShift,
    BinaryOperator::And,
    BinaryOperator::Or,
    BinaryOperator::Xor,
];
const COMPARISONS: [Comparison; 6] = [
    Comparison::Less,
    Comparison::LessEqual,
    Comparison::Equal,
    Comparison::NotEqual,
    Comparison::Greater,
    Comparison::GreaterEqual,
];

/// Set in the byte of a comparison.
const COMPARE: u8 = 0x80;

impl Packed for Operator {
    fn pack(&self, to: &mut Packer) {
        to.out.push(match self {
            Operator::Binary(operator, in_place) => (*operator as u8) << 1 | u8::from(*in_place),
            Operator::Compare(comparison) => COMPARE | *comparison as u8,
        });
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Operator> {
        let byte = u8::unpack(from)?;
        let number = usize::from(byte & !COMPARE);
        Some(match byte & COMPARE {
            0 => Operator::Binary(*BINARY.get(number >> 1)?, byte & 1 != 0),
            _ => Operator::Compare(*COMPARISONS.get(number)?),
        })
    }
}

/// The kinds of constants, by number.
mod kind {
    pub(super) const NONE: u8 = 0;
    pub(super) const FALSE: u8 = 1;
    pub(super) const TRUE: u8 = 2;
    pub(super) const ELLIPSIS: u8 = 3;
    pub(super) const INT: u8 = 4;
    pub(super) const BIG_INT: u8 = 5;
    pub(super) const FLOAT: u8 = 6;
    pub(super) const COMPLEX: u8 = 7;
    pub(super) const STR: u8 = 8;
    pub(super) const SURROGATES: u8 = 9;
    pub(super) const BYTES: u8 = 10;
    pub(super) const TUPLE: u8 = 11;
    pub(super) const FROZEN_SET: u8 = 12;
    pub(super) const CODE: u8 = 13;
    pub(super) const WRITTEN: u8 = 14;
}

impl Packed for Piece {
    fn pack(&self, to: &mut Packer) {
        match self {
            Piece::Text(text) => {
                to.out.push(0);
                to.bytes(text);
            }
            Piece::Repr(constant) => {
                to.out.push(1);
                constant.pack(to);
            }
            Piece::FString(pieces) => {
                to.out.push(2);
                pieces.to_vec().pack(to);
            }
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Piece> {
        from.depth += 1;
        if from.depth > MAX_DEPTH {
            return None;
        }
        let piece = match u8::unpack(from)? {
            0 => Piece::Text(from.bytes()?.to_vec()),
            1 => Piece::Repr(Const::unpack(from)?),
            2 => Piece::FString(Vec::unpack(from)?.into()),
            _ => return None,
        };
        from.depth -= 1;
        Some(piece)
    }
}

impl Packed for Const {
    fn pack(&self, to: &mut Packer) {
        let (kind, words): (u8, &[u64]) = match self {
            Const::None => (kind::NONE, &[]),
            Const::Bool(false) => (kind::FALSE, &[]),
            Const::Bool(true) => (kind::TRUE, &[]),
            Const::Ellipsis => (kind::ELLIPSIS, &[]),
            Const::Int(n) => (kind::INT, &[*n as u64]),
            Const::BigInt(_) => (kind::BIG_INT, &[]),
            Const::Float(bits) => (kind::FLOAT, &[*bits]),
            Const::Complex(real, imaginary) => (kind::COMPLEX, &[*real, *imaginary]),
            Const::Str(_) => (kind::STR, &[]),
            Const::Surrogates(_) => (kind::SURROGATES, &[]),
            Const::Bytes(_) => (kind::BYTES, &[]),
            Const::Tuple(_) => (kind::TUPLE, &[]),
            Const::FrozenSet(_) => (kind::FROZEN_SET, &[]),
            Const::Code(_) => (kind::CODE, &[]),
            Const::Written(_) => (kind::WRITTEN, &[]),
        };
        to.out.push(kind);
        words.iter().for_each(|word| to.out.extend_from_slice(&word.to_le_bytes()));
        match self {
            Const::BigInt(n) => to.bytes(&n.to_signed_bytes_le()),
            Const::Str(text) => text.pack(to),
            Const::Surrogates(bytes) | Const::Bytes(bytes) => to.bytes(bytes),
            Const::Tuple(items) | Const::FrozenSet(items) => items.to_vec().pack(to),
            Const::Code(CodeConst(unit)) => unit.pack(to),
            Const::Written(pieces) => pieces.to_vec().pack(to),
            _ => {}
        }
    }

    fn unpack(from: &mut Unpacker<'_>) -> Option<Const> {
        from.depth += 1;
        if from.depth > MAX_DEPTH {
            return None;
        }
        let constant = match u8::unpack(from)? {
            kind::NONE => Const::None,
            kind::FALSE => Const::Bool(false),
            kind::TRUE => Const::Bool(true),
            kind::ELLIPSIS => Const::Ellipsis,
            kind::INT => Const::Int(from.word()? as i64),
            kind::BIG_INT => Const::BigInt(BigInt::from_signed_bytes_le(from.bytes()?)),
            kind::FLOAT => Const::Float(from.word()?),
            kind::COMPLEX => Const::Complex(from.word()?, from.word()?),
            kind::STR => Const::Str(Rc::unpack(from)?),
            kind::SURROGATES => Const::Surrogates(from.bytes()?.into()),
            kind::BYTES => Const::Bytes(from.bytes()?.into()),
            kind::TUPLE => Const::Tuple(Vec::unpack(from)?.into()),
            kind::FROZEN_SET => Const::FrozenSet(Vec::unpack(from)?.into()),
            kind::CODE => Const::Code(CodeConst(Rc::unpack(from)?)),
            kind::WRITTEN => Const::Written(Vec::unpack(from)?.into()),
            _ => return None,
        };
        from.depth -= 1;
        Some(constant)
    }
}

#[cfg(test)]
mod tests {
    use super::{fingerprint, pack, unpack};
    use crate::compiler::{compile_module, disassemble};
    use crate::syntax::Source;

    const TEXT: &str = "
'''A text.'''
import a.b as c
X = (1, -2.5, 3j, 10 ** 30, 'é', '\\ud800', b'\\xff', ..., None, True, (1, ('x',)), '')
def f(a, /, b=1, *args, c: int, **k) -> str:
    '''Doc.'''
    def g():
        nonlocal a
        a += b @ c
        yield lambda: a
    return a in {1, 2} and b <= c
class C(X, metaclass=f):
    async def m(self):
        try:
            async with self as x: await x.y()
        except* ValueError: pass
        finally: del self.z
";

    #[test]
    fn what_is_packed_is_unpacked() {
        let source = Source::new("a name", TEXT);
        let unit = compile_module(&source).expect("no error");
        let bytes = pack(&unit);
        let same = unpack(&bytes, "a name").expect("a unit");
        assert_eq!(format!("{unit:?}"), format!("{same:?}"));
        assert_eq!(disassemble(&unit), disassemble(&same));
        let other = unpack(&bytes, "another name").expect("a unit");
        assert_eq!(&*other.file, "another name");
        assert_eq!(format!("{:?}", other.constants), format!("{:?}", unit.constants));
        let source = Source::new("", "x = ''\n");
        let unit = compile_module(&source).expect("no error");
        let same = unpack(&pack(&unit), "a name").expect("a unit");
        assert_eq!(same.constants, unit.constants);
    }

    #[test]
    fn other_bytes_do_no_harm() {
        let unit = compile_module(&Source::new("", TEXT)).expect("no error");
        let bytes = pack(&unit);
        for len in 0..bytes.len() {
            assert!(unpack(&bytes[..len], "").is_none());
        }
        for at in 0..bytes.len() {
            let mut bytes = bytes.clone();
            bytes[at] = bytes[at].wrapping_mul(167).wrapping_add(13);
            drop(unpack(&bytes, ""));
        }
    }

    #[test]
    fn texts_have_fingerprints() {
        assert_eq!(fingerprint("x = 1"), fingerprint("x = 1"));
        assert_ne!(fingerprint("x = 1"), fingerprint("x = 2"));
    }
}
