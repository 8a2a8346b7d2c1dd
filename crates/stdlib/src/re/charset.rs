//! Sets of characters as the matcher asks them.

use objmodel::gc::Account;
use objmodel::objects::builder::Grown;
use objmodel::{Result, Runtime};
use objmodel_builtins::text::unicode;

use super::fold::{Fold, LAST_CASED};
use super::tree::{Category, Item};

/// A set of characters.
#[derive(Debug)]
pub(super) struct CharSet {
    /// The answer for each of the first 256 characters.
    low: [u64; 4],
    /// What the set holds, before `others`: in order, apart from each other.
    ranges: Box<[(u32, u32)]>,
    categories: Box<[(Category, bool)]>,
    /// Whether all but those are meant.
    others: bool,
    fold: Fold,
    /// Whether only ASCII has letters and digits.
    ascii: bool,
}

/// Whether a character is of a kind.
pub(super) fn is_of(category: Category, ascii: bool, point: u32) -> bool {
    if ascii || point < 0x80 {
        let byte = u8::try_from(point).unwrap_or(0x80);
        return match category {
            Category::Digit => byte.is_ascii_digit(),
            // What separates files, groups, records and units is white space in text alone.
            Category::Space => {
                matches!(byte, 0x09..=0x0d | 0x20) || !ascii && matches!(byte, 0x1c..=0x1f)
            }
            Category::Word => byte.is_ascii_alphanumeric() || byte == b'_',
        };
    }
    match category {
        Category::Digit => unicode::is_decimal(point),
        Category::Space => unicode::is_space(point),
        Category::Word => unicode::is_alphanumeric(point),
    }
}

impl CharSet {
    /// Makes a set of its items. Takes time in proportion to the ranges if case is ignored.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn new(
        rt: &Runtime,
        account: &mut Account,
        items: &[Item],
        others: bool,
        fold: Fold,
        ascii: bool,
    ) -> Result<CharSet> {
        let mut ranges = Ranges { all: Vec::new(), account };
        let mut categories: Vec<(Category, bool)> = Vec::new();
        let refused = |_: objmodel::gc::OutOfMemory| rt.memory_error();
        for item in items {
            rt.tick(1)?;
            match *item {
                Item::Char(point) => ranges.add_folded(fold, point).map_err(refused)?,
                Item::Range(low, high) if fold == Fold::Exact => {
                    ranges.add(low, high).map_err(refused)?;
                }
                Item::Range(low, high) => {
                    rt.tick((high.min(LAST_CASED).saturating_sub(low) / 4) as usize)?;
                    for point in low..=high.min(LAST_CASED) {
                        ranges.add_folded(fold, point).map_err(refused)?;
                    }
                    let rest = low.max(LAST_CASED + 1);
                    if rest <= high {
                        ranges.add(rest, high).map_err(refused)?;
                    }
                }
                Item::Category(category, not) if !categories.contains(&(category, not)) => {
                    categories.push((category, not));
                }
                Item::Category(..) => {}
            }
        }
        let ranges = ranges.joined();
        let categories = categories.into_boxed_slice();
        let mut set = CharSet { low: [0; 4], ranges, categories, others, fold, ascii };
        for point in 0..256 {
            if set.finds(point) {
                set.low[point as usize / 64] |= 1 << (point % 64);
            }
        }
        Ok(set)
    }

    /// Whether it holds a character.
    #[inline]
    pub(super) fn contains(&self, point: u32) -> bool {
        match self.low.get(point as usize / 64) {
            Some(bits) => bits >> (point % 64) & 1 != 0,
            None => self.finds(point),
        }
    }

    fn finds(&self, point: u32) -> bool {
        let point = self.fold.lower(point);
        let place = self.ranges.partition_point(|(_, high)| *high < point);
        let listed = self.ranges.get(place).is_some_and(|(low, _)| *low <= point);
        let of = |&(category, not): &(Category, bool)| is_of(category, self.ascii, point) != not;
        (listed || self.categories.iter().any(of)) != self.others
    }

    /// Bytes that it takes beyond itself.
    pub(super) fn external_bytes(&self) -> usize {
        size_of_val(&*self.ranges) + size_of_val(&*self.categories)
    }
}

/// Ranges in the making.
struct Ranges<'a> {
    all: Vec<(u32, u32)>,
    account: &'a mut Account,
}

impl Ranges<'_> {
    fn add(&mut self, low: u32, high: u32) -> Grown {
        if let Some((_, end)) = self.all.last_mut().filter(|(begin, end)| {
            *begin <= low && end.checked_add(1).is_some_and(|next| low <= next)
        }) {
            *end = high.max(*end);
            return Ok(());
        }
        if self.all.len() == self.all.capacity() {
            self.account.reserve(&mut self.all, 1)?;
        }
        self.all.push((low, high));
        Ok(())
    }

    /// Adds what is the same as a character where case is ignored: its small letter, and those that
    /// have the same capital.
    fn add_folded(&mut self, fold: Fold, point: u32) -> Grown {
        let lower = fold.lower(point);
        self.add(lower, lower)?;
        fold.others(lower).try_for_each(|other| self.add(other, other))
    }

    /// In order, without overlaps.
    fn joined(mut self) -> Box<[(u32, u32)]> {
        self.all.sort_unstable();
        let mut joined: Vec<(u32, u32)> = Vec::new();
        for (low, high) in self.all {
            match joined.last_mut() {
                Some((_, end)) if low <= end.saturating_add(1) => *end = high.max(*end),
                _ => joined.push((low, high)),
            }
        }
        joined.into_boxed_slice()
    }
}
