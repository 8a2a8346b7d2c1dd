//! Operations on a dict and a set, against rows of pairs.

use programs::choices::Choices;

use super::run;
use crate::inside::Outcome;

/// Keys that are equal to others (1, 1.0, True), that hash alike (`H`), of several types.
const KEYS: &[(&str, u32)] = &[
    ("1", 1),
    ("2", 2),
    ("1.0", 1),
    ("True", 1),
    ("'a'", 3),
    ("'b'", 4),
    ("(1,)", 5),
    ("(1.0,)", 5),
    ("-1", 6),
    ("-2", 7),
    ("H0", 8),
    ("H1", 9),
    ("H2", 10),
    ("2**61 - 1", 11),
    ("0", 12),
    ("0.0", 12),
    ("None", 13),
    ("2**64", 14),
    ("33", 15),
    ("65", 16),
    ("b'a'", 17),
    ("frozenset()", 18),
    ("'aa' * 20", 19),
    ("1j", 20),
];

const PRELUDE: &str = "
class H:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return isinstance(other, H) and self.n == other.n
H0, H1, H2 = H(0), H(1), H(2)
d, s = {}, set()
";

/// Does what the bytes say.
///
/// # Panics
/// If a container does not hold what the model holds, or a dict in another order.
pub fn container(bytes: &[u8]) {
    let mut choices = Choices::of_bytes(bytes);
    let (mut text, mut expected) = (PRELUDE.to_owned(), String::new());
    // A dict keeps the key that came first, and the order of coming.
    let mut dict: Vec<(u32, u32)> = Vec::new();
    let mut set: Vec<u32> = Vec::new();
    let mut next = 0;
    while !choices.is_spent() {
        let (key, id) = KEYS[choices.below(KEYS.len())];
        let at = dict.iter().position(|(other, _)| *other == id);
        let in_set = set.contains(&id);
        next += 1;
        match choices.below(16) {
            0..5 => {
                text += &format!("d[{key}] = {next}\n");
                match at {
                    Some(at) => dict[at].1 = next,
                    None => dict.push((id, next)),
                }
            }
            5 | 6 => {
                text += &format!("print(d.pop({key}, None))\n");
                expected += &match at {
                    Some(at) => format!("{}\n", dict.remove(at).1),
                    None => "None\n".into(),
                };
            }
            7 => {
                text += "print(d.popitem()[1] if d else None)\n";
                expected += &dict.pop().map_or("None\n".into(), |(_, value)| format!("{value}\n"));
            }
            8 => {
                text += &format!("print(d.setdefault({key}, {next}))\n");
                let value = at.map_or(next, |at| dict[at].1);
                if at.is_none() {
                    dict.push((id, next));
                }
                expected += &format!("{value}\n");
            }
            9 => {
                text += &format!("d.update({{{key}: {next}}})\nd |= {{}}\nd = dict(d)\n");
                match at {
                    Some(at) => dict[at].1 = next,
                    None => dict.push((id, next)),
                }
            }
            10 if choices.chance(30) => {
                text += "d.clear()\ns.clear()\n";
                dict.clear();
                set.clear();
            }
            10..13 => {
                text += &format!("s.add({key})\n");
                if !in_set {
                    set.push(id);
                }
            }
            13 => {
                text += &format!("s.discard({key})\n");
                set.retain(|other| *other != id);
            }
            14 => {
                text += &format!("s ^= {{{key}}}\n");
                match in_set {
                    true => set.retain(|other| *other != id),
                    false => set.push(id),
                }
            }
            _ => {
                text +=
                    &format!("s = (s | {{{key}}}) - (s & {{{key}}}) if {key} in s else s.copy()\n");
                set.retain(|other| *other != id);
            }
        }
        text += &format!("print(list(d.values()), len(s), {key} in d, {key} in s)\n");
        let values: Vec<_> = dict.iter().map(|(_, value)| *value).collect();
        let has = |yes: bool| if yes { "True" } else { "False" };
        let (in_dict, in_set) = (dict.iter().any(|(other, _)| *other == id), set.contains(&id));
        expected += &format!("{values:?} {} {} {}\n", set.len(), has(in_dict), has(in_set));
    }
    text += "assert dict(reversed(list(reversed(d.items())))) == d and set(list(s)) == s == frozenset(s)\n";
    let run = run(&text);
    assert_eq!(run.outcome, Outcome::Done, "{text}");
    assert_eq!(run.output, expected, "{text}");
}
