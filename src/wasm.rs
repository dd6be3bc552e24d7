//! The one place that knows JavaScript.
