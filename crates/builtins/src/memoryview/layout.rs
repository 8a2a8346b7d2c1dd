//! Where the items of a view lie: shape, strides and what slicing makes of them.

use smallvec::{SmallVec, smallvec};

use crate::indices::Selection;

/// Items along each dimension: rarely more than two.
pub(crate) type Shape = SmallVec<[usize; 2]>;

/// The places of the items of a view of any number of dimensions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// Offset of the first item in the object's bytes.
    pub(crate) offset: isize,
    /// Items along each dimension.
    pub(crate) shape: Shape,
    /// Bytes from one item to the next along each dimension.
    pub(crate) strides: SmallVec<[isize; 2]>,
    /// Bytes of an item.
    pub(crate) item_size: usize,
}

impl Layout {
    /// One dimension of neighbours.
    pub(crate) fn flat(count: usize) -> Layout {
        Layout { offset: 0, shape: smallvec![count], strides: smallvec![1], item_size: 1 }
    }

    /// The layout of these bytes, which are neighbours, as items of another size in rows of `shape`.
    pub(crate) fn reshaped(&self, item_size: usize, shape: Shape) -> Layout {
        let mut strides = smallvec![0; shape.len()];
        let mut step = item_size as isize;
        for (stride, count) in strides.iter_mut().zip(&shape).rev() {
            *stride = step;
            step = step.saturating_mul(*count as isize);
        }
        Layout { offset: self.offset, shape, strides, item_size }
    }

    /// Cuts the only dimension to a selection.
    pub(crate) fn slice(&mut self, selection: Selection) {
        if let (Some(count), Some(stride)) = (self.shape.first_mut(), self.strides.first_mut()) {
            self.offset += *stride * selection.start;
            *count = selection.count;
            *stride = stride.saturating_mul(selection.step);
        }
    }

    /// How many dimensions there are.
    pub(crate) fn dimensions(&self) -> usize {
        self.shape.len()
    }

    /// How many items there are.
    pub(crate) fn count(&self) -> usize {
        self.shape.iter().product()
    }

    /// How many bytes the items have together.
    pub(crate) fn bytes(&self) -> usize {
        self.count().saturating_mul(self.item_size)
    }

    /// Whether the items follow one another in memory, the last dimension varying fastest.
    pub(crate) fn is_c_contiguous(&self) -> bool {
        self.is_contiguous(self.shape.iter().zip(&self.strides).rev())
    }

    /// Whether the items follow one another in memory, the first dimension varying fastest.
    pub(crate) fn is_fortran_contiguous(&self) -> bool {
        self.is_contiguous(self.shape.iter().zip(&self.strides))
    }

    fn is_contiguous<'a>(&self, inner_first: impl Iterator<Item = (&'a usize, &'a isize)>) -> bool {
        if self.dimensions() > 1 && self.count() == 0 {
            return true;
        }
        let mut step = self.item_size as isize;
        for (count, stride) in inner_first {
            if *count != 1 && *stride != step {
                return false;
            }
            step = step.saturating_mul(*count as isize);
        }
        true
    }

    /// The offsets of all items, the last dimension varying fastest.
    pub(crate) fn offsets(&self) -> Offsets<'_> {
        Offsets { layout: self, index: vec![0; self.dimensions()], left: self.count() }
    }

    /// The layout of these items with the dimensions in the other order.
    pub(crate) fn transposed(&self) -> Layout {
        let mut other = self.clone();
        other.shape.reverse();
        other.strides.reverse();
        other
    }
}

/// Goes through the offsets of a layout's items.
pub(crate) struct Offsets<'a> {
    layout: &'a Layout,
    index: Vec<usize>,
    left: usize,
}

impl Iterator for Offsets<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        let steps = self.index.iter().zip(&self.layout.strides);
        let offset = self.layout.offset
            + steps.map(|(index, stride)| *index as isize * stride).sum::<isize>();
        for (index, count) in self.index.iter_mut().zip(&self.layout.shape).rev() {
            *index += 1;
            if *index < *count {
                break;
            }
            *index = 0;
        }
        Some(offset as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::{Layout, Shape};
    use smallvec::smallvec;

    #[test]
    fn offsets_of_rows_and_columns() {
        let rows = Layout::flat(12).reshaped(2, smallvec![2, 3]);
        assert_eq!(rows.strides[..], [6, 2]);
        assert_eq!(rows.offsets().collect::<Vec<_>>(), [0, 2, 4, 6, 8, 10]);
        assert_eq!(rows.transposed().offsets().collect::<Vec<_>>(), [0, 6, 2, 8, 4, 10]);
        assert!(rows.is_c_contiguous() && !rows.is_fortran_contiguous());
        assert!(rows.transposed().is_fortran_contiguous());
    }

    #[test]
    fn a_single_item_has_no_dimension() {
        let one = Layout::flat(8).reshaped(8, Shape::new());
        assert_eq!((one.count(), one.bytes()), (1, 8));
        assert_eq!(one.offsets().collect::<Vec<_>>(), [0]);
        assert!(one.is_c_contiguous() && one.is_fortran_contiguous());
    }
}
