//! Where a name begins and ends: what the model takes for a part of it and is none, and what it leaves out.

use super::context::{beginning, is_foreign, is_long_address, listed};
use super::find::span_of;
use super::labels::LABELS;
use super::model::Found;
use super::rules::NameRules;
use crate::report::{EntityLabel, Upos};
use crate::span::Span;
use crate::tags::entities::forms;
use crate::tokens::Token;

/// No word for a kind, with what stands before it, has more tokens.
const LONGEST_KIND: usize = 5;
/// No country has more tokens, with the sign of what it owns.
const LONGEST_HOME: usize = 4;

/// Where a name begins without what leads it in: a bracket that closes, the letter of an answer, a word that opens the sentence,
/// an article, a headline's other part, a country.
fn after_lead(rules: &NameRules, text: &str, tokens: &[Token<'_>], mut name: Found) -> usize {
    name.start += outside_bracket(text, tokens.get(name.start..name.end).unwrap_or_default());
    if name.start == 0 && is_answer(rules, text, tokens) {
        name.start = 2.min(name.end);
    }
    let first = tokens.get(name.start).map_or("", |token| token.span.of(text));
    if name.start == 0 && name.end > 1 && listed(rules.openers, first) {
        name.start = 1;
    }
    name.start += usize::from(has_article(rules, text, tokens, &name));
    name.start += spaced(text, tokens.get(name.start..name.end).unwrap_or_default(), LABELS.get(name.label));
    name.start += after_home(rules, text, tokens, &name);
    name.start
}

/// A name without marks at its ends, and without the department that follows a whole organization.
pub fn trimmed(rules: &NameRules, text: &str, tokens: &[Token<'_>], mut name: Found) -> Found {
    let is_mark =
        |place: usize| tokens.get(place).is_some_and(|token| !token.span.of(text).chars().any(char::is_alphanumeric));
    while name.start < name.end && is_mark(name.end - 1) && !is_abbreviated(text, tokens, &name) {
        name.end -= 1;
    }
    while name.start < name.end && is_mark(name.start) {
        name.start += 1;
    }
    name.start = after_lead(rules, text, tokens, name);
    let held = held(rules, text, tokens.get(name.start..name.end).unwrap_or_default());
    name.start += held;
    // Shares of Halden rose.
    let is_lower = |token: &Token<'_>| token.span.of(text).starts_with(char::is_lowercase);
    while held > 0 && name.end > name.start + 1 && tokens.get(name.end - 1).is_some_and(is_lower) {
        name.end -= 1;
    }
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    name.end -= owned(rules, text, inside).max(general(rules, text, inside));
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    let (before, after) = edges(rules, text, inside, tokens.get(name.end));
    (name.start, name.end) = (name.start + before, name.end - after);
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    let listed = |words: &str, token: &Token<'_>| words.split(' ').any(|word| word == token.span.of(text));
    let is_person = LABELS.get(name.label) == Some(&EntityLabel::Person);
    if is_person && inside.len() > 1 && inside.first().is_some_and(|first| listed(rules.honorifics, first)) {
        name.start += 1;
    }
    // ロペスCTO: a title in Latin letters is none of a person's name.
    let is_title = |token: &Token<'_>| forms::is_acronym(token.span.of(text)) && listed(rules.addresses, token);
    if is_person && inside.len() > 1 && inside.last().is_some_and(is_title) {
        name.end -= 1;
    }
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    let whole = inside.iter().position(|token| listed(rules.wholes, token)).filter(|place| *place > 0);
    let form = span_of(tokens, name.start, name.end).map_or("", |span| span.of(text));
    let has_department = rules.departments.split_whitespace().any(|end| form.ends_with(end));
    if let (Some(place), true) = (whole, has_department) {
        name.end = name.start + place + 1;
    }
    name
}

/// Whether a name ends in the full stop of an abbreviation: Square, Inc.
fn is_abbreviated(text: &str, tokens: &[Token<'_>], name: &Found) -> bool {
    match tokens.get(name.start..name.end) {
        Some([.., word, stop]) => {
            stop.span.of(text) == "." && word.span.end == stop.span.start && forms::is_latin(word.span.of(text))
        }
        _ => false,
    }
}

/// How many tokens at the ends of what the model takes for a name are none of it: 米 in 米エヌビディア and in
/// トランプ米大統領, 米調査会社 before a name in katakana, チーム after a name in Latin letters or katakana, 誌論文
/// in Nature誌論文, 官房 in 木原官房長官.
pub fn edges(rules: &NameRules, text: &str, inside: &[Token<'_>], next: Option<&Token<'_>>) -> (usize, usize) {
    let [first, second, ..] = inside else { return (0, 0) };
    let is_foreign = |token: &Token<'_>| is_foreign(text, token);
    let country = usize::from(is_country_before(rules, text, first, second));
    let before = country.max(number_before(rules, text, inside)).max(kind_before(rules, text, inside).unwrap_or(0));
    let last = inside.last().map_or("", |token| token.span.of(text));
    let titled = next.is_some_and(|next| listed(rules.addresses, next.span.of(text)));
    // 連邦上院議員: what stands before is a word, no name.
    let is_word = |token: &Token<'_>| {
        let form = token.span.of(text);
        token.xpos.is_some_and(rules.is_common_noun) && forms::is_kanji(form) && form.chars().nth(1).is_some()
    };
    let begins_title = |pair: &[Token<'_>]| match pair {
        [before, token] => is_long_address(rules, text, token.span.start) && !is_word(before),
        _ => false,
    };
    let title = inside.windows(2).position(begins_title).map(|place| place + 1);
    // Nature誌論文: what follows the name of a periodical is none of it.
    let is_periodical = |token: &Token<'_>| listed(rules.periodicals, token.span.of(text));
    let cut = title.or_else(|| inside.iter().position(is_periodical).filter(|_| is_foreign(first)));
    let cut = cut.or_else(|| open_bracket(text, inside));
    let after = titled && listed(rules.countries, last) || is_foreign(first) && listed(rules.trailing, last);
    let after = after || listed(rules.agencies, last) && next.is_some_and(|next| next.span.of(text) == "】");
    (before, cut.map_or(usize::from(after), |cut| inside.len() - cut))
}

/// Where a bracket opens that does not close within a name: 峰岸藍（みねぎし・あい.
fn open_bracket(text: &str, inside: &[Token<'_>]) -> Option<usize> {
    let open = inside.iter().rposition(|token| matches!(token.span.of(text), "(" | "（"))?;
    let closes = inside.iter().skip(open).any(|token| matches!(token.span.of(text), ")" | "）"));
    (open > 0 && !closes).then_some(open)
}

/// Whether a country only says whose the name after it is: 米エヌビディア, 韓国ハンビット.
fn is_country_before(rules: &NameRules, text: &str, first: &Token<'_>, second: &Token<'_>) -> bool {
    let country = first.span.of(text);
    // 台湾セメント is a whole name, and so is ドイツW杯.
    let is_new = || (second.origin.is_none() || forms::is_latin(second.span.of(text))) && second.span.len() > 1;
    let is_whole = || first.xpos.is_some_and(rules.is_country) && !listed(rules.home, country) && is_new();
    is_foreign(text, second) && (listed(rules.countries, country) || is_whole())
}

/// How many tokens of digits and marks before a place are none of its name: a postal code. 2016リオ五輪 begins with a year.
fn number_before(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> usize {
    let is_number = |token: &&Token<'_>| !token.span.of(text).contains(char::is_alphabetic);
    let length = inside.iter().take_while(is_number).count();
    let is_place = inside.get(length).is_some_and(|token| token.xpos.is_some_and(rules.is_place));
    let first = inside.first().map_or("", |token| token.span.of(text));
    let is_year = length == 1 && first.parse().is_ok_and(|year: u32| (1900..2100).contains(&year));
    if is_place && !is_year { length } else { 0 }
}

/// Whether a body, as the model has it, is rather the person before a title that the model has cut: 林剣 in 林剣副報道局長.
pub fn is_before_title(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found, end: usize) -> bool {
    let next = tokens.get(name.end).map(|token| token.span.start);
    let first = tokens.get(name.start).map_or("", |token| token.span.of(text));
    let last = name.end.checked_sub(1).and_then(|last| tokens.get(last)).map_or("", |token| token.span.of(text));
    name.end < end
        && next.is_some_and(|start| is_long_address(rules, text, start))
        && !listed(rules.countries, first)
        && !listed(rules.company_forms, last)
}

/// How many tokens of a name up to one in katakana or Latin letters, or in Latin letters, end in a word for its kind:
/// 調査会社, 杭州拠点スタートアップ before DeepSeek.
fn kind_before(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> Option<usize> {
    let is_latin = |token: &Token<'_>| forms::is_latin(token.span.of(text));
    // AIスタートアップ・云帆智算
    let dot = inside.iter().take(LONGEST_KIND + 1).rposition(|token| token.span.of(text) == "・").filter(|dot| {
        let before = dot.checked_sub(1).and_then(|last| inside.get(last)).map_or("", |last| last.span.of(text));
        rules.kinds.iter().any(|(_, words)| listed(words, before))
    });
    if let Some(dot) = dot.filter(|dot| dot + 1 < inside.len()) {
        return Some(dot + 1);
    }
    // セキュリティー企業クラウドウォッチ: the kind itself may begin in katakana.
    let is_at = |place: usize| inside.get(place).is_some_and(|token| is_foreign(text, token));
    let foreign = (1..=LONGEST_KIND).filter(|place| is_at(*place) && !is_at(place - 1));
    let latin = inside.iter().take(2 * LONGEST_KIND).position(is_latin);
    foreign.chain(latin).find(|length| {
        let Some((first, last)) = inside.first().zip(length.checked_sub(1).and_then(|last| inside.get(last))) else {
            return false;
        };
        let before = Span { start: first.span.start, end: last.span.end }.of(text);
        let mut kinds = rules.kinds.iter().flat_map(|(_, words)| words.split_whitespace());
        kinds.any(|kind| before.ends_with(kind)) && !listed(rules.company_forms, before)
    })
}

/// How many tokens after the name of a place belong to it: 地方 in 東海地方.
pub fn region_after(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found) -> usize {
    let is_place = LABELS.get(name.label) == Some(&EntityLabel::Location);
    let last = name.end.checked_sub(1).and_then(|last| tokens.get(last));
    let next = tokens.get(name.end).filter(|next| last.is_some_and(|last| last.span.end == next.span.start));
    usize::from(is_place && next.is_some_and(|next| listed(rules.regions, next.span.of(text))))
}

/// How many tokens at the beginning are what of the name is spoken of: Shares of Nvidia.
pub fn held(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> usize {
    let (things, of) = rules.holdings;
    match inside {
        [thing, link, _, ..] if listed(things, thing.span.of(text)) && link.span.of(text) == of => 2,
        _ => kind_of_place(rules, text, inside).max(title_before(rules, text, inside)),
    }
}

/// How many tokens at the beginning only say where something is from that is no place: China's Chenghai AI, South Korea's
/// Hanbit.
pub fn after_home(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found) -> usize {
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    let form = |at: usize| inside.get(at).map_or("", |token| token.span.of(text));
    let is_place = LABELS.get(name.label) == Some(&EntityLabel::Location);
    if is_place && !inside.len().checked_sub(1).is_some_and(|last| listed(rules.company_forms, form(last))) {
        return 0;
    }
    let is_sign = |at: &usize| listed(rules.genitives, form(*at)) && form(at + 1).starts_with(char::is_uppercase);
    (1..LONGEST_HOME).find(is_sign).filter(|sign| listed(rules.homes, form(sign - 1))).map_or(0, |sign| sign + 1)
}

/// How many tokens at the beginning are the title of the person behind them: Chief Executive in Chief Executive Shen Jianing.
fn title_before(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> usize {
    let last = |words: &str, rest: usize| {
        let place = inside.iter().rposition(|token| listed(words, token.span.of(text)));
        place.map(|place| place + 1).filter(|end| end + rest <= inside.len())
    };
    let is_part = |token: &&Token<'_>| listed(rules.parts_of_titles, token.span.of(text));
    // Director General Rafael Grosvenor
    let title = last(rules.titles_before, 2).map(|end| end + inside.iter().skip(end).take_while(is_part).count());
    // AI developer Corvane
    title.or_else(|| last(rules.introducing, 1).filter(|_| rules.has_lower_case)).unwrap_or(0)
}

/// Whether what is taken for a thing is what somebody says: 「みんなのおかげだ」と投稿した.
pub fn is_said(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found) -> bool {
    let form = |at: usize| tokens.get(at).map_or("", |token| token.span.of(text));
    let is_predicate = name.end.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|last| last.upos == Upos::Aux);
    let is_quoted = name.start.checked_sub(1).is_some_and(|at| form(at) == "「") && form(name.end) == "」";
    let behind = tokens.get(name.end + 2).and_then(|token| text.get(token.span.start as usize..)).unwrap_or("");
    let (particle, titles) = rules.quotative;
    is_predicate && is_quoted && form(name.end + 1) == particle && beginning(titles, behind) == 0
}

/// How many tokens at the end are a general word that the name before owns: API in OpenAI's API.
pub fn general(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> usize {
    match inside {
        [_, .., genitive, last] => {
            let is_owned = listed(rules.genitives, genitive.span.of(text)) && listed(rules.generic, last.span.of(text));
            if is_owned { 2 } else { 0 }
        }
        _ => 0,
    }
}

/// Whether the article of a body at the beginning of a sentence is taken for a part of it: The National Audit Court. The
/// Caledonian is called so.
pub fn has_article(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found) -> bool {
    let first = tokens.get(name.start).map_or("", |token| token.span.of(text));
    let is_body = LABELS.get(name.label) == Some(&EntityLabel::Organization);
    name.start == 0 && name.end > 2 && is_body && listed(rules.articles, first)
}

/// How many tokens at the beginning, none with a capital, say what kind of place the name after "of" is: port city of Santa
/// Ines.
fn kind_of_place(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> usize {
    let form = |token: &Token<'_>| token.span.of(text);
    let capital = inside.iter().position(|token| form(token).starts_with(char::is_uppercase)).unwrap_or(0);
    let (of, kind) = (capital.checked_sub(1), capital.checked_sub(2));
    let is_of = of.and_then(|of| inside.get(of)).is_some_and(|token| listed(rules.place_kinds.1, form(token)));
    let is_kind = kind.and_then(|kind| inside.get(kind)).is_some_and(|token| listed(rules.place_kinds.0, form(token)));
    if is_of && is_kind { capital } else { 0 }
}

/// How many tokens at the end are what the name owns, in lower case: Nvidia's market cap.
pub fn owned(rules: &NameRules, text: &str, inside: &[Token<'_>]) -> usize {
    let form = |token: &Token<'_>| token.span.of(text).chars().next();
    let owns = inside.windows(2).position(|pair| match pair {
        [sign, thing] => listed(rules.genitives, sign.span.of(text)) && form(thing).is_some_and(char::is_lowercase),
        _ => false,
    });
    owns.filter(|owns| *owns > 0).map_or(0, |owns| inside.len() - owns)
}

/// Parts what the model takes for one name where an ideographic comma lists several: Lin Mei、John Castellan. Titles of works
/// may hold one.
pub fn part_lists(text: &str, tokens: &[Token<'_>], found: &mut Vec<Found>) {
    let mut parts = Vec::with_capacity(found.len());
    for name in found.iter() {
        let is_title = LABELS.get(name.label) == Some(&EntityLabel::Work);
        let mut start = name.start;
        for place in name.start..=name.end {
            let is_comma = || !is_title && tokens.get(place).is_some_and(|token| token.span.of(text) == "、");
            if place == name.end || is_comma() {
                parts.extend((start < place).then_some(Found { start, end: place, ..*name }));
                start = place + 1;
            }
        }
    }
    *found = parts;
}

/// How many tokens stand up to the end of a bracket that closes within a name: 北京共同】トランプ.
pub fn outside_bracket(text: &str, inside: &[Token<'_>]) -> usize {
    inside.iter().rposition(|token| token.span.of(text) == "】").map_or(0, |close| close + 1)
}

/// How many tokens stand before the last space in a name that has no Latin letters on both its sides: a headline's parts
/// are no one name, though family and given name may stand apart.
pub fn spaced(text: &str, inside: &[Token<'_>], label: Option<&EntityLabel>) -> usize {
    let is_gap = |pair: &[Token<'_>]| match pair {
        [left, right] => {
            let between = text.get(left.span.end as usize..right.span.start as usize).unwrap_or("");
            let is_latin = |token: &Token<'_>| token.span.of(text).is_ascii();
            // Latin words may have wide spaces between them, but none before or after other letters are of one name.
            let is_wide = between == "\u{3000}" && !(is_latin(left) && is_latin(right));
            !between.is_empty() && (is_wide || !is_latin(left) && !is_latin(right))
        }
        _ => false,
    };
    let gap = if label == Some(&EntityLabel::Person) { None } else { inside.windows(2).rposition(is_gap) };
    gap.map_or(0, |gap| gap + 1)
}

/// Whether one letter stands for a person who is not named: Kさん.
pub fn is_initial(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found) -> bool {
    let form = |place: usize| tokens.get(place).map_or("", |token| token.span.of(text));
    name.end == name.start + 1 && form(name.start).len() == 1 && listed(rules.polite, form(name.end))
}

/// Whether a sentence begins with the letter of a question or answer and a full stop.
pub fn is_answer(rules: &NameRules, text: &str, tokens: &[Token<'_>]) -> bool {
    let form = |place: usize| tokens.get(place).map_or("", |token| token.span.of(text));
    form(1) == "." && listed(rules.answers, form(0))
}

/// Whether what is taken for a body is the department in the title of its head: 経理部 in 経理部長.
pub fn is_department(rules: &NameRules, text: &str, tokens: &[Token<'_>], name: &Found, label: EntityLabel) -> bool {
    let next = tokens.get(name.end).map_or("", |token| token.span.of(text));
    let inside = tokens.get(name.start..name.end).unwrap_or_default();
    let is_common = |token: &Token<'_>| token.origin.is_some() && !token.xpos.is_some_and(rules.is_proper);
    label == EntityLabel::Organization
        && !rules.heads_of.is_empty()
        && next == rules.heads_of
        && inside.iter().all(is_common)
}

/// Whether what is taken for a person is a common noun alone: 見方.
pub fn is_common_noun(rules: &NameRules, text: &str, inside: &[Token<'_>], label: EntityLabel, strength: f32) -> bool {
    let [only] = inside else { return false };
    let form = only.span.of(text);
    let is_noun = only.xpos.is_some_and(rules.is_common_noun) && !forms::is_katakana(form) && !forms::is_latin(form);
    label == EntityLabel::Person && is_noun && strength < STRONG
}

/// From this strength on, in natural logarithms, a common noun may name a person.
const STRONG: f32 = 4.0;
