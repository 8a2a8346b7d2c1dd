//! Raising exceptions of the built-in classes from Rust.

use objmodel_gc::{Borrowed, Value};

use crate::objects::exception::ExceptionObject;
use crate::objects::tuple::Tuple;
use crate::raise::{Raise, Result};
use crate::runtime::Runtime;
use crate::types::Type;

macro_rules! raisers {
    ($($(#[$doc:meta])* $name:ident $class:ident;)*) => {
        impl Runtime {
            $(
                $(#[$doc])*
                #[cold]
                pub fn $name(&self, message: impl AsRef<str>) -> Raise {
                    self.error(&self.types.$class, message.as_ref())
                }
            )*
        }
    };
}

raisers! {
    /// `AttributeError` without name and object; see [`Runtime::no_attribute`].
    attribute_error attribute_error;
    /// `BufferError`.
    buffer_error buffer_error;
    /// `IndexError`.
    index_error index_error;
    /// `ImportError`.
    import_error import_error;
    /// `NameError`.
    name_error name_error;
    /// `OverflowError`.
    overflow_error overflow_error;
    /// `ReferenceError`.
    reference_error reference_error;
    /// `RuntimeError`.
    runtime_error runtime_error;
    /// `SystemError`.
    system_error system_error;
    /// `TypeError`.
    type_error type_error;
    /// `UnboundLocalError`.
    unbound_local_error unbound_local_error;
    /// `ValueError`.
    value_error value_error;
    /// `ZeroDivisionError`.
    zero_division_error zero_division_error;
}

impl Runtime {
    /// An exception of a built-in class with one message, the present exception as its context.
    ///
    /// ```
    /// # use objmodel::prelude::*;
    /// # let mut rt = Runtime::builder().build();
    /// # objmodel_builtins::install(&mut rt)?;
    /// let class = rt.types().lookup_error.clone();
    /// let raise = rt.error(&class, "nothing there");
    /// assert_eq!(raise.detach(&mut rt).to_string(), "LookupError: nothing there");
    /// # Ok::<(), Raise>(())
    /// ```
    #[cold]
    pub fn error(&self, class: &Type, message: &str) -> Raise {
        let made = self.str(message).and_then(|text| self.error_with(class, [text.into_value()]));
        match made {
            Ok(exception) | Err(exception) => exception,
        }
    }

    /// An exception of a built-in class with these arguments.
    ///
    /// # Errors
    /// What prevented making it, which is to be raised in its place.
    pub fn error_with<const N: usize>(&self, class: &Type, args: [Value; N]) -> Result<Raise> {
        let args = self.tuple(args.into_iter())?;
        self.exception_object(class, args).map(Raise::exception)
    }

    /// `KeyError(key)`.
    #[cold]
    pub fn key_error(&self, key: Borrowed<'_>) -> Raise {
        match self.error_with(&self.types.key_error, [key.to_value()]) {
            Ok(exception) | Err(exception) => exception,
        }
    }

    /// `StopIteration(value)`, or without argument for `None`.
    #[cold]
    pub fn stop_iteration(&self, value: Option<Value>) -> Raise {
        let class = &self.types.stop_iteration;
        let made = match value {
            None => self.error_with(class, []),
            Some(value) => self.tuple([value.clone()].into_iter()).and_then(|args| {
                let mut payload = ExceptionObject::new(args);
                payload.extra = vec![Some(value)];
                payload.context = self.handled().map(Borrowed::to_value);
                let exception = self.alloc(class, payload)?;
                Ok(Raise::exception(exception.into_value()))
            }),
        };
        match made {
            Ok(exception) | Err(exception) => exception,
        }
    }

    /// `StopAsyncIteration`: an asynchronous iterator has ended.
    pub fn stop_async_iteration(&self) -> Raise {
        match self.error_with(&self.types.stop_async_iteration, []) {
            Ok(exception) | Err(exception) => exception,
        }
    }

    /// `RecursionError` with CPython's message; `doing` is empty or begins with a space.
    #[cold]
    pub fn recursion_error(&self, doing: &str) -> Raise {
        let message = format!("maximum recursion depth exceeded{doing}");
        self.error(&self.types.recursion_error, &message)
    }

    /// The `AttributeError` of an attribute that is not there, with its name and object.
    #[cold]
    pub fn no_attribute(&self, object: Borrowed<'_>, name: Borrowed<'_>) -> Raise {
        let text = self.text_of(name);
        let message = match self.as_type(object) {
            Some(class) => {
                format!("type object '{}' has no attribute '{text}'", class.read(self).full_name())
            }
            None => format!("'{}' object has no attribute '{text}'", self.type_name(object)),
        };
        self.attribute_error_for(&message, object, name)
    }

    /// An `AttributeError` with its `name` and `obj`.
    #[cold]
    pub fn attribute_error_for(
        &self,
        message: &str,
        object: Borrowed<'_>,
        name: Borrowed<'_>,
    ) -> Raise {
        let class = &self.types.attribute_error;
        let own = self.check_all_own(&[object, name]);
        let made = own.and_then(|()| self.str(message)).and_then(|text| {
            let args = self.tuple([text.into_value()].into_iter())?;
            let mut payload = ExceptionObject::new(args);
            payload.extra = vec![Some(name.to_value()), Some(object.to_value())];
            payload.context = self.handled().map(Borrowed::to_value);
            self.alloc(class, payload)
        });
        match made {
            Ok(exception) => Raise::exception(exception.into_value()),
            Err(raise) => raise,
        }
    }

    /// Warns, through the host's hook; without one nobody hears of it.
    ///
    /// # Errors
    /// The warning as an exception, if the hook makes it one.
    pub fn warn(&mut self, category: &Type, message: &str) -> Result<()> {
        self.check_own(category)?;
        match self.hooks.warn {
            Some(warn) => warn(self, category.clone().as_ref(), message),
            None => Ok(()),
        }
    }

    /// A `NameError` with its `name`.
    #[cold]
    pub fn name_error_for(&self, message: &str, name: Borrowed<'_>) -> Raise {
        let class = &self.types.name_error;
        let own = self.check_all_own(&[name]);
        let made = own.and_then(|()| self.str(message)).and_then(|text| {
            let args = self.tuple([text.into_value()].into_iter())?;
            let mut payload = ExceptionObject::new(args);
            payload.extra = vec![Some(name.to_value())];
            payload.context = self.handled().map(Borrowed::to_value);
            self.alloc(class, payload)
        });
        match made {
            Ok(exception) => Raise::exception(exception.into_value()),
            Err(raise) => raise,
        }
    }

    /// An `ImportError`, or one of a class derived from it, that knows the module, its file and the name
    /// that is not in it, each if there is one.
    #[cold]
    pub fn import_error_for(
        &self,
        class: &Type,
        message: &str,
        [name, path, name_from]: [Option<Value>; 3],
    ) -> Raise {
        let made = self.str(message).and_then(|text| {
            let text = text.into_value();
            let args = self.tuple([text.clone()].into_iter())?;
            let mut payload = ExceptionObject::new(args);
            payload.extra = vec![name, path, name_from, Some(text)];
            payload.context = self.handled().map(Borrowed::to_value);
            self.alloc(class, payload)
        });
        match made {
            Ok(exception) => Raise::exception(exception.into_value()),
            Err(raise) => raise,
        }
    }

    /// The name of an object's class, for messages.
    pub fn type_name<'a>(&'a self, value: Borrowed<'a>) -> &'a str {
        self.class_of(value).full_name()
    }

    /// What an argument of the wrong type is called in messages: the name of its class, but `None`.
    pub fn argument_name<'a>(&'a self, value: Borrowed<'a>) -> &'a str {
        match crate::singletons::is_none(&value) {
            true => "None",
            false => self.type_name(value),
        }
    }

    /// An exception object of a native class without running `__init__`.
    pub(crate) fn exception_object(&self, class: &Type, args: Tuple) -> Result<Value> {
        let mut payload = ExceptionObject::new(args);
        if self.is_subtype(class, &self.types.import_error)
            && let [message] = payload.args.frozen().items()
        {
            payload.extra = vec![None, None, None, Some(message.clone())];
        }
        payload.context = self.handled().map(Borrowed::to_value);
        Ok(self.alloc(class, payload)?.into_value())
    }
}
