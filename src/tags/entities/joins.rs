//! Which forms are one thing.

use super::address_after;
use super::forms;
use super::further::Sentences;
use super::groups::Groups;
use super::reasons::Join;
use crate::order::Order;
use crate::report::EntityLabel;
use crate::span::Span;
use crate::tags::names::context::listed as listed_word;
use crate::tags::names::dictionary::Listing;
use crate::tags::names::listed::Listed;
use crate::tags::names::mention::Mention;
use crate::tags::names::rules::NameRules;
use std::collections::{BTreeMap, HashMap, HashSet};

/// How strongly a list speaks for its label, in natural logarithms.
const LISTED: f32 = 5.0;

/// Characters of a word in katakana at least that stand for the whole.
const LEAST_CUT: usize = 2;
/// No beginning of such a word that is longer stands for the whole.
const LONGEST_CUT: usize = 24;

/// Joins forms of one entry of a list.
pub fn listed(groups: &mut Groups, list: &Listed, reason: Join) {
    let mut entries: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (group, form) in groups.forms() {
        if let Some(number) = list.number(form) {
            entries.entry(number).or_default().push(group);
        }
    }
    for members in entries.into_values() {
        let Some((first, others)) = members.split_first() else { continue };
        for other in others {
            groups.join(*first, *other, reason);
        }
        let form = groups.forms().find(|(group, _)| group == first).map(|(_, form)| form.to_owned());
        if let Some(Listing::Label(label)) = form.and_then(|form| list.listing(&form)) {
            groups.vote(*first, label, LISTED);
        }
    }
}

/// Joins a name and the form in brackets after it.
pub fn bracketed(groups: &mut Groups, text: &str, pairs: &[(Span, Span)]) {
    for (outer, inner) in pairs {
        if let (Some(one), Some(other)) = (groups.with_form(outer.of(text)), groups.with_form(inner.of(text))) {
            groups.join(one, other, Join::Brackets);
        }
    }
}

/// Joins pairs of forms for one reason.
pub fn pairs(groups: &mut Groups, pairs: &[(&str, &str)], reason: Join) {
    for (one, other) in pairs {
        if let (Some(one), Some(other)) = (groups.with_form(one), groups.with_form(other)) {
            groups.join(one, other, reason);
        }
    }
}

/// Joins names in katakana and in Latin letters that sound alike.
pub fn other_scripts(groups: &mut Groups) {
    let mut sounds: HashMap<String, Vec<(usize, bool)>> = HashMap::new();
    for (group, form) in groups.forms() {
        let sound = forms::consonants(form);
        if sound.len() >= 3 {
            sounds.entry(sound).or_default().push((group, forms::is_katakana(form)));
        }
    }
    let mut sounds: Vec<_> = sounds.into_values().filter(|members| members.len() > 1).collect();
    sounds.order();
    for members in sounds {
        let katakana = members.iter().find(|(_, is_katakana)| *is_katakana);
        let latin = members.iter().find(|(_, is_katakana)| !is_katakana);
        let (Some((one, _)), Some((other, _))) = (latin, katakana) else { continue };
        if groups.label(*one) == groups.label(*other) {
            groups.join(*one, *other, Join::OtherScript);
        }
    }
}

/// What a name's last word says that it is, and what stands before it: シリコンゲート・リサーチ.
fn last_word<'f>(form: &'f str, rules: &NameRules) -> Option<(&'f str, EntityLabel)> {
    let (rest, last) = form.rsplit_once([' ', '・'])?;
    rules.last_words.iter().find(|(_, words)| listed_word(words, last)).map(|(label, _)| (rest, *label))
}

/// What a body is called without the last word that only says what it is.
pub(super) fn without_last_word<'f>(form: &'f str, rules: &NameRules) -> Option<&'f str> {
    let (rest, label) = last_word(form, rules)?;
    (label == EntityLabel::Organization && rest.chars().nth(2).is_some()).then_some(rest)
}

/// What has the form of a company, a place or a law and is taken for a person or another place is what its form says.
pub fn no_persons(groups: &mut Groups, rules: &NameRules) {
    let of_form = |form: &str| {
        let short = forms::without_company_form(form, rules.company_forms);
        // The Hague has an article and no company's form.
        let has_article =
            || form.split_once(' ').is_some_and(|(it, rest)| rest == short && listed_word(rules.articles, it));
        let is_company = short.len() < form.len() && !has_article();
        let named = || last_word(form, rules).map(|(_, label)| label);
        // University of Ravensmoor
        let head = form.split_once(" of ").map(|(head, _)| head);
        let is_headed = head.is_some_and(|head| rules.heads.split_whitespace().any(|word| word == head));
        if is_company || is_headed || form.contains(" & ") { Some(EntityLabel::Organization) } else { named() }
    };
    // A contest or a festival is taken for a thing as well.
    let is_doubtful = |group: usize, named: EntityLabel| match groups.label(group) {
        EntityLabel::Person | EntityLabel::Location => true,
        EntityLabel::Product | EntityLabel::Work => named == EntityLabel::Event,
        _ => false,
    };
    let named = groups.forms().filter_map(|(group, form)| Some((group, of_form(form)?)));
    let others: Vec<(usize, EntityLabel)> = named.filter(|(group, label)| is_doubtful(*group, *label)).collect();
    for (group, label) in others {
        let is_person = groups.label(group) == EntityLabel::Person;
        let strength = if is_person { LISTED.max(groups.strength(group) + 1.0) } else { LISTED };
        if label == EntityLabel::Organization {
            groups.vote(group, label, strength);
        } else {
            groups.decide(group, label, strength);
        }
    }
}

/// Joins short forms to the nearest longer form that has them as a part.
pub fn short_forms(
    groups: &mut Groups,
    text: &str,
    sentences: &Sentences<'_>,
    mentions: &[Mention],
    rules: &NameRules,
) {
    let mut longer: HashMap<(EntityLabel, String), Vec<usize>> = HashMap::new();
    let mut seen = HashSet::new();
    for (number, mention) in mentions.iter().enumerate() {
        let form = mention.span.of(text);
        let Some(group) = groups.with_form(form).filter(|group| seen.insert(*group)) else { continue };
        let root = groups.of_mention(number).unwrap_or(group);
        let label = groups.label(root);
        for part in parts(text, sentences, mention, label, rules) {
            let roots = longer.entry((label, part)).or_default();
            if !roots.contains(&group) {
                roots.push(group);
            }
        }
    }
    let forms: Vec<(usize, String)> = groups.forms().map(|(group, form)| (group, form.to_owned())).collect();
    let addressed = addressed(groups, text, sentences, mentions, rules);
    for (group, form) in forms {
        let own = longer.get(&(groups.label(group), form.clone()));
        // A company's short name often looks like its founder's; nobody who is addressed as a person is one. The number of
        // a product alone looks like anything.
        let other = match groups.label(group) {
            EntityLabel::Person if addressed.contains(&group) => None,
            EntityLabel::Person | EntityLabel::Product => Some(EntityLabel::Organization),
            _ => Some(EntityLabel::Product),
        };
        let Some(candidates) = own.or_else(|| longer.get(&(other?, form))) else { continue };
        // Groups are numbered in the order of their first mentions: the nearest before, else the first after.
        let nearest = candidates.iter().rev().find(|other| **other < group).or_else(|| candidates.first());
        if let Some(one) = nearest.copied().filter(|one| *one != group) {
            let (label, own) = (groups.label(one), groups.label(group));
            groups.join(one, group, Join::ShortForm);
            if label != own {
                groups.vote(one, label, LISTED);
            }
        }
    }
}

/// The groups of persons of which some mention is addressed.
fn addressed(
    groups: &Groups,
    text: &str,
    sentences: &Sentences<'_>,
    mentions: &[Mention],
    rules: &NameRules,
) -> HashSet<usize> {
    let person = |mention: &Mention| {
        let group = groups.with_form(mention.span.of(text))?;
        let may_be = groups.label(group) == EntityLabel::Person;
        (may_be && address_after(text, sentences, mention, rules.addresses).is_some()).then_some(group)
    };
    mentions.iter().filter_map(person).collect()
}

/// The parts of a name that can stand for it alone.
fn parts(
    text: &str,
    sentences: &Sentences<'_>,
    mention: &Mention,
    label: EntityLabel,
    rules: &NameRules,
) -> Vec<String> {
    let form = mention.span.of(text);
    let mut found: Vec<String> = match label {
        EntityLabel::Person => personal_parts(text, sentences, mention),
        EntityLabel::Organization => body_parts(form, rules),
        EntityLabel::Product => {
            let last =
                form.rsplit([' ', '-']).next().filter(|last| last.chars().any(|character| character.is_ascii_digit()));
            // R1 of DeepSeek-R1, 4o of GPT-4o.
            let is_name = |last: &&str| last.starts_with(char::is_alphabetic) || last.ends_with(char::is_alphabetic);
            let code = forms::code_at_end(form);
            last.filter(is_name).into_iter().chain(code).map(str::to_owned).collect()
        }
        EntityLabel::Location => {
            let suffixes = ['市', '県', '都', '府', '省', '州'];
            form.strip_suffix(suffixes).filter(|rest| rest.chars().count() > 1).map(str::to_owned).into_iter().collect()
        }
        _ => Vec::new(),
    };
    found.retain(|part| part != form && !part.is_empty());
    found
}

/// The parts of a body's name that can.
fn body_parts(form: &str, rules: &NameRules) -> Vec<String> {
    let head = form.rsplit_once(' ').map(|(_, last)| last);
    let head = head.filter(|head| rules.heads.split(' ').any(|word| word == *head));
    let short = forms::without_company_form(form, rules.company_forms);
    let clipped = rules.clipped.iter().find_map(|(whole, clipped)| Some((form.strip_suffix(whole)?, *clipped)));
    let clipped = clipped.map(|(rest, clipped)| [rest, clipped].concat());
    let mut shorter = vec![short];
    // 東邦新聞 of 東邦新聞社
    shorter.extend(rules.body_sign.and_then(|sign| form.strip_suffix(sign)));
    shorter.extend(head);
    shorter.extend(without_last_word(form, rules));
    shorter.extend(before_trade(form, rules));
    shorter.extend(katakana_cuts(form));
    shorter.into_iter().map(str::to_owned).chain(clipped).collect()
}

/// What a company in kanji is called without the last word that only names its trade: 江芯 of 江芯存儲.
pub(super) fn before_trade<'f>(form: &'f str, rules: &NameRules) -> Option<&'f str> {
    let mut trades = rules.firms_of_unknown.split_whitespace();
    let name = trades.find_map(|trade| form.strip_suffix(trade))?;
    (forms::is_kanji(name) && name.chars().nth(1).is_some()).then_some(name)
}

/// The beginnings of a name within its last word in katakana, each with at least so much of it and of the name that it is
/// hardly another's: 霧島セミコン of 霧島セミコンダクター; and what stands before that word in kanji: 霧島.
fn katakana_cuts(form: &str) -> impl Iterator<Item = &str> {
    let is_kana = |character: &char| matches!(character, 'ァ'..='ヺ' | 'ー');
    let run = form.chars().rev().take_while(is_kana).count();
    let before = form.chars().count() - run;
    let is_cut = move |kept: &usize| before > 0 && *kept >= LEAST_CUT || *kept == 0 && before > 1 && run > 2;
    let ends = form.char_indices().map(|(end, _)| end).skip(before).take(run.min(LONGEST_CUT)).enumerate();
    ends.filter(move |(kept, _)| is_cut(kept))
        .filter_map(move |(kept, end)| form.get(..end).filter(|cut| kept > 0 || forms::is_kanji(cut)))
}

/// The parts of a person's name: its words where it has spaces or middle dots, else its first and its last token.
fn personal_parts(text: &str, sentences: &Sentences<'_>, mention: &Mention) -> Vec<String> {
    let form = mention.span.of(text);
    let separators = ['・', '=', '＝', ' ', '　'];
    if form.contains(separators) {
        return form.split(separators).filter(|part| part.chars().count() > 1).map(str::to_owned).collect();
    }
    let place = sentences.partition_point(|(number, _)| *number < mention.sentence);
    let tokens = sentences.get(place).map_or(&[][..], |(_, tokens)| tokens);
    let first = tokens.partition_point(|token| token.span.start < mention.span.start);
    let end = tokens.partition_point(|token| token.span.start < mention.span.end);
    if end <= first + 1 && !forms::is_kanji(form) {
        return Vec::new();
    }
    let part = |place: usize| tokens.get(place).map(|token| token.span.of(text).to_owned());
    let family = form.chars().next().filter(|_| forms::is_kanji(form) && form.chars().count() <= 3).map(String::from);
    [part(first), part(end - 1), family].into_iter().flatten().collect()
}
