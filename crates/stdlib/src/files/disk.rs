//! The files of the operating system, for hosts that trust their programs with them.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, IsTerminal, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use objmodel::files::{Descriptor, FileKind, Files, Metadata, OpenMode};

/// The first number that is given to an opened file.
const FIRST: usize = 3;
/// The most files that are open at a time.
const MOST: usize = 1024;

/// All files that the process itself may use. What is open when this goes is closed.
#[derive(Debug, Default)]
pub struct Disk {
    open: Vec<Option<File>>,
}

impl Disk {
    /// With nothing open but the standard streams.
    pub fn new() -> Disk {
        Disk::default()
    }

    fn file(&mut self, file: Descriptor) -> io::Result<&mut File> {
        let index =
            (file as usize).checked_sub(FIRST).ok_or_else(|| io::Error::from_raw_os_error(29))?;
        self.open.get_mut(index).and_then(Option::as_mut).ok_or_else(closed)
    }
}

/// There is no such open file.
pub(super) fn closed() -> io::Error {
    io::Error::from_raw_os_error(9)
}

impl Files for Disk {
    fn open(&mut self, path: &Path, mode: OpenMode) -> io::Result<Descriptor> {
        let index = self.open.iter().position(Option::is_none).unwrap_or(self.open.len());
        if index >= MOST {
            return Err(io::Error::from_raw_os_error(24));
        }
        let mut options = OpenOptions::new();
        options.read(mode.read).write(mode.write && !mode.append).append(mode.append);
        options.create(mode.create && !mode.exclusive).create_new(mode.create && mode.exclusive);
        // What is appended to cannot be emptied in one step.
        options.truncate(mode.truncate && !mode.append);
        let file = options.open(path)?;
        if file.metadata()?.is_dir() {
            return Err(ErrorKind::IsADirectory.into());
        }
        match self.open.get_mut(index) {
            Some(place) => *place = Some(file),
            None => self.open.push(Some(file)),
        }
        Ok((index + FIRST) as Descriptor)
    }

    fn close(&mut self, file: Descriptor) -> io::Result<()> {
        let Some(index) = (file as usize).checked_sub(FIRST) else { return Ok(()) };
        self.open.get_mut(index).and_then(Option::take).map(drop).ok_or_else(closed)
    }

    fn read(&mut self, file: Descriptor, buffer: &mut [u8]) -> io::Result<usize> {
        match file {
            0 => io::stdin().lock().read(buffer),
            1 | 2 => Err(closed()),
            _ => self.file(file)?.read(buffer),
        }
    }

    fn write(&mut self, file: Descriptor, bytes: &[u8]) -> io::Result<usize> {
        match file {
            0 => Err(closed()),
            1 => io::stdout().lock().write(bytes),
            2 => io::stderr().lock().write(bytes),
            _ => self.file(file)?.write(bytes),
        }
    }

    fn seek(&mut self, file: Descriptor, to: SeekFrom) -> io::Result<u64> {
        self.file(file)?.seek(to)
    }

    fn set_size(&mut self, file: Descriptor, size: u64) -> io::Result<()> {
        self.file(file)?.set_len(size)
    }

    fn file_metadata(&mut self, file: Descriptor) -> io::Result<Metadata> {
        if (file as usize) < FIRST {
            return Ok(Metadata {
                kind: FileKind::Other,
                size: 0,
                permissions: 0o620,
                modified: None,
                accessed: None,
                identity: (u64::from(file), 0),
            });
        }
        self.file(file)?.metadata().map(|found| metadata_of(&found))
    }

    fn is_terminal(&mut self, file: Descriptor) -> bool {
        match file {
            0 => io::stdin().is_terminal(),
            1 => io::stdout().is_terminal(),
            2 => io::stderr().is_terminal(),
            _ => self.file(file).is_ok_and(|file| file.is_terminal()),
        }
    }

    fn metadata(&mut self, path: &Path, follow: bool) -> io::Result<Metadata> {
        let found = if follow { fs::metadata(path) } else { fs::symlink_metadata(path) };
        found.map(|found| metadata_of(&found))
    }

    fn list(&mut self, path: &Path) -> io::Result<Vec<String>> {
        let names =
            fs::read_dir(path)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        names.collect()
    }

    fn create_folder(&mut self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    fn remove_folder(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_dir(path)
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn current_folder(&mut self) -> io::Result<PathBuf> {
        std::env::current_dir()
    }

    fn set_current_folder(&mut self, path: &Path) -> io::Result<()> {
        std::env::set_current_dir(path)
    }
}

fn metadata_of(found: &fs::Metadata) -> Metadata {
    let kind = match found.file_type() {
        kind if kind.is_symlink() => FileKind::Link,
        kind if kind.is_dir() => FileKind::Folder,
        kind if kind.is_file() => FileKind::File,
        _ => FileKind::Other,
    };
    #[cfg(unix)]
    let (permissions, identity) = {
        use std::os::unix::fs::MetadataExt;
        (found.mode() & 0o7777, (found.ino(), found.dev()))
    };
    #[cfg(not(unix))]
    let (permissions, identity) =
        (if found.permissions().readonly() { 0o444 } else { 0o666 }, (0, 0));
    Metadata {
        kind,
        size: found.len(),
        permissions,
        modified: found.modified().ok(),
        accessed: found.accessed().ok(),
        identity,
    }
}
