//! `weakref.ProxyType`: stands for its target in almost every operation, while that lives.

use objmodel::gc::WeakRef;
use objmodel::objects::str::Str;
use objmodel::slots::{BinaryOp, CompareOp, SlotId, UnaryOp};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Result, Runtime, Type, Value};

/// The classes `ProxyType` and `CallableProxyType`. Their instances are weak references of another
/// class.
struct ProxyTypes([Type; 2]);

/// Makes the classes.
pub(crate) fn install(rt: &mut Runtime) -> Result<()> {
    let plain = rt.register_type::<WeakRef>(&PROXY)?;
    let callable = rt.register_type::<WeakRef>(&CALLABLE_PROXY)?;
    rt.set_data(ProxyTypes([plain, callable]));
    Ok(())
}

/// A proxy for a target; one without a callback is shared by all who ask.
///
/// # Errors
/// `TypeError` if the target's class does not allow weak references.
pub fn proxy(rt: &mut Runtime, target: Borrowed<'_>, callback: Option<Value>) -> Result {
    let callable = rt.is_callable(target);
    let Some(ProxyTypes([plain, calling])) = rt.data() else {
        return Err(rt.system_error("the proxy types are not installed"));
    };
    let class = if callable { calling } else { plain }.clone();
    rt.new_weakref(&class, target, callback).map(Gc::into_value)
}

/// The classes `ProxyType` and `CallableProxyType`.
pub fn proxy_types(rt: &Runtime) -> [Value; 2] {
    match rt.data::<ProxyTypes>() {
        Some(ProxyTypes(types)) => types.clone().map(|class| Value::clone(&class)),
        None => [objmodel::singletons::none(), objmodel::singletons::none()],
    }
}

/// The weak reference that a proxy is.
fn reference(rt: &Runtime, value: Borrowed<'_>) -> Option<Gc<WeakRef>> {
    let ProxyTypes([plain, callable]) = rt.data()?;
    let class = rt.type_of(value);
    if !class.is(plain) && !class.is(callable) {
        return None;
    }
    value.typed::<WeakRef>().map(|weakref| weakref.to_gc())
}

/// The target of a proxy; anything else is itself.
fn target(rt: &Runtime, value: Borrowed<'_>) -> Result<Value> {
    let Some(reference) = reference(rt, value) else { return Ok(value.to_value()) };
    match reference.upgrade() {
        Some(target) => Ok(target),
        None => Err(rt.reference_error("weakly-referenced object no longer exists")),
    }
}

fn get_attribute(rt: &mut Runtime, own: Borrowed<'_>, name: Borrowed<'_>) -> Result<Option<Value>> {
    let target = target(rt, own)?;
    let name = attribute_name(rt, name)?;
    rt.getattr(&target, &name).map(Some)
}

fn attribute_name(rt: &Runtime, name: Borrowed<'_>) -> Result<Str> {
    name.to_value().downcast().map_err(|_| rt.type_error("attribute name must be string"))
}

fn set_attribute(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    name: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let target = target(rt, own)?;
    let name = attribute_name(rt, name)?;
    match value {
        Some(value) => rt.setattr(&target, &name, value),
        None => rt.delattr(&target, &name),
    }
}

fn call<'a>(rt: &mut Runtime, own: Borrowed<'a>, args: CallArgs<'a>) -> Result {
    let target = target(rt, own)?;
    rt.call_with(target.as_ref(), args)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let address = own.address().unwrap_or_default();
    let text = match reference(rt, own).and_then(|reference| reference.upgrade()) {
        Some(target) => {
            let class = rt.type_of(target.as_ref()).to_gc();
            let class = rt.qualified_name(&class)?;
            let class = class.strip_prefix("__main__.").unwrap_or(&class);
            let at = target.address().unwrap_or_default();
            format!("<weakproxy at {address:#x}; to '{class}' at {at:#x}>")
        }
        None => format!("<weakproxy at {address:#x}; dead>"),
    };
    rt.str(&text).map(Gc::into_value)
}

fn str(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let target = target(rt, own)?;
    rt.to_str(&target).map(Gc::into_value)
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let (own, other) = (target(rt, own)?, target(rt, other)?);
    rt.compare(op, &own, &other)
}

fn truth(rt: &mut Runtime, own: Borrowed<'_>) -> Result<bool> {
    let target = target(rt, own)?;
    rt.is_true(target.as_ref())
}

fn len(rt: &mut Runtime, own: Borrowed<'_>) -> Result<usize> {
    let target = target(rt, own)?;
    rt.len(&target)
}

fn iter(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let target = target(rt, own)?;
    rt.iter(&target)
}

fn next(rt: &mut Runtime, own: Borrowed<'_>) -> Result<Option<Value>> {
    let target = target(rt, own)?;
    if !rt.has_slot(target.as_ref(), SlotId::TpIternext) {
        let class = rt.type_name(target.as_ref());
        return Err(
            rt.type_error(format!("Weakref proxy referenced a non-iterator '{class}' object"))
        );
    }
    rt.next(&target)
}

fn contains(rt: &mut Runtime, own: Borrowed<'_>, item: Borrowed<'_>) -> Result<bool> {
    let target = target(rt, own)?;
    rt.contains(&target, item)
}

fn subscript(rt: &mut Runtime, own: Borrowed<'_>, key: Borrowed<'_>) -> Result {
    let target = target(rt, own)?;
    rt.get_item(&target, key)
}

fn assign(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    key: Borrowed<'_>,
    value: Option<Borrowed<'_>>,
) -> Result<()> {
    let target = target(rt, own)?;
    match value {
        Some(value) => rt.set_item(&target, key, value),
        None => rt.del_item(&target, key),
    }
}

fn int(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (target, class) = (target(rt, own)?, Value::clone(&rt.types().int));
    rt.call(&class, [target.as_ref()])
}

fn float(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let (target, class) = (target(rt, own)?, Value::clone(&rt.types().float));
    rt.call(&class, [target.as_ref()])
}

fn power(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    let (own, other) = (target(rt, own)?, target(rt, other)?);
    let modulus = target(rt, modulus)?;
    rt.pow(own.as_ref(), other.as_ref(), modulus.as_ref())
}

fn ipower(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, _: Borrowed<'_>) -> Result {
    let (own, other) = (target(rt, own)?, target(rt, other)?);
    rt.in_place(BinaryOp::Pow, &own, &other)
}

fn rpower(
    rt: &mut Runtime,
    own: Borrowed<'_>,
    other: Borrowed<'_>,
    modulus: Borrowed<'_>,
) -> Result {
    power(rt, other, own, modulus)
}

fn divmod(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    let (own, other) = (target(rt, own)?, target(rt, other)?);
    rt.divmod(&own, &other)
}

fn rdivmod(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
    divmod(rt, other, own)
}

fn bytes(rt: &mut Runtime, args: Args<'_>) -> Result {
    let target = target(rt, args.at(0))?;
    let name = rt.intern("__bytes__")?;
    rt.call_method(&target, &name, ())
}

fn reversed(rt: &mut Runtime, args: Args<'_>) -> Result {
    let target = target(rt, args.at(0))?;
    let name = rt.intern("__reversed__")?;
    rt.call_method(&target, &name, ())
}

fn index(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let target = target(rt, own)?;
    rt.index(target.as_ref())
}

macro_rules! operators {
    (unary { $($unary:ident $unary_op:ident)* } binary { $($left:ident $right:ident $in_place:ident $op:ident)* }) => {
        $(fn $unary(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
            let target = target(rt, own)?;
            rt.unary(UnaryOp::$unary_op, &target)
        })*
        $(
            fn $left(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
                let (own, other) = (target(rt, own)?, target(rt, other)?);
                rt.binary(BinaryOp::$op, &own, &other)
            }

            fn $right(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
                let (own, other) = (target(rt, own)?, target(rt, other)?);
                rt.binary(BinaryOp::$op, &other, &own)
            }

            fn $in_place(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>) -> Result {
                let (own, other) = (target(rt, own)?, target(rt, other)?);
                rt.in_place(BinaryOp::$op, &own, &other)
            }
        )*
    };
}

operators! {
    unary { negative Neg positive Pos absolute Abs invert Invert }
    binary {
        add radd iadd Add
        subtract rsubtract isubtract Sub
        multiply rmultiply imultiply Mul
        matrix_multiply rmatrix_multiply imatrix_multiply MatMul
        modulo rmodulo imodulo Mod
        floor_divide rfloor_divide ifloor_divide FloorDiv
        true_divide rtrue_divide itrue_divide TrueDiv
        shift_left rshift_left ishift_left LShift
        shift_right rshift_right ishift_right RShift
        and rand iand And
        or ror ior Or
        xor rxor ixor Xor
    }
}

macro_rules! table {
    ($table:ident $name:literal $methods:expr $(, $more:expr)*) => {
        /// The table of this proxy type.
        pub(crate) const $table: ClassSpec = ClassSpec {
            name: $name,
            subclassable: false,
            slots: &[
                (SlotId::TpRepr, SlotFn::Unary(repr)),
                (SlotId::TpStr, SlotFn::Unary(str)),
                (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
                (SlotId::TpGetattro, SlotFn::GetAttr(get_attribute)),
                (SlotId::TpSetattro, SlotFn::SetAttr(set_attribute)),
                (SlotId::TpIter, SlotFn::Unary(iter)),
                (SlotId::TpIternext, SlotFn::IterNext(next)),
                (SlotId::MpLength, SlotFn::Len(len)),
                (SlotId::MpSubscript, SlotFn::Binary(subscript)),
                (SlotId::MpAssSubscript, SlotFn::ObjObjArg(assign)),
                (SlotId::SqContains, SlotFn::Contains(contains)),
                (SlotId::NbBool, SlotFn::Inquiry(truth)),
                (SlotId::NbIndex, SlotFn::Unary(index)),
                (SlotId::NbNegative, SlotFn::Unary(negative)),
                (SlotId::NbPositive, SlotFn::Unary(positive)),
                (SlotId::NbAbsolute, SlotFn::Unary(absolute)),
                (SlotId::NbInvert, SlotFn::Unary(invert)),
                (SlotId::NbAdd, SlotFn::Binary(add)),
                (SlotId::NbRadd, SlotFn::Binary(radd)),
                (SlotId::NbInplaceAdd, SlotFn::Binary(iadd)),
                (SlotId::NbSubtract, SlotFn::Binary(subtract)),
                (SlotId::NbRsubtract, SlotFn::Binary(rsubtract)),
                (SlotId::NbInplaceSubtract, SlotFn::Binary(isubtract)),
                (SlotId::NbMultiply, SlotFn::Binary(multiply)),
                (SlotId::NbRmultiply, SlotFn::Binary(rmultiply)),
                (SlotId::NbInplaceMultiply, SlotFn::Binary(imultiply)),
                (SlotId::NbMatrixMultiply, SlotFn::Binary(matrix_multiply)),
                (SlotId::NbRmatrixMultiply, SlotFn::Binary(rmatrix_multiply)),
                (SlotId::NbInplaceMatrixMultiply, SlotFn::Binary(imatrix_multiply)),
                (SlotId::NbRemainder, SlotFn::Binary(modulo)),
                (SlotId::NbRremainder, SlotFn::Binary(rmodulo)),
                (SlotId::NbInplaceRemainder, SlotFn::Binary(imodulo)),
                (SlotId::NbFloorDivide, SlotFn::Binary(floor_divide)),
                (SlotId::NbRfloorDivide, SlotFn::Binary(rfloor_divide)),
                (SlotId::NbInplaceFloorDivide, SlotFn::Binary(ifloor_divide)),
                (SlotId::NbTrueDivide, SlotFn::Binary(true_divide)),
                (SlotId::NbRtrueDivide, SlotFn::Binary(rtrue_divide)),
                (SlotId::NbInplaceTrueDivide, SlotFn::Binary(itrue_divide)),
                (SlotId::NbLshift, SlotFn::Binary(shift_left)),
                (SlotId::NbRlshift, SlotFn::Binary(rshift_left)),
                (SlotId::NbInplaceLshift, SlotFn::Binary(ishift_left)),
                (SlotId::NbRshift, SlotFn::Binary(shift_right)),
                (SlotId::NbRrshift, SlotFn::Binary(rshift_right)),
                (SlotId::NbInplaceRshift, SlotFn::Binary(ishift_right)),
                (SlotId::NbAnd, SlotFn::Binary(and)),
                (SlotId::NbRand, SlotFn::Binary(rand)),
                (SlotId::NbInplaceAnd, SlotFn::Binary(iand)),
                (SlotId::NbOr, SlotFn::Binary(or)),
                (SlotId::NbRor, SlotFn::Binary(ror)),
                (SlotId::NbInplaceOr, SlotFn::Binary(ior)),
                (SlotId::NbDivmod, SlotFn::Binary(divmod)),
                (SlotId::NbRdivmod, SlotFn::Binary(rdivmod)),
                (SlotId::NbPower, SlotFn::Ternary(power)),
                (SlotId::NbRpower, SlotFn::Ternary(rpower)),
                (SlotId::NbInplacePower, SlotFn::Ternary(ipower)),
                (SlotId::NbInt, SlotFn::Unary(int)),
                (SlotId::NbFloat, SlotFn::Unary(float)),
                (SlotId::NbXor, SlotFn::Binary(xor)),
                (SlotId::NbRxor, SlotFn::Binary(rxor)),
                (SlotId::NbInplaceXor, SlotFn::Binary(ixor)),
                $($more,)*
            ],
            methods: $methods,
            ..ClassSpec::DEFAULT
        }
        .checked();
    };
}

/// What `ProxyType` alone has.
const METHODS: &[MethodSpec] = &[
    MethodSpec::method("__bytes__", "($self, /)", bytes),
    MethodSpec::method("__reversed__", "($self, /)", reversed),
];

table!(PROXY "weakref.ProxyType" METHODS);
table!(CALLABLE_PROXY "weakref.CallableProxyType" &[], (SlotId::TpCall, SlotFn::Call(call)));
