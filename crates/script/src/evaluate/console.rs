//! The host of a command: standard streams, clock, source lines.

use std::collections::HashMap;
use std::io::{BufRead, BufWriter, Write};

use objmodel::host::{Anchors, Host};

use super::carets;

/// Where a program's output goes, and what tracebacks quote.
///
/// Output that cannot be written is lost: the program is not told.
pub struct Console {
    stdout: BufWriter<Box<dyn Write>>,
    stderr: Box<dyn Write>,
    /// Lines of the sources seen so far, by name.
    sources: HashMap<String, Vec<String>>,
}

impl Console {
    /// A console over two streams; output is buffered until [`Host::flush`].
    pub fn new(stdout: Box<dyn Write>, stderr: Box<dyn Write>) -> Console {
        Console {
            stdout: BufWriter::with_capacity(1 << 16, stdout),
            stderr,
            sources: HashMap::new(),
        }
    }

    /// A console over the process's own streams.
    pub fn standard() -> Console {
        Console::new(Box::new(std::io::stdout()), Box::new(std::io::stderr()))
    }

    /// Remembers a source's text for tracebacks.
    pub(super) fn add_source(&mut self, name: &str, text: &str) {
        self.sources.insert(name.to_owned(), lines(text));
    }
}

fn lines(text: &str) -> Vec<String> {
    text.split('\n').map(|line| line.trim_end_matches('\r').to_owned()).collect()
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

    fn source_line(&mut self, filename: &str, line: u32) -> Option<String> {
        if !self.sources.contains_key(filename) {
            let text = std::fs::read_to_string(filename).ok()?;
            self.add_source(filename, &text);
        }
        let index = (line as usize).checked_sub(1)?;
        self.sources.get(filename)?.get(index).cloned()
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

    fn entropy(&mut self) -> u64 {
        use std::hash::{BuildHasher, Hasher};
        std::collections::hash_map::RandomState::new().build_hasher().finish()
    }
}
