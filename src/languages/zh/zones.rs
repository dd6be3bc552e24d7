//! What Chinese pages print around their articles; the plainest cues, in both scripts.

use crate::blocks::cues::{Cue, CueTable, Glue, Imprint, PrintedCounts, ZoneRules};

/// The cues of Chinese pages.
pub static ZONES: ZoneRules = ZoneRules {
    glue: Glue::Letters(|c| GLUE.contains(&c)),
    cues: CUES,
    about: &["約", "约"],
    counters: &[],
    imprint: Imprint { changes: &["更新"], after_date: &[("更新", true)], notices: &[] },
    printed: PrintedCounts {
        characters: &[],
        words: &[],
        minutes: &[r"(?:阅读|閱讀|读完|讀完)[^\d]{0,12}(\d{1,3})\s?分[钟鐘]"],
        hidden: &[],
    },
};

const GLUE: [char; 26] = [
    '的', '是', '了', '在', '我', '你', '他', '她', '這', '这', '和', '有', '不', '就', '也', '都', '而', '及', '與',
    '与', '著', '着', '過', '过', '會', '会',
];

static CUES: &[CueTable] = &[
    CueTable { cue: Cue::Toc, whole: &["目录", "目錄", "本文目录", "本文目錄"], start: &[], within: &[] },
    CueTable {
        cue: Cue::Related,
        whole: &[
            "相关阅读",
            "相關閱讀",
            "延伸阅读",
            "延伸閱讀",
            "相关新闻",
            "相關新聞",
            "推荐阅读",
            "推薦閱讀",
            "热门文章",
            "熱門文章",
            "最新文章",
            "最新新聞",
            "最新新闻",
            "更多新聞",
        ],
        start: &["延伸閱讀", "延伸阅读", "相關新聞", "相关新闻", "更多新聞"],
        within: &[],
    },
    CueTable {
        cue: Cue::References,
        whole: &["参考资料", "參考資料", "参考文献", "參考文獻"],
        start: &["来源：", "來源：", "资料来源", "資料來源"],
        within: &[],
    },
    CueTable { cue: Cue::Advertisement, whole: &["广告", "廣告", "推广"], start: &["廣告"], within: &[] },
    CueTable {
        cue: Cue::GoesOn,
        whole: &["請繼續往下閱讀", "请继续往下阅读"],
        start: &[],
        within: &["繼續往下閱讀", "继续往下阅读"],
    },
    CueTable {
        cue: Cue::Caption,
        whole: &[],
        start: &["图：", "圖：", "图片来源", "圖片來源", "圖／", "图/"],
        within: &[
            "資料照",
            "资料照",
            "美聯社）",
            "（美聯社",
            "(美聯社",
            "美联社）",
            "新华社发",
            "路透社）",
            "攝）",
            "摄）",
            "圖片來源",
            "图片来源",
            "翻攝",
        ],
    },
    CueTable {
        cue: Cue::Share,
        whole: &["分享", "收藏", "点赞", "按讚", "转发", "複製連結", "复制链接"],
        start: &[],
        within: &[],
    },
    CueTable {
        cue: Cue::Membership,
        whole: &["登录", "登入", "注册", "註冊", "訂閱", "订阅"],
        start: &[],
        within: &[],
    },
    CueTable {
        cue: Cue::Navigation,
        whole: &["首页", "首頁", "关于我们", "關於我們", "联系我们", "聯絡我們", "隐私政策", "隱私權政策"],
        start: &[],
        within: &[],
    },
    CueTable {
        cue: Cue::Byline,
        whole: &[],
        start: &["作者：", "记者：", "記者：", "责任编辑", "責任編輯", "編輯：", "编辑："],
        within: &["記者／", "本报记者"],
    },
    CueTable {
        cue: Cue::Comments, whole: &["评论", "評論", "留言"], start: &["发表评论", "發表評論"], within: &[]
    },
    CueTable {
        cue: Cue::Disclaimer,
        whole: &["免责声明", "免責聲明"],
        start: &["免责声明", "免責聲明"],
        within: &["未经授权", "未經授權", "不得转载", "不得轉載"],
    },
];
