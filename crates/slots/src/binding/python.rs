//! Binding as functions defined in Python do it: keywords first, then the number of positional
//! arguments, then what is missing.

use super::defaults::Defaults;
use super::error::BindError;
use super::filled::Filled;
use super::{Call, Source};

impl<K: AsRef<[u8]>, D: Defaults> Call<'_, K, D> {
    pub(super) fn bind_python(
        &self,
        place: &mut impl FnMut(usize, Source),
    ) -> Result<(), BindError> {
        let counts = self.counts();
        let taken = self.taken();
        let mut filled = Filled::new(self.signature.len());
        self.place_positional(place);
        for (j, keyword) in self.keywords.iter().enumerate() {
            match self.signature.find_keyword(keyword.as_ref()) {
                Some(parameter) => {
                    if parameter < taken || !filled.insert(parameter) {
                        return Err(BindError::MultipleValues(parameter));
                    }
                    place(parameter, Source::Keyword(j));
                }
                None => match self.signature.var_keyword() {
                    Some(parameter) => place(parameter, Source::Keyword(j)),
                    None => return Err(self.unexpected(j)),
                },
            }
        }
        if self.positional > counts.positional && !counts.var_positional {
            return Err(self.too_many(&filled));
        }
        let required = self.required();
        let missing: Vec<usize> = (taken..required).filter(|&i| !filled.has(i)).collect();
        if !missing.is_empty() {
            return Err(BindError::MissingPositional(missing));
        }
        for i in required.max(taken)..counts.positional {
            if !filled.has(i) {
                place(i, Source::Default);
            }
        }
        let mut missing = Vec::new();
        for i in counts.positional..counts.positional + counts.keyword_only {
            if filled.has(i) {
                continue;
            }
            if self.defaults.keyword_only(i) {
                place(i, Source::Default);
            } else {
                missing.push(i);
            }
        }
        if missing.is_empty() { Ok(()) } else { Err(BindError::MissingKeywordOnly(missing)) }
    }

    /// Keyword `j` is no parameter. If any keyword names a positional-only parameter, the error
    /// speaks of those instead, in the order of the parameters.
    fn unexpected(&self, j: usize) -> BindError {
        let mut misused: Vec<usize> = self
            .keywords
            .iter()
            .filter_map(|keyword| self.signature.find_positional_only(keyword.as_ref()))
            .collect();
        if misused.is_empty() {
            return BindError::UnexpectedKeyword(j);
        }
        misused.sort_unstable();
        BindError::PositionalOnlyAsKeyword(misused)
    }

    fn too_many(&self, filled: &Filled) -> BindError {
        let counts = self.counts();
        let keyword_only = counts.positional..counts.positional + counts.keyword_only;
        let defaults = self.defaults.positional();
        BindError::TooManyPositional {
            // A function may have been given more defaults than it has parameters.
            at_least: (defaults > 0)
                .then_some(counts.positional as isize - defaults.min(isize::MAX as usize) as isize),
            at_most: counts.positional,
            given: self.positional,
            keyword_only_given: keyword_only.filter(|&i| filled.has(i)).count(),
        }
    }
}
