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
            (true, threshold) => threshold,
        };
        self.trigger.set(match self.zeal.get() {
            Zeal::Off => threshold,
            Zeal::Never => u32::MAX,
            Zeal::EverySafepoint => 0,
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
        self.young.set(counts[0]);
        self.older.set([counts[1], counts[2]]);
    }

    /// A full collection is done; the bytes at which the next one is due.
    pub(crate) fn full_done(&self, survivors: usize, used: usize) -> usize {
        self.long_lived_pending.set(0);
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
            Zeal::Never => return None,
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
        let grown = self.long_lived_pending.get() > self.long_lived_total.get() / 4;
        if counts[2] > thresholds[2] && grown {
            Some(2)
        } else if counts[1] > thresholds[1] {
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
