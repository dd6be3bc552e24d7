//! What English pages print around their articles.

use crate::blocks::cues::{Cue, CueTable, Glue, ZoneRules};

/// The cues of English pages. Running text is full of function words, menus are not.
pub static ZONES: ZoneRules = ZoneRules { glue: Glue::Words, cues: CUES };

static CUES: &[CueTable] = &[
    CueTable {
        cue: Cue::Toc,
        whole: &["table of contents", "contents", "in this article", "on this page", "jump to", "what's in this article"],
        start: &["in this article:", "jump to:"],
        within: &[],
    },
    CueTable {
        cue: Cue::Related,
        whole: &[
            "related", "related articles", "related stories", "related posts", "related content", "related news", "related topics", "related links", "related video", "related videos", "related reading",
            "more stories", "more from", "more news", "more on this story", "more on this topic", "more in", "more like this", "more to read", "more to explore", "you may also like", "you might also like",
            "you may like", "you might like", "recommended", "recommended for you", "recommended stories", "recommended reading", "recommended videos", "read next", "up next", "next up", "keep reading",
            "most popular", "most read", "most viewed", "most shared", "most recent", "popular", "popular stories", "popular posts", "popular now", "trending", "trending now", "trending stories",
            "trending news", "trending topics", "latest", "latest news", "latest stories", "latest posts", "latest videos", "the latest", "top stories", "top news", "top videos", "featured", "featured stories",
            "editor's picks", "editors' picks", "editor’s picks", "editors’ picks", "from our partners", "around the web", "from around the web", "promoted stories", "what to read next", "what to watch",
            "watch next", "see also", "also read", "also on", "don't miss", "don’t miss", "in case you missed it", "next article", "previous article", "next post", "previous post", "next story",
            "recent posts", "recent stories", "recent articles", "archives", "now playing", "now trending", "must read", "must reads", "hot topics", "further reading", "explore more", "more great stories", "more articles", "today's top stories", "live updates", "photo galleries", "collections", "playlist",
        ],
        start: &["related:", "read more:", "read also:", "also read:", "see also:", "more:", "more from ", "more in ", "more on ", "watch:", "read:", "next:", "previous:", "up next:", "don't miss:", "don’t miss:", "recommended:", "[related", "(related", "(read more", "[read more", "previously:", "see more:", "next article", "previous article", "latest in ", "latest from ", "trending in ", "popular in ", "story continues"],
        within: &["more from ", "you might also like", "you may also like", "recommended for you"],
    },
    CueTable {
        cue: Cue::References,
        whole: &["references", "sources", "source", "footnotes", "notes", "bibliography", "works cited", "citations", "further information", "external links"],
        start: &["source:", "sources:", "reference:", "references:", "via:", "h/t", "citation:"],
        within: &[],
    },
    CueTable {
        cue: Cue::Disclaimer,
        whole: &["disclaimer", "disclosure", "legal notice", "corrections", "correction"],
        start: &["disclaimer:", "disclosure:", "editor's note:", "editor’s note:", "note:", "this article was generated", "this story was generated", "this article was written with", "this material may not be", "correction:", "a version of this article", "this article originally appeared", "this story originally appeared", "the views expressed", "opinions expressed", "the opinions", "view original content"],
        within: &["may not be published, broadcast", "without permission", "does not constitute", "for informational purposes", "affiliate commission", "earn a commission", "affiliate links", "may receive a commission", "may earn", "we use cookies", "uses cookies", "use of cookies", "generated with the help of", "with the help of ai", "with the assistance of ai", "ai-generated", "ai tools", "views expressed", "not financial advice", "not investment advice", "may contain errors", "terms of service apply", "privacy policy and", "this site is protected by", "agree to our", "you agree to", "by signing up", "by clicking", "registered trademark", "are trademarks", "forward-looking statements", "strictly prohibited", "prior written", "no reproduction", "quotes delayed", "data provided by", "provided by refinitiv", "ad-blocking", "ad blocker", "enable javascript", "javascript is"],
    },
    CueTable {
        cue: Cue::Advertisement,
        whole: &["advertisement", "advertisements", "ad", "ads", "sponsored", "sponsored content", "sponsored links", "sponsored stories", "sponsored by", "paid content", "paid post", "promoted", "promoted content", "partner content", "continue reading below", "story continues below", "story continues below advertisement", "advertisement - continue reading below", "scroll to continue", "scroll to continue reading", "shop now", "buy now", "learn more", "get started", "try it free", "start free trial", "add to cart", "order now", "special offer", "skip ad", "hide ad", "report this ad", "ad feedback", "deals", "from our sponsors"],
        start: &["advertisement ", "sponsored:", "sponsored by", "paid for by", "promoted by", "presented by", "in partnership with", "ad:", "use code", "use promo code", "get 20%", "save up to", "brought to you by", "ads by", "story continues below", "article continues below", "continue reading below"],
        within: &["free trial", "promo code", "use code", "% off", "special offer", "limited time", "limited-time", "no credit card", "sign up today", "order today", "buy now", "shop now", "today's sponsor", "our sponsor", "sponsored by", "money-back", "save up to", "advertisement"],
    },
    CueTable {
        cue: Cue::Caption,
        whole: &["photo", "image", "view gallery", "enlarge this image", "toggle caption", "hide caption", "enlarge image", "click to enlarge", "photos", "view slideshow", "see full list", "play video", "watch video"],
        start: &["photo:", "photo by", "photos:", "photos by", "photograph by", "photographs by", "photograph:", "image:", "image by", "image via", "image source", "image credit", "images:", "picture:", "credit:", "caption:", "illustration by", "illustration:", "figure 1", "figure 2", "figure 3", "figure 4", "fig. ", "video:", "courtesy of", "getty images", "view this post on instagram", "screenshot", "graphic:", "pic:", "pictured:"],
        within: &["getty images", "/getty", "/ap photo", "(ap photo", "/reuters", "reuters/", "/afp", "/shutterstock", "photo by ", "(photo:", "(photo ", "photo credit", "image credit", "courtesy of ", "courtesy photo", "file photo", "via getty", "/ap)", "(image:", "/ap images", "/istock", "/wireimage", "/filmmagic", "wikimedia commons", "| getty", "ap images", "illustration by", "photo illustration", "twitter/", "instagram/", "(reuters)", "hide caption", "/usa today sports", "(getty", "(credit:"],
    },
    CueTable {
        cue: Cue::Share,
        whole: &["share", "share this", "share this story", "share this article", "share this post", "share on facebook", "share on twitter", "share this on facebook", "share this on twitter", "share via email", "tweet", "tweet this", "tweet this story", "pin", "pin it", "email", "email this", "facebook", "twitter", "instagram", "linkedin", "reddit", "whatsapp", "flipboard", "pinterest", "tumblr", "youtube", "telegram", "messenger", "snapchat", "tiktok", "google+", "pocket", "copy link", "copy", "link copied", "print", "save", "bookmark", "like", "likes", "follow", "follow us", "follow us:", "follow us on", "connect with us", "stay connected", "comment", "submit", "sms", "rss", "close", "share all sharing options", "gift this article", "give this article", "listen", "listen to this article", "view comments", "upvote", "downvote", "reply", "report", "embed", "buffer", "more options", "share this —", "flip", "send", "font size", "save story", "x"],
        start: &["share this", "share on ", "share via ", "share:", "follow us on", "follow @", "tweet this", "click to share", "pin it", "like us on", "find us on", "follow:", "subscribe on", "@"],
        within: &["share on facebook", "on twitter", "on facebook", "share this article", "follow us on", "like us on facebook", "click to email", "share to "],
    },
    CueTable {
        cue: Cue::Membership,
        whole: &["log in", "login", "log out", "sign in", "sign up", "sign out", "register", "subscribe", "subscribe now", "subscribe today", "subscribe for free", "join", "join now", "join us", "my account", "account", "create account", "create an account", "newsletter", "newsletters", "sign up for our newsletter", "free newsletter", "get the newsletter", "email address", "enter your email", "your email", "enter email address", "become a member", "membership", "subscriptions", "manage your subscription", "manage subscription", "donate", "support us", "e-newspaper", "digital edition", "profile", "settings", "notifications", "your account", "member center", "gift subscriptions", "give a gift"],
        start: &["sign up for", "sign up to", "subscribe to", "already a subscriber", "already have an account", "don't have an account", "join our", "get our", "log in to", "sign in to", "create a free", "enter your email", "get the latest", "get the best", "thanks for subscribing", "thank you for subscribing", "you are now subscribed", "you must be logged in", "please log in", "want more", "you've read", "support our journalism", "never miss", "stay up to date", "stay informed"],
        within: &["our newsletter", "newsletter", "in your inbox", "to your inbox", "sign up for", "subscribe to our", "subscribe today", "become a member", "your subscription", "unsubscribe", "email address", "download our app", "download the app"],
    },
    CueTable {
        cue: Cue::Navigation,
        whole: &["home", "homepage", "menu", "search", "site search", "news", "world", "world news", "u.s.", "us", "us news", "uk", "politics", "business", "money", "markets", "economy", "tech", "technology", "science", "health", "sports", "sport", "entertainment", "culture", "arts", "style", "fashion", "beauty", "travel", "food", "food & drink", "lifestyle", "life", "music", "movies", "tv", "books", "opinion", "opinions", "video", "videos", "photos", "podcasts", "podcast", "events", "games", "weather", "crime", "education", "environment", "climate", "reviews", "features", "magazine", "shop", "store", "shopping", "gaming", "celebrity", "local", "national", "international", "religion", "international edition", "privacy", "privacy policy", "privacy notice", "terms", "terms of use", "terms of service", "terms & conditions", "terms and conditions", "terms of sale", "cookie policy", "cookie settings", "cookies", "manage cookies", "do not sell my personal information", "do not sell my info", "do not sell my personal info", "your privacy choices", "your california privacy rights", "ca notice", "california privacy", "accessibility", "accessibility statement", "accessibility & cc", "ad choices", "adchoices", "about our ads", "advertise", "advertise with us", "advertising", "about", "about us", "contact", "contact us", "careers", "jobs", "press", "press room", "press center", "media kit", "masthead", "staff", "help", "help center", "help & support", "support", "faq", "faqs", "feedback", "site map", "sitemap", "archive", "company", "corporate", "legal", "licensing", "licensing faq", "investor relations", "ethics", "ethics statement", "editorial ethics and guidelines", "user agreement", "customer service", "customer support", "site index", "back to top", "top", "skip to content", "skip to main content", "skip to navigation", "skip navigation", "more", "see more", "see all", "view all", "show more", "load more", "view more", "all", "edition", "sections", "categories", "topics", "tags", "live", "live tv", "tv schedule", "tv shows", "shows", "schedule", "scores", "standings", "teams", "nfl", "nba", "mlb", "nhl", "wnba", "golf", "tennis", "soccer", "boxing", "wrestling", "community", "forums", "blog", "blogs", "partners", "brands", "more brands", "our brands", "apps", "mobile", "mobile apps", "closed captioning", "send us a tip", "write for us", "submit a tip", "back", "next", "previous", "prev", "open menu", "close menu", "open navigation", "main menu", "navigation", "sites", "our network", "editions", "language", "languages", "english", "español", "français", "deutsch", "trademarks", "copyright", "dmca", "imprint", "platform status", "social", "go", "explore", "loading", "transcript", "transcripts", "×", "•"],
        start: &["skip to", "home >", "home /", "home ›", "you are here", "open ", "toggle ", "page 1 of", "browse ", "visit our", "terms of", "privacy policy"],
        within: &["privacy policy", "terms of use", "terms of service", "cookie policy", "contact us", "advertise with", "site map", "all topics", "ad choices", "do not sell"],
    },
    CueTable {
        cue: Cue::ReadMore,
        whole: &["read more", "read more »", "continue reading", "read full story", "read the full story", "full story", "read full article", "read the full article", "keep reading", "find out more", "see full article", "view full article", "show full article", "expand", "show less"],
        start: &["read more", "continue reading", "click here to", "read the full", "click here for"],
        within: &["click here to read", "read more at", "read the full story"],
    },
    CueTable {
        cue: Cue::Byline,
        whole: &["by", "author", "authors", "written by", "contributor", "staff writer", "staff reporter", "editor"],
        start: &["by ", "by: ", "written by", "posted by", "published by", "reported by", "reporting by", "story by", "words by", "text by", "author:", "edited by", "compiled by", "words:", "von ", "par "],
        within: &["staff writer", "staff reporter", "senior editor", "associated press", "contributing writer", "senior writer", "correspondent |", "| by "],
    },
    CueTable {
        cue: Cue::Metadata,
        whole: &["tags", "tags:", "topics:", "filed under", "filed under:", "categories:", "category:", "keywords", "keywords:"],
        start: &["tags:", "filed under", "filed to", "topics:", "categories:", "category:", "posted in", "tagged ", "tagged:", "labels:", "keywords:", "in this story:", "more about:"],
        within: &["min read", "minute read", "minutes to read", "mins read", "reading time", " views", " comments", " shares", "word count", "words |"],
    },
    CueTable {
        cue: Cue::Profile,
        whole: &["about the author", "about the authors", "about author", "author bio", "meet the author", "about the writer", "contributors", "media contact", "media contacts", "press contact", "press contacts", "contact information", "contacts"],
        start: &["about the author", "contact the author", "contact:", "media contact", "follow him on", "follow her on", "follow them on", "email the author", "reach the reporter"],
        within: &["is a staff writer", "is a senior writer", "is a writer at", "is a reporter", "is an editor at", "is the editor of", "is a contributing", "is a contributor", "is a freelance", "is the author of", "can be reached at", "follow him", "follow her", "follow me on", "contributed to this report", "contributed to this story", "has written for", "covers the", "is editor-in-chief", "is a journalist", "view all posts", "more by ", "articles by", "see all posts"],
    },
    CueTable {
        cue: Cue::Comments,
        whole: &["comments", "leave a comment", "leave a reply", "post a comment", "add a comment", "view comments", "show comments", "hide comments", "load comments", "read comments", "join the conversation", "join the discussion", "comments are closed", "discussion", "responses", "0 comments", "no comments", "add comment", "write a comment"],
        start: &["comments (", "leave a comment", "leave a reply", "to comment on", "comments on", "please enable javascript to view", "login to comment", "log in to comment"],
        within: &["comments are closed", "leave a comment", "to leave a comment", "people like this", "commenting"],
    },
    CueTable {
        cue: Cue::Date,
        whole: &["published", "updated", "last updated", "posted"],
        start: &["published", "updated", "last updated", "posted on", "posted", "first published", "date:", "originally published", "last modified", "created:", "modified:"],
        within: &[" ago |", " hours ago", " minutes ago", " days ago"],
    },
    CueTable {
        cue: Cue::Heading,
        whole: &["conclusion", "introduction", "background", "summary", "overview", "key takeaways", "takeaways", "the bottom line", "bottom line", "what happens next", "what's next", "final thoughts", "methodology", "results", "discussion", "the details", "why it matters", "how it works", "highlights", "key points"],
        start: &["chapter ", "part one", "part two", "step 1", "step 2", "step 3", "## ", "# ", "### "],
        within: &[],
    },
    CueTable {
        cue: Cue::Copyright,
        whole: &["all rights reserved", "all rights reserved."],
        start: &["©", "(c)", "copyright", "℗"],
        within: &["all rights reserved", "copyright ©", "© 20", "©20", "(c) 20", "© copyright"],
    },
];
