//! The sink: takes values out of a payload that is being cleared, to be dropped afterwards.

use crate::value::Value;

/// Where `Trace::clear` puts the values that it takes out.
#[derive(Default)]
pub struct ClearSink {
    values: Vec<Value>,
}

impl ClearSink {
    /// Takes a value; it is dropped once the payload is no longer borrowed.
    pub fn put(&mut self, value: Value) {
        if value.is_object() {
            self.values.push(value);
        }
    }

    pub(crate) fn empty(&mut self) {
        self.values.clear();
    }
}
