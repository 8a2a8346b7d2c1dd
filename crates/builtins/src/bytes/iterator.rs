//! `bytes_iterator` and `bytearray_iterator`.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Result, Runtime, Value, singletons};

use super::own;
use crate::iterator::{itself, reduce};

macro_rules! iterator {
    ($payload:ident $table:ident $over:ident $next:ident $hint:ident $reduce:ident $set:ident $name:literal) => {
        /// The payload of this iterator.
        #[derive(Trace)]
        #[trace(crate = objmodel::gc)]
        pub(crate) struct $payload {
            /// `None` once it has ended.
            bytes: Option<Value>,
            #[trace(leaf)]
            index: usize,
        }

        impl Payload for $payload {}

        pub(super) fn $over(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
            let payload = $payload { bytes: Some(own.to_value()), index: 0 };
            rt.alloc_registered(payload).map(Gc::into_value)
        }

        fn $next(rt: &mut Runtime, value: Borrowed<'_>) -> Result<Option<Value>> {
            let Some(payload) = value.get::<$payload>(rt) else { return Ok(None) };
            let Some(bytes) = &payload.bytes else { return Ok(None) };
            let byte = own(rt, bytes.as_ref()).get(payload.index).copied();
            let Some(payload) = value.get_mut::<$payload>(rt) else { return Ok(None) };
            match byte {
                Some(byte) => {
                    payload.index += 1;
                    rt.int(byte.into()).map(Some)
                }
                None => {
                    let ended = payload.bytes.take();
                    drop(ended);
                    Ok(None)
                }
            }
        }

        fn $hint<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let left = match args.at(0).get::<$payload>(rt) {
                Some($payload { bytes: Some(bytes), index }) => {
                    own(rt, bytes.as_ref()).len().saturating_sub(*index)
                }
                _ => 0,
            };
            rt.int_from_usize(left)
        }

        fn $reduce<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let place = |rt: &Runtime| {
                let payload = args.at(0).get::<$payload>(rt)?;
                Some((payload.bytes.clone()?, payload.index as i64))
            };
            reduce::place(rt, "iter", place, reduce::no_tuple)
        }

        fn $set<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let index = reduce::index_of(rt, args.at(1))?;
            if let Some(payload) = args.at(0).get_mut::<$payload>(rt) {
                payload.index = usize::try_from(index).unwrap_or(0);
            }
            Ok(singletons::none())
        }

        /// The table of this iterator.
        pub(crate) const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpIter, SlotFn::Unary(itself)),
                (SlotId::TpIternext, SlotFn::IterNext($next)),
            ],
            methods: &[
                MethodSpec::method("__length_hint__", "($self, /)", $hint)
                    .doc("Private method returning an estimate of len(list(it))."),
                MethodSpec::method("__reduce__", "($self, /)", $reduce)
                    .doc("Return state information for pickling."),
                MethodSpec::method("__setstate__", "($self, object, /)", $set)
                    .doc("Set state information for unpickling."),
            ],
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

iterator!(BytesIterator BYTES_ITERATOR over_bytes next_byte bytes_hint reduce_bytes set_bytes "bytes_iterator");
iterator!(ByteArrayIterator BYTEARRAY_ITERATOR over_bytearray next_of_array array_hint reduce_array set_array "bytearray_iterator");
