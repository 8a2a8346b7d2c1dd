//! Integer arithmetic against the school's.

use programs::choices::Choices;

use super::decimal::Decimal;
use super::run;
use crate::inside::Outcome;

/// Computes with two integers, here and with the slow oracle; text goes in and comes out, so reading and printing of
/// numbers are judged too.
///
/// # Panics
/// If the results differ.
pub fn number(bytes: &[u8]) {
    let mut choices = Choices::of_bytes(bytes);
    let (a, b) = (integer(&mut choices), integer(&mut choices));
    let mut expected: Vec<String> =
        [a.plus(&b), a.minus(&b), a.times(&b)].iter().map(ToString::to_string).collect();
    expected.push(if a.less(&b) { "True" } else { "False" }.into());
    expected.push(if a == b { "True" } else { "False" }.into());
    if b.is_zero() {
        expected.push("ZeroDivisionError".into());
    } else {
        let (quotient, rest) = a.divided(&b);
        expected.extend([quotient.to_string(), rest.to_string()]);
        // What was divided comes back in binary notation too.
        expected.push("True".into());
    }
    let text = format!(
        "a, b = int('{a}'), int('{b}')
print(a + b, a - b, a * b, a < b, a == b, sep='\\n')
try:
    print(a // b, a % b, sep='\\n')
    print(a == (a // b) * b + a % b and divmod(a, b) == (a // b, a % b)
          and int(hex(a), 16) == a and int(bin(b), 2) == b and int(oct(a), 8) == a
          and a << 70 >> 70 == a and (a ^ b) ^ b == a and (a & b) + (a | b) == a + b
          and ~a == -a - 1 and int.from_bytes(a.to_bytes(200, 'little', signed=True), 'little', signed=True) == a
          and hash(a) == hash(a + 0) and (a * b) ** 2 == a * a * (b * b) and a - b == -(b - a)
          and (a * a).bit_length() <= 2 * a.bit_length() and pow(a, 5, b) == a ** 5 % b)
except ZeroDivisionError:
    print('ZeroDivisionError')
"
    );
    let run = run(&text);
    assert_eq!(run.outcome, Outcome::Done, "{text}");
    assert_eq!(run.output.lines().collect::<Vec<_>>(), expected, "{text}");
}

/// An integer of up to 120 digits; runs of nines and zeros are common, where carries are.
fn integer(choices: &mut Choices<'_>) -> Decimal {
    let negative = choices.chance(100);
    let mut digits = Vec::new();
    for _ in 0..choices.below(10) {
        let digit = [0, 9, 1, 5][choices.below(4)] + choices.below(2) as u8;
        let run = 1 + choices.below(12);
        digits.extend(std::iter::repeat_n(digit.min(9), run));
    }
    Decimal::new(negative, digits)
}
