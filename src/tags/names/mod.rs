//! Names: persons, organizations, places, facilities, products, events and works, found and labelled one by one.

pub mod attributes;
mod companies;
pub mod context;
pub mod dictionary;
pub mod edges;
pub mod explain;
pub mod file;
pub mod find;
pub mod gazetteer;
mod kinds;
pub mod labels;
pub mod listed;
pub mod mention;
pub mod model;
pub mod patterns;
mod press;
mod relabel;
pub mod rules;
mod runs;
mod shapes;

pub use find::Names;
pub use mention::{Evidence, Mention, Votes};
