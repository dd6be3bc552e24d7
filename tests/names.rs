//! Names and entities in short texts: what must be found, and what must not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failed test stops"
)]

use article_analyzer::report::{Entity, EntityLabel, OffsetUnit};
use article_analyzer::tags::names::dictionary;
use article_analyzer::{Analyzer, Options};
use proptest::prelude::*;
use std::sync::LazyLock;

static ANALYZER: LazyLock<Analyzer> = LazyLock::new(Analyzer::new);

fn entities(text: &str, options: &Options) -> Vec<Entity> {
    let report = ANALYZER.analyze(text, options).unwrap();
    assert!(report.blocks.iter().all(|block| !block.role.is_noise()), "{text}: {:?}", report.blocks);
    report.entities
}

fn label(name: &str) -> EntityLabel {
    match name {
        "person" => EntityLabel::Person,
        "organization" => EntityLabel::Organization,
        "location" => EntityLabel::Location,
        "facility" => EntityLabel::Facility,
        "product" => EntityLabel::Product,
        "work" => EntityLabel::Work,
        "event" => EntityLabel::Event,
        other => panic!("no label {other}"),
    }
}

/// Each line: what it shows, the text, and the entities that must be found: label, name, other forms after `=`.
#[test]
fn found() {
    let table: &[(&str, &str, &[&str])] = &[
        (
            "a title after a full name",
            "東都大学の佐藤健一教授は「まだ早い」と述べた。",
            &["person 佐藤健一", "organization 東都大学"],
        ),
        (
            "a title of several words after names of all kinds",
            "武藤容治経済産業相は述べた。クリシュナムルティ下院議員は批判した。林剣副報道局長は答えた。ラトニック商務長官は語った。",
            &["person 武藤容治", "person クリシュナムルティ", "person 林剣", "person ラトニック"],
        ),
        (
            "a magazine's name ends before its word",
            "R1のNature誌論文公開は、画期的な出来事だ。",
            &["product R1", "work Nature"],
        ),
        ("a Chinese name before a title of several words", "陳立言最高経営責任者は話す。", &["person 陳立言"]),
        (
            "a Chinese name that the dictionary cuts elsewhere, and a dot before the title",
            "羅季川最高経営責任者は話す。創業者の羅季川・最高経営責任者（CEO）は設立を振り返った。",
            &["person 羅季川"],
        ),
        (
            "a kind that begins in katakana before a name",
            "セキュリティー企業クラウドウォッチは14日、発表した。",
            &["organization クラウドウォッチ"],
        ),
        (
            "a model after its maker's name, and alone",
            "朔北智能がAIモデル「朔北R2」を公開した。R2は首位に立った。",
            &["product 朔北R2=R2", "organization 朔北智能"],
        ),
        (
            "a name with its reading before a title",
            "呉永明(ウー・ヨンミン)最高経営責任者(CEO)は言う。呉氏は強調した。",
            &["person 呉永明=ウー・ヨンミン=呉氏"],
        ),
        (
            "names that only a polite address shows",
            "創業者の梁文鋒さんの話です。梁さんは大学に入りました。シャオミの雷軍さんが誘いました。",
            &["person 梁文鋒=梁さん", "person 雷軍"],
        ),
        (
            "a university that its place follows",
            "Krauss teaches at the University of Ravensmoor.",
            &["organization University of Ravensmoor"],
        ),
        (
            "a title whose first sign was taken for the name's last",
            "東都大の松宮悠准教授は強調した。",
            &["person 松宮悠", "organization 東都大"],
        ),
        (
            "a kind of company in katakana before a name in Latin letters",
            "札幌拠点スタートアップAnthropicが話題だ。",
            &["organization Anthropic"],
        ),
        ("places after a bracket", "東亜総合研究所(東京・千代田)の話だ。", &["location 東京", "location 千代田"]),
        ("a short form that begins with a digit", "GPT-4oが消えた。4oを返して。", &["product GPT-4o=4o"]),
        ("a family and a version", "Claude Sonnet 4には及ばない。", &["product Claude Sonnet 4"]),
        ("a company before its account", "Googleアカウントで登録します。", &["organization Google"]),
        (
            "a family name with its title is the full name before it",
            "東都大学の佐藤健一教授が講演した。佐藤教授は慎重な見方を示した。",
            &["person 佐藤健一=佐藤"],
        ),
        (
            "the place and the writer of a report",
            "【上海＝三枝光】中国で新工場が完成した。",
            &["location 上海", "person 三枝光"],
        ),
        ("the same at its end", "同省は反対した。（北京＝呉美蘭）", &["location 北京", "person 呉美蘭"]),
        ("an example of companies", "玄鳥AIなど大手が無料化に踏み切った。", &["organization 玄鳥AI"]),
        ("a company by the short name of its country", "電力は米ゼフィリス製の半分だ。", &["organization ゼフィリス"]),
        (
            "companies of words that no dictionary has",
            "台湾の緯晶電子、紅杉湾資本などから調達し、申芯国際に次ぐ。月弧智能の売上高は伸びた。",
            &["organization 緯晶電子", "organization 紅杉湾資本", "organization 申芯国際", "organization 月弧智能"],
        ),
        ("a newspaper in kanji after its kind", "中国メディアの財鏡網は8日伝えた。", &["organization 財鏡網"]),
        (
            "a company before what tells a source",
            "委託先のネクサリンクによると、漏えいは続いた。",
            &["organization ネクサリンク"],
        ),
        (
            "a company of common words after its form",
            "株式会社ことのは研究所（本社：京都市下京区）は公開しました。",
            &["organization 株式会社ことのは研究所"],
        ),
        (
            "a company by its seat in brackets, called by the name at home",
            "江芯存儲（ジャンシン・ストレージ、本社・武漢）の上場を受理した。",
            &["organization 江芯存儲=ジャンシン・ストレージ"],
        ),
        (
            "a company without the word for its trade",
            "泉崎セミコンダクターが設立された。泉崎は黒字だ。",
            &["organization 泉崎セミコンダクター=泉崎"],
        ),
        (
            "a school where somebody was once",
            "元清北大学教授の賀蘭芝氏が設立した。",
            &["organization 清北大学", "person 賀蘭芝"],
        ),
        ("where something is measured", "去年の夏に小笠原で同じ測定をしました。", &["location 小笠原"]),
        ("where in a region something is measured", "首都圏の小笠原で測定した。", &["location 小笠原"]),
        ("a museum on a floor", "ビルの1階は北見歴史館で、2階は図書室だ。", &["facility 北見歴史館"]),
        (
            "whose title has more words",
            "The plan was presented by Executive Vice President Ana Colwell on Monday.",
            &["person Ana Colwell"],
        ),
        (
            "whose title goes on after its word",
            "Director General Rafael Grosvenor spoke to reporters. Secretary General Amina Farouk came.",
            &["person Rafael Grosvenor", "person Amina Farouk"],
        ),
        (
            "a speaker who says the family name",
            "海洋生物学者の鶴見沙織さんが講演した。鶴見です。海の話をします。",
            &["person 鶴見沙織=鶴見"],
        ),
        ("a model by its size", "白鷺-72B-Instructを上回る。", &["product 白鷺-72B-Instruct"]),
        ("a podcast in quotation marks", "ポッドキャスト「夜更けのラボ」で話した。", &["work 夜更けのラボ"]),
        (
            "Latin words with wide spaces between them",
            "研究グループ、Computer　Systems　Research　Groupが開発した。",
            &["organization Computer　Systems　Research　Group"],
        ),
        (
            "persons after their titles",
            "But Chief Financial Officer Piotr Zielinski conceded it. Chief Executive Shen Jianing told reporters. Director Jun Takemura came.",
            &["person Piotr Zielinski", "person Shen Jianing", "person Jun Takemura"],
        ),
        (
            "a title in quotation marks",
            "In “The Salt Ledger,” which had its premiere on Saturday, he does just that.",
            &["work The Salt Ledger"],
        ),
        (
            "a title in quotation marks before what it is",
            "He made “The Harbor Lights” series.",
            &["work The Harbor Lights"],
        ),
        (
            "a place after its kind",
            "They met in the port city of Santa Ines with a hairdresser.",
            &["location Santa Ines"],
        ),
        (
            "a company that is the maker of a thing",
            "Luminary, the maker of models, cut its prices.",
            &["organization Luminary"],
        ),
        ("whose shares fall", "Shares in Zephyris fell.", &["organization Zephyris"]),
        (
            "no person has an article",
            "“It shows,” he told The Caledonian in September.",
            &["organization The Caledonian"],
        ),
        (
            "a festival",
            "He spoke at the Northlight Festival. The Northlight Festival ends.",
            &["event Northlight Festival"],
        ),
        (
            "Chinese names between their titles and what they do",
            "江芯存储董事长卢明远表示，募集资金用于建设晶圆厂。分析师赵子琪则认为，良率才是关键。据《滬江经济报》报道，玄鸟智能首席执行官裴子昂说，公司不会裁员。",
            &[
                "organization 江芯存储",
                "person 卢明远",
                "person 赵子琪",
                "organization 滬江经济报",
                "organization 玄鸟智能",
                "person 裴子昂",
            ],
        ),
        (
            "a company after its kind, with what it is",
            "It has won a contract to power a data centre for the AI developer Corvane, the government said. Corvane, founded in 2021, spent much.",
            &["organization Corvane"],
        ),
        ("a form in brackets", "中国のバイドゥ(Baidu)が新製品を発表した。", &["organization Baidu=バイドゥ"]),
        (
            "an acronym in brackets, used later",
            "国際平和研究所(IPRI)は報告書を公表した。IPRIによると、支出は増えている。",
            &["organization 国際平和研究所=IPRI"],
        ),
        ("the table of names", "アリババとAlibabaは同じ会社だ。", &["organization Alibaba=アリババ"]),
        ("a name with a version", "OpenAIはGPT-4oを公開した。", &["organization OpenAI", "product GPT-4o"]),
        (
            "a title is none of the name",
            "Jonas Meier founded Kestrel AI with Sofia Conti. Mr. Meier met Ms. Conti in Zurich.",
            &["person Jonas Meier=Meier", "person Sofia Conti=Conti"],
        ),
        (
            "a company without its last word",
            "Kestrel AI, a start-up based in Zurich, said on Wednesday that it had trained a model. Last month, Kestrel raised 90 million francs.",
            &["organization Kestrel AI=Kestrel"],
        ),
        (
            "a body by its head",
            "The European Commission said it was \"monitoring the situation closely.\" A spokeswoman for the Commission, Eva Lindqvist, added that the model would have to comply.",
            &["organization European Commission=Commission"],
        ),
        (
            "a short name of a product after its owner, and one before its kind",
            "The model is on par with OpenAI's o3. Nvidia, whose H800 chips were used, declined to comment.",
            &["product o3", "product H800"],
        ),
        ("a law", "The model would have to comply with the A.I. Act.", &["work A.I. Act"]),
        ("a continent", "Chip stocks fell across Europe.", &["location Europe"]),
        (
            "the short form that brackets announce",
            "AIのKaleido Labs(以下、カレイド)は2021年に創業した。カレイドの評価額は11億ドルだ。",
            &["organization Kaleido Labs=カレイド"],
        ),
        (
            "another form and a place in brackets",
            "中国の新興企業Moonriver AI（月河智能、杭州市）は11日、費用を公表した。Moonriver AIの社員は少ない。",
            &["organization Moonriver AI=月河智能"],
        ),
        (
            "a group and its name in Chinese",
            "阿里巴巴（アリババ集団）も準備する。アリババは2月、投資を発表した。",
            &["organization アリババ集団=阿里巴巴=アリババ"],
        ),
        (
            "a title in Latin letters is none of the name",
            "創業者はマリア・ロペス氏だ。ロペスCTOは4月に来日した。",
            &["person マリア・ロペス=ロペス"],
        ),
        (
            "a company's short form looks like a person's name",
            "製紙大手の北原製紙は傷の検査を改めた。北原の開発責任者は失敗の連続だったと話す。",
            &["organization 北原製紙=北原"],
        ),
        (
            "who is addressed as a person is no company",
            "北原製紙は傷の検査を改めた。社長の北原氏は失敗の連続だったと話す。",
            &["organization 北原製紙", "person 北原"],
        ),
        (
            "an outlet of another country",
            "新竹の工場では生成AIを使っている。福爾摩沙週報が伝えた。",
            &["organization 福爾摩沙週報"],
        ),
        ("a company whose name looks like a person's", "藤井印刷で火が出た。", &["organization 藤井印刷"]),
        (
            "a newspaper by its last word",
            "石川新報は1日、能登半島の復興計画を報じた。",
            &["organization 石川新報", "location 能登半島"],
        ),
        ("a company by its last word", "トラックは森永製粉の小麦粉を運んでいた。", &["organization 森永製粉"]),
        ("a company in a short text", "山本製鋼の社長が辞任した。", &["organization 山本製鋼"]),
        ("a title of two words after a name", "森山幹事長は会見で批判した。", &["person 森山"]),
        ("a title before the title", "木原官房長官は対策を急ぐと述べた。", &["person 木原"]),
        ("parts of a headline", "高校野球 桜丘学園が初優勝した。", &["organization 桜丘学園"]),
        ("a letter with a version inside what the model faintly takes", "o1モデルと同等だ。", &["product o1"]),
        ("a product in katakana by its number", "なお、ミナモ2は3万9800円になった。", &["product ミナモ2"]),
        ("a short form of a product", "同社はDeepSeek-R1を公開した。R1は推論に強い。", &["product DeepSeek-R1=R1"]),
        (
            "versions with spaces",
            "新しいQwen 2.5 VLは画像も読める。iOS 18でも動く。",
            &["product Qwen 2.5 VL", "product iOS 18"],
        ),
        (
            "a body after its kind",
            "米調査会社ネクストビューは、投資が増えると推計する。",
            &["organization ネクストビュー"],
        ),
        ("a model number", "計算にはH800を2,048基使った。", &["product H800"]),
        ("a name in quotation marks after its kind", "新しい推論モデル「いちご」を発表した。", &["product いちご"]),
        ("a work in quotation marks", "映画「夜の灯台」が公開された。", &["work 夜の灯台"]),
        (
            "the nearest organization",
            "トヨタ自動車は新型車を発表した。同社は来年の発売を目指す。",
            &["organization トヨタ自動車"],
        ),
        (
            "a person in kanji before a title, whatever the model says",
            "早稲田大学の入山章栄教授が講演した。",
            &["person 入山章栄", "organization 早稲田大学"],
        ),
        (
            "a body that has a president",
            "イロハニックスの高木修CEOが来日した。",
            &["organization イロハニックス", "person 高木修"],
        ),
        (
            "a university's short form",
            "東都大学は新しい図書館を建てる。東都大学の広報が説明した。設計には東都大の学生も加わった。",
            &["organization 東都大学=東都大"],
        ),
        (
            "a name in Chinese characters, whose Latin form is longer",
            "中国の新興企業「月河智能（Moonriver）」は新モデルを公開した。月河智能は杭州市で創業した。",
            &["organization 月河智能=Moonriver"],
        ),
        (
            "a name after a word for its kind, with its Latin form",
            "台湾の調査会社クラウドナイン（CloudNine）によると、需要は強い。",
            &["organization CloudNine=クラウドナイン"],
        ),
        (
            "the short name of a country is no part of a name",
            "米エヌビディアが新製品を発表した。",
            &["organization エヌビディア"],
        ),
        ("nor before a title", "トランプ米大統領が演説した。", &["person トランプ"]),
        (
            "a school's prefecture in brackets",
            "桜丘学園（愛知）は2年ぶりに優勝した。",
            &["organization 桜丘学園", "location 愛知"],
        ),
        ("a rocket is no title", "政府はH3ロケットの打ち上げを延期した。", &["product H3ロケット"]),
        ("a test of a year is no title", "数学のベンチマークであるAIME 2024で高い点を取った。", &["event AIME 2024"]),
        ("a title that ends like a licence", "映画『失われたライセンス』が公開された。", &["work 失われたライセンス"]),
        ("a rocket and its number", "JAXAはH3ロケット7号機を打ち上げた。", &["product H3ロケット7号機"]),
        ("a queen and her number", "王位はヘレナ2世が継いだ。", &["person ヘレナ2世"]),
        (
            "a company's legal form is part of its name",
            "2012年に株式会社ミドリノートを設立した。",
            &["organization 株式会社ミドリノート"],
        ),
        ("the full stop of an abbreviation", "米国のNimbus, Inc.が買収した。", &["organization Nimbus, Inc."]),
        (
            "a title in quotation marks",
            "「夜明けの丘」は、1970年に発売された彼女の5枚目のシングル。",
            &["work 夜明けの丘"],
        ),
        (
            "a happening that the model alone finds, once",
            "第二次世界大戦のため、店は閉じた。",
            &["event 第二次世界大戦"],
        ),
        (
            "a family name that is a common noun too",
            "最高裁判所は山田と今井に直接製作の中止を求めた。",
            &["person 山田", "organization 最高裁判所"],
        ),
        ("a title in the marks of titles", "彼女は『夜明けの丘』で知られる。", &["work 夜明けの丘"]),
        ("a product among words of products", "新しいブラウザー「ナギサ」を搭載した。", &["product ナギサ"]),
        ("a company and how many", "入札には北原製紙1社しか応じなかった。", &["organization 北原製紙"]),
        ("a name in kanji with a version", "潮流-V3を使うと翻訳が速い。", &["product 潮流-V3"]),
        (
            "an unknown word after that for its kind",
            "半導体大手ヴォルダの株価は17%下げた。",
            &["organization ヴォルダ"],
        ),
        (
            "whose finding it is",
            "リスボン研究所の調べでは、9割の企業が導入を考える。",
            &["organization リスボン研究所"],
        ),
        ("whose shares", "Valdora shares fell 17% on Monday.", &["organization Valdora"]),
        (
            "whose head",
            "Openlane CEO Samuel Hartley wrote about it.",
            &["organization Openlane", "person Samuel Hartley"],
        ),
        (
            "a company that the words before it say is one",
            "時給を決めるのは、東京のAIスタートアップ、ルミナリアだ。",
            &["organization ルミナリア", "location 東京"],
        ),
        (
            "a company that the words before it say is one",
            "AI企業であるミンチュエ(明鵲科技)が新型を出した。",
            &["organization ミンチュエ=明鵲科技"],
        ),
        (
            "whose headquarters, past its name at home",
            "トークリンク（通聯思維）の本社には受付がない。",
            &["organization トークリンク"],
        ),
        (
            "a firm by the last word of its name",
            "親会社は投資会社のグレートウォール・クオンツです。",
            &["organization グレートウォール・クオンツ"],
        ),
        (
            "a person with the reading of the name",
            "創業者の羅思遠（ルオ・スーユエン）がいた。",
            &["person 羅思遠=ルオ・スーユエン"],
        ),
        (
            "what of a company is spoken of is none of its name",
            "Shares of Varonix fell 11.4% on Wednesday, according to the market tracker Appfolio.",
            &["organization Varonix", "organization Appfolio"],
        ),
        (
            "a body by its person with an office",
            "オーレリアのアラン・ウェクスラーCEOは「競争は歓迎する」と書き込んだ。",
            &["organization オーレリア", "person アラン・ウェクスラー"],
        ),
        (
            "a company with the reading of its name",
            "AI開発企業、耀光智能（ヤオグアン）は上場を目指す。ヤオグアンは昨年も調達した。",
            &["organization ヤオグアン=耀光智能"],
        ),
        (
            "an institute is no building",
            "オックスフォード・インターネット研究所のアヌジャ・ラオは慎重だ。",
            &["organization オックスフォード・インターネット研究所", "person アヌジャ・ラオ"],
        ),
        (
            "an AI lab, with where it sits",
            "Corvane, the Chengdu-based AI lab whose app topped the charts, said so.",
            &["organization Corvane", "location Chengdu"],
        ),
        (
            "where somebody works",
            "Dylan Marsh, an analyst at Chipvane, doubts it.",
            &["organization Chipvane", "person Dylan Marsh"],
        ),
        ("what it is said to be", "Semiscape, a research firm, doubts the figure.", &["organization Semiscape"]),
        ("a country's shares", "U.S. stock prices fell.", &["location U.S."]),
        ("an acronym as British papers write it", "Nasa launched the probe in May.", &["organization Nasa"]),
        ("names in lower case", "i am so glad i live in canada", &["location canada"]),
        ("places", "東京都と大阪府で強い雨が降った。", &["location 東京都", "location 大阪府"]),
        (
            "a built place whose name the model takes for a person's",
            "At 6:40 on a January morning the ferry left Carrow Quay without a sound. Helen Marsh watched from the ramp.",
            &["facility Carrow Quay", "person Helen Marsh"],
        ),
        (
            "a region with its last word",
            "東海地方と関西地方で雨が降った。",
            &["location 東海地方", "location 関西地方"],
        ),
        ("a ward after its city in brackets", "セリオス（東京・港）は14日に発表した。", &["location 東京・港"]),
        (
            "digits of a postal code before an address",
            "宛先は〒０６０−０００１札幌市中央区北１条西５丁目です。",
            &["location 札幌市中央区北１条西５丁目"],
        ),
        (
            "a company without its legal form, taken for a product",
            "株式会社オルビスタが新製品を出す。オルビスタは新しい音声記録を売る。オルビスタの開発者が話した。",
            &["organization 株式会社オルビスタ=オルビスタ"],
        ),
        (
            "a country's whole name before a company's, and its short form",
            "首位の韓国ハンビット半導体は生産枠が「ほぼ完売した」と説明する。中国勢について、ハンビット幹部は歩留まりが低いと話す。",
            &["organization ハンビット半導体=ハンビット"],
        ),
        (
            "a firm without the last word that says what it is",
            "米シリコンゲート・リサーチが予測した。シリコンゲートのデービッド・オコナー氏は話す。",
            &["organization シリコンゲート・リサーチ=シリコンゲート"],
        ),
        (
            "a body in kanji that no dictionary has, by who belongs to it",
            "台北の集思諮詢の林子晴アナリストは反論した。",
            &["organization 集思諮詢", "person 林子晴"],
        ),
        (
            "a company of two common words after its kind",
            "調査会社オープンマインドは、規制されれば減ると主張する。",
            &["organization オープンマインド"],
        ),
        ("a carmaker in kanji", "大株主は電気自動車の騰躍汽車だ。", &["organization 騰躍汽車"]),
        ("a title after a word for a work and a particle", "著書に『結晶と暮らす』がある。", &["work 結晶と暮らす"]),
        ("a shop after its kind", "北の町のパン屋「こむぎ堂」に寄った。", &["facility こむぎ堂"]),
        ("laws", "改正著作権法と半導体支援法が成立した。", &["work 改正著作権法", "work 半導体支援法"]),
        (
            "a newspaper that looks like a work",
            "改正著作権法とデジタル資産法案が成立し、東都新聞と英フィナンシャル・タイムズが報じた。",
            &["organization 東都新聞"],
        ),
        (
            "names in a list",
            "会見にはLin Mei、John Castellanらが出席した。",
            &["person Lin Mei", "person John Castellan"],
        ),
        (
            "the reading of a company's name that holds a known word",
            "中国の澄海智能（チェンハイ）が申請した。",
            &["organization 澄海智能=チェンハイ"],
        ),
        (
            "family names and firms by one word",
            "Nimbus Cloud, a customer, walked away. A Nimbus spokesperson declined. Her coach, Tomasz Lis, was glad. Lis believes her.",
            &["organization Nimbus Cloud=Nimbus", "person Tomasz Lis=Lis"],
        ),
        (
            "a person with the reading of the name in kana",
            "版画家、峰岸藍（みねぎし・あい）さんの個展が開かれている。峰岸さんは秋田県で生まれた。",
            &["person 峰岸藍=峰岸"],
        ),
        ("a form of address in kana", "友人の詩人、木下ゆらさんの詩集『凍る音』の装丁だ。", &["person 木下ゆら"]),
        ("a maker by its last word", "アサギ精密が30日、決算を発表した。", &["organization アサギ精密"]),
        (
            "a company of two common words by who heads it",
            "オープンスフィアのジェニー・パク最高経営責任者は語った。",
            &["organization オープンスフィア", "person ジェニー・パク"],
        ),
        (
            "the place of a report before its agency",
            "【ルガーノ共同】スイスのルガーノで開かれていた会合が閉じた。",
            &["location ルガーノ"],
        ),
        ("games by their year", "2016リオ五輪の代表に選出された。", &["event 2016リオ五輪"]),
        ("games by their country", "ドイツW杯にも出場し、若手の多いチームを支えた。", &["event ドイツW杯"]),
        ("a party after its side", "野党・立国党の早坂みのり代表は述べた。", &["organization 立国党"]),
        ("a city with an article", "The government in The Hague stepped in.", &["location The Hague"]),
        (
            "who opens turns by the family name",
            "灯台の保存を進める柘植拓真さんに聞いた。\n\n柘植　灯台は百年前から港を照らしてきました。\n\n記者　今はどうですか。寂しくないですか。\n\n柘植　今は無人です。それでも光っています。",
            &["person 柘植拓真=柘植"],
        ),
        (
            "a person whose reading has a dot, and the family name alone",
            "創業者の沈知遠（シェン・ジーユエン）は広東省の生まれだ。沈は会社を興した。社員は沈の言葉を覚えている。",
            &["person 沈知遠=シェン・ジーユエン=沈"],
        ),
        (
            "a family name of one sign in a word that no dictionary has",
            "衡岳の元トレーダー、魏承は振り返る。",
            &["person 魏承"],
        ),
        (
            "a family name of one sign before a title",
            "林芳正官房長官は会見した。林官房長官は訪米を明かした。林の中も歩いた。",
            &["person 林芳正=林"],
        ),
        ("a company that may be a fruit", "Apple was also weighing the design.", &["organization Apple"]),
        (
            "a newspaper by its last word",
            "ウォール・クロニクルは8日、社説を載せた。",
            &["organization ウォール・クロニクル"],
        ),
        (
            "a house",
            "加治木家と垂水家が加わった。ゴンザーガ家は公位を失った。",
            &["organization 加治木家", "organization 垂水家", "organization ゴンザーガ家"],
        ),
        ("a fellow student", "研究室に李君という学生がいる。", &["person 李君"]),
        (
            "a company without the last word for its trade",
            "衡岳資産を設立した。衡岳の株だ。",
            &["organization 衡岳資産=衡岳"],
        ),
        (
            "a newspaper without its company's sign",
            "東邦新聞社など5社が提訴した。東邦新聞の社説だ。",
            &["organization 東邦新聞社=東邦新聞"],
        ),
        (
            "a company whose name begins like a family name, and its name at home",
            "中国メモリー大手の長江芯存（长江芯存、CJXC）は11日、起工式を開いた。",
            &["organization 長江芯存=长江芯存"],
        ),
        ("whoever was at a company once", "ニコンOBの湯浅清彦氏は言う。", &["organization ニコン"]),
        ("an authority after its kind", "イタリアのデータ保護当局ガランテは命じた。", &["organization ガランテ"]),
        (
            "a paper with a long title",
            "2015年の論文「Distilling the Knowledge in a Neural Network」で広めた。",
            &["work Distilling the Knowledge in a Neural Network"],
        ),
        ("a court where something begins", "裁判は大阪地裁で開かれた。", &["organization 大阪地裁"]),
        ("where a fire burns", "米ブルックヘイブンで山火事が起きた。", &["location ブルックヘイブン"]),
        ("where a firm sits", "ワシントンの調査会社が発表した。", &["location ワシントン"]),
        (
            "a university by its place",
            "She studied at the University of Edinburgh.",
            &["organization University of Edinburgh"],
        ),
        ("a person after what names her", "His mother, a nurse named Adaeze, kept a notebook.", &["person Adaeze"]),
        ("a product after what names it", "I run a tiny app called Receiptly that works.", &["product Receiptly"]),
        (
            "a body that which goes on with",
            "Semiscope, which tracks the industry, agrees.",
            &["organization Semiscope"],
        ),
        (
            "a company without its last word, from a country",
            "Critics asked how cheaply Sweden's Brightmoor Labs built it. Brightmoor has around 200 employees.",
            &["organization Brightmoor Labs=Brightmoor", "location Sweden"],
        ),
        (
            "several of a chip",
            "The firm owns some 50,000 chips, including H100s and H800s.",
            &["product H800", "product H100"],
        ),
        ("whose shares fell", "Veridane's shares fell 13% on Monday.", &["organization Veridane"]),
        ("one whom a company names", "The company named Maria Lopez as chief executive.", &["person Maria Lopez"]),
        (
            "a person with shares",
            "Warren Hale sold his stake on Monday. Hale's shares were worth $4 billion.",
            &["person Warren Hale=Hale"],
        ),
        (
            "firms where people grow up",
            "ソニーで生まれた技術者が、ホンダで育った。",
            &["organization ソニー", "organization ホンダ"],
        ),
        ("whose start-up it is", "シーメンスのスタートアップが伸びた。", &["organization シーメンス"]),
        ("a place where something is", "Kyushu, where the firm plans a campus, has ports.", &["location Kyushu"]),
        (
            "whose interface it is",
            "I swapped OpenAI's API for Mistral Small 3.2.",
            &["organization OpenAI", "product Mistral Small 3.2"],
        ),
        (
            "a Chinese company before its head",
            "长江芯存董事长陈立钧表示，公司的新工厂月产能将达到10万片。他说我们不追求最快，只追求最稳。",
            &["organization 长江芯存", "person 陈立钧"],
        ),
    ];
    let mut failures = Vec::new();
    for (what, text, expected) in table {
        let found = entities(text, &Options::default());
        for line in *expected {
            let (kind, forms) = line.split_once(' ').unwrap();
            let mut forms = forms.split('=');
            let name = forms.next().unwrap();
            let entity = found.iter().find(|entity| entity.name == name && entity.label == label(kind));
            let Some(entity) = entity else {
                let shown: Vec<_> = found.iter().map(|entity| (entity.label, &entity.name, &entity.aliases)).collect();
                failures.push(format!("{what}: no {line} among {shown:?}"));
                continue;
            };
            failures.extend(
                forms
                    .filter(|form| !entity.aliases.iter().any(|alias| alias == form))
                    .map(|form| format!("{what}: {form} is no form of {} {:?}", entity.name, entity.aliases)),
            );
            assert!(!entity.because.is_empty(), "{what}: no reason for {entity:?}");
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Each line: what it shows, the text, and what must be no entity.
#[test]
fn not_found() {
    let table = [
        ("a count is no product", "OpenAI 3社が参加した。", "OpenAI 3"),
        ("a year is no version", "会議はExpo 2025の会場で開く。", "Expo 2025の"),
        ("an abbreviation that anybody uses", "生成AIの大手AI企業はGPUを買う。", "AI"),
        ("a market is no organization", "世界のDRAM市場は縮小した。", "DRAM市場"),
        ("the form of a company alone is none", "種類は株式会社で、本社は姫路市にある。", "株式会社"),
        ("a word that anybody uses, in wide letters", "香港でのＩＰＯを計画する。", "ＩＰＯ"),
        ("a common noun is no person", "専門家の見方は割れている。", "見方"),
        ("a duty that follows a name is no company", "藤井印刷担当が説明した。", "藤井印刷"),
        ("a house of parliament before a title stays whole", "連邦上院議員ハワード・ベイカーの補佐官だ。", "連邦"),
        ("a prize is not whom it is named after", "直木賞作家の新作が出た。", "直木"),
        ("companies of a trade are no company", "国内製粉は厳しい。日本製紙業界も同じだ。", "国内製粉"),
        ("the head of a place's body is not called like the place", "横浜副市長が会見した。", "横浜副"),
        ("two names joined are no work", "業界ではDeepSeekとOpenAIが競う。", "DeepSeekとOpenAI"),
        ("who has a licence called after it is not named", "MITライセンスで公開した。", "MIT"),
        ("nor where the licence is said to be its", "ライセンスはMITで、商用利用も認める。", "MIT"),
        ("nor in English", "It was released on Tuesday under the MIT license.", "MIT"),
        (
            "words in quotation marks before a common noun are no work",
            "The “Made in Valderia” policy won “Most Favored Partner” status.",
            "Most Favored Partner",
        ),
        ("an index is nobody", "香港のハンセン指数は一時1.2％安となった。", "ハンセン"),
        ("a kind of fund is no place", "ヘッジファンド出身の沈一鳴氏が率いる。", "ヘッジファンド"),
        ("a market is no building", "東京市場で半導体株が売られた。", "東京市場"),
        ("a licence is no work", "重みはMITライセンスで公開された。", "MITライセンス"),
        (
            "a phrase in quotation marks",
            "同氏は「多くの新しいアプリの開花」につながると述べた。",
            "多くの新しいアプリの開花",
        ),
        ("a word after that for its kind", "大手スーパーや新興メーカー、企業グループも参加した。", "スーパー"),
        ("a word after that for its kind", "大手スーパーや新興メーカー、企業グループも参加した。", "メーカー"),
        ("a phrase in quotation marks", "廃校の理科室が「町の電池」になる。", "町の電池"),
        ("a numbered kanji compound is no product", "資料-1と付図-2を見る。", "付図-2"),
        ("an adverb is no place", "正直、ここまでできるとは思わなかった。", "正直"),
        ("Latin words in lower case", "これをfine-tuneと呼ぶ。", "fine-tune"),
        ("a sport before a player", "元テニス選手が投資した。", "テニス"),
        ("a word for people with a form of address", "スタッフさんも親切だった。", "スタッフ"),
        ("a step of a plan", "開発はフェイズ2に移った。", "フェイズ2"),
        ("a kind and how many", "国内大手3社が値上げした。", "大手3社"),
        ("a kind without how many", "国内大手3社が値上げした。", "大手"),
        ("a floor", "売り場は3階に移る。", "3階"),
        ("a kind of university", "国立大学の山本健一教授が説明した。", "国立大学"),
        ("towns counted", "県内の五市、六町に広がる。", "六町"),
        ("cities counted", "県内の五市、六町に広がる。", "五市"),
        ("a language is no place", "林さんは中国語とフランス語を話す。", "中国"),
        ("another language is no place", "林さんは中国語とフランス語を話す。", "フランス"),
        ("a question word is no acronym", "Who will win the match tomorrow?", "Who"),
        ("the letter of an answer is no name", "A. R1は推論モデルです。", "A."),
        ("a measure of profit is no company", "調整後のEBITDAは29億円だった。", "EBITDA"),
        (
            "a Chinese sentence in quotation marks is no title",
            "技術者は「评测分数好看，速度偏慢」と話した。",
            "评测分数好看，速度偏慢",
        ),
        ("a letter for somebody", "精神科医のK先生にも聞いた。", "K"),
        ("a month is no name", "In August, the company agreed to settle. In June, a judge ruled.", "August"),
        ("a month after a preposition is no name", "In June, a judge ruled that it was fair.", "In June"),
        ("a place among parties is no party", "野党第1党が反対した。", "野党第1党"),
        ("a headline's first word", "Chipmaker Halden to cut jobs", "Chipmaker Halden"),
        (
            "what a speaker says is no part of the name",
            "鷺沢柊平さんに聞いた。\n\n宮内　創業は2004年ですね。当時はどんな状況でしたか。\n\n鷺沢　小さな貸工場に中古の炉が1台あるだけでした。\n\n宮内　転機はいつだったのでしょう。\n\n鷺沢　2009年の秋です。あの仕事がなければ今はありません。",
            "宮内\u{3000}転機",
        ),
        ("a department in a title is no body", "判決は元経理部長の証言を認めた。", "経理部"),
        ("a trade is no company", "ゲームメーカーの田中健一社長が話した。", "ゲームメーカー"),
        ("a share is no version", "世界シェア3割を握る。", "シェア3"),
        ("the beginning of a title is nobody", "董事長の駱建民氏とは古い。", "董"),
        ("a train is no company", "国産汽車の模型を作る。", "国産汽車"),
        ("a verb and a count", "Have 2 of these before the show starts.", "Have 2"),
        ("an order is nobody", "The White House revoked Executive Order 14110 on Monday.", "Order"),
        ("a hotel is nobody", "They stayed at the President Hotel for a week.", "Hotel"),
        ("a prize is nobody", "She won the Director Prize last year.", "Prize"),
        ("a recording", "放送のVTRを見る機会があった。", "VTR"),
        ("what somebody says", "同氏は自身のXに「みんなのおかげだ」と投稿した。", "みんなのおかげだ"),
        ("a family name in another word", "沈知遠氏の会社だ。機体は沈没した。許可が要る。", "許"),
    ];
    for (what, text, form) in table {
        let found = entities(text, &Options::default());
        assert!(found.iter().all(|entity| entity.name != form), "{what}: {found:?}");
    }
}

/// Each line: what it shows, the text, and what must not be found under that label: label and name.
#[test]
fn not_labelled() {
    let table = [
        ("who is first, though で follows", "1位は高橋で2位は鈴木だった。", "location 高橋"),
        ("who presides, though で follows", "会長は山口で副会長は福島が務める。", "location 山口"),
        ("who leads, though で follows", "代表は中村で創業者は小林だ。", "location 中村"),
        ("who begins, though で follows", "先発は菅野で試合が始まった。", "location 菅野"),
        ("who held an office, though で follows", "前首相の石川で3人目となる。", "location 石川"),
        ("where in a country it rains", "米グレンフォードで大雨が降った。", "organization グレンフォード"),
    ];
    for (what, text, wrong) in table {
        let (name, form) = wrong.split_once(' ').unwrap();
        let found = entities(text, &Options::default());
        let is_wrong = |entity: &Entity| entity.label == label(name) && entity.name == form;
        assert!(!found.iter().any(is_wrong), "{what}: {found:?}");
    }
}

/// Each line: a text, and how often the name at its beginning is mentioned in it.
#[test]
fn repeated() {
    let table = [
        ("日本に馴染み、短い間に日本語を覚えた。", "日本", 1),
        ("横浜は港町だ。横浜で育った。", "横浜", 2),
        (
            "柘植拓真さんに聞いた。\n\n柘植　灯台は百年前から港を照らしてきました。\n\n南雲　当時の灯台守は家族で暮らしていました。\n\n柘植　今は無人です。それでも光っています。",
            "柘植拓真",
            3,
        ),
    ];
    for (text, name, count) in table {
        let found = entities(text, &Options::default());
        let entity = found.iter().find(|entity| entity.name == name);
        assert_eq!(entity.map(|entity| entity.mentions.len()), Some(count), "{text}: {found:?}");
    }
}

#[test]
fn anaphors_are_mentions_of_the_nearest() {
    let text = "トヨタ自動車は新型車を発表した。同社は来年の発売を目指す。";
    let found = entities(text, &Options::default());
    let toyota = found.iter().find(|entity| entity.name == "トヨタ自動車").unwrap();
    let forms: Vec<String> = toyota
        .mentions
        .iter()
        .map(|span| text.encode_utf16().skip(span.start as usize).take(span.len()).collect::<Vec<u16>>())
        .map(|units| String::from_utf16(&units).unwrap())
        .collect();
    assert_eq!(forms, ["トヨタ自動車", "同社"]);
}

#[test]
fn anaphors_stand_for_the_topic() {
    let text = "オムロンの山本誠CEOはNHKの番組で「順調だ」と述べた。同社は来年の発売を目指す。";
    let found = entities(text, &Options { offsets: OffsetUnit::Byte, ..Options::default() });
    let place = text.find("同社").unwrap() as u32;
    let same = found.iter().find(|entity| entity.mentions.iter().any(|span| span.start == place)).unwrap();
    assert_eq!(same.name, "オムロン", "{found:?}");
}

#[test]
fn anaphors_pass_over_names_that_qualify() {
    let rest = "は新しいモデルを公表した。学習には米エヌビディアの半導体を512基使った。同社が費用を明かすのは初めて。";
    for topic in ["オムロン", "「オムロン（OMRON）」"] {
        let text = format!("{topic}{rest}");
        let found = entities(&text, &Options { offsets: OffsetUnit::Byte, ..Options::default() });
        let place = text.find("同社").unwrap() as u32;
        let same = found.iter().find(|entity| entity.mentions.iter().any(|span| span.start == place)).unwrap();
        assert!(same.name == "オムロン" || same.aliases.iter().any(|form| form == "オムロン"), "{found:?}");
    }
}

#[test]
fn anaphors_pass_over_names_that_are_neither_topic_nor_subject() {
    let table = [
        (
            "霧峰テクノロジー",
            "霧峰テクノロジーは上場する見通しとなった。調達した資金は晶佑電子に委託する試作に充てる。同社は2018年設立。",
        ),
        ("アンソレイドAI", "アンソレイドAIのカレブ・ウィットモアCEOは、上院で、同社に不審な照会があったと証言した。"),
        (
            "星瀾科技",
            "星瀾科技は2022年に設立された。今年に入って玄鳥AIなど大手が無料化に踏み切った。同社は人員を減らす。",
        ),
    ];
    for (name, text) in table {
        let found = entities(text, &Options { offsets: OffsetUnit::Byte, ..Options::default() });
        let place = text.find("同社").unwrap() as u32;
        let same = found.iter().find(|entity| entity.mentions.iter().any(|span| span.start == place)).unwrap();
        assert_eq!(same.name, name, "{found:?}");
    }
}

#[test]
fn anaphors_pass_over_whose_store_it_is() {
    let text = "朔北智能は誤りを直した。韓国は利用を禁じた。イタリアも配信を止めた。\n\n\
                R2は米アップルの配信サービスで首位だ。同社は費用を説明した。";
    let found = entities(text, &Options { offsets: OffsetUnit::Byte, ..Options::default() });
    let place = text.find("同社").unwrap() as u32;
    let same = found.iter().find(|entity| entity.mentions.iter().any(|span| span.start == place)).unwrap();
    assert_eq!(same.name, "朔北智能", "{found:?}");
}

#[test]
fn anaphors_pass_over_what_is_said_of_another_topic() {
    let text =
        "オムロンは7月に上場する。主幹事は野原証券（東京都）とモルガン・ハート証券が務める。同社は資金を工場に使う。";
    let found = entities(text, &Options { offsets: OffsetUnit::Byte, ..Options::default() });
    let place = text.find("同社").unwrap() as u32;
    let same = found.iter().find(|entity| entity.mentions.iter().any(|span| span.start == place)).unwrap();
    assert_eq!(same.name, "オムロン", "{found:?}");
}

#[test]
fn anaphors_of_companies_pass_over_ministries_and_agencies() {
    let table = [
        ("オムロンは否定した。外務省は同社から事情を聴いた。", "オムロン"),
        ("オムロンが準備に入った。ロイターは、資金を集めると報じた。同社の山本誠CEOは否定した。", "オムロン"),
    ];
    for (text, name) in table {
        let found = entities(text, &Options { offsets: OffsetUnit::Byte, ..Options::default() });
        let place = text.find("同社").unwrap() as u32;
        let same = found.iter().find(|entity| entity.mentions.iter().any(|span| span.start == place)).unwrap();
        assert_eq!(same.name, name, "{found:?}");
    }
}

#[test]
fn digits_of_names_are_no_quantities() {
    let report = ANALYZER.analyze("計算にはH800を2,048基使い、iOS 18でも動いた。", &Options::default()).unwrap();
    let found: Vec<f64> = report.quantities.iter().filter_map(|quantity| quantity.value.lower).collect();
    assert_eq!(found, [2048.0]);
}

#[test]
fn the_callers_dictionary_comes_first() {
    let (dictionary, errors) = dictionary::from_tsv("いろは号\tproduct\tいろは\nOpenAI\tnever\n");
    assert_eq!(errors, []);
    let options = Options { dictionary, ..Options::default() };
    let found = entities("OpenAIの担当者はいろは号を見た。いろはは静かだった。", &options);
    let iroha = found.iter().find(|entity| entity.name == "いろは号").unwrap();
    assert_eq!((iroha.label, iroha.aliases.as_slice()), (EntityLabel::Product, &["いろは".to_owned()][..]));
    assert!(found.iter().all(|entity| entity.name != "OpenAI"), "{found:?}");
}

#[test]
fn options_hold_a_dictionary_as_json() {
    let json = r#"{"dictionary": [{"name": "AI", "label": "never"}, {"name": "北都電機", "label": "organization", "aliases": ["北電機"]}]}"#;
    let options: Options = serde_json::from_str(json).unwrap();
    assert_eq!(options.dictionary.len(), 2);
    assert_eq!(serde_json::from_value::<Options>(serde_json::to_value(&options).unwrap()).unwrap(), options);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn mentions_lie_in_the_text_in_order(text in "[ -~ぁ-んァ-ヶ一-鿿「」『』()（）・、。\n𠮷💛A-Z0-9]{0,120}") {
        let report = ANALYZER.analyze(&text, &Options::default()).unwrap();
        let length = text.encode_utf16().count() as u32;
        for entity in &report.entities {
            prop_assert!(!entity.mentions.is_empty());
            prop_assert!(entity.mentions.is_sorted());
            prop_assert!(entity.mentions.iter().all(|span| span.start < span.end && span.end <= length));
        }
    }
}

#[test]
fn explanations_give_weights() {
    let text = "会見には鈴木一郎氏が出席した。";
    let options = Options::default();
    let found = entities(text, &options);
    let suzuki = found.iter().find(|entity| entity.label == EntityLabel::Person).unwrap();
    let reasons = ANALYZER.explain(text, &options, suzuki.mentions[0], EntityLabel::Person).unwrap();
    assert!(reasons.iter().map(|reason| reason.weight).sum::<f64>() > 0.0, "{reasons:?}");
    assert!(reasons.is_sorted_by(|left, right| left.weight.abs() >= right.weight.abs()));
    assert!(reasons.iter().any(|reason| reason.what.contains("氏")), "{reasons:?}");
}

#[test]
fn cards_are_those_of_the_models() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("models");
    for name in ["ja-names", "en-names"] {
        let file = std::fs::read(folder.join(format!("{name}.model"))).unwrap();
        let card = std::fs::read_to_string(folder.join(format!("{name}.md"))).unwrap().replace(',', "");
        let source: String = file[12..44].iter().map(|byte| format!("{byte:02x}")).collect();
        assert!(card.contains(&format!("The file has {} bytes", file.len())), "{name}: training evaluate names");
        assert!(card.contains(&source), "{name}: training evaluate names");
    }
}
