//! The classes that the library itself speaks of, one handle each.

use objmodel_gc::{Class, Heap, WeakRef};
use objmodel_slots::SpecialSet;

use super::object::{Late, Layout, Type, TypeFlags, TypeObject};
use super::slot::{SlotOwner, Slots};
use crate::objects::bytes::{ByteArrayObject, BytesObject};
use crate::objects::cell::CellObject;
use crate::objects::code::CodeObject;
use crate::objects::descriptor::*;
use crate::objects::dict::DictObject;
use crate::objects::exception::ExceptionObject;
use crate::objects::frame::FrameObject;
use crate::objects::function::FunctionObject;
use crate::objects::generator::GeneratorObject;
use crate::objects::instance::Instance;
use crate::objects::iterator::SequenceIteratorObject;
use crate::objects::list::ListObject;
use crate::objects::method::MethodObject;
use crate::objects::module::ModuleObject;
use crate::objects::native::NativeObject;
use crate::objects::number::{ComplexObject, FloatObject, IntObject};
use crate::objects::proxy::MappingProxyObject;
use crate::objects::set::SetObject;
use crate::objects::slice::SliceObject;
use crate::objects::str::StrObject;
use crate::objects::traceback::TracebackObject;
use crate::objects::tuple::TupleObject;

/// Cannot be allocated: the byte limit is below what a runtime needs at all.
pub(crate) type Refused = objmodel_gc::AllocError;

macro_rules! well_known {
    (
        plain { $($plain:ident $plain_name:literal $payload:ty $(, $option:ident)*;)* }
        derived { $($derived:ident $derived_name:literal < $base:ident $(, $doption:ident)*;)* }
    ) => {
        /// Handles to the built-in classes.
        #[allow(missing_docs)]
        pub struct Types {
            pub object: Type,
            pub r#type: Type,
            /// The class of values of other runtimes.
            pub(crate) foreign: Type,
            $(pub $plain: Type,)*
            $(pub $derived: Type,)*
        }

        /// The classes by number, bases before their subclasses.
        #[allow(non_camel_case_types, dead_code)]
        #[derive(Clone, Copy)]
        enum Place { object, r#type, $($plain,)* $($derived,)* }

        const PLAIN: &[(&str, Alloc, Options)] = &[$((
            $plain_name,
            Heap::alloc_class::<$payload, TypeObject>,
            Options { $($option: true,)* ..Options::NONE },
        ),)*];

        const DERIVED: &[(&str, Place, Options)] = &[$((
            $derived_name,
            Place::$base,
            Options { $($doption: true,)* ..Options::NONE },
        ),)*];

        const COUNT: usize = 2 + PLAIN.len() + DERIVED.len();

        impl Types {
            /// Makes all classes, empty of behaviour.
            pub(crate) fn bootstrap(heap: &Heap) -> Result<Box<Types>, Refused> {
                let (classes, foreign) = make_all(heap)?;
                heap.make_immortal(&foreign);
                // Objects of immortal classes need not keep them alive: those that hold nothing
                // are leaves, which the collector never visits.
                for class in &classes {
                    heap.make_immortal(class);
                }
                let Ok(classes) = <[Type; COUNT]>::try_from(classes) else {
                    unreachable!("one class for each row")
                };
                let [object, r#type, $($plain,)* $($derived,)*] = classes;
                Ok(Box::new(Types { object, r#type, foreign, $($plain,)* $($derived,)* }))
            }

            /// All built-in classes, bases before their subclasses.
            pub fn all(&self) -> Vec<&Type> {
                vec![&self.object, &self.r#type, $(&self.$plain,)* $(&self.$derived,)*]
            }
        }
    };
}

well_known! {
    plain {
        str "str" StrObject;
        tuple "tuple" TupleObject;
        dict "dict" DictObject;
        int "int" IntObject;
        float "float" FloatObject;
        complex "complex" ComplexObject;
        bytes "bytes" BytesObject;
        bytearray "bytearray" ByteArrayObject;
        list "list" ListObject;
        set "set" SetObject, weakref;
        frozenset "frozenset" SetObject, weakref;
        none "NoneType" Instance, final_;
        not_implemented "NotImplementedType" Instance, final_;
        ellipsis "ellipsis" Instance, final_;
        slice "slice" SliceObject, final_;
        function "function" FunctionObject, final_, weakref, dict, parts;
        method "method" MethodObject, final_, weakref;
        builtin_function "builtin_function_or_method" NativeObject, final_, weakref;
        method_descriptor "method_descriptor" MethodDescriptorObject, final_;
        classmethod_descriptor "classmethod_descriptor" MethodDescriptorObject, final_;
        wrapper_descriptor "wrapper_descriptor" WrapperObject, final_;
        method_wrapper "method-wrapper" MethodWrapperObject, final_;
        getset_descriptor "getset_descriptor" GetSetObject, final_;
        member_descriptor "member_descriptor" MemberObject, final_;
        static_method "staticmethod" WrappedFunctionObject, dict;
        class_method "classmethod" WrappedFunctionObject, dict;
        property "property" PropertyObject;
        super_ "super" SuperObject;
        module "module" ModuleObject, weakref;
        cell "cell" CellObject, final_;
        code "code" CodeObject, final_, weakref;
        frame "frame" FrameObject, final_;
        traceback "traceback" TracebackObject, final_;
        generator "generator" GeneratorObject, final_, weakref;
        coroutine "coroutine" GeneratorObject, final_, weakref;
        async_generator "async_generator" GeneratorObject, final_, weakref;
        iterator "iterator" SequenceIteratorObject, final_;
        mapping_proxy "mappingproxy" MappingProxyObject, final_;
        weakref "ReferenceType" WeakRef;
        base_exception "BaseException" ExceptionObject, dict, exception;
    }
    derived {
        bool_ "bool" < int, final_;
        exception "Exception" < base_exception;
        system_exit "SystemExit" < base_exception;
        keyboard_interrupt "KeyboardInterrupt" < base_exception;
        generator_exit "GeneratorExit" < base_exception;
        base_exception_group "BaseExceptionGroup" < base_exception;
        stop_iteration "StopIteration" < exception;
        stop_async_iteration "StopAsyncIteration" < exception;
        arithmetic_error "ArithmeticError" < exception;
        floating_point_error "FloatingPointError" < arithmetic_error;
        overflow_error "OverflowError" < arithmetic_error;
        zero_division_error "ZeroDivisionError" < arithmetic_error;
        assertion_error "AssertionError" < exception;
        attribute_error "AttributeError" < exception;
        buffer_error "BufferError" < exception;
        eof_error "EOFError" < exception;
        import_error "ImportError" < exception;
        module_not_found_error "ModuleNotFoundError" < import_error;
        lookup_error "LookupError" < exception;
        index_error "IndexError" < lookup_error;
        key_error "KeyError" < lookup_error;
        memory_error "MemoryError" < exception;
        name_error "NameError" < exception;
        unbound_local_error "UnboundLocalError" < name_error;
        os_error "OSError" < exception;
        blocking_io_error "BlockingIOError" < os_error;
        child_process_error "ChildProcessError" < os_error;
        connection_error "ConnectionError" < os_error;
        broken_pipe_error "BrokenPipeError" < connection_error;
        connection_aborted_error "ConnectionAbortedError" < connection_error;
        connection_refused_error "ConnectionRefusedError" < connection_error;
        connection_reset_error "ConnectionResetError" < connection_error;
        file_exists_error "FileExistsError" < os_error;
        file_not_found_error "FileNotFoundError" < os_error;
        interrupted_error "InterruptedError" < os_error;
        is_a_directory_error "IsADirectoryError" < os_error;
        not_a_directory_error "NotADirectoryError" < os_error;
        permission_error "PermissionError" < os_error;
        process_lookup_error "ProcessLookupError" < os_error;
        timeout_error "TimeoutError" < os_error;
        reference_error "ReferenceError" < exception;
        runtime_error "RuntimeError" < exception;
        not_implemented_error "NotImplementedError" < runtime_error;
        recursion_error "RecursionError" < runtime_error;
        python_finalization_error "PythonFinalizationError" < runtime_error;
        syntax_error "SyntaxError" < exception;
        indentation_error "IndentationError" < syntax_error;
        tab_error "TabError" < indentation_error;
        incomplete_input_error "_IncompleteInputError" < syntax_error;
        system_error "SystemError" < exception;
        type_error "TypeError" < exception;
        value_error "ValueError" < exception;
        unicode_error "UnicodeError" < value_error;
        unicode_decode_error "UnicodeDecodeError" < unicode_error;
        unicode_encode_error "UnicodeEncodeError" < unicode_error;
        unicode_translate_error "UnicodeTranslateError" < unicode_error;
        warning "Warning" < exception;
        bytes_warning "BytesWarning" < warning;
        deprecation_warning "DeprecationWarning" < warning;
        encoding_warning "EncodingWarning" < warning;
        future_warning "FutureWarning" < warning;
        import_warning "ImportWarning" < warning;
        pending_deprecation_warning "PendingDeprecationWarning" < warning;
        resource_warning "ResourceWarning" < warning;
        runtime_warning "RuntimeWarning" < warning;
        syntax_warning "SyntaxWarning" < warning;
        unicode_warning "UnicodeWarning" < warning;
        user_warning "UserWarning" < warning;
    }
}

/// Makes a class whose instances have a certain payload.
pub(crate) type Alloc = fn(&Heap, &Type, TypeObject) -> Result<Type, Refused>;

/// What is to be said of a class besides its name and its payload.
#[derive(Clone, Copy)]
struct Options {
    final_: bool,
    weakref: bool,
    dict: bool,
    exception: bool,
    /// Instances have the fields of functions.
    parts: bool,
}

impl Options {
    const NONE: Options =
        Options { final_: false, weakref: false, dict: false, exception: false, parts: false };
}

/// Makes the first classes: each needs `type`, and `str`, `tuple` and `dict` objects which need
/// classes in turn. Handles between them are set once all exist: see `Runtime::tie_types`.
fn make_all(heap: &Heap) -> Result<(Vec<Type>, Type), Refused> {
    let subclassable = TypeFlags { subclassable: true, ..TypeFlags::default() };
    let layout = Layout { weakref: true, ..Layout::default() };
    let body_of_type = body("type", None, subclassable, layout, SlotOwner::TYPE.0);
    let metaclass = heap.bootstrap_class::<Class<TypeObject>, _>(body_of_type)?;
    let body_of_object = body("object", None, subclassable, Layout::default(), SlotOwner::OBJECT.0);
    let object = heap.alloc_class::<Instance, _>(&metaclass, body_of_object)?;
    let mut classes = Vec::with_capacity(COUNT);
    classes.extend([object.clone(), metaclass.clone()]);
    for &(name, alloc, options) in PLAIN {
        let body = body_with(name, &object, heap, options, classes.len());
        classes.push(alloc(heap, &metaclass, body)?);
    }
    for &(name, base, options) in DERIVED {
        let base = &classes[base as usize];
        let body = body_with(name, base, heap, options, classes.len());
        let class = heap.alloc_subclass(&metaclass, base, body)?;
        classes.push(class);
    }
    let name = "value of another runtime";
    let body = body(name, Some(object), TypeFlags::default(), Layout::default(), FOREIGN_ID);
    let foreign = heap.alloc_class::<Instance, _>(&metaclass, body)?;
    Ok((classes, foreign))
}

/// The body of a class that extends `base`, as the class of this number.
fn body_with(name: &str, base: &Type, heap: &Heap, options: Options, number: usize) -> TypeObject {
    let parent = base.read(heap);
    let flags = TypeFlags {
        subclassable: !options.final_,
        exception: options.exception || parent.flags.exception,
        ..TypeFlags::default()
    };
    let layout = Layout {
        fixed: if options.parts { crate::objects::function::FIELDS } else { 0 },
        dict: options.dict || parent.layout.dict,
        weakref: options.weakref || parent.layout.weakref,
    };
    body(name, Some(base.clone()), flags, layout, number as u32 + 1)
}

pub(crate) fn body(
    name: &str,
    base: Option<Type>,
    flags: TypeFlags,
    layout: Layout,
    id: u32,
) -> TypeObject {
    TypeObject {
        name: name.into(),
        full_name: None,
        qualname: None,
        bases: Late::UNSET,
        base,
        mro: Vec::new(),
        orders: 0,
        given_names: [None, None],
        dict: Late::UNSET,
        lazy_spec: None,
        slots: Slots::empty(),
        specials: SpecialSet::EMPTY,
        subclasses: Vec::new(),
        layout,
        members: Vec::new(),
        flags,
        version: 0.into(),
        id,
        expected_attributes: 0.into(),
        early: 0.into(),
        collection: None.into(),
        abstract_methods: None,
        text_signature: None,
        doc: None,
    }
}

/// The id of the class of foreign values.
pub(crate) const FOREIGN_ID: u32 = FIRST_FREE_ID - 1;
/// The first id that is free for classes made later.
pub(crate) const FIRST_FREE_ID: u32 = 1024;
