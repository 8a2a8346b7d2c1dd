//! "Did you mean": names like the one that was not found.

use objmodel_gc::Value;
use objmodel_slots::suggest;

use super::Exception;
use crate::objects::dict::{Dict, DictObject};
use crate::objects::frame::Frame;
use crate::raise::Result;
use crate::runtime::Runtime;

impl Runtime {
    /// What is appended to the message, empty if nothing is like the name.
    pub(super) fn render_suggestion(&mut self, exception: &Exception) -> Result<String> {
        let (names, attributes) =
            (self.types.name_error.clone(), self.types.attribute_error.clone());
        let payload = exception.read(self);
        let Some(name) = payload.extra(0).cloned() else { return Ok(String::new()) };
        let Some(name) = self.shown(name.as_ref()) else { return Ok(String::new()) };
        if self.is_instance_of(exception.as_ref(), &names) {
            return Ok(self.suggest_name(exception, &name));
        }
        if !self.is_instance_of(exception.as_ref(), &attributes) {
            return Ok(String::new());
        }
        let Some(object) = exception.read(self).extra(1).cloned() else {
            return Ok(String::new());
        };
        let found = match self.attribute_names(object.as_ref()) {
            Ok(found) => found,
            Err(raise) if raise.halt().is_some() => return Err(raise),
            Err(_) => return Ok(String::new()),
        };
        let mut candidates: Vec<String> =
            found.iter().filter_map(|name| self.shown(name.as_ref())).collect();
        candidates.sort_unstable();
        if !name.starts_with('_') {
            candidates.retain(|candidate| !candidate.starts_with('_'));
        }
        Ok(did_you_mean(&name, &candidates))
    }

    /// Among the names that the innermost activation saw.
    fn suggest_name(&mut self, exception: &Exception, name: &str) -> String {
        let entries = self.traceback_entries(exception);
        let Some(frame) = entries.last().map(|entry| entry.read(self).frame.clone()) else {
            return String::new();
        };
        let locals = self.locals_of(&frame);
        let own = locals.iter().find(|(name, _)| name == "self").map(|(_, value)| value.clone());
        if let Some(own) = own
            && self.has_plain_attribute(&own, name)
        {
            return format!(". Did you mean: 'self.{name}'?");
        }
        let frame = frame.read(self);
        let globals = self.names_in(&frame.globals);
        let builtins = self.names_in(self.builtins());
        let candidates: Vec<String> =
            locals.into_iter().map(|(name, _)| name).chain(globals).chain(builtins).collect();
        let suggestion = did_you_mean(name, &candidates);
        let module = self.host.knows_module(name);
        match (suggestion.strip_suffix('?'), module) {
            (Some(suggestion), true) => {
                format!("{suggestion}? Or did you forget to import '{name}'?")
            }
            (None, true) => format!(". Did you forget to import '{name}'?"),
            _ => suggestion,
        }
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

    /// Whether the object's class has the attribute; runs no code.
    fn has_plain_attribute(&mut self, object: &Value, name: &str) -> bool {
        let class = self.type_of(object.as_ref()).to_gc();
        let name = self.intern(name);
        name.is_ok_and(|name| self.has_class_attribute(&class, &name))
    }
}

fn did_you_mean(name: &str, candidates: &[String]) -> String {
    match suggest(name.as_bytes(), candidates.iter().map(String::as_bytes)) {
        Some(found) => format!(". Did you mean: '{}'?", String::from_utf8_lossy(found)),
        None => String::new(),
    }
}
