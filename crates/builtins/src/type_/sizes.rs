//! How large CPython's objects are: what `__basicsize__` and `__sizeof__` answer. Objects here are laid out
//! otherwise; what programs ask this for is how one compares with another.

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::{Borrowed, Runtime, Type};

/// What an object has in front of its class's own: its count and class.
const HEADER: usize = 16;

/// The bytes of an instance without its items, of native classes that have more than their base.
const SIZES: &[(&str, usize)] = &[
    ("AttributeError", 88),
    ("BaseException", 72),
    ("BaseExceptionGroup", 88),
    ("FrameLocalsProxy", 24),
    ("ImportError", 104),
    ("NameError", 80),
    ("OSError", 112),
    ("PyCapsule", 64),
    ("StopIteration", 80),
    ("SyntaxError", 136),
    ("SystemExit", 80),
    ("UnicodeDecodeError", 112),
    ("UnicodeEncodeError", 112),
    ("UnicodeTranslateError", 112),
    ("_buffer_wrapper", 32),
    ("_random.Random", 2520),
    ("_struct.Struct", 56),
    ("_struct.unpack_iterator", 112),
    ("anext_awaitable", 32),
    ("async_generator", 144),
    ("async_generator_asend", 40),
    ("async_generator_athrow", 40),
    ("async_generator_wrapped_value", 24),
    ("builtin_function_or_method", 56),
    ("bytearray", 56),
    ("bytearray_iterator", 32),
    ("bytes", 33),
    ("bytes_iterator", 32),
    ("callable_iterator", 32),
    ("cell", 24),
    ("classmethod", 32),
    ("classmethod_descriptor", 56),
    ("code", 200),
    ("collections.OrderedDict", 112),
    ("complex", 32),
    ("coroutine", 144),
    ("coroutine_wrapper", 24),
    ("dict", 48),
    ("dict_itemiterator", 56),
    ("dict_items", 24),
    ("dict_keyiterator", 56),
    ("dict_keys", 24),
    ("dict_reverseitemiterator", 56),
    ("dict_reversekeyiterator", 56),
    ("dict_reversevalueiterator", 56),
    ("dict_valueiterator", 56),
    ("dict_values", 24),
    ("enumerate", 56),
    ("filter", 32),
    ("float", 24),
    ("frame", 136),
    ("frozenset", 200),
    ("function", 144),
    ("generator", 144),
    ("generic_alias_iterator", 24),
    ("getset_descriptor", 48),
    ("int", 24),
    ("iterator", 32),
    ("list", 40),
    ("list_iterator", 32),
    ("list_reverseiterator", 32),
    ("longrange_iterator", 40),
    ("managedbuffer", 112),
    ("map", 32),
    ("mappingproxy", 24),
    ("member_descriptor", 48),
    ("memory_iterator", 48),
    ("memoryview", 144),
    ("method", 48),
    ("method-wrapper", 32),
    ("method_descriptor", 56),
    ("module", 56),
    ("odict_iterator", 64),
    ("property", 64),
    ("range", 48),
    ("range_iterator", 40),
    ("re.Match", 88),
    ("re.Pattern", 96),
    ("reversed", 32),
    ("set", 200),
    ("set_iterator", 48),
    ("slice", 40),
    ("staticmethod", 32),
    ("str", 64),
    ("str_ascii_iterator", 32),
    ("str_iterator", 32),
    ("super", 40),
    ("traceback", 40),
    ("tuple", 24),
    ("tuple_iterator", 32),
    ("type", 928),
    ("types.GenericAlias", 64),
    ("types.SimpleNamespace", 24),
    ("types.UnionType", 32),
    ("weakref.CallableProxyType", 64),
    ("weakref.ProxyType", 64),
    ("weakref.ReferenceType", 64),
    ("wrapper_descriptor", 56),
    ("zip", 48),
];

/// `__basicsize__`: the bytes of an instance without its items.
pub(crate) fn basic_size(rt: &Runtime, class: &Type) -> usize {
    let mut native = class.clone();
    let mut size = HEADER;
    loop {
        let body = native.read(rt);
        let known =
            SIZES.iter().find(|(name, _)| !body.is_heap_type() && *name == body.full_name());
        if let Some((_, known)) = known {
            size = *known;
            break;
        }
        let Some(base) = body.base().cloned() else { break };
        native = base;
    }
    let slots = class.read(rt).fixed_fields().saturating_sub(native.read(rt).fixed_fields());
    size + 8 * slots
}

/// `__itemsize__`: what each digit or item adds to an instance of a class whose instances vary in size.
pub(crate) fn item_size(rt: &Runtime, class: &Type) -> usize {
    let types = rt.types();
    let sizes = [
        (&types.int, 4),
        (&types.tuple, 8),
        (&types.bytes, 1),
        (&types.r#type, 40),
        (&types.code, 2),
        (&types.generator, 8),
        (&types.coroutine, 8),
        (&types.async_generator, 8),
        (&types.frame, 8),
    ];
    let size = sizes.iter().find(|(kind, _)| rt.is_subtype(class, kind));
    let by_name = if class.read(rt).full_name() == "memoryview" { 8 } else { 0 };
    size.map_or(by_name, |(_, size)| *size)
}

/// What `object.__sizeof__` says of an object: its class's size, and that of its items.
pub(crate) fn object_size(rt: &Runtime, object: Borrowed<'_>) -> usize {
    let class = rt.type_of(object).to_gc();
    let items = match (object.get::<TupleObject>(rt), object.get::<BytesObject>(rt)) {
        (Some(tuple), _) => tuple.items().len(),
        (_, Some(bytes)) => bytes.as_slice().len(),
        _ => 0,
    };
    basic_size(rt, &class) + items * item_size(rt, &class)
}
