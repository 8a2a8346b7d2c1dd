//! `re.Pattern`: a compiled regular expression.

use std::hash::{Hash, Hasher};

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::objects::bytes::BytesObject;
use objmodel::objects::dict::Dict;
use objmodel::objects::str::StrObject;
use objmodel::slots::{CompareOp, SlotId};
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, Gc, Payload, Raise, Result, Runtime, Value, singletons};
use objmodel_builtins::text::codepoints;

use super::compile::compile;
use super::found::Found;
use super::match_object::Match;
use super::matcher::{Goal, Machine};
use super::parse::{Parsed, parse};
use super::program::Program;
use super::reader::{Read, Refusal, wtf8};
use super::subject::{Narrow, Wide};
use super::target::Target;
use super::{collect, flags, scanner, substitute};

/// The payload of `Pattern`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Pattern {
    /// What it was made of.
    pub(super) source: Value,
    /// Numbers of groups by name.
    pub(super) names: Dict,
    /// The class of errors about templates.
    pub(super) error: Value,
    #[trace(leaf)]
    pub(super) flags: u32,
    /// Whether it searches text rather than bytes.
    #[trace(leaf)]
    pub(super) is_text: bool,
    #[trace(leaf)]
    pub(super) program: Program,
}

impl Payload for Pattern {
    fn external_bytes(&self) -> usize {
        self.program.external_bytes()
    }
}

/// What a method asks of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// A match where the text begins.
    Match,
    /// A match of the whole.
    Full,
    /// The first match.
    Search,
}

impl Pattern {
    /// Where the next match begins and ends, between two offsets of the target. The groups are in
    /// the machine.
    ///
    /// # Errors
    /// `MemoryError`; a halt.
    pub(super) fn find(
        &self,
        rt: &Runtime,
        target: &Target,
        machine: &mut Machine,
        (from, end): (usize, usize),
        how: How,
        not_empty: bool,
    ) -> Result<Option<(usize, usize)>> {
        if from > end {
            return Ok(None);
        }
        let text = target.bytes(rt).get(..end).unwrap_or_default();
        let goal = Goal { whole: how == How::Full, not_empty };
        let program = &self.program;
        let until = |end| (from, end);
        match (how, target.wide) {
            (How::Search, false) => machine.search(rt, program, Narrow(text), from, goal),
            (How::Search, true) => machine.search(rt, program, Wide(text), from, goal),
            (_, false) => Ok(machine.run(rt, program, Narrow(text), from, goal)?.map(until)),
            (_, true) => Ok(machine.run(rt, program, Wide(text), from, goal)?.map(until)),
        }
    }
}

/// The pattern of a method.
pub(super) fn this<'a>(rt: &'a Runtime, own: Borrowed<'a>) -> Result<&'a Pattern> {
    own.get::<Pattern>(rt).ok_or_else(|| rt.type_error("a pattern is required"))
}

/// The error that a refusal is.
pub(super) fn refused(
    rt: &mut Runtime,
    class: &Value,
    refusal: Refusal,
    source: Borrowed<'_>,
) -> Raise {
    let (message, place) = match refusal {
        Refusal::Other(raise) => return raise,
        Refusal::Pattern(message, place) => (message, place),
    };
    let made = rt.str(&message).and_then(|message| match place {
        None => rt.call(class, [message.as_ref()]),
        Some(place) => {
            let place = rt.int_from_usize(place)?;
            rt.call(class, [message.as_ref(), source, place.as_ref()])
        }
    });
    match made {
        Ok(error) => rt.raise(&error),
        Err(raise) => raise,
    }
}

/// The characters of a pattern or template, and whether it is text.
pub(super) fn points(rt: &Runtime, source: Borrowed<'_>) -> Option<(Vec<u32>, bool)> {
    if let Some(text) = source.get::<StrObject>(rt) {
        return Some((text.code_points().collect(), true));
    }
    let bytes = source.get::<BytesObject>(rt)?;
    Some((bytes.as_slice().iter().map(|&byte| byte.into()).collect(), false))
}

/// Bytes that parsing takes for each character, at most.
const PARSE_BYTES: usize = 256;

/// `compile(pattern, flags, error, warn)`: makes a pattern. `error` is the class of what is raised,
/// `warn` is called with what a `FutureWarning` says.
pub(super) fn make(rt: &mut Runtime, args: Args<'_>) -> Result {
    let [source, flags, error, warn] = args.take();
    let flags = flags_of(rt, flags)?;
    let Some(len) = source_len(rt, source) else {
        return Err(rt.type_error("first argument must be string or compiled pattern"));
    };
    rt.while_charged(len.saturating_mul(PARSE_BYTES), |rt| {
        let Some((points, is_text)) = points(rt, source) else { return Ok(singletons::none()) };
        let mut warnings = Vec::new();
        let made = compiled(rt, points, is_text, flags, &mut warnings);
        for warning in warnings {
            let message = rt.str(&warning)?;
            rt.call(warn, [message.as_ref()])?;
        }
        match made {
            Ok((parsed, program)) => pattern(rt, source, error, parsed, program, is_text),
            Err(refusal) => Err(refused(rt, &error.to_value(), refusal, source)),
        }
    })
}

fn source_len(rt: &Runtime, source: Borrowed<'_>) -> Option<usize> {
    match source.get::<StrObject>(rt) {
        Some(text) => Some(text.len()),
        None => source.get::<BytesObject>(rt).map(|bytes| bytes.as_slice().len()),
    }
}

fn flags_of(rt: &mut Runtime, flags: Borrowed<'_>) -> Result<u32> {
    let too_large = |rt: &Runtime, _: Borrowed<'_>| {
        rt.overflow_error("Python int too large to convert to C int")
    };
    let flags = rt.index_as_size(flags, too_large)?;
    Ok(flags as u32)
}

fn compiled(
    rt: &Runtime,
    points: Vec<u32>,
    is_text: bool,
    flags: u32,
    warnings: &mut Vec<String>,
) -> Read<(Parsed, Program)> {
    let parsed = parse(rt, points, is_text, flags, warnings)?;
    let program = compile(rt, &parsed.tree, parsed.flags, parsed.groups, is_text)?;
    Ok((parsed, program))
}

/// The object of what was compiled.
pub(super) fn pattern(
    rt: &mut Runtime,
    source: Borrowed<'_>,
    error: Borrowed<'_>,
    parsed: Parsed,
    program: Program,
    is_text: bool,
) -> Result {
    let names = rt.dict()?;
    for (name, number) in &parsed.names {
        let name = rt.str_from_bytes(&wtf8(name))?;
        let number = rt.int((*number).into())?;
        rt.dict_set(&names, name.as_ref(), number)?;
    }
    let payload = Pattern {
        source: source.to_value(),
        names,
        error: error.to_value(),
        flags: parsed.flags,
        is_text,
        program,
    };
    rt.alloc_registered(payload).map(Gc::into_value)
}

/// The target of a method, if the pattern can search it.
pub(super) fn target(rt: &mut Runtime, own: Borrowed<'_>, text: Borrowed<'_>) -> Result<Target> {
    let target = Target::new(rt, text)?;
    match (this(rt, own)?.is_text, target.is_text) {
        (true, false) => Err(rt.type_error("cannot use a string pattern on a bytes-like object")),
        (false, true) => Err(rt.type_error("cannot use a bytes pattern on a string-like object")),
        _ => Ok(target),
    }
}

/// Positions that a method is given, within the target.
pub(super) fn bounds(
    rt: &mut Runtime,
    target: &Target,
    pos: Option<Borrowed<'_>>,
    endpos: Option<Borrowed<'_>>,
) -> Result<(usize, usize)> {
    let too_large = |rt: &Runtime, _: Borrowed<'_>| {
        rt.overflow_error("Python int too large to convert to C ssize_t")
    };
    let mut ends = [0, isize::MAX];
    for (end, given) in ends.iter_mut().zip([pos, endpos]) {
        if let Some(given) = given {
            *end = rt.index_as_size(given, too_large)?;
        }
    }
    let len = target.len(rt);
    let [pos, endpos] = ends.map(|end| usize::try_from(end).unwrap_or(0).min(len));
    Ok((pos, endpos))
}

/// `match`, `fullmatch` and `search`.
fn find(rt: &mut Runtime, args: Args<'_>, how: How) -> Result {
    let own = args.at(0);
    let target = target(rt, own, args.at(1))?;
    let (pos, endpos) = bounds(rt, &target, args.get(2), args.get(3))?;
    let pattern = this(rt, own)?;
    let mut machine = Machine::new(rt, &pattern.program)?;
    let ends = (target.offset(rt, pos), target.offset(rt, endpos));
    match pattern.find(rt, &target, &mut machine, ends, how, false)? {
        Some(span) => {
            let found = Found::new(rt, &pattern.program, &machine, &target, span)?;
            Match::make(rt, own, target, found, (pos, endpos))
        }
        None => Ok(singletons::none()),
    }
}

fn match_(rt: &mut Runtime, args: Args<'_>) -> Result {
    find(rt, args, How::Match)
}

fn full_match(rt: &mut Runtime, args: Args<'_>) -> Result {
    find(rt, args, How::Full)
}

fn search(rt: &mut Runtime, args: Args<'_>) -> Result {
    find(rt, args, How::Search)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let pattern = this(rt, own)?;
    let (source, mut rest) = (pattern.source.clone(), pattern.flags);
    if pattern.is_text && rest & flags::TYPES == flags::UNICODE {
        rest &= !flags::UNICODE;
    }
    out.append(rt, b"re.compile(")?;
    let shown = rt.repr(&source)?;
    let shown = shown.read(rt).as_bytes();
    let cut = codepoints::offset(shown, 200);
    out.append(rt, shown.get(..cut).unwrap_or(shown))?;
    let mut names: Vec<String> = Vec::new();
    for (flag, name) in flags::NAMES {
        if rest & flag != 0 {
            names.push(name.to_owned());
            rest &= !flag;
        }
    }
    if rest != 0 {
        names.push(format!("0x{rest:x}"));
    }
    if !names.is_empty() {
        out.append(rt, b", ")?;
        out.append(rt, names.join("|").as_bytes())?;
    }
    out.append(rt, b")")
}

fn rich_compare(rt: &mut Runtime, own: Borrowed<'_>, other: Borrowed<'_>, op: CompareOp) -> Result {
    let (Some(one), Some(two)) = (own.get::<Pattern>(rt), other.get::<Pattern>(rt)) else {
        return Ok(singletons::not_implemented());
    };
    if !matches!(op, CompareOp::Eq | CompareOp::Ne) {
        return Ok(singletons::not_implemented());
    }
    let alike = one.flags == two.flags && one.is_text == two.is_text;
    let (one, two) = (one.source.clone(), two.source.clone());
    let equal = alike && rt.equal(one.as_ref(), two.as_ref())?;
    Ok(singletons::bool(equal == (op == CompareOp::Eq)))
}

fn hash(rt: &mut Runtime, own: Borrowed<'_>) -> Result<i64> {
    let pattern = this(rt, own)?;
    let (source, flags) = (pattern.source.clone(), pattern.flags);
    let source = rt.hash(source.as_ref())?;
    let mut hasher = std::hash::DefaultHasher::new();
    (source, flags).hash(&mut hasher);
    match hasher.finish() as i64 {
        -1 => Ok(-2),
        hash => Ok(hash),
    }
}

fn source(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    this(rt, own).map(|pattern| pattern.source.clone())
}

fn flag_bits(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let flags = this(rt, own)?.flags;
    rt.int(flags.into())
}

fn groups(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let groups = this(rt, own)?.program.groups;
    rt.int(groups.into())
}

fn group_index(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let names = this(rt, own)?.names.clone();
    rt.mapping_proxy(names.into_value())
}

const SEARCH: &str = "($self, /, string, pos=0, endpos=sys.maxsize)";

/// The table of `Pattern`.
pub(super) const PATTERN: ClassSpec = ClassSpec {
    name: "re.Pattern",
    doc: Some("Compiled regular expression object."),
    subclassable: false,
    weakref: true,
    slots: &[
        (SlotId::TpRepr, SlotFn::Show(repr)),
        (SlotId::TpHash, SlotFn::Hash(hash)),
        (SlotId::TpRichcompare, SlotFn::RichCompare(rich_compare)),
    ],
    methods: &[
        MethodSpec::method("match", SEARCH, match_)
            .doc("Matches zero or more characters at the beginning of the string."),
        MethodSpec::method("fullmatch", SEARCH, full_match)
            .doc("Matches against all of the string."),
        MethodSpec::method("search", SEARCH, search)
            .doc("Scan through string looking for a match, and return a corresponding match object instance.\n\nReturn None if no position in the string matches."),
        MethodSpec::method("sub", "($self, /, repl, string, count=0)", substitute::sub)
            .doc("The string with the leftmost matches replaced."),
        MethodSpec::method("subn", "($self, /, repl, string, count=0)", substitute::subn)
            .doc("The string with the leftmost matches replaced, and how many there were."),
        MethodSpec::method("findall", SEARCH, collect::find_all)
            .doc("A list of all matches that do not overlap."),
        MethodSpec::method("split", "($self, /, string, maxsplit=0)", collect::split)
            .doc("The parts of the string between the matches."),
        MethodSpec::method("finditer", SEARCH, scanner::find_iter)
            .doc("An iterator over all matches that do not overlap."),
        MethodSpec::method("scanner", SEARCH, scanner::make),
        MethodSpec::method("__copy__", "($self, /)", crate::module::itself),
        MethodSpec::method("__deepcopy__", "($self, memo, /)", crate::module::itself),
        objmodel_builtins::CLASS_GETITEM,
    ],
    getset: &[
        GetSetSpec::member("pattern", source).doc("What it was compiled of."),
        GetSetSpec::member("flags", flag_bits).doc("The flags, inline ones included."),
        GetSetSpec::member("groups", groups).doc("The number of groups."),
        GetSetSpec::read_only("groupindex", group_index).doc("Numbers of groups by name."),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
