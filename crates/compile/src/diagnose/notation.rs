//! Reads the notation of [`grammar`](super::grammar) and [`mistakes`](super::mistakes).

use std::collections::HashMap;

use super::token::TokenKind;

/// What an alternative consists of.
#[derive(Debug)]
pub(super) enum Item {
    /// A keyword, operator or delimiter.
    Text(&'static str),
    /// A name that is a keyword here only.
    Soft(&'static str),
    /// A name that some soft keyword begins with: CPython compares no further.
    SoftPrefix,
    Kind(TokenKind),
    /// A name that is no keyword.
    Name,
    Rule(usize),
    Group(Vec<Alternative>),
    Optional(Box<Item>),
    /// At least so many times, with a separator.
    Repeat(Box<Item>, usize, Option<Box<Item>>),
    Ahead(Box<Item>, bool),
    Forced(&'static str),
    Cut,
    /// The rule that reports mistakes, in the second pass only.
    Report(usize),
}

/// A step of an alternative.
#[derive(Debug)]
pub(super) struct Step {
    pub(super) name: Option<&'static str>,
    pub(super) is_result: bool,
    pub(super) item: Item,
}

/// What is done when an alternative has matched.
#[derive(Debug)]
pub(super) struct Action {
    pub(super) verb: &'static str,
    pub(super) names: Vec<&'static str>,
    pub(super) text: Option<String>,
}

/// One alternative.
#[derive(Debug, Default)]
pub(super) struct Alternative {
    pub(super) steps: Vec<Step>,
    pub(super) kind: Option<&'static str>,
    pub(super) action: Option<Action>,
}

/// One rule.
#[derive(Debug)]
pub(super) struct Rule {
    pub(super) alternatives: Vec<Alternative>,
    /// Its result stays the same whether mistakes are reported or not.
    pub(super) lasting: bool,
}

/// The rules, by number, and the numbers by name.
pub(super) struct Grammar {
    pub(super) rules: Vec<Rule>,
    numbers: HashMap<&'static str, usize>,
}

impl Grammar {
    /// The grammar of the texts.
    pub(super) fn of(texts: &[&'static str]) -> Grammar {
        let mut grammar = Grammar { rules: Vec::new(), numbers: HashMap::new() };
        let lines = || texts.iter().flat_map(|text| text.lines()).filter(|line| !line.is_empty());
        for name in lines().filter(|line| !line.starts_with(' ')) {
            let plain = name.trim_end_matches('*');
            let number = grammar.rules.len();
            grammar.numbers.insert(plain, number);
            let lasting = plain.len() != name.len();
            grammar.rules.push(Rule { alternatives: Vec::new(), lasting });
        }
        let mut current = 0;
        for line in lines() {
            if !line.starts_with(' ') {
                current = grammar.number(line.trim_end_matches('*'));
                continue;
            }
            let mut reader = Reader { words: words(line), at: 0, grammar: &grammar };
            let alternatives = reader.alternatives();
            if let Some(rule) = grammar.rules.get_mut(current) {
                rule.alternatives.extend(alternatives);
            }
        }
        grammar
    }

    /// The number of a rule. A name that no rule has is the file's: a test looks for such.
    pub(super) fn number(&self, name: &str) -> usize {
        self.numbers.get(name).copied().unwrap_or_default()
    }

    #[cfg(test)]
    pub(super) fn has(&self, name: &str) -> bool {
        self.numbers.contains_key(name)
    }
}

/// Splits a line: quoted texts are one word, brackets and marks words of their own.
pub(super) fn words(line: &'static str) -> Vec<&'static str> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' => rest.get(1..).and_then(|text| text.find('\'')).map_or(rest.len(), |at| at + 2),
            '"' => {
                let inner = rest.get(1..).unwrap_or_default();
                let mut end = None;
                let mut escaped = false;
                for (at, c) in inner.char_indices() {
                    match c {
                        '\\' if !escaped => escaped = true,
                        '"' if !escaped => {
                            end = Some(at);
                            break;
                        }
                        _ => escaped = false,
                    }
                }
                end.map_or(rest.len(), |at| at + 2)
            }
            '&' if rest.starts_with("&&") => 2,
            '=' if rest.starts_with("=>") => 2,
            '(' | ')' | '[' | ']' | '*' | '+' | '.' | '&' | '!' | '~' | '^' | '|' | ':' | '?' => 1,
            _ => rest
                .find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '@'))
                .unwrap_or(rest.len()),
        };
        let (word, after) = rest.split_at(length.max(1));
        words.push(word);
        rest = after.trim_start();
    }
    words
}

struct Reader<'a> {
    words: Vec<&'static str>,
    at: usize,
    grammar: &'a Grammar,
}

impl Reader<'_> {
    fn peek(&self) -> &'static str {
        self.words.get(self.at).copied().unwrap_or_default()
    }

    fn take(&mut self) -> &'static str {
        let word = self.peek();
        self.at += 1;
        word
    }

    fn takes(&mut self, word: &str) -> bool {
        let found = self.peek() == word;
        self.at += usize::from(found);
        found
    }

    fn alternatives(&mut self) -> Vec<Alternative> {
        let mut all = vec![self.alternative()];
        while self.takes("|") {
            all.push(self.alternative());
        }
        all
    }

    fn alternative(&mut self) -> Alternative {
        let mut result = Alternative::default();
        loop {
            match self.peek() {
                "" | "|" | ")" | "]" => return result,
                "=>" => {
                    self.at += 1;
                    result.action = Some(self.action());
                    return result;
                }
                word if word.starts_with('@') => {
                    result.kind = word.get(1..);
                    self.at += 1;
                }
                _ => {
                    let step = self.step();
                    result.steps.push(step);
                }
            }
        }
    }

    fn action(&mut self) -> Action {
        let verb = self.take();
        let (mut names, mut text) = (Vec::new(), None);
        while !self.peek().is_empty() {
            let word = self.take();
            match word.strip_prefix('"').and_then(|word| word.strip_suffix('"')) {
                Some(quoted) => text = Some(quoted.replace("\\\"", "\"")),
                None => names.push(word),
            }
        }
        Action { verb, names, text }
    }

    fn step(&mut self) -> Step {
        let mut name = None;
        let is_result = self.takes("^");
        if self.words.get(self.at + 1) == Some(&":") && !self.peek().starts_with('\'') {
            name = Some(self.take());
            self.at += 1;
        }
        let item = self.item();
        Step { name, is_result, item }
    }

    fn item(&mut self) -> Item {
        if self.takes("&&") {
            return Item::Forced(unquoted(self.take()));
        }
        if self.takes("&") {
            return Item::Ahead(Box::new(self.atom()), true);
        }
        if self.takes("!") {
            return Item::Ahead(Box::new(self.atom()), false);
        }
        if self.takes("~") {
            return Item::Cut;
        }
        if self.takes("?") {
            let name = self.take();
            return Item::Report(self.grammar.number(name));
        }
        let atom = self.atom();
        if self.takes(".") {
            let repeated = self.atom();
            self.takes("+");
            return Item::Repeat(Box::new(repeated), 1, Some(Box::new(atom)));
        }
        if self.takes("*") {
            return Item::Repeat(Box::new(atom), 0, None);
        }
        if self.takes("+") {
            return Item::Repeat(Box::new(atom), 1, None);
        }
        atom
    }

    fn atom(&mut self) -> Item {
        match self.take() {
            "(" => {
                let group = self.alternatives();
                self.takes(")");
                Item::Group(group)
            }
            "[" => {
                let group = self.alternatives();
                self.takes("]");
                Item::Optional(Box::new(Item::Group(group)))
            }
            "NAME" => Item::Name,
            "SOFT" => Item::SoftPrefix,
            "NUMBER" => Item::Kind(TokenKind::Number),
            "STRING" => Item::Kind(TokenKind::String),
            "FSTRINGSTART" => Item::Kind(TokenKind::FStringStart),
            "FSTRINGMIDDLE" => Item::Kind(TokenKind::FStringMiddle),
            "FSTRINGEND" => Item::Kind(TokenKind::FStringEnd),
            "NEWLINE" => Item::Kind(TokenKind::Newline),
            "INDENT" => Item::Kind(TokenKind::Indent),
            "DEDENT" => Item::Kind(TokenKind::Dedent),
            "END" => Item::Kind(TokenKind::End),
            word if word.starts_with('\'') => Item::Text(unquoted(word)),
            word if word.starts_with('"') => Item::Soft(unquoted(word)),
            name => Item::Rule(self.grammar.number(name)),
        }
    }
}

fn unquoted(word: &'static str) -> &'static str {
    word.get(1..word.len() - 1).unwrap_or_default()
}
