//! Iterators over a deque, which notice when items come or go.

use objmodel::gc::Trace;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Result, Runtime, Type, Value};

use super::value::Deque;

/// A place in a deque.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
struct Place {
    deque: Value,
    /// How many items are left.
    #[trace(leaf)]
    left: usize,
    /// The state that the deque must still be in.
    #[trace(leaf)]
    state: u64,
}

macro_rules! iterators {
    ($($payload:ident $table:ident $name:literal $new:ident $next:ident $hint:ident $reduce:ident $from_end:literal;)*) => {$(
        /// The payload of this iterator.
        #[derive(Trace)]
        #[trace(crate = objmodel::gc)]
        pub(super) struct $payload(Place);

        impl Payload for $payload {}

        impl $payload {
            /// An iterator over all items.
            pub(super) fn over(rt: &mut Runtime, deque: Borrowed<'_>) -> Result {
                let Some((left, state)) = deque.get::<Deque>(rt).map(|d| (d.len(), d.state)) else {
                    return Err(rt.type_error("a deque is required"));
                };
                let place = Place { deque: deque.to_value(), left, state };
                rt.alloc_registered($payload(place)).map(Gc::into_value)
            }
        }

        fn $new<'a>(rt: &mut Runtime, _: &Type, args: CallArgs<'a>) -> Result {
            let deque = begin(rt, args)?;
            let iterator = $payload::over(rt, deque)?;
            let skipped = match args.positionals().get(1) {
                Some(skipped) => usize::try_from(rt.index_clamped(*skipped)?).unwrap_or(0),
                None => 0,
            };
            if let Some($payload(place)) = iterator.get_mut(rt) {
                place.left = place.left.saturating_sub(skipped);
            }
            Ok(iterator)
        }

        fn $next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
            let Some($payload(place)) = own.get::<$payload>(rt) else { return Ok(None) };
            let Some(deque) = place.deque.get::<Deque>(rt) else { return Ok(None) };
            let changed = deque.state != place.state;
            let index = if $from_end { place.left.checked_sub(1) } else { deque.len().checked_sub(place.left) };
            let item = index.filter(|_| place.left > 0 && !changed).and_then(|i| deque.get(i).cloned());
            let Some($payload(place)) = own.get_mut::<$payload>(rt) else { return Ok(None) };
            place.left = if changed { 0 } else { place.left.saturating_sub(1) };
            if changed {
                return Err(rt.runtime_error("deque mutated during iteration"));
            }
            Ok(item)
        }

        fn $hint(rt: &mut Runtime, args: Args<'_>) -> Result {
            let left = args.at(0).get::<$payload>(rt).map_or(0, |payload| payload.0.left);
            rt.int_from_usize(left)
        }

        fn $reduce(rt: &mut Runtime, args: Args<'_>) -> Result {
            let own = args.at(0);
            let class = Value::clone(&rt.type_of(own));
            let Some($payload(place)) = own.get::<$payload>(rt) else { return Ok(class) };
            let (deque, left) = (place.deque.clone(), place.left);
            let len = deque.get::<Deque>(rt).map_or(0, Deque::len);
            let arguments = [deque, rt.int_from_usize(len.saturating_sub(left))?];
            let arguments = rt.tuple(arguments.into_iter())?.into_value();
            rt.tuple([class, arguments].into_iter()).map(Gc::into_value)
        }

        /// The table of this iterator.
        pub(super) const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpNew, SlotFn::New($new)),
                (SlotId::TpIter, SlotFn::Unary(objmodel_builtins::iter_itself)),
                (SlotId::TpIternext, SlotFn::IterNext($next)),
            ],
            methods: &[
                MethodSpec::method("__length_hint__", "($self, /)", $hint)
                    .doc("How many items are left."),
                MethodSpec::method("__reduce__", "($self, /)", $reduce)
                    .doc("Return state information for pickling."),
            ],
            ..ClassSpec::DEFAULT
        };
    )*};
}

iterators! {
    DequeIterator ITERATOR "collections._deque_iterator" new_forward next_forward hint_forward reduce_forward false;
    DequeReverseIterator REVERSE_ITERATOR "collections._deque_reverse_iterator" new_back next_back hint_back reduce_back true;
}

/// The deque that a constructor was given.
fn begin<'a>(rt: &Runtime, args: CallArgs<'a>) -> Result<Borrowed<'a>> {
    match args.positionals().first() {
        Some(deque) if deque.is_payload::<Deque>() => Ok(*deque),
        Some(other) => {
            let class = rt.type_name(*other);
            Err(rt.type_error(format!("argument 1 must be collections.deque, not {class}")))
        }
        None => Err(rt.type_error("function takes at least 1 argument (0 given)")),
    }
}
