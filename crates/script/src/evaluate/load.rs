//! From compiled data to code objects: constants, names and signatures become objects of a runtime.

use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::rc::Rc;

use objmodel::gc::Account;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::code::{Code, CodeObject, flags};
use objmodel::objects::str::Str;
use objmodel::objects::tuple::Tuple;
use objmodel::slots::{Counts, Signature};
use objmodel::variables::{Place, Variable};
use objmodel::{AttrCache, Gc, Result, Runtime, Value, host, singletons};

use super::body::{Body, Parts, Site};
use super::explain::stand_in;
use super::stack::Pool;
use crate::compile::{Const, INDEX, Op, Piece, Traits, Unit};
use crate::syntax::{Position, Source};

/// Makes the code object of a unit, and those of the units inside it.
///
/// # Errors
/// `MemoryError`.
pub(super) fn load(rt: &mut Runtime, unit: &Rc<Unit>, source: &Source) -> Result<Code> {
    load_unit(rt, unit, &mut Loader { source, names: HashMap::default() })
}

/// What all units of a text have in common while they are loaded.
struct Loader<'a> {
    source: &'a Source,
    /// Names that were interned, by where their text lies: units share the texts of names.
    names: HashMap<*const u8, (Rc<str>, Str), BuildHasherDefault<AddressHasher>>,
}

impl Loader<'_> {
    /// The interned string of a name.
    fn name(&mut self, rt: &mut Runtime, name: &Rc<str>) -> Result<Str> {
        // Texts without a byte may lie where others do.
        if name.is_empty() {
            return rt.intern(name);
        }
        let address = name.as_ptr();
        if let Some((_, known)) = self.names.get(&address) {
            return Ok(known.clone());
        }
        let interned = rt.intern(name)?;
        // As long as the text is held, nothing else lies there.
        self.names.insert(address, (name.clone(), interned.clone()));
        Ok(interned)
    }
}

/// Addresses are spread by one multiplication: nobody chooses them to collide.
#[derive(Default)]
struct AddressHasher(u64);

impl Hasher for AddressHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_usize(usize::from(*byte));
        }
    }

    fn write_usize(&mut self, address: usize) {
        self.0 = (self.0 ^ address as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    }
}

fn load_unit(rt: &mut Runtime, unit: &Rc<Unit>, loader: &mut Loader<'_>) -> Result<Code> {
    let source = loader.source;
    let mut account = Account::new(rt.heap());
    if account.charge(bytes_of(unit)).is_err() {
        return Err(rt.memory_error());
    }
    let constants: Vec<Value> =
        unit.constants.iter().map(|c| constant(rt, c, loader)).collect::<Result<_>>()?;
    let keywords =
        { unit.constants.iter() }.map(|c| keyword_names(rt, c, loader)).collect::<Result<_>>()?;
    let names = unit.names.iter().map(|name| loader.name(rt, name)).collect::<Result<Vec<_>>>()?;
    let parameters = { unit.parameter_names.iter() }
        .map(|name| loader.name(rt, name))
        .collect::<Result<Vec<_>>>()?;
    let counts = Counts {
        positional_only: unit.positional_only as usize,
        positional: unit.positional as usize,
        keyword_only: unit.keyword_only as usize,
        var_positional: unit.traits.var_positional,
        var_keyword: unit.traits.var_keyword,
    };
    let texts = unit.parameter_names.iter().map(|name| name.to_string());
    let Ok(signature) = Signature::of_function(counts, texts) else {
        return Err(rt.system_error("the compiler's parameters do not add up"));
    };
    if unit.names.iter().any(|name| &**name == "f_locals") {
        rt.ask_for_locals();
    }
    let doc = match &unit.doc {
        Some(text) => rt.str(text)?.into_value(),
        None => singletons::none(),
    };
    // Each site has its name.
    let named = |sites: &[u32]| -> Vec<Str> {
        sites.iter().filter_map(|number| names.get(*number as usize)).cloned().collect()
    };
    let body = Parts {
        code: match super::explain::is_wanted(rt, &unit.file) {
            true => unit.code.iter().copied().map(stand_in).map(Cell::new).collect(),
            false => unit.code.iter().copied().map(Cell::new).collect(),
        },
        unit: unit.clone(),
        constants: constants.clone(),
        keywords,
        attributes: named(&unit.attributes).iter().map(Site::of).collect(),
        methods: named(&unit.methods),
        globals: named(&unit.globals).iter().map(Site::of).collect(),
        names,
        positions: unit.positions.iter().map(|at| in_code_points(*at, source)).collect(),
        doc,
        variables: places(rt, unit, loader)?,
        direct: (!unit.is_generator()
            && !unit.parameters_are_far()
            && !unit.traits.var_positional
            && !unit.traits.var_keyword
            && unit.keyword_only == 0)
            .then_some(unit.positional as usize),
        generator: unit.is_generator(),
        words: usize::from(unit.registers),
        lasting: usize::from(unit.variables),
        pool: pool(rt),
        account,
    };
    let payload = CodeObject {
        name: loader.name(rt, &unit.name)?,
        qualname: loader.name(rt, &unit.qualname)?,
        filename: loader.name(rt, &unit.file)?,
        first_line: unit.first_line,
        flags: flags_of(unit.traits),
        signature,
        parameters,
        varnames: names_tuple(rt, &variables(unit), loader)?,
        cellvars: names_tuple(rt, &unit.cell_names, loader)?,
        freevars: names_tuple(rt, &unit.free_names, loader)?,
        names: names_tuple(rt, &outer_names(unit), loader)?,
        constants,
        body: Box::new(Body::new(body)),
    };
    rt.alloc(&rt.types().code, payload)
}

/// `co_flags`
fn flags_of(traits: Traits) -> u32 {
    let kind = match (traits.is_async, traits.yields) {
        (false, false) => 0,
        (false, true) => flags::GENERATOR,
        (true, false) => flags::COROUTINE,
        (true, true) => flags::ASYNC_GENERATOR,
    };
    let bits = [
        (traits.optimized, flags::OPTIMIZED | flags::NEWLOCALS),
        (traits.var_positional, flags::VARARGS),
        (traits.var_keyword, flags::VARKEYWORDS),
        (traits.nested, flags::NESTED),
        (traits.future_annotations, flags::FUTURE_ANNOTATIONS),
    ];
    bits.iter().filter(|(has, _)| *has).fold(kind, |flags, (_, bits)| flags | bits)
}

/// What the parts of any unit and its body take that are made one by one.
const PARTS: usize = size_of::<Unit>() + size_of::<Parts>() + size_of::<CodeObject>() + 512;

/// What a unit and its body take beyond their objects.
fn bytes_of(unit: &Unit) -> usize {
    let instructions = 2 * size_of_val(&unit.code[..]) + size_of_val(&unit.positions[..]);
    let places = unit.positions.len() * size_of::<host::Position>();
    let sites = unit.attributes.len() + unit.methods.len() + unit.globals.len();
    let names = unit.names.len() + unit.register_names.len() + unit.locals.len();
    let constants = unit.constants.len() * (size_of::<Const>() + size_of::<[Value; 3]>());
    PARTS + instructions + places + sites * size_of::<Site<AttrCache>>() + names * 32 + constants
}

/// The pool that all code of the runtime shares.
fn pool(rt: &mut Runtime) -> Rc<Pool> {
    if let Some(pool) = rt.data::<Rc<Pool>>() {
        return pool.clone();
    }
    let pool = Rc::new(Pool::default());
    rt.set_data(pool.clone());
    pool
}

/// Where the variables are: parameters, others in registers, those beyond the registers, cells.
fn places(rt: &mut Runtime, unit: &Unit, loader: &mut Loader<'_>) -> Result<Vec<Variable>> {
    let mut all: Vec<(u8, &Rc<str>, Place)> = Vec::new();
    for (register, name) in unit.register_names.iter().enumerate() {
        let number = register as u32;
        let (group, place) = match register {
            _ if name.starts_with('.') && &**name != ".0" => continue,
            _ if register < unit.parameters() && !unit.parameters_are_far() => {
                (0, Place::Own(number))
            }
            _ if register >= usize::from(unit.first_free) => (4, Place::Cell(number)),
            _ if register >= usize::from(unit.first_cell) => (3, Place::Cell(number)),
            _ => (1, Place::Own(number)),
        };
        // A parameter that is a cell too is shown where the parameter is.
        match all.iter_mut().find(|(_, known, _)| *known == name) {
            Some(known) if group == 3 && known.0 == 0 => known.2 = place,
            _ => all.push((group, name, place)),
        }
    }
    let tuple = u32::from(unit.far_register);
    for (name, index) in unit.far.iter().zip(0..) {
        let group = match () {
            () if unit.parameter_names.contains(name) => 0,
            () if unit.cell_names.contains(name) => 3,
            () => 2,
        };
        let place = Place::Far(tuple, index);
        match all.iter_mut().find(|(_, known, _)| *known == name) {
            // A parameter that inner functions see only arrives in a register.
            Some(known) if known.0 == 0 && group == 0 => known.2 = place,
            _ => all.push((group, name, place)),
        }
    }
    if unit.closure_is_far {
        let tuple = u32::from(unit.first_free);
        let free = unit.free_names.iter().zip(0..);
        all.extend(free.map(|(name, index)| (4, name, Place::Far(tuple, index))));
    }
    all.sort_by_key(|(group, ..)| *group);
    { all.into_iter() }
        .map(|(_, name, place)| Ok(Variable { name: loader.name(rt, name)?, place }))
        .collect()
}

/// The parameters in the signature's order, then the other local variables.
fn variables(unit: &Unit) -> Vec<Rc<str>> {
    let parameters = &unit.parameter_names;
    let known = Known::of(parameters.iter());
    let others = unit.locals.iter().filter(|name| !known.has(name));
    parameters.iter().chain(others).cloned().collect()
}

/// The names of globals, attributes and modules: without those of variables, which instructions name
/// only to say what is not set.
fn outer_names(unit: &Unit) -> Vec<Rc<str>> {
    let sites = unit.attributes.iter().chain(&unit.methods).chain(&unit.globals);
    let imports = unit
        .code
        .iter()
        .filter(|instruction| matches!(instruction.op(), Op::ImportName | Op::ImportFrom));
    let imports = imports.map(|instruction| instruction.imm() & INDEX);
    let mut named = vec![false; unit.names.len()];
    for site in sites.copied().chain(imports) {
        if let Some(named) = named.get_mut(site as usize) {
            *named = true;
        }
    }
    let variables = unit.locals.iter().chain(&unit.cell_names).chain(&unit.free_names);
    let variables = Known::of(variables);
    let names = unit.names.iter().zip(named);
    names
        .filter(|(name, named)| *named || !variables.has(name))
        .map(|(name, _)| name.clone())
        .collect()
}

/// Names to be found again: most units have so few that comparing is quicker than hashing.
enum Known<'a> {
    Few(Vec<&'a Rc<str>>),
    Many(HashSet<&'a Rc<str>>),
}

impl<'a> Known<'a> {
    const FEW: usize = 12;

    fn of(names: impl Iterator<Item = &'a Rc<str>>) -> Known<'a> {
        let names: Vec<_> = names.collect();
        match names.len() {
            0..=Known::FEW => Known::Few(names),
            _ => Known::Many(names.into_iter().collect()),
        }
    }

    fn has(&self, name: &Rc<str>) -> bool {
        match self {
            Known::Few(names) => names.contains(&name),
            Known::Many(names) => names.contains(name),
        }
    }
}

fn names_tuple(rt: &mut Runtime, names: &[Rc<str>], loader: &mut Loader<'_>) -> Result<Tuple> {
    let names = names.iter().map(|name| loader.name(rt, name).map(Gc::into_value));
    let names = names.collect::<Result<Vec<Value>>>()?;
    rt.tuple(names.into_iter())
}

fn constant(rt: &mut Runtime, constant: &Const, loader: &mut Loader<'_>) -> Result {
    Ok(match constant {
        Const::None => singletons::none(),
        Const::Bool(truth) => singletons::bool(*truth),
        Const::Ellipsis => singletons::ellipsis(),
        Const::Int(n) => rt.int(*n)?,
        Const::BigInt(n) => rt.big_int(n.clone())?,
        Const::Float(bits) => rt.float(f64::from_bits(*bits))?,
        Const::Complex(real, imaginary) => {
            rt.complex(f64::from_bits(*real), f64::from_bits(*imaginary))?
        }
        Const::Str(text) if is_name(text) => loader.name(rt, text)?.into_value(),
        Const::Str(text) => rt.str(text)?.into_value(),
        Const::Surrogates(text) => rt.str_from_bytes(text)?.into_value(),
        Const::Written(pieces) => written(rt, pieces, loader)?.into_value(),
        Const::Bytes(bytes) => rt.bytes(bytes)?.into_value(),
        Const::Tuple(items) => {
            let items = all(rt, items, loader)?;
            rt.tuple(items.into_iter())?.into_value()
        }
        Const::FrozenSet(items) => {
            let set = rt.frozenset()?;
            for item in all(rt, items, loader)? {
                rt.set_add(&set, item.as_ref())?;
            }
            set.into_value()
        }
        Const::Code(code) => load_unit(rt, &code.0, loader)?.into_value(),
    })
}

/// The text of an annotation.
fn written(rt: &mut Runtime, pieces: &[Piece], loader: &mut Loader<'_>) -> Result<Str> {
    let mut text = TextBuilder::new(rt);
    for piece in pieces {
        match piece {
            Piece::Text(piece) => text.append(rt, piece)?,
            Piece::Repr(value) => {
                let value = constant(rt, value, loader)?;
                let shown = rt.repr(&value)?;
                text.append(rt, shown.read(rt).as_bytes())?;
            }
            Piece::FString(pieces) => {
                let inside = written(rt, pieces, loader)?;
                let shown = rt.repr(&inside)?;
                text.append(rt, b"f")?;
                text.append(rt, shown.read(rt).as_bytes())?;
            }
        }
    }
    text.finish(rt)
}

fn all(rt: &mut Runtime, items: &[Const], loader: &mut Loader<'_>) -> Result<Vec<Value>> {
    items.iter().map(|item| constant(rt, item, loader)).collect()
}

/// What looks like a name is interned, as in CPython.
fn is_name(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn keyword_names(
    rt: &mut Runtime,
    constant: &Const,
    loader: &mut Loader<'_>,
) -> Result<Box<[Value]>> {
    let Const::Tuple(items) = constant else { return Ok(Box::default()) };
    let mut names = Vec::with_capacity(items.len());
    for item in items.iter() {
        let Const::Str(text) = item else { return Ok(Box::default()) };
        names.push(loader.name(rt, text)?.into_value());
    }
    Ok(names.into())
}

/// Columns count code points from here on, as tracebacks show them.
fn in_code_points(at: Position, source: &Source) -> host::Position {
    host::Position {
        line: at.line,
        end_line: at.end_line,
        column: source.column(at.line, at.column),
        end_column: source.column(at.end_line, at.end_column),
    }
}
