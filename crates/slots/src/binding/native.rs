//! Binding as native functions do it: one rule for those that take no keywords, one for the
//! others.

use super::defaults::Defaults;
use super::error::{BindError, Limit};
use super::filled::Filled;
use super::{Call, CallStyle, Source};

impl<K: AsRef<[u8]>, D: Defaults> Call<'_, K, D> {
    /// Functions that take positional arguments only.
    pub(super) fn bind_positional(
        &self,
        place: &mut impl FnMut(usize, Source),
    ) -> Result<(), BindError> {
        let given = self.positional;
        if !self.keywords.is_empty() {
            return Err(BindError::NoKeywords);
        }
        let least = self.required();
        let most = if self.counts().var_positional { usize::MAX } else { self.counts().positional };
        if !(least..=most).contains(&given) {
            return Err(match self.signature.style() {
                CallStyle::NoArguments => BindError::NoArguments { given },
                CallStyle::OneArgument => BindError::OneArgument { given },
                _ => {
                    let (limit, count) =
                        if given < least { (Limit::AtLeast, least) } else { (Limit::AtMost, most) };
                    let limit = if least == most { Limit::Exactly } else { limit };
                    BindError::Expected { limit, count, given }
                }
            });
        }
        self.place_positional(place);
        for i in self.taken()..self.signature.counts().positional {
            place(i, Source::Default);
        }
        // A list without keywords in its style may still have keyword-only parameters by choice of
        // the table's author.
        for i in self.by_name() {
            if !self.defaults.keyword_only(i) {
                return Err(BindError::MissingArgument(i));
            }
            place(i, Source::Default);
        }
        Ok(())
    }

    /// Functions that take keywords.
    pub(super) fn bind_keywords(
        &self,
        place: &mut impl FnMut(usize, Source),
    ) -> Result<(), BindError> {
        self.check_counts()?;
        let counts = self.counts();
        let taken = self.taken();
        let mut filled = Filled::new(self.signature.len());
        self.place_positional(place);
        // What is missing is reported before what is wrong with the keywords.
        let mut twice = None;
        let mut unexpected = None;
        for (j, keyword) in self.keywords.iter().enumerate() {
            match self.signature.find_keyword(keyword.as_ref()) {
                Some(parameter) if parameter < taken || !filled.insert(parameter) => {
                    twice = Some(twice.map_or(parameter, |first: usize| first.min(parameter)));
                }
                Some(parameter) => place(parameter, Source::Keyword(j)),
                None => match self.signature.var_keyword() {
                    Some(parameter) => place(parameter, Source::Keyword(j)),
                    None => unexpected = unexpected.or(Some(j)),
                },
            }
        }
        let required = self.required();
        for i in taken..counts.positional + counts.keyword_only {
            if filled.has(i) {
                continue;
            }
            let has_default =
                if i < counts.positional { i >= required } else { self.defaults.keyword_only(i) };
            if !has_default {
                return Err(BindError::MissingArgument(i));
            }
            place(i, Source::Default);
        }
        match (twice, unexpected) {
            (Some(parameter), _) => Err(BindError::NameAndPosition(parameter)),
            (None, Some(j)) => Err(BindError::UnexpectedKeyword(j)),
            (None, None) => Ok(()),
        }
    }

    /// Too many arguments in all, too many positional ones, or too few for the positional-only
    /// parameters.
    fn check_counts(&self) -> Result<(), BindError> {
        let counts = self.counts();
        let given = self.positional;
        let in_all = given.saturating_add(self.keywords.len());
        let parameters = counts.positional + counts.keyword_only;
        if in_all > parameters && !counts.var_positional && !counts.var_keyword {
            let only_keywords = given == 0;
            return Err(BindError::TooMany { most: parameters, given: in_all, only_keywords });
        }
        let most = if counts.var_positional { usize::MAX } else { counts.positional };
        let required = self.required();
        if given > most {
            let limit = if required < most { Limit::AtMost } else { Limit::Exactly };
            return Err(BindError::PositionalCount { limit, count: most, given });
        }
        let least = required.min(counts.positional_only);
        if given < least {
            let limit = if least < most { Limit::AtLeast } else { Limit::Exactly };
            return Err(BindError::PositionalCount { limit, count: least, given });
        }
        Ok(())
    }

    /// The parameters that no positional argument reaches.
    fn by_name(&self) -> std::ops::Range<usize> {
        let counts = self.counts();
        counts.positional..counts.positional + counts.keyword_only
    }
}
