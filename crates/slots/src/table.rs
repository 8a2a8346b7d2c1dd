//! The slot table, written once: every slot with its group, shape and the special names it serves.
//!
//! [`for_each_slot!`](crate::for_each_slot) hands the rows to a macro of the caller, so that enums,
//! structs, constructors and checks are all generated from this text and cannot disagree with it.
//! [`for_each_special!`](crate::for_each_special) does the same for the distinct special names.

/// Hands the slot table to the macro `$callback`, as one invocation with all rows.
///
/// A row is
///
/// ```text
/// NbAdd nb_add Number Binary Left "+" { Add both "($self, value, /)" "Return self+value." }
/// ```
///
/// that is: the variant of [`SlotId`](crate::SlotId), the name in CPython's C API, the
/// [`SlotGroup`](crate::SlotGroup), the [`SlotShape`](crate::SlotShape), the
/// [`OperandSide`](crate::OperandSide), the operator as messages spell it, and for each special
/// name the variant of [`SpecialId`](crate::SpecialId), how name and slot are
/// [linked](crate::Link), the wrapper's `__text_signature__` and its `__doc__`.
///
/// Reflected operators have slots of their own (CPython has `nb_add` serve both operands), named
/// after the C slot with an `r`. Rows stand in the order in which CPython adds their wrappers to a
/// type's `__dict__`.
///
/// Tokens after a comma go to the callback in front of the rows, separated by a semicolon.
///
/// # Example
///
/// A struct with one field per slot, typed by the slot's shape:
///
/// ```
/// # #![allow(non_camel_case_types, dead_code)]
/// /// What a slot of each shape is for this consumer.
/// mod shape {
///     pub type Unary = fn(i64) -> i64;
///     pub type Binary = fn(i64, i64) -> i64;
///     pub type Other = ();
/// }
/// macro_rules! shape_type {
///     (Unary) => { shape::Unary };
///     (Binary) => { shape::Binary };
///     ($other:ident) => { shape::Other };
/// }
/// macro_rules! slots_struct {
///     ($vis:vis $Slots:ident; $($id:ident $field:ident $group:ident $shape:ident $side:ident
///         $operator:literal { $($special:ident $link:ident $signature:literal $doc:literal)* })*)
///     => {
///         #[derive(Default)]
///         $vis struct $Slots { $(pub $field: Option<shape_type!($shape)>,)* }
///     };
/// }
/// objmodel_slots::for_each_slot!(slots_struct, pub Slots);
///
/// let int = Slots { nb_add: Some(|a, b| a + b), ..Slots::default() };
/// assert_eq!(int.nb_add.map(|add| add(1, 2)), Some(3));
/// assert!(int.nb_radd.is_none());
/// ```
#[macro_export]
macro_rules! for_each_slot {
    ($callback:ident $(:: $path:ident)* $(, $($prefix:tt)*)?) => {
        $callback $(:: $path)* ! {
            $($($prefix)* ;)?
            TpNew tp_new Type New Sole "" {
                New fills "" "Create and return a new object.  See help(type) for accurate signature."
            }
            TpRepr tp_repr Type Unary Sole "" {
                Repr both "($self, /)" "Return repr(self)."
            }
            TpHash tp_hash Type Hash Sole "" {
                Hash both "($self, /)" "Return hash(self)."
            }
            TpCall tp_call Type Call Sole "" {
                Call both "($self, /, *args, **kwargs)" "Call self as a function."
            }
            TpStr tp_str Type Unary Sole "" {
                Str both "($self, /)" "Return str(self)."
            }
            TpGetattro tp_getattro Type GetAttr Sole "" {
                GetAttribute both "($self, name, /)" "Return getattr(self, name)."
                GetAttr fills "" ""
            }
            TpSetattro tp_setattro Type SetAttr Sole "" {
                SetAttr both "($self, name, value, /)" "Implement setattr(self, name, value)."
                DelAttr both "($self, name, /)" "Implement delattr(self, name)."
            }
            TpRichcompare tp_richcompare Type RichCompare Sole "" {
                Lt both "($self, value, /)" "Return self<value."
                Le both "($self, value, /)" "Return self<=value."
                Eq both "($self, value, /)" "Return self==value."
                Ne both "($self, value, /)" "Return self!=value."
                Gt both "($self, value, /)" "Return self>value."
                Ge both "($self, value, /)" "Return self>=value."
            }
            TpIter tp_iter Type Unary Sole "" {
                Iter both "($self, /)" "Implement iter(self)."
            }
            TpIternext tp_iternext Type IterNext Sole "" {
                Next both "($self, /)" "Implement next(self)."
            }
            TpDescrGet tp_descr_get Type DescrGet Sole "" {
                Get both "($self, instance, owner=None, /)" "Return an attribute of instance, which is of type owner."
            }
            TpDescrSet tp_descr_set Type DescrSet Sole "" {
                Set both "($self, instance, value, /)" "Set an attribute of instance to value."
                Delete both "($self, instance, /)" "Delete an attribute of instance."
            }
            TpInit tp_init Type Init Sole "" {
                Init both "($self, /, *args, **kwargs)" "Initialize self.  See help(type(self)) for accurate signature."
            }
            TpFinalize tp_finalize Type Finalize Sole "" {
                Del both "($self, /)" "Called when the instance is about to be destroyed."
            }
            BfGetbuffer bf_getbuffer Buffer GetBuffer Sole "" {
                Buffer both "($self, flags, /)" "Return a buffer object that exposes the underlying memory of the object."
            }
            BfReleasebuffer bf_releasebuffer Buffer ReleaseBuffer Sole "" {
                ReleaseBuffer both "($self, buffer, /)" "Release the buffer object that exposes the underlying memory of the object."
            }
            AmAwait am_await Async Unary Sole "" {
                Await both "($self, /)" "Return an iterator to be used in await expression."
            }
            AmAiter am_aiter Async Unary Sole "" {
                AIter both "($self, /)" "Return an awaitable, that resolves in asynchronous iterator."
            }
            AmAnext am_anext Async Unary Sole "" {
                ANext both "($self, /)" "Return a value or raise StopAsyncIteration."
            }
            AmSend am_send Async Send Sole "" {}
            NbAdd nb_add Number Binary Left "+" {
                Add both "($self, value, /)" "Return self+value."
            }
            NbRadd nb_radd Number Binary Right "+" {
                RAdd both "($self, value, /)" "Return value+self."
            }
            NbSubtract nb_subtract Number Binary Left "-" {
                Sub both "($self, value, /)" "Return self-value."
            }
            NbRsubtract nb_rsubtract Number Binary Right "-" {
                RSub both "($self, value, /)" "Return value-self."
            }
            NbMultiply nb_multiply Number Binary Left "*" {
                Mul both "($self, value, /)" "Return self*value."
            }
            NbRmultiply nb_rmultiply Number Binary Right "*" {
                RMul both "($self, value, /)" "Return value*self."
            }
            NbRemainder nb_remainder Number Binary Left "%" {
                Mod both "($self, value, /)" "Return self%value."
            }
            NbRremainder nb_rremainder Number Binary Right "%" {
                RMod both "($self, value, /)" "Return value%self."
            }
            NbDivmod nb_divmod Number Binary Left "divmod()" {
                DivMod both "($self, value, /)" "Return divmod(self, value)."
            }
            NbRdivmod nb_rdivmod Number Binary Right "divmod()" {
                RDivMod both "($self, value, /)" "Return divmod(value, self)."
            }
            NbPower nb_power Number Ternary Left "** or pow()" {
                Pow both "($self, value, mod=None, /)" "Return pow(self, value, mod)."
            }
            NbRpower nb_rpower Number Ternary Right "** or pow()" {
                RPow both "($self, value, mod=None, /)" "Return pow(value, self, mod)."
            }
            NbNegative nb_negative Number Unary Sole "-" {
                Neg both "($self, /)" "-self"
            }
            NbPositive nb_positive Number Unary Sole "+" {
                Pos both "($self, /)" "+self"
            }
            NbAbsolute nb_absolute Number Unary Sole "abs()" {
                Abs both "($self, /)" "abs(self)"
            }
            NbBool nb_bool Number Inquiry Sole "" {
                Bool both "($self, /)" "True if self else False"
            }
            NbInvert nb_invert Number Unary Sole "~" {
                Invert both "($self, /)" "~self"
            }
            NbLshift nb_lshift Number Binary Left "<<" {
                LShift both "($self, value, /)" "Return self<<value."
            }
            NbRlshift nb_rlshift Number Binary Right "<<" {
                RLShift both "($self, value, /)" "Return value<<self."
            }
            NbRshift nb_rshift Number Binary Left ">>" {
                RShift both "($self, value, /)" "Return self>>value."
            }
            NbRrshift nb_rrshift Number Binary Right ">>" {
                RRShift both "($self, value, /)" "Return value>>self."
            }
            NbAnd nb_and Number Binary Left "&" {
                And both "($self, value, /)" "Return self&value."
            }
            NbRand nb_rand Number Binary Right "&" {
                RAnd both "($self, value, /)" "Return value&self."
            }
            NbXor nb_xor Number Binary Left "^" {
                Xor both "($self, value, /)" "Return self^value."
            }
            NbRxor nb_rxor Number Binary Right "^" {
                RXor both "($self, value, /)" "Return value^self."
            }
            NbOr nb_or Number Binary Left "|" {
                Or both "($self, value, /)" "Return self|value."
            }
            NbRor nb_ror Number Binary Right "|" {
                ROr both "($self, value, /)" "Return value|self."
            }
            NbInt nb_int Number Unary Sole "" {
                Int both "($self, /)" "int(self)"
            }
            NbFloat nb_float Number Unary Sole "" {
                Float both "($self, /)" "float(self)"
            }
            NbInplaceAdd nb_inplace_add Number Binary InPlace "+=" {
                IAdd both "($self, value, /)" "Return self+=value."
            }
            NbInplaceSubtract nb_inplace_subtract Number Binary InPlace "-=" {
                ISub both "($self, value, /)" "Return self-=value."
            }
            NbInplaceMultiply nb_inplace_multiply Number Binary InPlace "*=" {
                IMul both "($self, value, /)" "Return self*=value."
            }
            NbInplaceRemainder nb_inplace_remainder Number Binary InPlace "%=" {
                IMod both "($self, value, /)" "Return self%=value."
            }
            NbInplacePower nb_inplace_power Number Ternary InPlace "**=" {
                IPow both "($self, value, /)" "Return self**=value."
            }
            NbInplaceLshift nb_inplace_lshift Number Binary InPlace "<<=" {
                ILShift both "($self, value, /)" "Return self<<=value."
            }
            NbInplaceRshift nb_inplace_rshift Number Binary InPlace ">>=" {
                IRShift both "($self, value, /)" "Return self>>=value."
            }
            NbInplaceAnd nb_inplace_and Number Binary InPlace "&=" {
                IAnd both "($self, value, /)" "Return self&=value."
            }
            NbInplaceXor nb_inplace_xor Number Binary InPlace "^=" {
                IXor both "($self, value, /)" "Return self^=value."
            }
            NbInplaceOr nb_inplace_or Number Binary InPlace "|=" {
                IOr both "($self, value, /)" "Return self|=value."
            }
            NbFloorDivide nb_floor_divide Number Binary Left "//" {
                FloorDiv both "($self, value, /)" "Return self//value."
            }
            NbRfloorDivide nb_rfloor_divide Number Binary Right "//" {
                RFloorDiv both "($self, value, /)" "Return value//self."
            }
            NbTrueDivide nb_true_divide Number Binary Left "/" {
                TrueDiv both "($self, value, /)" "Return self/value."
            }
            NbRtrueDivide nb_rtrue_divide Number Binary Right "/" {
                RTrueDiv both "($self, value, /)" "Return value/self."
            }
            NbInplaceFloorDivide nb_inplace_floor_divide Number Binary InPlace "//=" {
                IFloorDiv both "($self, value, /)" "Return self//=value."
            }
            NbInplaceTrueDivide nb_inplace_true_divide Number Binary InPlace "/=" {
                ITrueDiv both "($self, value, /)" "Return self/=value."
            }
            NbIndex nb_index Number Unary Sole "" {
                Index both "($self, /)" "Return self converted to an integer, if self is suitable for use as an index into a list."
            }
            NbMatrixMultiply nb_matrix_multiply Number Binary Left "@" {
                MatMul both "($self, value, /)" "Return self@value."
            }
            NbRmatrixMultiply nb_rmatrix_multiply Number Binary Right "@" {
                RMatMul both "($self, value, /)" "Return value@self."
            }
            NbInplaceMatrixMultiply nb_inplace_matrix_multiply Number Binary InPlace "@=" {
                IMatMul both "($self, value, /)" "Return self@=value."
            }
            MpLength mp_length Mapping Len Sole "" {
                Len both "($self, /)" "Return len(self)."
            }
            MpSubscript mp_subscript Mapping Binary Sole "" {
                GetItem both "($self, key, /)" "Return self[key]."
            }
            MpAssSubscript mp_ass_subscript Mapping ObjObjArg Sole "" {
                SetItem both "($self, key, value, /)" "Set self[key] to value."
                DelItem both "($self, key, /)" "Delete self[key]."
            }
            SqLength sq_length Sequence Len Sole "" {
                Len both "($self, /)" "Return len(self)."
            }
            SqConcat sq_concat Sequence Binary Sole "+" {
                Add wraps "($self, value, /)" "Return self+value."
            }
            SqRepeat sq_repeat Sequence SizeArg Sole "*" {
                Mul wraps "($self, value, /)" "Return self*value."
                RMul wraps "($self, value, /)" "Return value*self."
            }
            SqItem sq_item Sequence SizeArg Sole "" {
                GetItem both "($self, key, /)" "Return self[key]."
            }
            SqAssItem sq_ass_item Sequence SizeObjArg Sole "" {
                SetItem both "($self, key, value, /)" "Set self[key] to value."
                DelItem both "($self, key, /)" "Delete self[key]."
            }
            SqContains sq_contains Sequence Contains Sole "" {
                Contains both "($self, key, /)" "Return bool(key in self)."
            }
            SqInplaceConcat sq_inplace_concat Sequence Binary InPlace "+=" {
                IAdd wraps "($self, value, /)" "Implement self+=value."
            }
            SqInplaceRepeat sq_inplace_repeat Sequence SizeArg InPlace "*=" {
                IMul wraps "($self, value, /)" "Implement self*=value."
            }
        }
    };
}

/// Hands the distinct special names that slots serve to the macro `$callback`, sorted by name.
///
/// A row is `Add "__add__"`: the variant of [`SpecialId`](crate::SpecialId) and the name. Tokens
/// after a comma go to the callback in front of the rows, separated by a semicolon.
#[macro_export]
macro_rules! for_each_special {
    ($callback:ident $(:: $path:ident)* $(, $($prefix:tt)*)?) => {
        $callback $(:: $path)* ! {
            $($($prefix)* ;)?
            Abs "__abs__"
            Add "__add__"
            AIter "__aiter__"
            And "__and__"
            ANext "__anext__"
            Await "__await__"
            Bool "__bool__"
            Buffer "__buffer__"
            Call "__call__"
            Contains "__contains__"
            Del "__del__"
            DelAttr "__delattr__"
            Delete "__delete__"
            DelItem "__delitem__"
            DivMod "__divmod__"
            Eq "__eq__"
            Float "__float__"
            FloorDiv "__floordiv__"
            Ge "__ge__"
            Get "__get__"
            GetAttr "__getattr__"
            GetAttribute "__getattribute__"
            GetItem "__getitem__"
            Gt "__gt__"
            Hash "__hash__"
            IAdd "__iadd__"
            IAnd "__iand__"
            IFloorDiv "__ifloordiv__"
            ILShift "__ilshift__"
            IMatMul "__imatmul__"
            IMod "__imod__"
            IMul "__imul__"
            Index "__index__"
            Init "__init__"
            Int "__int__"
            Invert "__invert__"
            IOr "__ior__"
            IPow "__ipow__"
            IRShift "__irshift__"
            ISub "__isub__"
            Iter "__iter__"
            ITrueDiv "__itruediv__"
            IXor "__ixor__"
            Le "__le__"
            Len "__len__"
            LShift "__lshift__"
            Lt "__lt__"
            MatMul "__matmul__"
            Mod "__mod__"
            Mul "__mul__"
            Ne "__ne__"
            Neg "__neg__"
            New "__new__"
            Next "__next__"
            Or "__or__"
            Pos "__pos__"
            Pow "__pow__"
            RAdd "__radd__"
            RAnd "__rand__"
            RDivMod "__rdivmod__"
            ReleaseBuffer "__release_buffer__"
            Repr "__repr__"
            RFloorDiv "__rfloordiv__"
            RLShift "__rlshift__"
            RMatMul "__rmatmul__"
            RMod "__rmod__"
            RMul "__rmul__"
            ROr "__ror__"
            RPow "__rpow__"
            RRShift "__rrshift__"
            RShift "__rshift__"
            RSub "__rsub__"
            RTrueDiv "__rtruediv__"
            RXor "__rxor__"
            Set "__set__"
            SetAttr "__setattr__"
            SetItem "__setitem__"
            Str "__str__"
            Sub "__sub__"
            TrueDiv "__truediv__"
            Xor "__xor__"
        }
    };
}
