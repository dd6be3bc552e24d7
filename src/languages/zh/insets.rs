//! What stands inside paragraphs and does not belong to them.

use crate::blocks::insets::InsetRules;
use crate::blocks::sponsors::Sponsors;

pub static INSETS: InsetRules = InsetRules {
    related: &["相关阅读", "相關閱讀", "延伸阅读", "延伸閱讀"],
    more: &["阅读全文", "閱讀全文", "阅读更多", "閱讀更多"],
    notes: &["注", "註"],
    pictures: &["图", "圖", "图片来源", "圖片來源"],
    sponsors: Sponsors { partners: &[], announcements: &[], offers: &[], calls: &[], returns: &[], turns: &[] },
};
