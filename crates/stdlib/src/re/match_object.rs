//! `re.Match`: a match, and what its groups matched.

use objmodel::gc::Trace;
use objmodel::objects::builder::TextBuilder;
use objmodel::slots::SlotId;
use objmodel::types::slot::SlotFn;
use objmodel::types::spec::{ClassSpec, GetSetSpec, MethodSpec};
use objmodel::{Args, Borrowed, CallArgs, Gc, Payload, Raise, Result, Runtime, Value, singletons};
use objmodel_builtins::text::codepoints;

use super::found::Found;
use super::pattern::this as pattern_of;
use super::target::Target;
use super::template;

/// The payload of `Match`.
#[derive(Trace)]
#[trace(crate = objmodel::gc)]
pub(super) struct Match {
    pattern: Value,
    target: Target,
    #[trace(leaf)]
    spans: Box<[Option<(usize, usize)>]>,
    #[trace(leaf)]
    last: Option<usize>,
    /// Between which positions was searched.
    #[trace(leaf)]
    bounds: (usize, usize),
}

impl Payload for Match {
    fn external_bytes(&self) -> usize {
        size_of_val(&*self.spans)
    }
}

impl Match {
    /// The object of a match.
    ///
    /// # Errors
    /// `MemoryError`.
    pub(super) fn make(
        rt: &Runtime,
        pattern: Borrowed<'_>,
        target: Target,
        found: Found,
        bounds: (usize, usize),
    ) -> Result {
        let Found { spans, last } = found;
        let payload = Match { pattern: pattern.to_value(), target, spans, last, bounds };
        rt.alloc_registered(payload).map(Gc::into_value)
    }
}

fn this<'a>(rt: &'a Runtime, own: Borrowed<'a>) -> Result<&'a Match> {
    own.get::<Match>(rt).ok_or_else(|| rt.type_error("a match is required"))
}

/// The number of a group by its number or name.
fn number(rt: &mut Runtime, own: Borrowed<'_>, group: Borrowed<'_>) -> Result<usize> {
    let count = this(rt, own)?.spans.len();
    let mut number = None;
    if rt.has_index(group) {
        number = match rt.index_as_size(group, |rt, _| no_such_group(rt)) {
            Ok(number) => usize::try_from(number).ok(),
            Err(raise) => return Err(raise),
        };
    } else {
        let pattern = this(rt, own)?.pattern.clone();
        let names = pattern_of(rt, pattern.as_ref())?.names.clone();
        if let Some(found) = rt.dict_get(&names, group)? {
            number = found.as_small_int().and_then(|number| usize::try_from(number).ok());
        }
    }
    number.filter(|number| *number < count).ok_or_else(|| no_such_group(rt))
}

fn no_such_group(rt: &Runtime) -> Raise {
    rt.index_error("no such group")
}

/// What a group matched, or the default.
fn text_of(rt: &mut Runtime, own: Borrowed<'_>, group: usize, default: &Value) -> Result {
    let Some((start, end)) = this(rt, own)?.spans.get(group).copied().flatten() else {
        return Ok(default.clone());
    };
    let target = this(rt, own)?.target.clone().fresh(rt)?;
    target.slice(rt, target.offset(rt, start), target.offset(rt, end))
}

/// The parts of a template, put together with what the groups matched.
pub(super) fn expand(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (own, given) = (args.at(0), args.at(1));
    let pattern = this(rt, own)?.pattern.clone();
    let template = template::read(rt, pattern.as_ref(), given)?;
    fill(rt, own, &template)
}

/// A template with what the groups of a match matched.
pub(super) fn fill(rt: &mut Runtime, own: Borrowed<'_>, template: &template::Template) -> Result {
    let target = this(rt, own)?.target.clone().fresh(rt)?;
    let spans = this(rt, own)?.spans.clone();
    let mut out = TextBuilder::new(rt);
    template.write(rt, &mut out, &target, |group| {
        let (start, end) = spans.get(group).copied().flatten()?;
        Some((target.offset(rt, start), target.offset(rt, end)))
    })?;
    match template.is_text {
        true => out.finish(rt).map(Gc::into_value),
        false => out.finish_bytes(rt).map(Gc::into_value),
    }
}

fn group<'a>(rt: &mut Runtime, args: CallArgs<'a>) -> Result {
    let Some((own, groups)) = args.positionals().split_first() else {
        return Err(rt.type_error("a match is required"));
    };
    if args.has_keywords() {
        return Err(rt.type_error("Match.group() takes no keyword arguments"));
    }
    match groups {
        [] => text_of(rt, *own, 0, &singletons::none()),
        [group] => item(rt, *own, *group),
        groups => {
            let mut texts = Vec::new();
            for group in groups {
                texts.push(item(rt, *own, *group)?);
            }
            rt.tuple(texts.into_iter()).map(Gc::into_value)
        }
    }
}

fn item(rt: &mut Runtime, own: Borrowed<'_>, group: Borrowed<'_>) -> Result {
    let group = number(rt, own, group)?;
    text_of(rt, own, group, &singletons::none())
}

/// The texts of the groups, the whole not counted.
fn texts(rt: &mut Runtime, own: Borrowed<'_>, default: &Value) -> Result<Vec<Value>> {
    let count = this(rt, own)?.spans.len();
    rt.check_room(count * size_of::<Value>())?;
    (1..count).map(|group| text_of(rt, own, group, default)).collect()
}

fn groups(rt: &mut Runtime, args: Args<'_>) -> Result {
    let texts = texts(rt, args.at(0), &args.at(1).to_value())?;
    rt.tuple(texts.into_iter()).map(Gc::into_value)
}

fn group_dict(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (own, default) = (args.at(0), args.at(1).to_value());
    let pattern = this(rt, own)?.pattern.clone();
    let names = pattern_of(rt, pattern.as_ref())?.names.clone();
    let entries: Vec<(Value, Value)> =
        names.read(rt).iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
    let dict = rt.dict()?;
    for (name, number) in entries {
        let number = number.as_small_int().and_then(|number| usize::try_from(number).ok());
        let text = text_of(rt, own, number.unwrap_or(0), &default)?;
        rt.dict_set(&dict, name.as_ref(), text)?;
    }
    Ok(dict.into_value())
}

/// The span of the group that a method is given; the whole's if none is.
fn span_of(rt: &mut Runtime, args: Args<'_>) -> Result<(i64, i64)> {
    let group = match args.get(1) {
        Some(group) => number(rt, args.at(0), group)?,
        None => 0,
    };
    Ok(shown(this(rt, args.at(0))?.spans.get(group).copied().flatten()))
}

/// A span as scripts see it.
fn shown(span: Option<(usize, usize)>) -> (i64, i64) {
    span.map_or((-1, -1), |(start, end)| (start as i64, end as i64))
}

fn start(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (start, _) = span_of(rt, args)?;
    rt.int(start)
}

fn end(rt: &mut Runtime, args: Args<'_>) -> Result {
    let (_, end) = span_of(rt, args)?;
    rt.int(end)
}

fn span(rt: &mut Runtime, args: Args<'_>) -> Result {
    let span = span_of(rt, args)?;
    pair(rt, span)
}

fn pair(rt: &Runtime, (start, end): (i64, i64)) -> Result {
    rt.tuple([rt.int(start)?, rt.int(end)?].into_iter()).map(Gc::into_value)
}

fn repr(rt: &mut Runtime, own: Borrowed<'_>, out: &mut TextBuilder) -> Result<()> {
    let (start, end) = shown(this(rt, own)?.spans.first().copied().flatten());
    let text = text_of(rt, own, 0, &singletons::none())?;
    out.append(rt, format!("<re.Match object; span=({start}, {end}), match=").as_bytes())?;
    let text = rt.repr(&text)?;
    let text = text.read(rt).as_bytes();
    let cut = codepoints::offset(text, 50);
    out.append(rt, text.get(..cut).unwrap_or(text))?;
    out.append(rt, b">")
}

fn string(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    this(rt, own).map(|found| found.target.object.clone())
}

fn pattern(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    this(rt, own).map(|found| found.pattern.clone())
}

fn pos(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let pos = this(rt, own)?.bounds.0;
    rt.int_from_usize(pos)
}

fn endpos(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let endpos = this(rt, own)?.bounds.1;
    rt.int_from_usize(endpos)
}

fn last_index(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    match this(rt, own)?.last {
        Some(last) => rt.int_from_usize(last),
        None => Ok(singletons::none()),
    }
}

fn last_group(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let found = this(rt, own)?;
    let Some(last) = found.last.and_then(|last| i64::try_from(last).ok()) else {
        return Ok(singletons::none());
    };
    let names = &pattern_of(rt, found.pattern.as_ref())?.names;
    let named = names.read(rt).iter().find(|entry| entry.value.as_small_int() == Some(last));
    Ok(named.map_or_else(singletons::none, |entry| entry.key.clone()))
}

fn regs(rt: &mut Runtime, own: Borrowed<'_>) -> Result {
    let spans = this(rt, own)?.spans.clone();
    let pairs = spans.iter().map(|span| pair(rt, shown(*span))).collect::<Result<Vec<_>>>()?;
    rt.tuple(pairs.into_iter()).map(Gc::into_value)
}

/// The table of `Match`.
pub(super) const MATCH: ClassSpec = ClassSpec {
    name: "re.Match",
    doc: Some(
        "The result of re.match() and re.search().\nMatch objects always have a boolean value of True.",
    ),
    subclassable: false,
    slots: &[(SlotId::TpRepr, SlotFn::Show(repr)), (SlotId::MpSubscript, SlotFn::Binary(item))],
    methods: &[
        MethodSpec::raw_method("group", "($self, /, *groups)", group)
            .by_tuple()
            .without_signature()
            .doc("What one or more groups matched."),
        MethodSpec::method("start", "($self, group=0, /)", start).doc("Where a group begins."),
        MethodSpec::method("end", "($self, group=0, /)", end).doc("Where a group ends."),
        MethodSpec::method("span", "($self, group=0, /)", span)
            .doc("Where a group begins and ends."),
        MethodSpec::method("groups", "($self, /, default=None)", groups)
            .doc("What all groups matched."),
        MethodSpec::method("groupdict", "($self, /, default=None)", group_dict)
            .doc("What the groups with names matched."),
        MethodSpec::method("expand", "($self, /, template)", expand)
            .doc("A template with what the groups matched."),
        MethodSpec::method("__copy__", "($self, /)", crate::module::itself),
        MethodSpec::method("__deepcopy__", "($self, memo, /)", crate::module::itself),
        objmodel_builtins::CLASS_GETITEM,
    ],
    getset: &[
        GetSetSpec::member("string", string).doc("What was searched."),
        GetSetSpec::member("re", pattern).doc("The pattern."),
        GetSetSpec::member("pos", pos).doc("Where the search began."),
        GetSetSpec::member("endpos", endpos).doc("Where the search was to end."),
        GetSetSpec::read_only("lastindex", last_index).doc("The group that was closed last."),
        GetSetSpec::read_only("lastgroup", last_group).doc("The name of that group."),
        GetSetSpec::read_only("regs", regs),
    ],
    ..ClassSpec::DEFAULT
}
.checked();
