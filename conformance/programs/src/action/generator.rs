//! Generators, coroutines and asynchronous generators, driven from outside.

use crate::scope::Scope;

/// What runs an awaitable for a few turns.
const DRIVE: &str = "def drive(awaitable):
        iterator = type(awaitable).__await__(awaitable)
        for turn in range(4):
            try:
                log('  yielded', show(iterator.send(None)))
            except StopIteration as e:
                return e.value
        iterator.close()";

impl Scope<'_> {
    pub(super) fn generator(&mut self) -> String {
        match self.choices.below(4) {
            0..2 => self.plain_generator(),
            2 => self.coroutine(),
            _ => self.async_generator(),
        }
    }

    /// A generator with handlers, and what is done to it, step by step.
    fn plain_generator(&mut self) -> String {
        let mut lines = vec!["def g():".to_owned()];
        lines.extend(self.generator_body(false));
        lines.push("i = g()".into());
        for _ in 0..1 + self.choices.below(4) {
            let step = match self.choices.below(8) {
                0..3 => "next(i)".to_owned(),
                3 => format!("i.send({})", self.any()),
                4 => format!("i.throw({})", self.error()),
                5 => "i.close()".into(),
                6 => self
                    .pick(&["i.gi_running", "i.gi_frame is None", "i.gi_suspended", "[*i][:3]"])
                    .to_owned(),
                _ => format!("i.throw({})", self.any()),
            };
            lines.push(format!("attempt('step', lambda: {step})"));
        }
        lines.push("return i.gi_frame is None".into());
        self.attempt_lines(&lines)
    }

    /// The indented lines of a body that yields.
    fn generator_body(&mut self, asynchronous: bool) -> Vec<String> {
        let (first, second, result) = (self.any(), self.any(), self.any());
        let (error, handler) = (self.error(), self.error());
        let handler = handler.split('(').next().unwrap_or("ValueError").to_owned();
        let middle = match self.choices.below(6) {
            0 => format!("raise {error}"),
            1 => format!("D['g'] = {second}"),
            2 if !asynchronous => format!("yield from {second}"),
            3 if asynchronous => format!("await {}", self.object()),
            _ => "log('between')".into(),
        };
        let rescue = match self.choices.below(5) {
            0 => "raise".to_owned(),
            1 => format!("yield {}", self.small()),
            2 => format!("raise {}", self.error()),
            3 if !asynchronous => format!("return {}", self.small()),
            _ => "log('rescued', sys.exception() is not None)".into(),
        };
        let last = match self.choices.below(4) {
            0 => format!("yield {}", self.small()),
            1 => format!("raise {}", self.error()),
            _ => "log('finally')".into(),
        };
        let mut lines = vec![
            "    try:".to_owned(),
            format!("        x = yield {first}"),
            "        log('got', show(x))".into(),
            format!("        {middle}"),
            format!("        yield {second}"),
            format!("    except {handler}:"),
            format!("        {rescue}"),
        ];
        if self.chance(90) {
            lines.push("    finally:".into());
            lines.push(format!("        {last}"));
        }
        lines.push(match asynchronous {
            true => "    log('end')".into(),
            false => format!("    return {result}"),
        });
        lines
    }

    /// A coroutine that awaits, iterates and enters objects of the program.
    fn coroutine(&mut self) -> String {
        let (object, value) = (self.object(), self.any());
        let mut lines = vec![DRIVE.to_owned(), "async def c():".to_owned()];
        match self.choices.below(5) {
            0 => lines.push(format!("    return await {object}")),
            1 => lines.extend([
                format!("    async for x in {object}:"),
                "        log('item', show(x))".into(),
                "    else: return 'over'".into(),
            ]),
            2 => lines.extend([
                format!("    async with {object} as x:"),
                "        log('inside', show(x))".into(),
                format!("        raise {}", self.error()),
            ]),
            3 => lines.push(format!("    return [x async for x in {object} if x]")),
            _ => lines.extend([
                format!("    try: await {object}"),
                format!("    except TypeError: return {value}"),
                "    finally: log('finally')".into(),
            ]),
        }
        lines.push("return drive(c())".into());
        self.attempt_lines(&lines)
    }

    fn async_generator(&mut self) -> String {
        let mut lines = vec![DRIVE.to_owned(), "async def g():".to_owned()];
        lines.extend(self.generator_body(true));
        lines.push("i = g()".into());
        for _ in 0..1 + self.choices.below(3) {
            let step = match self.choices.below(6) {
                0 | 1 => "i.__anext__()".to_owned(),
                2 => format!("i.asend({})", self.any()),
                3 => format!("i.athrow({})", self.error()),
                4 => "i.aclose()".into(),
                _ => "anext(i, 'default')".into(),
            };
            lines.push(format!("attempt('step', lambda: drive({step}))"));
        }
        lines.push("return i.ag_running".into());
        self.attempt_lines(&lines)
    }
}
