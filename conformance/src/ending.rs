//! How a run ended: what it wrote and its exit status, without what differs from machine to machine.

use std::fmt;
use std::path::Path;

/// What can be seen of a program that has ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ending {
    /// What it printed.
    pub stdout: String,
    /// What it printed on the error stream: the traceback of an uncaught exception, above all.
    pub stderr: String,
    /// How it stopped.
    pub status: Status,
}

/// How a program stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// By itself, with this exit status.
    Exit(i32),
    /// Killed by a signal: it crashed.
    Crash,
    /// Killed by us: it ran longer than its time limit.
    TimeLimit,
}

impl Default for Status {
    fn default() -> Self {
        Status::Exit(0)
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Status::Exit(status) => write!(f, "exit status {status}"),
            Status::Crash => f.write_str("crashed"),
            Status::TimeLimit => f.write_str("ran beyond its time limit"),
        }
    }
}

impl Ending {
    /// Leaves out the folder's path, which tracebacks and `__file__` show, and the addresses on the error stream.
    pub fn normalized(mut self, folder: &Path) -> Ending {
        let mut prefix = folder.to_string_lossy().into_owned();
        prefix.push('/');
        self.stdout = self.stdout.replace(&prefix, "");
        self.stderr = without_addresses(&self.stderr.replace(&prefix, ""));
        self
    }

    /// Whether the program ended well and wrote nothing on the error stream.
    pub fn is_quiet(&self) -> bool {
        self.status == Status::Exit(0) && self.stderr.is_empty()
    }
}

/// Replaces `0x7f3a...` by `0x...`.
pub(crate) fn without_addresses(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, piece) in text.split("0x").enumerate() {
        let digits = piece.bytes().take_while(u8::is_ascii_hexdigit).count();
        match (at, digits) {
            (0, _) => out.push_str(piece),
            (_, 6..) => out.extend(["0x...", piece.get(digits..).unwrap_or_default()]),
            _ => out.extend(["0x", piece]),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_folders_disappear_and_small_numbers_stay() {
        let ending = Ending {
            stdout: "/a/b/case.py 0x7fabcdef0123".into(),
            stderr: "File \"/a/b/case.py\" <f at 0x7fabcdef0123> 0x10 0x0x123456".into(),
            status: Status::Exit(1),
        };
        let seen = ending.normalized(Path::new("/a/b"));
        assert_eq!(seen.stdout, "case.py 0x7fabcdef0123");
        assert_eq!(seen.stderr, "File \"case.py\" <f at 0x...> 0x10 0x0x...");
    }
}
