//! What travels in a call: the arguments as given (`CallArgs`) and as bound to parameters (`Args`).

use objmodel_gc::{Borrowed, Value};
use smallvec::SmallVec;

use crate::native::FromPyObject;
use crate::raise::Result;
use crate::runtime::Runtime;

/// The arguments of a call as the call site gives them: borrowed words, nothing is counted.
///
/// `args` holds the positional arguments followed by the values of the keyword arguments, whose
/// names are `names`, as in CPython's vectorcall.
#[derive(Clone, Copy)]
pub struct CallArgs<'a> {
    args: &'a [Borrowed<'a>],
    names: &'a [Borrowed<'a>],
}

impl<'a> CallArgs<'a> {
    /// A call without arguments.
    pub const NONE: CallArgs<'static> = CallArgs { args: &[], names: &[] };

    /// Positional arguments only.
    pub fn positional(args: &'a [Borrowed<'a>]) -> Self {
        CallArgs { args, names: &[] }
    }

    /// Positional arguments followed by one value for each of `names`, which are `str` objects.
    /// Names beyond the number of values are ignored.
    pub fn with_names(args: &'a [Borrowed<'a>], names: &'a [Borrowed<'a>]) -> Self {
        let names = &names[..names.len().min(args.len())];
        CallArgs { args, names }
    }

    /// The positional arguments.
    pub fn positionals(&self) -> &'a [Borrowed<'a>] {
        &self.args[..self.args.len() - self.names.len()]
    }

    /// The keyword arguments' names.
    pub fn names(&self) -> &'a [Borrowed<'a>] {
        self.names
    }

    /// Name and value of each keyword argument.
    pub fn keywords(
        &self,
    ) -> impl ExactSizeIterator<Item = (Borrowed<'a>, Borrowed<'a>)> + use<'a> {
        let values = &self.args[self.args.len() - self.names.len()..];
        self.names.iter().copied().zip(values.iter().copied())
    }

    /// Positional arguments and keyword values as one slice.
    pub fn all(&self) -> &'a [Borrowed<'a>] {
        self.args
    }

    /// The keyword arguments alone.
    pub fn only_keywords(self) -> CallArgs<'a> {
        CallArgs { args: &self.args[self.len()..], names: self.names }
    }

    /// The first positional argument, and the others.
    pub fn split_first(self) -> Option<(Borrowed<'a>, CallArgs<'a>)> {
        match self.args.split_first() {
            Some((first, args)) if !self.positionals().is_empty() => {
                Some((*first, CallArgs { args, names: self.names }))
            }
            _ => None,
        }
    }

    /// Whether there is no argument at all.
    pub fn is_empty(&self) -> bool {
        self.args.is_empty()
    }

    /// The number of positional arguments.
    pub fn len(&self) -> usize {
        self.args.len() - self.names.len()
    }

    /// Whether keywords were given.
    pub fn has_keywords(&self) -> bool {
        !self.names.is_empty()
    }
}

/// So many arguments are copied to the stack; more to a buffer, which is charged.
const FEW: usize = 16;

impl Runtime {
    /// Lends the arguments with one more before them.
    ///
    /// # Errors
    /// `MemoryError`; what `to` returns.
    #[inline]
    pub fn with_receiver<R>(
        &mut self,
        first: Borrowed<'_>,
        args: CallArgs<'_>,
        to: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        let few: [Borrowed<'_>; 4];
        let all = match *args.args {
            [] => std::slice::from_ref(&first),
            [a] => {
                few = [first, a, first, first];
                &few[..2]
            }
            [a, b] => {
                few = [first, a, b, first];
                &few[..3]
            }
            [a, b, c] => {
                few = [first, a, b, c];
                &few
            }
            _ => return self.with_arguments_before(&[first], args, to),
        };
        to(self, CallArgs { args: all, names: args.names })
    }

    /// Lends the arguments with others before them. A long row is charged while it is lent.
    ///
    /// # Errors
    /// `MemoryError`; what `to` returns.
    #[inline(never)]
    pub fn with_arguments_before<R>(
        &mut self,
        before: &[Borrowed<'_>],
        args: CallArgs<'_>,
        to: impl FnOnce(&mut Runtime, CallArgs<'_>) -> Result<R>,
    ) -> Result<R> {
        let count = before.len() + args.args.len();
        if count <= FEW {
            let all: SmallVec<[Borrowed<'_>; FEW]> =
                before.iter().chain(args.args).copied().collect();
            return to(self, CallArgs { args: &all, names: args.names });
        }
        self.tick(count / FEW)?;
        self.while_charged(count * size_of::<Borrowed<'_>>(), |rt| {
            let all: Vec<Borrowed<'_>> = before.iter().chain(args.args).copied().collect();
            to(rt, CallArgs { args: &all, names: args.names })
        })
    }
}

/// Arguments bound to the parameters of a native function: one entry per parameter of its
/// signature, `None` where an optional one was not given; none for those behind the last given. A `*args` parameter holds a tuple, a
/// `**kwargs` parameter a dict.
#[derive(Clone, Copy)]
pub struct Args<'a>(pub(crate) &'a [Option<Borrowed<'a>>]);

impl<'a> Args<'a> {
    /// The argument of a required parameter; `None` (the Python object) if the signature made it
    /// optional and it was not given.
    #[inline]
    pub fn at(&self, index: usize) -> Borrowed<'a> {
        match self.0.get(index) {
            Some(Some(value)) => *value,
            _ => NONE.as_ref(),
        }
    }

    /// The argument of an optional parameter.
    #[inline]
    pub fn get(&self, index: usize) -> Option<Borrowed<'a>> {
        self.0.get(index).copied().flatten()
    }

    /// The arguments behind the receiver.
    #[inline]
    #[must_use]
    pub fn after_receiver(&self) -> Args<'a> {
        Args(self.0.get(1..).unwrap_or(&[]))
    }

    /// All of them as Rust values: `let (a, n): (i64, Option<i64>) = args.extract(rt)?`. An optional
    /// parameter that was not given reads as `None` does.
    ///
    /// ```
    /// use objmodel::prelude::*;
    ///
    /// let mut rt = Runtime::builder().build();
    /// let repeat = rt.function("repeat", "(text, times=2)", |rt, args| {
    ///     let (text, times): (String, Option<usize>) = args.extract(rt)?;
    ///     Ok(text.repeat(times.unwrap_or(2)))
    /// })?;
    /// assert_eq!(rt.call(&repeat, ("ab",))?.extract::<String>(&mut rt)?, "abab");
    /// # Ok::<(), Raise>(())
    /// ```
    ///
    /// # Errors
    /// What reading them raises.
    pub fn extract<T: FromArgs<'a>>(&self, rt: &mut Runtime) -> Result<T> {
        T::from_args(*self, rt)
    }

    /// The first `N` parameters, for destructuring: `let [me, other] = args.take();`.
    #[inline]
    pub fn take<const N: usize>(&self) -> [Borrowed<'a>; N] {
        std::array::from_fn(|i| self.at(i))
    }
}

/// The Python object `None`, to stand for an argument that was not given.
pub(crate) const NONE: &Value = &Value::immediate(0);

/// The bound arguments of a call as a tuple of Rust values.
pub trait FromArgs<'a>: Sized {
    /// Reads them, in the order of the parameters.
    ///
    /// # Errors
    /// What reading them raises.
    fn from_args(args: Args<'a>, rt: &mut Runtime) -> Result<Self>;
}

macro_rules! from_args {
    ($($name:ident $index:tt)*) => {
        impl<'a, $($name: FromPyObject<'a>),*> FromArgs<'a> for ($($name,)*) {
            fn from_args(args: Args<'a>, rt: &mut Runtime) -> Result<Self> {
                let none = Borrowed::immediate(crate::singletons::NONE);
                Ok(($($name::extract(args.get($index).unwrap_or(none), rt)?,)*))
            }
        }
    };
}

from_args!(A 0);
from_args!(A 0 B 1);
from_args!(A 0 B 1 C 2);
from_args!(A 0 B 1 C 2 D 3);
from_args!(A 0 B 1 C 2 D 3 E 4);
from_args!(A 0 B 1 C 2 D 3 E 4 F 5);
