//! What English genres are written like.

use crate::measures::genre::{Cue, Cues, Place, reasons};
use crate::report::GenreKind::{HowTo, News, Opinion, PressRelease, Review, Sponsored, Transcript};
use std::sync::LazyLock;

/// Its cues.
pub static GENRE: LazyLock<Cues> = LazyLock::new(|| Cues::new(CUES));

static CUES: &[Cue] = &[
    Cue::new(
        News,
        Place::Text,
        1.5,
        "\\b(?:said|told reporters|announced|according to|reported|officials|spokes(?:man|woman|person)|\
         confirmed|are expected to|is expected to)\\b",
        reasons::REPORTING,
    )
    .from(2, 0.12),
    Cue::new(
        News,
        Place::Text,
        0.7,
        "\\bon (?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\\b|\\b(?:yesterday|last week|\
         this week)\\b",
        reasons::WHEN,
    )
    .from(1, 0.05),
    Cue::new(News, Place::Blocks, 0.7, "^[A-Z][A-Z .,]{3,30}(?:\\([A-Z][A-Za-z ]+\\) )?[—–-]{1,2} ", reasons::DATELINE),
    Cue::new(
        Opinion,
        Place::Text,
        1.5,
        "\\b(?:I think|I believe|I suspect|I hope|I fear|in my view|in my opinion|we should|we must|\
         ought to|must not|should not)\\b",
        reasons::OPINION,
    )
    .from(2, 0.12),
    Cue::new(Opinion, Place::Text, 1.0, "\\b(?:I|my|me|I'm|I've|myself)\\b", reasons::SELF).from(3, 0.2),
    Cue::new(Opinion, Place::Title, 1.5, "(?i-u)\\b(?:opinion|editorial|op-ed|column|commentary)\\b", reasons::TITLE),
    Cue::new(
        PressRelease,
        Place::Page,
        2.5,
        "(?i-u)\\bfor immediate release\\b|\\bpress release\\b|\\b(?:media|press) (?:contact|enquiries|\
         inquiries)\\b",
        reasons::RELEASE,
    ),
    Cue::new(
        PressRelease,
        Place::Text,
        1.0,
        "\\btoday announced\\b|\\bis (?:pleased|proud|excited) to announce\\b|\\bleading provider of\\b",
        reasons::ANNOUNCER,
    ),
    Cue::new(
        PressRelease,
        Place::Blocks,
        0.7,
        "^About (?:[A-Z][\\w&.-]*)(?: [A-Z][\\w&.-]*){0,4}:?$",
        reasons::COMPANY,
    ),
    Cue::new(
        Transcript,
        Place::Page,
        1.0,
        "(?i-u)\\btranscript\\b|\\bedited for length and clarity\\b|\\bQ&A\\b",
        reasons::TRANSCRIPT,
    ),
    Cue::new(Transcript, Place::Blocks, 2.0, "^[QA][0-9]*[.:] ", reasons::ANSWERS).from(4, 0.0),
    Cue::new(
        Review,
        Place::Text,
        1.5,
        "(?i-u)\\b(?:I (?:tested|tried)|battery life is|value for money|worth (?:the price|buying|\
         your money)|highly recommend|would recommend|pros and cons|my verdict|the verdict|\
         disappoint\\w+)\\b",
        reasons::TRIED,
    )
    .from(2, 0.1),
    Cue::new(
        Review,
        Place::Page,
        1.0,
        "[★☆]{2,}|\\b[0-9](?:\\.[0-9])?(?: out of |/)(?:5|10)\\b(?: stars)?|\\b[1-5] stars\\b",
        reasons::MARKS,
    ),
    Cue::new(Review, Place::Title, 1.5, "(?i-u)\\breview(?:ed)?\\b|\\bhands[- ]on\\b|\\btested\\b", reasons::TITLE),
    Cue::new(
        HowTo,
        Place::Text,
        1.5,
        "\\b(?:First|Next|Then|Finally|Now),? (?:[a-z]+)\\b|\\b(?:[Mm]ake sure|[Yy]ou will need|\
         [Yy]ou'll need|[Cc]lick|tablespoons?|teaspoons?|[Pp]reheat)\\b",
        reasons::STEPS,
    )
    .from(3, 0.25),
    Cue::new(
        HowTo,
        Place::Title,
        1.5,
        "(?i-u)\\bhow to\\b|\\bguide\\b|\\btutorial\\b|\\brecipe\\b|\\bstep[- ]by[- ]step\\b|\\btips\\b",
        reasons::TITLE,
    ),
    Cue::new(HowTo, Place::Blocks, 1.0, "^(?:Step [0-9]+|[0-9]{1,2}[.)] [A-Z])", reasons::NUMBERED).from(3, 0.0),
    Cue::new(
        Sponsored,
        Place::Page,
        3.0,
        "(?i-u)^(?:sponsored|paid|partner) (?:content|post|article)\\b|\\bthis (?:article|post|\
         content) (?:is|was) (?:sponsored|paid for|produced in partnership)|\
         \\bcontains affiliate links\\b|^sponsored by\\b",
        reasons::PAID,
    ),
    Cue::new(Sponsored, Place::Title, 3.0, "(?i-u)^[\\[(](?:ad|sponsored|promoted)[\\])]", reasons::MARKED),
];
