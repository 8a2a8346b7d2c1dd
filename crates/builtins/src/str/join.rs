//! `str.join`.

use objmodel::{Args, Result, Runtime};

use super::{bytes_of, make, own, unchanged};
use crate::sequence;

pub(super) fn join(rt: &mut Runtime, args: Args<'_>) -> Result {
    let iterable = args.at(1);
    let items =
        sequence::collect_or_refuse(rt, iterable, |_| "can only join an iterable".to_owned())?;
    if let [only] = &items[..]
        && bytes_of(rt, only.as_ref()).is_some()
    {
        return unchanged(rt, only.as_ref());
    }
    let separator = own(rt, args);
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
    let mut text = Vec::with_capacity(size);
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            text.extend_from_slice(separator);
        }
        text.extend_from_slice(bytes_of(rt, item.as_ref()).unwrap_or_default());
    }
    let joined = make(rt, &text)?;
    rt.tick(size / 64)?;
    Ok(joined)
}
