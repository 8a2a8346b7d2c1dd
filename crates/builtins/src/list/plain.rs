//! Sorting by keys that are all of one plain kind: small integers, floats, or strings. No Python code
//! takes part, so any stable sort will do, and each key is looked at once: what decides is taken out
//! of it and sorted together with the item's number.

use objmodel::objects::str::StrObject;
use objmodel::{Runtime, Value};

/// Sorts item numbers by the items' keys; whether these are of one plain kind.
pub(super) fn sort(rt: &Runtime, keys: &[Value], order: &mut [u32]) -> bool {
    let Some(first) = keys.first() else { return true };
    if first.as_small_int().is_some() {
        return sort_ranked(order, ranks(keys, order, Value::as_small_int));
    }
    if first.as_immediate_float().is_some() {
        return sort_ranked(order, ranks(keys, order, rank_of_float));
    }
    match texts(rt, keys) {
        Some(texts) => {
            sort_texts(&texts, order);
            true
        }
        None => false,
    }
}

/// The ranks of all items in the given order, if each key has one.
fn ranks(
    keys: &[Value],
    order: &[u32],
    rank: impl Fn(&Value) -> Option<i64>,
) -> Option<Vec<(i64, u32)>> {
    order.iter().map(|&at| Some((rank(keys.get(at as usize)?)?, at))).collect()
}

fn sort_ranked(order: &mut [u32], ranks: Option<Vec<(i64, u32)>>) -> bool {
    let Some(mut ranks) = ranks else { return false };
    ranks.sort_by_key(|(rank, _)| *rank);
    put(order, ranks.into_iter().map(|(_, at)| at));
    true
}

fn put(order: &mut [u32], sorted: impl Iterator<Item = u32>) {
    for (place, at) in order.iter_mut().zip(sorted) {
        *place = at;
    }
}

/// An integer that orders floats as they are ordered. NaN has none.
fn rank_of_float(key: &Value) -> Option<i64> {
    let x = key.as_immediate_float().filter(|x| !x.is_nan())?;
    // The sum makes one zero of both. Negative floats are ordered against their bits.
    let bits = (x + 0.0).to_bits() as i64;
    Some(if bits < 0 { bits ^ i64::MAX } else { bits })
}

/// The texts of keys that are all exact strings.
fn texts<'a>(rt: &'a Runtime, keys: &'a [Value]) -> Option<Vec<&'a [u8]>> {
    let text = |key: &'a Value| {
        let text = key.get::<StrObject>(rt).filter(|_| key.is_leaf())?;
        Some(text.as_bytes())
    };
    keys.iter().map(text).collect()
}

/// Strings are told apart by the eight bytes behind what all have in common, and only those that
/// agree there are compared. The order of their bytes is that of their code points.
fn sort_texts(texts: &[&[u8]], order: &mut [u32]) {
    let common = common_prefix(texts);
    let behind = |at: u32| texts.get(at as usize).and_then(|text| text.get(common..));
    if texts.iter().all(|text| text.len() < common + 8) {
        let rank = |at: &u32| rank_of_short(behind(*at).unwrap_or_default());
        let mut ranks: Vec<(u64, u32)> = order.iter().map(|at| (rank(at), *at)).collect();
        ranks.sort_by_key(|(rank, _)| *rank);
        return put(order, ranks.into_iter().map(|(_, at)| at));
    }
    let rank = |at: u32| {
        let mut bytes = [0; 8];
        for (byte, of_text) in bytes.iter_mut().zip(behind(at).unwrap_or_default()) {
            *byte = *of_text;
        }
        u64::from_be_bytes(bytes)
    };
    let mut ranks: Vec<(u64, u32)> = order.iter().map(|&at| (rank(at), at)).collect();
    ranks.sort_by(|(a, at_a), (b, at_b)| a.cmp(b).then_with(|| behind(*at_a).cmp(&behind(*at_b))));
    put(order, ranks.into_iter().map(|(_, at)| at));
}

/// An integer that orders texts of at most seven bytes: those, then how many they are.
fn rank_of_short(text: &[u8]) -> u64 {
    let mut bytes = [0; 8];
    for (byte, of_text) in bytes.iter_mut().zip(text) {
        *byte = *of_text;
    }
    u64::from_be_bytes(bytes) | text.len() as u64
}

/// How many bytes at the beginning are the same in all texts.
fn common_prefix(texts: &[&[u8]]) -> usize {
    let Some((first, rest)) = texts.split_first() else { return 0 };
    let mut common = first.len();
    for text in rest {
        let pairs = first.iter().zip(*text).take(common);
        common = pairs.take_while(|(a, b)| a == b).count();
    }
    common
}

#[cfg(test)]
mod tests {
    use super::{rank_of_float, sort_texts};
    use objmodel::Value;

    #[test]
    fn ranks_order_floats() {
        let floats = [-1e70, -2.5, -1.0, -1e-70, 0.0, 1e-70, 0.5, 1.0, 3.0, 1e70];
        let values: Vec<Value> = floats.iter().filter_map(|x| Value::immediate_float(*x)).collect();
        let ranks: Vec<_> = values.iter().map(rank_of_float).collect();
        assert_eq!(ranks.len(), floats.len());
        assert!(ranks.is_sorted_by(|a, b| a < b));
        let zeros = [0.0, -0.0].map(|x| Value::immediate_float(x).as_ref().and_then(rank_of_float));
        assert_eq!(zeros[0], zeros[1]);
    }

    #[test]
    fn texts_are_ordered_by_all_their_bytes() {
        let mut seed = 1u32;
        for prefix in ["", "key", "a longer prefix"] {
            let texts: Vec<String> = (0..500)
                .map(|_| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    let tail = ["", "\0", "\0\0", "b", "eight by", "eight byt", "é"];
                    let tail = tail[(seed >> 8) as usize % tail.len()];
                    format!("{prefix}{}{tail}", ["", "x", "yyyyyyyy"][(seed >> 20) as usize % 3])
                })
                .collect();
            let bytes: Vec<&[u8]> = texts.iter().map(String::as_bytes).collect();
            let short: Vec<&[u8]> = bytes.iter().map(|text| &text[..text.len().min(7)]).collect();
            for texts in [bytes, short] {
                let mut order: Vec<u32> = (0..texts.len() as u32).collect();
                let mut expected = order.clone();
                sort_texts(&texts, &mut order);
                expected.sort_by_key(|at| texts[*at as usize]);
                assert_eq!(order, expected);
            }
        }
    }
}
