//! Making objects of the built-in kinds. Nothing here runs Python code; what fails is memory.

use num_bigint::BigInt;
use objmodel_gc::{AllocError, ByteMeter, ChargedVec, Gc, OutOfMemory, Payload, ThinVec, Value};
use smallvec::SmallVec;

use crate::objects::bytes::{ByteArray, ByteArrayObject, Bytes, BytesObject, bytes_bytes};
use crate::objects::cell::{Cell, CellObject};
use crate::objects::codepoints;
use crate::objects::dict::{Dict, DictObject};
use crate::objects::exception::ExceptionObject;
use crate::objects::list::{List, ListObject, reserve_exactly};
use crate::objects::method::MethodObject;
use crate::objects::number::{ComplexObject, FloatObject, IntObject, big_bytes, word};
use crate::objects::proxy::MappingProxyObject;
use crate::objects::set::{Set, SetObject};
use crate::objects::slice::{Slice, SliceObject};
use crate::objects::spelling;
use crate::objects::str::{Str, StrObject, str_bytes};
use crate::objects::tuple::Tuple;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::Type;

impl Runtime {
    /// An instance of a native class with this payload.
    ///
    /// # Errors
    /// `MemoryError`; `SystemError` if instances of the class have another payload.
    pub fn alloc<T: Payload>(&self, class: &Type, payload: T) -> Result<Gc<T>> {
        let fields = self.fields_of(class);
        let allocated = if fields == 0 {
            self.heap.alloc(class, payload)
        } else {
            self.heap.alloc_with_fields(class, payload, fields)
        };
        // A payload that is refused is dropped by the heap, which credits its buffers.
        allocated.map_err(|refused| self.refused(refused))
    }

    /// An instance of exactly a built-in class, which has no fields.
    #[inline]
    fn alloc_exact<T: Payload>(&self, class: &Type, payload: T) -> Result<Gc<T>> {
        self.heap.alloc(class, payload).map_err(|refused| self.refused(refused))
    }

    /// How many field words a new instance of `class` gets.
    pub(crate) fn fields_of(&self, class: &Type) -> usize {
        // Another runtime's class is refused by the heap.
        let Some(class) = class.try_read(self) else { return 0 };
        let attributes = if class.layout.dict { 1 + class.room_for_attributes() } else { 0 };
        class.layout.fixed as usize + attributes
    }

    /// Charges `bytes` before a buffer of that size is made.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn charge(&self, bytes: usize) -> Result<()> {
        self.heap.bytes().charge(bytes).map_err(|refused| self.out_of_memory(refused))
    }

    /// Charges `bytes` for as long as `work` runs, which makes a buffer of that size and drops it.
    /// They are credited also if `work` panics.
    ///
    /// # Errors
    /// `MemoryError`; what `work` returns.
    pub fn while_charged<T>(
        &mut self,
        bytes: usize,
        work: impl FnOnce(&mut Runtime) -> Result<T>,
    ) -> Result<T> {
        struct Charged<'a>(&'a mut Runtime, usize);
        impl Drop for Charged<'_> {
            fn drop(&mut self) {
                self.0.heap.bytes().credit(self.1);
            }
        }
        self.charge(bytes)?;
        let charged = Charged(self, bytes);
        work(charged.0)
    }

    /// Fails if `bytes` more could not be charged; for work that makes one large result, which ticks
    /// by its size. Where no limit is set, 8 GiB is one, so that no script makes the allocator abort
    /// the process.
    ///
    /// # Errors
    /// `MemoryError`, and a limit.
    pub fn check_room(&self, bytes: usize) -> Result<()> {
        const MOST: usize = 8 << 30;
        if bytes > MOST {
            return Err(self.memory_error());
        }
        self.charge(bytes)?;
        self.heap.bytes().credit(bytes);
        self.tick(bytes / 256)
    }

    /// Lends the payload to `grow` together with the meter that buffers charge.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let list = rt.list(vec![])?;
    /// let item = rt.int(1)?;
    /// rt.grow(&list, |list, meter| list.push(meter, item))?;
    /// assert_eq!(list.read(&rt).len(), 1);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`; `SystemError` if the object, or what it takes in, is another runtime's.
    pub fn grow<T: Payload, R>(
        &mut self,
        object: &Gc<T>,
        grow: impl FnOnce(&mut T, &ByteMeter) -> Result<R, OutOfMemory>,
    ) -> Result<R> {
        self.check_own(object)?;
        let (payload, meter) = object.write_charged(self);
        match grow(payload, meter) {
            Ok(result) => Ok(result),
            Err(refused) => Err(self.out_of_memory(refused)),
        }
    }

    /// An `int`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let big = rt.int(1 << 62)?;
    /// assert_eq!(rt.repr_text(&big)?, "4611686018427387904");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn int(&self, n: i64) -> Result<Value> {
        match Value::small_int(n) {
            Some(value) => Ok(value),
            None => self.big_int(BigInt::from(n)),
        }
    }

    /// An `int` from a length or another unsigned number.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn int_from_usize(&self, n: usize) -> Result<Value> {
        match i64::try_from(n) {
            Ok(n) => self.int(n),
            Err(_) => self.big_int(BigInt::from(n)),
        }
    }

    /// An `int` of any size.
    ///
    /// ```
    /// use num_bigint::BigInt;
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// let big = rt.big_int(BigInt::from(1) << 100)?;
    /// assert_eq!(big.extract::<BigInt>(&mut rt)?, BigInt::from(1) << 100);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn big_int(&self, n: BigInt) -> Result<Value> {
        if let Some(small) = word(&n)
            && let Some(value) = Value::small_int(small)
        {
            return Ok(value);
        }
        self.charge(big_bytes(&n))?;
        self.alloc_exact(&self.types.int, IntObject { value: n }).map(Gc::into_value)
    }

    /// An `int`, or an instance of a subclass with this value.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_int(&self, class: &Type, n: BigInt) -> Result<Value> {
        if class.is(&self.types.int) {
            return self.big_int(n);
        }
        self.charge(big_bytes(&n))?;
        self.alloc(class, IntObject { value: n }).map(Gc::into_value)
    }

    /// A `float`, or an instance of a subclass with this value.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_float(&self, class: &Type, x: f64) -> Result<Value> {
        if class.is(&self.types.float) {
            return self.float(x);
        }
        self.alloc(class, FloatObject { value: x }).map(Gc::into_value)
    }

    /// An instance of `str` or a subclass, from WTF-8.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_str(&self, class: &Type, text: &[u8]) -> Result<Str> {
        if class.is(&self.types.str) {
            return self.str_from_bytes(text);
        }
        self.charge(str_bytes(text.len()))?;
        self.alloc(class, StrObject::new(text))
    }

    /// An instance of `bytes` or a subclass.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_bytes(&self, class: &Type, bytes: &[u8]) -> Result<Bytes> {
        self.charge(bytes_bytes(bytes.len()))?;
        self.alloc(class, BytesObject::new(SmallVec::from_slice(bytes)))
    }

    /// An instance of `tuple` or a subclass.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn new_tuple(
        &self,
        class: &Type,
        items: impl ExactSizeIterator<Item = Value>,
    ) -> Result<Tuple> {
        if items.len() == 0 && class.is(&self.types.tuple) {
            return Ok(self.empty_tuple.clone());
        }
        let mut own = true;
        let items = items.inspect(|item| own &= item.belongs_to(&self.heap));
        let made = self.heap.alloc_inline_array(class, items, self.fields_of(class));
        match own {
            true => made.map_err(|refused| self.refused(refused)),
            false => Err(self.foreign_value()),
        }
    }

    /// A `float`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let half = rt.float(0.5)?;
    /// assert_eq!(half.extract::<f64>(&mut rt)?, 0.5);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn float(&self, x: f64) -> Result<Value> {
        match Value::immediate_float(x) {
            Some(value) => Ok(value),
            None => {
                self.alloc_exact(&self.types.float, FloatObject { value: x }).map(Gc::into_value)
            }
        }
    }

    /// A `complex`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn complex(&self, real: f64, imag: f64) -> Result<Value> {
        self.alloc_exact(&self.types.complex, ComplexObject { real, imag }).map(Gc::into_value)
    }

    /// A `str`. Lone surrogates that [`StrObject::as_str`] spelled become what they were.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let text = rt.str("größer")?;
    /// assert_eq!(text.read(&rt).len(), 6);
    /// assert_eq!(text.to_text(&rt), "größer");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn str(&self, text: &str) -> Result<Str> {
        self.str_from_bytes(&spelling::read(text))
    }

    /// A text as UTF-8.
    ///
    /// # Errors
    /// `UnicodeEncodeError` if it holds lone surrogates.
    pub fn utf8_of(&mut self, text: &Str) -> Result<String> {
        self.check_own(text)?;
        if let Some(text) = text.read(self).to_str() {
            return Ok(text.to_owned());
        }
        let lone = |point: u32| codepoints::is_surrogate(point);
        let points: Vec<u32> = text.read(self).code_points().collect();
        let start = points.iter().position(|point| lone(*point)).unwrap_or(0);
        let len = points.iter().skip(start).take_while(|point| lone(**point)).count();
        let class = self.types.unicode_encode_error.clone();
        let (encoding, reason) = (self.str("utf-8")?, self.str("surrogates not allowed")?);
        let (start, end) = (self.int_from_usize(start)?, self.int_from_usize(start + len)?);
        let object = text.clone().into_value();
        let args =
            [encoding.as_ref(), object.as_ref(), start.as_ref(), end.as_ref(), reason.as_ref()];
        let made = self.call(&class, args)?;
        Err(self.raise(&made))
    }

    /// A `str` from WTF-8, which may hold lone surrogates. Other bytes are replaced
    /// as `String::from_utf8_lossy` does.
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn str_from_bytes(&self, text: &[u8]) -> Result<Str> {
        match self.characters.place(text) {
            None => self.fresh_str(text),
            Some(place) => match place.get() {
                Some(shared) => Ok(shared.clone()),
                None => {
                    let text = self.fresh_str(text)?;
                    Ok(place.get_or_init(|| text).clone())
                }
            },
        }
    }

    /// The `str` of one code point, at most [`MAX_CODE_POINT`](codepoints::MAX_CODE_POINT).
    ///
    /// # Errors
    /// `MemoryError`.
    #[inline]
    pub fn character(&self, point: u32) -> Result<Str> {
        if let Some(known) = self.characters.of_point(point).and_then(|place| place.get()) {
            return Ok(known.clone());
        }
        let (text, len) = codepoints::encode(point);
        self.str_from_bytes(text.get(..len).unwrap_or_default())
    }

    /// A `str` of its own from WTF-8, even if it is one character, of which there are shared ones.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn fresh_str(&self, text: &[u8]) -> Result<Str> {
        self.new_exact_str(text.len(), false, std::iter::once(text))
    }

    /// A `str` of texts put together, each WTF-8.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn str_of_parts(&self, parts: &[&[u8]]) -> Result<Str> {
        let len = parts.iter().map(|part| part.len()).sum();
        if len <= 2 {
            return self.str_from_bytes(&parts.concat());
        }
        self.new_exact_str(len, false, parts.iter().copied())
    }

    /// The part of a text between two boundaries of code points, in bytes; empty if there is no
    /// such part.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn slice_str(&self, text: &StrObject, range: std::ops::Range<usize>) -> Result<Str> {
        let part = text.as_bytes().get(range).unwrap_or_default();
        if part.len() <= 2 {
            return self.str_from_bytes(part);
        }
        self.new_exact_str(part.len(), text.is_ascii(), std::iter::once(part))
    }

    /// See [`StrObject::of_parts`].
    #[inline]
    fn new_exact_str<'a>(
        &self,
        len: usize,
        ascii: bool,
        parts: impl Iterator<Item = &'a [u8]>,
    ) -> Result<Str> {
        let bytes = str_bytes(len);
        if bytes > 0 {
            self.charge(bytes)?;
        }
        self.alloc_exact(&self.types.str, StrObject::of_parts(len, ascii, parts))
    }

    /// Texts put together.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn concat_str<'a>(
        &self,
        texts: impl Iterator<Item = &'a StrObject> + Clone,
    ) -> Result<Str> {
        let len = texts.clone().map(|text| text.as_bytes().len()).sum();
        let ascii = texts.clone().all(StrObject::is_ascii);
        if len <= 2 {
            let text: SmallVec<[u8; 2]> = texts.flat_map(StrObject::as_bytes).copied().collect();
            return self.str_from_bytes(&text);
        }
        self.new_exact_str(len, ascii, texts.map(StrObject::as_bytes))
    }

    /// A `str` from a buffer of WTF-8, which it takes over if the text is long.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn str_from_buffer(&self, text: Vec<u8>) -> Result<Str> {
        if text.len() <= 2 {
            return self.str_from_bytes(&text);
        }
        self.charge(str_bytes(text.len()))?;
        self.alloc_exact(&self.types.str, StrObject::of_buffer(text))
    }

    /// An instance of the class that was registered for this payload.
    ///
    /// # Errors
    /// `MemoryError`; `SystemError` if there is none.
    pub fn alloc_registered<T: Payload>(&self, payload: T) -> Result<Gc<T>> {
        match self.type_for::<T>() {
            Some(class) => self.alloc(class, payload),
            None => Err(self.system_error("no class was registered for this payload")),
        }
    }

    /// `bytes`; without any always the same object.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let bytes = rt.bytes(b"abc")?;
    /// assert_eq!(bytes.read(&rt).as_slice(), b"abc");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn bytes(&self, bytes: &[u8]) -> Result<Bytes> {
        if bytes.is_empty() {
            return Ok(self.empty_bytes.clone());
        }
        self.charge(bytes_bytes(bytes.len()))?;
        self.alloc_exact(&self.types.bytes, BytesObject::new(SmallVec::from_slice(bytes)))
    }

    /// `bytes` from a buffer, which they take over if they are many.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn bytes_from_buffer(&self, mut bytes: Vec<u8>) -> Result<Bytes> {
        if bytes.is_empty() {
            return Ok(self.empty_bytes.clone());
        }
        self.charge(bytes_bytes(bytes.len()))?;
        bytes.shrink_to_fit();
        self.alloc_exact(&self.types.bytes, BytesObject::new(SmallVec::from_vec(bytes)))
    }

    /// A `bytearray`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn bytearray(&mut self, bytes: &[u8]) -> Result<ByteArray> {
        let object = self.alloc_exact(&self.types.bytearray, ByteArrayObject::default())?;
        self.grow(&object, |payload, meter| payload.splice(meter, 0..0, bytes))?;
        Ok(object)
    }

    /// A `bytearray` of a buffer, which it takes over.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn bytearray_from_buffer(&mut self, bytes: Vec<u8>) -> Result<ByteArray> {
        let object = self.alloc_exact(&self.types.bytearray, ByteArrayObject::default())?;
        self.grow(&object, |payload, meter| payload.put(meter, bytes))?;
        Ok(object)
    }

    /// A `tuple`; without items always the same object.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let items = [rt.int(1)?, rt.int(2)?];
    /// let pair = rt.tuple(items.into_iter())?;
    /// assert_eq!(rt.repr_text(&pair)?, "(1, 2)");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`; `SystemError` for an item of another runtime.
    pub fn tuple(&self, items: impl ExactSizeIterator<Item = Value>) -> Result<Tuple> {
        if items.len() == 0 {
            return Ok(self.empty_tuple.clone());
        }
        let mut own = true;
        let items = items.inspect(|item| own &= item.belongs_to(&self.heap));
        let made = self.heap.alloc_inline_array(&self.types.tuple, items, 0);
        match own {
            true => made.map_err(|refused| self.refused(refused)),
            false => Err(self.foreign_value()),
        }
    }

    /// A `list` of these items.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let list = rt.list(vec![rt.int(1)?])?;
    /// list.append(&mut rt, "two")?;
    /// assert_eq!(rt.repr_text(&list)?, "[1, 'two']");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`; `SystemError` for an item of another runtime.
    pub fn list(&self, items: Vec<Value>) -> Result<List> {
        self.list_from(items.into_iter())
    }

    /// A `list` of what an iterator gives.
    ///
    /// # Errors
    /// As for [`Runtime::list`].
    #[inline]
    pub fn list_from(&self, items: impl ExactSizeIterator<Item = Value>) -> Result<List> {
        let mut row = ThinVec::new();
        let (meter, len) = (self.heap.bytes(), items.len());
        reserve_exactly(&mut row, meter, len).map_err(|refused| self.out_of_memory(refused))?;
        row.extend_or_end(items);
        let charged = ListObject::from_charged(row);
        if charged.items().iter().any(|item| !item.belongs_to(&self.heap)) {
            meter.credit(Payload::external_bytes(&charged));
            return Err(self.foreign_value());
        }
        self.alloc_exact(&self.types.list, charged)
    }

    /// A `list` of what was gathered, which is charged as the list's from then on.
    ///
    /// # Errors
    /// As for [`Runtime::list`].
    pub fn list_of(&self, items: ChargedVec<Value>) -> Result<List> {
        let (items, account) = items.into_parts();
        drop(account);
        self.list(items)
    }

    /// What an iterator gives, in a buffer that is charged as long as it is there: a copy of a
    /// container's items to work through while code of the program runs.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let rt = Runtime::builder().max_bytes(64 << 20).build();
    /// assert_eq!(rt.gather(0..3)?[..], [0, 1, 2]);
    /// assert!(rt.gather(0..100_000_000_u64).is_err());
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn gather<T>(&self, items: impl IntoIterator<Item = T>) -> Result<ChargedVec<T>> {
        ChargedVec::gather(&self.heap, items).map_err(|refused| self.out_of_memory(refused))
    }

    /// An empty `dict`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let dict = rt.dict()?;
    /// dict.set_item(&mut rt, "a", 1)?;
    /// assert_eq!(dict.get_item(&mut rt, "a")?.and_then(|one| one.as_small_int()), Some(1));
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn dict(&self) -> Result<Dict> {
        self.alloc_exact(&self.types.dict, DictObject::default())
    }

    /// An empty `set`.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let set = rt.set()?;
    /// let one = rt.int(1)?;
    /// assert!(rt.set_add(&set, one.as_ref())?);
    /// assert!(rt.contains(&set, 1)?);
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn set(&self) -> Result<Set> {
        self.alloc_exact(&self.types.set, SetObject::default())
    }

    /// An empty `frozenset`, to be filled before a script sees it.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn frozenset(&self) -> Result<Set> {
        self.alloc_exact(&self.types.frozenset, SetObject::default())
    }

    /// A `slice`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn slice(&self, start: Value, stop: Value, step: Value) -> Result<Slice> {
        self.check_all_own(&[start.as_ref(), stop.as_ref(), step.as_ref()])?;
        self.alloc_exact(&self.types.slice, SliceObject { start, stop, step })
    }

    /// A `cell`.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn cell(&self, contents: Option<Value>) -> Result<Cell> {
        contents.as_ref().map_or(Ok(()), |value| self.check_own(value))?;
        self.alloc_exact(&self.types.cell, CellObject { contents })
    }

    /// A `mappingproxy`: a read-only view of a mapping.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn mapping_proxy(&self, mapping: Value) -> Result<Value> {
        self.check_own(&mapping)?;
        self.alloc_exact(&self.types.mapping_proxy, MappingProxyObject { mapping })
            .map(Gc::into_value)
    }

    /// A bound method.
    ///
    /// # Errors
    /// `MemoryError`.
    pub fn method(&self, function: Value, instance: Value) -> Result<Value> {
        self.check_all_own(&[function.as_ref(), instance.as_ref()])?;
        self.alloc_exact(&self.types.method, MethodObject { function, instance })
            .map(Gc::into_value)
    }

    /// The exception for an allocation that was refused.
    #[cold]
    pub(crate) fn refused(&self, refused: AllocError) -> Raise {
        match refused {
            AllocError::OutOfMemory => self.out_of_memory(OutOfMemory),
            AllocError::WrongClass | AllocError::WrongTarget => self.system_error(
                "the class is another runtime's, or its instances have another payload",
            ),
        }
    }

    /// `MemoryError`.
    #[cold]
    pub fn memory_error(&self) -> Raise {
        self.out_of_memory(OutOfMemory)
    }

    /// `MemoryError`; if there is no memory for one, that which was made beforehand. `SystemError` if
    /// the meter refused an object of another runtime.
    #[cold]
    pub(crate) fn out_of_memory(&self, _: OutOfMemory) -> Raise {
        if self.heap.bytes().take_foreign() {
            return self.foreign_value();
        }
        let class = &self.types.memory_error;
        if let Ok(args) = self.heap.alloc_inline_array(&self.types.tuple, std::iter::empty(), 0) {
            let mut payload = ExceptionObject::new(args);
            payload.context = self.handled().map(objmodel_gc::Borrowed::to_value);
            let fields = self.fields_of(class);
            if let Ok(error) = self.heap.alloc_with_fields(class, payload, fields) {
                return Raise::exception(error.into_value());
            }
        }
        match &self.memory_error {
            Some(error) => Raise::exception(error.clone()),
            None => Raise::from(crate::raise::Halt::Memory),
        }
    }
}
