//! "Did you mean": names like the one that was not found.

use objmodel_gc::Value;
use objmodel_slots::suggest;

use super::Exception;
use crate::objects::dict::{Dict, DictObject};
use crate::objects::frame::Frame;
use crate::raise::Result;
use crate::runtime::Runtime;
use crate::types::Type;

impl Runtime {
    /// What is appended to the message, empty if nothing is like the name: the names that the
    /// innermost activation saw, the attributes of the object or of the module.
    pub(super) fn render_suggestion(
        &mut self,
        exception: &Exception,
        innermost: Option<&Frame>,
    ) -> Result<String> {
        let types = &self.types;
        let (names, attributes, imports) =
            (types.name_error.clone(), types.attribute_error.clone(), types.import_error.clone());
        let is = |rt: &Runtime, class: &Type| rt.is_instance_of(exception.as_ref(), class);
        let wanted = if is(self, &imports) { 2 } else { 0 };
        let Some(name) = exception.read(self).extra(wanted).cloned() else {
            return Ok(String::new());
        };
        let Some(name) = self.shown(name.as_ref()) else { return Ok(String::new()) };
        if is(self, &names) {
            return self.suggest_name(innermost, &name);
        }
        let mut hides = !name.starts_with('_');
        let object = if is(self, &imports) {
            self.module_of(exception)
        } else if is(self, &attributes) {
            let object = exception.read(self).extra(1).cloned();
            // In a method of the object what is private is at hand.
            let own = innermost.and_then(|frame| self.own_object(frame));
            hides &= !matches!((&own, &object), (Some(own), Some(object)) if own.is(object));
            object
        } else {
            None
        };
        let Some(object) = object else { return Ok(String::new()) };
        let found = match self.attribute_names(object.as_ref()) {
            Ok(found) => found,
            Err(raise) if raise.halt().is_some() => return Err(raise),
            Err(_) => return Ok(String::new()),
        };
        let mut candidates: Vec<String> =
            found.iter().filter_map(|name| self.shown(name.as_ref())).collect();
        candidates.sort_unstable();
        if hides {
            candidates.retain(|candidate| !candidate.starts_with('_'));
        }
        Ok(did_you_mean(&name, &candidates))
    }

    /// The imported module that lacks a name: the outermost package of it, as `__import__` has it.
    fn module_of(&mut self, exception: &Exception) -> Option<Value> {
        let name = exception.read(self).extra(0).cloned()?;
        let name = self.shown(name.as_ref())?;
        let outermost = self.intern(name.split('.').next()?).ok()?;
        let modules = self.modules().clone();
        self.dict_get_name(&modules, &outermost)
    }

    /// What the activation calls `self`.
    fn own_object(&self, frame: &Frame) -> Option<Value> {
        self.locals_of(frame).into_iter().find(|(name, _)| name == "self").map(|(_, own)| own)
    }

    /// Among the names that the innermost activation saw.
    fn suggest_name(&mut self, innermost: Option<&Frame>, name: &str) -> Result<String> {
        let mut suggestion = String::new();
        if let Some(frame) = innermost {
            if let Some(own) = self.own_object(frame) {
                let attribute = self.intern(name)?;
                match self.lookup_attr(&own, &attribute) {
                    Ok(Some(_)) => return Ok(format!(". Did you mean: 'self.{name}'?")),
                    Err(raise) if raise.halt().is_some() => return Err(raise),
                    _ => {}
                }
            }
            let locals = self.locals_of(frame);
            let frame = frame.read(self);
            let globals = self.names_in(&frame.globals);
            let builtins = self.names_in(self.builtins());
            let candidates: Vec<String> =
                locals.into_iter().map(|(name, _)| name).chain(globals).chain(builtins).collect();
            suggestion = did_you_mean(name, &candidates);
        }
        Ok(match (suggestion.strip_suffix('?'), self.host.knows_module(name)) {
            (Some(suggestion), true) => {
                format!("{suggestion}? Or did you forget to import '{name}'?")
            }
            (None, true) => format!(". Did you forget to import '{name}'?"),
            _ => suggestion,
        })
    }

    fn locals_of(&self, frame: &Frame) -> Vec<(String, Value)> {
        let locals = frame.read(self).locals.clone();
        let Some(locals) = locals.as_ref().and_then(|l| l.downcast_ref::<DictObject>()) else {
            return Vec::new();
        };
        let entries = locals.read(self).iter();
        entries.filter_map(|e| Some((self.shown(e.key.as_ref())?, e.value.clone()))).collect()
    }

    fn names_in(&self, dict: &Dict) -> Vec<String> {
        dict.read(self).iter().filter_map(|entry| self.shown(entry.key.as_ref())).collect()
    }
}

fn did_you_mean(name: &str, candidates: &[String]) -> String {
    match suggest(name.as_bytes(), candidates.iter().map(String::as_bytes)) {
        Some(found) => format!(". Did you mean: '{}'?", String::from_utf8_lossy(found)),
        None => String::new(),
    }
}
