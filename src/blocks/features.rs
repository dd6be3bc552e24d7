//! What speaks for or against a role: named features, each with its value for a line.

use super::contents::Listing;
use super::cues::{Cue, Place};
use super::form::{Ending, Form};
use super::head::{self, Head};
use super::page::{Page, Place as PagePlace};
use crate::given::markup;
use crate::report::Role;
use std::ops::Range;

/// Names of features, with their order in the table of weights.
macro_rules! features {
    ($($name:ident),* $(,)?) => {
        /// A feature of a line that no cue table lists.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Trait { $(#[allow(missing_docs)] $name),* }

        impl Trait {
            /// All of them, in the order of their declaration.
            pub const ALL: &'static [Trait] = &[$(Trait::$name),*];

            /// Its name in the table of weights.
            pub fn name(self) -> &'static str {
                match self { $(Trait::$name => stringify!($name)),* }
            }
        }
    };
}

features! {
    Bias, Width8, Width20, Width40, Width80, Width160, Width400, WidthMore,
    EndsStop, EndsCry, EndsColon, EndsComma, EndsOpen, TwoSentences, Glue, NoGlue, ManyMarks, Capitals,
    IsDate, HasDate, IsNumber, IsItem, IsCode, IsRow, IsBracketed, IsTrail, HasAddress, Foreign, NoWords,
    First, AmongFirst, Last, AmongLast, Apart, Together,
    Prose, PreviousProse, NextProse, ProseAround, LoneProse,
    InBody, BeforeBody, AfterBody, JustBeforeBody, JustAfterBody, FirstOfBody, LastOfBody,
    ProseInBody, ProseOutside, ShortInBody, ShortOutside, ShortBeforeProse, ShortBetweenProse,
    Run5, Run10, Run20, DatesAround, AdvertisementsAround, ButtonsAround, LikeNeighbours,
    RepeatsEarlier, RepeatedLater, RepeatsPrevious, ListedInContents,
    MarkupTitle, MarkupHeading, MarkupItem, MarkupNavigation, MarkupAside, MarkupCaption, MarkupTime, MarkupTable,
    MarkupQuote, MarkupCode, MarkupParagraph, MarkupArticle, MarkupLinks, MarkupAdvertisement, MarkupRelated, MarkupByline,
    MarkupComments, MarkupShare,
    Mass, MassAfter, MassBefore, ShareBefore, NoneBefore, NoneAfter, Position,
    DateAbove, DateBelow, BylineAbove, ShareAbove, ShareBelow, RelatedBelow, TrailAbove, RepeatAbove,
    ProseForeign, ProseUnder,
    ProseShares, ProseAlone, ShortShares, LeadShares, ProseNoOffer,
    NamedInContents, LoneItem, CellsAlike, ManyCells, HasKey, IsSpeech, IsHashtags, IsCall,
    Resumes, IsSaying, IsCard, AfterComments, EchoesAround, OverSentences,
    IsSigned, Dense, Sparse,
    Core3, Core8, Core20, CoreMore,
    LongShares, LongInBody, LongOutside, Adrift, IsHead, IsCell, IsQuoted, IsTeaser, Parted, IsUnfinished, SharesMost, BelowTitle,
}

/// A feature of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// One of the fixed list.
    Trait(Trait),
    /// A cue in the line.
    Cue(Cue, Place),
    /// A line above opened the section of this cue.
    Under(Cue),
}

const PLACES: [Place; 4] = [Place::Whole, Place::Label, Place::Start, Place::Within];

impl Feature {
    /// How many there are.
    pub const COUNT: usize = Trait::ALL.len() + Cue::ALL.len() * (PLACES.len() + 1);

    /// All features, in the order of the table of weights.
    pub fn all() -> impl Iterator<Item = Feature> {
        let cues = Cue::ALL.into_iter().flat_map(|cue| PLACES.map(|place| Feature::Cue(cue, place)));
        let traits = Trait::ALL.iter().map(|feature| Feature::Trait(*feature));
        traits.chain(cues).chain(Cue::ALL.into_iter().map(Feature::Under))
    }

    /// Its place in that order.
    pub fn index(self) -> usize {
        let cues = Trait::ALL.len();
        match self {
            Feature::Trait(feature) => feature as usize,
            Feature::Cue(cue, place) => cues + cue as usize * PLACES.len() + place as usize,
            Feature::Under(cue) => cues + Cue::ALL.len() * PLACES.len() + cue as usize,
        }
    }

    /// Its name in the table of weights.
    pub fn name(self) -> String {
        match self {
            Feature::Trait(feature) => feature.name().to_owned(),
            Feature::Cue(cue, place) => format!("Cue{cue:?}{place:?}"),
            Feature::Under(cue) => format!("Under{cue:?}"),
        }
    }
}

/// A feature of one line and how strongly it holds, mostly 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence {
    /// Which.
    pub feature: Feature,
    /// How strongly.
    pub strength: f64,
}

/// The evidence of the line at `index` of a page, but for where it stands to the article.
pub fn of_line(page: &Page<'_>, index: usize) -> Vec<Evidence> {
    let mut evidence = Collected(Vec::with_capacity(24));
    evidence.add(Trait::Bias, true);
    if let (Some(form), Some(place)) = (page.forms.get(index), page.places.get(index)) {
        of_form(form, &mut evidence);
        of_place(page, index, form, place, &mut evidence);
        of_markup(page, index, &mut evidence);
        let cues = form.cues.iter().map(|found| Feature::Cue(found.cue, found.place));
        evidence.0.extend(cues.map(|feature| Evidence { feature, strength: 1.0 }));
        evidence.0.extend(
            place.section.map(|section| Evidence { feature: Feature::Under(section.cue), strength: section.strength }),
        );
    }
    evidence.0
}

struct Collected(Vec<Evidence>);

impl Collected {
    fn add(&mut self, feature: Trait, holds: bool) {
        self.weigh(feature, f64::from(u8::from(holds)));
    }

    fn weigh(&mut self, feature: Trait, strength: f64) {
        if strength > 0.0 {
            self.0.push(Evidence { feature: Feature::Trait(feature), strength });
        }
    }
}

fn of_form(form: &Form, evidence: &mut Collected) {
    let width = match form.width {
        0..=8 => Trait::Width8,
        9..=20 => Trait::Width20,
        21..=40 => Trait::Width40,
        41..=80 => Trait::Width80,
        81..=160 => Trait::Width160,
        161..=400 => Trait::Width400,
        _ => Trait::WidthMore,
    };
    let ending = match form.ending {
        Ending::Stop => Trait::EndsStop,
        Ending::Cry => Trait::EndsCry,
        Ending::Colon => Trait::EndsColon,
        Ending::Comma => Trait::EndsComma,
        Ending::Open => Trait::EndsOpen,
    };
    evidence.add(width, true);
    evidence.add(ending, true);
    evidence.add(Trait::TwoSentences, form.stops >= 2);
    evidence.weigh(Trait::Glue, form.glue);
    evidence.add(Trait::NoGlue, form.glue == 0.0);
    evidence.add(Trait::ManyMarks, form.marks > 0.2);
    evidence.weigh(Trait::Capitals, form.capitals);
    evidence.add(Trait::IsDate, form.is_date);
    evidence.add(Trait::HasDate, form.has_date && !form.is_date && form.width <= 160);
    evidence.add(Trait::IsNumber, form.is_number && !form.is_date);
    evidence.add(Trait::IsItem, form.is_item());
    evidence.add(Trait::IsCode, form.is_code);
    evidence.add(Trait::IsRow, form.is_row);
    evidence.add(Trait::IsBracketed, form.is_bracketed);
    evidence.add(Trait::IsTrail, form.is_trail);
    evidence.add(Trait::HasAddress, form.has_address);
}

fn of_place(page: &Page<'_>, index: usize, form: &Form, place: &PagePlace, evidence: &mut Collected) {
    let lines = page.forms.len();
    let is_short = is_short(form, place);
    let (before, after) = (page.prose(index.wrapping_sub(1)), page.prose(index + 1));
    evidence.add(Trait::Foreign, place.is_foreign);
    evidence.add(Trait::NoWords, place.has_no_words);
    evidence.add(Trait::First, index == 0);
    evidence.add(Trait::AmongFirst, index < 5);
    evidence.add(Trait::Last, index + 1 == lines && lines > 3);
    evidence.add(Trait::AmongLast, index + 5 >= lines && lines > 12);
    evidence.add(Trait::Apart, page.mixes_blanks && place.is_apart);
    evidence.add(Trait::Together, page.mixes_blanks && !place.is_apart);
    evidence.weigh(Trait::Prose, place.prose);
    evidence.weigh(Trait::PreviousProse, before);
    evidence.weigh(Trait::NextProse, after);
    evidence.weigh(Trait::ProseAround, place.prose_around);
    evidence.add(Trait::LoneProse, place.is_prose() && place.prose_around < 0.2);
    evidence.add(Trait::ShortBeforeProse, is_short && after >= 0.5);
    evidence.add(Trait::ShortBetweenProse, is_short && before >= 0.5 && after >= 0.5);
    evidence.add(Trait::Run5, place.run >= 5);
    evidence.add(Trait::Run10, place.run >= 10);
    evidence.add(Trait::Run20, place.run >= 20);
    evidence.weigh(Trait::DatesAround, place.dates_around);
    evidence.weigh(Trait::AdvertisementsAround, place.advertisements_around);
    evidence.weigh(Trait::ButtonsAround, place.buttons_around);
    evidence.add(Trait::LikeNeighbours, place.like_neighbours);
    evidence.add(Trait::RepeatsEarlier, place.repeats_earlier);
    evidence.add(Trait::RepeatedLater, place.repeated_later);
    evidence.add(Trait::RepeatsPrevious, place.repeats_previous);
    of_words(form, place, evidence);
    let is_listed = place.repeated_later && place.section.is_some_and(|section| section.cue == Cue::Toc);
    evidence.add(Trait::ListedInContents, is_listed || place.listing == Listing::Entry);
}

/// What a line's words say of where it belongs.
fn of_words(form: &Form, place: &PagePlace, evidence: &mut Collected) {
    if place.is_prose() {
        evidence.weigh(Trait::ProseShares, place.cohesion.map_or(0.0, |cohesion| (cohesion / 2.0).min(1.0)));
        evidence.add(Trait::ProseAlone, place.cohesion.is_some_and(|cohesion| cohesion < 0.4));
        evidence.add(Trait::ProseNoOffer, !place.offers_around);
    } else if is_short(form, place) {
        evidence.weigh(Trait::ShortShares, place.shares.anywhere.unwrap_or(0.0));
        evidence.weigh(Trait::LeadShares, place.shares.next.unwrap_or(0.0));
    } else {
        evidence.weigh(Trait::LongShares, place.shares.anywhere.unwrap_or(0.0));
        evidence.add(Trait::ProseNoOffer, !place.offers_around);
    }
    evidence.add(Trait::NamedInContents, place.listing == Listing::Heading);
    let is_button = form.has(&[Cue::Share, Cue::Navigation, Cue::Membership, Cue::ReadMore, Cue::Related]);
    evidence.add(Trait::LoneItem, form.is_item() && place.is_lone && form.width <= 90 && !is_button);
    evidence.add(Trait::CellsAlike, place.cells_alike && !place.is_prose());
    evidence.add(Trait::ManyCells, form.cells >= 3 && !place.is_prose());
    // A label that pages print says more than its colon.
    let is_cue = form.cues.iter().any(|found| found.place == Place::Start);
    evidence.add(Trait::HasKey, form.key > 0 && !place.is_speech && !is_cue);
    evidence.add(Trait::IsSpeech, place.is_speech);
    evidence.add(Trait::IsHashtags, form.is_hashtags);
    evidence.add(Trait::IsCall, form.is_call);
    evidence.add(Trait::Resumes, place.resumes);
    evidence.add(Trait::IsSaying, form.is_saying);
    evidence.add(Trait::IsQuoted, form.is_quoted);
    evidence.add(Trait::IsCard, place.is_card);
    evidence.add(Trait::AfterComments, place.is_after_comments);
    evidence.weigh(Trait::Adrift, place.adrift);
    evidence.add(Trait::OverSentences, place.is_over_sentences);
    evidence.weigh(Trait::EchoesAround, place.echoes_around);
    evidence.add(Trait::IsSigned, place.is_signed);
    evidence.add(Trait::Parted, place.is_parted);
}

fn is_short(form: &Form, place: &PagePlace) -> bool {
    form.width <= 90 && !place.is_prose()
}

/// The evidence of where the line at `index` stands to the stretch of lines that the article takes, and to the title
/// that its words tell.
pub fn of_body(page: &Page<'_>, index: usize, body: &Range<usize>, head: Option<Head>) -> Vec<Evidence> {
    let (Some(form), Some(place)) = (page.forms.get(index), page.places.get(index)) else { return Vec::new() };
    let is_short = is_short(form, place);
    let mut evidence = Collected(Vec::with_capacity(6));
    let inside = body.contains(&index);
    evidence.add(Trait::InBody, inside);
    evidence.add(Trait::BeforeBody, index < body.start);
    evidence.add(Trait::AfterBody, index >= body.end);
    evidence.add(Trait::JustBeforeBody, index < body.start && index + 3 >= body.start);
    evidence.add(Trait::JustAfterBody, index >= body.end && index < body.end + 3);
    // A line alone, or one of a few typed, opens nothing.
    let opens = index == body.start && body.len() > 1 && page.has_prose;
    evidence.add(Trait::FirstOfBody, opens && !head::is_bullet(form));
    // ホーム　経済　国際　スポーツ above a title is a menu.
    let may_be_head = index < body.end && form.cells < head::MENU && head.is_none_or(|head| index <= head.text);
    evidence.add(Trait::IsHead, may_be_head && head::is_head(page, index));
    // Between the title and the text stand menus and lists of contents, too.
    let said = head.and_then(|head| head.says(index)).filter(|said| *said != Trait::BelowTitle || head::is_sign(form));
    said.into_iter().for_each(|feature| evidence.add(feature, true));
    evidence.add(Trait::LastOfBody, inside && index + 1 == body.end);
    evidence.add(Trait::ProseInBody, inside && place.is_prose());
    evidence.add(Trait::ProseOutside, !inside && place.is_prose());
    evidence.add(Trait::IsCell, inside && place.is_cell);
    evidence.add(Trait::IsTeaser, inside && place.is_teaser);
    let is_beside_prose = page.prose(index.wrapping_sub(1)).max(page.prose(index + 1)) >= 0.5;
    evidence.add(Trait::IsUnfinished, inside && form.is_unfinished && is_beside_prose && !place.is_speech);
    evidence.add(Trait::ShortInBody, inside && is_short);
    evidence.add(Trait::ShortOutside, !inside && is_short);
    let is_long = !is_short && !place.is_prose();
    evidence.add(Trait::LongInBody, inside && is_long);
    evidence.add(Trait::LongOutside, !inside && is_long);
    evidence.0
}

/// What the markup of an HTML page says.
fn of_markup(page: &Page<'_>, index: usize, evidence: &mut Collected) {
    let Some(line) = page.lines.get(index) else { return };
    let table = [
        (markup::TITLE, Trait::MarkupTitle),
        (markup::HEADING, Trait::MarkupHeading),
        (markup::ITEM, Trait::MarkupItem),
        (markup::NAVIGATION, Trait::MarkupNavigation),
        (markup::ASIDE, Trait::MarkupAside),
        (markup::CAPTION, Trait::MarkupCaption),
        (markup::TIME, Trait::MarkupTime),
        (markup::TABLE, Trait::MarkupTable),
        (markup::QUOTE, Trait::MarkupQuote),
        (markup::CODE, Trait::MarkupCode),
        (markup::PARAGRAPH, Trait::MarkupParagraph),
        (markup::ARTICLE, Trait::MarkupArticle),
        (markup::LINKS, Trait::MarkupLinks),
        (markup::ADVERTISEMENT, Trait::MarkupAdvertisement),
        (markup::RELATED, Trait::MarkupRelated),
        (markup::BYLINE, Trait::MarkupByline),
        (markup::COMMENTS, Trait::MarkupComments),
        (markup::SHARE, Trait::MarkupShare),
    ];
    for (flag, feature) in table {
        evidence.add(feature, line.markup.has(flag));
    }
}

/// A role's name in tables and labels, as the report writes it.
pub fn role_name(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Byline => "byline",
        Role::Date => "date",
        Role::Metadata => "metadata",
        Role::Heading => "heading",
        Role::Paragraph => "paragraph",
        Role::ListItem => "listItem",
        Role::Quote => "quote",
        Role::Code => "code",
        Role::Table => "table",
        Role::Caption => "caption",
        Role::Toc => "toc",
        Role::Advertisement => "advertisement",
        Role::Related => "related",
        Role::References => "references",
        Role::Disclaimer => "disclaimer",
        Role::Navigation => "navigation",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_of_the_table() {
        assert_eq!(Feature::all().count(), Feature::COUNT);
        for (index, feature) in Feature::all().enumerate() {
            assert_eq!(feature.index(), index, "{}", feature.name());
        }
    }
}
