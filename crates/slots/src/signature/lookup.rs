//! Finding a parameter by its name.

use std::ops::Range;

use super::parameter::Parameter;
use super::parse::SignatureError;

/// Up to this many names a scan beats a search.
const SCANNED: usize = 8;

/// The indices of the parameters sorted by name, if they are many.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct NameIndex(Box<[u32]>);

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
            return Ok(NameIndex::default());
        }
        let mut sorted: Vec<u32> = (0..count).collect();
        sorted.sort_unstable_by_key(|&i| parameters[i as usize].name());
        for pair in sorted.windows(2) {
            let name = parameters[pair[0] as usize].name();
            if name == parameters[pair[1] as usize].name() {
                return Err(SignatureError::DuplicateName(name.into()));
            }
        }
        Ok(NameIndex(sorted.into()))
    }

    /// The parameter of this name among those with an index in `range`.
    #[inline]
    pub(super) fn find(
        &self,
        parameters: &[Parameter],
        range: Range<usize>,
        name: &[u8],
    ) -> Option<usize> {
        if self.0.is_empty() {
            // The first byte tells most names apart without a call.
            let is_named = |parameter: &Parameter| {
                let own = parameter.name().as_bytes();
                own.first() == name.first() && own == name
            };
            let found = parameters.get(range.clone())?.iter().position(is_named)?;
            return Some(range.start + found);
        }
        let at = self
            .0
            .binary_search_by(|&i| parameters[i as usize].name().as_bytes().cmp(name))
            .ok()?;
        Some(self.0[at] as usize).filter(|found| range.contains(found))
    }
}
