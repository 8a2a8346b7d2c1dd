//! Files that a host grants: those in memory, those of the disk, none.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use objmodel::prelude::*;
use objmodel_script::evaluate::{Console, Failure, Interpreter};
use objmodel_stdlib::files::disk::Disk;
use objmodel_stdlib::files::memory::Memory;

#[derive(Clone, Default)]
struct Kept(Rc<RefCell<Vec<u8>>>);

impl Write for Kept {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What a program prints under a console.
fn printed(make: impl FnOnce(Console) -> Console, program: &str) -> String {
    let out = Kept::default();
    let console = make(Console::new(Box::new(out.clone()), Box::new(Vec::new())));
    let runtime = Runtime::builder().host(console).max_bytes(64 << 20).build();
    let mut interpreter = Interpreter::new(runtime).expect("room");
    let outcome = interpreter.run("<test>", program.as_bytes());
    if let Err(Failure::Exception(text)) = outcome {
        panic!("{text}");
    }
    let text = out.0.borrow().clone();
    String::from_utf8(text).expect("text")
}

/// A program that leaves nothing behind in its folder, and what CPython prints for it, there too.
const PROGRAM: &str = r#"
import posix
def tried(function, *args, **more):
    try:
        print(function(*args, **more))
    except (OSError, ValueError, TypeError) as error:
        print(type(error).__name__, str(error).replace(folder, ""))
name = folder + "a.txt"
with open(name, "w") as file:
    print(file.write("one\ntwo\n\u00e9"), file.mode, file.closed, file.writable(), file.readable())
    tried(file.read)
print(file.closed, posix.stat(name).st_size, posix.listdir(folder))
with open(name) as file:
    print(file.readline(), file.tell(), list(file))
    tried(file.write, "x")
with open(name, "rb") as file:
    print(file.readline(), file.peek(1)[:1], file.read(), file.seek(-2, 2), file.read(), file.readline())
with open(name, "r+b", buffering=0) as file:
    print(file.write(b"ON"), file.read(2), file.truncate(5), file.tell(), file.seek(0), file.readall())
with open(name, "a+") as file:
    print(file.write("end"), file.seek(0), file.read().split("\n"))
tried(open, name, "x")
tried(open, folder + "none")
tried(open, folder + "none/below", "w")
tried(open, folder)
tried(open, "a\0b")
tried(open, name, "rw")
tried(open, 1.5)
tried(open, 999)
tried(file.read)
posix.mkdir(folder + "sub")
tried(posix.mkdir, folder + "sub")
posix.rename(name, folder + "sub/b.txt")
tried(posix.stat, name)
tried(posix.rmdir, folder + "sub")
print([entry.name for entry in posix.scandir(folder)], posix.access(folder + "sub/b.txt", posix.F_OK))
posix.unlink(folder + "sub/b.txt")
posix.rmdir(folder + "sub")
tried(posix.listdir, folder + "sub")
"#;

const PRINTED: &str = r#"9 w False True False
UnsupportedOperation not readable
True 10 ['a.txt']
one
 4 ['two\n', 'é']
UnsupportedOperation not writable
b'one\n' b't' b'two\n\xc3\xa9' 8 b'\xc3\xa9' b''
2 b'e\n' 5 4 0 b'ONe\nt'
3 0 ['ONe', 'tend']
FileExistsError [Errno 17] File exists: 'a.txt'
FileNotFoundError [Errno 2] No such file or directory: 'none'
FileNotFoundError [Errno 2] No such file or directory: 'none/below'
IsADirectoryError [Errno 21] Is a directory: ''
ValueError embedded null byte
ValueError must have exactly one of create/read/write/append mode
TypeError expected str, bytes or os.PathLike object, not float
OSError [Errno 9] Bad file descriptor
ValueError I/O operation on closed file.
FileExistsError [Errno 17] File exists: 'sub'
FileNotFoundError [Errno 2] No such file or directory: 'a.txt'
OSError [Errno 39] Directory not empty: 'sub'
['sub'] True
FileNotFoundError [Errno 2] No such file or directory: 'sub'
"#;

#[test]
fn files_in_memory_are_those_of_a_disk() {
    let files = Memory::new(1 << 20);
    let program = format!("import posix\nfolder = '/work/'\nposix.mkdir('/work')\n{PROGRAM}");
    assert_eq!(printed(|console| console.with_files(files), &program), PRINTED);
}

#[test]
fn files_of_the_disk() {
    let folder = std::env::temp_dir().join(format!("objmodel-files-{}", std::process::id()));
    std::fs::create_dir(&folder).expect("a folder");
    let program = format!("folder = {:?}\n{PROGRAM}", format!("{}/", folder.display()));
    let seen = printed(|console| console.with_files(Disk::new()), &program);
    std::fs::remove_dir(&folder).expect("nothing is left");
    assert_eq!(seen, PRINTED);
}

#[test]
fn no_files_unless_they_are_granted() {
    let program = r#"
import io, posix
for ask in (open, io.FileIO, posix.listdir, posix.stat, posix.mkdir, lambda name: posix.open(name, 0), posix.chdir):
    try:
        ask("/")
    except PermissionError as error:
        print(error.errno, error.filename)
try:
    posix.getcwd()
except PermissionError as error:
    print(error.errno, error.filename)
"#;
    assert_eq!(printed(|console| console, program), "1 /\n".repeat(7) + "1 None\n");
}

#[test]
fn what_is_written_and_read_is_bounded() {
    let program = r#"
with open("/big", "wb", buffering=0) as file:
    try:
        for _ in range(100):
            file.write(bytes(1 << 16))
    except OSError as error:
        print(error.errno)
    print(file.tell())
for size in (1 << 40, 1 << 62):
    with open("/big", "rb") as file:
        print(len(file.read(size)))
"#;
    let files = Memory::new((1 << 18) + 100);
    let seen = printed(|console| console.with_files(files), program);
    assert_eq!(seen, "28\n262144\n262144\n262144\n");
}

#[test]
fn paths_stay_within_memory() {
    let mut files = Memory::new(1 << 16);
    files.put("/data/one.txt", "1").expect("room");
    let program = r#"
import posix
posix.chdir("/data")
print(open("../data/./one.txt").read(), posix.getcwd(), open("/../../data/one.txt").read())
posix.rename("/data", "/moved")
print(posix.listdir("/"), posix.listdir("/moved"))
try:
    posix.rename("/moved", "/moved/below")
except OSError as error:
    print(error)
"#;
    let expected = "1 /data 1\n['moved'] ['one.txt']\n\
                    [Errno 22] Invalid argument: '/moved' -> '/moved/below'\n";
    assert_eq!(printed(|console| console.with_files(files), program), expected);
}
