//! The special methods that classes of a program may have: parameters, and what a fitting answer is.

/// A fitting answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Any,
    Bool,
    Small,
    Number,
    Text,
    Bytes,
    Iterator,
    Itself,
    Nothing,
    Names,
    Classes,
}

/// A special method: its name, its parameters after `self`, its answer, and whether it is one of classes' classes only.
pub(crate) type Special = (&'static str, &'static str, Answer);

use Answer::{Any, Bool, Bytes, Classes, Iterator, Itself, Names, Nothing, Number, Small, Text};

/// Of operators: left, reflected and in place.
pub(crate) const OPERATORS: &[Special] = &[
    ("__add__", "other", Any),
    ("__radd__", "other", Any),
    ("__iadd__", "other", Itself),
    ("__sub__", "other", Any),
    ("__rsub__", "other", Any),
    ("__isub__", "other", Itself),
    ("__mul__", "other", Any),
    ("__rmul__", "other", Any),
    ("__imul__", "other", Itself),
    ("__truediv__", "other", Any),
    ("__rtruediv__", "other", Any),
    ("__itruediv__", "other", Itself),
    ("__floordiv__", "other", Any),
    ("__rfloordiv__", "other", Any),
    ("__ifloordiv__", "other", Itself),
    ("__mod__", "other", Any),
    ("__rmod__", "other", Any),
    ("__imod__", "other", Itself),
    ("__divmod__", "other", Any),
    ("__rdivmod__", "other", Any),
    ("__pow__", "other, mod=None", Any),
    ("__rpow__", "other, mod=None", Any),
    ("__ipow__", "other", Itself),
    ("__lshift__", "other", Any),
    ("__rlshift__", "other", Any),
    ("__ilshift__", "other", Itself),
    ("__rshift__", "other", Any),
    ("__rrshift__", "other", Any),
    ("__irshift__", "other", Itself),
    ("__and__", "other", Any),
    ("__rand__", "other", Any),
    ("__iand__", "other", Itself),
    ("__or__", "other", Any),
    ("__ror__", "other", Any),
    ("__ior__", "other", Itself),
    ("__xor__", "other", Any),
    ("__rxor__", "other", Any),
    ("__ixor__", "other", Itself),
    ("__matmul__", "other", Any),
    ("__rmatmul__", "other", Any),
    ("__imatmul__", "other", Itself),
];

/// Of numbers and conversions.
pub(crate) const CONVERSIONS: &[Special] = &[
    ("__neg__", "", Any),
    ("__pos__", "", Any),
    ("__abs__", "", Any),
    ("__invert__", "", Any),
    ("__int__", "", Small),
    ("__float__", "", Number),
    ("__complex__", "", Number),
    ("__index__", "", Small),
    ("__round__", "n=None", Any),
    ("__trunc__", "", Small),
    ("__floor__", "", Small),
    ("__ceil__", "", Small),
    ("__bool__", "", Bool),
    ("__str__", "", Text),
    ("__repr__", "", Text),
    ("__format__", "spec", Text),
    ("__bytes__", "", Bytes),
    ("__hash__", "", Small),
];

/// Of comparisons.
pub(crate) const COMPARISONS: &[Special] = &[
    ("__eq__", "other", Bool),
    ("__ne__", "other", Bool),
    ("__lt__", "other", Bool),
    ("__le__", "other", Bool),
    ("__gt__", "other", Bool),
    ("__ge__", "other", Bool),
    ("__hash__", "", Small),
];

/// Of containers, iterators, callables and context managers.
pub(crate) const CONTAINERS: &[Special] = &[
    ("__len__", "", Small),
    ("__getitem__", "key", Any),
    ("__setitem__", "key, value", Nothing),
    ("__delitem__", "key", Nothing),
    ("__contains__", "key", Bool),
    ("__iter__", "", Iterator),
    ("__next__", "", Any),
    ("__reversed__", "", Iterator),
    ("__missing__", "key", Any),
    ("__length_hint__", "", Small),
    ("__call__", "*args, **kw", Any),
    ("__enter__", "", Itself),
    ("__exit__", "*args", Bool),
    ("keys", "", Names),
    ("__index__", "", Small),
    ("__await__", "", Iterator),
];

/// Of attributes, creation and the end.
pub(crate) const ATTRIBUTES: &[Special] = &[
    ("__getattr__", "name", Any),
    ("__getattribute__", "name", Any),
    ("__setattr__", "name, value", Nothing),
    ("__delattr__", "name", Nothing),
    ("__dir__", "", Names),
    ("__get__", "obj, owner=None", Any),
    ("__set__", "obj, value", Nothing),
    ("__delete__", "obj", Nothing),
    ("__set_name__", "owner, name", Nothing),
    ("__init__", "*args, **kw", Nothing),
    ("__new__", "*args, **kw", Itself),
    ("__del__", "", Nothing),
    ("__init_subclass__", "**kw", Nothing),
    ("__class_getitem__", "key", Any),
    ("__mro_entries__", "bases", Classes),
    ("__instancecheck__", "x", Bool),
    ("__subclasscheck__", "x", Bool),
    ("__del__", "", Nothing),
];

/// Of asynchronous iteration, of copies and of states.
pub(crate) const PROTOCOLS: &[Special] = &[
    ("__aiter__", "", Itself),
    ("__anext__", "", Any),
    ("__aenter__", "", Itself),
    ("__aexit__", "*args", Any),
    ("__await__", "", Iterator),
    ("__getstate__", "", Any),
    ("__reduce__", "", Any),
    ("__copy__", "", Itself),
    ("__deepcopy__", "memo", Itself),
    ("__replace__", "**kw", Itself),
];

/// Of metaclasses, beyond those of other classes.
pub(crate) const METACLASSES: &[Special] = &[
    ("__instancecheck__", "x", Bool),
    ("__subclasscheck__", "x", Bool),
    ("__call__", "*args, **kw", Any),
    ("__new__", "name, bases, ns, **kw", Itself),
    ("__init__", "*args, **kw", Nothing),
    ("__prepare__", "*args, **kw", Any),
    ("mro", "", Classes),
    ("__subclasses__", "", Any),
];
