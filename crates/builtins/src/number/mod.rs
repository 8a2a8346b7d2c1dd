//! Numbers apart from objects: pure functions over machine words, big integers and floats.

pub mod compare;
pub mod complex;
pub mod cost;
pub mod float;
pub mod hex;
pub mod integer;
pub mod parse;
pub mod power;
pub mod radix;

#[cfg(test)]
pub(crate) mod tests {
    use objmodel::gc::{Account, Heap, HeapConfig};
    use objmodel::objects::builder::TextBuilder;

    /// A builder without a limit.
    pub(crate) fn builder() -> TextBuilder {
        TextBuilder::charging(Account::new(&Heap::new(HeapConfig::default())))
    }
}
