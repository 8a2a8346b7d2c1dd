//! Programs that CPython 3.13 refuses: class, text, line and column of the error are compared with what it said.
//!
//! `wrong/programs.txt` holds them, a program per line with `\n` for line ends, and below each what CPython answered:
//! class, line, offset, end line, end offset, message. `wrong/record.py` made it. `WRONG_PROGRAMS` names another table
//! to compare with, `WRONG_REPORT` a file for what differs.
#![forbid(unsafe_code)]

use objmodel_compile::compiler::compile_module;
use objmodel_compile::syntax::Source;

/// One program and CPython's answer.
struct Row {
    program: String,
    class: String,
    place: [String; 4],
    message: String,
}

fn unescape(text: &str) -> String {
    let mut result = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => result.push('\n'),
                Some('t') => result.push('\t'),
                Some('r') => result.push('\r'),
                Some('f') => result.push('\x0c'),
                Some('1') => result.push('\x01'),
                Some(other) => result.push(other),
                None => result.push('\\'),
            },
            c => result.push(c),
        }
    }
    result
}

fn rows() -> Vec<Row> {
    let text = match std::env::var("WRONG_PROGRAMS") {
        Ok(path) => std::fs::read_to_string(path).expect("the table can be read"),
        Err(_) => include_str!("wrong/programs.txt").to_owned(),
    };
    let mut lines = text.lines();
    let mut rows = Vec::new();
    while let (Some(program), Some(answer)) = (lines.next(), lines.next()) {
        let mut words = answer.trim_start().splitn(6, ' ').map(str::to_owned);
        let mut word = || words.next().expect("an answer has six parts");
        let mut program = unescape(program);
        if !program.ends_with('\n') {
            program.push('\n');
        }
        rows.push(Row {
            program,
            class: word(),
            place: [word(), word(), word(), word()],
            message: word(),
        });
    }
    rows
}

#[test]
fn errors_are_those_of_cpython() {
    let rows = rows();
    let (mut class, mut line, mut text, mut column, mut end) = (0, 0, 0, 0, 0);
    let mut report = String::new();
    for row in &rows {
        let answer = match compile_module(&Source::new("<s>", row.program.as_str())) {
            Err(error) => {
                let number = |n: Option<u32>| n.map_or("None".to_owned(), |n| n.to_string());
                let place = [
                    number(error.line()),
                    number(error.offset()),
                    number(error.position.map(|position| position.end_line)),
                    error.end_offset().map_or("None".to_owned(), |n| n.to_string()),
                ];
                class += usize::from(error.kind.class_name() == row.class);
                line += usize::from(place[0] == row.place[0]);
                text += usize::from(error.message == row.message);
                column += usize::from(place[1] == row.place[1]);
                end += usize::from(place[2..] == row.place[2..]);
                format!("{} {} {}", error.kind.class_name(), place.join(" "), error.message)
            }
            Ok(_) => "accepted".to_owned(),
        };
        let expected = format!("{} {} {}", row.class, row.place.join(" "), row.message);
        if answer != expected {
            report += &format!("{:?}\n  {expected}\n  {answer}\n", row.program);
        }
    }
    let summary = format!(
        "{} programs: class {class}, line {line}, text {text}, column {column}, end {end}",
        rows.len()
    );
    if let Ok(path) = std::env::var("WRONG_REPORT") {
        std::fs::write(path, format!("{report}{summary}\n")).expect("the report can be written");
    }
    let most = |share: usize, of: usize| of * 100 >= rows.len() * share;
    assert!(rows.len() > 400, "{summary}");
    assert!(class == rows.len() && line == rows.len(), "{summary}");
    assert!(most(99, text) && most(99, column), "{summary}");
}
