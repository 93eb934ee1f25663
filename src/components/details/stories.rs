//! What can be unfolded.

use super::*;
use crate::gallery::story::Story;

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("folded", "Folded until it is pressed", |args| {
        view! {
            <Details summary=args.text("summary", "依据", "Legal basis")>
                {args.text(
                    "children",
                    "《居住证暂行条例》第二条：公民离开常住户口所在地，到其他城市居住半年以上，符合有合法稳定就业、合法稳定住所、连续就读条件之一的，可以申领居住证。",
                    "Provisional Regulations on Residence Permits, article 2: whoever has lived in another city for more than half a year and has legal and stable employment, a legal and stable dwelling, or is enrolled at a school, can apply for a residence permit.",
                )}
            </Details>
        }
        .into_any()
    }),
    Story::new("long", "A summary of more than one line", |args| {
        view! {
            <Details summary=args.text(
                "summary",
                "为什么租房合同没有办理租赁登记备案就不能作为合法稳定住所的证明材料",
                "Why a lease that is not registered cannot prove a legal and stable dwelling",
            )>{args.text("children", "备案由房管部门办理，不收费。", "It is registered by the housing authority, free of charge.")}</Details>
        }
        .into_any()
    }),
];
