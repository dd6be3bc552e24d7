//! Japanese counters and units.

use crate::report::QuantityKind::{Age, Area, Data, Length, Mass, Other, Power, Rank, Speed, Temperature, Volume};
use crate::tags::quantities::{
    Strength, Unit, change, coin, count, measure, money, multiple, percent, percent_part, plain, time, weak,
};

/// Seconds of a day.
pub const DAY: f64 = 86_400.0;
/// Seconds of a mean year.
pub const YEAR: f64 = 365.25 * DAY;

/// Schools: a year after them is a grade, as in 高校2年.
pub static SCHOOLS: &[&str] = &["小学", "小学校", "中学", "中学校", "高校", "高専", "大学", "大学院", "専門学校"];

/// Currencies.
pub static MONEY: &[(&str, Unit)] = &[
    ("円|日本円|圓", money("JPY")),
    ("ドル|米ドル|アメリカドル|㌦|USドル|弗", money("USD")),
    ("台湾ドル|新台湾ドル|ニュー台湾ドル|台湾元|新台湾元|台湾元|NTドル", money("TWD")),
    ("香港ドル", money("HKD")),
    ("豪ドル|オーストラリアドル|オーストラリア・ドル", money("AUD")),
    ("カナダドル|加ドル|カナダ・ドル", money("CAD")),
    ("シンガポールドル|シンガポール・ドル|Sドル", money("SGD")),
    ("ニュージーランドドル|NZドル", money("NZD")),
    ("ユーロ|欧州ユーロ", money("EUR")),
    ("元|人民元|中国元", money("CNY")),
    ("ウォン|韓国ウォン", money("KRW")),
    ("英ポンド|イギリスポンド|スターリング・ポンド", money("GBP")),
    ("スイスフラン|スイス・フラン", money("CHF")),
    ("ルピー|インドルピー|インド・ルピー", money("INR")),
    ("ルピア|インドネシアルピア", money("IDR")),
    ("バーツ|タイバーツ", money("THB")),
    ("ペソ|フィリピンペソ|フィリピン・ペソ", money("PHP")),
    ("メキシコペソ|メキシコ・ペソ", money("MXN")),
    ("ドン|ベトナムドン", money("VND")),
    ("ルーブル|ロシアルーブル", money("RUB")),
    ("レアル|ブラジルレアル|ブラジル・レアル", money("BRL")),
    ("リラ|トルコリラ|トルコ・リラ", money("TRY")),
    ("リンギット|リンギ|マレーシアリンギット", money("MYR")),
    ("リヤル|サウジリヤル|サウジアラビア・リヤル", money("SAR")),
    ("ディルハム", money("AED")),
    ("ナイラ", money("NGN")),
    ("ランド|南アフリカランド|南ア・ランド", money("ZAR")),
    ("クローナ|スウェーデンクローナ|スウェーデン・クローナ", money("SEK")),
    ("ノルウェークローネ|ノルウェー・クローネ", money("NOK")),
    ("デンマーククローネ|デンマーク・クローネ", money("DKK")),
    ("シェケル|新シェケル", money("ILS")),
    ("フリブナ|フリヴニャ", money("UAH")),
    ("ビットコイン", money("XBT")),
    ("ユーロセント", coin("EUR", 0.01)),
    ("セント|米セント", coin("USD", 0.01)),
    ("銭", coin("JPY", 0.01)),
    ("ペンス|ペニー", coin("GBP", 0.01)),
    ("角", change("CNY", 0.1)),
    ("分", change("CNY", 0.01)),
];

/// Shares.
pub static SHARES: &[(&str, Unit)] = &[
    ("%|パーセント|㌫|プロセント|パー セント", percent(1.0)),
    ("割|割引|割引き", percent(10.0)),
    ("分", percent_part(1.0)),
    ("厘", percent_part(0.1)),
    ("‰|パーミル", percent(0.1)),
    ("ポイント|%ポイント|パーセントポイント|ポイント分|ベーシスポイント|bp", plain(Other)),
];

/// Lengths of time.
pub static TIMES: &[(&str, Unit)] = &[
    ("年間|年|ヵ年|カ年|か年|ヶ年|箇年|年分|年越し|年ぶり|年来|年もの間|年以来", time("年", YEAR)),
    (
        "カ月間|か月間|ヶ月間|ヵ月間|箇月間|ケ月間|カ月|か月|ヶ月|ヵ月|箇月|ケ月|カ月ぶり|か月ぶり|ヶ月ぶり|ヵ月ぶり|カ月分|か月分|ヶ月分|月間",
        time("か月", YEAR / 12.0),
    ),
    ("週間|週|週間分|週間ぶり", time("週間", 7.0 * DAY)),
    ("日間|日|日ぶり|日分|泊|営業日", time("日", DAY)),
    ("時間|時間分|時間ぶり", time("時間", 3_600.0)),
    ("分間|分", time("分", 60.0)),
    ("秒間|秒", time("秒", 1.0)),
    ("ミリ秒|ms", time("ミリ秒", 0.001)),
    ("世紀", time("世紀", 100.0 * YEAR)),
];

/// Counters and places in an order.
pub static COUNTERS: &[(&str, Unit)] = &[
    ("量子ビット|論理量子ビット|物理量子ビット|パラメータ|パラメーター|トークン", count()),
    ("人|名|人分|名様|人組|人制|人家族|人世帯|人きょうだい", count()),
    (
        "本|部|体|層|面|次|代|期|線|州|条|市|町|村|区|角|目|手|口|丁|両|軸|木|章|局|者|党|対|名|色|国|点|級|段|機|輪|曲|席|度|株|紙|誌|省|周|例|通り",
        weak(),
    ),
    ("号|番", Unit { strength: Strength::Weak, ..plain(Rank) }),
    (
        "社|個|件|回|回答|台|枚|冊|匹|頭|羽|着|足|杯|軒|棟|戸|隻|艘|艇|機|基|両|輪|挺|丁|株|口|票|席|勝|敗|分け|引き分け|勝目|得点|球|打|塁",
        count(),
    ),
    (
        "度|点|部|種|種類|品|品目|項目|段階|段|層|階|階建て|面|列|行|字|文字|語|単語|章|節|条|編|話|巻|曲|作|作品|本目",
        count(),
    ),
    (
        "カ国|か国|ヶ国|ヵ国|箇国|ケ国|カ所|か所|ヶ所|ヵ所|箇所|ケ所|カ条|か条|ヶ条|カ国語|か国語|ヶ国語|カ国・地域|か国・地域",
        count(),
    ),
    (
        "国|州|県|市|町|村|区|区間|都市|地域|地区|世帯|世代|家族|校|店|店舗|店目|社員|隊|班|団体|組|組織|組合|チーム|クラス|グループ|セット|ペア",
        count(),
    ),
    (
        "倍|倍速|割増し|通り|例|案|案件|例目|次|期|期目|代|代目|往復|周|周年|試合|戦|局|局目|手|手目|着目|打席|安打|本塁打|ゴール|セーブ",
        count(),
    ),
    (
        "つ|桁|ヶ|ケ|ページ|頁|ドット|ピクセル|画素|画素数|フレーム|トークン|パラメータ|パラメーター|ノード|コア|ビット幅|スレッド|モデル|モード|タスク|ファイル",
        count(),
    ),
    (
        "字以内|丁目|番地|号室|号車|号機|便|束|箱|袋|缶|瓶|皿|玉|粒|滴|切れ|膳|貫|斤|俵|房|片|対|揃い|そろい|体|柱|筋|滴目|錠|服|発|発目|連発",
        count(),
    ),
    (
        "者|党|省|省庁|紙|誌|局|隊員|議席|議員|法人|企業|大学|研究機関|病院|支店|工場|拠点|路線|駅|便数|空港|港|箇|問|問題|点満点|打数|名字",
        count(),
    ),
    (
        "コマ|テラフロップス|フロップス|アクセス|ダウンロード|件数|リツイート|いいね|フォロワー|ユーザー|アカウント|サイト|記事|ステップ|プロジェクト|シーン|シリーズ|サービス",
        count(),
    ),
    ("ダース", multiple(12.0)),
    ("歳|才|歳児|歳代|周年齢|つ子", plain(Age)),
    ("カ月児|か月児|日齢", plain(Age)),
    (
        "位|等|番目|番手|等賞|位タイ|つ目|人目|件目|社目|回目|度目|年目|日目|個目|枚目|台目|例目|カ国目|か国目|カ月目|か月目|ヶ月目|週目|冊目|作目|本目",
        plain(Rank),
    ),
    ("年生|年次|号|番|回戦|号目|等星|級|種免許|塁目|次会", plain(Rank)),
];

/// Measures, with their worth in a base unit.
pub static MEASURES: &[(&str, Unit)] = &[
    ("メートル|㍍|米", measure(Length, 1.0, "m")),
    ("キロメートル|㎞|粁", measure(Length, 1_000.0, "m")),
    ("センチメートル|センチ|㌢|㎝", measure(Length, 0.01, "m")),
    ("ミリメートル|㎜", measure(Length, 0.001, "m")),
    ("ミリ", measure(Length, 0.001, "m")),
    ("マイクロメートル|ミクロン|μm", measure(Length, 1e-6, "m")),
    ("ナノメートル|ナノ", measure(Length, 1e-9, "m")),
    ("ピコメートル|ピクトメーター", measure(Length, 1e-12, "m")),
    ("マイル|哩", measure(Length, 1_609.344, "m")),
    ("海里|カイリ", measure(Length, 1_852.0, "m")),
    ("フィート|フット|呎", measure(Length, 0.3048, "m")),
    ("インチ|吋", measure(Length, 0.0254, "m")),
    ("ヤード|碼", measure(Length, 0.9144, "m")),
    ("光年", measure(Length, 9.460_730_472_580_8e15, "m")),
    ("天文単位", measure(Length, 149_597_870_700.0, "m")),
    ("尺", measure(Length, 10.0 / 33.0, "m")),
    ("寸", measure(Length, 1.0 / 33.0, "m")),
    ("キロ", plain(Other)),
    ("平方メートル|平米|㎡|m²|m2", measure(Area, 1.0, "m²")),
    ("平方キロメートル|平方キロ|㎢|km²|km2", measure(Area, 1e6, "m²")),
    ("平方センチメートル|平方センチ|cm²|cm2", measure(Area, 1e-4, "m²")),
    ("平方マイル", measure(Area, 2_589_988.110_336, "m²")),
    ("平方フィート", measure(Area, 0.092_903_04, "m²")),
    ("ヘクタール|㌶", measure(Area, 10_000.0, "m²")),
    ("アール", measure(Area, 100.0, "m²")),
    ("エーカー", measure(Area, 4_046.856_422_4, "m²")),
    ("坪", measure(Area, 400.0 / 121.0, "m²")),
    ("畳", measure(Area, 1.62, "m²")),
    ("反", measure(Area, 991.735_537_190_082_6, "m²")),
    ("町歩", measure(Area, 9_917.355_371_900_826, "m²")),
    ("立方メートル|立米|㎥|m³|m3", measure(Volume, 1_000.0, "L")),
    ("立方センチメートル|立方センチ|cm³|cc|㏄", measure(Volume, 0.001, "L")),
    ("リットル|㍑|ℓ", measure(Volume, 1.0, "L")),
    ("ミリリットル|㎖", measure(Volume, 0.001, "L")),
    ("デシリットル", measure(Volume, 0.1, "L")),
    ("キロリットル", measure(Volume, 1_000.0, "L")),
    ("ガロン", measure(Volume, 3.785_411_784, "L")),
    ("バレル", measure(Volume, 158.987_294_928, "L")),
    ("合", Unit { strength: Strength::Weak, ..measure(Volume, 2401.0 / 13_310.0, "L") }),
    ("升", measure(Volume, 2401.0 / 1_331.0, "L")),
    ("石", Unit { strength: Strength::Weak, ..measure(Volume, 240_100.0 / 1_331.0, "L") }),
    ("グラム|㌘", measure(Mass, 0.001, "kg")),
    ("キログラム|㌔|㎏", measure(Mass, 1.0, "kg")),
    ("ミリグラム|㎎", measure(Mass, 1e-6, "kg")),
    ("マイクログラム|μg", measure(Mass, 1e-9, "kg")),
    ("トン|㌧|メートルトン|メトリックトン|t", measure(Mass, 1_000.0, "kg")),
    ("ポンド|封度", measure(Mass, 0.453_592_37, "kg")),
    ("オンス|oz", measure(Mass, 0.028_349_523_125, "kg")),
    ("斤", measure(Mass, 0.6, "kg")),
    ("匁", measure(Mass, 0.003_75, "kg")),
    ("カラット", measure(Mass, 0.000_2, "kg")),
    ("℃|°C|度C", measure(Temperature, 1.0, "°C")),
    ("℉|°F|度F", plain(Temperature)),
    ("ケルビン", plain(Temperature)),
    ("キロメートル毎時|キロ毎時", measure(Speed, 1.0 / 3.6, "m/s")),
    ("メートル毎秒", measure(Speed, 1.0, "m/s")),
    ("ノット", measure(Speed, 1_852.0 / 3_600.0, "m/s")),
    ("マッハ", plain(Speed)),
    ("バイト", measure(Data, 1.0, "B")),
    ("キロバイト", measure(Data, 1e3, "B")),
    ("メガバイト|メガ", measure(Data, 1e6, "B")),
    ("ギガバイト|ギガ", measure(Data, 1e9, "B")),
    ("テラバイト", measure(Data, 1e12, "B")),
    ("ペタバイト", measure(Data, 1e15, "B")),
    ("エクサバイト", measure(Data, 1e18, "B")),
    ("ビット", measure(Data, 0.125, "B")),
    ("メガビット", measure(Data, 125_000.0, "B")),
    ("ギガビット", measure(Data, 125_000_000.0, "B")),
    ("ワット", measure(Power, 1.0, "W")),
    ("キロワット|㌔㍗", measure(Power, 1e3, "W")),
    ("メガワット", measure(Power, 1e6, "W")),
    ("ギガワット", measure(Power, 1e9, "W")),
    ("テラワット", measure(Power, 1e12, "W")),
    ("馬力", measure(Power, 735.498_75, "W")),
    ("ワット時", measure(Power, 3_600.0, "J")),
    ("キロワット時", measure(Power, 3.6e6, "J")),
    ("メガワット時", measure(Power, 3.6e9, "J")),
    ("ギガワット時", measure(Power, 3.6e12, "J")),
    ("テラワット時", measure(Power, 3.6e15, "J")),
    ("カロリー", measure(Power, 4.184, "J")),
    ("キロカロリー", measure(Power, 4_184.0, "J")),
    ("ジュール", measure(Power, 1.0, "J")),
    (
        "ミリバール|ミリワット|ミリアンペア|ミリボルト|ミリモル|ヘルツ|キロヘルツ|メガヘルツ|ギガヘルツ|ボルト|アンペア|オーム|ルクス|デシベル|ヘクトパスカル|パスカル|気圧|マグニチュード|シーベルト|マイクロシーベルト|ミリシーベルト|ベクレル",
        plain(Other),
    ),
];
