//! The sections of the Python data model, each owed at least one case.

use std::collections::BTreeMap;
use std::io;

use crate::case::Case;

/// The headings of the reference manual's chapter "Data model", in its order.
pub const SECTIONS: &[&str] = &[
    "Objects, values and types",
    "The standard type hierarchy",
    "Special method names",
    "Basic customization",
    "Customizing attribute access",
    "Customizing module attribute access",
    "Implementing Descriptors",
    "Invoking Descriptors",
    "__slots__",
    "Notes on using *__slots__*",
    "Customizing class creation",
    "Metaclasses",
    "Resolving MRO entries",
    "Determining the appropriate metaclass",
    "Preparing the class namespace",
    "Executing the class body",
    "Creating the class object",
    "Uses for metaclasses",
    "Customizing instance and subclass checks",
    "Emulating generic types",
    "The purpose of *__class_getitem__*",
    "*__class_getitem__* versus *__getitem__*",
    "Emulating callable objects",
    "Emulating container types",
    "Emulating numeric types",
    "Customizing positional arguments in class pattern matching",
    "Emulating buffer types",
    "With Statement Context Managers",
    "Special method lookup",
    "Coroutines",
    "Awaitable Objects",
    "Coroutine Objects",
    "Asynchronous Iterators",
    "Asynchronous Context Managers",
];

/// The names of the cases that cover each section; errors tell what the headers get wrong.
///
/// Errors: a case without a `# covers:` line, or one that names no section of the chapter.
pub fn by_section(cases: &[Case]) -> io::Result<BTreeMap<&'static str, Vec<String>>> {
    let mut covered: BTreeMap<_, _> =
        SECTIONS.iter().map(|&section| (section, Vec::new())).collect();
    for case in cases.iter().filter(|case| !case.name.starts_with("examples/")) {
        let sections = case.covers()?;
        if sections.is_empty() {
            return Err(io::Error::other(format!(
                "{} does not begin with `# covers: SECTION; SECTION`",
                case.name
            )));
        }
        for section in sections {
            let names = covered.get_mut(section.as_str());
            let names = names.ok_or_else(|| {
                io::Error::other(format!("{}: no section is called {section:?}", case.name))
            })?;
            names.push(case.name.clone());
        }
    }
    Ok(covered)
}
