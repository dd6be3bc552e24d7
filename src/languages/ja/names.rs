//! What Japanese tells the search for names. Parts of speech are UniDic's.

use crate::report::EntityLabel;
use crate::tags::names::attributes::Attribute::{self, *};
use crate::tags::names::rules::{Anaphor, NamePattern, NameRules, Template, WordClass};

/// Companies and newspapers by last words that end nothing else.
macro_rules! firms {
    () => {
        "製粉 製紙 製糖 製菓 製鋼 製鉄 製薬 乳業 酒造 醸造 紡績 製鋼所 製作所 製缶 精工 精機 電機 重工業 重工 電鉄 商船 化成 建機 工務店 \
         新報 日報 時報 週報 新聞社 信用金庫 信金 総研 党 科技 智能 智算 汽車 精密 電産 電工 電装 汽船"
    };
}

/// Japanese.
pub static NAMES: NameRules = NameRules {
    templates: TEMPLATES,
    lexicon: LEXICON,
    lists: [("organizations", "組織"), ("places", "場所"), ("persons", "人物"), ("products and works", "製品・作品")],
    in_run,
    is_topic_marker,
    is_head: is_noun,
    is_particle: |class| is(class, "助詞"),
    is_proper: |class| is(class, "名詞-固有名詞"),
    is_general_name: |class| class == "名詞-固有名詞-一般",
    is_place: |class| is(class, "名詞-固有名詞-地名"),
    is_country: |class| is(class, "名詞-固有名詞-地名-国"),
    patterns: PRODUCTS,
    begins_product: |_, _| true,
    has_lower_case: false,
    counted: r"^ ?(?:世代|番号|議席|階段|ページ|兄弟|姉妹|作目|ドル|ユーロ|ポンド|[カヶか][国月所]|パーセント|ポイント|メートル|キロ|トン|[億万千百兆割円%％人台個件年月日位回倍歳時分秒名本枚冊度点章条社種枠軒頭匹戸校票席階段話曲区世番勝敗部冠連]|[KMGT]?B\b|[kcm]?[mg]\b|[kMG]?Hz\b|[kMG]?W\b)",
    introduces_short: r"(?:モデル|AI|チップ|GPU|CPU|半導体|スマホ|スマートフォン|機種|プロセッサー?|シリーズ|新型|最新の)(?:の|である|、)?[「『“(（]?$",
    follows_short: r"^[」』”)）]?(?: ?(?:モデル|正式版|プレビュー|シリーズ|チップ|プロ版|プロセッサ|を搭載|を公開|を発表|をリリース|よりも?高性能))",
    not_products: NOT_PRODUCTS,
    introductions: INTRODUCTIONS,
    addresses: "氏 さん 容疑者 被告 教授 准教授 博士 大統領 首相 外相 議員 知事 市長 会長 社長 CEO 監督 選手 投手 記者 弁護士 総裁 長官 議長 董事長 総経理 主席 准将 師 CTO CFO COO くん 君",
    trades: "さん くん 選手 投手 監督 記者 弁護士 師 会長 社長",
    honorifics: "",
    long_addresses: "幹事長 官房長官 政調会長 総務会長 選対委員長 国対委員長 書記局長 書記長 駐日大使 副社長 副会長 事務総長 主任研究員 \
                     主席研究員 上席研究員 上級研究員 最高経営責任者 最高執行責任者 最高財務責任者 最高技術責任者 最高情報責任者 代表取締役 \
                     取締役会長 執行役員 下院議員 上院議員 衆院議員 参院議員 国務長官 国防長官 財務長官 商務長官 司法長官 報道官 \
                     報道局長 副報道局長 副報道官 副長官 副大臣 副議長 国家主席 総書記 経済産業相 経産相 財務相 外務相 防衛相 国防相 \
                     総務相 法務相 文部科学相 厚生労働相 厚労相 農相 デジタル相 科学技術相 経済再生相 産業相 商務相 商務次官 国務次官 \
                     准教授 名誉教授 特任教授 客員教授 シニアアナリスト チーフアナリスト シニアエコノミスト チーフエコノミスト \
                     チーフストラテジスト シニアフェロー",
    polite: "氏 さん くん 君 先生 教授 博士",
    families: "沈梁魏羅呉張劉陳楊趙黄徐孫朱郭宋鄭謝韓唐董蕭曹袁鄧許呂蘇盧蔡賈薛閻潘杜戴汪姜范姚譚廖鄒陸崔邱顧侯尹賀李王馮彭蒋",
    naming: "",
    happenings: ("山火事 地震 洪水 豪雨 竜巻 津波 噴火 銃撃 銃乱射 銃 暴動", "生まれ 育っ 開催 開か"),
    indefinite: "",
    answers: "Q A",
    is_personal,
    offices: "社長 会長 CEO CTO CFO COO 最高経営責任者 最高技術責任者 最高財務責任者 董事長 総経理 取締役 執行役員 副社長 専務 常務 \
              創業者 共同創業者 頭取 総裁 理事長 所長 主席研究員 研究員 アナリスト エコノミスト ストラテジスト 報道官 広報担当者",
    belongings: "アナリスト エコノミスト ストラテジスト CEO CTO CFO COO 社長 会長 副社長 取締役 創業者 共同創業者 最高経営責任者 \
                 最高技術責任者 最高財務責任者 広報 広報担当者 報道官 幹部 社員 従業員 エンジニア 研究者 研究チーム 調べ 報告書 日本法人 子会社 \
                 親会社 株価 時価総額 売上高 純利益 営業利益 決算 本社 株主 経営陣 製品 サービス 技術者 関係者 担当者 シェア",
    short_forms: &["以下"],
    possessive: "の",
    genitives: "",
    owned_by_firms: ("", "", ""),
    homes: "",
    of_things: "",
    title_parts: "官房 副 元 前 現 新 同 名誉 准 特任 客員 助 代表 上級 主任 主席 首席 最高 常務 専務 取締役 執行役員 共同 創業者 兼 \
                  日本 米 中国 大手 担当 各 歴代 次期 女性 男性 若手 某 氏 さん 監督 会長 社長",
    kinds: KINDS,
    countries: "米 英 独 仏 中 韓 露 伊 豪 加 印 台",
    home: "日本",
    generic: "AI AGI ASI LLM GPU CPU NPU TPU HBM DRAM NAND SSD HDD API IoT DX IT ICT SNS EV GDP SaaS OSS PC OS UI UX VR AR MR XR \
              5G 6G KPI ROI ESG M&A IPO MOE MoE RAG GX PR SEO URL QR SFT RLHF R&D AGV ATM ETF EBITDA EBITA EBIT ROE ROA EPS PER PBR CAGR CPI PPI NDA FAQ AMA VTR DVD CD QRコード バックドア ランサムウエア ランサムウェア マルウエア マルウェア プラットフォーマー AIモデル AIチップ AI企業 AI業界 AIエージェント \
              SRE 株式会社 有限会社 合同会社 生成AI オープンソースAI 中国AI 米国AI 国産AI 東京市場 東京株式市場 ニューヨーク市場 NY市場 ロンドン市場 \
              香港市場 上海市場 アジア市場 ヘッジファンド ベンチャーキャピタル ネット ウェブ スマホ アプリ クラウド オープンソース 見方 味方 正直",
    no_organizations: "市場 株式市場 業界 産業界 第1党 第一党 第2党 第二党",
    no_names: "ライセンス 指数 階",
    licences: "ライセンス",
    copulas: "で だ です 。",
    of_languages: "語",
    regions: "地方 圏",
    laws: ("法 法案 条約 条例 協定", "方法 手法 製法 工法 療法 用法 作法 魔法 技法 司法 寸法 文法 論法 戦法 解法"),
    outlets: "新聞 タイムズ クロニクル ジャーナル トリビューン ヘラルド",
    no_works: "ロケット 衛星 探査機 探査車 戦闘機 旅客機 号機 望遠鏡 プロセッサー プロセッサ エンジン",
    of_works: "映画 小説 漫画 マンガ アニメ ドラマ 曲 楽曲 アルバム シングル 番組 著書 作品 絵本 雑誌 歌 歌詞 戯曲 舞台 ミュージカル 長編 短編 新曲 新作 新著 主演 出演 放送 監督 作詞 作曲 歌手 バンド 連載 作家 著者 原作 主人公 劇場 著作 上映 脚本 収録 主題歌 出版 物語 文学",
    of_products: "モデル アプリ ソフト チップ 製品 ロボット ブランド ゲーム エンジン 端末 スマートフォン スマホ 車 機 型 搭載 性能 OS 兵器 車両 列車 電車 機体 装備 メーカー",
    trailing: "チーム 陣営 側 製 版 公式 株 アカウント 幹部 首脳 広報 社員 OB OG 特約",
    agencies: "共同 時事",
    periodicals: "誌",
    openers: "",
    is_common_noun: |class| is(class, "名詞-普通名詞"),
    holdings: ("", ""),
    owned: "",
    company_kinds: "委託先 提携先 取引先 納入先 買収先 子会社 親会社 運営会社 企業 会社 スタートアップ ベンチャー キャピタル ファンド シンクタンク メーカー 新興 大手 メディア",
    goes_on: "",
    introducing: "会社 調査会社 投資会社 企業 シンクタンク 通信社 スタートアップ",
    employees: &[],
    based: "",
    apposing: &[("、", false), ("である", false), ("の", true)],
    of_places: "で",
    introducing_self: "です と申します ともうします",
    amounts: "TOPS FLOPS TFLOPS PFLOPS EFLOPS",
    groups: "小虎 小龍 四天王 御三家",
    place_kinds: ("", ""),
    former: "元",
    quotative: ("と", "いう 題 名付 呼 銘打"),
    sources: "によると によれば",
    articles: "",
    no_facilities: "研究所 研究院 研究機構 研究センター 通信社",
    faint: 1.5,
    topics: &["は", "が", "も"],
    attributive: &["の", "と", "や", "など"],
    oblique: &["に", "を", "から", "へ"],
    anaphors: ANAPHORS,
    derivations: "語 人 史 系",
    municipalities: "市 町 村 区 県 郡",
    wholes: "大学 大学院",
    clipped: &[
        ("大学", "大"),
        ("信用金庫", "信金"),
        ("信用組合", "信組"),
        ("高等学校", "高"),
        ("農業協同組合", "農協"),
    ],
    kinds_of_wholes: "国立 公立 私立 県立 市立 名門 有名 一流 難関 地元 県内 市内 都内 国内 海外 他 各 両 同 女子 短期 医科 母校 出身",
    honours: "賞 杯",
    houses: "家",
    heads_of: "長",
    departments: "学科 学部 研究科 専攻 学類 講座 研究室 学院",
    body_sign: Some('社'),
    company_forms: concat!(
        "株式会社 有限会社 合同会社 一般社団法人 公益財団法人 学校法人 (株) ㈱ 社 ホールディングス HD グループ 集団 集团 Inc. Inc Corp. Corp Ltd. Ltd \
         LLC Co. 有限公司 自動車 新聞 通信社 電子 電器 モーターズ プラットフォームズ テクノロジーズ テクノロジー コーポレーション \
         コンピューティング 銀行 商事 建設 化学 証券 生命保険 食品 工業 鉄道 樹脂 半導体 ロボティクス ホールディング タイムズ 電力 印刷 運輸 海運 \
         造船 百貨店 不動産 信託銀行 産業 電気 ",
        firms!()
    ),
    heads: "",
    firms: firms!(),
    foreign_endings: "AI",
    firms_of_unknown: "資本 資産 投資 国際 存儲 控股 集団 資源 微電子 光電 動力 芯片 網",
    forms_before: "株式会社 有限会社 合同会社 一般社団法人 公益財団法人 弁護士法人 医療法人",
    seats: "本社 本店 証券コード 東証",
    examples: "など ら",
    titles_before: "",
    parts_of_titles: "",
    small_words: "",
    after_titles: "",
    runs: None,
    last_words: &[
        (EntityLabel::Event, "Summit Conference Festival サミット カンファレンス フェスティバル"),
        (
            EntityLabel::Organization,
            "ダイナミクス キャピタル インテリジェンス クオンツ リサーチ ラボ ラボズ システムズ パートナーズ ベンチャーズ アナリティクス \
         ソリューションズ Dynamics Labs Capital Research Intelligence Technologies Systems Partners Ventures Analytics Robotics",
        ),
    ],
};

fn is_personal(class: &str, form: &str) -> bool {
    let is_katakana = form.chars().count() > 1 && form.chars().all(|character| matches!(character, 'ァ'..='ー'));
    is(class, "名詞-固有名詞-人名") || (is_katakana && is_noun(class)) || matches!(form, "・" | "=" | "＝")
}

/// Products and models by letters and digits.
static PRODUCTS: &[NamePattern] = &[
    NamePattern {
        name: "name with a version",
        regex: r"(?:[A-Z][A-Za-z]*[A-Za-z]|i[A-Z][A-Za-z]+)(?:[ -][A-Z]{1,3})?(?:[ -]?[A-Za-z]?[0-9]{1,3}(?:\.[0-9]+)*[a-zA-Z]?|-[0-9]{4})(?:[ -](?:VL|Pro|Max|Mini|mini|Flash|Ultra|Plus|Preview|preview|Instruct|Turbo|Coder|Thinking|Lite|Nano|nano|Air|Opus|Sonnet|Haiku|SE|[0-9]+[Bb]))*",
        label: EntityLabel::Product,
        needs_support: false,
    },
    NamePattern {
        name: "name with a version",
        regex: r"[ァ-ヺー]{3,}[0-9]{1,2}(?:[ -]?(?:Pro|Max|Mini|mini|Ultra|Plus|Lite|SE)|プロ|ミニ)?",
        label: EntityLabel::Product,
        needs_support: false,
    },
    NamePattern {
        name: "name with a version",
        regex: r"[一-龠]{2,4}-(?:[A-Z][0-9](?:\.[0-9])?|[0-9]{1,4}[Bb](?:-[A-Z][a-z]+)?)",
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
        regex: r"[A-Z]{1,4}[ -]?[0-9]{2,4}[A-Za-z]{0,2}(?:[ -](?:Pro|Max|Ti|Super|SUPER|Ultra|NVL))*",
        label: EntityLabel::Product,
        needs_support: false,
    },
    NamePattern {
        name: "letter with a version",
        regex: r"(?:[A-Za-z][0-9](?:\.[0-9])?|[0-9]o)(?:[ -](?:mini|pro|preview|Pro|Mini|Zero|Lite|Max))*",
        label: EntityLabel::Product,
        needs_support: true,
    },
];

static NOT_PRODUCTS: &str = "G Q USD EUR GBP JPY CNY AUD CAD MUSD MEUR MGBP MSEK MAUD MJPY U B2B B2C C2C CO COVID UTC GMT JST M F1 J1 J2 J3 K-1 A4 A3 A5 B4 B5 H1N1 H5N1 PM PM2 Vol No Top Best \
    Phase Step Level Part Chapter Version Page Table Figure Fig Section Article Expo SDGs Web P2P Jan Feb Mar Apr May Jun Jul \
    Aug Sep Oct Nov Dec January February March April June July August September October November December TOP NO VOL FY N95 \
    ベスト トップ ワースト ナンバー パート シーズン ステージ グループ レベル クラス ランク マグニチュード フェーズ フェイズ ルート ケース チーム \
    ページ バージョン ステップ ポイント セット ラウンド ゲーム クォーター クオーター ピリオド コース コーナー ブロック タイプ サイズ プラン \
    ゾーン エリア ブース ホール ゲート レーン カテゴリー カテゴリ チャンネル プラス マイナス アンダー オーバー アラウンド キロ メートル \
    ドル ユーロ ポンド パーセント テーマ チャプター エピソード シリーズ ターム ユニット リーグ ディビジョン ホーム アウェー \
    トラック シーン カット ターミナル デッキ フロア ビル ハウス スタジオ シアター グレード ティア コード モード ライン レース ヒート アクト \
    ドア シート ヒント コツ パターン グラフ モデル ランキング ビッグ ファイナル ミッション ノルマ キャビン ホテル バス エンジン S R18 U-15 U-17 U-18 U-20 U-23 WTA ATP NHK BS CS TEL FAX ISO JIS ISBN AP P PP L";

static INTRODUCTIONS: &[(EntityLabel, &str)] = &[
    (
        EntityLabel::Product,
        "モデル アプリ アプリケーション サービス システム ソフト ソフトウェア ソフトウエア ツール チップ 製品 ロボット ブランド \
         ゲーム エンジン プラットフォーム サイト SNS AI 端末 スマートフォン スマホ 車 機 人工知能 エージェント GPU 半導体 \
         ロケット 衛星 戦闘機",
    ),
    (
        EntityLabel::Work,
        "映画 小説 漫画 マンガ アニメ ドラマ 曲 楽曲 アルバム シングル 番組 著書 作品 絵本 雑誌 誌 紙 歌 戯曲 舞台 ミュージカル \
         長編 短編 新曲 新作 新著 キャスト 連載 コラム 論文",
    ),
    (EntityLabel::Organization, "企業 会社 団体 スタートアップ 研究所 バンド ユニット 劇団 新興 組織 法人 ファンド"),
    (
        EntityLabel::Facility,
        "店 屋 居酒屋 喫茶店 食堂 商店 旅館 美術館 レストラン ホテル 施設 会館 カフェ 商業施設 書店 劇場",
    ),
    (EntityLabel::Event, "大会 イベント フェス 展示会 展 コンテスト 祭典 会議 見本市"),
];

static KINDS: &[(EntityLabel, &str)] = &[
    (
        EntityLabel::Organization,
        "大手 会社 企業 メーカー スタートアップ ベンチャー 新興 財閥 投資銀行 証券会社 調査会社 通信社 シンクタンク コンサル 陣営 与党 野党 当局",
    ),
    (EntityLabel::Product, "チャットボット 対話型AI 生成AI 大規模言語モデル 半導体チップ OS ブラウザー ブラウザ"),
    (EntityLabel::Work, "誌 紙"),
    (EntityLabel::Event, "見本市 展示会 国際会議"),
];

static ANAPHORS: &[Anaphor] = &[
    Anaphor {
        word: "同社",
        label: EntityLabel::Organization,
        endings: "",
        never: "省 庁 局 府 室 委員会 党 大学 軍 協会 新聞 通信 通信社 タイムズ テレビ 放送 ロイター ブルームバーグ AP AFP CNN BBC CNBC",
    },
    Anaphor { word: "同氏", label: EntityLabel::Person, endings: "", never: "" },
    Anaphor { word: "同大学", label: EntityLabel::Organization, endings: "大学 大 University", never: "" },
    Anaphor { word: "同大", label: EntityLabel::Organization, endings: "大学 大 University", never: "" },
    Anaphor { word: "同党", label: EntityLabel::Organization, endings: "党", never: "" },
    Anaphor { word: "同省", label: EntityLabel::Organization, endings: "省", never: "" },
    Anaphor { word: "同庁", label: EntityLabel::Organization, endings: "庁", never: "" },
    Anaphor { word: "同研究所", label: EntityLabel::Organization, endings: "研究所 研 CSIS", never: "" },
    Anaphor { word: "同協会", label: EntityLabel::Organization, endings: "協会", never: "" },
    Anaphor { word: "同市", label: EntityLabel::Location, endings: "市", never: "" },
    Anaphor { word: "同県", label: EntityLabel::Location, endings: "県", never: "" },
];

/// A part of speech with its parts: 名詞 also holds 名詞-固有名詞.
fn is(class: &str, whole: &str) -> bool {
    class.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

fn in_run(class: &str, form: &str) -> bool {
    const CLASSES: [&str; 5] = ["名詞", "接頭辞", "接尾辞", "記号", "形状詞"];
    const MARKS: &str = "・＝=-&＆ー.／/：:！!☆★－‐";
    CLASSES.into_iter().any(|whole| is(class, whole)) || MARKS.contains(form)
}

fn is_topic_marker(class: &str, form: &str) -> bool {
    form == "は" && is(class, "助詞")
}

fn is_noun(class: &str) -> bool {
    is(class, "名詞") && !is(class, "名詞-助動詞語幹")
}

const fn one(attribute: &'static [(i8, Attribute)]) -> Template {
    attribute
}

#[rustfmt::skip]
static TEMPLATES: &[Template] = &[
    // The words around.
    one(&[(-2, Word)]), one(&[(-1, Word)]), one(&[(0, Word)]), one(&[(1, Word)]), one(&[(2, Word)]),
    one(&[(-1, Word), (0, Word)]), one(&[(0, Word), (1, Word)]), one(&[(-1, Word), (1, Word)]),
    // Their classes.
    one(&[(-2, Class)]), one(&[(-1, Class)]), one(&[(0, Class)]), one(&[(1, Class)]), one(&[(2, Class)]),
    one(&[(-1, Class), (0, Class)]), one(&[(0, Class), (1, Class)]), one(&[(-1, Class), (0, Class), (1, Class)]),
    one(&[(-2, Group), (-1, Class)]), one(&[(1, Class), (2, Group)]),
    one(&[(0, Class), (1, Word)]), one(&[(-1, Word), (0, Class)]), one(&[(0, Word), (1, Class)]), one(&[(-1, Class), (0, Word)]),
    // Scripts, beginnings, endings, origins.
    one(&[(-2, Shape)]), one(&[(-1, Shape)]), one(&[(0, Shape)]), one(&[(1, Shape)]), one(&[(2, Shape)]),
    one(&[(-1, Shape), (0, Shape), (1, Shape)]), one(&[(0, Shape), (0, Group)]),
    one(&[(0, First)]), one(&[(0, First2)]), one(&[(0, Last)]), one(&[(0, Last2)]), one(&[(0, Last3)]), one(&[(0, Length)]),
    one(&[(-1, Last), (0, First)]), one(&[(0, Last), (1, First)]), one(&[(-1, Last)]), one(&[(1, Last)]),
    one(&[(-1, Origin)]), one(&[(0, Origin)]), one(&[(1, Origin)]), one(&[(0, Origin), (0, Class), (1, Group)]),
    // Titles, suffixes and other kinds of words.
    one(&[(-2, Lexicon)]), one(&[(-1, Lexicon)]), one(&[(0, Lexicon)]), one(&[(1, Lexicon)]), one(&[(2, Lexicon)]),
    // Brackets.
    one(&[(0, Bracket)]), one(&[(0, Opening)]), one(&[(0, AfterBracket)]), one(&[(0, BeforeBracket)]),
    // The run of nouns it stands in.
    one(&[(0, RunLast)]), one(&[(0, RunEnding)]), one(&[(0, RunClass)]), one(&[(0, RunLexicon)]), one(&[(0, RunFirst)]),
    one(&[(0, RunPlace)]), one(&[(0, RunLength)]), one(&[(0, RunShape)]), one(&[(0, RunLast), (0, RunEnds)]),
    one(&[(0, RunEnding), (0, RunDistance)]), one(&[(0, NextLexicon)]),
    one(&[(0, AfterRun)]), one(&[(0, AfterRun2)]), one(&[(0, BeforeRun)]), one(&[(0, BeforeRun), (0, AfterRun)]),
    // What the sentence says it is.
    one(&[(0, Predicate)]), one(&[(0, Predicate), (0, RunEnds)]), one(&[(0, PredicateEnding)]),
    // Lists of names.
    one(&[(-1, Listed)]), one(&[(0, Listed)]), one(&[(1, Listed)]), one(&[(0, Listed), (0, Group)]),
    one(&[(0, Listed), (1, Word)]), one(&[(0, ListedOn)]),
    // Words that stand where it stands.
    one(&[(-2, Cluster)]), one(&[(-1, Cluster)]), one(&[(0, Cluster)]), one(&[(1, Cluster)]), one(&[(2, Cluster)]),
    one(&[(-1, Cluster), (0, Cluster)]), one(&[(0, Cluster), (1, Cluster)]), one(&[(0, Cluster), (1, Group), (-1, Group)]),
    one(&[(0, RunCluster)]), one(&[(0, RunCluster), (0, RunDistance)]), one(&[(0, RunFirstCluster), (0, RunCluster)]),
    one(&[(0, ClusterBefore)]), one(&[(0, ClusterAfter)]), one(&[(0, Cluster), (0, Class), (0, RunPlace)]),
    one(&[(0, Wide)]), one(&[(-1, Wide), (0, Wide), (1, Wide)]), one(&[(0, Wide), (0, RunPlace)]),
];

static LEXICON: &[WordClass] = &[
    WordClass {
        name: "title or form of address",
        japanese: "肩書き・敬称",
        words: "氏 さん 様 君 ちゃん さま 殿 くん 女史 先生 夫妻 容疑者 被告 選手 投手 捕手 内野手 外野手 監督 コーチ 教授 \
                准教授 助教授 博士 大統領 首相 総理 総理大臣 外相 財務相 大臣 長官 議員 代議士 知事 市長 町長 村長 区長 会長 \
                社長 副社長 専務 理事長 議長 委員長 総裁 代表 党首 幹事長 書記長 総書記 主席 国王 女王 天皇 皇后 皇太子 親王 \
                王 公 将軍 大将 中将 少将 大佐 中佐 少佐 元帥 提督 司令官 法王 教皇 司教 大使 領事 弁護士 医師 記者 作家 \
                俳優 女優 歌手 声優 アナウンサー キャスター 棋士 名人 九段 八段 七段 横綱 大関 関脇 関 親方 騎手 議士 卿 夫人 \
                嬢 翁 師 師匠 CEO CTO CFO COO 所長 部長 局長 研究員 報道官 官房長官 次官 書記官 学長 総長 名誉教授 助教 講師",
    },
    WordClass {
        name: "relative", japanese: "続柄", words: "長男 次男 三男 長女 次女 妻 夫 父 母 弟 妹 兄 姉 息子 娘"
    },
    WordClass {
        name: "ending of organizations",
        japanese: "組織名の末尾",
        words: "社 会社 株式 有限 公司 銀行 信託 証券 生命 保険 電力 電鉄 鉄道 航空 自動車 製作 工業 産業 商事 物産 新聞 通信 \
                放送 テレビ 出版 書店 書房 大学 大 学園 学院 高校 高等 学校 中学 小学 省 庁 局 署 部 課 室 党 派 会 協会 連盟 \
                連合 機構 機関 団 団体 財団 法人 組合 委員 議会 院 裁判 政府 内閣 軍 隊 師団 連隊 艦隊 警察 県警 府警 道警 警視 \
                検察 消防 代表 クラブ チーム ズ FC SC バンド グループ ホールディングス コーポレーション カンパニー \
                エンタテインメント インターナショナル 研究 研究所 センター 事務 本部 支部 球団 リーグ 教団 組 家 氏族 Inc Ltd \
                Corp Co",
    },
    WordClass {
        name: "form of a company",
        japanese: "会社の形態",
        words: "株式会社 有限会社 合同会社 財団法人 社団法人 学校法人 医療法人 ホールディングス コーポレーション HD グループ",
    },
    WordClass {
        name: "ending of places",
        japanese: "地名の末尾",
        words: "都 道 府 県 市 区 町 村 郡 州 省 国 島 半島 諸島 列島 群島 山 山脈 岳 峰 川 河 湖 沼 池 海 湾 海峡 岬 平野 盆地 \
                高原 砂漠 谷 峠 地方 地区 地域 共和 王国 帝国 連邦 公国 丁目 番地 通り 街 半球 大陸 沖 港 浜",
    },
    WordClass {
        name: "ending of facilities",
        japanese: "施設名の末尾",
        words: "駅 空港 港 橋 トンネル 道路 線 街道 高速 インターチェンジ ダム 城 寺 院 神社 宮 大社 教会 聖堂 モスク 公園 庭園 \
                動物 植物 水族 博物 美術 館 図書 病院 ホール スタジアム 球場 競技 競馬 アリーナ ドーム タワー ビル ホテル 旅館 \
                劇場 遺跡 古墳 墓 塔 門 会館 記念 発電 原発 工場 刑務 基地 学校 高校 センター 店 号線 JCT IC",
    },
    WordClass {
        name: "ending of events",
        japanese: "出来事名の末尾",
        words: "大会 選手権 杯 カップ 賞 祭 祭り フェスティバル 博 博覧 展 五輪 オリンピック パラリンピック ワールド 戦争 戦 戦い \
                合戦 乱 変 革命 事件 事故 災害 地震 震災 台風 豪雨 会議 サミット 条約 選挙 総選挙 シリーズ ツアー ライブ \
                コンサート レース グランプリ ステークス 記念 役 陣 作戦 紛争 危機 運動",
    },
    WordClass {
        name: "ending of products",
        japanese: "製品名の末尾",
        words: "号 機 艦 船 車 型 式 系 版 シリーズ ゲーム ソフト OS 銃 砲 戦車 戦闘 ロケット 衛星 法 条約 憲法 語 賞 薬 モデル",
    },
    WordClass {
        name: "ending of works",
        japanese: "作品名の末尾",
        words: "曲 小説 漫画 アニメ 映画 ドラマ アルバム シングル 番組 雑誌 作品 物語 記 集 伝 編 書 紙 誌 新聞 歌 主題 交響 協奏 \
                オペラ 絵画 監督",
    },
];
