//! Containers and the iterators over them.

use objmodel::{Result, Runtime};

use crate::iterator::callable::{CALLABLE_ITERATOR, CallableIterator};
use crate::iterator::enumerate::Enumerate;
use crate::iterator::filter::Filter;
use crate::iterator::map::Map;
use crate::iterator::reversed::Reversed;
use crate::iterator::sequence::{
    ITERATOR, LIST_ITERATOR, LIST_REVERSE_ITERATOR, ListIterator, ListReverseIterator,
    TUPLE_ITERATOR, TupleIterator,
};
use crate::iterator::zip::Zip;
use crate::range::{LongRangeIterator, RangeIterator, RangeObject};
use crate::set::{SET_ITERATOR, SetIterator};
use crate::{dict, frame_locals, generic_alias, list, mapping_proxy, set, slice, tuple, union};

pub(super) fn install(rt: &mut Runtime) -> Result<()> {
    rt.install_type(|types| &types.tuple, &tuple::TUPLE)?;
    rt.install_type(|types| &types.list, &list::LIST)?;
    rt.install_type(|types| &types.dict, &dict::DICT)?;
    rt.install_type(|types| &types.set, &set::SET)?;
    rt.install_type(|types| &types.frozenset, &set::FROZENSET)?;
    rt.install_class::<slice::Slice>(|types| &types.slice)?;
    rt.install_type(|types| &types.mapping_proxy, &mapping_proxy::MAPPING_PROXY)?;
    rt.install_type(|types| &types.iterator, &ITERATOR)?;
    rt.get_type::<RangeObject>()?;
    rt.get_type::<RangeIterator>()?;
    rt.get_type::<LongRangeIterator>()?;
    rt.register_type::<ListIterator>(&LIST_ITERATOR)?;
    rt.register_type::<ListReverseIterator>(&LIST_REVERSE_ITERATOR)?;
    rt.register_type::<TupleIterator>(&TUPLE_ITERATOR)?;
    rt.register_type::<SetIterator>(&SET_ITERATOR)?;
    dict::install_iterators(rt)?;
    dict::install_views(rt)?;
    rt.register_type::<CallableIterator>(&CALLABLE_ITERATOR)?;
    rt.get_type::<Enumerate>()?;
    rt.get_type::<Zip>()?;
    rt.get_type::<Map>()?;
    rt.get_type::<Filter>()?;
    rt.get_type::<Reversed>()?;
    rt.register_type::<generic_alias::GenericAlias>(&generic_alias::GENERIC_ALIAS)?;
    rt.register_type::<generic_alias::GenericAliasIterator>(
        &generic_alias::GENERIC_ALIAS_ITERATOR,
    )?;
    rt.register_type::<union::Union>(&union::UNION)?;
    rt.register_type::<frame_locals::FrameLocalsProxy>(&frame_locals::FRAME_LOCALS)?;
    Ok(())
}
