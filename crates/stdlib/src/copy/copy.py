"""Copies of objects: shallow ones, which hold the same parts, and deep ones, which hold copies."""

import types
import weakref
from copyreg import dispatch_table

__all__ = ["Error", "copy", "deepcopy", "replace"]


class Error(Exception):
    pass


error = Error


def _reduced(x, cls, how):
    """What the class, or the object itself, takes it apart into."""
    reductor = dispatch_table.get(cls)
    if reductor is not None:
        return reductor(x)
    reductor = getattr(x, "__reduce_ex__", None)
    if reductor is not None:
        return reductor(4)
    reductor = getattr(x, "__reduce__", None)
    if reductor:
        return reductor()
    raise Error(f"un({how})copyable object of type {cls}")


def copy(x):
    """A shallow copy."""
    cls = type(x)
    copier = _copy_dispatch.get(cls)
    if copier:
        return copier(x)
    if issubclass(cls, type):
        return x
    copier = getattr(cls, "__copy__", None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls, "shallow")
    return x if isinstance(reduced, str) else _reconstruct(x, None, *reduced)


def _same(x, memo=None):
    return x


# What is its own copy, and its own deep copy.
_atomic = (types.NoneType, types.EllipsisType, types.NotImplementedType, int, float, bool, complex,
           bytes, str, types.CodeType, type, range, types.BuiltinFunctionType, types.FunctionType,
           weakref.ref, property)
_copy_dispatch = dict.fromkeys((*_atomic, tuple, frozenset, slice), _same)
_copy_dispatch.update({cls: cls.copy for cls in (list, dict, set, bytearray)})

_nothing = []


def deepcopy(x, memo=None, _nil=_nothing):
    """A deep copy. What is met twice is copied once: `memo` knows copies by the number of their
    originals."""
    key = id(x)
    if memo is None:
        memo = {}
    else:
        known = memo.get(key, _nil)
        if known is not _nil:
            return known
    cls = type(x)
    copier = _deepcopy_dispatch.get(cls)
    if copier is not None:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        copier = getattr(x, "__deepcopy__", None)
        if copier is not None:
            made = copier(memo)
        else:
            reduced = _reduced(x, cls, "deep")
            made = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if made is not x:
        memo[key] = made
        _keep_alive(x, memo)
    return made


def _deepcopy_list(x, memo, deepcopy=deepcopy):
    made = memo[id(x)] = []
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deepcopy_tuple(x, memo, deepcopy=deepcopy):
    items = [deepcopy(item, memo) for item in x]
    # A part of it may hold the tuple itself, and have copied it already.
    known = memo.get(id(x), _nothing)
    if known is not _nothing:
        return known
    if any(old is not new for old, new in zip(x, items)):
        return tuple(items)
    return x


def _deepcopy_dict(x, memo, deepcopy=deepcopy):
    made = memo[id(x)] = {}
    for key, value in x.items():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_deepcopy_dispatch = dict.fromkeys(_atomic, _same)
_deepcopy_dispatch.update({list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
                           types.MethodType: _deepcopy_method})


def _keep_alive(x, memo):
    """Lets an original live as long as the memo, so that its number stays its own."""
    memo.setdefault(id(memo), []).append(x)


def _reconstruct(x, memo, func, args, state=None, listiter=None, dictiter=None, *,
                 deepcopy=deepcopy):
    deep = memo is not None
    if deep:
        def part(value):
            return deepcopy(value, memo)
    else:
        part = _same
    made = func(*[part(arg) for arg in args])
    if deep:
        memo[id(x)] = made
    if state is not None:
        state = part(state)
        if hasattr(made, "__setstate__"):
            made.__setstate__(state)
        else:
            slots = None
            if isinstance(state, tuple) and len(state) == 2:
                state, slots = state
            if state is not None:
                made.__dict__.update(state)
            if slots is not None:
                for name, value in slots.items():
                    setattr(made, name, value)
    if listiter is not None:
        for item in listiter:
            made.append(part(item))
    if dictiter is not None:
        for key, value in dictiter:
            key = part(key)
            made[key] = part(value)
    return made


del types, weakref


def replace(obj, /, **changes):
    """An object like this one in which some fields are others."""
    cls = obj.__class__
    method = getattr(cls, "__replace__", None)
    if method is None:
        raise TypeError(f"replace() does not support {cls.__name__} objects")
    return method(obj, **changes)
