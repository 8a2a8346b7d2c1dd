//! Compares the rules of this crate with answers recorded from CPython by `facts/record.py`.

use objmodel_slots::{
    Attempt, BinaryOp, CallStyle, CompareOp, Counts, FunctionDefaults, FunctionName, Link,
    Relation, Signature, SlotId, SlotSet, Source, SpecialId, also_sets, binary_attempts,
    comparison_attempts, in_place_attempts, linearize, reflected_slot, suggest, ternary_attempts,
    unsupported_pow,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The lines of a facts file, split into fields.
fn facts(text: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// The names in a list with commas.
fn names(list: &str) -> Vec<&str> {
    list.split(',').filter(|name| !name.is_empty()).collect()
}

/// Collects differences, and fails with the first of them and their number.
#[derive(Default)]
struct Differences(Vec<String>, usize);

impl Differences {
    fn check(&mut self, fact: &[&str], ours: &str, theirs: &str) {
        self.1 += 1;
        if ours != theirs {
            self.0.push(format!("{fact:?}\n    ours:   {ours}\n    theirs: {theirs}"));
        }
    }
}

impl Drop for Differences {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.1 > 50, "only {} facts were read", self.1);
            let shown = self.0.iter().take(40).cloned().collect::<Vec<_>>().join("\n");
            assert!(self.0.is_empty(), "{} of {} differ:\n{shown}", self.0.len(), self.1);
        }
    }
}

#[test]
fn wrappers_have_the_docs_and_signatures_of_cpython() {
    let theirs: BTreeSet<(&str, &str, &str)> =
        facts(include_str!("facts/wrappers.txt")).map(|fact| (fact[0], fact[1], fact[2])).collect();
    let ours: BTreeSet<(&str, &str, &str)> = SlotId::ALL
        .iter()
        .flat_map(|slot| slot.names())
        .filter(|name| name.link != Link::Fills)
        .map(|name| (name.special.name(), name.signature, name.doc))
        .collect();
    // Enumerations written in C take the wrapper of `__repr__` for `__str__`.
    let extra: Vec<_> = theirs.difference(&ours).filter(|fact| fact.0 != "__str__").collect();
    assert_eq!(extra, Vec::<&(&str, &str, &str)>::new());
    assert_eq!(ours.difference(&theirs).collect::<Vec<_>>(), Vec::<&(&str, &str, &str)>::new());
}

#[test]
fn wrappers_count_arguments_as_cpython() {
    let mut theirs: BTreeMap<(&str, usize, usize), BTreeSet<String>> = BTreeMap::new();
    for fact in facts(include_str!("facts/wrapper_calls.txt")) {
        let [name, count, keywords, message] = fact[..] else { panic!("{fact:?}") };
        let key = (name, count.parse().unwrap(), keywords.parse().unwrap());
        theirs.entry(key).or_default().insert(message.to_owned());
    }
    assert!(theirs.len() > 500);
    for ((name, count, keywords), messages) in theirs {
        let special = SpecialId::from_name(name).unwrap_or_else(|| panic!("{name}"));
        let wrapped = special
            .slots()
            .iter()
            .filter(|slot| slot.named(special).is_some_and(|name| name.link != Link::Fills));
        let ours: BTreeSet<String> = wrapped
            .map(|slot| match slot.check_wrapper_call(special, count, keywords) {
                Ok(()) => "-".to_owned(),
                Err(error) => error.to_string(),
            })
            .collect();
        assert!(messages.is_subset(&ours), "{name} {count} {keywords}: {messages:?} {ours:?}");
    }
}

#[test]
fn signatures_are_written_as_they_were_read() {
    let mut differences = Differences::default();
    for fact in facts(include_str!("facts/signatures.txt")) {
        let ours = match Signature::parse(fact[0]) {
            Ok(signature) => signature.to_string(),
            Err(error) => error.to_string(),
        };
        differences.check(&fact, &ours, fact[0]);
    }
}

/// The plan of a call, spelled as `record.py` does.
fn plan(signature: &Signature, positional: usize, keywords: &[&str]) -> Result<String, String> {
    let mut sources = vec![None; signature.len()];
    let mut surplus_keywords = Vec::new();
    let spell = |source| match source {
        Source::Positional(i) => format!("p{i}"),
        Source::Keyword(j) => format!("k{j}"),
        Source::Default => "default".to_owned(),
    };
    // Python's own functions have their defaults elsewhere.
    let defaults = FunctionDefaults {
        positional: signature.counts().positional - signature.required_positional(),
        keyword_only: |i: usize| signature.parameters()[i].has_default(),
    };
    let surplus = signature
        .bind_with(positional, keywords, &defaults, |parameter, source| match source {
            Source::Keyword(j) if Some(parameter) == signature.var_keyword() => {
                surplus_keywords.push(format!("{}:k{j}", keywords[j]));
            }
            _ => assert_eq!(sources[parameter].replace(spell(source)), None, "placed twice"),
        })
        .map_err(|error| error.message(signature, FunctionName::new("f"), keywords))?;
    assert!(surplus.is_empty() || signature.var_positional().is_some());
    if let Some(i) = signature.var_positional() {
        let names: Vec<String> = surplus.map(|i| format!("p{i}")).collect();
        sources[i] = Some(format!("*{}", names.join(",")));
    }
    if let Some(i) = signature.var_keyword() {
        sources[i] = Some(format!("**{}", surplus_keywords.join(",")));
    }
    let parts: Vec<String> = signature
        .parameters()
        .iter()
        .zip(sources)
        .map(|(parameter, source)| format!("{}={}", parameter.name(), source.unwrap()))
        .collect();
    Ok(format!("> {}", parts.join(" ")).trim_end().to_owned())
}

#[test]
fn functions_defined_in_python_bind_as_in_cpython() {
    let mut differences = Differences::default();
    for fact in facts(include_str!("facts/python_calls.txt")) {
        let [text, positional, keywords, answer] = fact[..] else { panic!("{fact:?}") };
        let signature = Signature::parse(text).unwrap().with_style(CallStyle::Python);
        let (positional, keywords) = (positional.parse().unwrap(), names(keywords));
        let ours = plan(&signature, positional, &keywords).unwrap_or_else(|message| message);
        differences.check(&fact, &ours, answer.trim_end());
        if signature.is_simple(positional) && keywords.is_empty() {
            assert!(ours.starts_with('>') && !ours.contains("default"), "{fact:?}");
        }
        if signature.is_prefix(positional) && keywords.is_empty() {
            assert!(ours.starts_with('>'), "{fact:?}");
        }
    }
}

#[test]
fn native_functions_bind_as_in_cpython() {
    let mut differences = Differences::default();
    for fact in facts(include_str!("facts/native_calls.txt")) {
        let [qualified, text, positional, keywords, answer] = fact[..] else { panic!("{fact:?}") };
        let signature = Signature::parse(text).unwrap();
        let (positional, keywords) = (positional.parse().unwrap(), names(keywords));
        let ours = match signature.bind(positional, &keywords, |_, _| {}) {
            Ok(_) => "-".to_owned(),
            Err(error) => error.message(&signature, FunctionName::new(qualified), &keywords),
        };
        differences.check(&fact, &ours, answer);
    }
}

#[test]
fn suggestions_are_those_of_cpython() {
    let mut differences = Differences::default();
    for fact in facts(include_str!("facts/suggestions.txt")) {
        let candidates = names(fact[0]);
        let ours = suggest(fact[1].as_bytes(), candidates.iter().map(|name| name.as_bytes()));
        differences.check(&fact, std::str::from_utf8(ours.unwrap_or(b"-")).unwrap(), fact[2]);
    }
}

#[test]
fn orders_are_those_of_cpython() {
    let mut differences = Differences::default();
    let mut made: HashMap<&str, Vec<&str>> = HashMap::new();
    for fact in facts(include_str!("facts/orders.txt")) {
        let [name, bases, answer] = fact[..] else {
            made = HashMap::from([("object", vec!["object"])]);
            continue;
        };
        if made.is_empty() {
            made.insert("object", vec!["object"]);
        }
        let bases = if bases.is_empty() { vec!["object"] } else { names(bases) };
        let mros: Vec<&[&str]> = bases.iter().map(|base| made[base].as_slice()).collect();
        match linearize(name, &bases, &mros) {
            Ok(order) => {
                differences.check(&fact, &format!("> {}", order.join(" ")), answer);
                made.insert(name, order);
            }
            Err(error) => differences.check(&fact, &error.message(|name| *name), answer),
        }
    }
}

/// A class as `record.py` makes it.
struct Class<'a> {
    methods: Vec<&'a str>,
    slots: SlotSet,
}

impl<'a> Class<'a> {
    fn new(methods: &'a str, base: &str) -> Class<'a> {
        let methods = names(methods);
        let native = match base {
            "list" => vec![
                (SlotId::SqConcat, "__add__"),
                (SlotId::SqRepeat, "__mul__"),
                (SlotId::SqRepeat, "__rmul__"),
                (SlotId::SqInplaceConcat, "__iadd__"),
                (SlotId::SqInplaceRepeat, "__imul__"),
            ],
            _ => Vec::new(),
        };
        let mut slots: SlotSet = native.iter().map(|(slot, _)| *slot).collect();
        let shared: Vec<SlotId> = slots.iter().filter_map(also_sets).collect();
        slots = shared.into_iter().fold(slots, SlotSet::with);
        for name in &methods {
            let special = SpecialId::from_name(name).unwrap();
            slots = special.empties().fold(slots, SlotSet::without);
            for &slot in special.fills() {
                slots = slots.with(slot);
                if let Some(partner) = reflected_slot(slot)
                    && native.iter().any(|(_, name)| *name == partner.names()[0].special.name())
                {
                    slots = slots.with(partner);
                }
            }
        }
        Class { methods, slots }
    }

    /// Whether the method is `list`'s.
    fn is_native(&self, special: SpecialId) -> bool {
        !self.methods.contains(&special.name())
    }
}

#[test]
fn operands_are_asked_in_the_order_of_cpython() {
    let mut differences = Differences::default();
    for fact in facts(include_str!("facts/attempts.txt")) {
        let [op, kind, left_names, right_names, left_base, right_base, relation, overrides, ..] =
            fact[..]
        else {
            panic!("{fact:?}")
        };
        let op = *BinaryOp::ALL
            .iter()
            .find(|candidate| candidate.special().name() == format!("__{op}__"))
            .unwrap();
        let relation = match relation {
            "same" => Relation::Same,
            "subclass" => Relation::RightIsSubclass { overrides: overrides == "True" },
            _ => Relation::Other,
        };
        let left = Class::new(left_names, left_base);
        let mut right = Class::new(right_names, right_base);
        let right_name = if relation == Relation::Same { "L" } else { "R" };
        let inherits = relation != Relation::Other;
        if inherits {
            right.slots = right.slots.union(left.slots);
        }
        let attempts = match kind {
            "binary" => binary_attempts(op, left.slots, right.slots, relation),
            _ => in_place_attempts(op, left.slots, right.slots, relation, true),
        };
        let mut asked = Vec::new();
        let mut end = op.unsupported(kind != "binary", "L", right_name);
        for attempt in attempts {
            // A method of `list` ends the search with an error.
            let special = match attempt {
                Attempt::InPlace => op.in_place_special().unwrap(),
                Attempt::Left => op.special(),
                Attempt::Right => op.reflected_special(),
                _ => SpecialId::Len,
            };
            let from_right = attempt == Attempt::Right;
            let (native, owner) = match from_right {
                true if !right.is_native(special) => (false, right_name),
                true if inherits => (left.is_native(special), "L"),
                true => (true, right_name),
                false => (left.is_native(special), "L"),
            };
            if !native {
                asked.push(format!("{owner}.{}", special.name()));
                continue;
            }
            end = match (attempt, op) {
                (Attempt::InPlaceConcat, _) | (Attempt::InPlace, BinaryOp::Add) => {
                    "'R' object is not iterable".to_owned()
                }
                (Attempt::Concat, _) | (Attempt::Left, BinaryOp::Add) => {
                    "can only concatenate list (not \"R\") to list".to_owned()
                }
                (Attempt::Left, _) => "'R' object cannot be interpreted as an integer".to_owned(),
                (Attempt::Right, _) => "'L' object cannot be interpreted as an integer".to_owned(),
                (Attempt::RepeatRight, _) => {
                    "can't multiply sequence by non-int of type 'L'".to_owned()
                }
                _ => "can't multiply sequence by non-int of type 'R'".to_owned(),
            };
            break;
        }
        let theirs = format!("{} | {}", fact[8], fact[9]);
        differences.check(&fact, &format!("{} | {end}", asked.join(" ")), &theirs);
    }
}

/// The relation as `record.py` spells it, of classes whose right one overrides what it can.
fn relation(text: &str) -> Relation {
    match text {
        "same" => Relation::Same,
        "subclass" => Relation::RightIsSubclass { overrides: true },
        _ => Relation::Other,
    }
}

#[test]
fn comparisons_ask_in_the_order_of_cpython() {
    let mut count = 0;
    for fact in facts(include_str!("facts/comparisons.txt")) {
        let [left_names, right_names, related, trace, message] = fact[..] else {
            panic!("{fact:?}")
        };
        let (left, right) = (names(left_names), names(right_names));
        let op = CompareOp::Lt;
        let mut asked = Vec::new();
        // Every class has comparison from `object`, which passes without a trace.
        for attempt in comparison_attempts(true, true, relation(related)) {
            let (op, own) = match attempt {
                Attempt::Right => (op.swapped(), related != "same"),
                _ => (op, false),
            };
            let name = op.special().name();
            if own && right.contains(&name) {
                asked.push(format!("R.{name}"));
            } else if (!own || related == "subclass") && left.contains(&name) {
                asked.push(format!("L.{name}"));
            }
        }
        assert_eq!(asked.join(" "), trace, "{fact:?}");
        let right_name = if related == "same" { "L" } else { "R" };
        assert_eq!(op.unsupported("L", right_name), message);
        count += 1;
    }
    assert_eq!(count, 36);
}

#[test]
fn three_operands_are_asked_in_the_order_of_cpython() {
    let mut count = 0;
    for fact in facts(include_str!("facts/powers.txt")) {
        let [related, trace, message] = fact[..] else { panic!("{fact:?}") };
        // Methods of the second and third operand do not count if they are Python's.
        let attempts = ternary_attempts(true, false, false, relation(related));
        assert_eq!(attempts.as_slice(), [Attempt::Left]);
        assert_eq!(trace, "L.__pow__");
        let right_name = if related == "same" { "L" } else { "R" };
        assert_eq!(unsupported_pow("L", right_name, "M"), message);
        count += 1;
    }
    assert_eq!(count, 3);
}

#[test]
fn code_objects_give_the_same_signature_as_text() {
    let counts = Counts {
        positional_only: 1,
        positional: 2,
        keyword_only: 1,
        var_positional: true,
        var_keyword: true,
    };
    let made = Signature::of_function(counts, ["a", "b", "c", "args", "kwargs"]).unwrap();
    assert_eq!(made.to_string(), "(a, /, b, *args, c, **kwargs)");
    let read = Signature::parse("(a, /, b, *args, c, **kwargs)").unwrap();
    assert_eq!(made, read.with_style(CallStyle::Python));
    assert!(Signature::of_function(counts, ["a", "b", "c", "args"]).is_err());
    assert!(Signature::of_function(counts, ["a", "b", "c", "a", "kwargs"]).is_err());
}
