//! What exists in a program so far, and the decisions still to come.

use crate::choices::Choices;

/// The names that later blocks may use, and where decisions come from.
pub(crate) struct Scope<'a> {
    pub(crate) choices: Choices<'a>,
    /// Whether all families of actions and special methods are made, not only those of the programs that
    /// are recorded.
    pub(crate) wide: bool,
    /// Metaclasses are `M0`, `M1`, ...
    pub(crate) metaclasses: usize,
    /// Classes are `C0`, `C1`, ...
    pub(crate) classes: usize,
    /// Objects are `o0`, `o1`, ...
    pub(crate) objects: usize,
    /// Actions so far, which number their labels.
    pub(crate) actions: usize,
}

impl<'a> Scope<'a> {
    pub(crate) fn new(choices: Choices<'a>, wide: bool) -> Scope<'a> {
        Scope { choices, wide, metaclasses: 0, classes: 0, objects: 0, actions: 0 }
    }

    pub(crate) fn pick<'t>(&mut self, items: &[&'t str]) -> &'t str {
        self.choices.pick(items)
    }

    pub(crate) fn chance(&mut self, some: u8) -> bool {
        self.choices.chance(some)
    }

    /// A name for a thing of a kind: `C` and one of the numbers below `count`.
    pub(crate) fn numbered(&mut self, kind: &str, count: usize) -> String {
        format!("{kind}{}", self.choices.below(count))
    }

    /// The next label of an action.
    pub(crate) fn label(&mut self) -> usize {
        self.actions += 1;
        self.actions
    }
}
