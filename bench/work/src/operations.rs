//! The list of work: every operation that is measured, in the order of the table.

use crate::operation::{Operation, Work};
use crate::side::Comparison::{Eq, Lt};
use crate::side::Operator::{Add, And, FloorDiv, Mod, Mul, Or, Sub, TrueDiv};

use Work::*;

/// All operations.
pub fn all() -> Vec<Operation> {
    let groups: [(&'static str, &[Row]); 13] = [
        ("int", INT),
        ("float", FLOAT),
        ("operators", OPERATORS),
        ("comparison", COMPARISON),
        ("attributes", ATTRIBUTES),
        ("calls", CALLS),
        ("instances", INSTANCES),
        ("dict", DICT),
        ("list and tuple", LIST),
        ("set", SET),
        ("str", STR),
        ("iteration", ITERATION),
        ("classes and errors", CLASSES),
    ];
    let mut all = Vec::new();
    for (group, rows) in groups {
        for &(name, work, per) in rows {
            all.push(Operation { group, name, work, per });
        }
    }
    all
}

/// The operations whose instructions are counted: what programs spend most of their time in.
pub const HOTTEST: [&str; 10] = [
    "int + int",
    "float * float",
    "Python + Python",
    "get instance attribute",
    "get and call method",
    "call Python function, 1 argument",
    "call native function, 1 argument",
    "create with __init__",
    "dict[str]",
    "list[int]",
];

type Row = (&'static str, Work, u64);

const INT: &[Row] = &[
    ("int + int", Binary(Add, "12345", "67890"), 1),
    ("int - int", Binary(Sub, "12345", "67890"), 1),
    ("int * int", Binary(Mul, "12345", "67890"), 1),
    ("int // int", Binary(FloorDiv, "1234567", "67"), 1),
    ("int % int", Binary(Mod, "1234567", "67"), 1),
    ("int / int", Binary(TrueDiv, "1234567", "67"), 1),
    ("int & int", Binary(And, "12345", "67890"), 1),
    ("int < int", Compare(Lt, "12345", "67890"), 1),
    ("make int", NewInt(1 << 40), 1),
    ("big + big", Binary(Add, "big", "other_big"), 1),
    ("big * big", Binary(Mul, "big", "other_big"), 1),
    ("big // big", Binary(FloorDiv, "big * 12345", "other_big"), 1),
    ("big < big", Compare(Lt, "big", "big + 1"), 1),
    ("str of int", Str("1234567"), 1),
    ("str of big", Str("big"), 1),
    ("int of str", Call("int", &["'1234567'"]), 1),
];

const FLOAT: &[Row] = &[
    ("float + float", Binary(Add, "1.5", "2.25"), 1),
    ("float - float", Binary(Sub, "1.5", "2.25"), 1),
    ("float * float", Binary(Mul, "1.5", "2.25"), 1),
    ("float / float", Binary(TrueDiv, "1.5", "2.25"), 1),
    ("float + int", Binary(Add, "1.5", "2"), 1),
    ("float < float", Compare(Lt, "1.5", "2.25"), 1),
    ("make float", NewFloat(1.5), 1),
    ("repr of float", Repr("3.14159"), 1),
];

const OPERATORS: &[Row] = &[
    ("Python + Python", Binary(Add, "number", "Number()"), 1),
    ("Python + int", Binary(Add, "number", "1"), 1),
    ("int + Python, reflected", Binary(Add, "1", "Reflected()"), 1),
    ("Python + Python, reflected", Binary(Add, "Lazy()", "Reflected()"), 1),
    ("base + subclass, subclass first", Binary(Add, "number", "Derived()"), 1),
    ("native + native", Binary(Add, "native", "Native(2)"), 1),
    ("native + int", Binary(Add, "native", "1"), 1),
    ("truth of Python object", Truth("number"), 1),
    ("len of Python object", Len("number"), 1),
    ("Python object[key]", Item("number", "1"), 1),
    ("key in Python object", Contains("number", "1"), 1),
    ("hash of Python object", Hash("number"), 1),
    ("repr of Python object", Repr("number"), 1),
];

const COMPARISON: &[Row] = &[
    ("Python == Python", Compare(Eq, "number", "Number()"), 1),
    ("Python < Python", Compare(Lt, "number", "Number()"), 1),
    ("base == subclass, subclass first", Compare(Eq, "number", "Derived()"), 1),
    ("native == native", Compare(Eq, "native", "Native(2)"), 1),
    ("native < native", Compare(Lt, "native", "Native(2)"), 1),
    ("object == object, by identity", Compare(Eq, "Empty()", "plain"), 1),
    ("tuple == tuple", Compare(Eq, "(1, 'a', 2.5)", "(1, 'a', 2.5, 3)[:3]"), 1),
    ("tuple < tuple", Compare(Lt, "(1, 'a', 2.5)", "(1, 'a', 3.5)"), 1),
    ("list == list, 1000 ints", Compare(Eq, "small_list", "list(range(1000))"), 1),
];

const ATTRIBUTES: &[Row] = &[
    ("get instance attribute", Get("plain", "y"), 1),
    ("get instance attribute, at a site", GetAtSite("plain", "y"), 1),
    ("get class attribute, depth 1", Get("plain", "attribute"), 1),
    ("get class attribute, depth 5", Get("D5()", "far"), 1),
    ("get class attribute, depth 10", Get("deep", "far"), 1),
    ("get attribute of class", Get("D10", "far"), 1),
    ("get slot", Get("slotted", "y"), 1),
    ("get property", Get("described", "property"), 1),
    ("get by data descriptor", Get("described", "data"), 1),
    ("get by __getattr__", Get("guessing", "anything"), 1),
    ("get method", Get("plain", "method0"), 1),
    ("get native method", Get("small_list", "append"), 1),
    ("get static method", Get("described", "static"), 1),
    ("get class method", Get("described", "of_class"), 1),
    ("get missing, with default", GetIfAny("plain", "missing"), 1),
    ("get missing, error caught", GetFails("plain", "missing"), 1),
    ("set instance attribute", Put("plain", "x", "5"), 1),
    ("set instance attribute, at a site", PutAtSite("plain", "x", "5"), 1),
    ("set slot", Put("slotted", "x", "5"), 1),
    ("set property", Put("described", "property", "5"), 1),
    ("set by data descriptor", Put("described", "data", "5"), 1),
    ("set class attribute", Put("Empty", "spare", "5"), 1),
];

const CALLS: &[Row] = &[
    ("get and call method", CallMethod("plain", "method0", &[]), 1),
    ("get and call method, 1 argument", CallMethod("plain", "method1", &["1"]), 1),
    ("get and call method, depth 10", CallMethod("deep", "far_method", &[]), 1),
    ("get and call native method", CallMethod("small_list", "count", &["-1"]), 1000),
    ("call bound method", Call("plain.method0", &[]), 1),
    ("call native function, no argument", Call("native0", &[]), 1),
    ("call native function, 1 argument", Call("native1", &["1"]), 1),
    ("call native function, 2 arguments", Call("native2", &["1", "2"]), 1),
    ("call native function, 3 arguments", Call("native3", &["1", "2", "3"]), 1),
    ("call native function, keyword", CallKeyword("native_keywords", "1", "c", "3"), 1),
    ("call Python function, no argument", Call("scripted0", &[]), 1),
    ("call Python function, 1 argument", Call("scripted1", &["1"]), 1),
    ("call Python function, 2 arguments", Call("scripted2", &["1", "2"]), 1),
    ("call Python function, 3 arguments", Call("scripted3", &["1", "2", "3"]), 1),
    ("call Python function, defaults", Call("scripted_default", &["1"]), 1),
    ("call Python function, keyword", CallKeyword("scripted_keywords", "1", "c", "3"), 1),
    ("call closure", Call("closure()", &[]), 1),
    ("call object with __call__", Call("Callable()", &["1"]), 1),
    ("call type(x)", Call("type", &["plain"]), 1),
];

const INSTANCES: &[Row] = &[
    ("create empty", Call("Empty", &[]), 1),
    ("create with __init__", Call("WithInit", &["1", "2"]), 1),
    ("create with slots", Call("Slotted", &[]), 1),
    ("create native", Call("Native", &["5"]), 1),
    ("create object()", Call("object", &[]), 1),
    ("create exception", Call("ValueError", &["'text'"]), 1),
    ("isinstance, exact", IsInstance("plain", "Plain"), 1),
    ("isinstance, depth 10", IsInstance("deep", "D1"), 1),
    ("isinstance, false", IsInstance("plain", "D1"), 1),
    ("isinstance, tuple of 3", IsInstance("1.5", "(str, int, float)"), 1),
];

const DICT: &[Row] = &[
    ("dict[str]", Item("str_dict", "'key500'"), 1),
    ("dict[int]", Item("int_dict", "500"), 1),
    ("dict[user key]", Item("key_dict", "Key(500)"), 1),
    ("dict[str] = value", PutItem("scratch_dict", "'key500'", "1"), 1),
    ("dict[int] = value", PutItem("scratch_int_dict", "500", "1"), 1),
    ("dict[user key] = value", PutItem("scratch_key_dict", "Key(500)", "1"), 1),
    ("str in dict, missing", Contains("str_dict", "'missing'"), 1),
    ("dict.get(str)", CallMethod("str_dict", "get", &["'key500'"]), 1),
    ("build dict of 1e5 str keys, per key", DictOf("unique_strs"), 100_000),
    ("build dict of 1e5 int keys, per key", DictOf("unique_ints"), 100_000),
    ("build dict of 1e4 user keys, per key", DictOf("unique_keys"), 10_000),
    ("copy dict of 1000, per key", CallMethod("str_dict", "copy", &[]), 1000),
];

const LIST: &[Row] = &[
    ("list.append, per item", Append("1"), 1000),
    ("list[int]", Item("small_list", "500"), 1),
    ("list[int] = value", PutItem("scratch_list", "500", "1"), 1),
    ("list[10:20]", Item("small_list", "slice(10, 20)"), 1),
    ("list + list, 1000 each", Binary(Add, "small_list", "small_list"), 1),
    ("int in list of 1000, per item", Contains("small_list", "-1"), 1000),
    ("sort 1e5 ints, per item", Call("sorted", &["ints"]), 100_000),
    ("sort 1e5 floats, per item", Call("sorted", &["floats"]), 100_000),
    ("sort 1e5 strs, per item", Call("sorted", &["strs"]), 100_000),
    ("sort 1e4 user objects, per item", Call("sorted", &["keys"]), 10_000),
    ("sum of 1000 ints, per item", Call("sum", &["small_list"]), 1000),
    ("make tuple of 2", Tuple(&["1", "'a'"]), 1),
    ("make tuple of 5", Tuple(&["1", "'a'", "2.5", "plain", "None"]), 1),
    ("tuple[int]", Item("(1, 2, 3)", "1"), 1),
    ("hash of tuple", Hash("(1, 'a', 2.5)"), 1),
];

const SET: &[Row] = &[
    ("int in set", Contains("even_set", "500"), 1),
    ("build set of 1e5 ints, per item", SetOf("unique_ints"), 100_000),
    ("build set of 1e5 strs, per item", SetOf("unique_strs"), 100_000),
    ("set & set, per item", Binary(And, "even_set", "third_set"), 500),
    ("set | set, per item", Binary(Or, "even_set", "third_set"), 500),
    ("set - set, per item", Binary(Sub, "even_set", "third_set"), 500),
];

const STR: &[Row] = &[
    ("make str of 12", NewStr("a dozen more"), 1),
    ("str + str, short", Binary(Add, "'hello '", "'world'"), 1),
    ("str + str, 900 + 900", Binary(Add, "text", "text"), 1),
    ("str == str, equal, 40", Compare(Eq, "almost", "'x' * 39 + str('y')"), 1),
    ("str == str, different", Compare(Eq, "almost", "almost_too"), 1),
    ("str < str", Compare(Lt, "almost", "almost_too"), 1),
    ("hash of str, known", Hash("text"), 1),
    ("hash of str, new, 20", HashFresh("twenty letters, this"), 1),
    ("str[int]", Item("text", "500"), 1),
    ("str[int], not ASCII", Item("unicode_text", "500"), 1),
    ("str[10:20]", Item("text", "slice(10, 20)"), 1),
    ("str in str", Contains("text", "'lazy cat'"), 1),
    ("str.find", CallMethod("text", "find", &["'lazy dog'"]), 1),
    ("str.split, 180 words", CallMethod("text", "split", &[]), 1),
    ("str.join, 100 words", CallMethod("', '", "join", &["short_strs"]), 1),
    ("str.replace", CallMethod("text", "replace", &["'fox'", "'cat'"]), 1),
    ("str.upper", CallMethod("text", "upper", &[]), 1),
    ("str.startswith", CallMethod("text", "startswith", &["'The'"]), 1),
    ("str.format", CallMethod("'{} and {}'", "format", &["12", "'text'"]), 1),
    ("str % tuple", Binary(Mod, "'%d and %s'", "(12, 'text')"), 1),
    ("format(float, '.3f')", Format("3.14159", "'.3f'"), 1),
    ("repr of str", Repr("almost"), 1),
    ("len of str", Len("unicode_text"), 1),
];

const ITERATION: &[Row] = &[
    ("iterate list, per item", Iterate("small_list"), 1000),
    ("iterate tuple, per item", Iterate("tuple(small_list)"), 1000),
    ("iterate range, per item", Iterate("range(1000)"), 1000),
    ("iterate dict, per item", Iterate("str_dict"), 1000),
    ("iterate dict items, per item", Iterate("str_dict.items()"), 1000),
    ("iterate set, per item", Iterate("even_set"), 500),
    ("iterate str, per item", Iterate("text"), 900),
    ("iterate generator, per item", Iterate("Numbers()"), 1000),
    ("iterate Python iterator, per item", Iterate("Counter()"), 1000),
];

const CLASSES: &[Row] = &[
    ("create class by type()", Call("type", &["'Made'", "()", "{}"]), 1),
    ("create class with a base", Call("type", &["'Made'", "(Plain,)", "{'a': 1}"]), 1),
    ("diamond of ten classes", Call("diamond", &[]), 1),
    ("raise and catch, native", Raise("a message"), 1),
    ("raise in Python, catch in host", CallFails("raises"), 1),
    ("raise and catch in Python", Call("catches", &[]), 1),
    ("try without raise in Python", Call("no_raise", &[]), 1),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique() {
        let all = all();
        for (index, operation) in all.iter().enumerate() {
            assert!(all[..index].iter().all(|other| other.name != operation.name));
        }
    }

    #[test]
    fn the_hottest_are_operations() {
        for name in HOTTEST {
            assert!(all().iter().any(|operation| operation.name == name), "{name}");
        }
    }
}
