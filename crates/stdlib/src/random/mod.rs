//! `random`: the Mersenne twister, seed for seed; distributions over it are written in Python.

mod generator;
mod sha512;
mod twister;

use objmodel::objects::bytes::BytesObject;
use objmodel::objects::dict::Dict;
use objmodel::types::spec::MethodSpec;
use objmodel::{Args, Gc, Result, Runtime};

use crate::module::ModuleSpec;

/// `sha512(bytes)`: the digest by which texts seed a generator.
fn digest(rt: &mut Runtime, args: Args<'_>) -> Result {
    let Some(bytes) = args.at(0).get::<BytesObject>(rt) else {
        return Err(rt.type_error("a bytes object is required"));
    };
    rt.tick(bytes.as_slice().len() / 16)?;
    let digest = sha512::sha512(bytes.as_slice());
    rt.bytes(&digest).map(Gc::into_value)
}

/// `urandom(n)`: so many bytes of what the host has for entropy.
fn random_bytes(rt: &mut Runtime, args: Args<'_>) -> Result {
    let count = rt.index_as_size(args.at(0), |rt, _| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    })?;
    let Ok(count) = usize::try_from(count) else {
        return Err(rt.value_error("negative argument not allowed"));
    };
    rt.check_room(count)?;
    rt.tick(count / 8)?;
    let mut bytes = Vec::with_capacity(count);
    while bytes.len() < count {
        let word = rt.host().entropy().to_le_bytes();
        bytes.extend(word.into_iter().take(count - bytes.len()));
    }
    rt.bytes_from_buffer(bytes).map(Gc::into_value)
}

const FUNCTIONS: &[MethodSpec] = &[
    MethodSpec::function("sha512", "($module, bytes, /)", digest),
    MethodSpec::function("urandom", "($module, size, /)", random_bytes),
];

fn fill(rt: &mut Runtime, namespace: &Dict) -> Result<()> {
    crate::module::class_of_table::<generator::Random>(rt, namespace, &generator::RANDOM).map(drop)
}

/// `_random`
pub(crate) const NATIVE: ModuleSpec = ModuleSpec::new("_random").functions(FUNCTIONS).fill(fill);

/// `random`
pub(crate) const MODULE: ModuleSpec = ModuleSpec::new("random").python(include_str!("random.py"));
