//! The rows that blocks of methods add to a class, put together while the host is compiled.

use objmodel_gc::{Borrowed, Visitor};
use objmodel_slots::SlotId;

use super::super::spec::{ComputeFn, Constant, GetSetSpec, MethodSpec};
use crate::arguments::Args;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::singletons;
use crate::types::Type;
use crate::types::slot::SlotFn;

pub type TraverseFn<T> = fn(&T, &mut Visitor<'_>);
pub type ClearFn<T> = fn(&mut T);
pub type ClassForFn<T> = fn(&T, &mut Runtime) -> Result<Type>;

/// What blocks of methods add to a class.
pub struct Rows {
    pub slots: &'static [(SlotId, SlotFn)],
    pub methods: &'static [MethodSpec],
    pub getset: &'static [GetSetSpec],
    pub attributes: &'static [(&'static str, Constant)],
    pub computed: &'static [(&'static str, ComputeFn)],
    pub text_signature: Option<&'static str>,
    /// The slots are those that a protocol names, whatever the class says of itself.
    pub exact: bool,
}

impl Rows {
    pub const EMPTY: Rows = Rows {
        slots: &[],
        methods: &[],
        getset: &[],
        attributes: &[],
        computed: &[],
        text_signature: None,
        exact: false,
    };
}

/// What a class without such a block has: constants of the type itself go before these.
pub trait NoMethods: Sized {
    const __PY_FLAGGED: bool = false;
    const __PY_ROWS: Rows = Rows::EMPTY;
    const __PY_TRAVERSE: Option<TraverseFn<Self>> = None;
    const __PY_CLEAR: Option<ClearFn<Self>> = None;
    const __PY_CLASS_FOR: Option<ClassForFn<Self>> = None;
    const __PYFIELDS_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_OBJECT_FLAGGED: bool = false;
    const __PYPROTO_OBJECT_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_NUMBER_FLAGGED: bool = false;
    const __PYPROTO_NUMBER_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_SEQUENCE_FLAGGED: bool = false;
    const __PYPROTO_SEQUENCE_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_MAPPING_FLAGGED: bool = false;
    const __PYPROTO_MAPPING_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_DESCR_FLAGGED: bool = false;
    const __PYPROTO_DESCR_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_ITER_FLAGGED: bool = false;
    const __PYPROTO_ITER_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_ASYNC_FLAGGED: bool = false;
    const __PYPROTO_ASYNC_ROWS: Rows = Rows::EMPTY;
    const __PYPROTO_BUFFER_FLAGGED: bool = false;
    const __PYPROTO_BUFFER_ROWS: Rows = Rows::EMPTY;
}

impl<T> NoMethods for T {}

/// Which of the slots that `__len__`, `__getitem__` and so on serve a class has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// Those that a class in PyO3 has unless told otherwise: `mp_length` alone, items by both.
    Both,
    /// `mapping`: no sequence slots.
    Mapping,
    /// `sequence`: `sq_length` in place of `mp_length`.
    Sequence,
    /// `both`: all of them, as many classes of CPython's own have.
    All,
}

const fn keeps(keep: Keep, id: SlotId) -> bool {
    let serves_another = matches!(
        (keep, id),
        (Keep::Mapping, SlotId::SqItem | SlotId::SqAssItem | SlotId::SqLength)
            | (Keep::Both, SlotId::SqLength)
            | (Keep::Sequence, SlotId::MpLength)
    );
    !serves_another
}

pub const fn count_slots(all: &[&Rows], keep: Keep) -> usize {
    let (mut count, mut part) = (0, 0);
    while part < all.len() {
        let mut row = 0;
        while row < all[part].slots.len() {
            if all[part].exact || keeps(keep, all[part].slots[row].0) {
                count += 1;
            }
            row += 1;
        }
        part += 1;
    }
    count
}

pub const fn slots<const N: usize>(all: &[&Rows], keep: Keep) -> [(SlotId, SlotFn); N] {
    const fn nothing(_: &mut Runtime, _: Borrowed<'_>) -> Result<bool> {
        Ok(true)
    }
    let mut slots = [(SlotId::NbBool, SlotFn::Inquiry(nothing)); N];
    let (mut count, mut part) = (0, 0);
    while part < all.len() {
        let mut row = 0;
        while row < all[part].slots.len() {
            if all[part].exact || keeps(keep, all[part].slots[row].0) {
                let mut other = 0;
                while other < count {
                    assert!(
                        slots[other].0 as u8 != all[part].slots[row].0 as u8,
                        "two methods fill the same slot"
                    );
                    other += 1;
                }
                slots[count] = all[part].slots[row];
                count += 1;
            }
            row += 1;
        }
        part += 1;
    }
    slots
}

macro_rules! tables {
    ($($count:ident $name:ident $ty:ty, $filler:expr;)*) => {$(
        pub const fn $count(all: &[&Rows]) -> usize {
            let (mut count, mut part) = (0, 0);
            while part < all.len() {
                count += all[part].$name.len();
                part += 1;
            }
            count
        }

        pub const fn $name<const N: usize>(all: &[&Rows]) -> [$ty; N] {
            let mut rows = [$filler; N];
            let (mut count, mut part) = (0, 0);
            while part < all.len() {
                let mut row = 0;
                while row < all[part].$name.len() {
                    rows[count] = all[part].$name[row];
                    count += 1;
                    row += 1;
                }
                part += 1;
            }
            rows
        }
    )*};
}

fn no_method(_: &mut Runtime, _: Args<'_>) -> Result {
    Ok(singletons::none())
}

fn no_attribute(_: &mut Runtime) -> Result {
    Ok(singletons::none())
}

fn no_getter(_: &mut Runtime, _: Borrowed<'_>) -> Result {
    Ok(singletons::none())
}

tables! {
    count_methods methods MethodSpec, MethodSpec::function("", "()", no_method);
    count_getset getset GetSetSpec, GetSetSpec::read_only("", no_getter);
    count_attributes attributes (&'static str, Constant), ("", Constant::None);
    count_computed computed (&'static str, ComputeFn), ("", no_attribute as ComputeFn);
}
