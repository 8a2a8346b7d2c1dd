//! Calls against a literal model of how arguments find their parameters.

use programs::choices::Choices;

use super::run;
use crate::inside::Outcome;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    PositionalOnly,
    Either,
    KeywordOnly,
}

struct Parameter {
    name: &'static str,
    kind: Kind,
    default: bool,
}

const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

/// Defines a function with some signature and calls it.
///
/// # Panics
/// If the parameters get other values than the model says, or an error is missing or too much.
pub fn signature(bytes: &[u8]) {
    let mut choices = Choices::of_bytes(bytes);
    let (first, second, third) = (choices.below(3), choices.below(3), choices.below(3));
    let kinds = [
        vec![Kind::PositionalOnly; first],
        vec![Kind::Either; second],
        vec![Kind::KeywordOnly; third],
    ]
    .concat();
    let (var_positional, var_keyword) = (choices.chance(80), choices.chance(80));
    let mut parameters: Vec<Parameter> = Vec::new();
    for (name, kind) in NAMES.into_iter().zip(kinds) {
        let must = kind != Kind::KeywordOnly && parameters.last().is_some_and(|last| last.default);
        parameters.push(Parameter { name, kind, default: must || choices.chance(80) });
    }
    let positional: Vec<i32> = (0..choices.below(6) as i32).collect();
    let mut keywords: Vec<(&str, i32)> = Vec::new();
    for value in 0..choices.below(5) as i32 {
        let name = NAMES[choices.below(NAMES.len())];
        if keywords.iter().all(|(other, _)| *other != name) {
            keywords.push((name, 10 + value));
        }
    }
    let expected = bind(&parameters, var_positional, var_keyword, &positional, &keywords);
    let text = program(&parameters, var_positional, var_keyword, &positional, &keywords);
    let run = run(&text);
    assert_eq!(run.outcome, Outcome::Done, "{text}");
    let expected = expected.unwrap_or_else(|| "TypeError".into());
    // In all ways of calling: plain, through stars, a bound method, a partial function, an instance's `__call__`.
    for line in run.output.lines() {
        assert_eq!(line, expected, "{text}");
    }
    assert_eq!(run.output.lines().count(), 4, "{text}");
}

/// What `print(a, b, ..., args, sorted(kwargs.items()))` shows, or nothing if the call is wrong.
fn bind(
    parameters: &[Parameter],
    var_positional: bool,
    var_keyword: bool,
    positional: &[i32],
    keywords: &[(&str, i32)],
) -> Option<String> {
    let mut values: Vec<Option<i32>> = vec![None; parameters.len()];
    let takes: Vec<usize> =
        (0..parameters.len()).filter(|&at| parameters[at].kind != Kind::KeywordOnly).collect();
    for (at, value) in takes.iter().zip(positional) {
        values[*at] = Some(*value);
    }
    let surplus = positional.get(takes.len()..).unwrap_or_default();
    if !surplus.is_empty() && !var_positional {
        return None;
    }
    let mut others: Vec<(&str, i32)> = Vec::new();
    for (name, value) in keywords {
        let named = |p: &Parameter| p.name == *name && p.kind != Kind::PositionalOnly;
        match parameters.iter().position(named) {
            Some(at) if values[at].is_some() => return None,
            Some(at) => values[at] = Some(*value),
            None if var_keyword => others.push((name, *value)),
            None => return None,
        }
    }
    let mut words = Vec::new();
    for (parameter, value) in parameters.iter().zip(values) {
        words.push(value.or(parameter.default.then_some(-1))?.to_string());
    }
    if var_positional {
        words.push(format!("{surplus:?}"));
    }
    if var_keyword {
        others.sort_unstable();
        let pairs: Vec<_> =
            others.iter().map(|(name, value)| format!("('{name}', {value})")).collect();
        words.push(format!("[{}]", pairs.join(", ")));
    }
    Some(words.join(" "))
}

fn program(
    parameters: &[Parameter],
    var_positional: bool,
    var_keyword: bool,
    positional: &[i32],
    keywords: &[(&str, i32)],
) -> String {
    let mut header: Vec<String> = Vec::new();
    let mut shown: Vec<String> = Vec::new();
    let mut slash = false;
    let star = if var_positional { "*args" } else { "*" };
    let mut starred = false;
    for parameter in parameters {
        if slash && parameter.kind != Kind::PositionalOnly {
            header.push("/".into());
        }
        slash = parameter.kind == Kind::PositionalOnly;
        if parameter.kind == Kind::KeywordOnly && !starred {
            header.push(star.into());
            starred = true;
        }
        header.push(format!("{}{}", parameter.name, if parameter.default { "=-1" } else { "" }));
        shown.push(parameter.name.into());
    }
    if slash {
        header.push("/".into());
    }
    if var_positional && !starred {
        header.push(star.into());
    }
    if var_positional {
        shown.push("list(args)".into());
    }
    if var_keyword {
        header.push("**kw".into());
        shown.push("sorted(kw.items())".into());
    }
    let (header, shown) = (header.join(", "), shown.join(", "));
    let positional: Vec<_> = positional.iter().map(ToString::to_string).collect();
    let named: Vec<_> = keywords.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let plain = [positional.clone(), named].concat().join(", ");
    let pairs: Vec<_> = keywords.iter().map(|(name, value)| format!("'{name}': {value}")).collect();
    let stars = format!("*[{}], **{{{}}}", positional.join(", "), pairs.join(", "));
    let comma = if header.is_empty() { "" } else { ", " };
    format!(
        "def function({header}):
    print({shown})
class C:
    def method(self_{comma}{header}):
        print({shown})
    def __call__(self_{comma}{header}):
        print({shown})
for way in (lambda: function({plain}), lambda: function({stars}), lambda: C().method({stars}), lambda: C()({plain})):
    try:
        way()
    except TypeError as e:
        print('TypeError')
"
    )
}
