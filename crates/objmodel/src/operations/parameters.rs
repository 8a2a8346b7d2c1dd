//! Binding the arguments of native constructors, which get them as the call site gave them.

use std::rc::Rc;

use objmodel_gc::Borrowed;
use objmodel_slots::{CallStyle, FunctionName, Signature, SlotId, Source};

use crate::arguments::CallArgs;
use crate::objects::spelling;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

/// The parameters of a native constructor: none of them gathers the rest.
#[derive(Clone, Copy, Debug)]
pub struct Parameters {
    name: &'static str,
    signature: &'static str,
    required: usize,
    positional: usize,
}

impl Parameters {
    /// Parameters in Python syntax, `"(iterable, func=None, *, initial=None)"`, and how many of
    /// them are required and can be positional, so that plain calls need not read the text.
    pub const fn new(
        name: &'static str,
        signature: &'static str,
        required: usize,
        positional: usize,
    ) -> Parameters {
        Parameters { name, signature, required, positional }
    }

    /// One entry for each parameter, `None` where an optional one was not given.
    ///
    /// # Errors
    /// `TypeError` with CPython's message if the arguments do not fit.
    #[inline]
    pub fn bind<'a, const N: usize>(
        &self,
        rt: &Runtime,
        args: CallArgs<'a>,
    ) -> Result<[Option<Borrowed<'a>>; N]> {
        self.bind_called(rt, args, false)
    }

    /// Binds for a constructor that CPython calls by another way if its own class is called
    /// (`direct`): without keywords, wrong counts are told as functions without keywords do.
    ///
    /// # Errors
    /// As for [`Parameters::bind`].
    #[inline]
    pub fn bind_called<'a, const N: usize>(
        &self,
        rt: &Runtime,
        args: CallArgs<'a>,
        direct: bool,
    ) -> Result<[Option<Borrowed<'a>>; N]> {
        if args.has_keywords() || !(self.required..=self.positional).contains(&args.len()) {
            return self.bind_slowly(rt, args, direct && !args.has_keywords());
        }
        let given = args.positionals();
        Ok(std::array::from_fn(|place| given.get(place).copied()))
    }

    /// The signature, whose text is read once in a runtime.
    fn parsed(&self, rt: &Runtime, by_position: bool) -> Rc<Signature> {
        let key = (self.signature.as_ptr().addr(), self.signature.len(), by_position);
        if let Some(known) = rt.signatures.borrow().get(&key) {
            return known.clone();
        }
        let signature = Signature::parse(self.signature).unwrap_or_default();
        let signature = Rc::new(match signature.style() {
            CallStyle::OneArgument => signature.with_style(CallStyle::Positional),
            _ if by_position => signature.with_style(CallStyle::Positional),
            _ => signature,
        });
        rt.signatures.borrow_mut().insert(key, signature.clone());
        signature
    }

    #[inline(never)]
    fn bind_slowly<'a, const N: usize>(
        &self,
        rt: &Runtime,
        args: CallArgs<'a>,
        by_position: bool,
    ) -> Result<[Option<Borrowed<'a>>; N]> {
        let signature = self.parsed(rt, by_position);
        let texts = rt.keyword_texts(args);
        let mut places = [None; N];
        let outcome = signature.bind(args.len(), &texts, |parameter, source| {
            if let Some(place) = places.get_mut(parameter) {
                *place = match source {
                    Source::Positional(i) => args.all().get(i).copied(),
                    Source::Keyword(j) => args.all().get(args.len() + j).copied(),
                    Source::Default => None,
                };
            }
        });
        match outcome {
            Ok(_) => Ok(places),
            Err(error) => {
                let message = error.message_bytes(&signature, FunctionName::new(self.name), &texts);
                Err(rt.type_error(spelling::spelled(&message)))
            }
        }
    }
}

impl Runtime {
    /// Refuses keywords where a native class takes none to make (`other` is [`SlotId::TpInit`]) or
    /// to initialize ([`SlotId::TpNew`]) its instances. A subclass that redefines the other of the
    /// two may give them a meaning there.
    ///
    /// # Errors
    /// `TypeError`.
    #[inline]
    pub fn refuse_keywords(&self, class: &Type, other: SlotId, args: CallArgs<'_>) -> Result<()> {
        if !args.has_keywords() {
            return Ok(());
        }
        let native = self.native_new_owner(class);
        if !self.shares_slot(class, native, other) {
            return Ok(());
        }
        let name = native.read(self).name();
        Err(self.type_error(format!("{name}() takes no keyword arguments")))
    }

    /// Whether a slot of a class has the native content that it has in another one.
    pub fn shares_slot(&self, class: &Type, other: &Type, id: SlotId) -> bool {
        let (own, theirs) = (class.read(self).slots.get(id), other.read(self).slots.get(id));
        class.is(other) || (own.definer().is_some() && own.definer() == theirs.definer())
    }
}
