//! The operations.

use objmodel::objects::list::ListObject;
use objmodel::objects::module::ModuleObject;
use objmodel::objects::set::SetObject;
use objmodel::objects::str::StrObject;
use objmodel::{BinaryOp, CallArgs, CompareOp, Gc, LoadedMethod, Runtime, Type, Value};
use objmodel_script::evaluate::Interpreter;

use bench_work::{Comparison, Operator, Side};

use crate::nodes::{NODE, Node};
use crate::site::Site;
use crate::start::{self, must};

/// An interpreter of this library.
pub(crate) struct Ours {
    interpreter: Interpreter,
    node_class: Type,
}

impl Ours {
    #[inline(always)]
    fn rt(&mut self) -> &mut Runtime {
        self.interpreter.runtime()
    }

    /// The runtime and the class of nodes.
    #[inline(always)]
    pub(crate) fn with_node_class(&mut self) -> (&mut Runtime, &Type) {
        (self.interpreter.runtime(), &self.node_class)
    }
}

/// Runs one call of the library and unwraps its result.
macro_rules! must {
    ($side:expr, |$rt:ident| $call:expr) => {{
        let $rt = $side.rt();
        let result = $call;
        must($rt, result)
    }};
}

impl Side for Ours {
    type Object = Value;
    type Name = Site;

    const NAME: &'static str = "objmodel";

    fn start() -> Ours {
        let mut interpreter = start::interpreter();
        let rt = interpreter.runtime();
        let node_class = rt.register_type::<Node>(const { &NODE });
        let node_class = must(rt, node_class);
        Ours { interpreter, node_class }
    }

    fn version(&mut self) -> String {
        "objmodel, this tree".to_owned()
    }

    fn run(&mut self, file: &str, text: &str) -> bool {
        start::run(&mut self.interpreter, file, text)
    }

    fn global(&mut self, name: &str) -> Value {
        let rt = self.rt();
        let (main, name) = (rt.intern("__main__"), rt.intern(name));
        let (main, name) = (must(rt, main), must(rt, name));
        let module = rt.dict_get_name(rt.modules(), &main).expect("a program has run");
        let dict = module.get::<ModuleObject>(rt).and_then(|module| module.dict.clone());
        rt.dict_get_name(&dict.expect("a module"), &name).expect("the name is defined")
    }

    fn name(&mut self, text: &str) -> Site {
        Site::new(must!(self, |rt| rt.intern(text)))
    }

    #[inline(always)]
    fn int(&mut self, n: i64) -> Value {
        must!(self, |rt| rt.int(n))
    }

    #[inline(always)]
    fn float(&mut self, x: f64) -> Value {
        must!(self, |rt| rt.float(x))
    }

    #[inline(always)]
    fn str(&mut self, text: &str) -> Value {
        must!(self, |rt| rt.str(text)).into_value()
    }

    #[inline(always)]
    fn tuple(&mut self, items: &[Value]) -> Value {
        must!(self, |rt| rt.tuple(items.iter().cloned())).into_value()
    }

    #[inline(always)]
    fn list(&mut self, items: &[Value]) -> Value {
        must!(self, |rt| rt.list(items.to_vec())).into_value()
    }

    #[inline(always)]
    fn dict(&mut self) -> Value {
        must!(self, |rt| rt.dict()).into_value()
    }

    #[inline(always)]
    fn set(&mut self) -> Value {
        must!(self, |rt| rt.set()).into_value()
    }

    #[inline(always)]
    fn append(&mut self, list: &Value, item: &Value) {
        let list: &Gc<ListObject> = list.downcast_ref().expect("a list");
        must!(self, |rt| rt.grow(list, |list, meter| list.push(meter, item.clone())))
    }

    #[inline(always)]
    fn add_to_set(&mut self, set: &Value, item: &Value) {
        let set: &Gc<SetObject> = set.downcast_ref().expect("a set");
        must!(self, |rt| rt.set_add(set, item.as_ref()));
    }

    #[inline(always)]
    fn binary(&mut self, op: Operator, left: &Value, right: &Value) -> Value {
        let op = match op {
            Operator::Add => BinaryOp::Add,
            Operator::Sub => BinaryOp::Sub,
            Operator::Mul => BinaryOp::Mul,
            Operator::TrueDiv => BinaryOp::TrueDiv,
            Operator::FloorDiv => BinaryOp::FloorDiv,
            Operator::Mod => BinaryOp::Mod,
            Operator::And => BinaryOp::And,
            Operator::Or => BinaryOp::Or,
        };
        must!(self, |rt| rt.binary(op, left, right))
    }

    #[inline(always)]
    fn compare(&mut self, op: Comparison, left: &Value, right: &Value) -> Value {
        let op = match op {
            Comparison::Eq => CompareOp::Eq,
            Comparison::Lt => CompareOp::Lt,
        };
        must!(self, |rt| rt.compare(op, left, right))
    }

    #[inline(always)]
    fn get(&mut self, object: &Value, name: &Site) -> Value {
        must!(self, |rt| rt.getattr(object, &name.name))
    }

    #[inline(always)]
    fn get_at_site(&mut self, object: &Value, name: &Site) -> Value {
        must!(self, |rt| rt.getattr_cached(object.as_ref(), &name.name, &name.attribute))
    }

    #[inline(always)]
    fn get_if_any(&mut self, object: &Value, name: &Site) -> Option<Value> {
        must!(self, |rt| rt.lookup_attr(object, &name.name))
    }

    #[inline(always)]
    fn get_fails(&mut self, object: &Value, name: &Site) -> bool {
        self.rt().getattr(object, &name.name).is_err()
    }

    #[inline(always)]
    fn put(&mut self, object: &Value, name: &Site, value: &Value) {
        must!(self, |rt| rt.setattr(object, &name.name, value))
    }

    #[inline(always)]
    fn put_at_site(&mut self, object: &Value, name: &Site, value: &Value) {
        let value = value.clone();
        must!(self, |rt| rt.setattr_cached(object.as_ref(), &name.name, value, &name.attribute))
    }

    #[inline(always)]
    fn call<const N: usize>(&mut self, callee: &Value, arguments: [&Value; N]) -> Value {
        must!(self, |rt| rt.call(callee, arguments.map(Value::as_ref)))
    }

    #[inline(always)]
    fn call_keyword(
        &mut self,
        callee: &Value,
        positional: &Value,
        keyword: &Site,
        value: &Value,
    ) -> Value {
        let (arguments, names) = ([positional.as_ref(), value.as_ref()], [keyword.name.as_ref()]);
        let arguments = CallArgs::with_names(&arguments, &names);
        must!(self, |rt| rt.call_with(callee.as_ref(), arguments))
    }

    #[inline(always)]
    fn call_fails(&mut self, callee: &Value) -> bool {
        self.rt().call(callee, ()).is_err()
    }

    #[inline(always)]
    fn call_method<const N: usize>(
        &mut self,
        object: &Value,
        name: &Site,
        arguments: [&Value; N],
    ) -> Value {
        let arguments = arguments.map(Value::as_ref);
        let method = must!(self, |rt| rt.load_method(object.as_ref(), &name.name));
        must!(self, |rt| match &method {
            LoadedMethod::Unbound(method) => rt.call_unbound(method, object.as_ref(), &arguments),
            LoadedMethod::Bound(method) => rt.call(method, arguments),
        })
    }

    #[inline(always)]
    fn raise(&mut self, message: &'static str) {
        drop(self.rt().value_error(message));
    }

    #[inline(always)]
    fn item(&mut self, object: &Value, key: &Value) -> Value {
        must!(self, |rt| rt.get_item(object, key))
    }

    #[inline(always)]
    fn put_item(&mut self, object: &Value, key: &Value, value: &Value) {
        must!(self, |rt| rt.set_item(object, key, value))
    }

    #[inline(always)]
    fn contains(&mut self, container: &Value, item: &Value) -> bool {
        must!(self, |rt| rt.contains(container, item))
    }

    #[inline(always)]
    fn len(&mut self, object: &Value) -> usize {
        must!(self, |rt| rt.len(object))
    }

    #[inline(always)]
    fn truth(&mut self, object: &Value) -> bool {
        must!(self, |rt| rt.is_true(object.as_ref()))
    }

    #[inline(always)]
    fn hash(&mut self, object: &Value) -> i64 {
        must!(self, |rt| rt.hash(object.as_ref()))
    }

    #[inline(always)]
    fn repr(&mut self, object: &Value) -> Value {
        must!(self, |rt| rt.repr(object)).into_value()
    }

    #[inline(always)]
    fn to_str(&mut self, object: &Value) -> Value {
        must!(self, |rt| rt.to_str(object)).into_value()
    }

    #[inline(always)]
    fn format(&mut self, object: &Value, spec: &Value) -> Value {
        let spec: &Gc<StrObject> = spec.downcast_ref().expect("a str");
        must!(self, |rt| rt.format(object, spec)).into_value()
    }

    #[inline(always)]
    fn is_instance(&mut self, object: &Value, class: &Value) -> bool {
        must!(self, |rt| rt.is_instance(object, class))
    }

    #[inline(always)]
    fn iterate(&mut self, iterable: &Value) -> usize {
        let iterator = must!(self, |rt| rt.iter(iterable));
        let mut items = 0;
        while let Some(item) = must!(self, |rt| rt.next(&iterator)) {
            drop(std::hint::black_box(item));
            items += 1;
        }
        items
    }

    fn text(&mut self, object: &Value) -> String {
        self.rt().text_of(object.as_ref()).into_owned()
    }
}
