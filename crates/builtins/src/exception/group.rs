//! `BaseExceptionGroup` and `ExceptionGroup` (PEP 654).

use std::collections::HashMap;

use objmodel::objects::exception::ExceptionObject;
use objmodel::objects::str::StrObject;
use objmodel::objects::tuple::TupleObject;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Type, Value, singletons};

use super::base;
use super::extra::{read_only, set_field};

const MESSAGE: usize = 0;
const EXCEPTIONS: usize = 1;

fn new<'a>(rt: &mut Runtime, class: &Type, args: CallArgs<'a>) -> Result {
    let [message, given] = args.positionals() else {
        return Err(rt.type_error(format!(
            "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)",
            args.len()
        )));
    };
    if !message.is_payload::<StrObject>() {
        let of = rt.argument_name(*message);
        return Err(
            rt.type_error(format!("BaseExceptionGroup.__new__() argument 1 must be str, not {of}"))
        );
    }
    if !rt.is_sequence(*given) {
        return Err(rt.type_error("second argument (exceptions) must be a sequence"));
    }
    let exceptions = rt.collect(*given)?;
    if exceptions.is_empty() {
        return Err(rt.value_error("second argument (exceptions) must be a non-empty sequence"));
    }
    let exception = rt.types().exception.clone();
    let mut only_plain = true;
    for (number, item) in exceptions.iter().enumerate() {
        if !item.is_payload::<ExceptionObject>() {
            return Err(rt.value_error(format!(
                "Item {number} of second argument (exceptions) is not an exception"
            )));
        }
        only_plain = only_plain && rt.is_instance_of(item.as_ref(), &exception);
    }
    let own = group_class(rt);
    let base = rt.types().base_exception_group.clone();
    let mut class = class.clone();
    if class.is(&base) && only_plain {
        class = own;
    } else if class.is(&own) && !only_plain {
        return Err(rt.type_error("Cannot nest BaseExceptions in an ExceptionGroup"));
    } else if !only_plain && rt.is_subtype(&class, &exception) {
        let name = class.read(rt).name();
        return Err(rt.type_error(format!("Cannot nest BaseExceptions in '{name}'")));
    }
    let made = base::new(rt, &class, args)?;
    let exceptions = rt.tuple(exceptions.into_iter())?.into_value();
    set_field(rt, made.as_ref(), MESSAGE, Some(message.to_value()))?;
    set_field(rt, made.as_ref(), EXCEPTIONS, Some(exceptions))?;
    Ok(made)
}

/// `ExceptionGroup`, which is made by [`install`].
struct GroupClass(Type);

fn group_class(rt: &Runtime) -> Type {
    match rt.data::<GroupClass>() {
        Some(class) => class.0.clone(),
        None => rt.types().base_exception_group.clone(),
    }
}

/// Makes `ExceptionGroup`, a subclass of the base group and of `Exception`.
pub(crate) fn install(rt: &mut Runtime) -> Result<Type> {
    rt.install_type(|types| &types.base_exception_group, &BASE_EXCEPTION_GROUP)?;
    let bases =
        [Value::clone(&rt.types().base_exception_group), Value::clone(&rt.types().exception)];
    let namespace = rt.dict()?;
    let module = rt.names().module.clone();
    let builtins = rt.intern("builtins")?.into_value();
    rt.dict_set_name(&namespace, &module, builtins)?;
    let class = rt.make_class("ExceptionGroup", &bases, &namespace)?;
    rt.set_data(GroupClass(class.clone()));
    Ok(class)
}

fn init<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result<()> {
    base::init(rt, own, args)
}

pub(super) fn exceptions(rt: &Runtime, own: Borrowed<'_>) -> Vec<Value> {
    own.get::<ExceptionObject>(rt)
        .and_then(|group| group.extra(EXCEPTIONS))
        .and_then(|tuple| tuple.get::<TupleObject>(rt))
        .map(|tuple| tuple.items().to_vec())
        .unwrap_or_default()
}

fn message(rt: &Runtime, own: Borrowed<'_>) -> Value {
    let message = own.get::<ExceptionObject>(rt).and_then(|group| group.extra(MESSAGE).cloned());
    message.unwrap_or_else(singletons::none)
}

fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let count = exceptions(rt, own).len();
    let message = message(rt, own);
    let message = rt.to_str(&message)?;
    let s = if count == 1 { "" } else { "s" };
    let text = format!("{} ({count} sub-exception{s})", message.read(rt).as_str());
    rt.str(&text).map(Gc::into_value)
}

/// A group of the same message: what subclasses override.
fn derive(rt: &mut Runtime, args: Args<'_>) -> Result {
    let message = message(rt, args.at(0));
    let base = rt.types().base_exception_group.clone();
    rt.call(&base, [message.as_ref(), args.at(1)])
}

/// What decides which exceptions are picked.
enum Condition {
    Classes(Value),
    Predicate(Value),
    /// Exceptions themselves, by identity; groups are never picked as a whole.
    Leaves(HashMap<u64, Value>),
}

fn condition(rt: &Runtime, value: Borrowed<'_>) -> Result<Condition> {
    let base = rt.types().base_exception.clone();
    let is_class =
        |value: Borrowed<'_>| rt.as_type(value).is_some_and(|class| rt.is_subtype(&class, &base));
    let tuple = value.get::<TupleObject>(rt);
    let classes = match tuple {
        Some(tuple) => tuple.items().iter().all(|item| is_class(item.as_ref())),
        None => is_class(value),
    };
    if classes {
        return Ok(Condition::Classes(value.to_value()));
    }
    if rt.is_callable(value) && rt.as_type(value).is_none() {
        return Ok(Condition::Predicate(value.to_value()));
    }
    Err(rt.type_error(
        "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    ))
}

fn picks(rt: &mut Runtime, condition: &Condition, exception: &Value) -> Result<bool> {
    match condition {
        Condition::Classes(classes) => rt.match_exception(exception.as_ref(), classes.as_ref()),
        Condition::Predicate(predicate) => {
            let answer = rt.call(predicate, [exception.as_ref()])?;
            rt.is_true(answer.as_ref())
        }
        Condition::Leaves(leaves) => Ok(leaves.contains_key(&exception.bits())),
    }
}

/// The picked part of a group and the rest, each `None` if it is empty.
fn parted(
    rt: &mut Runtime,
    group: &Value,
    condition: &Condition,
) -> Result<(Option<Value>, Option<Value>)> {
    rt.check_stack(" in exception group")?;
    if picks(rt, condition, group)? {
        return Ok((Some(group.clone()), None));
    }
    let base = rt.types().base_exception_group.clone();
    let (mut picked, mut rest) = (Vec::new(), Vec::new());
    let parts = exceptions(rt, group.as_ref());
    rt.tick(parts.len())?;
    for exception in parts {
        if rt.is_instance_of(exception.as_ref(), &base) {
            let (inner, others) = parted(rt, &exception, condition)?;
            picked.extend(inner);
            rest.extend(others);
        } else if picks(rt, condition, &exception)? {
            picked.push(exception);
        } else {
            rest.push(exception);
        }
    }
    Ok((derived(rt, group, picked)?, derived(rt, group, rest)?))
}

/// A group like another with some of its exceptions, by its `derive`; `None` for none.
fn derived(rt: &mut Runtime, group: &Value, exceptions: Vec<Value>) -> Result<Option<Value>> {
    if exceptions.is_empty() {
        return Ok(None);
    }
    let list = rt.list(exceptions)?;
    let name = rt.intern("derive")?;
    let made = rt.call_method(group, &name, [list.as_ref()])?;
    let base = rt.types().base_exception_group.clone();
    if !rt.is_instance_of(made.as_ref(), &base) {
        return Err(rt.type_error("derive must return an instance of BaseExceptionGroup"));
    }
    let parts = group
        .get::<ExceptionObject>(rt)
        .map(|group| (group.traceback.clone(), group.cause.clone(), group.context.clone()));
    if let (Some((traceback, cause, context)), Some(payload)) =
        (parts, made.get_mut::<ExceptionObject>(rt))
    {
        payload.traceback = traceback;
        payload.cause = cause;
        payload.context = context;
        // Giving it a cause hides the context, even if the cause is none.
        payload.suppress_context = true;
    }
    let notes = rt.names().notes.clone();
    if let Some(list) = rt.lookup_attr(group, &notes)? {
        let copy = rt.collect(&list)?;
        let copy = rt.list_of(copy)?;
        rt.setattr(&made, &notes, &copy)?;
    }
    Ok(Some(made))
}

/// The part of a group that holds these exceptions; `None` if it holds none of them.
pub(super) fn projection(
    rt: &mut Runtime,
    group: &Value,
    leaves: HashMap<u64, Value>,
) -> Result<Option<Value>> {
    if leaves.is_empty() {
        return Ok(None);
    }
    Ok(parted(rt, group, &Condition::Leaves(leaves))?.0)
}

fn split(rt: &mut Runtime, args: Args<'_>) -> Result {
    let condition = condition(rt, args.at(1))?;
    let (picked, rest) = parted(rt, &args.at(0).to_value(), &condition)?;
    let items = [picked, rest].map(|part| part.unwrap_or_else(singletons::none));
    rt.tuple(items.into_iter()).map(Gc::into_value)
}

fn subgroup(rt: &mut Runtime, args: Args<'_>) -> Result {
    let condition = condition(rt, args.at(1))?;
    let (picked, _) = parted(rt, &args.at(0).to_value(), &condition)?;
    Ok(picked.unwrap_or_else(singletons::none))
}

/// The table of `BaseExceptionGroup`.
const BASE_EXCEPTION_GROUP: ClassSpec = ClassSpec {
    name: "BaseExceptionGroup",
    doc: Some("A combination of multiple unrelated exceptions."),
    adds_fields: true,
    slots: &[
        (SlotId::TpNew, SlotFn::New(new)),
        (SlotId::TpInit, SlotFn::Init(init)),
        (SlotId::TpStr, SlotFn::Unary(str)),
    ],
    methods: &[
        MethodSpec::method("derive", "($self, object, /)", derive),
        MethodSpec::method("split", "($self, object, /)", split),
        MethodSpec::method("subgroup", "($self, object, /)", subgroup),
        crate::generic_alias::CLASS_GETITEM,
    ],
    getset: &[
        read_only::<MESSAGE>("message").doc("exception message"),
        read_only::<EXCEPTIONS>("exceptions").doc("nested exceptions"),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
