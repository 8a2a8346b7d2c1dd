//! Size classes: steps of 8 bytes to 128, of 16 to 512, then geometric to 8 KiB.

/// The number of size classes.
pub(crate) const COUNT: usize = 15 + 24 + GEOMETRIC.len();
/// Larger objects get an allocation of their own.
pub(crate) const LARGEST: usize = 8192;

const GEOMETRIC: [usize; 12] =
    [640, 768, 1024, 1280, 1536, 2048, 2560, 3072, 4096, 5120, 6144, LARGEST];

/// The size class of objects of `bytes` bytes, at most [`LARGEST`].
#[inline]
pub(crate) const fn class_of(bytes: usize) -> usize {
    CLASSES[bytes.div_ceil(8)] as usize
}

/// The slot size of a size class.
#[inline]
pub(crate) const fn bytes_of(class: usize) -> usize {
    SIZES[class] as usize
}

/// The size class by the number of words.
const CLASSES: [u8; LARGEST / 8 + 1] = {
    let mut classes = [0; LARGEST / 8 + 1];
    let mut words = 0;
    while words < classes.len() {
        classes[words] = compute_class(words * 8) as u8;
        words += 1;
    }
    classes
};

/// As long as a number of the other table can be.
const SIZES: [u16; 256] = {
    let mut sizes = [0; 256];
    let mut class = 0;
    while class < COUNT {
        sizes[class] = compute_bytes(class) as u16;
        class += 1;
    }
    sizes
};

const fn compute_class(bytes: usize) -> usize {
    if bytes <= 128 {
        bytes.div_ceil(8).saturating_sub(2)
    } else if bytes <= 512 {
        15 + bytes.div_ceil(16) - 9
    } else {
        let mut index = 0;
        while index < GEOMETRIC.len() - 1 && GEOMETRIC[index] < bytes {
            index += 1;
        }
        39 + index
    }
}

const fn compute_bytes(class: usize) -> usize {
    if class < 15 {
        class * 8 + 16
    } else if class < 39 {
        (class - 15) * 16 + 144
    } else {
        GEOMETRIC[class - 39]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_size_gets_the_smallest_slot_that_holds_it() {
        for bytes in 16..=LARGEST {
            let class = class_of(bytes);
            assert!(class < COUNT && bytes_of(class) >= bytes, "{bytes}");
            assert!(class == 0 || bytes_of(class - 1) < bytes, "{bytes}");
        }
    }
}
