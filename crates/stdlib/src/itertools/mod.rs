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
use objmodel::slots::SlotId;
use objmodel::{Borrowed, Result, Runtime};

use crate::module::ModuleSpec;

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
    crate::module::class::<accumulate::Accumulate>(rt, namespace)?;
    crate::module::class::<accumulate::StarMap>(rt, namespace)?;
    crate::module::class::<chain::Chain>(rt, namespace)?;
    crate::module::class::<choose::Combinations>(rt, namespace)?;
    crate::module::class::<choose::Multisets>(rt, namespace)?;
    crate::module::class::<choose::Permutations>(rt, namespace)?;
    crate::module::class::<endless::Count>(rt, namespace)?;
    crate::module::class::<endless::Cycle>(rt, namespace)?;
    crate::module::class::<endless::Repeat>(rt, namespace)?;
    crate::module::class::<group::GroupBy>(rt, namespace)?;
    crate::module::class::<group::Grouper>(rt, namespace)?;
    crate::module::class::<islice::Islice>(rt, namespace)?;
    crate::module::class::<longest::ZipLongest>(rt, namespace)?;
    crate::module::class::<product::Product>(rt, namespace)?;
    crate::module::class::<select::Compress>(rt, namespace)?;
    crate::module::class::<select::DropWhile>(rt, namespace)?;
    crate::module::class::<select::TakeWhile>(rt, namespace)?;
    crate::module::class::<select::FilterFalse>(rt, namespace)?;
    crate::module::class::<window::Batched>(rt, namespace)?;
    crate::module::class::<window::Pairwise>(rt, namespace)?;
    tee::fill(rt, namespace)
}

pub(crate) const ITERTOOLS: ModuleSpec = ModuleSpec::new("itertools").fill(fill);
