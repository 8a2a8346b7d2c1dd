//! A host without Python's syntax uses the native modules.
#![forbid(unsafe_code)]

use objmodel::Runtime;

#[test]
fn native_modules_are_there_after_one_call() -> objmodel::Result<()> {
    let mut rt = Runtime::builder().build();
    objmodel_builtins::install(&mut rt)?;
    objmodel_stdlib::install(&mut rt)?;
    let modules = rt.modules().clone();
    let get = |rt: &mut Runtime, module: &str, name: &str| {
        let (module, name) = (rt.intern(module)?, rt.intern(name)?);
        let module = rt.dict_get_name(&modules, &module).expect("the module is installed");
        rt.getattr(&module, &name)
    };
    let sqrt = get(&mut rt, "math", "sqrt")?;
    let (nine, three) = (rt.int(9)?, rt.float(3.0)?);
    let root = rt.call(&sqrt, [nine.as_ref()])?;
    assert!(rt.equal(root.as_ref(), three.as_ref())?);
    let deque = get(&mut rt, "_collections", "deque")?;
    let text = rt.str("ab")?;
    let made = rt.call(&deque, [text.as_ref()])?;
    assert_eq!(rt.repr(&made)?.read(&rt).as_str(), "deque(['a', 'b'])");
    Ok(())
}

#[test]
fn each_module_is_in_the_list_once_and_can_be_found() {
    for module in objmodel_stdlib::MODULES {
        let same = objmodel_stdlib::MODULES.iter().filter(|other| other.name == module.name);
        assert_eq!(same.count(), 1, "{}", module.name);
        assert!(objmodel_stdlib::find(module.name).is_some());
    }
    assert!(objmodel_stdlib::find("no_such_module").is_none());
}
