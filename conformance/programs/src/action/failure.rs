//! Exceptions: groups, chains, notes, handlers in handlers, context managers that raise.

use crate::scope::Scope;

impl Scope<'_> {
    pub(super) fn failure(&mut self) -> String {
        let (first, second, third) = (self.error(), self.error(), self.error());
        let class = |error: &str| error.split('(').next().unwrap_or("ValueError").to_owned();
        let object = self.object();
        let lines: Vec<String> = match self.choices.below(8) {
            0 => vec![
                "try:".into(),
                format!(
                    "    raise ExceptionGroup('g', [{}(1), {}(2)])",
                    class(&first),
                    class(&second)
                ),
                format!("except* {} as e:", class(&third)),
                "    log('part', show(e.exceptions))".into(),
                format!("    raise {second}"),
                format!("except* {}:", class(&first)),
                "    log('rest')".into(),
            ],
            1 => vec![
                format!(
                    "g = ExceptionGroup('g', [{}(1), ExceptionGroup('h', [{}(2)])])",
                    class(&first),
                    class(&second)
                ),
                format!("a, b = g.split({})", [class(&third), object][self.choices.below(2)]),
                "return repr(a), repr(b)".into(),
            ],
            2 => vec![
                "try:".into(),
                format!("    raise {first}"),
                format!("except {}:", class(&second)),
                format!("    raise {third}"),
                "except BaseException as e:".into(),
                format!("    try: raise {second} from e"),
                "    except BaseException as f:".into(),
                "        return repr(f.__cause__), f.__cause__ is e, f.__suppress_context__".into(),
            ],
            3 => vec![
                format!("e = {}({object})", class(&first)),
                format!("e.add_note({})", self.any()),
                format!("e.__cause__ = {}", self.any()),
                "raise e".into(),
            ],
            4 => vec![
                "for n in range(3):".into(),
                "    try:".into(),
                format!(
                    "        if n == {}: {}",
                    self.small(),
                    self.pick(&["continue", "break", "return n"])
                ),
                format!("        raise {first}"),
                format!("    except {}:", class(&second)),
                format!(
                    "        {}",
                    self.pick(&["continue", "break", "return 'e'", "raise", "pass"])
                ),
                "    finally:".into(),
                format!("        log('finally', n){}", self.pick(&["", "; break", "; n = 9"])),
                "return n".into(),
            ],
            5 => {
                let other = self.object();
                vec![
                    format!("with {object} as x, {other} as y:"),
                    format!("    raise {first}"),
                    "return x, y".into(),
                ]
            }
            6 => vec![
                "import contextlib".into(),
                "with contextlib.ExitStack() as s:".into(),
                format!("    s.callback({}, {})", self.function(), self.any()),
                format!("    attempt('enter', lambda: s.enter_context({object}))"),
                format!("    raise {first}"),
            ],
            _ => vec![
                "try:".into(),
                format!("    raise {first}"),
                format!("except ({}, {object}) as e:", class(&second)),
                "    return repr(e), e.args".into(),
                "else: return 'none'".into(),
            ],
        };
        self.attempt_lines(&lines)
    }
}
