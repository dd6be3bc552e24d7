//! What stands inside paragraphs and does not belong to them.

use crate::blocks::insets::InsetRules;
use crate::blocks::sponsors::Sponsors;

pub static INSETS: InsetRules = InsetRules {
    related: &["[Rr]elated", "[Rr]ead more", "[Ss]ee also", "[Aa]lso read"],
    more: &["[Rr]ead more", "[Cc]ontinue reading"],
    notes: &["note "],
    pictures: &["[Pp]hoto", "[Ii]mage", "[Cc]redit"],
    sponsors: Sponsors {
        partners: &["sponsor", "partnered with", "partnership with"],
        announcements: &[
            "brought to you by",
            "today's sponsor",
            "today’s sponsor",
            "sponsor of today",
            "video is sponsored",
            "episode is sponsored",
            "show is sponsored",
            "newsletter is sponsored",
            "sponsor of this",
            "sponsoring this",
            "word from our sponsor",
            "thanks to our sponsor",
            "supporting this channel",
            "supporting the channel",
        ],
        offers: &[
            "% off",
            "percent off",
            "free trial",
            "sign up",
            "money-back guarantee",
            "first month free",
            "months free",
        ],
        calls: &[
            "promo code",
            "use code",
            "use the code",
            "with the code",
            "my code",
            "link in the description",
            "link in the show notes",
            "link below",
            "scan the qr code",
        ],
        returns: &["back to the", "back to our", "back to what"],
        turns: &["now, back", "anyway,", "with that said", "all right, so", "alright, so", "okay, so"],
    },
};
