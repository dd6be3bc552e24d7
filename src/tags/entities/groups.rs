//! Forms that are one thing: sets that are joined, each with its mentions and what they say.

use super::reasons::Join;
use crate::report::EntityLabel;
use crate::tags::names::listed::key;
use crate::tags::names::mention::{Mention, Votes};
use std::collections::HashMap;

/// Forms of names, gathered.
#[derive(Debug, Default)]
pub struct Groups {
    /// The group of each mention, before joining.
    of_mention: Vec<usize>,
    parents: Vec<usize>,
    /// The first form of each group.
    forms: Vec<String>,
    votes: Vec<Votes>,
    fixed: Vec<Option<EntityLabel>>,
    by_key: HashMap<String, usize>,
    /// Which groups were joined, and why.
    joins: Vec<(usize, usize, Join)>,
}

impl Groups {
    /// Gathers mentions of one form.
    pub fn new(text: &str, mentions: &[Mention]) -> Groups {
        let mut groups = Groups::default();
        for mention in mentions {
            let form = mention.span.of(text);
            let group = *groups.by_key.entry(key(form)).or_insert_with(|| {
                groups.parents.push(groups.parents.len());
                groups.forms.push(form.to_owned());
                groups.votes.push(Votes::default());
                groups.fixed.push(None);
                groups.parents.len() - 1
            });
            groups.of_mention.push(group);
            if let Some(votes) = groups.votes.get_mut(group) {
                votes.add(&mention.votes);
            }
            if let (Some(fixed), Some(label)) = (groups.fixed.get_mut(group), mention.fixed) {
                fixed.get_or_insert(label);
            }
        }
        groups
    }

    /// All groups before joining: their numbers and forms.
    pub fn forms(&self) -> impl Iterator<Item = (usize, &str)> {
        self.forms.iter().map(String::as_str).enumerate()
    }

    /// The group of a form, if there is one.
    pub fn with_form(&self, form: &str) -> Option<usize> {
        self.by_key.get(&key(form)).copied()
    }

    /// The group of a mention, by its number.
    pub fn of_mention(&self, mention: usize) -> Option<usize> {
        self.of_mention.get(mention).map(|group| self.root(*group))
    }

    /// The group that a group has been joined to.
    pub fn root(&self, group: usize) -> usize {
        let mut group = group;
        while let Some(parent) = self.parents.get(group).copied().filter(|parent| *parent != group) {
            group = parent;
        }
        group
    }

    /// The label that a group's forms have together.
    pub fn label(&self, group: usize) -> EntityLabel {
        let root = self.root(group);
        let fixed = self.fixed.get(root).copied().flatten();
        fixed.unwrap_or_else(|| self.votes.get(root).map_or(EntityLabel::Other, |votes| votes.best().0))
    }

    /// How strongly a group is spoken for as a name of its label, in natural logarithms.
    pub fn strength(&self, group: usize) -> f32 {
        self.votes.get(self.root(group)).map_or(0.0, |votes| votes.best().1)
    }

    /// Why the forms of each joined group are one thing: the reason, and two forms.
    pub fn joins(&self) -> HashMap<usize, Vec<(Join, &str, &str)>> {
        let form = |group: usize| self.forms.get(group).map_or("", String::as_str);
        let mut joins: HashMap<usize, Vec<(Join, &str, &str)>> = HashMap::new();
        for (one, other, join) in &self.joins {
            joins.entry(self.root(*one)).or_default().push((*join, form(*one), form(*other)));
        }
        joins
    }

    /// Joins two groups. The larger sum of voices wins the label; a label fixed by a dictionary stays.
    pub fn join(&mut self, one: usize, other: usize, reason: Join) {
        let (first, second) = (self.root(one), self.root(other));
        if first == second {
            return;
        }
        let (root, joined) = (first.min(second), first.max(second));
        self.joins.push((one, other, reason));
        let votes = self.votes.get(joined).copied().unwrap_or_default();
        let fixed = self.fixed.get(joined).copied().flatten();
        if let Some(sum) = self.votes.get_mut(root) {
            sum.add(&votes);
        }
        if let Some(label) = self.fixed.get_mut(root) {
            *label = label.or(fixed);
        }
        if let Some(parent) = self.parents.get_mut(joined) {
            *parent = root;
        }
    }

    /// Adds a voice to a group.
    pub fn vote(&mut self, group: usize, label: EntityLabel, strength: f32) {
        let root = self.root(group);
        if let Some(votes) = self.votes.get_mut(root) {
            votes.add_one(label, strength);
        }
    }

    /// Lets a group be nothing but one label, whatever a model says that has never met such names.
    pub fn decide(&mut self, group: usize, label: EntityLabel, strength: f32) {
        let root = self.root(group);
        if let Some(votes) = self.votes.get_mut(root) {
            *votes = Votes::one(label, strength);
        }
    }
}
