//! Integers as rows of decimal digits, with arithmetic as it is taught in school: slow, and apart from all other code.

use std::cmp::Ordering;
use std::fmt;

/// A whole number: its sign and its digits, lowest first, without zeros at the top.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
}

impl Decimal {
    pub(super) fn new(negative: bool, mut digits: Vec<u8>) -> Decimal {
        while digits.last() == Some(&0) {
            digits.pop();
        }
        Decimal { negative: negative && !digits.is_empty(), digits }
    }

    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    fn negated(&self) -> Decimal {
        Decimal::new(!self.negative, self.digits.clone())
    }

    pub(super) fn plus(&self, other: &Decimal) -> Decimal {
        if self.negative == other.negative {
            return Decimal::new(self.negative, sum(&self.digits, &other.digits));
        }
        match order(&self.digits, &other.digits) {
            Ordering::Less => Decimal::new(other.negative, difference(&other.digits, &self.digits)),
            _ => Decimal::new(self.negative, difference(&self.digits, &other.digits)),
        }
    }

    pub(super) fn minus(&self, other: &Decimal) -> Decimal {
        self.plus(&other.negated())
    }

    pub(super) fn times(&self, other: &Decimal) -> Decimal {
        let mut row = vec![0_u32; self.digits.len() + other.digits.len()];
        for (i, a) in self.digits.iter().enumerate() {
            for (j, b) in other.digits.iter().enumerate() {
                row[i + j] += u32::from(*a) * u32::from(*b);
            }
        }
        let mut carry = 0;
        let carried = row.into_iter().map(|cell| {
            let all = cell + carry;
            carry = all / 10;
            (all % 10) as u8
        });
        let digits = carried.collect();
        Decimal::new(self.negative != other.negative, digits)
    }

    /// Quotient rounded down, and the remainder, which has the divisor's sign.
    pub(super) fn divided(&self, by: &Decimal) -> (Decimal, Decimal) {
        let mut quotient = vec![0; self.digits.len()];
        let mut rest: Vec<u8> = Vec::new();
        for (at, digit) in self.digits.iter().enumerate().rev() {
            rest.insert(0, *digit);
            while rest.last() == Some(&0) {
                rest.pop();
            }
            while order(&rest, &by.digits) != Ordering::Less {
                rest = Decimal::new(false, difference(&rest, &by.digits)).digits;
                quotient[at] += 1;
            }
        }
        let quotient = Decimal::new(self.negative != by.negative, quotient);
        let rest = Decimal::new(self.negative, rest);
        if rest.is_zero() || self.negative == by.negative {
            return (quotient, rest);
        }
        (quotient.minus(&Decimal::new(false, vec![1])), rest.plus(by))
    }

    pub(super) fn less(&self, other: &Decimal) -> bool {
        self.minus(other).negative
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.negative {
            f.write_str("-")?;
        }
        if self.is_zero() {
            f.write_str("0")?;
        }
        self.digits.iter().rev().try_for_each(|digit| write!(f, "{digit}"))
    }
}

fn order(a: &[u8], b: &[u8]) -> Ordering {
    a.len().cmp(&b.len()).then_with(|| a.iter().rev().cmp(b.iter().rev()))
}

fn sum(a: &[u8], b: &[u8]) -> Vec<u8> {
    let (mut digits, mut carry) = (Vec::new(), 0);
    for at in 0..a.len().max(b.len()) + 1 {
        let all = a.get(at).unwrap_or(&0) + b.get(at).unwrap_or(&0) + carry;
        digits.push(all % 10);
        carry = all / 10;
    }
    digits
}

/// The difference of digits that are not fewer than the others.
fn difference(a: &[u8], b: &[u8]) -> Vec<u8> {
    let (mut digits, mut borrow) = (Vec::new(), 0);
    for (at, digit) in a.iter().enumerate() {
        let take = b.get(at).unwrap_or(&0) + borrow;
        borrow = u8::from(*digit < take);
        digits.push(digit + 10 * borrow - take);
    }
    digits
}
