//! What the data model says of operators, word by word: slow, and as literal as can be.
//!
//! Nothing here uses the library's tables: methods are found by their names along the order of the
//! classes, and each rule is a branch.

use objmodel_slots::{BinaryOp, CompareOp, SpecialId, UnaryOp, unsupported_pow};

use super::build::Observed;
use super::graph::{Behaviour, ClassGraph, Node, Operand};

/// What an operation has to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// What it comes to.
    pub outcome: Observed,
    /// The methods that are asked, by the class that has them, `None` in place of one included:
    /// `C1.__add__`.
    pub asked: Vec<String>,
    /// Those of them that run.
    pub run: Vec<String>,
}

/// The operations of a model over a graph.
struct Model<'a> {
    graph: &'a ClassGraph,
    asked: Vec<String>,
    run: Vec<String>,
}

/// What a method that was asked says.
enum Said {
    Answer(Observed),
    Passes,
}

/// `left op right`, or `left op= right`.
pub fn binary(
    graph: &ClassGraph,
    op: BinaryOp,
    in_place: bool,
    left: Operand,
    right: Operand,
) -> Expected {
    expected(graph, |model| {
        if in_place
            && let Some(special) = op.in_place_special()
            && let Some(Said::Answer(answer)) = model.ask(left, special)
        {
            return answer;
        }
        let (own, other) = (graph.class_of(left), graph.class_of(right));
        let (special, reflected) = (op.special(), op.reflected_special());
        let provides_another = match (model.find(other, reflected), model.find(own, reflected)) {
            (Some((provider, _)), Some((owner, _))) => provider != owner,
            (Some(_), None) => true,
            (None, _) => false,
        };
        let mut attempts = vec![(left, special), (right, reflected)];
        if own == other {
            attempts.pop();
        } else if graph.derives(other, own) && provides_another {
            attempts.reverse();
        }
        for (operand, special) in attempts {
            if let Some(Said::Answer(answer)) = model.ask(operand, special) {
                return answer;
            }
        }
        raised("TypeError", op.unsupported(in_place, &graph.name(own), &graph.name(other)))
    })
}

/// `pow(left, right, modulus)` for a modulus that is an `int`.
pub fn power(graph: &ClassGraph, left: Operand, right: Operand) -> Expected {
    expected(graph, |model| {
        let (own, other) = (graph.class_of(left), graph.class_of(right));
        match model.ask(left, SpecialId::Pow) {
            Some(Said::Answer(answer)) => return answer,
            Some(Said::Passes) => {}
            // A class with `__rpow__` alone is asked for `__pow__` all the same.
            None if model.find(own, SpecialId::RPow).is_some() => {
                model.asked.push(format!("{}.__pow__", graph.name(own)));
                return raised("AttributeError", "__pow__".to_owned());
            }
            None => {}
        }
        // Native code of the modulus is asked too, and passes: neither is an `int`.
        model.asked.push("int.__pow__".to_owned());
        raised("TypeError", unsupported_pow(&graph.name(own), &graph.name(other), "int"))
    })
}

/// `-operand` and the like.
pub fn unary(graph: &ClassGraph, op: UnaryOp, operand: Operand) -> Expected {
    expected(graph, |model| match model.ask(operand, op.special()) {
        Some(Said::Answer(answer)) => answer,
        Some(Said::Passes) => Observed::Other("NotImplemented".to_owned()),
        None => raised("TypeError", op.unsupported(&graph.name(graph.class_of(operand)))),
    })
}

/// `left op right` for a comparison of two different objects.
pub fn comparison(graph: &ClassGraph, op: CompareOp, left: Operand, right: Operand) -> Expected {
    expected(graph, |model| {
        let (own, other) = (graph.class_of(left), graph.class_of(right));
        let mut attempts = vec![(left, op), (right, op.swapped())];
        if own != other && graph.derives(other, own) {
            attempts.reverse();
        }
        for (operand, op) in attempts {
            if let Said::Answer(answer) = model.compare(operand, op) {
                return answer;
            }
        }
        match op {
            CompareOp::Eq => Observed::Truth(false),
            CompareOp::Ne => Observed::Truth(true),
            _ => raised("TypeError", op.unsupported(&graph.name(own), &graph.name(other))),
        }
    })
}

fn expected(graph: &ClassGraph, rule: impl FnOnce(&mut Model<'_>) -> Observed) -> Expected {
    let mut model = Model { graph, asked: Vec::new(), run: Vec::new() };
    let outcome = rule(&mut model);
    Expected { outcome, asked: model.asked, run: model.run }
}

fn raised(class: &str, message: String) -> Observed {
    Observed::Raised(class.to_owned(), message)
}

impl ClassGraph {
    fn name(&self, node: Node) -> String {
        match node {
            Node::Object => "object".to_owned(),
            Node::Type => "type".to_owned(),
            Node::Meta(number) => format!("M{number}"),
            Node::Class(number) => format!("C{number}"),
        }
    }

    fn derives(&self, class: Node, base: Node) -> bool {
        self.order(class).is_some_and(|order| order.contains(&base))
    }
}

impl Model<'_> {
    /// The first class in a class's order that has something under the name, and what it does.
    fn find(&self, class: Node, special: SpecialId) -> Option<(Node, Behaviour)> {
        self.graph.order(class)?.into_iter().find_map(|node| {
            let methods = &self.graph.plan(node)?.methods;
            let (_, behaviour) = methods.iter().find(|(name, _)| *name == special)?;
            Some((node, *behaviour))
        })
    }

    /// Asks an operand's method; `None` if there is none.
    fn ask(&mut self, operand: Operand, special: SpecialId) -> Option<Said> {
        let (owner, behaviour) = self.find(self.graph.class_of(operand), special)?;
        let method = format!("{}.{}", self.graph.name(owner), special.name());
        self.asked.push(method.clone());
        Some(self.does(method, behaviour))
    }

    fn does(&mut self, method: String, behaviour: Behaviour) -> Said {
        if behaviour != Behaviour::IsNone {
            self.run.push(method.clone());
        }
        match behaviour {
            Behaviour::Answers => Said::Answer(Observed::Text(method)),
            Behaviour::Passes => Said::Passes,
            Behaviour::Raises => Said::Answer(raised("ValueError", method)),
            Behaviour::IsNone => {
                Said::Answer(raised("TypeError", "'NoneType' object is not callable".to_owned()))
            }
        }
    }

    /// Compares by one operand's method: `object` has all six, and that for `!=` is the contrary of
    /// `==`.
    fn compare(&mut self, operand: Operand, op: CompareOp) -> Said {
        if let Some(said) = self.ask(operand, op.special()) {
            return said;
        }
        self.asked.push(format!("object.{}", op.special().name()));
        if op != CompareOp::Ne {
            return Said::Passes;
        }
        let class = self.graph.class_of(operand);
        let Some((owner, behaviour)) = self.find(class, SpecialId::Eq) else {
            return Said::Passes;
        };
        let method = format!("{}.__eq__", self.graph.name(owner));
        match self.does(method, behaviour) {
            Said::Answer(Observed::Text(text)) => Said::Answer(Observed::Truth(text.is_empty())),
            said => said,
        }
    }
}
