//! When to collect: CPython's generations and counters, paced by growth of objects and bytes.

use std::cell::Cell;

/// How eagerly collections run, for tests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Zeal {
    /// By the thresholds.
    #[default]
    Off,
    /// Only on request.
    Never,
    /// A full collection at every safe point.
    EverySafepoint,
    /// A full collection at the first safe point after so many allocations.
    EveryNth(u32),
    /// At every safe point so many units of work of a full collection in slices, one after the other.
    Slices(u32),
}

/// What the collections of one generation did so far (`gc.get_stats`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GenerationStats {
    /// How many ran.
    pub collections: u64,
    /// Objects found dead.
    pub collected: u64,
    /// Objects found dead that could not be freed.
    pub uncollectable: u64,
}

/// Buffers may grow by this much before a full collection is due on their account.
const BYTES_STEP: usize = 16 << 20;

/// Heaps of no more objects are collected in one go: it takes no longer than a slice.
const SMALL_HEAP: usize = 6000;
/// The middle generation is collected when it has more objects than this, however seldom the youngest one was.
const MIDDLE_AGED: usize = 4000;
/// Net allocations between two slices.
const STEP: u32 = 250;
/// A cycle is completed in one go when more objects than this got old meanwhile, or a quarter of the heap.
const OUTRUN: usize = 50_000;

/// The counters that decide when a collection is due, and which.
pub(crate) struct Policy {
    pub(crate) enabled: Cell<bool>,
    /// Collections hand over what they find in place of clearing it.
    pub(crate) save_unreachable: Cell<bool>,
    pub(crate) zeal: Cell<Zeal>,
    pub(crate) thresholds: Cell<[u32; 3]>,
    /// Container allocations less deallocs; collections of the next younger generation.
    young: Cell<u32>,
    older: Cell<[u32; 2]>,
    pub(crate) stats: Cell<[GenerationStats; 3]>,
    /// Objects that reached the oldest generation since the last full collection.
    pub(crate) long_lived_pending: Cell<usize>,
    /// Objects that survived the last full collection.
    pub(crate) long_lived_total: Cell<usize>,
    /// Objects that reached the middle generation since it was collected last.
    pub(crate) middle_aged: Cell<usize>,
    /// A full collection in slices is under way, and this was `long_lived_pending` when it began.
    before_cycle: Cell<Option<usize>>,
    /// The next slice is due when there are more young objects than this.
    next_slice: Cell<u32>,
    /// Bytes used after the last full collection.
    after_full: Cell<usize>,
    /// With more young objects than this, a collection may be due.
    trigger: Cell<u32>,
}

impl Default for Policy {
    fn default() -> Policy {
        Policy {
            enabled: Cell::new(true),
            save_unreachable: Cell::new(false),
            zeal: Cell::default(),
            thresholds: Cell::new([2000, 10, 10]),
            young: Cell::new(0),
            older: Cell::default(),
            stats: Cell::default(),
            long_lived_pending: Cell::new(0),
            long_lived_total: Cell::new(0),
            middle_aged: Cell::new(0),
            before_cycle: Cell::new(None),
            next_slice: Cell::new(0),
            after_full: Cell::new(0),
            trigger: Cell::new(2000),
        }
    }
}

impl Policy {
    /// Counts an object, and says whether a collection may be due.
    #[inline]
    pub(crate) fn object_made(&self) -> bool {
        let young = self.young.get().wrapping_add(1);
        self.young.set(young);
        young > self.trigger.get()
    }

    /// To be called when something changed that decides about the next collection.
    pub(crate) fn changed(&self) {
        let threshold = match (self.enabled.get(), self.thresholds.get()[0]) {
            (false, _) | (_, 0) => u32::MAX,
            (true, threshold) if self.before_cycle.get().is_some() => {
                threshold.min(self.next_slice.get())
            }
            (true, threshold) => threshold,
        };
        self.trigger.set(match self.zeal.get() {
            Zeal::Off => threshold,
            Zeal::Never => u32::MAX,
            Zeal::EverySafepoint | Zeal::Slices(_) => 0,
            Zeal::EveryNth(nth) => nth.saturating_sub(1),
        });
    }

    #[inline]
    pub(crate) fn object_freed(&self) {
        self.young.set(self.young.get().saturating_sub(1));
    }

    pub(crate) fn counts(&self) -> [u32; 3] {
        let [middle, old] = self.older.get();
        [self.young.get(), middle, old]
    }

    pub(crate) fn set_young(&self, young: u32) {
        self.young.set(young);
    }

    pub(crate) fn reset_counts(&self) {
        self.young.set(0);
        self.older.set([0, 0]);
    }

    /// A collection of `generation` starts: the counters as CPython turns them.
    pub(crate) fn start(&self, generation: usize) {
        let mut counts = self.counts();
        if let Some(next) = counts.get_mut(generation + 1) {
            *next += 1;
        }
        counts[..=generation].fill(0);
        if generation > 0 {
            self.middle_aged.set(0);
        }
        self.young.set(counts[0]);
        self.older.set([counts[1], counts[2]]);
        self.plan_slice();
    }

    /// Where the survivors of an automatic collection get to: into the next generation, but many young ones at once into
    /// the oldest one, since the middle generation is to stay small.
    pub(crate) fn automatic_target(&self, generation: u8) -> u8 {
        let crowd = (4 * MIDDLE_AGED).max(4 * self.thresholds.get()[0] as usize);
        if self.young.get() as usize > crowd { 2 } else { (generation + 1).min(2) }
    }

    /// The next slice of a cycle is due after some allocations.
    pub(crate) fn plan_slice(&self) {
        self.next_slice.set(self.young.get().saturating_add(STEP));
        self.changed();
    }

    /// Whether a full collection that is due is to be done in slices: it would take long, and none is under way
    /// that the program outran.
    pub(crate) fn begins_in_slices(&self) -> bool {
        let idle = self.before_cycle.get().is_none();
        self.zeal.get() == Zeal::Off && idle && self.objects() > SMALL_HEAP
    }

    /// About how many containers there are.
    fn objects(&self) -> usize {
        let old = self.long_lived_total.get() + self.long_lived_pending.get();
        old + self.middle_aged.get() + self.young.get() as usize
    }

    /// To be called before the counters of the collection start.
    pub(crate) fn cycle_begins(&self) {
        self.long_lived_total.set(self.objects());
        self.before_cycle.set(Some(self.long_lived_pending.get()));
        self.plan_slice();
    }

    pub(crate) fn cycle_ended(&self) {
        self.before_cycle.set(None);
        self.changed();
    }

    /// Whether a slice of a full collection is due.
    pub(crate) fn slice_is_due(&self) -> bool {
        match self.zeal.get() {
            Zeal::Slices(_) => true,
            Zeal::Off => {
                self.before_cycle.get().is_some()
                    && self.enabled.get()
                    && self.young.get() > self.next_slice.get()
            }
            _ => false,
        }
    }

    /// A full collection is done; the bytes at which the next one is due.
    pub(crate) fn full_done(&self, survivors: usize, used: usize) -> usize {
        // What got old while slices were made was not examined by them.
        let before = self.before_cycle.get().unwrap_or(self.long_lived_pending.get());
        self.long_lived_pending.set(self.long_lived_pending.get().saturating_sub(before));
        self.long_lived_total.set(survivors);
        self.after_full.set(used);
        used.saturating_add((used / 2).max(BYTES_STEP))
    }

    /// Whether the heap has grown since the last full collection by so much that another one may
    /// find something: a refused charge alone does not say so. What fills the heap to its limit bit
    /// by bit is refused at each bit, and must not pay for a collection each time.
    #[cold]
    pub(crate) fn has_grown(&self, used: usize, limit: usize) -> bool {
        let bytes = used.saturating_sub(self.after_full.get());
        let objects = self.long_lived_pending.get() + self.young.get() as usize;
        bytes >= limit / 64 || objects > self.long_lived_total.get() / 16 + 100
    }

    /// Which generation is due, if any; `pressed` says that bytes ask for a full collection.
    #[inline]
    pub(crate) fn due(&self, pressed: bool) -> Option<u8> {
        let young = self.young.get() > self.thresholds.get()[0];
        if !young && !pressed && self.zeal.get() == Zeal::Off {
            return None;
        }
        self.choose(pressed)
    }

    #[cold]
    fn choose(&self, pressed: bool) -> Option<u8> {
        let counts = self.counts();
        match self.zeal.get() {
            Zeal::Never | Zeal::Slices(_) => return None,
            Zeal::EverySafepoint => return Some(2),
            Zeal::EveryNth(nth) => return (counts[0] >= nth).then_some(2),
            Zeal::Off => {}
        }
        let thresholds = self.thresholds.get();
        if !self.enabled.get() || thresholds[0] == 0 {
            return None;
        }
        if pressed {
            return Some(2);
        }
        let (pending, total) = (self.long_lived_pending.get(), self.long_lived_total.get());
        let grown = match self.before_cycle.get() {
            // The slices cannot keep up.
            Some(before) => pending.saturating_sub(before) > (total / 4).max(OUTRUN),
            None => pending > total / 4,
        };
        let crowded = self.middle_aged.get() > MIDDLE_AGED.max(2 * thresholds[0] as usize);
        if counts[2] > thresholds[2] && grown {
            Some(2)
        } else if counts[1] > thresholds[1] || crowded {
            Some(1)
        } else {
            (counts[0] > thresholds[0]).then_some(0)
        }
    }

    pub(crate) fn record(&self, generation: usize, collected: usize, uncollectable: usize) {
        let mut stats = self.stats.get();
        stats[generation].collections += 1;
        stats[generation].collected += collected as u64;
        stats[generation].uncollectable += uncollectable as u64;
        self.stats.set(stats);
    }
}
