//! The operations.

use bench_work::{Comparison, Operator, Side};
use rustpython_vm::builtins::{PyList, PySet, PyStr, PyStrInterned};
use rustpython_vm::compiler::Mode;
use rustpython_vm::function::FuncArgs;
use rustpython_vm::protocol::PyIterReturn;
use rustpython_vm::scope::Scope;
use rustpython_vm::types::PyComparisonOp;
use rustpython_vm::{AsObject, PyObjectRef, PyPayload, PyRef, VirtualMachine};

use crate::start::{machine, must};
use crate::{native, nodes};

/// A virtual machine that was entered.
pub(crate) struct RustPython {
    pub(crate) vm: &'static VirtualMachine,
    main: Scope,
}

impl Side for RustPython {
    type Object = PyObjectRef;
    type Name = &'static PyStrInterned;

    const NAME: &'static str = "RustPython";

    fn start() -> RustPython {
        let vm = machine();
        native::install(vm);
        nodes::install();
        RustPython { vm, main: must(vm, vm.new_scope_with_main()) }
    }

    fn version(&mut self) -> String {
        "RustPython 0.6.0".to_owned()
    }

    fn run(&mut self, file: &str, text: &str) -> bool {
        let vm = self.vm;
        let code = vm.compile(text, Mode::Exec, file);
        let code = code.map_err(|error| error.into_pyexception(vm, Some(text)));
        let ended = code.and_then(|code| vm.run_code_obj(code, self.main.clone()));
        if let Err(error) = &ended {
            vm.print_exception(error);
        }
        let stdout = must(vm, vm.sys_module.get_attr("stdout", vm));
        must(vm, vm.call_method(&stdout, "flush", ()));
        ended.is_ok()
    }

    fn global(&mut self, name: &str) -> PyObjectRef {
        must(self.vm, self.main.globals.get_item(name, self.vm))
    }

    fn name(&mut self, text: &str) -> &'static PyStrInterned {
        self.vm.ctx.intern_str(text)
    }

    #[inline(always)]
    fn int(&mut self, n: i64) -> PyObjectRef {
        self.vm.ctx.new_int(n).into()
    }

    #[inline(always)]
    fn float(&mut self, x: f64) -> PyObjectRef {
        self.vm.ctx.new_float(x).into()
    }

    #[inline(always)]
    fn str(&mut self, text: &str) -> PyObjectRef {
        self.vm.ctx.new_str(text).into()
    }

    #[inline(always)]
    fn tuple(&mut self, items: &[PyObjectRef]) -> PyObjectRef {
        self.vm.ctx.new_tuple(items.to_vec()).into()
    }

    #[inline(always)]
    fn list(&mut self, items: &[PyObjectRef]) -> PyObjectRef {
        self.vm.ctx.new_list(items.to_vec()).into()
    }

    #[inline(always)]
    fn dict(&mut self) -> PyObjectRef {
        self.vm.ctx.new_dict().into()
    }

    #[inline(always)]
    fn set(&mut self) -> PyObjectRef {
        PySet::default().into_ref(&self.vm.ctx).into()
    }

    #[inline(always)]
    fn append(&mut self, list: &PyObjectRef, item: &PyObjectRef) {
        let list = list.downcast_ref::<PyList>().expect("a list");
        list.borrow_vec_mut().push(item.clone());
    }

    #[inline(always)]
    fn add_to_set(&mut self, set: &PyObjectRef, item: &PyObjectRef) {
        let set = set.downcast_ref::<PySet>().expect("a set");
        must(self.vm, set.add(item.clone(), self.vm));
    }

    #[inline(always)]
    fn binary(&mut self, op: Operator, left: &PyObjectRef, right: &PyObjectRef) -> PyObjectRef {
        let vm = self.vm;
        let result = match op {
            Operator::Add => vm._add(left, right),
            Operator::Sub => vm._sub(left, right),
            Operator::Mul => vm._mul(left, right),
            Operator::TrueDiv => vm._truediv(left, right),
            Operator::FloorDiv => vm._floordiv(left, right),
            Operator::Mod => vm._mod(left, right),
            Operator::And => vm._and(left, right),
            Operator::Or => vm._or(left, right),
        };
        must(vm, result)
    }

    #[inline(always)]
    fn compare(&mut self, op: Comparison, left: &PyObjectRef, right: &PyObjectRef) -> PyObjectRef {
        let op = match op {
            Comparison::Eq => PyComparisonOp::Eq,
            Comparison::Lt => PyComparisonOp::Lt,
        };
        must(self.vm, left.as_object().rich_compare(right, op, self.vm))
    }

    #[inline(always)]
    fn get(&mut self, object: &PyObjectRef, name: &&'static PyStrInterned) -> PyObjectRef {
        must(self.vm, object.get_attr(*name, self.vm))
    }

    #[inline(always)]
    fn get_at_site(&mut self, object: &PyObjectRef, name: &&'static PyStrInterned) -> PyObjectRef {
        self.get(object, name)
    }

    #[inline(always)]
    fn get_if_any(
        &mut self,
        object: &PyObjectRef,
        name: &&'static PyStrInterned,
    ) -> Option<PyObjectRef> {
        must(self.vm, self.vm.get_attribute_opt(object, *name))
    }

    #[inline(always)]
    fn get_fails(&mut self, object: &PyObjectRef, name: &&'static PyStrInterned) -> bool {
        object.get_attr(*name, self.vm).is_err()
    }

    #[inline(always)]
    fn put(&mut self, object: &PyObjectRef, name: &&'static PyStrInterned, value: &PyObjectRef) {
        must(self.vm, object.set_attr(*name, value.clone(), self.vm));
    }

    #[inline(always)]
    fn put_at_site(
        &mut self,
        object: &PyObjectRef,
        name: &&'static PyStrInterned,
        value: &PyObjectRef,
    ) {
        self.put(object, name, value);
    }

    #[inline(always)]
    fn call<const N: usize>(
        &mut self,
        callee: &PyObjectRef,
        arguments: [&PyObjectRef; N],
    ) -> PyObjectRef {
        let arguments = arguments.into_iter().cloned().collect();
        must(self.vm, callee.vectorcall(arguments, N, None, self.vm))
    }

    #[inline(always)]
    fn call_keyword(
        &mut self,
        callee: &PyObjectRef,
        positional: &PyObjectRef,
        keyword: &&'static PyStrInterned,
        value: &PyObjectRef,
    ) -> PyObjectRef {
        let names = [keyword.to_object()];
        let arguments = vec![positional.clone(), value.clone()];
        must(self.vm, callee.vectorcall(arguments, 1, Some(&names), self.vm))
    }

    #[inline(always)]
    fn call_fails(&mut self, callee: &PyObjectRef) -> bool {
        callee.call((), self.vm).is_err()
    }

    #[inline(always)]
    fn call_method<const N: usize>(
        &mut self,
        object: &PyObjectRef,
        name: &&'static PyStrInterned,
        arguments: [&PyObjectRef; N],
    ) -> PyObjectRef {
        let arguments: Vec<PyObjectRef> = arguments.into_iter().cloned().collect();
        must(self.vm, self.vm.call_method(object, name.as_str(), FuncArgs::from(arguments)))
    }

    #[inline(always)]
    fn raise(&mut self, message: &'static str) {
        drop(self.vm.new_value_error(message));
    }

    #[inline(always)]
    fn item(&mut self, object: &PyObjectRef, key: &PyObjectRef) -> PyObjectRef {
        must(self.vm, object.get_item(key.as_object(), self.vm))
    }

    #[inline(always)]
    fn put_item(&mut self, object: &PyObjectRef, key: &PyObjectRef, value: &PyObjectRef) {
        must(self.vm, object.set_item(key.as_object(), value.clone(), self.vm));
    }

    #[inline(always)]
    fn contains(&mut self, container: &PyObjectRef, item: &PyObjectRef) -> bool {
        must(self.vm, self.vm._contains(container, item))
    }

    #[inline(always)]
    fn len(&mut self, object: &PyObjectRef) -> usize {
        must(self.vm, object.length(self.vm))
    }

    #[inline(always)]
    fn truth(&mut self, object: &PyObjectRef) -> bool {
        must(self.vm, object.clone().is_true(self.vm))
    }

    #[inline(always)]
    fn hash(&mut self, object: &PyObjectRef) -> i64 {
        must(self.vm, object.hash(self.vm))
    }

    #[inline(always)]
    fn repr(&mut self, object: &PyObjectRef) -> PyObjectRef {
        must(self.vm, object.repr(self.vm)).into()
    }

    #[inline(always)]
    fn to_str(&mut self, object: &PyObjectRef) -> PyObjectRef {
        must(self.vm, object.str(self.vm)).into()
    }

    #[inline(always)]
    fn format(&mut self, object: &PyObjectRef, spec: &PyObjectRef) -> PyObjectRef {
        let spec: PyRef<PyStr> = spec.clone().downcast().expect("a str");
        must(self.vm, self.vm.format(object, spec)).into()
    }

    #[inline(always)]
    fn is_instance(&mut self, object: &PyObjectRef, class: &PyObjectRef) -> bool {
        must(self.vm, object.is_instance(class, self.vm))
    }

    #[inline(always)]
    fn iterate(&mut self, iterable: &PyObjectRef) -> usize {
        let iterator = must(self.vm, iterable.get_iter(self.vm));
        let mut items = 0;
        while let PyIterReturn::Return(item) = must(self.vm, iterator.next(self.vm)) {
            drop(std::hint::black_box(item));
            items += 1;
        }
        items
    }

    fn text(&mut self, object: &PyObjectRef) -> String {
        object.downcast_ref::<PyStr>().expect("a str").to_string_lossy().into_owned()
    }
}
