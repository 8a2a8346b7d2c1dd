//! Clocks and memory readings of the process.

use std::time::Duration;

/// Processor time that this thread has used. Other load on the machine does not count into it.
pub fn thread_time() -> Duration {
    time_of(libc::CLOCK_THREAD_CPUTIME_ID)
}

/// Processor time that the process has used since it began, its loading included.
pub fn process_time() -> Duration {
    time_of(libc::CLOCK_PROCESS_CPUTIME_ID)
}

fn time_of(clock: libc::clockid_t) -> Duration {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the kernel fills the struct that the pointer refers to.
    unsafe { libc::clock_gettime(clock, &mut time) };
    Duration::new(time.tv_sec as u64, time.tv_nsec as u32)
}

/// Private memory of the process that is in use now, in bytes (`Private_Dirty`): what objects cost
/// once allocators, padding and page slack are counted.
pub fn private_bytes() -> u64 {
    kilobytes("/proc/self/smaps_rollup", "Private_Dirty:") << 10
}

/// The most memory that the process has had resident, in bytes.
pub fn peak_bytes() -> u64 {
    kilobytes("/proc/self/status", "VmHWM:") << 10
}

fn kilobytes(file: &str, field: &str) -> u64 {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(field));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}
