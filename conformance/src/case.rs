//! A case: one Python program, with a header that names the sections of the data model that it covers.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// One program of the suite.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Case {
    /// `subject/name`, as the list of expected failures and the filters spell it.
    pub name: String,
    /// The program's file, absolute.
    pub file: PathBuf,
}

/// The workspace's root folder.
pub(crate) fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

impl Case {
    /// All cases whose name contains one of `filters` (every case, if there are none), in the order of their names.
    ///
    /// Those are the files `cases/SUBJECT/NAME.py` and the tour in `examples`. What lies deeper belongs to a case:
    /// packages that it imports.
    pub fn discover(filters: &[String]) -> io::Result<Vec<Case>> {
        let root = workspace();
        let mut cases =
            vec![Case { name: "examples/tour".into(), file: root.join("examples/tour.py") }];
        for subject in fs::read_dir(root.join("conformance/cases"))? {
            let subject = subject?;
            if subject.file_type()?.is_dir() {
                for file in fs::read_dir(subject.path())? {
                    cases.extend(Case::of_file(&file?.path()));
                }
            }
        }
        cases.retain(|case| {
            filters.is_empty() || filters.iter().any(|filter| case.name.contains(filter.as_str()))
        });
        cases.sort();
        Ok(cases)
    }

    fn of_file(file: &Path) -> Option<Case> {
        let stem = file.file_stem()?.to_str()?;
        let subject = file.parent()?.file_name()?.to_str()?;
        let is_program = file.extension() == Some(OsStr::new("py"));
        is_program.then(|| Case { name: format!("{subject}/{stem}"), file: file.to_path_buf() })
    }

    /// The folder in which the case runs.
    pub fn folder(&self) -> &Path {
        self.file.parent().unwrap_or(Path::new("."))
    }

    /// The program's bare file name, which is how it is run.
    pub fn file_name(&self) -> &OsStr {
        self.file.file_name().unwrap_or_default()
    }

    /// The modules of the library written in Python that the case is about: `# ours: NAME NAME` in its header. They
    /// must answer alike on CPython in place of its own.
    pub fn ours(&self) -> io::Result<Vec<String>> {
        let source = fs::read_to_string(&self.file)?;
        let header = source.lines().take_while(|line| line.starts_with('#'));
        let names = header.filter_map(|line| line.strip_prefix("# ours:"));
        Ok(names.flat_map(str::split_whitespace).map(str::to_owned).collect())
    }

    /// The sections that the header's first line names: `# covers: One section; Another section`.
    pub fn covers(&self) -> io::Result<Vec<String>> {
        let source = fs::read_to_string(&self.file)?;
        let header = source.lines().next().and_then(|line| line.strip_prefix("# covers:"));
        Ok(header
            .into_iter()
            .flat_map(|line| line.split(';'))
            .map(|section| section.trim().to_owned())
            .collect())
    }
}
