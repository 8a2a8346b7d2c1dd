//! Finding a parameter by its name.

use std::ops::Range;

use super::parameter::Parameter;
use super::parse::SignatureError;

/// Up to this many names a scan beats a search.
const SCANNED: usize = 8;

/// How many bytes of a name its head has.
const IN_HEAD: usize = 7;

/// What finds parameters by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NameIndex {
    /// The heads of all names in the order of the parameters.
    Few(Box<[u64]>),
    /// The indices of the parameters sorted by name.
    Many(Box<[u32]>),
}

impl Default for NameIndex {
    fn default() -> NameIndex {
        NameIndex::Few(Box::default())
    }
}

/// The length of a name and its first bytes in one number, so that names are told apart without a
/// call. Names of at most [`IN_HEAD`] bytes are equal if their heads are.
#[inline]
fn head(name: &[u8]) -> u64 {
    let length = name.len().min(usize::from(u8::MAX)) as u64;
    name.iter().take(IN_HEAD).fold(length, |head, byte| (head << 8) | u64::from(*byte))
}

impl NameIndex {
    /// Fails if a name stands twice or there are more parameters than indices.
    pub(super) fn new(parameters: &[Parameter]) -> Result<NameIndex, SignatureError> {
        let count = u32::try_from(parameters.len()).map_err(|_| SignatureError::WrongCount)?;
        if parameters.len() <= SCANNED {
            for (i, parameter) in parameters.iter().enumerate() {
                if parameters[..i].iter().any(|other| other.name() == parameter.name()) {
                    return Err(SignatureError::DuplicateName(parameter.name().into()));
                }
            }
            let heads = parameters.iter().map(|parameter| head(parameter.name().as_bytes()));
            return Ok(NameIndex::Few(heads.collect()));
        }
        let mut sorted: Vec<u32> = (0..count).collect();
        sorted.sort_unstable_by_key(|&i| parameters[i as usize].name());
        for pair in sorted.windows(2) {
            let name = parameters[pair[0] as usize].name();
            if name == parameters[pair[1] as usize].name() {
                return Err(SignatureError::DuplicateName(name.into()));
            }
        }
        Ok(NameIndex::Many(sorted.into()))
    }

    /// The parameter of this name among those with an index in `range`.
    #[inline]
    pub(super) fn find(
        &self,
        parameters: &[Parameter],
        range: Range<usize>,
        name: &[u8],
    ) -> Option<usize> {
        match self {
            NameIndex::Few(heads) => {
                let sought = head(name);
                let is_named = |i: usize, head: u64| {
                    head == sought
                        && (name.len() <= IN_HEAD || parameters[i].name().as_bytes() == name)
                };
                let mut candidates = range.clone().zip(heads.get(range)?);
                candidates.find(|(i, head)| is_named(*i, **head)).map(|(i, _)| i)
            }
            NameIndex::Many(sorted) => {
                let name_of = |i: &u32| parameters[*i as usize].name().as_bytes();
                let at = sorted.binary_search_by(|i| name_of(i).cmp(name)).ok()?;
                Some(sorted[at] as usize).filter(|found| range.contains(found))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signature::ParameterKind;

    #[test]
    fn names_with_the_same_beginning_are_told_apart() {
        let long = ["i".repeat(255), "i".repeat(256), "i".repeat(512)];
        let short = ["k", "key", "keyword", "keyword1", "keyword2"].map(String::from);
        let names: Vec<String> = short.into_iter().chain(long).collect();
        let parameters: Vec<Parameter> = names
            .iter()
            .map(|name| {
                Parameter::new(name.clone().into(), ParameterKind::PositionalOrKeyword, None)
            })
            .collect();
        let index = NameIndex::new(&parameters).expect("the names differ");
        for (i, name) in names.iter().enumerate() {
            let all = 0..names.len();
            assert_eq!(index.find(&parameters, all, name.as_bytes()), Some(i), "{name}");
            assert_eq!(index.find(&parameters, i + 1..names.len(), name.as_bytes()), None);
        }
        for absent in ["", "ke", "keyworD", "keyword3", "keyword12"] {
            assert_eq!(index.find(&parameters, 0..names.len(), absent.as_bytes()), None);
        }
    }
}
