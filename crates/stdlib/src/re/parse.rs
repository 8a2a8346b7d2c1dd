//! Reads a regular expression: its syntax tree, with CPython's messages and places of errors.

use std::collections::HashMap;

use objmodel::Runtime;

use super::flags;
use super::reader::{Read, Reader, Refusal, Token, decimal};
use super::tree::{Greed, Item, Node, Place, Sequence, UNBOUNDED, Width};

/// What a pattern says.
pub(super) struct Parsed {
    pub(super) tree: Sequence,
    pub(super) flags: u32,
    /// The number of groups, the whole match not counted.
    pub(super) groups: u32,
    /// Names of groups with their numbers, in order.
    pub(super) names: Vec<(Vec<u32>, u32)>,
}

/// A parse under way.
pub(super) struct Parser<'r> {
    pub(super) rt: &'r Runtime,
    pub(super) source: Reader,
    pub(super) flags: u32,
    pub(super) names: HashMap<Vec<u32>, u32>,
    /// What each group matches, by number; `None` while it is open. The first is the whole.
    pub(super) widths: Vec<Option<Width>>,
    /// How many groups there were where the outermost look-behind that is open began.
    pub(super) behind: Option<u32>,
    /// Numbers of groups that conditions ask for, with the places of the first.
    pub(super) conditions: Vec<(u64, usize, String)>,
    /// What `FutureWarning`s say.
    pub(super) warnings: &'r mut Vec<String>,
}

/// The largest number of a group.
pub(super) const MAX_GROUPS: u64 = 1_073_741_823;

/// Reads a pattern.
///
/// # Errors
/// What is wrong with it; `RecursionError`; a halt.
pub(super) fn parse(
    rt: &Runtime,
    points: Vec<u32>,
    is_text: bool,
    flags: u32,
    warnings: &mut Vec<String>,
) -> Read<Parsed> {
    let source = Reader::new(points, is_text)?;
    let mut parser = Parser {
        rt,
        source,
        flags,
        names: HashMap::new(),
        widths: vec![None],
        behind: None,
        conditions: Vec::new(),
        warnings,
    };
    let tree = parser.alternatives(flags & flags::VERBOSE != 0, true)?;
    let flags = fixed_flags(rt, parser.flags, is_text)?;
    if parser.source.peek().is_some() {
        return Err(parser.source.error("unbalanced parenthesis", 0));
    }
    for (group, at, shown) in &parser.conditions {
        if *group >= parser.widths.len() as u64 {
            return Err(Refusal::Pattern(format!("invalid group reference {shown}"), Some(*at)));
        }
    }
    let mut names: Vec<_> = parser.names.into_iter().collect();
    names.sort_by_key(|(_, number)| *number);
    Ok(Parsed { tree, flags, groups: parser.widths.len() as u32 - 1, names })
}

/// The flags as they count for text or for bytes.
fn fixed_flags(rt: &Runtime, flags: u32, is_text: bool) -> Read<u32> {
    let has = |flag| flags & flag != 0;
    let wrong = if is_text {
        match () {
            () if has(flags::LOCALE) => "cannot use LOCALE flag with a str pattern",
            () if !has(flags::ASCII) => return Ok(flags | flags::UNICODE),
            () if has(flags::UNICODE) => "ASCII and UNICODE flags are incompatible",
            () => return Ok(flags),
        }
    } else {
        match () {
            () if has(flags::UNICODE) => "cannot use UNICODE flag with a bytes pattern",
            () if has(flags::LOCALE) && has(flags::ASCII) => {
                "ASCII and LOCALE flags are incompatible"
            }
            () => return Ok(flags),
        }
    };
    Err(Refusal::Other(rt.value_error(wrong)))
}

impl Parser<'_> {
    /// Alternatives between bars. `outermost` says that they are the whole pattern.
    pub(super) fn alternatives(&mut self, mut verbose: bool, outermost: bool) -> Read<Sequence> {
        self.rt.check_stack("")?;
        let mut branches = Vec::new();
        loop {
            branches.push(self.sequence(verbose, outermost && branches.is_empty())?);
            if !self.source.take('|')? {
                break;
            }
            if outermost {
                verbose = self.flags & flags::VERBOSE != 0;
            }
        }
        if branches.len() == 1 {
            return Ok(branches.pop().unwrap_or_else(|| Sequence::new(Vec::new())));
        }
        Ok(Sequence::new(vec![one_set(&branches).unwrap_or(Node::Branch(branches))]))
    }

    /// What stands between bars and parentheses. Only the `first` sequence may begin with flags.
    pub(super) fn sequence(&mut self, mut verbose: bool, first: bool) -> Read<Sequence> {
        let mut nodes = Vec::new();
        while let Some(token) = self.source.peek() {
            if token.is('|') || token.is(')') {
                break;
            }
            self.rt.tick(1)?;
            self.source.get()?;
            let Some(character) = token.ascii() else {
                nodes.push(match token.escaped {
                    Some(_) => self.escape(token)?,
                    None => Node::Char(token.first),
                });
                continue;
            };
            match character {
                ' ' | '\t'..='\r' if verbose => {}
                '#' if verbose => self.comment()?,
                '[' => nodes.push(self.set()?),
                '*' | '+' | '?' | '{' => self.repetition(token, &mut nodes)?,
                '.' => nodes.push(Node::Any),
                '(' => nodes.extend(self.group(&mut verbose, first && nodes.is_empty())?),
                '^' => nodes.push(Node::At(Place::Beginning)),
                '$' => nodes.push(Node::At(Place::End)),
                _ => nodes.push(Node::Char(token.first)),
            }
        }
        Ok(Sequence::new(nodes))
    }

    /// Skips a comment of a verbose pattern.
    fn comment(&mut self) -> Read<()> {
        while let Some(token) = self.source.get()? {
            if token.is('\n') {
                break;
            }
        }
        Ok(())
    }

    /// A repetition of the node before it, which it replaces.
    fn repetition(&mut self, sign: Token, nodes: &mut Vec<Node>) -> Read<()> {
        let here = self.source.tell();
        let bounds = match sign.ascii() {
            Some('?') => Some((0, 1)),
            Some('*') => Some((0, UNBOUNDED)),
            Some('+') => Some((1, UNBOUNDED)),
            _ => self.bounds(here)?,
        };
        let Some((min, max)) = bounds else {
            nodes.push(Node::Char(sign.first));
            return Ok(());
        };
        let behind = self.source.tell() - here + 1;
        let repeated = match nodes.last() {
            None | Some(Node::At(_)) => return Err(self.source.error("nothing to repeat", behind)),
            Some(Node::Repeat { .. }) => return Err(self.source.error("multiple repeat", behind)),
            Some(_) => nodes.pop(),
        };
        let greed = if self.source.take('?')? {
            Greed::Lazy
        } else if self.source.take('+')? {
            Greed::Possessive
        } else {
            Greed::Greedy
        };
        let body = match repeated {
            Some(Node::Group { number: None, add: 0, remove: 0, body }) => body,
            other => Sequence::new(other.into_iter().collect()),
        };
        nodes.push(Node::Repeat { greed, min, max, body });
        Ok(())
    }

    /// The numbers between braces; `None` if the brace stands for itself.
    fn bounds(&mut self, here: usize) -> Read<Option<(u32, u32)>> {
        if self.source.peek().is_some_and(|next| next.is('}')) {
            return Ok(None);
        }
        let low = self.source.digits(usize::MAX, 10)?;
        let high = match self.source.take(',')? {
            true => self.source.digits(usize::MAX, 10)?,
            false => low.clone(),
        };
        if !self.source.take('}')? {
            self.source.seek(here)?;
            return Ok(None);
        }
        let bound = |digits: &[u32], otherwise: u32| match decimal(digits) {
            None => Ok(otherwise),
            Some(n) => u32::try_from(n).ok().filter(|n| *n != UNBOUNDED).ok_or_else(|| {
                Refusal::Other(self.rt.overflow_error("the repetition number is too large"))
            }),
        };
        let (min, max) = (bound(&low, 0)?, bound(&high, UNBOUNDED)?);
        if max < min {
            let behind = self.source.tell() - here;
            return Err(self.source.error("min repeat greater than max repeat", behind));
        }
        Ok(Some((min, max)))
    }
}

/// Branches of one character each are a set of characters.
fn one_set(branches: &[Sequence]) -> Option<Node> {
    let mut items: Vec<Item> = Vec::new();
    for branch in branches {
        match branch.nodes.as_slice() {
            [Node::Char(point)] => items.push(Item::Char(*point)),
            [Node::Set(more, false)] => items.extend(more),
            _ => return None,
        }
    }
    Some(Node::Set(items, false))
}
