//! How explanations show values: short, and without running Python code.

use objmodel_gc::{Borrowed, Value};

use crate::objects::exception::ExceptionObject;
use crate::objects::function::FunctionObject;
use crate::objects::list::ListObject;
use crate::objects::str::StrObject;
use crate::objects::tuple::TupleObject;
use crate::runtime::Runtime;

/// Most characters of a text that are shown.
const MAX_TEXT: usize = 40;
/// Most items of a list or tuple that are shown.
const MAX_ITEMS: usize = 4;
/// How deep lists in lists are shown.
const MAX_DEPTH: usize = 2;

impl Runtime {
    /// A value in a few characters: what it is if that is short, else of what class. Runs no Python code.
    pub fn brief(&self, value: Borrowed<'_>) -> String {
        self.brief_to_depth(value, MAX_DEPTH)
    }

    fn brief_to_depth(&self, value: Borrowed<'_>, depth: usize) -> String {
        let class = self.type_of(value);
        if let Some(class) = self.as_type(value) {
            return format!("<class {}>", class.read(self).name());
        }
        if class.is(&self.types.str)
            && let Some(text) = value.get::<StrObject>(self)
        {
            let text = text.as_str();
            return match text.chars().count() {
                0..=MAX_TEXT => format!("{text:?}").replace('\'', "\\'").replace('"', "'"),
                _ => format!("'{}...'", text.chars().take(MAX_TEXT).collect::<String>()),
            };
        }
        if let Some(function) = value.get::<FunctionObject>(self) {
            let name = function.code.frozen().qualname.read(self).as_str();
            return format!("<function {name}>");
        }
        if value.class().is_none() || self.is_number(value) {
            return format!("{:?}", value.to_value());
        }
        if depth > 0
            && class.is(&self.types.tuple)
            && let Some(tuple) = value.get::<TupleObject>(self)
        {
            return match tuple.items() {
                [only] => format!("({},)", self.brief_to_depth(only.as_ref(), depth - 1)),
                items => format!("({})", self.brief_items(items, depth)),
            };
        }
        if depth > 0
            && class.is(&self.types.list)
            && let Some(list) = value.get::<ListObject>(self)
        {
            return format!("[{}]", self.brief_items(list.items(), depth));
        }
        format!("<{}>", self.type_name(value))
    }

    fn brief_items(&self, items: &[Value], depth: usize) -> String {
        let shown = items.iter().take(MAX_ITEMS);
        let mut texts: Vec<String> =
            shown.map(|item| self.brief_to_depth(item.as_ref(), depth - 1)).collect();
        if items.len() > MAX_ITEMS {
            texts.push("...".to_owned());
        }
        texts.join(", ")
    }

    /// Whether `Debug` shows what the value is.
    fn is_number(&self, value: Borrowed<'_>) -> bool {
        let class = self.type_of(value);
        [&self.types.int, &self.types.float].into_iter().any(|number| class.is(number))
    }

    /// The class and the message of an exception.
    pub(super) fn brief_exception(&self, exception: Borrowed<'_>) -> String {
        let class = self.type_name(exception);
        let first = exception
            .get::<ExceptionObject>(self)
            .and_then(|own| own.args.read(self).items().first().cloned());
        match first.as_ref().and_then(|first| first.get::<StrObject>(self)) {
            Some(text) => format!("{class}: {}", text.as_str()),
            None => class.to_owned(),
        }
    }

    /// File and line at which the innermost scripted function stands.
    pub(super) fn brief_place(&self) -> Option<String> {
        let code = self.current_function()?.frozen().code.clone();
        let code = code.frozen();
        let line = code.body.position(self.place)?.line;
        let file = self.text_of(code.filename.as_ref()).into_owned();
        Some(format!("{}:{line}", file.rsplit('/').next().unwrap_or(&file)))
    }
}
