//! Files in memory: what a program finds are the files that its host put there.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, SeekFrom};
use std::path::{Component, Path, PathBuf};

use objmodel::files::{Descriptor, FileKind, Files, Metadata, OpenMode};

use super::disk::closed;

/// The first number that is given to an opened file.
const FIRST: usize = 3;

/// A tree of files that nobody else sees, of a bounded size.
///
/// ```
/// use std::path::Path;
///
/// use objmodel::files::{Files, OpenMode};
/// use objmodel_stdlib::files::memory::Memory;
///
/// let mut files = Memory::new(1 << 20);
/// files.put("/config/limits.txt", "ticks = 1000\n").unwrap();
///
/// let mode = OpenMode { read: true, ..OpenMode::default() };
/// let file = files.open(Path::new("/config/limits.txt"), mode).unwrap();
/// let mut buffer = [0; 5];
/// assert_eq!(files.read(file, &mut buffer).unwrap(), 5);
/// assert_eq!(&buffer, b"ticks");
/// ```
#[derive(Debug)]
pub struct Memory {
    /// Contents by absolute path; `None` for a folder.
    entries: BTreeMap<PathBuf, Option<Vec<u8>>>,
    open: Vec<Option<Open>>,
    folder: PathBuf,
    /// The most bytes of all contents and names, and what they take.
    most: usize,
    used: usize,
}

#[derive(Clone, Debug)]
struct Open {
    path: PathBuf,
    mode: OpenMode,
    at: u64,
}

impl Memory {
    /// No file; contents and names may take so many bytes together.
    pub fn new(most: usize) -> Memory {
        let entries = BTreeMap::from([(PathBuf::from("/"), None)]);
        Memory { entries, open: Vec::new(), folder: PathBuf::from("/"), most, used: 0 }
    }

    /// Puts a file there, with the folders that it lies in, in the place of one that was.
    ///
    /// # Errors
    /// [`ErrorKind::StorageFull`] beyond the bound; a folder has the name, or a file that of a folder.
    pub fn put(&mut self, path: impl AsRef<Path>, content: impl AsRef<[u8]>) -> io::Result<()> {
        let path = self.absolute(path.as_ref());
        let folders: Vec<PathBuf> = path.ancestors().skip(1).map(Path::to_owned).collect();
        for folder in folders.into_iter().rev() {
            match self.entries.get(&folder) {
                Some(None) => {}
                Some(Some(_)) => return Err(ErrorKind::NotADirectory.into()),
                None => self.insert(folder, None)?,
            }
        }
        if matches!(self.entries.get(&path), Some(None)) {
            return Err(ErrorKind::IsADirectory.into());
        }
        if let Some(Some(before)) = self.entries.remove(&path) {
            self.used -= before.len() + path.as_os_str().len();
        }
        self.insert(path, Some(content.as_ref().to_vec()))
    }

    /// The content of a file.
    pub fn content(&self, path: impl AsRef<Path>) -> Option<&[u8]> {
        self.entries.get(&self.absolute(path.as_ref()))?.as_deref()
    }

    fn insert(&mut self, path: PathBuf, content: Option<Vec<u8>>) -> io::Result<()> {
        self.take(content.as_ref().map_or(0, Vec::len) + path.as_os_str().len())?;
        self.entries.insert(path, content);
        Ok(())
    }

    /// Counts bytes before they are there.
    fn take(&mut self, bytes: usize) -> io::Result<()> {
        match self.used.checked_add(bytes).filter(|&used| used <= self.most) {
            Some(used) => {
                self.used = used;
                Ok(())
            }
            None => Err(ErrorKind::StorageFull.into()),
        }
    }

    /// A path from the root, without `.` and `..`.
    fn absolute(&self, path: &Path) -> PathBuf {
        let mut all = PathBuf::from("/");
        for part in self.folder.join(path).components() {
            match part {
                Component::Normal(name) => all.push(name),
                Component::ParentDir => {
                    all.pop();
                }
                _ => {}
            }
        }
        all
    }

    /// The folder of a path must be there.
    fn check_parent(&self, path: &Path) -> io::Result<()> {
        match path.parent().map(|folder| self.entries.get(folder)) {
            Some(Some(None)) => Ok(()),
            Some(Some(Some(_))) => Err(ErrorKind::NotADirectory.into()),
            _ => Err(ErrorKind::NotFound.into()),
        }
    }

    fn opened(&mut self, file: Descriptor) -> io::Result<&mut Open> {
        let index = (file as usize).checked_sub(FIRST).ok_or_else(closed)?;
        self.open.get_mut(index).and_then(Option::as_mut).ok_or_else(closed)
    }

    fn resize(&mut self, path: &Path, size: usize) -> io::Result<()> {
        let now = match self.entries.get(path) {
            Some(Some(content)) => content.len(),
            _ => return Err(ErrorKind::NotFound.into()),
        };
        self.take(size.saturating_sub(now))?;
        self.used -= now.saturating_sub(size);
        if let Some(Some(content)) = self.entries.get_mut(path) {
            content.resize(size, 0);
        }
        Ok(())
    }
}

impl Files for Memory {
    fn open(&mut self, path: &Path, mode: OpenMode) -> io::Result<Descriptor> {
        let path = self.absolute(path);
        match self.entries.get(&path) {
            Some(None) => return Err(ErrorKind::IsADirectory.into()),
            Some(Some(_)) if mode.create && mode.exclusive => {
                return Err(ErrorKind::AlreadyExists.into());
            }
            Some(Some(_)) if mode.truncate => self.resize(&path, 0)?,
            Some(Some(_)) => {}
            None if mode.create => {
                self.check_parent(&path)?;
                self.insert(path.clone(), Some(Vec::new()))?;
            }
            None => {
                self.check_parent(&path)?;
                return Err(ErrorKind::NotFound.into());
            }
        }
        let opened = Open { path, mode, at: 0 };
        let index = self.open.iter().position(Option::is_none).unwrap_or(self.open.len());
        match self.open.get_mut(index) {
            Some(place) => *place = Some(opened),
            None => {
                self.take(size_of::<Option<Open>>())?;
                self.open.push(Some(opened));
            }
        }
        Ok((index + FIRST) as Descriptor)
    }

    fn close(&mut self, file: Descriptor) -> io::Result<()> {
        self.opened(file)?;
        if let Some(place) = self.open.get_mut(file as usize - FIRST) {
            *place = None;
        }
        Ok(())
    }

    fn read(&mut self, file: Descriptor, buffer: &mut [u8]) -> io::Result<usize> {
        let Open { path, mode, at } = self.opened(file)?.clone();
        if !mode.read {
            return Err(closed());
        }
        let Some(Some(content)) = self.entries.get(&path) else { return Ok(0) };
        let rest = usize::try_from(at).ok().and_then(|at| content.get(at..)).unwrap_or_default();
        let count = rest.len().min(buffer.len());
        for (place, byte) in buffer.iter_mut().zip(rest) {
            *place = *byte;
        }
        self.opened(file)?.at += count as u64;
        Ok(count)
    }

    fn write(&mut self, file: Descriptor, bytes: &[u8]) -> io::Result<usize> {
        let Open { path, mode, at } = self.opened(file)?.clone();
        if !mode.write && !mode.append {
            return Err(closed());
        }
        let len = self.content(&path).ok_or(ErrorKind::NotFound)?.len();
        let start = if mode.append {
            len
        } else {
            usize::try_from(at).map_err(|_| ErrorKind::FileTooLarge)?
        };
        let end = start.checked_add(bytes.len()).ok_or(ErrorKind::FileTooLarge)?;
        if end > len {
            self.resize(&path, end)?;
        }
        if let Some(Some(content)) = self.entries.get_mut(&path)
            && let Some(place) = content.get_mut(start..end)
        {
            place.copy_from_slice(bytes);
        }
        self.opened(file)?.at = end as u64;
        Ok(bytes.len())
    }

    fn seek(&mut self, file: Descriptor, to: SeekFrom) -> io::Result<u64> {
        let Open { path, at, .. } = self.opened(file)?.clone();
        let len = self.content(&path).map_or(0, <[u8]>::len) as u64;
        let place = match to {
            SeekFrom::Start(place) => Some(place),
            SeekFrom::Current(offset) => at.checked_add_signed(offset),
            SeekFrom::End(offset) => len.checked_add_signed(offset),
        };
        let place = place.ok_or(ErrorKind::InvalidInput)?;
        self.opened(file)?.at = place;
        Ok(place)
    }

    fn set_size(&mut self, file: Descriptor, size: u64) -> io::Result<()> {
        let Open { path, mode, .. } = self.opened(file)?.clone();
        if !mode.write && !mode.append {
            return Err(ErrorKind::InvalidInput.into());
        }
        self.resize(&path, usize::try_from(size).map_err(|_| ErrorKind::FileTooLarge)?)
    }

    fn file_metadata(&mut self, file: Descriptor) -> io::Result<Metadata> {
        let path = self.opened(file)?.path.clone();
        self.metadata(&path, true)
    }

    fn metadata(&mut self, path: &Path, _: bool) -> io::Result<Metadata> {
        let path = self.absolute(path);
        let (kind, size, permissions) = match self.entries.get(&path) {
            Some(Some(content)) => (FileKind::File, content.len() as u64, 0o644),
            Some(None) => (FileKind::Folder, 0, 0o755),
            None => {
                self.check_parent(&path)?;
                return Err(ErrorKind::NotFound.into());
            }
        };
        let number = self.entries.range(..path).count() as u64 + 1;
        let identity = (number, 0);
        Ok(Metadata { kind, size, permissions, modified: None, accessed: None, identity })
    }

    fn list(&mut self, path: &Path) -> io::Result<Vec<String>> {
        let path = self.absolute(path);
        match self.entries.get(&path) {
            Some(None) => {}
            Some(Some(_)) => return Err(ErrorKind::NotADirectory.into()),
            None => return Err(ErrorKind::NotFound.into()),
        }
        let within = self.entries.keys().filter(|each| each.parent() == Some(&path));
        Ok(within
            .filter_map(|each| Some(each.file_name()?.to_string_lossy().into_owned()))
            .collect())
    }

    fn create_folder(&mut self, path: &Path) -> io::Result<()> {
        let path = self.absolute(path);
        if self.entries.contains_key(&path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.check_parent(&path)?;
        self.insert(path, None)
    }

    fn remove_folder(&mut self, path: &Path) -> io::Result<()> {
        if !self.list(path)?.is_empty() {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        let path = self.absolute(path);
        self.used -= path.as_os_str().len();
        self.entries.remove(&path);
        Ok(())
    }

    fn remove(&mut self, path: &Path) -> io::Result<()> {
        let path = self.absolute(path);
        match self.entries.get(&path) {
            Some(Some(content)) => self.used -= content.len() + path.as_os_str().len(),
            Some(None) => return Err(ErrorKind::IsADirectory.into()),
            None => return Err(ErrorKind::NotFound.into()),
        }
        self.entries.remove(&path);
        Ok(())
    }

    fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let (from, to) = (self.absolute(from), self.absolute(to));
        self.check_parent(&to)?;
        if !self.entries.contains_key(&from) {
            return Err(ErrorKind::NotFound.into());
        }
        if from == to {
            return Ok(());
        }
        if to.starts_with(&from) {
            return Err(ErrorKind::InvalidInput.into());
        }
        match (self.entries.get(&from), self.entries.get(&to)) {
            (Some(Some(_)), Some(None)) => return Err(ErrorKind::IsADirectory.into()),
            (Some(None), Some(Some(_))) => return Err(ErrorKind::NotADirectory.into()),
            (_, Some(Some(_))) => self.remove(&to)?,
            (_, Some(None)) => self.remove_folder(&to)?,
            _ => {}
        }
        let moved: Vec<PathBuf> =
            self.entries.keys().filter(|each| each.starts_with(&from)).cloned().collect();
        for before in moved {
            let after = match before.strip_prefix(&from) {
                Ok(rest) if !rest.as_os_str().is_empty() => to.join(rest),
                _ => to.clone(),
            };
            let longer = after.as_os_str().len().saturating_sub(before.as_os_str().len());
            self.take(longer)?;
            self.used -= before.as_os_str().len().saturating_sub(after.as_os_str().len());
            if let Some(content) = self.entries.remove(&before) {
                self.entries.insert(after.clone(), content);
            }
            for open in self.open.iter_mut().flatten().filter(|open| open.path == before) {
                open.path.clone_from(&after);
            }
        }
        Ok(())
    }

    fn current_folder(&mut self) -> io::Result<PathBuf> {
        Ok(self.folder.clone())
    }

    fn set_current_folder(&mut self, path: &Path) -> io::Result<()> {
        let path = self.absolute(path);
        match self.entries.get(&path) {
            Some(None) => {
                self.folder = path;
                Ok(())
            }
            Some(Some(_)) => Err(ErrorKind::NotADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }
}
