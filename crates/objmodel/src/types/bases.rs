//! Changing what a class derives from: assignment to `__bases__`; and its names.

use std::collections::{HashMap, HashSet};

use objmodel_gc::{Borrowed, Gc, Value, WeakRef};

use super::object::{Late, Type};
use crate::raise::Result;
use crate::runtime::Runtime;

/// So many ways from a class to its subclasses are followed; then each subclass counts once.
const MAX_WAYS: usize = 4096;

/// What a class had before, to be put back if a subclass cannot follow.
struct Former {
    class: Type,
    order: Vec<Type>,
    /// The number of the order that it got.
    made: u32,
}

impl Runtime {
    /// `cls.__bases__ = bases`: computes orders and slots of the class and all its subclasses anew,
    /// or changes nothing.
    ///
    /// # Errors
    /// `TypeError` if the bases do not fit; what a custom `mro` raises.
    pub fn set_bases(&mut self, class: &Type, bases: Vec<Value>) -> Result<()> {
        self.check_own(class)?;
        self.check_all_own(objmodel_gc::refs(&bases))?;
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
        if let Some(old) = &old_base {
            self.check_assignable(old, &best, "__bases__")?;
        }
        let tuple = self.tuple(bases.into_iter())?;
        let body = class.write(self);
        let old_bases = std::mem::replace(&mut body.bases, Late::new(tuple.clone()));
        body.base = Some(best);
        let mut formers = Vec::new();
        let renewed = self.renew_orders(class, &mut formers);
        // The code of a metaclass may have assigned others meanwhile, which stand then.
        let stands = class.read(self).bases().is(&tuple);
        if let Err(raise) = renewed {
            for former in formers {
                if former.class.read(self).orders == former.made {
                    former.class.write(self).mro = former.order;
                }
            }
            // It may have derived a former base from this class, too.
            let former = old_bases.get().read(self).items();
            if stands && !former.iter().any(|base| self.leads_to(base.as_ref(), class)) {
                let body = class.write(self);
                let new = std::mem::replace(&mut body.bases, old_bases);
                let base = std::mem::replace(&mut body.base, old_base);
                drop((new, base));
            }
            return Err(raise);
        }
        if stands {
            self.unlink_subclass(class, old_bases.get().read(self).items().to_vec());
            self.link_subclass(class)?;
        }
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
    ///
    /// A class is met once for each way that leads to it, as in CPython, whose metaclasses' `mro` tell.
    /// Where bases branch, the ways are too many: after some, each class has its turn once.
    fn renew_orders(&mut self, class: &Type, formers: &mut Vec<Former>) -> Result<()> {
        let mut met: HashMap<u64, usize> = HashMap::new();
        let mut ways = 0;
        let mut work = vec![class.clone()];
        while let Some(next) = work.pop() {
            let by_ways = ways < MAX_WAYS;
            if ways == MAX_WAYS {
                work = self.descendants(class)?;
                work.reverse();
                ways += 1;
                continue;
            }
            ways += 1;
            let order = next.read(self).mro.clone();
            self.tick(16 + order.len())?;
            if !self.renew_order(&next)? {
                continue;
            }
            if by_ways {
                work.extend(self.live_subclasses(&next).into_iter().rev());
            }
            let made = next.read(self).orders;
            match met.get(&next.bits()).and_then(|at| formers.get_mut(*at)) {
                Some(former) => former.made = made,
                None => {
                    met.insert(next.bits(), formers.len());
                    formers.push(Former { class: next, order, made });
                }
            }
        }
        Ok(())
    }

    /// Lets no class derive from this one any more; messages call it by `name`.
    pub fn seal_class(&mut self, class: &Type, name: &str) {
        let Some(body) = class.try_write(self) else { return };
        body.full_name = Some(name.to_owned().into());
        body.flags.subclassable = false;
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
}
