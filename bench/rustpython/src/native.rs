//! The class and the functions of the list of work that are not written in Python.

use rustpython_vm::builtins::{PyInt, PyType};
use rustpython_vm::class::PyClassImpl;
use rustpython_vm::function::PyComparisonValue;
use rustpython_vm::protocol::PyNumberMethods;
use rustpython_vm::types::{AsNumber, Comparable, Constructor, PyComparisonOp, Representable};
use rustpython_vm::{
    AsObject, FromArgs, Py, PyObject, PyObjectRef, PyPayload, PyResult, VirtualMachine, pyclass,
};

use crate::start::must;

/// The payload of `Native`: a number.
#[pyclass(module = "bench", name = "Native")]
#[derive(Debug, PyPayload)]
struct Native {
    n: i64,
}

#[pyclass(with(Constructor, AsNumber, Comparable, Representable))]
impl Native {}

impl Constructor for Native {
    type Args = i64;

    fn py_new(_: &Py<PyType>, n: i64, _: &VirtualMachine) -> PyResult<Self> {
        Ok(Native { n })
    }
}

fn number(object: &PyObject, vm: &VirtualMachine) -> Option<i64> {
    match object.downcast_ref::<Native>() {
        Some(native) => Some(native.n),
        None => object.downcast_ref::<PyInt>()?.try_to_primitive(vm).ok(),
    }
}

impl AsNumber for Native {
    fn as_number() -> &'static PyNumberMethods {
        static METHODS: PyNumberMethods = PyNumberMethods {
            add: Some(|a, b, vm| match (number(a, vm), number(b, vm)) {
                (Some(a), Some(b)) => Ok(Native { n: a + b }.into_pyobject(vm)),
                _ => Ok(vm.ctx.not_implemented()),
            }),
            ..PyNumberMethods::NOT_IMPLEMENTED
        };
        &METHODS
    }
}

impl Comparable for Native {
    fn cmp(
        own: &Py<Self>,
        other: &PyObject,
        op: PyComparisonOp,
        vm: &VirtualMachine,
    ) -> PyResult<PyComparisonValue> {
        Ok(match number(other, vm) {
            Some(other) => PyComparisonValue::Implemented(op.eval_ord(own.n.cmp(&other))),
            None => PyComparisonValue::NotImplemented,
        })
    }
}

impl Representable for Native {
    fn repr_str(own: &Py<Self>, _: &VirtualMachine) -> PyResult<String> {
        Ok(format!("Native({})", own.n))
    }
}

#[derive(FromArgs)]
struct Keywords {
    #[pyarg(any)]
    #[allow(dead_code)]
    a: PyObjectRef,
    #[pyarg(any, optional)]
    #[allow(dead_code)]
    b: Option<PyObjectRef>,
    #[pyarg(named, optional)]
    c: Option<PyObjectRef>,
}

fn native_keywords(arguments: Keywords, vm: &VirtualMachine) -> PyObjectRef {
    arguments.c.unwrap_or_else(|| vm.ctx.none())
}

/// Puts them into `builtins`.
pub(crate) fn install(vm: &VirtualMachine) {
    let class = Native::make_static_type();
    let put = |name: &'static str, value: PyObjectRef| {
        must(vm, vm.builtins.as_object().set_attr(name, value, vm));
    };
    put("Native", class.into());
    put("native0", vm.new_function("native0", || ()).into());
    put("native1", vm.new_function("native1", |a: PyObjectRef| a).into());
    put("native2", vm.new_function("native2", |_: PyObjectRef, b: PyObjectRef| b).into());
    let third = |_: PyObjectRef, _: PyObjectRef, c: PyObjectRef| c;
    put("native3", vm.new_function("native3", third).into());
    put("native_keywords", vm.new_function("native_keywords", native_keywords).into());
}
