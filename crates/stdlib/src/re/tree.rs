//! The syntax tree of a regular expression.

/// No upper bound of a repetition.
pub(super) const UNBOUNDED: u32 = u32::MAX;

/// Fewest and most characters that something matches; `u64::MAX` is no bound.
pub(super) type Width = (u64, u64);

/// Nodes that match one behind the other.
#[derive(Clone, Debug)]
pub(super) struct Sequence {
    pub(super) nodes: Vec<Node>,
    pub(super) width: Width,
}

/// A kind of character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Category {
    Digit,
    Space,
    Word,
}

/// A part of a character set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Item {
    Char(u32),
    /// Both ends included.
    Range(u32, u32),
    /// Characters of a kind, or all others.
    Category(Category, bool),
}

/// A place between characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `^`
    Beginning,
    /// `\A`
    BeginningOfText,
    /// `$`
    End,
    /// `\Z`
    EndOfText,
    /// `\b`
    Boundary,
    /// `\B`
    NoBoundary,
}

/// In which order a repetition tries, and whether it takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Greed {
    Greedy,
    Lazy,
    Possessive,
}

#[derive(Clone, Debug)]
pub(super) enum Node {
    Char(u32),
    NotChar(u32),
    /// `.`
    Any,
    /// The items, and whether all but those are meant.
    Set(Vec<Item>, bool),
    At(Place),
    Group {
        number: Option<u32>,
        add: u32,
        remove: u32,
        body: Sequence,
    },
    Atomic(Sequence),
    Repeat {
        greed: Greed,
        min: u32,
        max: u32,
        body: Sequence,
    },
    Branch(Vec<Sequence>),
    Reference {
        group: u32,
        width: Width,
    },
    Conditional {
        group: u32,
        yes: Sequence,
        no: Option<Sequence>,
    },
    Look {
        behind: bool,
        negative: bool,
        body: Sequence,
    },
}

impl Sequence {
    /// Takes nodes in order.
    pub(super) fn new(nodes: Vec<Node>) -> Sequence {
        let add = |sum: Width, node: &Node| {
            let (low, high) = node.width();
            (sum.0.saturating_add(low), sum.1.saturating_add(high))
        };
        let width = nodes.iter().fold((0, 0), add);
        Sequence { nodes, width }
    }
}

/// What one of two alternatives matches.
fn either(one: Width, two: Width) -> Width {
    (one.0.min(two.0), one.1.max(two.1))
}

impl Node {
    /// How many characters it matches. Constant time but for the number of branches.
    pub(super) fn width(&self) -> Width {
        match self {
            Node::Char(_) | Node::NotChar(_) | Node::Any | Node::Set(..) => (1, 1),
            Node::At(_) | Node::Look { .. } => (0, 0),
            Node::Group { body, .. } | Node::Atomic(body) => body.width,
            Node::Repeat { min, max, body, .. } => {
                let (low, high) = body.width;
                let most = match *max {
                    UNBOUNDED if high > 0 => u64::MAX,
                    max => high.saturating_mul(max.into()),
                };
                (low.saturating_mul((*min).into()), most)
            }
            Node::Branch(branches) => {
                branches.iter().map(|branch| branch.width).reduce(either).unwrap_or((0, 0))
            }
            Node::Reference { width, .. } => *width,
            Node::Conditional { yes, no, .. } => {
                either(yes.width, no.as_ref().map_or((0, 0), |no| no.width))
            }
        }
    }

    /// Whether it matches exactly one character, whichever: repetitions of it need no marks.
    pub(super) fn is_unit(&self) -> bool {
        match self {
            Node::Char(_) | Node::NotChar(_) | Node::Any | Node::Set(..) => true,
            Node::Group { number: None, add: 0, remove: 0, body } => body.is_unit(),
            _ => false,
        }
    }
}

impl Sequence {
    /// Whether it is one unit.
    pub(super) fn is_unit(&self) -> bool {
        matches!(self.nodes.as_slice(), [node] if node.is_unit())
    }
}
