//! A name where it stands, and what speaks for it.

use super::labels::LABELS;
use crate::report::EntityLabel;
use crate::span::Span;

/// How strongly each of [`LABELS`] is spoken for, against no name at all, in natural logarithms.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Votes(pub [f32; LABELS.len()]);

impl Votes {
    /// One voice for one label. Labels that the model does not know count as none.
    pub fn one(label: EntityLabel, strength: f32) -> Votes {
        let mut votes = Votes::default();
        votes.add_one(label, strength);
        votes
    }

    /// Adds a voice.
    pub fn add_one(&mut self, label: EntityLabel, strength: f32) {
        let place = LABELS.iter().position(|known| *known == label);
        if let Some(vote) = place.and_then(|place| self.0.get_mut(place)) {
            *vote += strength;
        }
    }

    /// Adds all voices of another.
    pub fn add(&mut self, other: &Votes) {
        self.0.iter_mut().zip(other.0).for_each(|(vote, other)| *vote += other);
    }

    /// With what speaks for works and products, whichever is more, speaking for one of them, and the less for the other.
    pub fn as_one(mut self, label: EntityLabel) -> Votes {
        let place = |label| LABELS.iter().position(|known| *known == label);
        let [work, product] = [EntityLabel::Work, EntityLabel::Product].map(place);
        if let (Some(work), Some(product)) = (work, product)
            && let Ok([of_work, of_product]) = self.0.get_disjoint_mut([work, product])
            && (*of_work > *of_product) != (label == EntityLabel::Work)
        {
            std::mem::swap(of_work, of_product);
        }
        self
    }

    /// The label that most speaks for, the first of equals, and how strongly.
    pub fn best(&self) -> (EntityLabel, f32) {
        let mut best = (EntityLabel::Other, f32::MIN);
        for (label, vote) in LABELS.into_iter().zip(self.0) {
            if vote > best.1 {
                best = (label, vote);
            }
        }
        best
    }
}

impl Mention {
    /// Its label as far as it alone is looked at.
    pub fn label(&self) -> EntityLabel {
        self.fixed.unwrap_or_else(|| self.votes.best().0)
    }
}

/// What found a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// The caller's dictionary.
    Dictionary,
    /// The table of names that comes with the program.
    Table,
    /// The model.
    Model,
    /// A pattern, by its name.
    Pattern(&'static str),
    /// Quotation marks after a word that says what is named.
    Quoted,
    /// A title or form of address after it.
    Addressed,
    /// What it has: a share price, a president.
    Owner,
    /// A word for its kind before it.
    Kind,
    /// A word for a municipality or a company at its end.
    Ending,
    /// Brackets after or around another form of it.
    Bracketed,
    /// A row of names of one kind.
    Enumerated,
    /// The capitals of a name.
    Initials,
    /// The same form elsewhere in the article.
    Repeated,
    /// A word such as 同社, for the nearest fitting name before it.
    Anaphor,
}

/// A name where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Where, in UTF-8 bytes.
    pub span: Span,
    /// What it may be.
    pub votes: Votes,
    /// What found it.
    pub evidence: Evidence,
    /// The sentence that it stands in.
    pub sentence: u32,
    /// The label that a dictionary gives it, whatever else is said.
    pub fixed: Option<EntityLabel>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use EntityLabel::{Person, Product, Work};

    #[test]
    fn works_and_products_as_one() {
        let votes = |work, product| {
            let mut votes = Votes::one(Work, work);
            votes.add_one(Product, product);
            votes.add_one(Person, -9.0);
            votes
        };
        for (work, product) in [(1.0, 4.0), (4.0, 1.0), (-3.0, -1.0), (2.0, 2.0)] {
            let (most, least) = (f32::max(work, product), f32::min(work, product));
            assert_eq!(votes(work, product).as_one(Work), votes(most, least), "{work} {product}");
            assert_eq!(votes(work, product).as_one(Product), votes(least, most), "{work} {product}");
        }
    }
}
