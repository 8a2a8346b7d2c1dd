//! The normal forms: decomposed, put in order, and composed again.

use objmodel::gc::{ChargedVec, OutOfMemory};
use objmodel::{Result, Runtime};

use super::record::{Record, Version, composition, correction, decomposition, record};

/// A normal form.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// NFC and NFKC.
    pub(super) composed: bool,
    /// NFKC and NFKD: characters that only look like others become those.
    pub(super) compatible: bool,
}

impl Form {
    /// The form of a name.
    pub(super) fn named(name: &str) -> Option<Form> {
        let (composed, compatible) = match name {
            "NFC" => (true, false),
            "NFKC" => (true, true),
            "NFD" => (false, false),
            "NFKD" => (false, true),
            _ => return None,
        };
        Some(Form { composed, compatible })
    }
}

/// A code point with its combining class, and its place among the others.
#[derive(Clone, Copy)]
struct Item {
    class: u8,
    place: u32,
    point: u32,
}

const S: u32 = 0xac00;
const L: u32 = 0x1100;
const V: u32 = 0x1161;
const T: u32 = 0x11a7;
const V_COUNT: u32 = 21;
const T_COUNT: u32 = 28;
const S_COUNT: u32 = 19 * V_COUNT * T_COUNT;

/// The normal form of code points. It ticks once for each.
///
/// # Errors
/// `MemoryError`.
pub(super) fn normalize(
    rt: &mut Runtime,
    version: Version,
    form: Form,
    points: &[u32],
) -> Result<ChargedVec<u32>> {
    rt.tick(points.len())?;
    let mut items = rt.gather([])?;
    for &point in points {
        push(&mut items, version, form, point).map_err(|_| rt.memory_error())?;
    }
    rt.tick(items.len())?;
    for marks in items.split_mut(|item: &Item| item.class == 0) {
        marks.sort_unstable_by_key(|item| (item.class, item.place));
    }
    let len = if form.composed { compose(&mut items) } else { items.len() };
    rt.gather(items.iter().take(len).map(|item| item.point))
}

/// Adds what a code point is made of.
fn push(
    items: &mut ChargedVec<Item>,
    version: Version,
    form: Form,
    point: u32,
) -> std::result::Result<(), OutOfMemory> {
    if let Some(number) = point.checked_sub(S).filter(|&number| number < S_COUNT) {
        let (lv, t) = (number / T_COUNT, number % T_COUNT);
        for part in [L + lv / V_COUNT, V + lv % V_COUNT] {
            push_one(items, part)?;
        }
        return if t > 0 { push_one(items, T + t) } else { Ok(()) };
    }
    if let Some(to) = correction(version, point) {
        return push_one(items, to);
    }
    match decomposition(version, point) {
        // Parts are made of parts a few times at most: the table is of a fixed depth.
        Some((tag, parts)) if tag.is_empty() || form.compatible => {
            parts.iter().try_for_each(|&part| push(items, version, form, part))
        }
        _ => push_one(items, point),
    }
}

fn push_one(items: &mut ChargedVec<Item>, point: u32) -> std::result::Result<(), OutOfMemory> {
    let Record(_, _, class, ..) = record(Version::Current, point);
    let place = items.len() as u32;
    items.push(Item { class, place, point })
}

/// Composes what is in order, from the left; how many are left.
fn compose(items: &mut [Item]) -> usize {
    let (mut len, mut starter, mut last) = (0, None, 0);
    for at in 0..items.len() {
        let Some(&item) = items.get(at) else { break };
        let before = starter.and_then(|place: usize| items.get_mut(place));
        if let Some(before) = before
            && (last == 0 || last < item.class)
            && let Some(composed) = pair(before.point, item.point)
        {
            before.point = composed;
            continue;
        }
        if item.class == 0 {
            starter = Some(len);
        }
        last = item.class;
        if let Some(place) = items.get_mut(len) {
            *place = item;
        }
        len += 1;
    }
    len
}

/// What two code points are composed to.
fn pair(first: u32, second: u32) -> Option<u32> {
    if let (Some(l), Some(v)) = (first.checked_sub(L), second.checked_sub(V))
        && l < 19
        && v < V_COUNT
    {
        return Some(S + (l * V_COUNT + v) * T_COUNT);
    }
    if let (Some(number), Some(t)) = (first.checked_sub(S), second.checked_sub(T))
        && number < S_COUNT
        && number % T_COUNT == 0
        && (1..T_COUNT).contains(&t)
    {
        return Some(first + t);
    }
    composition(first, second)
}
