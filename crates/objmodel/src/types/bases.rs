//! Changing what a class derives from: assignment to `__bases__`; and its names.

use std::collections::HashSet;

use objmodel_gc::{Borrowed, Gc, Value, WeakRef};

use super::object::{Late, Type};
use crate::raise::Result;
use crate::runtime::Runtime;

/// What a class had before, to be put back if a subclass cannot follow.
struct Former {
    class: Type,
    order: Vec<Type>,
}

impl Runtime {
    /// `cls.__bases__ = bases`: computes orders and slots of the class and all its subclasses anew,
    /// or changes nothing.
    ///
    /// # Errors
    /// `TypeError` if the bases do not fit; what a custom `mro` raises.
    pub fn set_bases(&mut self, class: &Type, bases: Vec<Value>) -> Result<()> {
        let name = class.read(self).name().to_owned();
        if bases.is_empty() {
            return Err(self.type_error(format!(
                "can only assign non-empty tuple to {name}.__bases__, not ()"
            )));
        }
        let mut classes = Vec::with_capacity(bases.len());
        for base in &bases {
            let Some(base) = self.as_type(base.as_ref()) else {
                return Err(self.type_error(format!(
                    "{name}.__bases__ must be tuple of classes, not '{}'",
                    self.type_name(base.as_ref())
                )));
            };
            if self.is_subtype(&base, class) || self.leads_to(base.as_ref(), class) {
                return Err(self.type_error("a __bases__ item causes an inheritance cycle"));
            }
            classes.push(base.to_gc());
        }
        let best = self.best_base(&classes)?;
        let old_base = class.read(self).base.clone();
        if let Some(old) = &old_base
            && !self.layouts_match(old, &best)
        {
            let native = |class: &Type| !class.read(self).flags.heap;
            let what = if native(old) != native(&best) { "deallocator" } else { "object layout" };
            return Err(self.type_error(format!(
                "__bases__ assignment: '{}' {what} differs from '{}'",
                best.read(self).full_name(),
                old.read(self).full_name()
            )));
        }
        let tuple = self.tuple(bases.into_iter())?;
        let body = class.write(self);
        let old_bases = std::mem::replace(&mut body.bases, Late::new(tuple));
        body.base = Some(best);
        let mut formers = Vec::new();
        if let Err(raise) = self.renew_orders(class, &mut formers) {
            for former in formers.into_iter().rev() {
                former.class.write(self).mro = former.order;
            }
            // Code of a custom `mro` may have derived a former base from this class meanwhile.
            let former = old_bases.get().read(self).items();
            if !former.iter().any(|base| self.leads_to(base.as_ref(), class)) {
                let body = class.write(self);
                let new = std::mem::replace(&mut body.bases, old_bases);
                let base = std::mem::replace(&mut body.base, old_base);
                drop((new, base));
            }
            return Err(raise);
        }
        self.unlink_subclass(class, old_bases.get().read(self).items().to_vec());
        self.link_subclass(class)?;
        for former in formers {
            self.invalidate(&former.class);
            self.resolve_all_slots(&former.class);
        }
        Ok(())
    }

    /// Whether `class` is met when going up from `start` by the bases as they are at this moment:
    /// orders lag behind them while a custom `mro` runs. So no assignment closes a cycle.
    fn leads_to(&self, start: Borrowed<'_>, class: &Type) -> bool {
        let mut seen: HashSet<u64> = HashSet::new();
        let mut work = vec![start];
        while let Some(next) = work.pop() {
            if next.is(class) {
                return true;
            }
            if seen.insert(next.bits())
                && let Some(body) = next.get::<objmodel_gc::Class<super::TypeObject>>(self)
            {
                work.extend(body.bases().read(self).items().iter().map(Value::as_ref));
            }
        }
        false
    }

    /// Computes the orders of the class and its subclasses, nearest first.
    fn renew_orders(&mut self, class: &Type, formers: &mut Vec<Former>) -> Result<()> {
        let mut work = vec![class.clone()];
        while let Some(class) = work.pop() {
            let order = self.compute_mro(&class)?;
            let order = std::mem::replace(&mut class.write(self).mro, order);
            work.extend(self.live_subclasses(&class).into_iter().rev());
            formers.push(Former { class, order });
        }
        Ok(())
    }

    /// Makes former bases forget a class.
    fn unlink_subclass(&mut self, class: &Type, bases: Vec<Value>) {
        let is_link = |link: &Gc<WeakRef>| link.upgrade().is_some_and(|target| target.is(class));
        for base in bases {
            if let Some(base) = base.downcast_ref::<objmodel_gc::Class<super::TypeObject>>() {
                base.write(self).subclasses.retain(|link| !is_link(link));
            }
        }
    }

    /// Changes `__name__` or `__qualname__` of a class.
    pub fn rename_class(&mut self, class: &Type, name: Option<&str>, qualname: Option<&str>) {
        let body = class.write(self);
        if let Some(name) = name {
            // `__qualname__` stays what it was, also where it was the name.
            let former = std::mem::replace(&mut body.name, name.into());
            body.qualname.get_or_insert(former);
        }
        if let Some(qualname) = qualname {
            body.qualname = Some(qualname.into());
        }
    }
}
