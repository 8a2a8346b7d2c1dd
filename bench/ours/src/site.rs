//! What a host keeps at a call site: the interned name and the library's cache.

use objmodel::objects::str::Str;
use objmodel::AttrCache;

/// A name in the code of a host.
pub(crate) struct Site {
    pub(crate) name: Str,
    pub(crate) attribute: AttrCache,
}

impl Site {
    pub(crate) fn new(name: Str) -> Site {
        Site { name, attribute: AttrCache::default() }
    }
}
