//! The matrix: every method of every built-in class with some hundred argument lists, operators over all pairs of
//! values, formats, functions and what the classes show of themselves; asked of CPython once, of objmodel ever after.
//!
//! One program (`program.py`) asks both sides; what it prints is a row a line. Of CPython's rows a digest each is kept
//! in `rows/GROUP.digests`, and the whole text of those that are known to differ in `rows/differences.txt`.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::oracle::Oracle;
use crate::process;

/// The program; its list of groups goes in front of it.
const PROGRAM: &str = include_str!("program.py");

/// What the program can be asked for: receivers by class, operators in parts, functions by module.
pub const GROUPS: &[&str] = &[
    "inventory",
    "object",
    "int",
    "bool",
    "float",
    "complex",
    "str",
    "bytes",
    "bytearray",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "range",
    "slice",
    "memoryview",
    "NoneType",
    "ellipsis",
    "NotImplementedType",
    "type",
    "function",
    "method",
    "builtin",
    "method_descriptor",
    "wrapper_descriptor",
    "method-wrapper",
    "getset",
    "member",
    "classmethod_descriptor",
    "property",
    "staticmethod",
    "classmethod",
    "super",
    "module",
    "cell",
    "mappingproxy",
    "namespace",
    "alias",
    "union",
    "generator",
    "list_iterator",
    "tuple_iterator",
    "str_iterator",
    "dict_keys",
    "dict_values",
    "dict_items",
    "dict_keyiterator",
    "set_iterator",
    "range_iterator",
    "bytes_iterator",
    "callable_iterator",
    "iterator",
    "enumerate",
    "zip",
    "map",
    "filter",
    "BaseException",
    "OSError",
    "exceptions",
    "UnicodeError",
    "ExceptionGroup",
    "deque",
    "OrderedDict",
    "defaultdict",
    "partial",
    "itemgetter",
    "ref",
    "count",
    "chain",
    "code",
    "reversed",
    "itertools",
    "Counter",
    "ChainMap",
    "UserDict",
    "namedtuple",
    "dictiterators",
    "odict",
    "lru",
    "getters",
    "traceback",
    "descriptors",
    "operators0",
    "operators1",
    "operators2",
    "operators3",
    "operators4",
    "operators5",
    "operators6",
    "operators7",
    "unary",
    "formats",
    "module builtins",
    "module math",
    "module operator",
    "module itertools",
    "module functools",
    "module collections",
    "module weakref",
    "module types",
];

/// Stands in the list of differences for a row that only objmodel has.
pub const NO_ROW: &str = "(no row)";

/// What one side may take for a group.
const TIME_LIMIT: Duration = Duration::from_secs(240);

/// The group's rows in the order in which they are printed.
type Rows = Vec<String>;

/// The folder of what was recorded.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("rows")
}

/// The groups whose names contain one of `filters`; all without filters.
pub fn chosen(filters: &[String]) -> Vec<&'static str> {
    let fits = |group: &&str| filters.is_empty() || filters.iter().any(|filter| group == filter);
    GROUPS.iter().copied().filter(fits).collect()
}

/// Writes the program of a group into a folder of its own and runs it by `command`.
fn run(command: &mut Command, group: &str) -> io::Result<Result<Rows, String>> {
    let folder = std::env::temp_dir().join(format!("matrix-{:x}", process::fresh_number()));
    fs::create_dir_all(&folder)?;
    let (file, rows) = (folder.join("program.py"), folder.join("rows"));
    fs::write(&file, format!("GROUPS = [{group:?}]\n{PROGRAM}"))?;
    let mut child = (command.arg(&file).stdin(Stdio::null()).stdout(fs::File::create(&rows)?))
        .stderr(Stdio::null())
        .spawn()?;
    let begun = std::time::Instant::now();
    let status = loop {
        match child.try_wait()? {
            Some(status) => break Some(status),
            None if begun.elapsed() > TIME_LIMIT => {
                child.kill()?;
                child.wait()?;
                break None;
            }
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    let text =
        String::from_utf8_lossy(&fs::read(&rows)?).replace(&*file.to_string_lossy(), "program.py");
    fs::remove_dir_all(&folder)?;
    Ok(match status {
        Some(status) if status.success() => Ok(text.lines().map(str::to_owned).collect()),
        Some(status) => Err(format!("{group}: {status}, after {} rows", text.lines().count())),
        None => Err(format!("{group}: still running after {TIME_LIMIT:?}")),
    })
}

/// What CPython answers.
///
/// # Errors
/// The program did not end well.
pub fn ask_cpython(oracle: &Oracle, group: &str) -> io::Result<Result<Rows, String>> {
    let mut command = Command::new(oracle.python());
    command.args(["-B", "-W", "ignore", "-X", "utf8"]).env("PYTHONHASHSEED", "0");
    run(&mut command, group)
}

/// What objmodel answers; `conformance` is this package's command.
///
/// # Errors
/// The program did not end well.
pub fn ask_objmodel(conformance: &Path, group: &str) -> io::Result<Result<Rows, String>> {
    let mut command = Command::new(conformance);
    command.arg("subject");
    run(&mut command, group)
}

/// FNV-1a, folded to 32 bits.
fn digest(row: &str) -> u32 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
    let hash = row.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    (hash ^ (hash >> 32)) as u32
}

fn digests_file(group: &str) -> PathBuf {
    folder().join(format!("{}.digests", group.replace(' ', "-")))
}

/// What was done in a row, without what came of it.
pub fn key_of(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

/// Keeps the digests of CPython's rows.
///
/// # Errors
/// What writing raises.
pub fn write_digests(group: &str, rows: &[String]) -> io::Result<()> {
    let bytes: Vec<u8> = rows.iter().flat_map(|row| digest(row).to_le_bytes()).collect();
    fs::create_dir_all(folder())?;
    fs::write(digests_file(group), bytes)
}

/// CPython's rows that are known to differ, under group and what was done.
///
/// # Errors
/// What reading raises.
pub fn read_differences() -> io::Result<BTreeMap<String, String>> {
    let file = folder().join("differences.txt");
    let text = if file.exists() { fs::read_to_string(file)? } else { String::new() };
    let entry = |line: &str| {
        let (group, row) = line.split_once('\t')?;
        let (key, _) = row.split_once('\t')?;
        Some((format!("{group}\t{key}"), row.to_owned()))
    };
    Ok(text.lines().filter_map(entry).collect())
}

/// Keeps CPython's rows that differ, in place of those of the same groups.
///
/// # Errors
/// What writing raises.
pub fn write_differences(groups: &[&str], found: &BTreeMap<String, String>) -> io::Result<()> {
    let mut all = read_differences()?;
    all.retain(|key, _| !groups.iter().any(|group| key.starts_with(&format!("{group}\t"))));
    all.extend(found.iter().map(|(key, row)| (key.clone(), row.clone())));
    let mut file = io::BufWriter::new(fs::File::create(folder().join("differences.txt"))?);
    for (key, row) in &all {
        let group = key.split('\t').next().unwrap_or_default();
        writeln!(file, "{group}\t{row}")?;
    }
    file.flush()
}

/// How a group's rows compare with what was recorded.
#[derive(Clone, Debug, Default)]
pub struct Comparison {
    /// Rows in all.
    pub rows: usize,
    /// Rows that are known to differ, and do.
    pub known: usize,
    /// Rows that differ and are not known to.
    pub new: Vec<String>,
    /// What was done in rows that are known to differ and do not any more.
    pub mended: Vec<String>,
}

/// Compares objmodel's rows with the digests of CPython's.
///
/// # Errors
/// What reading the recording raises.
pub fn compare(
    group: &str,
    rows: &[String],
    differences: &BTreeMap<String, String>,
) -> io::Result<Comparison> {
    let recorded = fs::read(digests_file(group))?;
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |n, byte| n << 8 | u32::from(*byte));
    let mut comparison = Comparison { rows: recorded.len() / 4, ..Comparison::default() };
    let mut left: HashMap<u32, usize> = HashMap::new();
    for digest in recorded.chunks_exact(4).map(number) {
        *left.entry(digest).or_default() += 1;
    }
    let known = differences.iter().filter_map(|(key, row)| {
        Some((key.strip_prefix(group)?.strip_prefix('\t')?, row.as_str()))
    });
    let mut known: BTreeMap<&str, &str> = known.collect();
    let mut missing = comparison.rows;
    for row in rows {
        let same = left.get_mut(&digest(row)).filter(|left| **left > 0);
        let listed = known.remove(key_of(row));
        match (same, listed) {
            (Some(left), listed) => {
                *left -= 1;
                missing -= 1;
                comparison.mended.extend(listed.map(|_| key_of(row).to_owned()));
            }
            (None, Some(listed)) => {
                missing = missing.saturating_sub(usize::from(!listed.ends_with(NO_ROW)));
                comparison.known += 1;
            }
            (None, None) => comparison.new.push(row.clone()),
        }
    }
    // What is left of the list are rows that only CPython has, or extra ones that are gone.
    let gone = known.iter().filter(|(_, row)| row.ends_with(NO_ROW));
    comparison.mended.extend(gone.map(|(key, _)| (*key).to_owned()));
    known.retain(|_, row| !row.ends_with(NO_ROW));
    comparison.known += known.len();
    let missing = missing.saturating_sub(known.len() + comparison.new.len());
    if missing > 0 {
        comparison.new.push(format!("{missing} rows are missing"));
    }
    Ok(comparison)
}
