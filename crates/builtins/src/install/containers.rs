//! Containers and the iterators over them.

use objmodel::{Result, Runtime};

use crate::iterator::callable::{CALLABLE_ITERATOR, CallableIterator};
use crate::iterator::enumerate::{ENUMERATE, Enumerate};
use crate::iterator::filter::{FILTER, Filter};
use crate::iterator::map::{MAP, Map};
use crate::iterator::reversed::{REVERSED, Reversed};
use crate::iterator::sequence::{
    ITERATOR, LIST_ITERATOR, LIST_REVERSE_ITERATOR, ListIterator, ListReverseIterator,
    TUPLE_ITERATOR, TupleIterator,
};
use crate::iterator::zip::{ZIP, Zip};
use crate::range::{
    LONG_RANGE_ITERATOR, LongRangeIterator, RANGE, RANGE_ITERATOR, RangeIterator, RangeObject,
};
use crate::set::{SET_ITERATOR, SetIterator};
use crate::{dict, frame_locals, generic_alias, list, mapping_proxy, set, slice, tuple, union};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.tuple, &tuple::TUPLE)?;
    rt.install_type(|types| &types.list, &list::LIST)?;
    rt.install_type(|types| &types.dict, &dict::DICT)?;
    rt.install_type(|types| &types.set, &set::SET)?;
    rt.install_type(|types| &types.frozenset, &set::FROZENSET)?;
    rt.install_type(|types| &types.slice, &slice::SLICE)?;
    rt.install_type(|types| &types.mapping_proxy, &mapping_proxy::MAPPING_PROXY)?;
    rt.install_type(|types| &types.iterator, &ITERATOR)?;
    rt.register_type::<RangeObject>(&RANGE)?;
    rt.register_type::<RangeIterator>(&RANGE_ITERATOR)?;
    rt.register_type::<LongRangeIterator>(&LONG_RANGE_ITERATOR)?;
    rt.register_type::<ListIterator>(&LIST_ITERATOR)?;
    rt.register_type::<ListReverseIterator>(&LIST_REVERSE_ITERATOR)?;
    rt.register_type::<TupleIterator>(&TUPLE_ITERATOR)?;
    rt.register_type::<SetIterator>(&SET_ITERATOR)?;
    dict::install_iterators(rt)?;
    dict::install_views(rt)?;
    rt.register_type::<CallableIterator>(&CALLABLE_ITERATOR)?;
    rt.register_type::<Enumerate>(&ENUMERATE)?;
    rt.register_type::<Zip>(&ZIP)?;
    rt.register_type::<Map>(&MAP)?;
    rt.register_type::<Filter>(&FILTER)?;
    rt.register_type::<Reversed>(&REVERSED)?;
    rt.register_type::<generic_alias::GenericAlias>(&generic_alias::GENERIC_ALIAS)?;
    rt.register_type::<generic_alias::GenericAliasIterator>(
        &generic_alias::GENERIC_ALIAS_ITERATOR,
    )?;
    rt.register_type::<union::Union>(&union::UNION)?;
    rt.register_type::<frame_locals::FrameLocalsProxy>(&frame_locals::FRAME_LOCALS)?;
    Ok(())
}
