//! The macros in real use: classes, enums with data, functions, modules and derives, by code that
//! goes through the object model.

mod common;

use common::{message, runtime};
use objmodel::prelude::*;

/// Something with an area.
#[pyclass(module = "shapes", eq)]
#[derive(Clone, PartialEq, Debug)]
enum Shape {
    /// Round.
    Circle {
        radius: f64,
    },
    /// With corners.
    #[pyo3(constructor = (width, height = 1.0))]
    Rectangle {
        width: f64,
        height: f64,
    },
    Points(i64, String),
    Nothing(),
}

#[pymethods]
impl Shape {
    fn area(&self) -> f64 {
        match self {
            Shape::Circle { radius } => 3.0 * radius * radius,
            Shape::Rectangle { width, height } => width * height,
            _ => 0.0,
        }
    }

    fn doubled(&self) -> Shape {
        match self {
            Shape::Circle { radius } => Shape::Circle { radius: 2.0 * radius },
            other => other.clone(),
        }
    }
}

#[test]
fn variants_with_data_are_classes() -> Result<()> {
    let mut rt = runtime();
    let shape = rt.get_type::<Shape>()?;
    let circle = rt.getattr(&shape, "Circle")?;
    let mut class = circle.bind(&mut rt);
    assert_eq!(class.repr()?, "<class 'shapes.Shape.Circle'>");
    assert_eq!(class.getattr("__doc__")?.str()?, "Round.");
    assert_eq!(class.getattr("__match_args__")?.repr()?, "('radius',)");
    assert_eq!(class.getattr("__base__")?.repr()?, "<class 'shapes.Shape'>");
    let round = class.call((), [("radius", 2.0)])?.unbind();
    assert!(rt.is_instance(&round, &shape)? && rt.is_instance(&round, &circle)?);
    let mut bound = round.bind(&mut rt);
    assert_eq!(bound.getattr("radius")?.extract::<f64>()?, 2.0);
    assert_eq!(bound.call_method0("area")?.extract::<f64>()?, 12.0);
    assert_eq!(bound.call_method0("doubled")?.getattr("radius")?.extract::<f64>()?, 4.0);
    let frozen = bound.setattr("radius", 1.0).unwrap_err().detach(&mut rt);
    assert_eq!(
        frozen.to_string(),
        "AttributeError: attribute 'radius' of 'shapes.Circle' objects is not writable"
    );
    // A value from Rust gets the class of its variant, and equality is Rust's.
    let same = Shape::Circle { radius: 2.0 }.into_py_object(&mut rt)?;
    assert!(rt.equal(&round, &same)?);
    let rectangle = rt.getattr(&shape, "Rectangle")?;
    let flat = rt.call(&rectangle, (3.0,))?;
    assert!(!rt.equal(&round, &flat)?);
    assert_eq!(flat.bind(&mut rt).getattr("height")?.extract::<f64>()?, 1.0);
    let missing = rt.call(&rectangle, ()).detach(&mut rt).unwrap_err();
    assert_eq!(missing.message(), "Rectangle() missing required argument 'width' (pos 1)");
    let whole = rt.call(&shape, ()).detach(&mut rt).unwrap_err();
    assert_eq!(whole.message(), "cannot create 'shapes.Shape' instances");
    Ok(())
}

#[test]
fn variants_that_are_tuples_have_items() -> Result<()> {
    let mut rt = runtime();
    let points = Shape::Points(3, "x".to_owned()).into_py_object(&mut rt)?;
    let mut bound = points.bind(&mut rt);
    assert_eq!(bound.len()?, 2);
    assert_eq!(bound.get_item(0)?.extract::<i64>()?, 3);
    assert_eq!(bound.getattr("_1")?.extract::<String>()?, "x");
    let error = bound.get_item(2).map(drop).unwrap_err();
    assert!(error.is_instance_of::<PyIndexError>(&mut rt));
    let shape = rt.get_type::<Shape>()?;
    let nothing = rt.call_method(&shape, "Nothing", ())?;
    assert_eq!(nothing.bind(&mut rt).len()?, 0);
    let handle: Py<Shape> = points.extract(&mut rt)?;
    assert_eq!(handle.read(&rt), &Shape::Points(3, "x".to_owned()));
    Ok(())
}

/// What holds values is traced through its variant.
#[pyclass(module = "shapes", weakref)]
enum Link {
    To { target: Value },
    Nowhere {},
}

#[pymethods]
impl Link {
    fn is_set(&self) -> bool {
        !matches!(self, Link::Nowhere {})
    }
}

#[test]
fn variants_are_traced() -> Result<()> {
    let mut rt = runtime();
    let list = rt.list(Vec::new())?;
    let link = Link::To { target: Value::clone(&list) }.into_py_object(&mut rt)?;
    assert!(link.bind(&mut rt).call_method0("is_set")?.extract::<bool>()?);
    list.append(&mut rt, &link)?;
    drop((list, link));
    assert!(objmodel::gc::collect(&mut rt, 2).collected >= 2);
    Ok(())
}

/// Options as PyO3 has them, together.
#[pyclass(module = "zoo", get_all, set_all, eq, ord, str = "{name}: {age}", subclass)]
#[derive(Clone, PartialEq, PartialOrd)]
struct Animal {
    age: u32,
    name: String,
}

#[pymethods]
impl Animal {
    #[new]
    #[pyo3(signature = (name, age = 1))]
    fn new(name: String, age: u32) -> Self {
        Animal { age, name }
    }
}

#[pyclass(module = "zoo", extends = Animal, frozen, eq, hash)]
#[derive(PartialEq, Hash)]
struct Dog {
    #[pyo3(get)]
    tricks: Vec<String>,
}

#[pymethods]
impl Dog {
    #[new]
    #[pyo3(signature = (name, *tricks))]
    fn new(name: String, tricks: Vec<String>) -> (Self, Animal) {
        (Dog { tricks }, Animal { age: 3, name })
    }
}

#[test]
fn options_work_together() -> Result<()> {
    let mut rt = runtime();
    let animal = rt.get_type::<Animal>()?;
    let old = rt.call(&animal, ("Rex", 9))?;
    let young = rt.call(&animal, ("Rex",))?;
    assert!(rt.compare(CompareOp::Lt, &young, &old)?.extract::<bool>(&mut rt)?);
    rt.setattr(&young, "age", 9)?;
    assert!(rt.equal(&young, &old)?);
    assert_eq!(rt.str_text(&young)?, "Rex: 9");
    let wrong = rt.setattr(&young, "age", -1).detach(&mut rt).unwrap_err();
    assert_eq!(wrong.class_name(), "OverflowError");
    let dog = rt.get_type::<Dog>()?;
    let dog = rt.call(&dog, ("Fido", "sit", "roll"))?;
    assert_eq!(rt.getattr(&dog, "tricks")?.extract::<Vec<String>>(&mut rt)?, ["sit", "roll"]);
    assert_eq!(rt.getattr(&dog, "name")?.extract::<String>(&mut rt)?, "Fido");
    rt.hash(dog.as_ref())?;
    Ok(())
}

/// A function of a module.
#[pyfunction]
#[pyo3(signature = (order, *, tax = 0.0))]
fn total(order: Order, tax: f64) -> Receipt {
    let sum: f64 = order.lines.iter().map(|line| line.price * f64::from(line.count)).sum();
    Receipt { customer: order.customer, total: sum * (1.0 + tax), note: order.note }
}

#[derive(FromPyObject)]
struct Order {
    #[pyo3(item)]
    customer: String,
    #[pyo3(item)]
    lines: Vec<Line>,
    #[pyo3(item, default)]
    note: Option<String>,
}

#[derive(FromPyObject)]
struct Line {
    #[pyo3(item("unit_price"))]
    price: f64,
    #[pyo3(item)]
    count: u16,
}

#[derive(IntoPyObject)]
struct Receipt {
    customer: String,
    total: f64,
    note: Option<String>,
}

#[derive(FromPyObject, IntoPyObject, Debug, PartialEq)]
enum Id {
    Number(u64),
    Name(String),
}

#[derive(FromPyObject, IntoPyObject, Debug, PartialEq)]
#[pyo3(from_item_all, rename_all = "camelCase")]
struct Address {
    street_name: String,
    #[pyo3(item("zip"))]
    zip_code: u32,
}

#[test]
fn names_of_fields_have_a_style() -> Result<()> {
    let mut rt = runtime();
    let address = Address { street_name: "Main".to_owned(), zip_code: 123 };
    let object = address.into_py_object(&mut rt)?;
    assert_eq!(rt.repr_text(&object)?, "{'streetName': 'Main', 'zip': 123}");
    let read: Address = object.extract(&mut rt)?;
    assert_eq!(read, Address { street_name: "Main".to_owned(), zip_code: 123 });
    Ok(())
}

#[pymodule]
mod shop {
    use objmodel::prelude::*;

    #[pyfunction]
    fn twice(id: super::Id) -> super::Id {
        match id {
            super::Id::Number(number) => super::Id::Number(2 * number),
            super::Id::Name(name) => super::Id::Name(name.repeat(2)),
        }
    }

    #[pymodule_init]
    fn init(rt: &mut Runtime, module: &Value) -> Result<()> {
        module.add(rt, "VERSION", (1, 2))?;
        module.add_class::<super::Animal>(rt)?;
        let total = wrap_pyfunction!(super::total, rt)?;
        module.add_function(rt, total)
    }
}

#[test]
fn modules_functions_and_derives_work_together() -> Result<()> {
    let mut rt = runtime();
    let shop = shop::install(&mut rt)?;
    assert_eq!(rt.getattr(&shop, "VERSION")?.extract::<(i64, i64)>(&mut rt)?, (1, 2));
    let line = rt.dict()?;
    line.set_item(&mut rt, "unit_price", 2.5)?;
    line.set_item(&mut rt, "count", 4)?;
    let order = rt.dict()?;
    order.set_item(&mut rt, "customer", "Ada")?;
    order.set_item(&mut rt, "lines", vec![&line])?;
    let mut module = shop.bind(&mut rt);
    let receipt = module.call_method("total", (&order,), [("tax", 0.5)])?.repr()?;
    assert_eq!(receipt, "{'customer': 'Ada', 'total': 15.0, 'note': None}");
    assert_eq!(module.call_method1("twice", (21,))?.extract::<Id>()?, Id::Number(42));
    assert_eq!(
        module.call_method1("twice", ("ab",))?.extract::<Id>()?,
        Id::Name("abab".to_owned())
    );
    let error = module.call_method1("twice", (1.5,)).map(drop).detach(&mut rt).unwrap_err();
    assert_eq!(error.class_name(), "TypeError");
    order.remove_item(&mut rt, "customer")?;
    let error = rt.call_method(&shop, "total", (&order,)).detach(&mut rt).unwrap_err();
    assert!(error.traceback().contains("customer"), "{error:?}");
    let animal = rt.call_method(&shop, "Animal", ("Tom",))?;
    assert_eq!(rt.str_text(&animal)?, "Tom: 1");
    Ok(())
}

/// A length with its unit: `3cm`.
fn length(value: Borrowed<'_>, rt: &mut Runtime) -> Result<f64> {
    let text: String = value.to_value().extract(rt)?;
    match text.strip_suffix("cm").map(str::parse) {
        Some(Ok(length)) => Ok(length),
        _ => Err(rt.type_error("a length is written `3cm`")),
    }
}

fn as_length(length: f64, rt: &mut Runtime) -> Result<Value> {
    Ok(rt.str(&format!("{length}cm"))?.into_value())
}

#[derive(IntoPyObject)]
struct Measured {
    #[pyo3(into_py_with = as_length)]
    width: f64,
    #[pyo3(item("count"), into_py_with = |count: i64, rt: &mut Runtime| rt.int(count + 1))]
    number: i64,
    plain: bool,
}

#[derive(IntoPyObject)]
struct Pair(#[pyo3(into_py_with = as_length)] f64, i64);

#[pyclass]
struct Ruler {
    length: f64,
}

#[pymethods]
impl Ruler {
    #[new]
    fn new(#[pyo3(from_py_with = length)] length: f64) -> Ruler {
        Ruler { length }
    }

    #[pyo3(signature = (other, *, scale = 1.0))]
    fn plus(
        &self,
        #[pyo3(from_py_with = length)] other: f64,
        #[pyo3(from_py_with = length)] scale: f64,
    ) -> f64 {
        (self.length + other) * scale
    }
}

/// Lengths.
#[pymodule]
mod lengths {
    use super::length;
    use objmodel::prelude::*;

    #[pyfunction]
    fn double(#[pyo3(from_py_with = length)] of: f64) -> f64 {
        2.0 * of
    }

    /// Counts its calls in the module.
    #[pyfunction]
    #[pyo3(pass_module, signature = (by = 1))]
    fn count(module: &Value, rt: &mut Runtime, by: i64) -> Result<i64> {
        let before = rt.lookup_attr(module, "counted")?;
        let before: i64 = before.map(|before| before.extract(rt)).transpose()?.unwrap_or(0);
        rt.setattr(module, "counted", before + by)?;
        Ok(before + by)
    }

    #[pymodule(name = "inner")]
    mod part {
        use objmodel::prelude::*;

        #[pymodule]
        mod innermost {
            use objmodel::prelude::*;

            #[pyfunction]
            fn answer() -> i64 {
                42
            }
        }

        #[pyfunction]
        #[pyo3(pass_module)]
        fn whose(module: &Value, rt: &mut Runtime) -> Result<Value> {
            rt.getattr(module, "__name__")
        }
    }
}

#[test]
fn parameters_and_fields_are_converted_by_functions() -> Result<()> {
    let mut rt = runtime();
    let class = rt.get_type::<Ruler>()?;
    let ruler = rt.call(&class, ("3cm",))?;
    let sum = rt.call_method(&ruler, "plus", ("4cm",))?;
    assert_eq!(sum.extract::<f64>(&mut rt)?, 7.0);
    let plus = rt.getattr(&ruler, "plus")?;
    let sum = rt.call_kwargs(&plus, ("4cm",), [("scale", "2cm")])?;
    assert_eq!(sum.extract::<f64>(&mut rt)?, 14.0);
    let outcome = rt.call(&class, ("3in",));
    assert_eq!(message(&mut rt, outcome), "argument 'length': a length is written `3cm`");
    let measured = Measured { width: 1.5, number: 2, plain: true }.into_py_object(&mut rt)?;
    assert_eq!(rt.repr_text(&measured)?, "{'width': '1.5cm', 'count': 3, 'plain': True}");
    let pair = Pair(0.5, 1).into_py_object(&mut rt)?;
    assert_eq!(rt.repr_text(&pair)?, "('0.5cm', 1)");
    Ok(())
}

#[test]
fn modules_have_submodules_and_are_passed_to_their_functions() -> Result<()> {
    let mut rt = runtime();
    let lengths = lengths::install(&mut rt)?;
    let double = rt.call_method(&lengths, "double", ("2cm",))?;
    assert_eq!(double.extract::<f64>(&mut rt)?, 4.0);
    for (by, counted) in [(2, 2), (3, 5)] {
        let answer = rt.call_method(&lengths, "count", (by,))?;
        assert_eq!(answer.as_small_int(), Some(counted));
    }
    assert_eq!(rt.call_method(&lengths, "count", ())?.as_small_int(), Some(6));
    let count = rt.getattr(&lengths, "count")?;
    assert!(rt.getattr(&count, "__self__")?.is(&lengths));
    assert_eq!(rt.repr_text(&count)?, "<built-in function count>");
    let signature = rt.getattr(&count, "__text_signature__")?;
    assert_eq!(rt.str_text(&signature)?, "($module, by=1)");
    let inner = rt.getattr(&lengths, "inner")?;
    let name = rt.call_method(&inner, "whose", ())?;
    assert_eq!(rt.str_text(&name)?, "lengths.inner");
    let modules = rt.modules().clone();
    let innermost = rt.intern("lengths.inner.innermost")?;
    let innermost = rt.dict_get_name(&modules, &innermost).expect("where import finds it");
    assert_eq!(rt.call_method(&innermost, "answer", ())?.as_small_int(), Some(42));
    Ok(())
}
