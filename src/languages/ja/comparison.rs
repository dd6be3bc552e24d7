//! Japanese words for properties; of two that fit, the one nearer to the figure is taken.

use crate::languages::comparison::Attribute;

pub static ATTRIBUTES: &[Attribute] = &[
    Attribute {
        name: "cost",
        cues: &[
            "費用",
            "コスト",
            "開発費",
            "訓練費",
            "学習費",
            "製作費",
            "制作費",
            "建設費",
            "経費",
            "かかった",
            "投じた",
            "費やし",
        ],
    },
    Attribute {
        name: "price",
        cues: &["価格", "料金", "値段", "月額", "年額", "販売", "定価", "売り出", "1本", "一本"],
    },
    Attribute { name: "investment", cues: &["投資", "出資", "調達", "融資", "拠出"] },
    Attribute { name: "revenue", cues: &["売上", "売り上げ", "収益", "収入"] },
    Attribute { name: "profit", cues: &["利益", "黒字", "純益"] },
    Attribute { name: "loss", cues: &["損失", "赤字"] },
    Attribute { name: "market value", cues: &["時価総額", "企業価値", "評価額"] },
    Attribute { name: "parameters", cues: &["パラメータ", "パラメーター"] },
    Attribute {
        name: "users", cues: &["利用者", "ユーザー", "ユーザ", "会員", "登録者", "ダウンロード"]
    },
    Attribute { name: "employees", cues: &["従業員", "社員", "職員"] },
    Attribute { name: "visitors", cues: &["来場者", "観光客", "入場者", "集客", "来館者"] },
    Attribute { name: "population", cues: &["人口"] },
    Attribute { name: "deaths", cues: &["死者", "死亡", "亡くな", "犠牲"] },
    Attribute { name: "injured", cues: &["負傷", "けが", "怪我", "重軽傷"] },
    Attribute { name: "missing", cues: &["行方不明", "安否不明"] },
    Attribute { name: "support", cues: &["支持率", "支持する", "支持が", "賛成"] },
    Attribute { name: "opposition", cues: &["不支持", "支持しない", "反対"] },
    Attribute { name: "share", cues: &["シェア", "占有率", "占める"] },
    Attribute { name: "growth", cues: &["増加", "伸び", "成長", "減少", "前年比", "前年同期比"] },
    Attribute { name: "processors", cues: &["GPU", "gpu", "チップ", "半導体"] },
    Attribute { name: "accuracy", cues: &["正答率", "精度", "正解率", "スコア"] },
    Attribute { name: "length", cues: &["全長", "長さ", "距離"] },
    Attribute { name: "duration", cues: &["期間", "かけて", "時間を"] },
    Attribute { name: "magnitude", cues: &["マグニチュード", "震度"] },
];
