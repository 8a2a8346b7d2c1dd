//! The command line: where a program comes from, what it is told, how it ends.

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Runs the command with something piped in.
fn run(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_objmodel"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    // A command that reads nothing closes the pipe.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("the command ends")
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr))
}

#[test]
fn what_is_piped_in_is_a_program() {
    let program =
        "import sys\nfor i in range(2):\n    print(i)\nprint(sys.argv, '__file__' in globals())\n";
    let output = run(&[], program);
    assert_eq!(texts(&output), ("0\n1\n[''] False\n".to_owned(), String::new()));
    let output = run(&["-", "a"], "import sys; print(sys.argv)");
    assert_eq!(texts(&output).0, "['-', 'a']\n");
}

#[test]
fn a_prompt_can_be_asked_for_though_there_is_no_terminal() {
    let output = run(&["-i", "-q"], "x = 2\nif x:\n    x + 1\n\n1/0\nx\n");
    let (stdout, stderr) = texts(&output);
    assert_eq!(stdout, ">>> >>> ... ... 3\n>>> >>> 2\n>>> ");
    assert!(stderr.contains("ZeroDivisionError: division by zero"), "{stderr}");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn options_of_one_letter_can_stand_together() {
    let output = run(&["-OO", "-c", "def f(): 'doc'\nassert 0; print(f.__doc__, __debug__)"], "");
    assert_eq!(texts(&output).0, "None False\n");
    let output = run(&["-qi"], "");
    assert_eq!(texts(&output), (">>> ".to_owned(), "\n".to_owned()));
    let output = run(&["-V"], "");
    assert_eq!(texts(&output).0, format!("objmodel {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(run(&["--what"], "").status.code(), Some(2));
    assert_eq!(run(&["-c"], "").status.code(), Some(2));
}

#[test]
fn files_are_shown_from_the_root_on() {
    let folder = std::env::temp_dir().join(format!("objmodel-command-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("program.py"), "import sys\nprint(__file__, sys.argv)\n1/0\n")
        .expect("a file");
    let run = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_objmodel"));
        texts(&command.args(arguments).current_dir(&folder).output().expect("the command runs"))
    };
    let (stdout, stderr) = run(&["program.py", "-x"]);
    let name = folder.canonicalize().expect("a folder").join("program.py");
    let name = name.display();
    assert_eq!(stdout, format!("{name} ['program.py', '-x']\n"));
    assert!(
        stderr.contains(&format!("  File \"{name}\", line 3, in <module>\n    1/0\n")),
        "{stderr}"
    );
    let (stdout, _) = run(&["-m", "program"]);
    assert_eq!(stdout, format!("{name} ['{name}']\n"));
    std::fs::remove_dir_all(&folder).expect("a folder of our own");
}

#[test]
fn statuses_tell_how_a_program_ended() {
    for (program, status) in [
        ("pass", 0),
        ("1/0", 1),
        ("raise SystemExit(7)", 7),
        ("raise SystemExit('said')", 1),
        ("raise KeyboardInterrupt", 130),
        ("while True: pass", 3),
    ] {
        let output = run(&["--max-ticks", "100000", "-c", program], "");
        assert_eq!(output.status.code(), Some(status), "{program}");
    }
    let output = run(&["-m", "no_such_module"], "");
    assert_eq!(output.status.code(), Some(1));
    let output = run(&["no_such_file.py"], "");
    assert_eq!(output.status.code(), Some(2));
    let (_, stderr) = texts(&output);
    let file = std::env::current_dir().expect("a folder").join("no_such_file.py");
    let said = format!("can't open file '{}': [Errno 2] No such file or directory", file.display());
    assert!(stderr.contains(&said), "{stderr}");
}
