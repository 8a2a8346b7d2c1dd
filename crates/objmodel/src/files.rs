//! Files of the host: what a program may open, read and write, if the host grants any.

use std::io::{self, ErrorKind, SeekFrom};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// The number by which a program knows an open file. 0, 1 and 2 are the standard streams.
pub type Descriptor = u32;

/// What an open file is for. The default opens nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenMode {
    /// It can be read.
    pub read: bool,
    /// It can be written.
    pub write: bool,
    /// What is written goes to the end.
    pub append: bool,
    /// It is made if it is not there.
    pub create: bool,
    /// It must not be there; with `create`.
    pub exclusive: bool,
    /// What is in it goes.
    pub truncate: bool,
}

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A file with content.
    File,
    /// A folder.
    Folder,
    /// A symbolic link, where it is not followed.
    Link,
    /// A pipe, a terminal, a device.
    Other,
}

/// What is to be known of a file without opening it.
#[derive(Clone, Copy, Debug)]
pub struct Metadata {
    /// What it is.
    pub kind: FileKind,
    /// Its length in bytes.
    pub size: u64,
    /// Who may do what, as nine bits.
    pub permissions: u32,
    /// When its content was last written.
    pub modified: Option<SystemTime>,
    /// When it was last read.
    pub accessed: Option<SystemTime>,
    /// Numbers that no other file has: of the file, and of the device that it lies on.
    pub identity: (u64, u64),
}

/// The files that a host lets a program see: those of the disk, of an archive, of memory.
///
/// `open` and the module `posix` ask nothing else. Each method refuses unless it is written, with
/// [`ErrorKind::PermissionDenied`]; an error becomes an `OSError` of its number and the path. Reading and
/// writing are asked for in pieces of at most 64 KiB, between which limits are looked at.
pub trait Files {
    /// Opens a file.
    ///
    /// # Errors
    /// Why it cannot be opened.
    fn open(&mut self, path: &Path, mode: OpenMode) -> io::Result<Descriptor> {
        let _ = (path, mode);
        refused()
    }

    /// Closes a file; its number may be given again.
    ///
    /// # Errors
    /// There is no such file, or what waited could not be written.
    fn close(&mut self, file: Descriptor) -> io::Result<()> {
        let _ = file;
        refused()
    }

    /// Reads what comes next, at most as much as the buffer holds; 0 at the end.
    ///
    /// # Errors
    /// Why nothing can be read.
    fn read(&mut self, file: Descriptor, buffer: &mut [u8]) -> io::Result<usize> {
        let _ = (file, buffer);
        refused()
    }

    /// Writes bytes, or the first of them; tells how many.
    ///
    /// # Errors
    /// Why nothing can be written.
    fn write(&mut self, file: Descriptor, bytes: &[u8]) -> io::Result<usize> {
        let _ = (file, bytes);
        refused()
    }

    /// Goes to a place and tells it, counted from the start.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidInput`] before the start; pipes and terminals have no places.
    fn seek(&mut self, file: Descriptor, to: SeekFrom) -> io::Result<u64> {
        let _ = (file, to);
        refused()
    }

    /// Cuts an open file off, or fills it with zeros.
    ///
    /// # Errors
    /// It is not open for writing.
    fn set_size(&mut self, file: Descriptor, size: u64) -> io::Result<()> {
        let _ = (file, size);
        refused()
    }

    /// What an open file is.
    ///
    /// # Errors
    /// There is no such file.
    fn file_metadata(&mut self, file: Descriptor) -> io::Result<Metadata> {
        let _ = file;
        refused()
    }

    /// Whether an open file is a terminal.
    fn is_terminal(&mut self, file: Descriptor) -> bool {
        let _ = file;
        false
    }

    /// What a path leads to; `follow` looks behind a symbolic link.
    ///
    /// # Errors
    /// There is nothing.
    fn metadata(&mut self, path: &Path, follow: bool) -> io::Result<Metadata> {
        let _ = (path, follow);
        refused()
    }

    /// The names in a folder, in no order.
    ///
    /// # Errors
    /// It is no folder.
    fn list(&mut self, path: &Path) -> io::Result<Vec<String>> {
        let _ = path;
        refused()
    }

    /// Makes a folder.
    ///
    /// # Errors
    /// The name is taken, or its folder is not there.
    fn create_folder(&mut self, path: &Path) -> io::Result<()> {
        let _ = path;
        refused()
    }

    /// Removes an empty folder.
    ///
    /// # Errors
    /// It is none, or not empty.
    fn remove_folder(&mut self, path: &Path) -> io::Result<()> {
        let _ = path;
        refused()
    }

    /// Removes a file.
    ///
    /// # Errors
    /// There is none.
    fn remove(&mut self, path: &Path) -> io::Result<()> {
        let _ = path;
        refused()
    }

    /// Gives a file or folder another name, whose file goes.
    ///
    /// # Errors
    /// There is none.
    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let _ = (from, to);
        refused()
    }

    /// The folder in which relative paths begin.
    ///
    /// # Errors
    /// It is gone.
    fn current_folder(&mut self) -> io::Result<PathBuf> {
        refused()
    }

    /// Lets relative paths begin in another folder.
    ///
    /// # Errors
    /// It is none.
    fn set_current_folder(&mut self, path: &Path) -> io::Result<()> {
        let _ = path;
        refused()
    }
}

fn refused<T>() -> io::Result<T> {
    Err(ErrorKind::PermissionDenied.into())
}
