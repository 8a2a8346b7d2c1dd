//! The suite's command: record with CPython, replay on objmodel, see what is covered.
#![forbid(unsafe_code)]

use std::error::Error;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use conformance::case::Case;
use conformance::expected::ExpectedFailures;
use conformance::oracle::Oracle;
use conformance::subject::{self, Subject};
use conformance::sweep::{self, Density};
use conformance::{
    coverage, exam, hostile, matrix, native, process, random, recording, replay, report,
};
use lexopt::prelude::*;

const HELP: &str = "\
usage: conformance record [--check] [FILTER...]
       conformance replay [--with COMMAND] [--time-limit SECONDS] [--write-failures REASON] [FILTER...]
       conformance coverage
       conformance report [FILE]
       conformance exam --lib DIR [--with COMMAND [--record]] [--verbose] [--json] [--report PAGE] [--write] [FILE...]
       conformance native [--write]
       conformance fuzz-diff [--python PATH] [--count N] [--seed S] [--examples N] [--record | --show]
       conformance fuzz-replay [--count N]
       conformance hostile [FILTER]
       conformance matrix [record | replay | diff] [GROUP...]
       conformance sweep [--only KIND] [--sample] [FILTER...]

record    runs the cases on CPython 3.13 and keeps what they print; --check only compares. Where a case says so
          (`# ours: NAME`), the library's own Python sources must answer alike on CPython.
          CPython is $OBJMODEL_PYTHON, else python3.13 on the path, else pyenv's.
replay    runs the cases on objmodel (or on COMMAND) and compares with the recordings.
          --write-failures makes this run's failures the expected ones; new entries get REASON.
exam      runs CPython's test files, such as test_property, from the Lib folder DIR on the objmodel built beside this
          program (or on COMMAND); without names, the files of the table in docs/exam.md, which --write renews.
          --verbose lists what did not pass, --report makes a page of it, --record keeps what CPython passes.
native    prints the rows of the chapters on class customization: what native classes answer here and on PyO3.
coverage  lists what the data model has with the cases that witness it.
report    runs all cases and writes a page of HTML with sections, cases and both outputs (conformance.html).
fuzz-diff runs N random programs (1000), those of the seeds from S on, here and on CPython, and shows what
          differs, with small programs for N (20) kinds. --record keeps the digests of the first 5000 seeds;
          --show prints the program of seed S.
fuzz-replay runs the programs of the recorded seeds, or of the first N; needs no Python.
hostile   runs the programs that try to take their host down, on a thread of 256 KiB too.
matrix    asks every method of the built-in classes with some hundred argument lists, and operators, formats and
          functions; `record` keeps digests of CPython's answers, `replay` compares without it, `diff` asks both and
          shows what differs.
sweep     disturbs each case at hundreds of points: charges are refused, the ticks end, somebody cancels, code panics. A KIND is
          refusal, exhaustion, ticks, cancel or panic. --sample takes a few points of each case.

A FILTER is a piece of a case's name, such as `slots/` or `int/pow`.
";

type Outcome = Result<ExitCode, Box<dyn Error>>;

fn main() -> Outcome {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        Some(Value(command)) => command.string()?,
        None | Some(Long("help") | Short('h')) => "help".into(),
        Some(option) => return Err(option.unexpected().into()),
    };
    match command.as_str() {
        "record" => record(arguments),
        "replay" => run_replay(arguments),
        "exam" => exam::command(arguments),
        "coverage" => show_coverage(),
        "report" => write_report(arguments),
        "fuzz-diff" => fuzz_diff(arguments),
        "fuzz-replay" => fuzz_replay(arguments),
        "sweep" => run_sweep(arguments),
        "hostile" => run_hostile(arguments),
        "hostile-subject" => be_hostile(arguments),
        "matrix" => run_matrix(arguments),
        "native" => show_native(arguments),
        "subject" => be_subject(arguments),
        "help" => {
            print!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("no command is called {other:?}\n{HELP}").into()),
    }
}

fn exit(good: bool) -> ExitCode {
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn record(mut arguments: lexopt::Parser) -> Outcome {
    let mut check = false;
    let mut filters = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("check") => check = true,
            Value(filter) => filters.push(filter.string()?),
            option => return Err(option.unexpected().into()),
        }
    }
    let oracle = Oracle::find()?;
    let cases = Case::discover(&filters)?;
    let problems = process::map_parallel(&cases, |case| -> Result<(), String> {
        let ending = oracle.run(case)?;
        let current =
            recording::read(case).map_err(|error| error.to_string())?.as_ref() == Some(&ending);
        match (current, check) {
            (true, _) => Ok(()),
            (false, true) => Err("the recording is not what CPython prints".into()),
            (false, false) => {
                println!("recorded {}", case.name);
                recording::write(case, &ending).map_err(|error| error.to_string())
            }
        }
    });
    let problems: Vec<_> = cases
        .iter()
        .zip(problems)
        .filter_map(|(case, result)| Some((case, result.err()?)))
        .collect();
    for (case, problem) in &problems {
        eprintln!("{}: {problem}", case.name);
    }
    let orphans = recording::orphans(&cases)?;
    for orphan in &orphans {
        eprintln!("{orphan} belongs to no case");
    }
    println!("{} cases, {} problems", cases.len(), problems.len() + orphans.len());
    Ok(exit(problems.is_empty() && orphans.is_empty()))
}

fn run_replay(mut arguments: lexopt::Parser) -> Outcome {
    let mut subject = Subject::objmodel(std::env::current_exe()?);
    let mut other = false;
    let mut reason = None;
    let mut filters = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("with") => {
                let line = arguments.value()?.string()?;
                let time_limit = subject.time_limit;
                subject = Subject::command(&line);
                subject.time_limit = time_limit;
                other = true;
            }
            Long("time-limit") => {
                subject.time_limit = Duration::from_secs(arguments.value()?.parse()?)
            }
            Long("write-failures") => reason = Some(arguments.value()?.string()?),
            Value(filter) => filters.push(filter.string()?),
            option => return Err(option.unexpected().into()),
        }
    }
    if other && reason.is_some() {
        return Err("--write-failures is about objmodel, so it does not go with --with".into());
    }
    // What we expect of objmodel says nothing of another implementation.
    let mut known = if other { ExpectedFailures::default() } else { ExpectedFailures::read()? };
    let report = replay::replay(&Case::discover(&filters)?, &subject)?;
    if let Some(reason) = reason {
        known = report.expect(&known, &reason);
        known.write()?;
    }
    let verdict = report.judge(&known, &Case::discover(&[])?);
    print!("{verdict}");
    Ok(exit(verdict.is_good()))
}

/// Runs CPython's test files and prints a table.
/// Prints the rows of the chapters on class customization; with `--write`, keeps what our own print.
fn show_native(mut arguments: lexopt::Parser) -> Outcome {
    let write = match arguments.next()? {
        None => false,
        Some(Long("write")) => true,
        Some(option) => return Err(option.unexpected().into()),
    };
    let rows = native::rows();
    if write {
        let own = rows.iter().filter(|row| !row.shared);
        let text: String = own.map(|row| format!("#: {}\n{}\n", row.name, row.ours)).collect();
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("native/own.txt");
        std::fs::write(path, text)?;
    }
    for row in &rows {
        println!("{row}");
    }
    let bad = rows.iter().filter(|row| !row.is_good()).count();
    println!("{} rows, {bad} not as they should be", rows.len());
    Ok(exit(bad == 0))
}

fn show_coverage() -> Outcome {
    let covered = coverage::by_entry(&Case::discover(&[])?)?;
    for entry in coverage::entries()?.iter().filter(|entry| entry.kind != "chapter") {
        let cases = &covered[&entry.name];
        println!("{} ({})", entry.name, cases.len());
        for case in cases {
            println!("    {case}");
        }
    }
    Ok(exit(covered.values().all(|cases| !cases.is_empty())))
}

/// Writes the page that shows everything.
fn write_report(mut arguments: lexopt::Parser) -> Outcome {
    let mut file = PathBuf::from("conformance.html");
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(name) => file = name.into(),
            option => return Err(option.unexpected().into()),
        }
    }
    let subject = Subject::objmodel(std::env::current_exe()?);
    std::fs::write(&file, report::page(&Case::discover(&[])?, &subject)?)?;
    println!("{}", file.display());
    Ok(ExitCode::SUCCESS)
}

fn fuzz_diff(mut arguments: lexopt::Parser) -> Outcome {
    let (mut python, mut first, mut count, mut shown) = (None, None, 1000, 20);
    let (mut record, mut show) = (false, false);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("python") => python = Some(PathBuf::from(arguments.value()?)),
            Long("count") => count = arguments.value()?.parse()?,
            Long("seed") => first = Some(arguments.value()?.parse()?),
            Long("examples") => shown = arguments.value()?.parse()?,
            Long("record") => record = true,
            Long("show") => show = true,
            option => return Err(option.unexpected().into()),
        }
    }
    let python = match python {
        Some(python) => python,
        None => Oracle::find()?.python().to_path_buf(),
    };
    // Fresh programs are those of seeds that nobody recorded.
    let first = match (record, first) {
        (true, _) => 0,
        (false, Some(first)) => first,
        (false, None) => random::digests::RECORDED + process::fresh_number() % (1 << 40),
    };
    if show {
        print!("{}", programs::Program::of_seed(first));
        return Ok(ExitCode::SUCCESS);
    }
    let count = if record { random::digests::RECORDED } else { count };
    println!("seeds {first} to {}", first + count - 1);
    let report = random::fresh::compare(&python, first, count)?;
    print!("{}", report.show(&python, shown)?);
    if record {
        report.digests.write()?;
    }
    Ok(exit(report.is_good()))
}

fn fuzz_replay(mut arguments: lexopt::Parser) -> Outcome {
    let mut count = random::digests::RECORDED;
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("count") => count = arguments.value()?.parse()?,
            option => return Err(option.unexpected().into()),
        }
    }
    let problems = random::replay::replay(count)?;
    for problem in &problems {
        println!("{problem}");
    }
    println!("{count} programs, {} problems", problems.len());
    Ok(exit(problems.is_empty()))
}

fn run_sweep(mut arguments: lexopt::Parser) -> Outcome {
    let (mut filters, mut kinds, mut density) = (Vec::new(), Vec::new(), Density::WHOLE);
    while let Some(argument) = arguments.next()? {
        match argument {
            Long("only") => {
                let name = arguments.value()?.string()?;
                let kind = sweep::ALL.into_iter().find(|kind| kind.to_string() == name);
                kinds.push(kind.ok_or(format!("nothing is called {name}"))?);
            }
            Long("sample") => density = Density::SAMPLE,
            Value(filter) => filters.push(filter.string()?),
            option => return Err(option.unexpected().into()),
        }
    }
    if kinds.is_empty() {
        kinds.extend(sweep::ALL);
    }
    let cases = Case::discover(&filters)?;
    let accounts = process::map_parallel(&cases, |case| {
        let accounts = kinds.iter().map(|&kind| sweep::sweep(case, kind, density));
        let accounts: Vec<_> = accounts.collect::<Result<_, _>>()?;
        for problem in accounts.iter().flat_map(|account| &account.problems) {
            println!("{}: {problem}", case.name);
        }
        Ok::<_, std::io::Error>(accounts)
    });
    let accounts: Vec<_> = accounts.into_iter().collect::<Result<Vec<_>, _>>()?.concat();
    let runs: usize = accounts.iter().map(|account| account.runs).sum();
    let problems: usize = accounts.iter().map(|account| account.problems.len()).sum();
    println!("{} cases, {runs} disturbed runs, {problems} problems", cases.len());
    Ok(exit(problems == 0))
}

fn run_hostile(mut arguments: lexopt::Parser) -> Outcome {
    let mut programs = hostile::all()?;
    if let Some(argument) = arguments.next()? {
        match argument {
            Value(filter) => {
                let filter = filter.string()?;
                programs.retain(|program| program.name().contains(&filter));
            }
            option => return Err(option.unexpected().into()),
        }
    }
    let command = std::env::current_exe()?;
    let mut survived = 0;
    for program in &programs {
        let mut wrong = program.judge(&command)?;
        wrong.extend(program.judge_on_small_stack(&command)?);
        match wrong.is_empty() {
            true => survived += 1,
            false => println!("{}: {}", program.name(), wrong.join(", ")),
        }
    }
    println!("{survived} of {} survived", programs.len());
    Ok(exit(survived == programs.len()))
}

fn be_hostile(mut arguments: lexopt::Parser) -> Outcome {
    let mut raw = arguments.raw_args()?;
    let first = raw.next().ok_or("a file is needed")?;
    Ok(match first == "--small" {
        true => hostile::run_on_small_stack(&PathBuf::from(raw.next().ok_or("a file is needed")?)),
        false => hostile::run_and_report(&PathBuf::from(first), raw.collect()),
    })
}

fn be_subject(mut arguments: lexopt::Parser) -> Outcome {
    let file = PathBuf::from(arguments.value()?);
    Ok(subject::run_file(&file))
}

/// The matrix: records it, replays it, or asks both sides at once.
fn run_matrix(mut arguments: lexopt::Parser) -> Outcome {
    let mut words = Vec::new();
    while let Some(argument) = arguments.next()? {
        match argument {
            Value(word) => words.push(word.string()?),
            option => return Err(option.unexpected().into()),
        }
    }
    let (what, filters) = match words.split_first() {
        Some((what, filters)) => (what.as_str(), filters),
        None => ("replay", &[][..]),
    };
    let groups = matrix::chosen(filters);
    let own = std::env::current_exe()?;
    if what == "replay" {
        let differences = matrix::read_differences()?;
        let compared = process::map_parallel(&groups, |group| -> Result<_, String> {
            let rows = matrix::ask_objmodel(&own, group).map_err(|error| error.to_string())??;
            matrix::compare(group, &rows, &differences).map_err(|error| error.to_string())
        });
        let (mut good, mut rows, mut known) = (true, 0, 0);
        for (group, compared) in groups.iter().zip(compared) {
            match compared {
                Ok(compared) => {
                    (rows, known) = (rows + compared.rows, known + compared.known);
                    good &= compared.new.is_empty() && compared.mended.is_empty();
                    compared.new.iter().for_each(|row| println!("{group}: differs: {row}"));
                    compared
                        .mended
                        .iter()
                        .for_each(|key| println!("{group}: does not differ: {key}"));
                }
                Err(problem) => {
                    good = false;
                    println!("{problem}");
                }
            }
        }
        println!("{rows} rows, {known} of them known to differ");
        return Ok(exit(good));
    }
    let oracle = Oracle::find()?;
    let asked = process::map_parallel(&groups, |group| -> Result<_, String> {
        let theirs = matrix::ask_cpython(&oracle, group).map_err(|error| error.to_string())??;
        let ours = matrix::ask_objmodel(&own, group).map_err(|error| error.to_string())??;
        Ok((theirs, ours))
    });
    let mut found = std::collections::BTreeMap::new();
    let (mut good, mut rows) = (true, 0);
    for (group, asked) in groups.iter().zip(asked) {
        let (theirs, ours) = match asked {
            Ok(both) => both,
            Err(problem) => {
                good = false;
                println!("{problem}");
                continue;
            }
        };
        let mut differing = 0;
        let by_key: std::collections::HashMap<&str, &String> =
            ours.iter().map(|row| (matrix::key_of(row), row)).collect();
        for their in &theirs {
            let key = matrix::key_of(their);
            let our = by_key.get(key);
            if our.is_some_and(|our| *our == their) {
                continue;
            }
            differing += 1;
            found.insert(format!("{group}\t{key}"), their.clone());
            if what == "diff" {
                println!("- {their}\n+ {}", our.map_or("(missing)", |our| our.as_str()));
            }
        }
        let their_keys: std::collections::HashSet<&str> =
            theirs.iter().map(|row| matrix::key_of(row)).collect();
        for our in ours.iter().filter(|row| !their_keys.contains(matrix::key_of(row))) {
            let key = matrix::key_of(our);
            differing += 1;
            found.insert(format!("{group}\t{key}"), format!("{key}\t{}", matrix::NO_ROW));
            if what == "diff" {
                println!("- {key}\t{}\n+ {our}", matrix::NO_ROW);
            }
        }
        rows += theirs.len();
        println!("{group}: {} rows, {differing} differ", theirs.len());
        if what == "record" {
            matrix::write_digests(group, &theirs)?;
        }
    }
    if what == "record" {
        matrix::write_differences(&groups, &found)?;
    }
    println!("{rows} rows, {} differ", found.len());
    Ok(exit(good))
}
