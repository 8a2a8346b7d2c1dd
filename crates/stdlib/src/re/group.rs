//! Reads what stands in parentheses.

use super::flags;
use super::parse::{MAX_GROUPS, Parser};
use super::reader::{Read, decimal, spell, without_zeros};
use super::tree::{Node, Sequence};

/// What the signs behind a parenthesis say.
enum Kind {
    /// A group with a number, and perhaps a name.
    Capture(Option<Vec<u32>>),
    Plain,
    Atomic,
    /// A group with flags of its own.
    Flags(u32, u32),
    /// The group is read already.
    Read(Option<Node>),
}

impl Parser<'_> {
    /// A group, whose parenthesis has been taken. Flags for the whole pattern may stand where it begins.
    pub(super) fn group(&mut self, verbose: &mut bool, first: bool) -> Read<Option<Node>> {
        let start = self.source.tell() - 1;
        let kind = match self.source.take('?')? {
            true => self.extension(start, verbose, first)?,
            false => Kind::Capture(None),
        };
        let (mut number, mut add, mut remove, mut atomic) = (None, 0, 0, false);
        match kind {
            Kind::Read(node) => return Ok(node),
            Kind::Capture(name) => number = Some(self.open_group(name)?),
            Kind::Plain => {}
            Kind::Atomic => atomic = true,
            Kind::Flags(added, removed) => (add, remove) = (added, removed),
        }
        let inner = (*verbose || add & flags::VERBOSE != 0) && remove & flags::VERBOSE == 0;
        let body = self.alternatives(inner, false)?;
        self.close(start)?;
        if let Some(width) = number.and_then(|number: u32| self.widths.get_mut(number as usize)) {
            *width = Some(body.width);
        }
        Ok(Some(match atomic {
            true => Node::Atomic(body),
            false => Node::Group { number, add, remove, body },
        }))
    }

    /// Takes the parenthesis that closes the group that began at `start`.
    fn close(&mut self, start: usize) -> Read<()> {
        match self.source.take(')')? {
            true => Ok(()),
            false => {
                let behind = self.source.tell() - start;
                Err(self.source.error("missing ), unterminated subpattern", behind))
            }
        }
    }

    /// The number of a group that begins.
    fn open_group(&mut self, name: Option<Vec<u32>>) -> Read<u32> {
        let number = self.widths.len() as u32;
        if let Some(name) = name {
            if let Some(&before) = self.names.get(&name) {
                let shown = self.source.shown(&name);
                let message = format!(
                    "redefinition of group name {shown} as group {number}; was group {before}"
                );
                return Err(self.source.error(&message, name.len() + 1));
            }
            self.names.insert(name, number);
        }
        self.widths.push(None);
        Ok(number)
    }

    /// What a question mark behind the parenthesis begins.
    fn extension(&mut self, start: usize, verbose: &mut bool, first: bool) -> Read<Kind> {
        let Some(token) = self.source.get()? else {
            return Err(self.source.error("unexpected end of pattern", 0));
        };
        match token.ascii() {
            Some('P') => self.named_extension(),
            Some(':') => Ok(Kind::Plain),
            Some('>') => Ok(Kind::Atomic),
            Some('#') => loop {
                match self.source.get()? {
                    None => {
                        let behind = self.source.tell() - start;
                        return Err(self.source.error("missing ), unterminated comment", behind));
                    }
                    Some(token) if token.is(')') => return Ok(Kind::Read(None)),
                    Some(_) => {}
                }
            },
            Some(sign @ ('=' | '!' | '<')) => self.look(start, sign, *verbose),
            Some('(') => self.conditional(start, *verbose),
            Some('-') => self.inline_flags(start, None, verbose, first),
            Some(_) if flags::of_letter(token.first).is_some() => {
                self.inline_flags(start, Some(token.first), verbose, first)
            }
            _ => {
                let shown = spell(&token.points());
                let message = format!("unknown extension ?{shown}");
                Err(self.source.error(&message, token.len() + 1))
            }
        }
    }

    /// `(?P<name>...)` and `(?P=name)`
    fn named_extension(&mut self) -> Read<Kind> {
        if self.source.take('<')? {
            let name = self.source.until('>', "group name")?;
            self.source.check_name(&name, 1)?;
            return Ok(Kind::Capture(Some(name)));
        }
        if self.source.take('=')? {
            let name = self.source.until(')', "group name")?;
            self.source.check_name(&name, 1)?;
            let group = self.group_of_name(&name)?;
            let Some(Some(width)) = self.widths.get(group as usize).copied() else {
                return Err(self.source.error("cannot refer to an open group", name.len() + 1));
            };
            self.check_behind(group.into())?;
            return Ok(Kind::Read(Some(Node::Reference { group, width })));
        }
        let Some(token) = self.source.get()? else {
            return Err(self.source.error("unexpected end of pattern", 0));
        };
        let message = format!("unknown extension ?P{}", spell(&token.points()));
        Err(self.source.error(&message, token.len() + 2))
    }

    fn group_of_name(&self, name: &[u32]) -> Read<u32> {
        match self.names.get(name) {
            Some(&group) => Ok(group),
            None => {
                let message = format!("unknown group name {}", self.source.shown(name));
                Err(self.source.error(&message, name.len() + 1))
            }
        }
    }

    /// A look ahead or behind.
    fn look(&mut self, start: usize, mut sign: char, verbose: bool) -> Read<Kind> {
        let behind = sign == '<';
        let outer = self.behind;
        if behind {
            let Some(token) = self.source.get()? else {
                return Err(self.source.error("unexpected end of pattern", 0));
            };
            sign = match token.ascii() {
                Some(sign @ ('=' | '!')) => sign,
                _ => {
                    let message = format!("unknown extension ?<{}", spell(&token.points()));
                    return Err(self.source.error(&message, token.len() + 2));
                }
            };
            self.behind = outer.or(Some(self.widths.len() as u32));
        }
        let body = self.alternatives(verbose, false)?;
        self.behind = outer;
        self.close(start)?;
        Ok(Kind::Read(Some(Node::Look { behind, negative: sign == '!', body })))
    }

    /// `(?(group)yes|no)`
    fn conditional(&mut self, start: usize, verbose: bool) -> Read<Kind> {
        let name = self.source.until(')', "group name")?;
        let group = match decimal(&name) {
            None => {
                self.source.check_name(&name, 1)?;
                self.group_of_name(&name)?.into()
            }
            Some(0) => return Err(self.source.error("bad group number", name.len() + 1)),
            Some(group) => {
                let shown = without_zeros(&name);
                if group >= MAX_GROUPS {
                    let message = format!("invalid group reference {shown}");
                    return Err(self.source.error(&message, name.len() + 1));
                }
                if !self.conditions.iter().any(|(known, ..)| *known == group) {
                    let at = self.source.tell() - name.len() - 1;
                    self.conditions.push((group, at, shown));
                }
                group
            }
        };
        self.check_behind(group)?;
        self.rt.check_stack("")?;
        let yes = self.sequence(verbose, false)?;
        let mut no: Option<Sequence> = None;
        if self.source.take('|')? {
            no = Some(self.sequence(verbose, false)?);
            if self.source.peek().is_some_and(|next| next.is('|')) {
                let message = "conditional backref with more than two branches";
                return Err(self.source.error(message, 0));
            }
        }
        self.close(start)?;
        Ok(Kind::Read(Some(Node::Conditional { group: group as u32, yes, no })))
    }

    /// Flags, the first of which has been taken, or the minus before those that are removed.
    fn inline_flags(
        &mut self,
        start: usize,
        letter: Option<u32>,
        verbose: &mut bool,
        first: bool,
    ) -> Read<Kind> {
        let (mut add, mut remove) = (0, 0);
        let mut end = '-';
        let mut letter = letter;
        while let Some(flag) = letter.and_then(flags::of_letter) {
            let wrong = match flag {
                flags::LOCALE if self.source.is_text => Some(("L", "str")),
                flags::UNICODE if !self.source.is_text => Some(("u", "bytes")),
                _ => None,
            };
            if let Some((letter, kind)) = wrong {
                let message =
                    format!("bad inline flags: cannot use '{letter}' flag with a {kind} pattern");
                return Err(self.source.error(&message, 0));
            }
            add |= flag;
            if flag & flags::TYPES != 0 && add & flags::TYPES != flag {
                let message = "bad inline flags: flags 'a', 'u' and 'L' are incompatible";
                return Err(self.source.error(message, 0));
            }
            (letter, end) = self.next_flag("missing -, : or )", &[')', '-', ':'])?;
        }
        if end == ')' {
            self.flags |= add;
            if !first {
                let behind = self.source.tell() - start;
                let message = "global flags not at the start of the expression";
                return Err(self.source.error(message, behind));
            }
            *verbose = self.flags & flags::VERBOSE != 0;
            return Ok(Kind::Read(None));
        }
        if end == '-' {
            let missing = "missing flag";
            let mut letter = self.next_flag(missing, &[])?.0;
            while let Some(flag) = letter.and_then(flags::of_letter) {
                if flag & flags::TYPES != 0 {
                    let message = "bad inline flags: cannot turn off flags 'a', 'u' and 'L'";
                    return Err(self.source.error(message, 0));
                }
                remove |= flag;
                letter = self.next_flag("missing :", &[':'])?.0;
            }
        }
        if add & remove != 0 {
            return Err(self.source.error("bad inline flags: flag turned on and off", 1));
        }
        Ok(Kind::Flags(add, remove))
    }

    /// The next letter of a flag, or which of the characters ends them.
    fn next_flag(&mut self, missing: &str, ends: &[char]) -> Read<(Option<u32>, char)> {
        let Some(token) = self.source.get()? else { return Err(self.source.error(missing, 0)) };
        if let Some(end) = token.ascii().filter(|character| ends.contains(character)) {
            return Ok((None, end));
        }
        if token.escaped.is_none() && flags::of_letter(token.first).is_some() {
            return Ok((Some(token.first), '-'));
        }
        let is_letter =
            token.escaped.is_none() && objmodel_builtins::text::unicode::is_alphabetic(token.first);
        let message = if is_letter { "unknown flag" } else { missing };
        Err(self.source.error(message, token.len()))
    }
}
