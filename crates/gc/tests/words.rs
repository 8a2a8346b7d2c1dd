//! What a value's word can hold, and how large things are.

use objmodel_gc::{Borrowed, Gc, Payload, Trace, Value};
use proptest::prelude::*;

#[derive(Trace)]
struct Nothing;
impl Payload for Nothing {}

#[test]
fn sizes() {
    assert_eq!(size_of::<Value>(), 8);
    assert_eq!(size_of::<Option<Value>>(), 8);
    assert_eq!(size_of::<Option<Gc<Nothing>>>(), 8);
    assert_eq!(size_of::<Option<Borrowed<'static>>>(), 8);
}

#[test]
fn the_edges_of_small_integers() {
    for edge in [(1 << 61) - 1, -(1 << 61), 0, -1] {
        assert_eq!(Value::small_int(edge).and_then(|value| value.as_small_int()), Some(edge));
    }
    assert!(Value::small_int(1 << 61).is_none());
    assert!(Value::small_int(-(1 << 61) - 1).is_none());
}

#[test]
fn immediates_are_neither_numbers_nor_objects() {
    for number in 0..=255 {
        let value = Value::immediate(number);
        assert_eq!(value.as_immediate(), Some(number));
        assert!(value.as_small_int().is_none() && value.as_immediate_float().is_none());
        assert!(!value.is_object() && value.class().is_none());
    }
    for zero in [0.0f64, -0.0] {
        let value = Value::immediate_float(zero).unwrap();
        assert!(value.as_immediate().is_none());
        assert_eq!(value.as_immediate_float().unwrap().to_bits(), zero.to_bits());
    }
    assert!(Value::immediate_float(f64::NAN).is_none());
    assert!(Value::immediate_float(f64::INFINITY).is_none());
}

proptest! {
    #[test]
    fn words_keep_what_they_take(bits: u64) {
        let number = f64::from_bits(bits);
        if let Some(value) = Value::immediate_float(number) {
            prop_assert_eq!(value.as_immediate_float().map(f64::to_bits), Some(bits));
            prop_assert!(!value.is_object() && value.as_small_int().is_none());
        }
        let ordinary = number.abs() >= 1e-76 && number.abs() < 1e77;
        prop_assert!(!ordinary || Value::immediate_float(number).is_some());
        if let Some(value) = Value::small_int(bits as i64) {
            prop_assert_eq!(value.as_small_int(), Some(bits as i64));
            prop_assert!(!value.is_object() && value.as_immediate_float().is_none());
        }
    }

    #[test]
    fn pairs_are_what_their_words_are(
        x in prop_oneof![any::<i64>(), any::<i64>().prop_map(|x| x >> 3), -3..3i64],
        y in prop_oneof![any::<i64>(), any::<i64>().prop_map(|y| y >> 3), -3..3i64],
        kinds: (u8, u8),
    ) {
        let of = |number: i64, kind: u8| match kind % 4 {
            0 => Value::immediate_float(f64::from_bits(number as u64)),
            1 => Some(Value::immediate(number as u8)),
            2 => None,
            _ => Value::small_int(number),
        };
        let (left, right) = (of(x, kinds.0), of(y, kinds.1));
        let int = |value: &Option<Value>| value.as_ref().and_then(Value::as_small_int);
        let both = int(&left).zip(int(&right));
        prop_assert_eq!(Value::small_ints(&left, &right), both);
        let sum = both.and_then(|(x, y)| Value::small_int(x + y));
        prop_assert_eq!(int(&Value::small_sum(&left, &right)), int(&sum));
        let difference = both.and_then(|(x, y)| Value::small_int(x - y));
        prop_assert_eq!(int(&Value::small_difference(&left, &right)), int(&difference));
        let float = |value: &Option<Value>| {
            value.as_ref().and_then(Value::as_immediate_float).filter(|number| *number != 0.0)
        };
        prop_assert_eq!(Value::immediate_floats(&left, &right), float(&left).zip(float(&right)));
    }
}
