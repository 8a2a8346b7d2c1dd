//! The host of a command: standard streams, clock, source lines.

use std::collections::HashMap;
use std::io::{BufRead, BufWriter, Write};

use objmodel::files::Files;
use objmodel::gc::Account;
use objmodel::host::{Anchors, Host};

use super::carets;
use crate::syntax::Source;

/// Where a program's output goes, and what tracebacks quote.
///
/// Output that cannot be written is lost: the program is not told.
pub struct Console {
    stdout: BufWriter<Box<dyn Write>>,
    stderr: Box<dyn Write>,
    files: Option<Box<dyn Files>>,
    /// The sources seen so far, by name, with what is charged for them; `None` for a file that cannot
    /// be read.
    sources: HashMap<String, Option<(Source, Option<Account>)>>,
}

impl Console {
    /// A console over two streams; output is buffered until [`Host::flush`].
    pub fn new(stdout: Box<dyn Write>, stderr: Box<dyn Write>) -> Console {
        Console {
            stdout: BufWriter::with_capacity(1 << 16, stdout),
            stderr,
            files: None,
            sources: HashMap::new(),
        }
    }

    /// A console over the process's own streams.
    pub fn standard() -> Console {
        Console::new(Box::new(std::io::stdout()), Box::new(std::io::stderr()))
    }

    /// A console whose output goes to the process's standard error too.
    pub fn on_stderr() -> Console {
        Console::new(Box::new(std::io::stderr()), Box::new(std::io::stderr()))
    }

    /// The same, and programs may use these files.
    #[must_use]
    pub fn with_files(self, files: impl Files + 'static) -> Console {
        Console { files: Some(Box::new(files)), ..self }
    }

    /// Remembers a source's text for tracebacks, and what was charged for it.
    pub(super) fn add_source(&mut self, source: Source, account: Account) {
        self.sources.insert(source.name().to_string(), Some((source, Some(account))));
    }
}

/// A file that no program was read from, but that code says it came from; not a large one, which
/// nobody has charged.
fn read(filename: &str) -> Option<Source> {
    const MOST: u64 = 1 << 20;
    let file = std::fs::metadata(filename).ok()?;
    if !file.is_file() || file.len() > MOST {
        return None;
    }
    Some(Source::new(filename, std::fs::read_to_string(filename).ok()?))
}

impl Host for Console {
    fn write_stdout(&mut self, text: &[u8]) {
        let _ = self.stdout.write_all(text);
    }

    fn write_stderr(&mut self, text: &[u8]) {
        let _ = self.stdout.flush();
        let _ = self.stderr.write_all(text);
    }

    fn flush(&mut self) {
        let _ = self.stdout.flush();
        let _ = self.stderr.flush();
    }

    fn read_line(&mut self) -> Option<String> {
        let _ = self.stdout.flush();
        let mut line = String::new();
        match std::io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => None,
            Ok(_) => {
                let end = line.trim_end_matches('\n').len();
                line.truncate(end);
                Some(line)
            }
        }
    }

    fn files(&mut self) -> Option<&mut dyn Files> {
        // What was printed comes first, if files are standard streams.
        let _ = self.stdout.flush();
        self.files.as_deref_mut().map(|files| files as &mut dyn Files)
    }

    fn source_line(&mut self, filename: &str, line: u32) -> Option<String> {
        if !self.sources.contains_key(filename) {
            let source = read(filename).map(|source| (source, None));
            self.sources.insert(filename.to_owned(), source);
        }
        let (source, _) = self.sources.get(filename)?.as_ref()?;
        source.line(line).map(str::to_owned)
    }

    fn anchors(&mut self, expression: &str) -> Option<Anchors> {
        carets::anchors(expression)
    }

    fn is_plain_call(&mut self, lines: &[String], start: usize, end: usize) -> bool {
        carets::is_plain_call(lines, start, end)
    }

    fn knows_module(&self, name: &str) -> bool {
        objmodel_stdlib::find(name).is_some()
    }

    fn time(&mut self) -> u128 {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        since.map_or(0, |since| since.as_nanos())
    }

    fn sleep(&mut self, time: std::time::Duration) -> bool {
        std::thread::sleep(time);
        true
    }

    fn entropy(&mut self) -> u64 {
        use std::hash::{BuildHasher, Hasher};
        std::collections::hash_map::RandomState::new().build_hasher().finish()
    }
}
