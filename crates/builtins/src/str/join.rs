//! `str.join`.

use objmodel::{Args, Gc, Result, Runtime, Value};

use super::{bytes_of, own, unchanged};
use crate::sequence;

pub(super) fn join(rt: &mut Runtime, args: Args<'_>) -> Result {
    let iterable = args.at(1);
    // Nothing here runs code of the program, so items of a list or tuple can stay where they are.
    let class = rt.type_of(iterable);
    if class.is(&rt.types().list) || class.is(&rt.types().tuple) {
        return joined(rt, own(rt, args), sequence::items(rt, iterable));
    }
    let refusal = |_: &Runtime| "can only join an iterable".to_owned();
    let items = sequence::collect_or_refuse(rt, iterable, refusal)?;
    joined(rt, own(rt, args), &items)
}

fn joined(rt: &Runtime, separator: &[u8], items: &[Value]) -> Result {
    if let [only] = items
        && bytes_of(rt, only.as_ref()).is_some()
    {
        return unchanged(rt, only.as_ref());
    }
    let mut size = separator.len().saturating_mul(items.len().saturating_sub(1));
    for (number, item) in items.iter().enumerate() {
        match bytes_of(rt, item.as_ref()) {
            Some(text) => size = size.saturating_add(text.len()),
            None => {
                let class = rt.type_name(item.as_ref());
                return Err(rt.type_error(format!(
                    "sequence item {number}: expected str instance, {class} found"
                )));
            }
        }
    }
    rt.check_room(size)?;
    rt.tick(size / 64)?;
    let mut text = Vec::with_capacity(size);
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            text.extend_from_slice(separator);
        }
        text.extend_from_slice(bytes_of(rt, item.as_ref()).unwrap_or_default());
    }
    rt.str_from_buffer(text).map(Gc::into_value)
}
