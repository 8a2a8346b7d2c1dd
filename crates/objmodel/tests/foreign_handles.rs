//! Handles of another runtime, or of one that was dropped, in the functions of a runtime that take
//! handles: an error where there is a place for one, nothing otherwise, and never a panic.

use std::panic::{AssertUnwindSafe, catch_unwind};

use objmodel::objects::cell::{Cell, CellObject};
use objmodel::objects::code::Code;
use objmodel::objects::dict::{Dict, DictObject};
use objmodel::objects::function::{Function, FunctionObject};
use objmodel::objects::generator::{Generator, GeneratorObject};
use objmodel::objects::list::List;
use objmodel::objects::set::{Set, SetObject};
use objmodel::objects::str::{Str, StrObject};
use objmodel::objects::tuple::{Tuple, TupleObject};
use objmodel::prelude::*;
use objmodel::slots::SpecialId;
use objmodel::{AttrCache, CallArgs, CompareOp, GlobalCache, Result, Runtime, Type, Value};

const REFUSED: &str = "SystemError: a value of another runtime, or of one that was dropped, cannot be used in this one";

/// What is said where the class of what is made is another runtime's.
const ANOTHER_CLASS: &str =
    "SystemError: the class is another runtime's, or its instances have another payload";

fn runtime() -> Runtime {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt).expect("memory for the built-in types");
    rt
}

/// Handles of one runtime.
struct Handles {
    value: Value,
    text: Str,
    dict: Dict,
    list: List,
    set: Set,
    tuple: Tuple,
    class: Type,
    function: Function,
    code: Code,
    generator: Generator,
    cell: Cell,
    exception: Value,
}

impl Handles {
    fn new(rt: &mut Runtime) -> Result<Handles> {
        let at = objmodel::native::SourceFunction { name: "f", file: "f", line: 1 };
        let function = rt.scripted_function(at, "(*a)", (), |_, _, _| Ok(1))?;
        let function = function.downcast::<FunctionObject>().expect("a function");
        let generator = rt.iterator(|_| Ok(Some(1)))?;
        let generator = generator.downcast::<GeneratorObject>().expect("a generator");
        let class = rt.class("Other").build(rt)?;
        let set = rt.set()?;
        rt.set_add(&set, rt.int(1)?.as_ref())?;
        let dict = rt.dict()?;
        dict.set_item(rt, "k", 1)?;
        Ok(Handles {
            value: rt.call(&class, ())?,
            text: rt.str("a text that is longer than what lies in place")?,
            dict,
            list: rt.list(vec![rt.int(1)?])?,
            set,
            tuple: rt.tuple([rt.int(1)?].into_iter())?,
            class,
            code: function.frozen().code.clone(),
            function,
            generator,
            cell: rt.cell(None)?,
            exception: rt.call(&rt.types().value_error.clone(), ())?,
        })
    }
}

/// What is done with handles of the own runtime and with foreign ones.
type Entry = (&'static str, fn(&mut Runtime, &Handles, &Handles) -> Result<()>);

/// Functions that can fail.
const FALLIBLE: &[Entry] = &[
    ("suggestion", |rt, _, f| rt.suggestion(f.exception.as_ref(), None).map(drop)),
    ("getattr", |rt, _, f| rt.getattr(&f.value, "x").map(drop)),
    ("getattr of a class", |rt, _, f| rt.getattr(f.class.as_ref(), "x").map(drop)),
    ("getattr by a name", |rt, o, f| rt.getattr(&o.value, &f.text).map(drop)),
    ("lookup_attr", |rt, _, f| rt.lookup_attr(&f.value, "x").map(drop)),
    ("hasattr", |rt, _, f| rt.hasattr(&f.value, "x").map(drop)),
    ("setattr", |rt, o, f| rt.setattr(&f.value, "x", &o.value)),
    ("delattr", |rt, _, f| rt.delattr(&f.value, "x")),
    ("generic_getattr", |rt, o, f| rt.generic_getattr(f.value.as_ref(), &o.text).map(drop)),
    ("generic_getattr, name", |rt, o, f| rt.generic_getattr(o.value.as_ref(), &f.text).map(drop)),
    ("generic_setattr", |rt, o, f| rt.generic_setattr(f.value.as_ref(), &o.text, None)),
    ("generic_setattr, name", |rt, o, f| {
        rt.generic_setattr(o.value.as_ref(), &f.text, Some(o.value.as_ref()))
    }),
    ("generic_setattr, value", |rt, o, f| {
        rt.generic_setattr(o.value.as_ref(), &o.text, Some(f.value.as_ref()))
    }),
    ("bind_descriptor", |rt, o, f| rt.bind_descriptor(&f.function, None, &o.class).map(drop)),
    ("bind_descriptor, instance", |rt, o, f| {
        rt.bind_descriptor(&o.function, Some(f.value.as_ref()), &o.class).map(drop)
    }),
    ("bind_descriptor, owner", |rt, o, f| {
        rt.bind_descriptor(&o.function, None, &f.class).map(drop)
    }),
    ("set_by_descriptor", |rt, o, f| {
        rt.set_by_descriptor(&f.function, o.value.as_ref(), Some(o.value.as_ref()))
    }),
    ("getattr_cached", |rt, o, f| {
        rt.getattr_cached(f.value.as_ref(), &o.text, &AttrCache::default()).map(drop)
    }),
    ("getattr_cached, name", |rt, o, f| {
        rt.getattr_cached(o.value.as_ref(), &f.text, &AttrCache::default()).map(drop)
    }),
    ("load_attr_cached", |rt, o, f| {
        rt.getattr_cached(f.value.as_ref(), &o.text, &AttrCache::default()).map(drop)
    }),
    ("setattr_cached", |rt, o, f| {
        let value = o.value.clone();
        rt.setattr_cached(f.value.as_ref(), &o.text, value, &AttrCache::default())
    }),
    ("setattr_cached, value", |rt, o, f| {
        let value = f.value.clone();
        rt.setattr_cached(o.value.as_ref(), &o.text, value, &AttrCache::default())
    }),
    ("setattr_cached, name", |rt, o, f| {
        let value = o.value.clone();
        rt.setattr_cached(o.value.as_ref(), &f.text, value, &AttrCache::default())
    }),
    ("load_method", |rt, o, f| rt.load_method(f.value.as_ref(), &o.text).map(drop)),
    ("load_method, name", |rt, o, f| rt.load_method(o.value.as_ref(), &f.text).map(drop)),
    ("set_instance_attribute", |rt, o, f| {
        rt.set_instance_attribute(f.value.as_ref(), &o.text, o.value.clone()).map(drop)
    }),
    ("set_instance_attribute, name", |rt, o, f| {
        rt.set_instance_attribute(o.value.as_ref(), &f.text, o.value.clone()).map(drop)
    }),
    ("set_instance_attribute, value", |rt, o, f| {
        rt.set_instance_attribute(o.value.as_ref(), &o.text, f.value.clone()).map(drop)
    }),
    ("delete_instance_attribute", |rt, o, f| {
        rt.delete_instance_attribute(f.value.as_ref(), &o.text).map(drop)
    }),
    ("instance_dict", |rt, _, f| rt.instance_dict(f.value.as_ref()).map(drop)),
    ("set_instance_dict", |rt, o, f| {
        rt.set_instance_dict(o.value.as_ref(), f.dict.clone()).map(drop)
    }),
    ("set_instance_dict of", |rt, o, f| {
        rt.set_instance_dict(f.value.as_ref(), o.dict.clone()).map(drop)
    }),
    ("alloc", |rt, _, f| rt.alloc(&f.class, CellObject { contents: None }).map(drop)),
    ("grow", |rt, _, f| rt.grow(&f.list, |list, meter| list.reserve(meter, 1))),
    ("grow by a value", |rt, o, f| {
        let value = f.value.clone();
        rt.grow(&o.list, |list, meter| list.push(meter, value))
    }),
    ("new_int", |rt, _, f| rt.new_int(&f.class, 1.into()).map(drop)),
    ("new_float", |rt, _, f| rt.new_float(&f.class, 1.0).map(drop)),
    ("new_str", |rt, _, f| rt.new_str(&f.class, b"x").map(drop)),
    ("new_bytes", |rt, _, f| rt.new_bytes(&f.class, b"x").map(drop)),
    ("new_tuple", |rt, o, f| rt.new_tuple(&f.class, [o.value.clone()].into_iter()).map(drop)),
    ("new_tuple, item", |rt, _, f| {
        let class = rt.types().tuple.clone();
        rt.new_tuple(&class, [f.value.clone()].into_iter()).map(drop)
    }),
    ("utf8_of", |rt, _, f| rt.utf8_of(&f.text).map(drop)),
    ("list_of", |rt, _, f| {
        let items = rt.gather([f.value.clone()])?;
        rt.list_of(items).map(drop)
    }),
    ("error", |rt, _, f| Err(rt.error(&f.class, "x"))),
    ("key_error", |rt, _, f| Err(rt.key_error(f.value.as_ref()))),
    ("stop_iteration", |rt, _, f| Err(rt.stop_iteration(Some(f.value.clone())))),
    ("no_attribute", |rt, o, f| Err(rt.no_attribute(f.value.as_ref(), o.text.as_ref()))),
    ("attribute_error_for", |rt, o, f| {
        Err(rt.attribute_error_for("x", f.value.as_ref(), o.text.as_ref()))
    }),
    ("name_error_for", |rt, _, f| Err(rt.name_error_for("x", f.text.as_ref()))),
    ("warn", |rt, _, f| rt.warn(&f.class, "x")),
    ("match_exception", |rt, o, f| {
        rt.match_exception(o.exception.as_ref(), f.class.as_ref().as_ref()).map(drop)
    }),
    ("match_exception, exception", |rt, _, f| {
        let class = rt.types().value_error.clone();
        rt.match_exception(f.exception.as_ref(), class.as_ref().as_ref()).map(drop)
    }),
    ("raise_from", |rt, _, f| Err(rt.raise_from(f.exception.as_ref(), None))),
    ("raise_from, cause", |rt, o, f| {
        Err(rt.raise_from(o.exception.as_ref(), Some(f.exception.as_ref())))
    }),
    ("call_function", |rt, _, f| {
        rt.call_function(&f.function, CallArgs::positional(&[])).map(drop)
    }),
    ("bind_arguments", |rt, _, f| {
        rt.bind_arguments(&f.function, CallArgs::positional(&[]), &mut [None])
    }),
    ("new_generator, name", |rt, o, f| {
        let body = Box::new(NoBody);
        let kind = objmodel::objects::generator::GeneratorKind::Generator;
        rt.new_generator(kind, body, f.text.clone(), o.text.clone(), o.code.clone()).map(drop)
    }),
    ("new_generator, code", |rt, o, f| {
        let body = Box::new(NoBody);
        let kind = objmodel::objects::generator::GeneratorKind::Generator;
        rt.new_generator(kind, body, o.text.clone(), o.text.clone(), f.code.clone()).map(drop)
    }),
    ("generator_send", |rt, o, f| rt.generator_send(&f.generator, o.value.as_ref()).map(drop)),
    ("generator_send, value", |rt, o, f| {
        rt.generator_send(&o.generator, f.value.as_ref()).map(drop)
    }),
    ("generator_throw", |rt, o, f| rt.generator_throw(&f.generator, o.exception.clone()).map(drop)),
    ("generator_throw, exception", |rt, o, f| {
        rt.generator_throw(&o.generator, f.exception.clone()).map(drop)
    }),
    ("generator_close", |rt, _, f| rt.generator_close(&f.generator).map(drop)),
    ("send_into", |rt, o, f| rt.send_into(f.generator.as_ref(), o.value.as_ref()).map(drop)),
    ("send_into, value", |rt, o, f| rt.send_into(o.generator.as_ref(), f.value.as_ref()).map(drop)),
    ("hash", |rt, _, f| rt.hash(f.value.as_ref()).map(drop)),
    ("new_instance", |rt, _, f| rt.new_instance(&f.class).map(drop)),
    ("abstract_class_error", |rt, _, f| rt.abstract_class_error(&f.class).map(drop)),
    ("qualified_name", |rt, _, f| rt.qualified_name(&f.class).map(drop)),
    ("change_class", |rt, o, f| rt.change_class(o.value.as_ref(), &f.class)),
    ("change_class of", |rt, o, f| rt.change_class(f.value.as_ref(), &o.class)),
    ("attribute_names", |rt, _, f| rt.attribute_names(f.value.as_ref()).map(drop)),
    ("instantiate", |rt, _, f| rt.instantiate(&f.class, CallArgs::positional(&[])).map(drop)),
    ("call_new", |rt, _, f| rt.call_new(&f.class, CallArgs::positional(&[])).map(drop)),
    ("iter", |rt, _, f| rt.iter(&f.list).map(drop)),
    ("next_step", |rt, _, f| rt.next_step(f.generator.as_ref()).map(drop)),
    ("next_or_raise", |rt, _, f| rt.next_or_raise(f.generator.as_ref()).map(drop)),
    ("collect", |rt, _, f| rt.collect(&f.list).map(drop)),
    ("dict_find", |rt, o, f| rt.dict_find(&f.dict, o.text.as_ref(), 1).map(drop)),
    ("dict_get", |rt, o, f| rt.dict_get(&f.dict, o.text.as_ref()).map(drop)),
    ("dict_get, key", |rt, o, f| rt.dict_get(&o.dict, f.text.as_ref()).map(drop)),
    ("dict_contains", |rt, o, f| rt.dict_contains(&f.dict, o.text.as_ref()).map(drop)),
    ("dict_set", |rt, o, f| rt.dict_set(&f.dict, o.text.as_ref(), o.value.clone())),
    ("dict_set, key", |rt, o, f| rt.dict_set(&o.dict, f.text.as_ref(), o.value.clone())),
    ("dict_set, value", |rt, o, f| rt.dict_set(&o.dict, o.text.as_ref(), f.value.clone())),
    ("dict_set_hashed", |rt, o, f| {
        rt.dict_set_hashed(&f.dict, o.text.as_ref(), 1, o.value.clone())
    }),
    ("dict_set_hashed, key", |rt, o, f| {
        rt.dict_set_hashed(&o.dict, f.text.as_ref(), 1, o.value.clone())
    }),
    ("dict_set_hashed, value", |rt, o, f| {
        rt.dict_set_hashed(&o.dict, o.text.as_ref(), 1, f.value.clone())
    }),
    ("dict_remove", |rt, o, f| rt.dict_remove(&f.dict, o.text.as_ref()).map(drop)),
    ("set_find", |rt, o, f| rt.set_find(&f.set, o.text.as_ref(), 1).map(drop)),
    ("set_add", |rt, o, f| rt.set_add(&f.set, o.text.as_ref()).map(drop)),
    ("set_add, key", |rt, o, f| rt.set_add(&o.set, f.text.as_ref()).map(drop)),
    ("set_add_hashed, key", |rt, o, f| rt.set_add_hashed(&o.set, f.value.as_ref(), 5).map(drop)),
    ("set_contains", |rt, o, f| rt.set_contains(&f.set, o.text.as_ref()).map(drop)),
    ("set_remove", |rt, o, f| rt.set_remove(&f.set, o.text.as_ref()).map(drop)),
    ("dict_set_name", |rt, o, f| rt.dict_set_name(&f.dict, &o.text, o.value.clone())),
    ("dict_set_name, name", |rt, o, f| rt.dict_set_name(&o.dict, &f.text, o.value.clone())),
    ("dict_set_name, value", |rt, o, f| rt.dict_set_name(&o.dict, &o.text, f.value.clone())),
    ("define_class", |rt, o, f| rt.define_class(&o.dict, &f.class)),
    ("define_class in", |rt, o, f| rt.define_class(&f.dict, &o.class)),
    ("call_unbound", |rt, o, f| rt.call_unbound(&f.function, o.value.as_ref(), &[]).map(drop)),
    ("call_unbound, object", |rt, o, f| {
        rt.call_unbound(&o.function, f.value.as_ref(), &[]).map(drop)
    }),
    ("call_unbound, argument", |rt, o, f| {
        rt.call_unbound(&o.function, o.value.as_ref(), &[f.value.as_ref()]).map(drop)
    }),
    ("call_with", |rt, _, f| {
        rt.call_with(f.function.as_ref(), CallArgs::positional(&[])).map(drop)
    }),
    ("call_with, argument", |rt, o, f| {
        let arguments = [f.value.as_ref()];
        rt.call_with(o.function.as_ref(), CallArgs::positional(&arguments)).map(drop)
    }),
    ("call_method, name", |rt, o, f| rt.call_method(&o.value, &f.text, ()).map(drop)),
    ("format", |rt, o, f| rt.format(&o.value, &f.text).map(drop)),
    ("format of", |rt, o, f| rt.format(&f.value, &o.text).map(drop)),
    ("write_repr", |rt, _, f| {
        let mut out = objmodel::objects::builder::TextBuilder::new(rt);
        rt.write_repr(f.value.as_ref(), &mut out)
    }),
    ("ascii", |rt, _, f| rt.ascii(&f.value).map(drop)),
    ("new_weakref", |rt, _, f| {
        let class = rt.types().weakref.clone();
        rt.new_weakref(&class, f.value.as_ref(), None).map(drop)
    }),
    ("new_weakref, class", |rt, o, f| rt.new_weakref(&f.class, o.value.as_ref(), None).map(drop)),
    ("new_weakref, callback", |rt, o, f| {
        let class = rt.types().weakref.clone();
        rt.new_weakref(&class, o.value.as_ref(), Some(f.value.clone())).map(drop)
    }),
    ("set_bases", |rt, o, f| rt.set_bases(&f.class, vec![Value::clone(&o.class)])),
    ("calculate_metaclass", |rt, _, f| {
        let metaclass = rt.types().r#type.clone();
        rt.calculate_metaclass(&metaclass, std::slice::from_ref(&f.class)).map(drop)
    }),
    ("calculate_metaclass, wanted", |rt, _, f| rt.calculate_metaclass(&f.class, &[]).map(drop)),
    ("new_type, metaclass", |rt, o, f| {
        rt.new_type(&f.class, &o.text, &[], &o.dict, CallArgs::positional(&[])).map(drop)
    }),
    ("new_type, name", |rt, o, f| {
        let metaclass = rt.types().r#type.clone();
        rt.new_type(&metaclass, &f.text, &[], &o.dict, CallArgs::positional(&[])).map(drop)
    }),
    ("new_type, base", |rt, o, f| {
        let metaclass = rt.types().r#type.clone();
        let bases = [Value::clone(&f.class)];
        rt.new_type(&metaclass, &o.text, &bases, &o.dict, CallArgs::positional(&[])).map(drop)
    }),
    ("new_type, namespace", |rt, o, f| {
        let metaclass = rt.types().r#type.clone();
        rt.new_type(&metaclass, &o.text, &[], &f.dict, CallArgs::positional(&[])).map(drop)
    }),
    ("class_name", |rt, _, f| rt.class_name(&f.text).map(drop)),
    ("default_mro", |rt, _, f| rt.default_mro(&f.class).map(drop)),
    ("set_class_attribute", |rt, o, f| rt.set_class_attribute(&f.class, &o.text, o.value.clone())),
    ("set_class_attribute, name", |rt, o, f| {
        rt.set_class_attribute(&o.class, &f.text, o.value.clone())
    }),
    ("set_class_attribute, value", |rt, o, f| {
        rt.set_class_attribute(&o.class, &o.text, f.value.clone())
    }),
    ("delete_class_attribute", |rt, o, f| rt.delete_class_attribute(&f.class, &o.text).map(drop)),
    ("resolve_bases", |rt, _, f| rt.resolve_bases(&f.tuple).map(drop)),
    ("prepare_class, name", |rt, o, f| {
        rt.prepare_class(&f.text, o.tuple.clone(), Vec::new()).map(drop)
    }),
    ("prepare_class, bases", |rt, o, f| {
        rt.prepare_class(&o.text, f.tuple.clone(), Vec::new()).map(drop)
    }),
    ("prepare_class, keywords", |rt, o, f| {
        let empty = rt.tuple(std::iter::empty())?;
        rt.prepare_class(&o.text, empty, vec![(o.text.clone(), f.value.clone())]).map(drop)
    }),
    ("set_function_code", |rt, o, f| rt.set_function_code(&o.function, f.code.clone())),
    ("set_function_code of", |rt, o, f| rt.set_function_code(&f.function, o.code.clone())),
    ("concat", |rt, o, f| rt.concat(o.list.as_ref(), f.list.as_ref()).map(drop)),
    ("pow", |rt, o, f| {
        let one = rt.int(1)?;
        rt.pow(one.as_ref(), f.value.as_ref(), o.value.as_ref()).map(drop)
    }),
    ("index", |rt, _, f| rt.index(f.value.as_ref()).map(drop)),
    ("index_clamped", |rt, _, f| rt.index_clamped(f.value.as_ref()).map(drop)),
    ("get_awaitable", |rt, _, f| rt.get_awaitable(f.generator.as_ref()).map(drop)),
    ("get_aiter", |rt, _, f| rt.get_aiter(f.value.as_ref()).map(drop)),
    ("run_coroutine", |rt, _, f| rt.run_coroutine(&f.generator).map(drop)),
    ("compare_by", |rt, o, f| {
        rt.compare_by(CompareOp::Eq, f.value.as_ref(), o.value.as_ref()).map(drop)
    }),
    ("compare_truth", |rt, o, f| {
        rt.compare_truth(CompareOp::Eq, o.value.as_ref(), f.value.as_ref()).map(drop)
    }),
    ("set_item of a Dict", |rt, _, f| f.dict.set_item(rt, "k", 1)),
    ("append of a List", |rt, _, f| f.list.append(rt, 1)),
    ("base of a builder", |rt, _, f| rt.class("X").base(&f.class).build(rt).map(drop)),
    ("render_traceback", |rt, _, f| {
        let text = rt.render_traceback(f.exception.as_ref())?;
        assert_eq!(text, format!("{REFUSED}\n"));
        rt.check_own(&f.value)
    }),
    ("raised_exception", |rt, _, f| {
        let raise = objmodel::Raise::exception(f.exception.clone());
        rt.raised_exception(raise).map(drop)
    }),
    ("in_call", |rt, _, f| rt.in_call(&f.function, |_| Ok(()))),
];

/// Functions that cannot fail: they answer as for something that has nothing.
const QUIET: &[Entry] = &[
    ("lookup_bound", |rt, o, f| rt.lookup_bound(f.value.as_ref(), &o.text).map(drop)),
    ("call_named", |rt, o, f| rt.call_named(f.value.as_ref(), &o.text, &[]).map(drop)),
    ("call_async", |rt, _, f| {
        let special = SpecialId::from_name("__aiter__").expect("a special name");
        rt.call_async(f.value.as_ref(), special).map(drop)
    }),
    ("type_of", |rt, _, f| drop_it(rt.type_of(f.value.as_ref()).to_gc())),
    ("class_of", |rt, _, f| drop_it(rt.class_of(f.value.as_ref()).name().to_owned())),
    ("as_type", |rt, _, f| {
        assert!(rt.as_type(f.class.as_ref().as_ref()).is_none());
        Ok(())
    }),
    ("lookup", |rt, o, f| drop_it(rt.lookup(&f.class, &o.text))),
    ("lookup, name", |rt, o, f| drop_it(rt.lookup(&o.class, &f.text))),
    ("has_class_attribute", |rt, o, f| drop_it(rt.has_class_attribute(&f.class, &o.text))),
    ("is_subtype", |rt, o, f| drop_it(rt.is_subtype(&f.class, &o.class))),
    ("is_subtype of", |rt, o, f| drop_it(rt.is_subtype(&o.class, &f.class))),
    ("is_instance_of", |rt, o, f| drop_it(rt.is_instance_of(f.value.as_ref(), &o.class))),
    ("is_instance_of, class", |rt, o, f| drop_it(rt.is_instance_of(o.value.as_ref(), &f.class))),
    ("text_of", |rt, _, f| drop_it(rt.text_of(f.text.as_ref()).into_owned())),
    ("type_name", |rt, _, f| drop_it(rt.type_name(f.value.as_ref()).to_owned())),
    ("argument_name", |rt, _, f| drop_it(rt.argument_name(f.value.as_ref()).to_owned())),
    ("is_exception_of", |rt, _, f| {
        let raise = rt.value_error("x");
        drop_it(rt.is_exception_of(&raise, &f.class))
    }),
    ("is_exception_of, exception", |rt, o, f| {
        let raise = objmodel::Raise::exception(f.exception.clone());
        drop_it(rt.is_exception_of(&raise, &o.class))
    }),
    ("chain_context", |rt, _, f| {
        rt.chain_context(&objmodel::Raise::exception(f.exception.clone()));
        Ok(())
    }),
    ("push_handled", |rt, _, f| {
        rt.push_handled(f.exception.clone());
        let raise = rt.value_error("x");
        rt.chain_context(&raise);
        rt.pop_handled();
        Ok(())
    }),
    ("with_note", |rt, _, f| {
        drop_it(rt.with_note(objmodel::Raise::exception(f.exception.clone()), "note"))
    }),
    ("with_cause", |rt, _, f| {
        let raise = rt.value_error("x");
        drop_it(rt.with_cause(raise, f.exception.clone()))
    }),
    ("add_traceback", |rt, _, f| {
        rt.add_traceback(f.exception.as_ref(), 0, 1, None);
        Ok(())
    }),
    ("unraisable", |rt, _, f| {
        rt.unraisable(objmodel::Raise::exception(f.exception.clone()), "x", Some(&f.value));
        Ok(())
    }),
    ("instance_attribute", |rt, o, f| drop_it(rt.instance_attribute(f.value.as_ref(), &o.text))),
    ("put_field", |rt, o, f| {
        rt.put_field(f.value.as_ref(), 0, Some(o.value.clone()));
        Ok(())
    }),
    ("super_method", |rt, o, f| drop_it(rt.super_method(&f.class, o.value.as_ref(), &o.text))),
    ("super_method, object", |rt, o, f| {
        drop_it(rt.super_method(&o.class, f.value.as_ref(), &o.text))
    }),
    ("load_global", |rt, o, f| {
        drop_it(rt.load_global(&f.dict, &o.dict, &o.text, &GlobalCache::default()))
    }),
    ("load_global, builtins", |rt, o, f| {
        drop_it(rt.load_global(&o.dict, &f.dict, &o.text, &GlobalCache::default()))
    }),
    ("load_global, name", |rt, o, f| {
        drop_it(rt.load_global(&o.dict, &o.dict, &f.text, &GlobalCache::default()))
    }),
    ("intern_str", |rt, _, f| drop_it(rt.intern_str(&f.text))),
    ("keep_unreachable_in", |rt, _, f| {
        rt.keep_unreachable_in(f.list.clone());
        Ok(())
    }),
    ("function_name", |rt, _, f| {
        let part = objmodel::objects::function::FunctionField::Name;
        drop_it(rt.function_name(&f.function, part))
    }),
    ("function_field", |rt, _, f| {
        let part = objmodel::objects::function::FunctionField::Defaults;
        drop_it(rt.function_field(&f.function, part).cloned())
    }),
    ("set_function_field", |rt, o, f| {
        let part = objmodel::objects::function::FunctionField::Doc;
        rt.set_function_field(&f.function, part, Some(o.value.clone()));
        Ok(())
    }),
    ("replacement", |rt, _, f| drop_it(rt.replacement(&f.function))),
    ("positional_defaults", |rt, _, f| drop_it(rt.positional_defaults(&f.function).len())),
    ("is_callable", |rt, _, f| drop_it(rt.is_callable(f.function.as_ref()))),
    ("eq_fast", |rt, o, f| drop_it(rt.eq_fast(o.text.as_ref(), f.text.as_ref()))),
    ("hash_fast", |rt, _, f| drop_it(rt.hash_fast(f.text.as_ref()))),
    ("identity_hash", |rt, _, f| drop_it(rt.identity_hash(f.value.as_ref()))),
    ("unhashable", |rt, _, f| drop_it(rt.unhashable(f.value.as_ref()))),
    ("full_qualified_name", |rt, _, f| drop_it(rt.full_qualified_name(&f.class))),
    ("overrides_natively", |rt, _, f| drop_it(rt.overrides_natively(&f.class, SpecialId::Init))),
    ("plain_init", |rt, _, f| drop_it(rt.plain_init(&f.class))),
    ("is_sequence", |rt, _, f| drop_it(rt.is_sequence(f.list.as_ref()))),
    ("str_hash", |rt, _, f| drop_it(rt.str_hash(&f.text))),
    ("dict_get_name", |rt, o, f| drop_it(rt.dict_get_name(&f.dict, &o.text))),
    ("dict_get_name, name", |rt, o, f| drop_it(rt.dict_get_name(&o.dict, &f.text))),
    ("dict_remove_name", |rt, o, f| drop_it(rt.dict_remove_name(&f.dict, &o.text))),
    ("lookup_special", |rt, _, f| drop_it(rt.lookup_special(f.value.as_ref(), SpecialId::Iter))),
    ("seal_class", |rt, _, f| {
        rt.seal_class(&f.class, "x");
        Ok(())
    }),
    ("collection_of", |rt, _, f| drop_it(rt.collection_of(f.value.as_ref()))),
    ("class_collection", |rt, _, f| drop_it(rt.class_collection(&f.class))),
    ("set_class_collection", |rt, _, f| {
        rt.set_class_collection(&f.class, None);
        Ok(())
    }),
    ("class_matches_itself", |rt, _, f| drop_it(rt.class_matches_itself(&f.class))),
    ("class_flags", |rt, _, f| drop_it(rt.class_flags(&f.class))),
    ("instances_vary", |rt, _, f| drop_it(rt.instances_vary(&f.class))),
    ("is_collected", |rt, _, f| drop_it(rt.is_collected(&f.class))),
    ("layouts_match", |rt, o, f| drop_it(rt.layouts_match(&f.class, &o.class))),
    ("layouts_match the other way", |rt, o, f| drop_it(rt.layouts_match(&o.class, &f.class))),
    ("set_name", |rt, o, f| {
        rt.set_name(&f.class, &o.text, "x");
        Ok(())
    }),
    ("set_name, name", |rt, o, f| {
        rt.set_name(&o.class, &f.text, "x");
        Ok(())
    }),
    ("set_qualname", |rt, o, f| {
        rt.set_qualname(&f.class, &o.text);
        Ok(())
    }),
    ("set_abstract_methods", |rt, _, f| {
        rt.set_abstract_methods(&f.class, None);
        Ok(())
    }),
    ("live_subclasses", |rt, _, f| drop_it(rt.live_subclasses(&f.class))),
    ("namespace", |rt, _, f| drop_it(rt.namespace(&f.class))),
    ("set_trace_function", |rt, _, f| {
        rt.set_trace_function(Some(Value::clone(&f.function)));
        rt.set_trace_function(None);
        Ok(())
    }),
    ("as_int", |rt, _, f| drop_it(rt.as_int(f.value.as_ref()).is_some())),
    ("as_float", |rt, _, f| drop_it(rt.as_float(f.value.as_ref()))),
    ("display", |_, _, f| drop_it(format!("{:?}", f.value))),
    ("get", |rt, _, f| {
        assert!(f.list.get::<objmodel::objects::list::ListObject>(rt).is_none());
        assert!(f.dict.get::<DictObject>(rt).is_none());
        assert!(f.set.get::<SetObject>(rt).is_none());
        assert!(f.tuple.get::<TupleObject>(rt).is_none());
        assert!(f.text.get::<StrObject>(rt).is_none());
        assert!(f.cell.get::<CellObject>(rt).is_none());
        Ok(())
    }),
];

fn drop_it<T>(what: T) -> Result<()> {
    drop(what);
    Ok(())
}

/// What an outcome says.
fn said(rt: &mut Runtime, outcome: Result<()>) -> String {
    match outcome {
        Ok(()) => "no error".to_owned(),
        Err(raise) => raise.detach(rt).to_string(),
    }
}

#[test]
fn no_function_panics_or_takes_a_foreign_handle() -> Result<()> {
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    let (mut rt, mut other) = (runtime(), runtime());
    let foreign = Handles::new(&mut other)?;
    let mut wrong = Vec::new();
    let mut check = |rt: &mut Runtime, when: &str| -> Result<()> {
        for (fallible, entries) in [(true, FALLIBLE), (false, QUIET)] {
            for (name, entry) in entries {
                let own = Handles::new(rt)?;
                let outcome = catch_unwind(AssertUnwindSafe(|| {
                    let outcome = entry(rt, &own, &foreign);
                    said(rt, outcome)
                }));
                let said = outcome.unwrap_or_else(|_| "a panic".to_owned());
                let refused = [REFUSED, ANOTHER_CLASS].contains(&said.as_str());
                let right = if fallible { refused } else { said == "no error" };
                if !right {
                    wrong.push(format!("{when}, {name}: {said}"));
                }
                if let Err(problem) = rt.heap().verify() {
                    wrong.push(format!("{when}, {name}: {problem}"));
                    return Ok(());
                }
            }
        }
        Ok(())
    };
    check(&mut rt, "alive")?;
    drop(other);
    check(&mut rt, "dropped")?;
    std::panic::set_hook(hook);
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
    Ok(())
}

/// The body of a generator that ends at once.
struct NoBody;

impl objmodel::host::Resumable for NoBody {
    fn resume(
        &mut self,
        _: &mut Runtime,
        _: objmodel::host::Resume,
    ) -> Result<objmodel::host::Sent> {
        Ok(objmodel::host::Sent::Returned(objmodel::singletons::none()))
    }
}

impl objmodel::gc::Trace for NoBody {
    fn trace(&self, _: &mut objmodel::gc::Visitor<'_>) {}
    fn clear(&mut self, _: &mut objmodel::gc::ClearSink) {}
}
