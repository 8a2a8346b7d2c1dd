//! CPython 3.13, which says what is right. Only recording needs it; replaying does not.

use std::env;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::case::{Case, workspace};
use crate::diff;
use crate::ending::{Ending, Status};
use crate::process;

/// The variable that names the interpreter to record with.
pub const VARIABLE: &str = "OBJMODEL_PYTHON";

const TIME_LIMIT: Duration = Duration::from_secs(60);

/// An interpreter whose version has been checked.
#[derive(Clone, Debug)]
pub struct Oracle {
    python: PathBuf,
}

impl Oracle {
    /// Finds CPython 3.13: `OBJMODEL_PYTHON` if set, else `python3.13` on the path, else the newest one of pyenv.
    pub fn find() -> Result<Oracle, String> {
        if let Some(named) = env::var_os(VARIABLE) {
            return Oracle::at(Path::new(&named))
                .ok_or(format!("{VARIABLE}={} is not CPython 3.13", named.display()));
        }
        let mut places = vec![PathBuf::from("python3.13")];
        places.extend(pyenv_interpreters());
        let found = places.iter().find_map(|place| Oracle::at(place));
        found.ok_or(format!("no CPython 3.13 found: set {VARIABLE}, or put python3.13 on the path"))
    }

    fn at(python: &Path) -> Option<Oracle> {
        let ask = "import sys; print(sys.implementation.name, *sys.version_info[:2])";
        let answer = Command::new(python).args(["-c", ask]).output().ok()?;
        (answer.stdout == b"cpython 3 13\n").then(|| Oracle { python: python.to_path_buf() })
    }

    /// The interpreter's file.
    pub fn python(&self) -> &Path {
        &self.python
    }

    /// What the case does, which must not depend on the hashes of strings, nor on whose modules it imports.
    pub fn run(&self, case: &Case) -> Result<Ending, String> {
        let [ending, other] = ["0", "1"]
            .map(|seed| self.run_seeded(case, seed, None).map_err(|error| error.to_string()));
        let ending = ending?;
        if !matches!(ending.status, Status::Exit(_)) {
            return Err(format!("CPython {}", ending.status));
        }
        if ending != other? {
            return Err("two runs differ, so the output cannot be recorded".into());
        }
        let ours = case.ours().map_err(|error| error.to_string())?;
        if !ours.is_empty() {
            let found = self.run_ours(case, &ours).map_err(|error| error.to_string())?;
            if found != ending {
                let lines = diff::lines(&ending.stdout, &found.stdout);
                return Err(format!(
                    "{} of ours on CPython:\n{lines}{}",
                    ours.join(", "),
                    found.stderr
                ));
            }
        }
        Ok(ending)
    }

    /// What the case does with these modules of the library in place of CPython's.
    fn run_ours(&self, case: &Case, modules: &[String]) -> io::Result<Ending> {
        let name = case.name.replace('/', "-");
        let folder = env::temp_dir().join(format!("objmodel-ours-{}-{name}", std::process::id()));
        fs::create_dir_all(&folder)?;
        for module in modules {
            copy_module(module, &folder)?;
        }
        let found = self.run_seeded(case, "0", Some(&folder));
        fs::remove_dir_all(&folder)?;
        found
    }

    fn run_seeded(&self, case: &Case, seed: &str, path: Option<&Path>) -> io::Result<Ending> {
        let mut command = Command::new(&self.python);
        for (name, _) in env::vars_os() {
            if name.as_encoded_bytes().starts_with(b"PYTHON") {
                command.env_remove(name);
            }
        }
        // Warnings depend on flags, not on the object model: no case is about them.
        command
            .args(["-B", "-W", "ignore", "-X", "utf8"])
            .arg(case.file_name())
            .current_dir(case.folder());
        command.env("PYTHONHASHSEED", seed).env("NO_COLOR", "1");
        if let Some(path) = path {
            command.env("PYTHONPATH", path);
        }
        Ok(process::run(&mut command, TIME_LIMIT)?.normalized(case.folder()))
    }
}

/// Copies the Python source of a module of the library, or of a package, into a folder.
fn copy_module(module: &str, folder: &Path) -> io::Result<()> {
    let library = workspace().join("crates/stdlib/src");
    let is_python = |file: &Path| file.extension().is_some_and(|extension| extension == "py");
    let package = library.join(module);
    if package.join("__init__.py").is_file() {
        fs::create_dir_all(folder.join(module))?;
        for file in fs::read_dir(package)? {
            let file = file?;
            if is_python(&file.path()) {
                fs::copy(file.path(), folder.join(module).join(file.file_name()))?;
            }
        }
        return Ok(());
    }
    let file = format!("{module}.py");
    for place in fs::read_dir(library)? {
        let source = place?.path().join(&file);
        if source.is_file() {
            return fs::copy(source, folder.join(file)).map(drop);
        }
    }
    Err(io::Error::other(format!("the library has no {file}")))
}

fn pyenv_interpreters() -> Vec<PathBuf> {
    let versions = env::home_dir().map(|home| home.join(".pyenv/versions"));
    let entries = versions.and_then(|folder| fs::read_dir(folder).ok());
    let mut found: Vec<_> = entries
        .into_iter()
        .flatten()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_name().to_string_lossy().starts_with("3.13"))
        .map(|entry| entry.path().join("bin/python3.13"))
        .collect();
    found.sort();
    found.reverse();
    found
}
