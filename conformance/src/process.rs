//! Runs a command with a time limit, and many of them side by side.

use std::io::{self, Read};
use std::num::NonZero;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use crate::ending::{Ending, Status};

/// What a program may write before we stop listening: a runaway loop must not fill our memory.
const MOST_OUTPUT: u64 = 16 << 20;

/// Runs `command` to its end, or kills it after `limit`.
///
/// The ends of its two streams tell that it is done, so nothing polls.
pub fn run(command: &mut Command, limit: Duration) -> io::Result<Ending> {
    let deadline = Instant::now() + limit;
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let stdout = child.stdout.take().map(listen);
    let stderr = child.stderr.take().map(listen);
    let mut in_time = true;
    let mut hear = |stream: Option<mpsc::Receiver<Vec<u8>>>| {
        let wait = deadline.saturating_duration_since(Instant::now());
        let heard = stream.map(|stream| stream.recv_timeout(wait));
        in_time &= matches!(heard, Some(Ok(_)));
        String::from_utf8_lossy(&heard.and_then(Result::ok).unwrap_or_default()).into_owned()
    };
    let (stdout, stderr) = (hear(stdout), hear(stderr));
    if !in_time {
        child.kill()?;
    }
    let status = match child.wait()?.code() {
        _ if !in_time => Status::TimeLimit,
        Some(status) => Status::Exit(status),
        None => Status::Crash,
    };
    Ok(Ending { stdout, stderr, status })
}

fn listen(stream: impl Read + Send + 'static) -> mpsc::Receiver<Vec<u8>> {
    let (tell, hear) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // A stream that breaks off is judged by what it said; nobody hears us after the time limit.
        let _ = stream.take(MOST_OUTPUT).read_to_end(&mut bytes);
        let _ = tell.send(bytes);
    });
    hear
}

/// A number that is another one each time.
pub fn fresh_number() -> u64 {
    use std::hash::{BuildHasher, Hasher};
    std::collections::hash_map::RandomState::new().build_hasher().finish()
}

/// `work` of every item, on all cores; results in the order of the items.
pub fn map_parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let worker = || {
        let mut done = Vec::new();
        while let Some((at, item)) =
            Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, items.get(at)?)))
        {
            done.push((at, work(item)));
        }
        done
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let mut results = thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        let joined = workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        joined.flatten().collect::<Vec<_>>()
    });
    results.sort_by_key(|(at, _)| *at);
    results.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, limit: Duration) -> Ending {
        run(Command::new("sh").args(["-c", script]), limit).unwrap()
    }

    #[test]
    fn both_streams_and_the_status_are_kept() {
        let ending = shell("echo out; echo err >&2; exit 3", Duration::from_secs(20));
        assert_eq!(
            ending,
            Ending { stdout: "out\n".into(), stderr: "err\n".into(), status: Status::Exit(3) }
        );
    }

    #[test]
    fn a_crash_and_a_hang_are_told_apart() {
        assert_eq!(shell("kill -9 $$", Duration::from_secs(20)).status, Status::Crash);
        assert_eq!(shell("exec sleep 60", Duration::from_millis(50)).status, Status::TimeLimit);
    }

    #[test]
    fn results_come_in_the_order_of_the_items() {
        let items: Vec<u32> = (0..1000).collect();
        assert_eq!(map_parallel(&items, |n| n * 2), (0..1000).map(|n| n * 2).collect::<Vec<_>>());
    }
}
