//! Case, and what all characters of a text are.

use objmodel::{Args, Result, Runtime, singletons};

use super::{make, own};
use crate::text::{case, predicate};

macro_rules! mapped {
    ($($name:ident $function:path;)*) => {$(
        pub(super) fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            let len = own(rt, args).len();
            // A character becomes three at most.
            rt.check_room(len.saturating_mul(3))?;
            rt.tick(len / 16)?;
            let mapped = $function(own(rt, args));
            make(rt, &mapped)
        }
    )*};
}

mapped! {
    upper case::upper;
    lower case::lower;
    casefold case::casefold;
    title case::title;
    capitalize case::capitalize;
    swapcase case::swapcase;
}

macro_rules! asked {
    ($($name:ident $function:path;)*) => {$(
        pub(super) fn $name<'a>(rt: &mut Runtime, args: Args<'a>) -> Result {
            rt.tick(own(rt, args).len() / 16)?;
            Ok(singletons::bool($function(own(rt, args))))
        }
    )*};
}

asked! {
    is_ascii all_ascii;
    is_lower predicate::is_lower;
    is_upper predicate::is_upper;
    is_title predicate::is_title;
    is_space predicate::is_space;
    is_decimal predicate::is_decimal;
    is_digit predicate::is_digit;
    is_numeric predicate::is_numeric;
    is_alpha predicate::is_alpha;
    is_alnum predicate::is_alnum;
    is_identifier predicate::is_identifier;
    is_printable predicate::is_printable;
}

fn all_ascii(text: &[u8]) -> bool {
    text.is_ascii()
}
