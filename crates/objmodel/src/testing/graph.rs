//! Random classes, as data.

use objmodel_slots::SpecialId;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What a special method does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Returns its own name, `C1.__add__`.
    Answers,
    /// Returns `NotImplemented`.
    Passes,
    /// Raises `ValueError` of its own name.
    Raises,
    /// There is `None` in place of a method.
    IsNone,
}

/// A class that is to be made.
#[derive(Clone, Debug, Default)]
pub struct ClassPlan {
    /// Numbers of its bases, which come before it; none for `object`, or `type` for a metaclass.
    pub bases: Vec<usize>,
    /// The number of the metaclass that it asks for.
    pub metaclass: Option<usize>,
    /// Whether it has `__slots__`, which are empty.
    pub slots: bool,
    /// What it has under which special names.
    pub methods: Vec<(SpecialId, Behaviour)>,
}

/// Classes, and metaclasses for them.
#[derive(Clone, Debug, Default)]
pub struct ClassGraph {
    /// The metaclasses: `M0`, `M1` and so on.
    pub metaclasses: Vec<ClassPlan>,
    /// The classes: `C0`, `C1` and so on.
    pub classes: Vec<ClassPlan>,
}

/// A class of a graph, or one that is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Node {
    /// `object`.
    Object,
    /// `type`.
    Type,
    /// A metaclass of the graph.
    Meta(usize),
    /// A class of the graph.
    Class(usize),
}

/// An operand of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operand {
    /// An instance of the class with the number.
    Instance(usize),
    /// The class with the number.
    Class(usize),
}

impl ClassGraph {
    /// What there is to know of a class; `None` for `object` and `type`.
    pub fn plan(&self, node: Node) -> Option<&ClassPlan> {
        match node {
            Node::Object | Node::Type => None,
            Node::Meta(number) => self.metaclasses.get(number),
            Node::Class(number) => self.classes.get(number),
        }
    }

    /// The bases of a class, with those that it has unless told otherwise.
    pub fn bases(&self, node: Node) -> Vec<Node> {
        let stated = self.plan(node).map_or(&[][..], |plan| &plan.bases);
        match node {
            Node::Object => Vec::new(),
            Node::Type => vec![Node::Object],
            Node::Meta(_) if stated.is_empty() => vec![Node::Type],
            Node::Class(_) if stated.is_empty() => vec![Node::Object],
            Node::Meta(_) => stated.iter().map(|base| Node::Meta(*base)).collect(),
            Node::Class(_) => stated.iter().map(|base| Node::Class(*base)).collect(),
        }
    }

    /// The method resolution order, by C3; `None` if there is none.
    pub fn order(&self, node: Node) -> Option<Vec<Node>> {
        let bases = self.bases(node);
        let mut lists: Vec<Vec<Node>> =
            bases.iter().map(|base| self.order(*base)).collect::<Option<_>>()?;
        lists.push(bases);
        let mut order = vec![node];
        loop {
            lists.retain(|list| !list.is_empty());
            if lists.is_empty() {
                return Some(order);
            }
            let heads = lists.iter().map(|list| list[0]);
            let free = |head: &Node| !lists.iter().any(|list| list[1..].contains(head));
            let next = heads.into_iter().find(free)?;
            order.push(next);
            for list in &mut lists {
                list.retain(|other| *other != next);
            }
        }
    }

    /// The metaclass that a class gets; `None` if those of its bases contradict each other.
    pub fn metaclass(&self, class: usize) -> Option<Node> {
        let wanted = self.classes[class].metaclass.map_or(Node::Type, Node::Meta);
        let of_bases = self.classes[class].bases.iter().map(|base| self.metaclass(*base));
        let all: Vec<Node> =
            std::iter::once(Some(wanted)).chain(of_bases).collect::<Option<_>>()?;
        let derives_from_all = |node: &Node| {
            let order = self.order(*node).unwrap_or_default();
            all.iter().all(|other| order.contains(other))
        };
        all.iter().copied().find(derives_from_all)
    }

    /// Gives classes that cannot be made no bases and no metaclass, so that all can be.
    fn made_possible(mut self) -> ClassGraph {
        for number in 0..self.metaclasses.len() {
            if self.order(Node::Meta(number)).is_none() {
                self.metaclasses[number].bases.clear();
            }
        }
        for number in 0..self.classes.len() {
            if self.order(Node::Class(number)).is_none() || self.metaclass(number).is_none() {
                self.classes[number].bases.clear();
            }
        }
        self
    }

    /// The class of an operand.
    pub fn class_of(&self, operand: Operand) -> Node {
        match operand {
            Operand::Instance(class) => Node::Class(class),
            Operand::Class(class) => self.metaclass(class).unwrap_or(Node::Type),
        }
    }
}

fn behaviour() -> impl Strategy<Value = Behaviour> {
    prop_oneof![
        4 => Just(Behaviour::Answers),
        6 => Just(Behaviour::Passes),
        1 => Just(Behaviour::Raises),
        1 => Just(Behaviour::IsNone),
    ]
}

/// What a class draws before it is known which classes there are.
type Draw = (Vec<Index>, Option<Index>, bool, Vec<(SpecialId, Behaviour)>);

fn draw(names: Vec<SpecialId>) -> impl Strategy<Value = Draw> {
    let methods = vec((select(names), behaviour()), 0..4);
    (vec(any::<Index>(), 0..3), any::<Option<Index>>(), any::<bool>(), methods)
}

fn plans(draws: Vec<Draw>, metaclasses: usize) -> Vec<ClassPlan> {
    let plan = |(number, (bases, metaclass, slots, methods)): (usize, Draw)| {
        let mut plan = ClassPlan { slots, ..ClassPlan::default() };
        for base in bases.iter().filter(|_| number > 0).map(|base| base.index(number)) {
            if !plan.bases.contains(&base) {
                plan.bases.push(base);
            }
        }
        if metaclasses > 0 {
            plan.metaclass = metaclass.map(|index| index.index(metaclasses));
        }
        for (name, behaviour) in methods {
            if !plan.methods.iter().any(|(other, _)| *other == name) {
                plan.methods.push((name, behaviour));
            }
        }
        plan
    };
    draws.into_iter().enumerate().map(plan).collect()
}

/// Classes that can be made, with special methods of these names.
pub fn class_graph(names: Vec<SpecialId>) -> impl Strategy<Value = ClassGraph> {
    let metaclasses = vec(draw(names.clone()), 0..3);
    (metaclasses, vec(draw(names), 1..6)).prop_map(|(metaclasses, classes)| {
        let count = metaclasses.len();
        let (metaclasses, classes) = (plans(metaclasses, 0), plans(classes, count));
        ClassGraph { metaclasses, classes }.made_possible()
    })
}

/// An operand of a graph with so many classes.
pub fn operand(classes: usize) -> impl Strategy<Value = Operand> {
    prop_oneof![
        4 => (0..classes).prop_map(Operand::Instance),
        1 => (0..classes).prop_map(Operand::Class),
    ]
}
