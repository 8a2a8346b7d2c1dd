//! What a class statement does before and after its body: resolving bases, choosing the metaclass,
//! preparing the namespace (data model, "Customizing class creation").

use objmodel_gc::{Borrowed, ChargedVec, Gc, Value};
use objmodel_slots::SlotId;

use crate::arguments::CallArgs;
use crate::objects::cell::CellObject;
use crate::objects::str::Str;
use crate::objects::tuple::{Tuple, TupleObject};
use crate::raise::Result;
use crate::runtime::Runtime;

/// A class statement whose body is about to run.
#[derive(Debug)]
pub struct PreparedClass {
    /// What will be called to make the class; usually a class, but any callable may be given.
    pub metaclass: Value,
    /// The bases, with what `__mro_entries__` put in place of others.
    pub bases: Tuple,
    /// The bases as written, if they were replaced: `__orig_bases__`.
    pub original_bases: Option<Tuple>,
    /// Where the body stores its names.
    pub namespace: Value,
    /// The class keywords but for `metaclass`.
    pub keywords: Vec<(Str, Value)>,
}

impl Runtime {
    /// Replaces bases that are no classes by what their `__mro_entries__` returns (data model,
    /// "Resolving MRO entries"); `None` if there was nothing to replace.
    ///
    /// # Errors
    /// `TypeError` if it returns no tuple; what it raises.
    pub fn resolve_bases(&mut self, bases: &Tuple) -> Result<Option<Tuple>> {
        self.check_own(bases)?;
        let entries = self.names.mro_entries.clone();
        let mut resolved = ChargedVec::new(&self.heap);
        let mut replaced = false;
        for base in bases.frozen().items() {
            let method = match self.as_type(base.as_ref()) {
                Some(_) => None,
                None => self.lookup_attr(base, &entries)?,
            };
            let Some(method) = method else {
                let pushed = resolved.push(base.clone());
                pushed.map_err(|refused| self.out_of_memory(refused))?;
                continue;
            };
            let answer = self.as_step(
                |rt| format!("{} is no class: __mro_entries__", rt.type_name(base.as_ref())),
                |rt| rt.call(&method, [bases.as_ref()]),
            )?;
            match answer.get::<TupleObject>(self) {
                Some(tuple) => resolved
                    .extend_from_slice(tuple.items())
                    .map_err(|refused| self.out_of_memory(refused))?,
                None => return Err(self.type_error("__mro_entries__ must return a tuple")),
            }
            replaced = true;
        }
        if replaced { self.tuple(resolved.into_iter()).map(Some) } else { Ok(None) }
    }

    /// Begins a class statement: resolves the bases, determines the metaclass, and asks its
    /// `__prepare__` for the namespace.
    ///
    /// # Errors
    /// `TypeError` for a metaclass conflict, or if `__prepare__` returns no mapping; what the
    /// methods raise.
    pub fn prepare_class(
        &mut self,
        name: &Str,
        bases: Tuple,
        mut keywords: Vec<(Str, Value)>,
    ) -> Result<PreparedClass> {
        self.check_all_own(&[name.as_ref(), bases.as_ref()])?;
        for (name, value) in &keywords {
            self.check_all_own(&[name.as_ref(), value.as_ref()])?;
        }
        let resolved = self.resolve_bases(&bases)?;
        let (bases, original_bases) = match resolved {
            Some(resolved) => (resolved, Some(bases)),
            None => (bases, None),
        };
        let given = keywords
            .iter()
            .position(|(name, _)| name.read(self).as_bytes() == b"metaclass")
            .map(|at| keywords.remove(at).1);
        let metaclass = self.metaclass_for(given, &bases)?;
        let namespace = self.prepare_namespace(&metaclass, name, &bases, &keywords)?;
        Ok(PreparedClass { metaclass, bases, original_bases, namespace, keywords })
    }

    /// The most derived of the wanted metaclass and those of the bases. What is no class is left
    /// alone: it will be called, and says itself what is wrong.
    fn metaclass_for(&mut self, given: Option<Value>, bases: &Tuple) -> Result {
        let items: Vec<Value> = bases.read(self).items().to_vec();
        let wanted = match (given, items.first()) {
            (Some(given), _) => match self.as_type(given.as_ref()).map(|class| class.to_gc()) {
                Some(class) => class,
                None => return Ok(given),
            },
            (None, Some(first)) => self.type_of(first.as_ref()).to_gc(),
            (None, None) => self.types.r#type.clone(),
        };
        self.most_derived_metaclass(&wanted, &items).map(Gc::into_value)
    }

    fn prepare_namespace(
        &mut self,
        metaclass: &Value,
        name: &Str,
        bases: &Tuple,
        keywords: &[(Str, Value)],
    ) -> Result {
        let prepare = self.names.prepare.clone();
        let Some(prepare) = self.lookup_attr(metaclass, &prepare)? else {
            return self.dict().map(Gc::into_value);
        };
        let values = keywords.iter().map(|(_, value)| value.as_ref());
        let all: Vec<Borrowed<'_>> =
            [name.as_ref(), bases.as_ref()].into_iter().chain(values).collect();
        let names: Vec<Borrowed<'_>> = keywords.iter().map(|(name, _)| name.as_ref()).collect();
        let namespace = self.as_step(
            |rt| format!("__prepare__ of {}", rt.brief(metaclass.as_ref())),
            |rt| rt.call_with(prepare.as_ref(), CallArgs::with_names(&all, &names)),
        )?;
        if self.has_slot(namespace.as_ref(), SlotId::MpSubscript) {
            return Ok(namespace);
        }
        let of = match self.as_type(metaclass.as_ref()) {
            Some(class) => class.read(self).name().to_owned(),
            None => "<metaclass>".to_owned(),
        };
        Err(self.type_error(format!(
            "{of}.__prepare__() must return a mapping, not {}",
            self.type_name(namespace.as_ref())
        )))
    }

    /// Ends a class statement: calls the metaclass, and checks that `__class__` in the methods is
    /// the class that came out. `cell` is what the body returned.
    ///
    /// # Errors
    /// What the metaclass raises; `RuntimeError` or `TypeError` if `__classcell__` did not reach
    /// `type.__new__`.
    pub fn finish_class(&mut self, name: &Str, prepared: PreparedClass, cell: &Value) -> Result {
        let PreparedClass { metaclass, bases, original_bases, namespace, keywords } = prepared;
        if let Some(original) = original_bases {
            let key = self.names.orig_bases.clone();
            self.set_item(&namespace, &key, &original)?;
        }
        let values = keywords.iter().map(|(_, value)| value.as_ref());
        let all: Vec<Borrowed<'_>> =
            [name.as_ref(), bases.as_ref(), namespace.as_ref()].into_iter().chain(values).collect();
        let names: Vec<Borrowed<'_>> = keywords.iter().map(|(name, _)| name.as_ref()).collect();
        let class = self.as_step(
            |rt| format!("{} is called", rt.brief(metaclass.as_ref())),
            |rt| rt.call_with(metaclass.as_ref(), CallArgs::with_names(&all, &names)),
        )?;
        let Some(cell) = cell.get::<CellObject>(self) else { return Ok(class) };
        if self.as_type(class.as_ref()).is_none() {
            return Ok(class);
        }
        let held = cell.contents.clone();
        if held.as_ref().is_some_and(|held| held.is(&class)) {
            return Ok(class);
        }
        let (name, made) = (self.repr(name)?, self.repr(&class)?);
        let (name, made) = (name.read(self).as_str(), made.read(self).as_str());
        match held {
            None => Err(self.runtime_error(format!(
                "__class__ not set defining {name} as {made}. Was __classcell__ propagated to \
                 type.__new__?"
            ))),
            Some(held) => {
                let (name, made) = (name.into_owned(), made.into_owned());
                let held = self.repr(&held)?;
                let held = held.read(self).as_str();
                Err(self.type_error(format!("__class__ set to {held} defining {name} as {made}")))
            }
        }
    }
}
