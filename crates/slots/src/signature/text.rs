//! Writes a signature as `__text_signature__` has it.

use std::fmt::{self, Display, Formatter, Write};

use super::Signature;
use super::parameter::{Parameter, ParameterKind};

impl Display for Signature {
    /// Writes `__text_signature__`: the list in Python syntax with spaces after commas only. Default texts are repeated as they were read.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        if let Some(text) = &self.text {
            return f.write_str(text);
        }
        let mut separator = "";
        let mut write = |f: &mut Formatter<'_>, prefix: &str, text: &dyn Display| {
            write!(f, "{separator}{prefix}{text}")?;
            separator = ", ";
            fmt::Result::Ok(())
        };
        f.write_char('(')?;
        if let Some(receiver) = self.receiver() {
            write(f, "$", &receiver)?;
        }
        let positional = &self.parameters[..self.counts.positional];
        let (positional_only, by_keyword) = positional.split_at(self.counts.positional_only);
        for parameter in positional_only {
            write(f, "", parameter)?;
        }
        let slash = self.receiver.as_ref().is_some_and(|receiver| receiver.slash);
        if slash || !positional_only.is_empty() {
            write(f, "", &"/")?;
        }
        for parameter in by_keyword {
            write(f, "", parameter)?;
        }
        match self.var_positional() {
            Some(index) => write(f, "", &self.parameters[index])?,
            None if self.counts.keyword_only > 0 => write(f, "", &"*")?,
            None => {}
        }
        for parameter in &self.parameters[self.counts.positional..] {
            if parameter.kind() != ParameterKind::VarPositional {
                write(f, "", parameter)?;
            }
        }
        f.write_char(')')
    }
}

impl Display for Parameter {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind() {
            ParameterKind::VarPositional => "*",
            ParameterKind::VarKeyword => "**",
            _ => "",
        })?;
        f.write_str(self.name())?;
        match self.default() {
            Some(default) => write!(f, "={default}"),
            None => Ok(()),
        }
    }
}
