//! How an analysis shares the thread it runs on: it tells how far it is, and rests or stops where it is asked to.

use crate::error::Error;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// The host's side of a running analysis.
pub trait Pace {
    /// Called between pieces of work with the share done so far, 0 to 1. The analysis goes on when the future is
    /// ready, and ends with the error where it gives one.
    fn rest(&self, done: f64) -> impl Future<Output = Result<(), Error>>;
}

/// Never rests and never stops.
pub struct Steady;

impl Pace for Steady {
    async fn rest(&self, _done: f64) -> Result<(), Error> {
        Ok(())
    }
}

/// Runs a future to its end on this thread. Meant for paces that are always ready: a pending one is asked again at
/// once.
pub fn run<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}
