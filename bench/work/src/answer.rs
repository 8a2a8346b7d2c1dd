//! What a side tells the driver: one line of JSON each.

use serde::{Deserialize, Serialize};

/// The first line of a side that was started.
#[derive(Debug, Serialize, Deserialize)]
pub struct Hello {
    /// Its version.
    pub version: String,
}

/// The measurement of one operation.
#[derive(Debug, Serialize, Deserialize)]
pub struct Timed {
    /// Nanoseconds of processor time per execution.
    pub nanoseconds: f64,
    /// The result as text, for comparison between the sides.
    pub shown: String,
}

/// The run of a program.
#[derive(Debug, Serialize, Deserialize)]
pub struct Ran {
    /// Seconds of processor time from the program's text to its end.
    pub seconds: f64,
    /// The most memory that the process had resident.
    pub peak_bytes: u64,
}

/// An operation under the meter.
#[derive(Debug, Serialize, Deserialize)]
pub struct Metered {
    /// What it does.
    pub name: String,
    /// Nanoseconds of processor time.
    pub nanoseconds: f64,
    /// Ticks used up.
    pub ticks: u64,
}

/// One number of a workload.
#[derive(Debug, Serialize, Deserialize)]
pub struct Measured {
    /// What it is.
    pub name: String,
    /// The number.
    pub value: f64,
}
