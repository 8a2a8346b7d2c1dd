//! Matches tokens against the grammar, as CPython's parser does: ordered alternatives, results remembered.
//!
//! The first pass finds out that there is no way through; the second tries the rules that report mistakes too.
//! How far the first pass had to look is where a mistake that no rule knows is reported.

use super::literal;
use super::notation::{Action, Alternative, Grammar, Item};
use super::token::{End, Mistake, Place, Token, TokenKind};
use super::tokenizer::Tokenizer;
use super::tree::{Node, NodeId, Purpose, invalid_target, name_of};
use crate::syntax::{SyntaxErrorKind, digits};

/// Rules nested deeper than this are given up on.
const MAX_DEPTH: usize = 12_000;
/// So are statements that need more remembered results, 16 bytes each.
const MAX_MEMO: usize = 500_000;
/// What one rule may take of the stack with all that is no rule below it, whatever the build.
const STACK_RESERVE: usize = 256 << 10;

const KEYWORDS: [&str; 35] = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue",
    "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import",
    "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while",
    "with", "yield",
];

const SOFT_KEYWORDS: [&str; 4] = ["_", "case", "match", "type"];

/// Why a match came to nothing at all.
pub(super) enum Stop {
    /// A report.
    Mistake(Mistake),
    /// The text is deeper or larger than is looked into.
    GivenUp,
}

/// `Ok(None)`: no match here.
type Matched = Result<Option<NodeId>, Stop>;

/// The result of a rule.
#[derive(Clone, Copy)]
struct Remembered {
    /// The rule's number, and whether mistakes were reported.
    key: u32,
    end: u32,
    node: Option<NodeId>,
}

pub(super) struct Machine<'a, 'g> {
    pub(super) tokenizer: Tokenizer<'a>,
    grammar: &'g Grammar,
    max_digits: usize,
    pub(super) tokens: Vec<Token<'a>>,
    nodes: Vec<Node>,
    at: usize,
    /// Results by the token where they begin.
    memo: Vec<Vec<Remembered>>,
    remembered: usize,
    reporting: bool,
    depth: usize,
    tokenizer_failed: bool,
    primary: usize,
    t_primary: usize,
    t_lookahead: usize,
    arguments: usize,
    slices: usize,
    genexp: usize,
    atom: usize,
    without_reports: usize,
    statement: usize,
    /// Where the module's last statement begins that matched.
    done: usize,
}

impl<'a, 'g> Machine<'a, 'g> {
    pub(super) fn new(text: &'a str, grammar: &'g Grammar, max_digits: usize) -> Machine<'a, 'g> {
        Machine {
            tokenizer: Tokenizer::new(text),
            grammar,
            max_digits,
            tokens: Vec::new(),
            nodes: Vec::new(),
            at: 0,
            memo: Vec::new(),
            remembered: 0,
            statement: grammar.number("statement"),
            done: 0,
            reporting: false,
            depth: 0,
            tokenizer_failed: false,
            primary: grammar.number("primary"),
            t_primary: grammar.number("t_primary"),
            t_lookahead: grammar.number("t_lookahead"),
            arguments: grammar.number("arguments"),
            slices: grammar.number("slices"),
            genexp: grammar.number("genexp"),
            atom: grammar.number("atom"),
            without_reports: grammar.number("without_reports"),
        }
    }

    /// Begins anew at the last statement that matched, with reports.
    pub(super) fn second_pass(&mut self) {
        self.at = self.done;
        self.memo.clear();
        self.remembered = 0;
        self.nodes.clear();
        self.reporting = true;
        self.depth = 0;
    }

    /// Matches the whole text.
    pub(super) fn text(&mut self, rule: &str) -> Matched {
        self.rule(self.grammar.number(rule))
    }

    fn token(&mut self) -> Result<Token<'a>, Stop> {
        if let Some(token) = self.tokens.get(self.at) {
            return Ok(*token);
        }
        match self.tokenizer.next() {
            Ok(token) => {
                self.tokens.push(token);
                Ok(token)
            }
            Err(mistake) => {
                self.tokenizer_failed = true;
                Err(Stop::Mistake(mistake))
            }
        }
    }

    /// Whether what went wrong was the parser's finding.
    pub(super) fn tokenizer_is_well(&self) -> bool {
        !self.tokenizer_failed
    }

    fn node(&mut self, kind: &'static str, start: usize, children: Vec<NodeId>) -> NodeId {
        self.nodes.push(Node { kind, start, end: self.at, children, first_is_in: false });
        (self.nodes.len() - 1) as NodeId
    }

    fn rule(&mut self, number: usize) -> Matched {
        let start = self.at;
        let Some(rule) = self.grammar.rules.get(number) else { return Ok(None) };
        let key = (number as u32) << 1 | u32::from(self.reporting && !rule.lasting);
        if let Some(known) =
            self.memo.get(start).and_then(|all| all.iter().find(|known| known.key == key))
        {
            self.at = known.end as usize;
            return Ok(known.node);
        }
        // Frames differ in size from build to build, so the depth alone does not tell.
        let crowded = stacker::remaining_stack().is_some_and(|left| left < STACK_RESERVE);
        if self.depth >= MAX_DEPTH || self.remembered >= MAX_MEMO || crowded {
            return Err(Stop::GivenUp);
        }
        let nodes = self.nodes.len();
        self.depth += 1;
        let result = if number == self.primary {
            self.primary()
        } else if number == self.t_primary {
            self.t_primary()
        } else if number == self.without_reports {
            let before = std::mem::replace(&mut self.reporting, false);
            let result = self.alternatives(&rule.alternatives);
            self.reporting = before;
            result
        } else {
            self.alternatives(&rule.alternatives)
        };
        self.depth -= 1;
        let result = result?;
        if result.is_none() {
            self.at = start;
        }
        let node = match result {
            Some(_) if number == self.statement => Some(self.forget_inside(start, nodes)),
            other => other,
        };
        if self.memo.len() <= start {
            self.memo.resize_with(start + 1, Vec::new);
        }
        if let Some(all) = self.memo.get_mut(start) {
            all.push(Remembered { key, end: self.at as u32, node });
            self.remembered += 1;
        }
        Ok(node)
    }

    /// A statement that has matched is not looked into again: what is around it asks for it as a whole.
    fn forget_inside(&mut self, start: usize, nodes: usize) -> NodeId {
        for all in self.memo.iter_mut().take(self.at).skip(start) {
            self.remembered -= all.len();
            *all = Vec::new();
        }
        self.nodes.truncate(nodes);
        // The file's rules are the only ones around a statement of the module. The last one that matched is
        // looked at again: what follows may belong to it, as an `else` does.
        if self.depth == 2 {
            self.done = start;
        }
        self.node("", start, Vec::new())
    }

    fn alternatives(&mut self, alternatives: &'g [Alternative]) -> Matched {
        let start = self.at;
        for alternative in alternatives {
            let (matched, cut) = self.alternative(alternative)?;
            match matched {
                Some(result) => return Ok(result),
                None => self.at = start,
            }
            if cut {
                break;
            }
        }
        Ok(None)
    }

    /// The inner option is what the alternative's action says: one that declines ends the rule.
    fn alternative(
        &mut self,
        alternative: &'g Alternative,
    ) -> Result<(Option<Option<NodeId>>, bool), Stop> {
        let start = self.at;
        let mut cut = false;
        let mut named: Vec<(&'static str, NodeId)> = Vec::new();
        let (mut parts, mut result) = (Vec::new(), None);
        for step in &alternative.steps {
            if matches!(step.item, Item::Cut) {
                cut = true;
                continue;
            }
            let Some(node) = self.item(&step.item)? else { return Ok((None, cut)) };
            if let Some(name) = step.name {
                named.push((name, node));
            }
            if step.is_result {
                result = Some(node);
            }
            if !matches!(step.item, Item::Ahead(..)) {
                parts.push(node);
            }
        }
        if let Some(action) = &alternative.action {
            return Ok((Some(self.act(action, &named, start)?), cut));
        }
        if let Some(result) = result {
            return Ok((Some(Some(result)), cut));
        }
        let single = match parts.as_slice() {
            [single] if alternative.kind.is_none() => Some(*single),
            _ => None,
        };
        if let Some(single) = single {
            return Ok((Some(Some(single)), cut));
        }
        let children = self.expressions_in(&parts);
        // The second part begins with the first operator.
        let operator = parts.get(1).and_then(|rest| self.nodes.get(*rest as usize));
        let operator = operator.and_then(|rest| self.tokens.get(rest.start));
        let first_is_in = operator.is_some_and(|token| token.text == "in");
        let node = self.node(alternative.kind.unwrap_or(""), start, children);
        if let Some(made) = self.nodes.get_mut(node as usize) {
            made.first_is_in = first_is_in;
        }
        Ok((Some(Some(node)), cut))
    }

    /// The expressions among the parts, through pieces that are none themselves.
    fn expressions_in(&self, parts: &[NodeId]) -> Vec<NodeId> {
        let mut found = Vec::new();
        for part in parts {
            match self.nodes.get(*part as usize) {
                Some(node) if node.kind.is_empty() => found.extend(&node.children),
                Some(_) => found.push(*part),
                None => {}
            }
        }
        found
    }

    fn item(&mut self, item: &'g Item) -> Matched {
        let start = self.at;
        match item {
            Item::Text(text) => {
                let token = self.token()?;
                let fits =
                    matches!(token.kind, TokenKind::Op | TokenKind::Name) && token.text == *text;
                Ok(fits.then(|| self.take()))
            }
            Item::Soft(text) => {
                let token = self.token()?;
                let fits = token.kind == TokenKind::Name && token.text == *text;
                Ok(fits.then(|| self.take()))
            }
            Item::SoftPrefix => {
                let token = self.token()?;
                let soft = |keyword: &&str| keyword.starts_with(token.text);
                let fits = token.kind == TokenKind::Name && SOFT_KEYWORDS.iter().any(soft);
                Ok(fits.then(|| self.take()))
            }
            Item::Name => {
                let token = self.token()?;
                let fits = token.kind == TokenKind::Name && !KEYWORDS.contains(&token.text);
                Ok(fits.then(|| {
                    let node = self.take();
                    if let Some(node) = self.nodes.get_mut(node as usize) {
                        node.kind = "Name";
                    }
                    node
                }))
            }
            Item::Kind(kind) => {
                let token = self.token()?;
                if token.kind != *kind {
                    return Ok(None);
                }
                if token.kind == TokenKind::Number
                    && let Some(message) = digits::complaint(token.text, self.max_digits)
                {
                    let end = End::Unplaced;
                    return Err(Stop::Mistake(Mistake { end, ..at_token(&token, message) }));
                }
                Ok(Some(self.take()))
            }
            Item::Rule(number) => self.rule(*number),
            Item::Report(number) if self.reporting => self.rule(*number),
            Item::Report(_) | Item::Cut => Ok(None),
            Item::Group(alternatives) => self.alternatives(alternatives),
            Item::Optional(inner) => match self.item(inner)? {
                Some(node) => Ok(Some(node)),
                None => {
                    self.at = start;
                    Ok(Some(self.node("", start, Vec::new())))
                }
            },
            Item::Ahead(inner, wanted) => {
                let matched = self.item(inner)?.is_some();
                self.at = start;
                Ok((matched == *wanted).then(|| self.node("", start, Vec::new())))
            }
            Item::Forced(text) => {
                let token = self.token()?;
                if token.text == *text && token.kind == TokenKind::Op {
                    return Ok(Some(self.take()));
                }
                if !self.reporting {
                    return Ok(None);
                }
                let message = format!("expected '{text}'");
                Err(Stop::Mistake(at_token(&token, message)))
            }
            Item::Repeat(inner, least, separator) => {
                let mut parts = Vec::new();
                loop {
                    let before = self.at;
                    if let Some(separator) = separator
                        && !parts.is_empty()
                        && self.item(separator)?.is_none()
                    {
                        self.at = before;
                        break;
                    }
                    match self.item(inner)? {
                        Some(node) if self.at > before => parts.push(node),
                        _ => {
                            self.at = before;
                            break;
                        }
                    }
                }
                if parts.len() < *least {
                    self.at = start;
                    return Ok(None);
                }
                let children = self.expressions_in(&parts);
                Ok(Some(self.node("", start, children)))
            }
        }
    }

    fn take(&mut self) -> NodeId {
        self.at += 1;
        self.node("", self.at - 1, Vec::new())
    }

    fn takes(&mut self, text: &str) -> Result<bool, Stop> {
        let token = self.token()?;
        let fits = token.kind == TokenKind::Op && token.text == text;
        self.at += usize::from(fits);
        Ok(fits)
    }

    /// One step from a primary to a longer one; `None` if there is none.
    fn trailer(&mut self, start: usize, first: NodeId) -> Matched {
        let here = self.at;
        if self.takes(".")? {
            let token = self.token()?;
            if token.kind == TokenKind::Name && !KEYWORDS.contains(&token.text) {
                self.at += 1;
                return Ok(Some(self.node("Attribute", start, vec![first])));
            }
            self.at = here;
        }
        if self.rule(self.genexp)?.is_some() {
            return Ok(Some(self.node("Call", start, vec![first])));
        }
        self.at = here;
        if self.takes("(")? {
            let inside = self.at;
            if self.rule(self.arguments)?.is_none() {
                self.at = inside;
            }
            if self.takes(")")? {
                return Ok(Some(self.node("Call", start, vec![first])));
            }
            self.at = here;
        }
        if self.takes("[")? {
            if self.rule(self.slices)?.is_some() && self.takes("]")? {
                return Ok(Some(self.node("Subscript", start, vec![first])));
            }
            self.at = here;
        }
        Ok(None)
    }

    /// `atom` and what may follow it, as long as it goes on.
    fn primary(&mut self) -> Matched {
        let start = self.at;
        let Some(mut node) = self.rule(self.atom)? else { return Ok(None) };
        while let Some(longer) = self.trailer(start, node)? {
            node = longer;
        }
        Ok(Some(node))
    }

    /// A target, `atom` and what follows it: something must follow each step.
    fn t_primary(&mut self) -> Matched {
        let start = self.at;
        let Some(mut node) = self.rule(self.atom)? else { return Ok(None) };
        if !self.goes_on()? {
            return Ok(None);
        }
        loop {
            let here = self.at;
            match self.trailer(start, node)? {
                Some(longer) if self.goes_on()? => node = longer,
                _ => {
                    self.at = here;
                    return Ok(Some(node));
                }
            }
        }
    }

    fn goes_on(&mut self) -> Result<bool, Stop> {
        let here = self.at;
        let found = self.rule(self.t_lookahead)?.is_some();
        self.at = here;
        Ok(found)
    }
}

/// A report on one token.
pub(super) fn at_token(token: &Token<'_>, message: impl Into<String>) -> Mistake {
    let mistake = Mistake::between(token.start, token.end, message);
    match token.kind {
        // These tokens have no place of their own.
        TokenKind::Indent | TokenKind::Dedent | TokenKind::End => {
            let column = token.read.column;
            let start = Place { line: token.start.line, column };
            Mistake { start, end: End::Unknown, ..mistake }
        }
        _ => mistake,
    }
}

/// Reports.
impl<'g> Machine<'_, 'g> {
    fn act(
        &mut self,
        action: &'g Action,
        named: &[(&'static str, NodeId)],
        start: usize,
    ) -> Result<Option<NodeId>, Stop> {
        let id = |index: usize| {
            let name = action.names.get(index)?;
            named.iter().find(|(known, _)| known == name).map(|(_, node)| *node)
        };
        let node = |index: usize| id(index).and_then(|id| self.nodes.get(id as usize));
        let text = action.text.as_deref().unwrap_or_default();
        let first = node(0).cloned();
        let message = match &first {
            Some(first) => self.filled(text, first),
            None => text.to_owned(),
        };
        let report = |mistake: Option<Mistake>| match mistake {
            Some(mistake) => Err(Stop::Mistake(mistake)),
            None => Ok(None),
        };
        match (action.verb, first) {
            ("at", Some(first)) => report(self.range(&first, &first, message)),
            ("range", Some(first)) => {
                let Some(last) = node(1).cloned() else { return Ok(None) };
                report(self.range(&first, &last, message))
            }
            ("from", Some(first)) => report(self.from(&first, message)),
            ("bound", Some(first)) => {
                let Some(bound) = node(1) else { return Ok(None) };
                let kind = action.text.as_deref().unwrap_or_default();
                let what = if bound.kind == "Tuple" { "constraints" } else { "bound" };
                report(self.from(&first, format!("cannot use {what} with {kind}")))
            }
            ("last", _) => report(self.tokens.last().map(|token| at_token(token, message))),
            ("next", _) => {
                let token = self.token()?;
                report(Some(at_token(&token, message)))
            }
            ("block0", _) => report(self.indentation_error(message)),
            ("block", Some(first)) => {
                let line = self.tokens.get(first.start).map_or(0, |token| token.start.line);
                let message = format!("expected an indented block after {text} on line {line}");
                report(self.indentation_error(message))
            }
            ("target", _) => {
                let purpose = match action.names.first() {
                    Some(&"assign") => Purpose::Assign,
                    Some(&"for") => Purpose::For,
                    _ => Purpose::Delete,
                };
                let Some(wrong) = id(1).and_then(|id| invalid_target(&self.nodes, id, purpose))
                else {
                    return Ok(None);
                };
                let Some(wrong) = self.nodes.get(wrong as usize).cloned() else { return Ok(None) };
                let verb = if purpose == Purpose::Delete { "delete" } else { "assign to" };
                let message = format!("cannot {verb} {}", name_of(wrong.kind));
                report(self.range(&wrong, &wrong, message))
            }
            ("comma", Some(first)) => {
                let (Some(last), Some(token)) = (node(1).cloned(), self.tokens.get(self.at - 1))
                else {
                    return Ok(None);
                };
                let legacy =
                    self.tokens.get(first.start).is_some_and(|token| is_legacy(token.text))
                        && first.kind == "Name";
                if legacy || token.level == 0 {
                    return Ok(None);
                }
                report(self.range(
                    &first,
                    &last,
                    "invalid syntax. Perhaps you forgot a comma?".to_owned(),
                ))
            }
            ("legacy", Some(first)) => {
                let (Some(last), Some(token)) = (node(1).cloned(), self.tokens.get(first.start))
                else {
                    return Ok(None);
                };
                if !is_legacy(token.text) {
                    return Ok(None);
                }
                let name = token.text;
                let message =
                    format!("Missing parentheses in call to '{name}'. Did you mean {name}(...)?");
                report(self.range(&first, &last, message))
            }
            ("key", Some(first)) => {
                let mistake = self.range(&first, &first, message);
                report(mistake.map(|mistake| match mistake.end {
                    End::At(end) => {
                        let column = end.column.saturating_sub(1);
                        let start = Place { line: mistake.start.line, column };
                        Mistake { start, end: End::Nowhere, ..mistake }
                    }
                    _ => mistake,
                }))
            }
            ("generator", Some(args)) => {
                let Some(clauses) = node(1).cloned() else { return Ok(None) };
                let positional: Vec<NodeId> = args
                    .children
                    .iter()
                    .filter(|child| {
                        let kind = self.nodes.get(**child as usize).map_or("", |node| node.kind);
                        !matches!(kind, "Keyword" | "DoubleStarred")
                    })
                    .copied()
                    .collect();
                let whole = args.kind.is_empty();
                let last = match positional.last() {
                    Some(last) if whole && positional.len() > 1 => {
                        self.nodes.get(*last as usize).cloned()
                    }
                    _ => None,
                };
                let Some(last) = last else { return Ok(None) };
                let message = "Generator expression must be parenthesized".to_owned();
                report(self.range(&last, &clauses, message))
            }
            ("positional", Some(args)) => {
                let unpacks = |child: &NodeId| {
                    self.nodes.get(*child as usize).is_some_and(|node| node.kind == "DoubleStarred")
                };
                let unpacks = args.kind == "DoubleStarred" || args.children.iter().any(unpacks);
                let message = if unpacks {
                    "positional argument follows keyword argument unpacking"
                } else {
                    "positional argument follows keyword argument"
                };
                report(self.tokens.last().map(|token| at_token(token, message)))
            }
            ("string", Some(string)) => {
                if let Some(mistake) = self.tokens.get(string.start).and_then(literal::wrong_string)
                {
                    return Err(Stop::Mistake(mistake));
                }
                Ok(Some(self.node("", start, Vec::new())))
            }
            ("fstring", _) => {
                let parts = self.tokens.get(start..self.at).unwrap_or_default();
                if let Some(mistake) = literal::wrong_fstring(parts, self.tokens.last()) {
                    return Err(Stop::Mistake(mistake));
                }
                Ok(Some(self.node("", start, Vec::new())))
            }
            ("strings", _) => {
                let parts = self.tokens.get(start..self.at).unwrap_or_default();
                if let Some(mistake) = literal::wrong_mix(parts, self.tokens.last()) {
                    return Err(Stop::Mistake(mistake));
                }
                let kind = if parts.iter().any(|token| token.kind == TokenKind::FStringStart) {
                    "FString"
                } else {
                    "Literal"
                };
                Ok(Some(self.node(kind, start, Vec::new())))
            }
            ("real", Some(number)) => {
                let wrong =
                    self.tokens.get(number.start).is_some_and(|token| is_imaginary(token.text));
                if wrong {
                    return report(self.range(
                        &number,
                        &number,
                        "real number required in complex literal".to_owned(),
                    ));
                }
                Ok(Some(self.node("", start, Vec::new())))
            }
            ("imaginary", Some(number)) => {
                let right =
                    self.tokens.get(number.start).is_some_and(|token| is_imaginary(token.text));
                if !right {
                    let message = "imaginary number required in complex literal".to_owned();
                    return report(self.range(&number, &number, message));
                }
                Ok(Some(self.node("", start, Vec::new())))
            }
            ("conversion", Some(mark)) => {
                let Some(name) = node(1).cloned() else { return Ok(None) };
                let (Some(mark), Some(token)) =
                    (self.tokens.get(mark.start).copied(), self.tokens.get(name.start).copied())
                else {
                    return Ok(None);
                };
                if mark.end != token.start {
                    let message =
                        "f-string: conversion type must come right after the exclamanation mark";
                    return report(Some(Mistake::between(mark.start, token.end, message)));
                }
                if !matches!(token.text, "s" | "r" | "a") {
                    let message = format!(
                        "f-string: invalid conversion character '{}': expected 's', 'r', or 'a'",
                        token.text
                    );
                    return report(Some(at_token(&token, message)));
                }
                Ok(Some(self.node("", start, Vec::new())))
            }
            _ => Ok(None),
        }
    }

    fn filled(&self, text: &str, node: &Node) -> String {
        let token = self.tokens.get(node.start);
        text.replace("{a}", name_of(node.kind))
            .replace("{a.text}", token.map_or("", |token| token.text))
    }

    fn range(&self, first: &Node, last: &Node, message: String) -> Option<Mistake> {
        let start = self.tokens.get(first.start)?.start;
        let end = self.tokens.get(last.end.checked_sub(1)?)?.end;
        Some(Mistake::between(start, end, message))
    }

    /// From a piece to where the tokenizer stands.
    fn from(&self, first: &Node, message: String) -> Option<Mistake> {
        let start = self.tokens.get(first.start)?.start;
        let read = self.tokens.last()?.read;
        let end = Place { line: read.line, column: read.column.saturating_sub(1) };
        Some(Mistake::between(start, end, message))
    }

    fn indentation_error(&self, message: String) -> Option<Mistake> {
        let mistake = at_token(self.tokens.last()?, message);
        Some(mistake.raised_as(SyntaxErrorKind::Indentation))
    }
}

fn is_legacy(name: &str) -> bool {
    matches!(name, "print" | "exec")
}

fn is_imaginary(number: &str) -> bool {
    !number.starts_with("0x") && !number.starts_with("0X") && number.ends_with(['j', 'J'])
}
