//! What English tells the search for names. Parts of speech are the Penn Treebank's.

use crate::report::EntityLabel;
use crate::tags::names::attributes::Attribute::{self, *};
use crate::tags::names::rules::{NamePattern, NameRules, Template, WordClass};

/// English.
pub static NAMES: NameRules = NameRules {
    templates: TEMPLATES,
    lexicon: LEXICON,
    lists: [("organizations", "組織"), ("places", "場所"), ("persons", "人物"), ("surnames", "姓")],
    in_run,
    is_topic_marker,
    is_head: |class| class.starts_with("NN"),
    is_particle: |_| false,
    is_proper: |class| class.starts_with("NNP"),
    is_general_name: |_| false,
    is_place: |_| false,
    is_country: |_| false,
    patterns: PRODUCTS,
    begins_product,
    has_lower_case: true,
    counted: r"^(?: ?%|:[0-9]| ?[kKM]\b| (?:percent|million|billion|trillion|thousand|people|dollars|years?|months?|days?|hours?|minutes?|points?|miles?|kilometers?|times)\b)",
    introduces_short: r#"(?:(?i-u:model|chip|processor|series|version|called|named) [“"']?|\b[A-Z][A-Za-z]+['’]s )$"#,
    follows_short: r#"^[”"']? (?i-u:(?:model|chip|processor|series|preview|release|GPU|accelerator)s?)\b"#,
    not_products: "G Q USD EUR GBP JPY CNY AUD CAD MUSD MEUR MGBP MSEK MAUD MJPY COVID CO UTC GMT EST PST Vol No Top Best Phase Step Level Part Chapter Version Page Table Figure Fig Section \
                   Article Room Route Highway Interstate Act Psalm John Mark Luke Matthew Jan Feb Mar Apr May Jun Jul Aug Sep \
                   Oct Nov Dec January February March April June July August September October November December The In On At By \
                   About Over Of And Only Under Nearly Some Another Line Day Week Year Group Team Class Grade Type Formula World \
                   War Unit Gate Flight Terminal Lot Box Suite PO ISO PM AM FY US Since From To Between Europe Russell Nikkei Fortune Euronext",
    introductions: INTRODUCTIONS,
    addresses: "",
    trades: "",
    honorifics: "Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Sir Mx Mx.",
    long_addresses: "",
    polite: "",
    families: "",
    naming: "named called",
    happenings: ("", ""),
    indefinite: "a an A An",
    answers: "",
    is_personal: |_, _| false,
    offices: "",
    belongings: "",
    short_forms: &["hereafter", "hereinafter", "henceforth"],
    possessive: "",
    genitives: "'s ’s",
    owned_by_firms: (
        "CEO CFO CTO COO",
        "shares stock",
        "fell rose dropped slid sank plunged tumbled slumped jumped surged soared climbed closed ended gained lost",
    ),
    homes: "China Japan Korea Taiwan India America Britain Germany France Italy Spain Russia \
            Canada Australia Brazil Mexico Netherlands Sweden Norway Denmark Finland Switzerland Singapore Malaysia Indonesia Thailand Vietnam Israel Turkey Arabia Africa Europe",
    of_things: "which",
    title_parts: "",
    kinds: &[],
    countries: "",
    home: "",
    generic: "Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. AI AGI LLM GPU CPU API IT EV GDP SaaS PC OS VR AR CEO CTO CFO IPO ID TV January February March April May June July August \
              September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    no_organizations: "Eastern Western African Asian European",
    no_names: "License Licence license licence",
    licences: "",
    copulas: "",
    of_languages: "",
    regions: "",
    laws: ("", ""),
    outlets: "",
    no_works: "",
    of_works: "",
    of_products: "",
    trailing: "",
    agencies: "",
    periodicals: "",
    openers: "In On At By Since From For After Before Under With Chipmaker Carmaker Automaker Drugmaker Retailer Startup",
    is_common_noun: |_| false,
    holdings: ("Shares Stock Executives Analysts Employees", "of"),
    owned: "shares stock CEO CFO CTO COO co-founder spokesperson spokesman spokeswoman",
    company_kinds: "firm company startup start-up maker lab laboratory bank agency developer chipmaker carmaker automaker \
                    retailer consultancy brokerage supplier manufacturer publisher airline think-tank nonprofit fund",
    goes_on: "that which whose behind in of",
    introducing: "developer tracker firm startup start-up maker lab laboratory chipmaker carmaker automaker retailer fund nonprofit",
    employees: &[
        ("analyst economist strategist researcher engineer executive scientist fellow partner professor", "at"),
        ("Shares shares stake", "in"),
    ],
    based: "-based",
    apposing: &[],
    of_places: "where",
    introducing_self: "",
    amounts: "TOPS FLOPS TFLOPS PFLOPS EFLOPS",
    groups: "",
    place_kinds: ("city town village state province island port district county region capital suburb", "of"),
    former: "",
    quotative: ("", ""),
    sources: "",
    articles: "a an the The",
    no_facilities: "",
    faint: 0.0,
    topics: &[],
    attributive: &[],
    oblique: &[],
    anaphors: &[],
    derivations: "",
    municipalities: "",
    wholes: "University",
    clipped: &[],
    kinds_of_wholes: "",
    honours: "",
    houses: "",
    heads_of: "",
    departments: "",
    body_sign: None,
    company_forms: "Inc. Inc Corp. Corp Corporation Ltd. Ltd LLC Co. Company Group Holdings AI Labs Technologies Systems Motors Airlines \
                    Pharmaceuticals Ventures Ferries The the",
    heads: "Commission Committee Court Agency Ministry Department Council University Board Parliament Authority Institute Association Foundation Federation Bureau Administration Assembly",
    firms: "",
    foreign_endings: "",
    firms_of_unknown: "",
    forms_before: "",
    seats: "",
    examples: "",
    titles_before: "Officer Executive Minister President Secretary Director Chairman Chairwoman Chair Senator Representative \
                    Governor Mayor Professor Commissioner Chancellor Ambassador Congressman Congresswoman Premier Judge \
                    Spokesman Spokeswoman Analyst Economist Founder Inspector Archbishop Sen. Rep. Gov.",
    parts_of_titles: "Vice General Deputy Assistant Associate",
    small_words: "a an the of and or in on at to for from by with without as",
    after_titles: "film films movie movies novel novels book books series show album albums song songs single play plays musical \
                   opera painting essay poem story documentary sequel franchise game trilogy memoir column podcast exhibition \
                   exhibit trailer episode soundtrack chapter premiere review author director creator writer composer star actor",
    runs: None,
    last_words: &[
        (
            EntityLabel::Organization,
            "AI Capital Intelligence Research Dynamics Analytics Robotics Quant Studios Semiconductor Electronics Imaging Networks \
             Software Therapeutics Partners Logistics Microsystems Systems Compute Cloud Advisors Devices Energy Instruments Aerospace Ventures \
             Consult Consulting Bancorp Pharma Biosciences",
        ),
        (
            EntityLabel::Facility,
            "Quay Wharf Pier Harbour Harbor Airport Station Terminal Avenue Boulevard Square Stadium Museum Hospital \
             Cathedral Lighthouse Railway Theatre Library",
        ),
        (EntityLabel::Work, "Act Treaty Directive Accord"),
        (EntityLabel::Event, "Festival Marathon Championship Championships Olympics Conference Summit Expo Biennale"),
        (EntityLabel::Location, "Island Islands Valley Peninsula Coast Estuary Archipelago"),
    ],
};

static INTRODUCTIONS: &[(EntityLabel, &str)] = &[
    (
        EntityLabel::Product,
        "app application tool service platform chatbot robot chip processor device browser engine assistant program rocket drug vaccine",
    ),
    (EntityLabel::Organization, "company firm startup lab laboratory agency nonprofit consultancy subsidiary bank"),
    (
        EntityLabel::Person,
        "man woman boy girl nurse doctor teacher engineer student farmer lawyer soldier son daughter brother sister friend \
         colleague mathematician physicist programmer neighbour neighbor",
    ),
    (EntityLabel::Location, "village town city island"),
];

/// Products and models by letters and digits.
static PRODUCTS: &[NamePattern] = &[
    NamePattern {
        name: "name with a version",
        regex: r"(?:[A-Z][A-Za-z]*[A-Za-z]|i[A-Z][A-Za-z]+)(?:-[A-Z]{1,3})?(?:[ -]?[A-Za-z]?[0-9]{1,3}(?:\.[0-9]+)*[a-zA-Z]?|-[0-9]{4})(?:[ -](?:VL|Pro|Max|Mini|mini|Flash|Ultra|Plus|Preview|preview|Instruct|Turbo|Coder|Thinking|Lite|Nano|nano|Air|Opus|Sonnet|Haiku|SE|[0-9]+[Bb]))*",
        label: EntityLabel::Product,
        needs_support: false,
    },
    NamePattern {
        name: "name with a version",
        regex: r"[A-Z][A-Za-z]+ (?:Opus|Sonnet|Haiku|Flash|Coder|Instant|Scout|Maverick|Small|Medium|Large) [0-9](?:\.[0-9])?",
        label: EntityLabel::Product,
        needs_support: false,
    },
    NamePattern {
        name: "model number",
        regex: r"[A-Z]{1,3}[0-9]{2,4}[A-Za-z]{0,2}",
        label: EntityLabel::Product,
        needs_support: true,
    },
    NamePattern {
        name: "letter with a version",
        regex: r"(?:[A-Za-z][0-9](?:\.[0-9])?|[0-9]o)(?:[ -](?:mini|pro|preview|Pro|Mini|Zero|Lite|Max))*",
        label: EntityLabel::Product,
        needs_support: true,
    },
];

fn in_run(class: &str, form: &str) -> bool {
    let is_capital = form.chars().next().is_some_and(|first| first.is_uppercase() || first.is_numeric());
    is_capital || class.starts_with("NNP") || matches!(form, "&" | "-" | "." | "'")
}

/// Proper nouns, and forms whose capitals or digits say so: iPhone, GPT4. Of Have in "Have 2" and IS in "IS 1" neither is true.
fn begins_product(class: &str, form: &str) -> bool {
    let is_mixed = form.chars().skip(1).any(char::is_uppercase) && form.chars().any(char::is_lowercase);
    class.starts_with("NNP") || is_mixed || form.bytes().any(|byte| byte.is_ascii_digit())
}

fn is_topic_marker(_: &str, form: &str) -> bool {
    matches!(form, "is" | "was" | "are" | "were")
}

const fn one(attributes: &'static [(i8, Attribute)]) -> Template {
    attributes
}

#[rustfmt::skip]
static TEMPLATES: &[Template] = &[
    // The words around.
    one(&[(-2, Lower)]), one(&[(-1, Lower)]), one(&[(0, Lower)]), one(&[(1, Lower)]), one(&[(2, Lower)]),
    one(&[(0, Word)]), one(&[(-1, Lower), (0, Lower)]), one(&[(0, Lower), (1, Lower)]), one(&[(-1, Lower), (1, Lower)]),
    // Their classes.
    one(&[(-2, Class)]), one(&[(-1, Class)]), one(&[(0, Class)]), one(&[(1, Class)]), one(&[(2, Class)]),
    one(&[(-1, Class), (0, Class)]), one(&[(0, Class), (1, Class)]), one(&[(-1, Class), (0, Class), (1, Class)]),
    one(&[(-1, Lower), (0, Class)]), one(&[(0, Class), (1, Lower)]),
    // Capitals, beginnings, endings.
    one(&[(-2, Shape)]), one(&[(-1, Shape)]), one(&[(0, Shape)]), one(&[(1, Shape)]), one(&[(2, Shape)]),
    one(&[(-1, Shape), (0, Shape)]), one(&[(0, Shape), (1, Shape)]), one(&[(-1, Shape), (0, Shape), (1, Shape)]),
    one(&[(0, Shape), (0, Class)]), one(&[(0, Shape), (-1, Lower)]), one(&[(0, Shape), (1, Lower)]),
    one(&[(0, First2)]), one(&[(0, First3)]), one(&[(0, Last2)]), one(&[(0, Last3)]), one(&[(0, Length)]),
    one(&[(0, Last3), (0, Shape)]),
    // Titles, suffixes and other kinds of words.
    one(&[(-2, Lexicon)]), one(&[(-1, Lexicon)]), one(&[(0, Lexicon)]), one(&[(1, Lexicon)]), one(&[(2, Lexicon)]),
    one(&[(-1, Lexicon), (0, Shape)]), one(&[(1, Lexicon), (0, Shape)]), one(&[(0, Lexicon), (1, Lexicon)]),
    // Brackets.
    one(&[(0, Opening)]), one(&[(0, AfterBracket)]), one(&[(0, BeforeBracket)]),
    // The run of capitals it stands in.
    one(&[(0, RunLast)]), one(&[(0, RunFirst)]), one(&[(0, RunClass)]), one(&[(0, RunLexicon)]), one(&[(0, RunPlace)]),
    one(&[(0, RunLength)]), one(&[(0, RunShape)]), one(&[(0, RunLast), (0, RunEnds)]), one(&[(0, NextLexicon)]),
    one(&[(0, AfterRun)]), one(&[(0, BeforeRun)]), one(&[(0, BeforeRun), (0, AfterRun)]),
    // What the sentence says it is.
    one(&[(0, Predicate)]),
    // Lists of names.
    one(&[(-1, Listed)]), one(&[(0, Listed)]), one(&[(1, Listed)]), one(&[(0, Listed), (0, Class)]),
    one(&[(0, Listed), (-1, Lower)]), one(&[(0, Listed), (0, Shape)]),
];

static LEXICON: &[WordClass] = &[
    WordClass {
        name: "title or form of address",
        japanese: "肩書き・敬称",
        words: "Mr Mrs Ms Miss Dr Prof Professor President Senator Sen Rep Gov Governor Mayor Judge Justice King Queen \
                Prince Princess Pope Captain General Gen Col Colonel Lt Sgt Secretary Minister Chairman Chief Director \
                Coach Sir Lord Lady Saint Ambassador Shaikh Sheikh Ayatollah Imam Chancellor Premier Rev Mr. Mrs. Ms. \
                Dr. Prof. Sen. Rep. Gov. Gen. Col. Lt. Sgt. Rev. CEO",
    },
    WordClass {
        name: "ending of organizations",
        japanese: "組織名の末尾",
        words: "Inc Inc. Corp Corp. Ltd Ltd. LLC Co Co. Company Corporation Group Bank University College School \
                Institute Department Ministry Agency Committee Council Commission Party Association Union Foundation \
                Fund Court Congress Senate House Parliament Army Navy Force Police Bureau Office Board Club Team League \
                Society Organization Centre Center Press News Times Post Journal Network Systems Technologies Labs AI \
                Services Partners Airlines Motors Church Hospital Authority Administration",
    },
    WordClass {
        name: "ending of places",
        japanese: "地名の末尾",
        words: "City County State Street St Avenue Ave Road Rd Blvd Lake River Mountain Mountains Mount Island Islands \
                Bay Beach Valley Park Bridge Airport Station Square Sea Ocean Gulf Coast Province District Region \
                Republic Kingdom Territory North South East West Northern Southern Eastern Western Central Fort Port \
                Cape Hill Hills Heights Village Town",
    },
    WordClass {
        name: "day or month",
        japanese: "曜日・月",
        words: "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July \
                August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Jan. Feb. \
                Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.",
    },
];
