//! A CPython that runs many programs, each in a process forked from one that is ready.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use super::normal;

const SERVER: &str = include_str!("server.py");

/// A CPython that waits for programs.
pub struct Peer {
    child: Child,
    questions: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Peer {
    /// Starts one, with a seed for the hashes of strings.
    ///
    /// # Errors
    /// If there is no such command.
    pub fn start(python: &Path, hash_seed: &str) -> io::Result<Peer> {
        let mut command = Command::new(python);
        command.args(["-B", "-s", "-W", "ignore", "-X", "utf8", "-c", SERVER]);
        command.env("PYTHONHASHSEED", hash_seed);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn()?;
        match (child.stdin.take(), child.stdout.take()) {
            (Some(questions), Some(answers)) => {
                Ok(Peer { child, questions, answers: BufReader::new(answers) })
            }
            _ => Err(io::Error::other("no pipes")),
        }
    }

    /// What a program prints, made comparable.
    ///
    /// # Errors
    /// If the process is gone.
    pub fn run(&mut self, text: &str) -> io::Result<String> {
        write!(self.questions, "{}\n{text}", text.len())?;
        self.questions.flush()?;
        let mut length = String::new();
        self.answers.read_line(&mut length)?;
        let length = length.trim().parse().map_err(io::Error::other)?;
        let mut printed = vec![0; length];
        self.answers.read_exact(&mut printed)?;
        Ok(normal::of(&String::from_utf8_lossy(&printed)))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
