//! Times of single calls, and what is said of many.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// A call shorter than this is timed together with others.
const SHORTEST: Duration = Duration::from_millis(1);
const SAMPLES: usize = 5;

/// The median time of a call in milliseconds, after one to warm up.
pub fn milliseconds<T>(mut call: impl FnMut() -> T) -> f64 {
    black_box(call());
    let started = Instant::now();
    black_box(call());
    let once = started.elapsed().max(Duration::from_nanos(100));
    let times = SHORTEST.as_nanos().div_ceil(once.as_nanos()).clamp(1, 10_000) as u32;
    let mut samples: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let started = Instant::now();
            (0..times).for_each(|_| drop(black_box(call())));
            started.elapsed().as_secs_f64() * 1e3 / f64::from(times)
        })
        .collect();
    percentile(&mut samples, 50.0)
}

/// The smallest value that `percent` of all values do not exceed.
pub fn percentile(values: &mut [f64], percent: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let rank = (percent / 100.0 * values.len() as f64).ceil() as usize;
    values[rank.clamp(1, values.len()) - 1]
}
