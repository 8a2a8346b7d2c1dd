//! Shapes: which attribute lies in which field, shared by all instances that were built alike.
//!
//! A shape is a number; numbers form a tree whose edges are attribute names. The tree is never
//! pruned, so its size is bounded: an instance whose next attribute would need one shape too many,
//! or that has too many attributes, keeps them in a dict instead.

use hashbrown::HashTable;
use objmodel_gc::{Heap, OutOfMemory};

use crate::objects::str::Str;

/// Attributes that an instance may have in fields.
pub(crate) const MAX_ATTRIBUTES: usize = 64;
/// Shapes that a runtime may have.
const MAX_SHAPES: usize = 1 << 16;

/// One shape: which names, in which order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ShapeId(pub(crate) u32);

impl ShapeId {
    /// The shape without attributes.
    pub(crate) const EMPTY: ShapeId = ShapeId(0);
}

struct Shape {
    parent: ShapeId,
    /// The newest attribute; the empty shape has none.
    name: Option<Str>,
    len: u32,
}

/// All shapes of a runtime.
pub(crate) struct Shapes {
    shapes: Vec<Shape>,
    /// Edges: from a shape and a name to the shape with that attribute added.
    edges: HashTable<u32>,
    /// For each name met in a shape, where it lies: `(shape, name)` to the field's number.
    found: Vec<Found>,
    /// For names that were deleted lately, what became of the shape.
    shortened: Vec<Shortened>,
}

/// What a shape becomes without an attribute.
#[derive(Clone, Copy, Default)]
struct Shortened {
    shape: u32,
    /// That of no name while the entry is unused.
    name: u64,
    field: u32,
    next: u32,
}

const SHORTENED: usize = 64;

#[derive(Clone, Copy, Default)]
struct Found {
    shape: u32,
    name: u64,
    /// The field's number plus one; 0 if the shape lacks the name.
    field: u32,
    used: bool,
}

const FOUND: usize = 1024;

impl Default for Shapes {
    fn default() -> Shapes {
        let empty = Shape { parent: ShapeId::EMPTY, name: None, len: 0 };
        Shapes {
            shapes: vec![empty],
            edges: HashTable::new(),
            found: vec![Found::default(); FOUND],
            shortened: vec![Shortened::default(); SHORTENED],
        }
    }
}

fn edge_hash(parent: ShapeId, name: u64) -> u64 {
    (name ^ (parent.0 as u64) << 32).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29)
}

impl Shapes {
    /// How many attributes the shape has.
    #[inline]
    pub(crate) fn len(&self, shape: ShapeId) -> usize {
        self.shapes[shape.0 as usize].len as usize
    }

    /// The shape that this one adds an attribute to, and the attribute's name.
    pub(crate) fn newest(&self, shape: ShapeId) -> Option<(ShapeId, &Str)> {
        let shape = self.shapes.get(shape.0 as usize)?;
        Some((shape.parent, shape.name.as_ref()?))
    }

    /// Where the interned `name` lies in the shape. Constant time when asked again.
    #[inline]
    pub(crate) fn find(&mut self, shape: ShapeId, name: &Str) -> Option<usize> {
        let slot = (edge_hash(shape, name.bits()) >> 40) as usize % FOUND;
        let known = self.found[slot];
        if known.used && known.shape == shape.0 && known.name == name.bits() {
            return (known.field as usize).checked_sub(1);
        }
        let field = self.search(shape, name);
        self.found[slot] = Found {
            shape: shape.0,
            name: name.bits(),
            field: field.map_or(0, |field| field as u32 + 1),
            used: true,
        };
        field
    }

    fn search(&self, mut shape: ShapeId, name: &Str) -> Option<usize> {
        loop {
            let here = &self.shapes[shape.0 as usize];
            let newest = here.name.as_ref()?;
            if newest.is(name) {
                return Some(here.len as usize - 1);
            }
            shape = here.parent;
        }
    }

    /// The shape with `name` added; `None` if there would be too many shapes or attributes.
    pub(crate) fn extend(
        &mut self,
        heap: &Heap,
        parent: ShapeId,
        name: &Str,
    ) -> Result<Option<ShapeId>, OutOfMemory> {
        let hash = edge_hash(parent, name.bits());
        let shapes = &self.shapes;
        let known = self.edges.find(hash, |&child| {
            let child = &shapes[child as usize];
            child.parent == parent && child.name.as_ref().is_some_and(|known| known.is(name))
        });
        if let Some(&child) = known {
            return Ok(Some(ShapeId(child)));
        }
        let len = self.len(parent);
        if len >= MAX_ATTRIBUTES || self.shapes.len() >= MAX_SHAPES {
            return Ok(None);
        }
        heap.bytes().charge(size_of::<Shape>() + 16)?;
        let child = self.shapes.len() as u32;
        self.shapes.push(Shape { parent, name: Some(name.clone()), len: len as u32 + 1 });
        let shapes = &self.shapes;
        self.edges.insert_unique(hash, child, |&child| {
            let shape = &shapes[child as usize];
            edge_hash(shape.parent, shape.name.as_ref().map_or(0, |name| name.bits()))
        });
        Ok(Some(ShapeId(child)))
    }

    /// The field of an attribute, and the shape of instances that never had it; `None` if the shape
    /// lacks it, or if there would be too many shapes. Constant time when asked again.
    pub(crate) fn without(
        &mut self,
        heap: &Heap,
        shape: ShapeId,
        name: &Str,
    ) -> Result<Option<(usize, ShapeId)>, OutOfMemory> {
        let slot = (edge_hash(shape, name.bits()) >> 40) as usize % SHORTENED;
        let known = self.shortened[slot];
        if known.name == name.bits() && known.shape == shape.0 {
            return Ok(Some((known.field as usize, ShapeId(known.next))));
        }
        let Some(field) = self.search(shape, name) else { return Ok(None) };
        let mut next = ShapeId::EMPTY;
        for kept in self.names(shape).iter().filter(|kept| !kept.is(name)) {
            match self.extend(heap, next, kept)? {
                Some(longer) => next = longer,
                None => return Ok(None),
            }
        }
        self.shortened[slot] =
            Shortened { shape: shape.0, name: name.bits(), field: field as u32, next: next.0 };
        Ok(Some((field, next)))
    }

    /// The attribute names in order.
    pub(crate) fn names(&self, shape: ShapeId) -> Vec<Str> {
        let mut names = Vec::with_capacity(self.len(shape));
        let mut at = shape;
        while let Some(name) = &self.shapes[at.0 as usize].name {
            names.push(name.clone());
            at = self.shapes[at.0 as usize].parent;
        }
        names.reverse();
        names
    }
}
