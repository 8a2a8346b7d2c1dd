//! What a host keeps at a call site: the interned name and the library's caches.

use objmodel::objects::str::Str;
use objmodel::{AttrCache, MethodCache};

/// A name in the code of a host.
pub(crate) struct Site {
    pub(crate) name: Str,
    pub(crate) attribute: AttrCache,
    pub(crate) method: MethodCache,
}

impl Site {
    pub(crate) fn new(name: Str) -> Site {
        Site { name, attribute: AttrCache::default(), method: MethodCache::default() }
    }
}
