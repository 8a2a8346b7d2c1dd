//! What the measurements were taken on.

use std::process::Command;

use serde::Serialize;

/// Machine and tools.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    processor: String,
    cores: usize,
    system: String,
    rustc: String,
    /// Commit of the tree, and whether it was changed since.
    commit: String,
    /// The load average when the record was written.
    load: String,
    date: String,
}

impl Machine {
    /// Asks the system.
    pub(crate) fn describe() -> Machine {
        let cpuinfo = read("/proc/cpuinfo");
        let processor = cpuinfo.lines().find_map(|line| line.strip_prefix("model name"));
        Machine {
            processor: processor.unwrap_or("unknown").trim_start_matches([' ', '\t', ':']).into(),
            cores: std::thread::available_parallelism().map_or(0, |cores| cores.get()),
            system: output("uname", &["-sr"]),
            rustc: output("rustc", &["--version"]),
            commit: output(
                "git",
                &["-C", env!("CARGO_MANIFEST_DIR"), "describe", "--always", "--dirty"],
            ),
            load: read("/proc/loadavg").split(' ').take(3).collect::<Vec<_>>().join(" "),
            date: output("date", &["-u", "+%Y-%m-%d %H:%M UTC"]),
        }
    }
}

fn read(file: &str) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

fn output(program: &str, arguments: &[&str]) -> String {
    match Command::new(program).args(arguments).output() {
        Ok(output) => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Err(_) => "unknown".to_owned(),
    }
}
