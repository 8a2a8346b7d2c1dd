//! `itertools`: iterators over iterators, a file for each few of them.

mod accumulate;
mod chain;
mod choose;
mod endless;
mod group;
mod islice;
mod longest;
mod product;
mod reduce;
mod select;
mod tee;
mod window;

use objmodel::objects::dict::Dict;
use objmodel::slots::{SlotId, SpecialId};
use objmodel::{Borrowed, CallArgs, Result, Runtime, Type};

/// The table of an iterator type.
macro_rules! table {
    (
        $table:ident, $name:literal, $signature:expr, $doc:literal, $new:ident, $next:ident
        $(, slots: [$($slot:expr),*])? $(, methods: [$($method:expr),*])? $(,)?
    ) => {
        /// The table of this type.
        pub(super) const $table: objmodel::types::spec::ClassSpec = objmodel::types::spec::ClassSpec {
            name: concat!("itertools.", $name),
            doc: Some($doc),
            text_signature: $signature,
            slots: &[
                (objmodel::slots::SlotId::TpNew, objmodel::types::slot::SlotFn::New($new)),
                (
                    objmodel::slots::SlotId::TpIter,
                    objmodel::types::slot::SlotFn::Unary(objmodel_builtins::iter_itself),
                ),
                (objmodel::slots::SlotId::TpIternext, objmodel::types::slot::SlotFn::IterNext($next)),
                $($($slot,)*)?
            ],
            methods: &[$($($method,)*)?],
            ..objmodel::types::spec::ClassSpec::DEFAULT
        };
    };
}
use table;

/// The method `__reduce__`.
macro_rules! reduces {
    ($function:ident) => {
        MethodSpec::method("__reduce__", "($self, /)", $function)
            .doc("Return state information for pickling.")
    };
}

/// The method `__setstate__`.
macro_rules! restores {
    ($function:ident) => {
        MethodSpec::method("__setstate__", "($self, state, /)", $function)
            .doc("Set state information for unpickling.")
    };
}

use {reduces, restores};

use crate::module::ModuleSpec;

/// `iter(iterator)`
/// The arguments of a constructor without keywords; those of a subclass are for its `__init__`.
fn without_keywords<'a>(rt: &Runtime, class: &Type, args: CallArgs<'a>) -> CallArgs<'a> {
    match rt.overrides_natively(class, SpecialId::Init) {
        Some(false) => args,
        _ => CallArgs::positional(args.positionals()),
    }
}

/// Refuses keywords in a constructor that has none.
fn forbid_keywords(rt: &Runtime, class: &Type, args: CallArgs<'_>) -> Result<()> {
    rt.refuse_keywords(class, SlotId::TpInit, args)
}

/// A class of this module.
fn class_named(rt: &mut Runtime, name: &str) -> Result {
    let (module, name) = (rt.intern("itertools")?, rt.intern(name)?);
    let modules = rt.modules().clone();
    match rt.dict_get_name(&modules, &module) {
        Some(module) => rt.getattr(&module, &name),
        None => Err(rt.system_error("itertools is not imported")),
    }
}

/// A size given by an argument.
fn size(rt: &mut Runtime, value: Borrowed<'_>) -> Result<isize> {
    rt.index_as_size(value, |rt, _| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    })
}

/// So many indices, whose bytes the payload that takes them accounts for.
fn indices(rt: &Runtime, count: usize, index: impl FnMut(usize) -> usize) -> Result<Vec<usize>> {
    let mut indices = Vec::new();
    let bytes = count.saturating_mul(size_of::<usize>());
    rt.check_room(bytes)?;
    if indices.try_reserve_exact(count).is_err() {
        return Err(rt.memory_error());
    }
    rt.tick(count / 16)?;
    indices.extend((0..count).map(index));
    rt.charge(indices.capacity() * size_of::<usize>())?;
    Ok(indices)
}

/// What `operator.length_hint` and `PyNumber_Check` ask: whether a value is some number.
fn is_number(rt: &Runtime, value: Borrowed<'_>) -> bool {
    [SlotId::NbIndex, SlotId::NbInt, SlotId::NbFloat].iter().any(|slot| rt.has_slot(value, *slot))
        || rt.is_instance_of(value, &rt.types().complex)
}

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class::<accumulate::Accumulate>(rt, namespace, &accumulate::ACCUMULATE)?;
    crate::module::class::<accumulate::StarMap>(rt, namespace, &accumulate::STAR_MAP)?;
    crate::module::class::<chain::Chain>(rt, namespace, &chain::CHAIN)?;
    crate::module::class::<choose::Combinations>(rt, namespace, &choose::COMBINATIONS)?;
    crate::module::class::<choose::Multisets>(rt, namespace, &choose::MULTISETS)?;
    crate::module::class::<choose::Permutations>(rt, namespace, &choose::PERMUTATIONS)?;
    crate::module::class::<endless::Count>(rt, namespace, &endless::COUNT)?;
    crate::module::class::<endless::Cycle>(rt, namespace, &endless::CYCLE)?;
    crate::module::class::<endless::Repeat>(rt, namespace, &endless::REPEAT)?;
    crate::module::class::<group::GroupBy>(rt, namespace, &group::GROUP_BY)?;
    crate::module::class::<group::Grouper>(rt, namespace, &group::GROUPER)?;
    crate::module::class::<islice::Islice>(rt, namespace, &islice::ISLICE)?;
    crate::module::class::<longest::ZipLongest>(rt, namespace, &longest::ZIP_LONGEST)?;
    crate::module::class::<product::Product>(rt, namespace, &product::PRODUCT)?;
    crate::module::class::<select::Compress>(rt, namespace, &select::COMPRESS)?;
    crate::module::class::<select::DropWhile>(rt, namespace, &select::DROP_WHILE)?;
    crate::module::class::<select::TakeWhile>(rt, namespace, &select::TAKE_WHILE)?;
    crate::module::class::<select::FilterFalse>(rt, namespace, &select::FILTER_FALSE)?;
    crate::module::class::<window::Batched>(rt, namespace, &window::BATCHED)?;
    crate::module::class::<window::Pairwise>(rt, namespace, &window::PAIRWISE)?;
    tee::fill(rt, namespace)
}

pub(crate) const ITERTOOLS: ModuleSpec = ModuleSpec::new("itertools").fill(fill);
