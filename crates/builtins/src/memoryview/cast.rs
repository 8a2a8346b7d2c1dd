//! `memoryview.cast`: the same bytes as items of another format, in other rows.

use objmodel::objects::list::ListObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Args, Borrowed, Result, Runtime};

use super::format::Format;
use super::layout::Shape;
use super::view::{MemoryView, make, parts, usable};
use crate::sequence;

/// Views have at most this many dimensions.
const MAX_DIMENSIONS: usize = 64;

pub(super) fn cast(rt: &mut Runtime, args: Args<'_>) -> Result {
    let own = args.at(0);
    let Some(format) = args.at(1).get::<StrObject>(rt) else {
        let class = rt.argument_name(args.at(1));
        return Err(rt.type_error(format!("cast() argument 'format' must be str, not {class}")));
    };
    let (text, format) = (format.as_str().into_owned(), args.at(1));
    usable(rt, own)?;
    let view = parts(rt, own)?;
    if !view.layout.is_c_contiguous() {
        return Err(rt.type_error("memoryview: casts are restricted to C-contiguous views"));
    }
    if !text.is_ascii()
        && let Some(format) = format.typed::<StrObject>()
    {
        // That is an error.
        crate::codec::encode(rt, &format, "ascii", "strict")?;
    }
    let flat = view.layout.dimensions() == 1;
    if (args.get(2).is_some() || !flat) && view.layout.shape.contains(&0) {
        return Err(rt.type_error("memoryview: cannot cast view with zeros in shape or strides"));
    }
    let dimensions = match args.get(2) {
        Some(shape) => Some(check_dimensions(rt, shape, flat)?),
        None => None,
    };
    let Some(format) = Format::parse(&text) else {
        return Err(rt.value_error(
            "memoryview: destination format must be a native single character format prefixed \
             with an optional '@'",
        ));
    };
    if !view.format.is_byte() && !format.is_byte() {
        return Err(rt.type_error("memoryview: cannot cast between two non-byte formats"));
    }
    let (bytes, size) = (view.layout.bytes(), format.size());
    if bytes % size != 0 {
        return Err(rt.type_error("memoryview: length is not a multiple of itemsize"));
    }
    let shape = match (dimensions, args.get(2)) {
        (Some(_), Some(shape)) => read_shape(rt, shape, size, bytes)?,
        _ => Shape::from_slice(&[bytes / size]),
    };
    let layout = view.layout.reshaped(size, shape);
    make(rt, MemoryView { layout, format, ..view })
}

fn check_dimensions(rt: &Runtime, shape: Borrowed<'_>, flat: bool) -> Result<usize> {
    if !shape.is_payload::<ListObject>() && !shape.is_payload::<TupleObject>() {
        return Err(rt.type_error("shape must be a list or a tuple"));
    }
    let dimensions = sequence::items(rt, shape).len();
    if dimensions > MAX_DIMENSIONS {
        return Err(rt.value_error("memoryview: number of dimensions must not exceed 64"));
    }
    if !flat && dimensions != 1 {
        return Err(rt.type_error("memoryview: cast must be 1D -> ND or ND -> 1D"));
    }
    Ok(dimensions)
}

/// The lengths of the dimensions, which must take up all the bytes.
fn read_shape(rt: &Runtime, shape: Borrowed<'_>, size: usize, bytes: usize) -> Result<Shape> {
    let mut lengths = Shape::new();
    let mut total = size;
    for item in sequence::items(rt, shape) {
        let Some(length) = rt.as_int(item.as_ref()) else {
            return Err(rt.type_error("memoryview.cast(): elements of shape must be integers"));
        };
        let Some(length) = length.to_i64() else {
            return Err(rt.overflow_error("Python int too large to convert to C ssize_t"));
        };
        let Some(length) = usize::try_from(length).ok().filter(|length| *length > 0) else {
            return Err(rt.value_error("memoryview.cast(): elements of shape must be integers > 0"));
        };
        match total.checked_mul(length).filter(|total| *total <= isize::MAX as usize) {
            Some(grown) => total = grown,
            None => {
                return Err(rt.value_error("memoryview.cast(): product(shape) > SSIZE_MAX"));
            }
        }
        lengths.push(length);
    }
    if total != bytes {
        return Err(rt.type_error("memoryview: product(shape) * itemsize != buffer size"));
    }
    Ok(lengths)
}
