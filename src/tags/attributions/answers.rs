//! What is said without a verb: the answers of an interview whose questions begin with a dash, a statement below its
//! heading, and the quotation that ends a paragraph about somebody.

use super::rules::AttributionRules;
use super::turns::opener;
use crate::article::Article;
use crate::order::Order;
use crate::report::{Attribution, AttributionForm, Entity, EntityLabel, Role, Sentence, Source};
use crate::span::Span;

/// Questions that an interview has at least.
const AGAIN: usize = 2;
/// Characters between the name of who is interviewed and the words that say so.
const FAR: usize = 12;
/// A title after a name, with the topic's particle, has no more characters.
const LONGEST_TITLE: usize = 10;
/// So many attributions before and after a quotation are asked for its words.
const NEAR: usize = 4;
/// Bytes that a quotation which somebody says has at least.
const SHORTEST: usize = 15;

/// Who a quotation is by is spoken of in so many sentences more before it.
const BACK: usize = 2;

/// A person where the article names them, and their number.
type Person = (Span, usize);

/// Adds the answers to questions that begin with a dash, all said by the one who is interviewed.
pub fn add(article: &Article<'_>, entities: &[Entity], attributions: &mut Vec<Attribution>) {
    let rules = article.language.attributions.rules;
    let mark = |line: &str| rules.questions.iter().find(|mark| line.trim_start().starts_with(**mark));
    let bodies = || article.blocks.iter().filter(|block| block.role.is_body());
    let last = bodies().rfind(|block| mark(block.span.of(article.text)).is_some()).map(|block| block.span.start);
    let mut answers = Vec::new();
    let mut question: Option<Span> = None;
    let (mut questions, mut is_answered) = (0, false);
    for block in bodies() {
        let line = block.span.of(article.text);
        if let Some(mark) = mark(line) {
            question = Some(Span { start: block.span.start, end: block.span.start + mark.len() as u32 });
            (questions, is_answered) = (questions + 1, false);
        } else if block.role == Role::Heading || opener(line).is_some() {
            question = None;
        } else if let Some(cue) = question.filter(|cue| !is_answered || Some(cue.start) != last || goes_on(line, rules))
        {
            match answers.last_mut().filter(|_| is_answered) {
                Some((_, content)) => *content = Span { end: block.span.end, ..*content },
                None => answers.push((cue, block.span)),
            }
            is_answered = true;
        } else {
            question = None;
        }
    }
    let person = if questions < AGAIN { None } else { interviewed(article, entities, rules) };
    let Some(person) = person else { return };
    attributions.extend(answers.into_iter().map(|(cue, content)| said(entities, cue, content, (None, person))));
    in_order(attributions);
}

/// Whether a paragraph after the first of the last answer is no word of the writer's: it ends as the spoken word does.
fn goes_on(line: &str, rules: &AttributionRules) -> bool {
    let (endings, writer) = rules.answering;
    let line = line.trim_end().trim_end_matches(['。', '!', '！', '」']);
    endings.iter().any(|ending| line.ends_with(ending)) && !writer.iter().any(|word| line.contains(word))
}

/// What a person says, who is named at a span or nowhere beside it.
fn said(entities: &[Entity], cue: Span, content: Span, (span, person): (Option<Span>, usize)) -> Attribution {
    let name = entities.get(person).map(|entity| entity.name.clone());
    let source = Source { span, name, entity: u32::try_from(person).ok() };
    Attribution { cue, content, source, form: AttributionForm::Direct }
}

/// Puts attributions in reading order.
// Not inlined, for the size of the core.
#[inline(never)]
pub(super) fn in_order(attributions: &mut [Attribution]) {
    attributions.order_by_key(|attribution| attribution.cue);
}

/// The person of whom the article says that they are asked: X監督に聞く.
fn interviewed(article: &Article<'_>, entities: &[Entity], rules: &AttributionRules) -> Option<usize> {
    for (mention, person) in persons(entities) {
        let near = near(article.text, mention.end, FAR);
        if rules.interviewed.iter().any(|word| near.contains(word)) {
            return Some(person);
        }
    }
    None
}

fn persons(entities: &[Entity]) -> Vec<Person> {
    let mut found = Vec::new();
    for (number, entity) in entities.iter().enumerate().filter(|(_, entity)| entity.label == EntityLabel::Person) {
        found.extend(entity.mentions.iter().map(|span| (*span, number)));
    }
    found.order();
    found
}

/// So many characters from a byte on.
fn near(text: &str, start: u32, characters: usize) -> &str {
    let rest = text.get(start as usize..).unwrap_or("");
    let end = rest.char_indices().nth(characters).map_or(rest.len(), |(end, _)| end);
    rest.get(..end).unwrap_or(rest)
}

/// Adds the quotations that are all of a sentence and that nothing else is said of: below a heading such as 甲氏のコメント they
/// are by whom it names; at the end of a block, and after words that are reported of one person, by whom the sentence before
/// speaks of.
pub fn quoted(article: &Article<'_>, entities: &[Entity], attributions: &mut Vec<Attribution>) {
    let rules = article.language.attributions.rules;
    if rules.statements.is_empty() {
        return;
    }
    let persons = persons(entities);
    let told = attributions.len();
    for (place, pair) in article.sentences.windows(2).enumerate() {
        let [before, sentence] = pair else { continue };
        let is_body = article.blocks.get(sentence.block as usize).is_some_and(|block| block.role.is_body());
        let content = whole_quotation(article.text, sentence.span, rules).filter(|_| is_body);
        let Some(content) = content else { continue };
        let said_near = near_by(attributions.get(..told).unwrap_or_default(), before.span);
        if said_near.iter().any(|said| overlap(said, sentence.span)) {
            continue;
        }
        let is_apart = before.block != sentence.block;
        let heads = rules.statements.iter().any(|word| before.span.of(article.text).trim_end().ends_with(word));
        let next = article.sentences.get(place + 2).filter(|next| next.block == sentence.block);
        let mut speakers = within(&persons, before.span)
            .iter()
            .filter(|(mention, _)| is_apart || is_topic(article.text, mention.end, rules));
        let mut reported = said_near.iter().filter(|said| said.cue.overlaps(before.span)).peekable();
        let (speaker, is_free) = match speakers.next().filter(|_| heads || !is_apart) {
            Some(speaker) if reported.peek().is_some() => {
                let others = next.map_or(&[][..], |next| within(&persons, next.span));
                (Some(speaker), others.iter().all(|(_, other)| *other == speaker.1))
            }
            Some(speaker) => (Some(speaker), next.is_none()),
            None => (next.and_then(|next| goes_on_about(article, &persons, place, next, rules)), true),
        };
        let Some((span, person)) = speaker else { continue };
        if is_free && reported.all(|said| said.source.entity == u32::try_from(*person).ok()) {
            let cue = Span { start: sentence.span.start, end: content.start };
            attributions.push(said(entities, cue, content, (Some(*span), *person)));
        }
    }
    in_order(attributions);
}

/// Whom the sentences before and after a quotation in one block both speak of: 村岡さんは…。「…」。村岡さんは….
fn goes_on_about<'p>(
    article: &Article<'_>,
    persons: &'p [Person],
    place: usize,
    next: &Sentence,
    rules: &AttributionRules,
) -> Option<&'p Person> {
    let topic = |sentence: &Sentence| {
        let mut named = within(persons, sentence.span).iter();
        named.find(|(mention, _)| is_topic(article.text, mention.end, rules))
    };
    let after = topic(next)?;
    let first = place.saturating_sub(BACK);
    let before = article.sentences.get(first..=place)?.iter().filter(|before| before.block == next.block);
    let before = before.rev().find_map(topic)?;
    (before.1 == after.1).then_some(before)
}

/// The persons that a sentence names.
fn within(persons: &[Person], sentence: Span) -> &[Person] {
    let first = persons.partition_point(|(mention, _)| mention.end <= sentence.start);
    let end = persons.partition_point(|(mention, _)| mention.end <= sentence.end);
    persons.get(first..end).unwrap_or_default()
}

/// The attributions around a sentence.
fn near_by(attributions: &[Attribution], sentence: Span) -> &[Attribution] {
    let first = attributions.partition_point(|said| said.cue.end <= sentence.start).saturating_sub(NEAR);
    attributions.get(first..attributions.len().min(first + 2 * NEAR)).unwrap_or_default()
}

/// Whether the words of a sentence are somebody's already.
fn overlap(said: &Attribution, sentence: Span) -> bool {
    said.cue.overlaps(sentence) || said.content.overlaps(sentence)
}

/// Whether the topic's particle stands after a name and no more than a title.
pub(super) fn is_topic(text: &str, end: u32, rules: &AttributionRules) -> bool {
    let title = rules.topics.first().and_then(|topic| near(text, end, LONGEST_TITLE).split_once(topic));
    title.is_some_and(|(title, _)| {
        !title.contains(['、', '。']) && !rules.possessives.iter().any(|possessive| title.contains(possessive))
    })
}

/// What a sentence quotes that is nothing but a quotation.
fn whole_quotation(text: &str, sentence: Span, rules: &AttributionRules) -> Option<Span> {
    let form = sentence.of(text).trim_end_matches(['。', ' ', '\u{3000}', '\n']);
    rules.quotes.iter().find_map(|(open, close)| {
        let inner = form.strip_prefix(*open)?.strip_suffix(*close)?;
        let is_one = !inner.contains([*open, *close]) && inner.len() >= SHORTEST;
        let start = open.len_utf8();
        is_one.then(|| Span::new(start, start + inner.len()).shifted(sentence.start as usize))
    })
}

#[cfg(test)]
mod tests {
    use crate::measures::testing::prose;
    use crate::{Options, report::OffsetUnit};

    /// Each line: what it shows, a text, and what is said in it: name and words, a bar between.
    #[test]
    fn said_without_a_verb() {
        let asked = "灯台の保存を進める柘植拓真さんに聞いた。\n\n――今はどうですか。\n\n今は無人です。それでも光っています。\n\n\
                     船の目印です。\n\n――昔はどうでしたか。\n\n家族で暮らしていました。";
        let answers =
            ["柘植拓真|今は無人です。それでも光っています。\n\n船の目印です。", "柘植拓真|家族で暮らしていました。"];
        let profile = format!("{asked}\n\nつげ・たくま　1982年、秋田県生まれ。灯台に勤めた。");
        let longer = format!("{asked}\n\n冬は寒かったですね。\n\n取材の帰りに灯台を見ました。");
        let more = [answers[0], "柘植拓真|家族で暮らしていました。\n\n冬は寒かったですね。"];
        let narrated = format!("{asked}\n\n取材を終えて外に出ると、海は荒れていた。灯台の明かりが見えた。");
        let nobody = asked.replace("に聞いた", "が話した");
        let table: [(&str, &str, &[&str]); 12] = [
            ("answers to questions with dashes", asked, &answers),
            ("who they are is none", &profile, &answers),
            ("what the writer tells after the last answer", &narrated, &answers),
            ("the last answer has more paragraphs", &longer, &more),
            (
                "words that are reported before",
                "柘植拓真さんは、灯台が要ると強調した。「船の目印ですから」。来年も残す。",
                &["柘植拓真さん|灯台が要る", "柘植拓真|船の目印ですから"],
            ),
            (
                "words before somebody else",
                "柘植拓真さんは、灯台が要ると強調した。「船の目印ですから」。南雲由紀さんも笑う。",
                &["柘植拓真さん|灯台が要る"],
            ),
            (
                "a quotation between sentences about one person",
                "柘植拓真さんは灯台に勤めた。部屋は狭い。「夜は長かったですよ」。柘植さんは島を離れた。",
                &["柘植拓真|夜は長かったですよ"],
            ),
            (
                "a quotation between sentences about two",
                "柘植拓真さんは灯台に勤めた。部屋は狭い。「夜は長かったですよ」。南雲由紀さんは島を離れた。",
                &[],
            ),
            ("nobody is asked", &nobody, &[]),
            (
                "a statement below its heading",
                "■ 柘植拓真さんのコメント\n\n「灯台の由来をすべて開示しました」",
                &["柘植拓真|灯台の由来をすべて開示しました"],
            ),
            (
                "a quotation after a sentence about somebody",
                "柘植拓真さんは首を振る。「二年あれば十分でした」",
                &["柘植拓真|二年あれば十分でした"],
            ),
            ("a title", "柘植拓真さんが本を書いた。「灯台」", &[]),
        ];
        for (what, text, expected) in table {
            let report = prose(text, Options { offsets: OffsetUnit::Byte, ..Options::default() });
            let said = report.attributions.iter().filter_map(|said| Some((said.source.name.clone()?, said.content)));
            let said: Vec<String> = said.map(|(name, content)| format!("{name}|{}", content.of(text))).collect();
            assert_eq!(said, expected, "{what}");
        }
    }
}
