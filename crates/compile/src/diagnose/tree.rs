//! What the parser keeps of an expression: its kind, its place and its parts, for reports that name it.

/// The number of a node.
pub(super) type NodeId = u32;

/// A matched piece of the text: tokens from `start` up to `end`.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// The kind of an expression; the empty text for other pieces.
    pub(super) kind: &'static str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) children: Vec<NodeId>,
    /// The comparison's first operator is `in`.
    pub(super) first_is_in: bool,
}

/// What CPython calls a kind of expression in its reports.
pub(super) fn name_of(kind: &str) -> &'static str {
    match kind {
        "Attribute" => "attribute",
        "Subscript" => "subscript",
        "Starred" => "starred",
        "Name" => "name",
        "List" => "list",
        "Tuple" => "tuple",
        "Lambda" => "lambda",
        "Call" => "function call",
        "Operation" => "expression",
        "Generator" => "generator expression",
        "Yield" => "yield expression",
        "Await" => "await expression",
        "ListComprehension" => "list comprehension",
        "SetComprehension" => "set comprehension",
        "DictComprehension" => "dict comprehension",
        "Dict" => "dict literal",
        "Set" => "set display",
        "FString" => "f-string expression",
        "None" => "None",
        "True" => "True",
        "False" => "False",
        "Ellipsis" => "ellipsis",
        "Literal" => "literal",
        "Comparison" => "comparison",
        "Conditional" => "conditional expression",
        "Named" => "named expression",
        _ => "expression",
    }
}

/// Why targets are looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Assign,
    Delete,
    For,
}

/// The first part of a would-be target that cannot be one.
pub(super) fn invalid_target(nodes: &[Node], id: NodeId, purpose: Purpose) -> Option<NodeId> {
    let mut todo = vec![id];
    while let Some(id) = todo.pop() {
        let node = nodes.get(id as usize)?;
        match node.kind {
            "List" | "Tuple" => todo.extend(node.children.iter().rev()),
            "Starred" if purpose == Purpose::Delete => return Some(id),
            "Starred" => todo.extend(node.children.first()),
            "Comparison" if purpose == Purpose::For => {
                // `a in b` of a `for` was read as a comparison: its left side is the target.
                if node.first_is_in {
                    todo.extend(node.children.first());
                }
            }
            "Name" | "Attribute" | "Subscript" => {}
            _ => return Some(id),
        }
    }
    None
}
