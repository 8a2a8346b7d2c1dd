//! Private names (language reference, "Identifiers (Names)").

use std::borrow::Cow;

/// The name under which a class's code knows `name`: `__x` in class `C` is `_C__x`.
pub fn mangle<'a>(class: Option<&str>, name: &'a str) -> Cow<'a, str> {
    let private = name.starts_with("__") && !name.ends_with("__") && !name.contains('.');
    match class.map(|class| class.trim_start_matches('_')) {
        Some(class) if private && !class.is_empty() => Cow::Owned(format!("_{class}{name}")),
        _ => Cow::Borrowed(name),
    }
}

#[cfg(test)]
mod tests {
    use super::mangle;

    #[test]
    fn names_are_mangled_as_cpython_does() {
        let facts = [
            (Some("C"), "__x", "_C__x"),
            (Some("__C"), "__x", "_C__x"),
            (Some("___"), "__x", "__x"),
            (Some("C"), "__x__", "__x__"),
            (Some("C"), "_x", "_x"),
            (Some("C"), "__", "__"),
            (Some("C"), "___", "___"),
            (Some("C"), "__x_", "_C__x_"),
            (Some("C"), "__a.b", "__a.b"),
            (None, "__x", "__x"),
        ];
        for (class, name, expected) in facts {
            assert_eq!(mangle(class, name), expected, "{name} in {class:?}");
        }
    }
}
