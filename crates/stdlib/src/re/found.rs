//! Where a match and its groups are, in characters.

use objmodel::{Result, Runtime};

use super::matcher::{Machine, UNSET};
use super::program::Program;
use super::target::Target;

/// The places of a match.
pub(super) struct Found {
    /// Of the whole and of each group, if it took part.
    pub(super) spans: Box<[Option<(usize, usize)>]>,
    /// The group that was closed last.
    pub(super) last: Option<usize>,
}

/// The offsets of a group; 0 is the whole.
pub(super) fn offsets(
    machine: &Machine,
    whole: (usize, usize),
    group: usize,
) -> Option<(usize, usize)> {
    let Some(register) = group.checked_sub(1).map(|group| 2 * group) else { return Some(whole) };
    let start = machine.registers.get(register).copied().filter(|place| *place != UNSET)?;
    let end = machine.registers.get(register + 1).copied().filter(|place| *place != UNSET)?;
    (start <= end).then_some((start, end))
}

impl Found {
    /// Reads what a search left.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn new(
        rt: &Runtime,
        program: &Program,
        machine: &Machine,
        target: &Target,
        whole: (usize, usize),
    ) -> Result<Found> {
        let count = program.groups as usize + 1;
        rt.check_room(count * size_of::<Option<(usize, usize)>>())?;
        rt.tick(count / 8)?;
        let place = |(start, end)| (target.position(rt, start), target.position(rt, end));
        let spans = (0..count).map(|group| offsets(machine, whole, group).map(place)).collect();
        let last = machine.registers.get(program.last_closed()).copied();
        Ok(Found { spans, last: last.filter(|last| *last != UNSET) })
    }
}
