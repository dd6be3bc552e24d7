//! What Japanese genres are written like.

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
        "によると|によれば|と発表し|を発表し|と述べ|と話し|を明らかにし|ことが分かっ|ことがわかっ|\
         という。|とみられ|見通しだ|方針を固め|を逮捕し|と報じ",
        reasons::REPORTING,
    )
    .from(2, 0.12),
    Cue::new(
        News,
        Place::Text,
        0.7,
        "(?:[0-9０-９]+|[一二三四五六七八九十]+)日(?:午前|午後|未明|夜|朝|夕|、|に|までに)",
        reasons::WHEN,
    )
    .from(1, 0.1),
    Cue::new(
        News,
        Place::Blocks,
        0.7,
        "^(?:【[^】]{2,12}(?:共同|時事|特派員|＝[^】]*)】|（[^）]{2,12}(?:共同|時事|ロイター|\
         AFP)[^）]*）)",
        reasons::DATELINE,
    ),
    Cue::new(
        Opinion,
        Place::Text,
        1.5,
        "べきだ|べきである|べきではな|べきでな|ねばならない|なければならないと思|と思う。|と思います|\
         と考える。|と考えます|ではないだろうか|ではないでしょうか|のではないか。|気がする|気がします",
        reasons::OPINION,
    )
    .from(2, 0.15),
    Cue::new(Opinion, Place::Text, 1.0, "(?:私|筆者|わたし|僕|ぼく|俺)(?:は|が|も|の|に|たち)", reasons::SELF)
        .from(2, 0.1),
    Cue::new(
        Opinion,
        Place::Title,
        1.5,
        "社説|論説|コラム|オピニオン|寄稿|論点|私の視点|時評|天声人語",
        reasons::TITLE,
    ),
    Cue::new(
        PressRelease,
        Place::Page,
        2.0,
        "プレスリリース|ニュースリリース|報道関係者各位|報道資料|本件に関する(?:報道関係者|\
         お問い?合わせ)|リリースに関するお問い?合わせ",
        reasons::RELEASE,
    ),
    Cue::new(
        PressRelease,
        Place::Text,
        1.5,
        "（(?:本社|本店|所在地|東京本社)[：:][^）]*(?:代表|社長|CEO)",
        reasons::SEAT,
    ),
    Cue::new(
        PressRelease,
        Place::Text,
        1.0,
        "(?:お知らせ|発表|開始|提供|発売|公開|開催)(?:いたします|いたしました|致します|致しました)|\
         運びとなりました",
        reasons::ANNOUNCER,
    ),
    Cue::new(
        PressRelease,
        Place::Blocks,
        0.7,
        "^[■◆【]?会社概要|^[■◆【]?(?:お問い?合わせ先|報道関係者)",
        reasons::COMPANY,
    ),
    Cue::new(
        Transcript,
        Place::Page,
        1.5,
        "この動画|今回の動画|動画の(?:日本語|全文)|チャンネル登録|ご視聴",
        reasons::VIDEO,
    ),
    Cue::new(
        Transcript,
        Place::Page,
        1.0,
        "聞き手|文字起こし|書き起こし|一問一答|対談|座談会|インタビュアー",
        reasons::TRANSCRIPT,
    ),
    Cue::new(Transcript, Place::Blocks, 2.0, "^(?:Q|Ｑ|A|Ａ|問|答)[0-9０-９]*[.．：:、 　]", reasons::ANSWERS)
        .from(4, 0.0),
    Cue::new(
        Review,
        Place::Text,
        1.5,
        "使ってみ|食べてみ|買ってみ|飲んでみ|試してみ|行ってみ|読んでみ|観てみ|良かった点|よかった点|\
         悪かった点|気になった点|残念な点|残念だった|おすすめです|おすすめしま|オススメ|コスパ|使い心地|\
         使い勝手|満足度",
        reasons::TRIED,
    )
    .from(2, 0.1),
    Cue::new(
        Review,
        Place::Page,
        1.0,
        "[★☆]{2,}|[★☆] ?[0-9０-９]|総合評価|[0-9０-９.]+ ?点満点|(?:評価|星)[：: は]*[0-9０-９]",
        reasons::MARKS,
    ),
    Cue::new(Review, Place::Title, 1.5, "レビュー|使ってみ|食べてみ|口コミ|感想|評判|書評|比較", reasons::TITLE),
    Cue::new(
        HowTo,
        Place::Text,
        1.5,
        "(?:して|て|で)ください|(?:し|み|き|り|べ|せ|え|い)ましょう|まず、|次に、|最後に、|大さじ|小さじ|\
         クリックし|タップし|選択し",
        reasons::STEPS,
    )
    .from(3, 0.25),
    Cue::new(
        HowTo,
        Place::Title,
        1.5,
        "方法|やり方|作り方|つくり方|手順|使い方|入門|するには|コツ|の仕方|レシピ|始め方|選び方",
        reasons::TITLE,
    ),
    Cue::new(
        HowTo,
        Place::Blocks,
        1.0,
        "^(?:手順|ステップ|STEP|Step|工程) ?[0-9０-９①-⑨]|^[①-⑨]|^[0-9０-９]{1,2}[.．)）] ?[^0-9]",
        reasons::NUMBERED,
    )
    .from(3, 0.0),
    Cue::new(HowTo, Place::Blocks, 0.7, "^[■◆【]?(?:材料|用意するもの|必要なもの|準備するもの)", reasons::NEEDED),
    Cue::new(
        Sponsored,
        Place::Title,
        3.0,
        "^[\\[【［(（](?:PR|ＰＲ|AD|広告|提供|スポンサー)[^\\]】］)）]*[\\]】］)）]|[\\[【［(（](?:PR|\
         ＰＲ|AD|広告)[\\]】］)）]$",
        reasons::MARKED,
    ),
    Cue::new(
        Sponsored,
        Place::Page,
        3.0,
        "(?:この|本)(?:記事|ページ|コンテンツ)(?:は|には)[^。]{0,30}(?:の提供|提供でお送り|広告|PR|ＰＲ|\
         プロモーション|タイアップ|スポンサー|アフィリエイト)|タイアップ記事|記事広告|Sponsored by",
        reasons::PAID,
    ),
];
