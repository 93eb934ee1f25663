//! Rows of one list: what it is, how it stands, and where it leads.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    MaybeText, Text,
    icon::{Icon, IconName},
};

/// A list of [`Cell`]s on one card, divided by hairlines.
///
/// Keys: as of links and buttons, Tab from row to row, Enter to follow, Enter or Space to press. A screen reader hears a
/// list and how long it is, and of each row its label, its detail and its value as the name of the link or button.
#[component]
pub fn Cells(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <ul class="cells">{children()}</ul> }
}

/// One row. It is a link where there is an `href`, a button where there is an `on_press`, and else only says something.
#[component]
pub fn Cell(
    /// What it is: "我的办件".
    #[prop(into)]
    label: Text,
    /// More about it, in a sentence under the label.
    #[prop(optional, into)]
    detail: MaybeText,
    /// How it stands, at the end of the row: "2 件".
    #[prop(optional, into)]
    value: MaybeText,
    /// A picture before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// A [`Tag`](super::tag::Tag), which then stands in the value's place.
    #[prop(optional, into)]
    tag: Option<ViewFnOnce>,
    /// Where it leads.
    #[prop(optional, into)]
    href: Option<String>,
    /// The address is opened anew, past the app's router.
    #[prop(optional)]
    outside: bool,
    /// Called when it is pressed. Not beside `href`.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let leads = href.is_some() || on_press.is_some();
    let words = view! {
        {icon.map(|name| view! { <Icon name/> })}
        <span class="cells-body">
            <span class="cells-words">
                <span class="cells-label">{label}</span>
                {move || detail.get().map(|words| view! { " " <span class="cells-detail">{words}</span> })}
            </span>
            {move || value.get().map(|words| view! { " " <span class="cells-value">{words}</span> })}
            {tag.map(|tag| view! { " " <span class="cells-value">{tag.run()}</span> })}
        </span>
        {leads.then(|| view! { <Icon name=IconName::ChevronRight/> })}
    };
    let row = match (href, on_press) {
        (Some(href), _) => {
            view! { <a class="cells-row" href=href rel=outside.then_some("external")>{words}</a> }.into_any()
        }
        (None, Some(on_press)) => {
            view! { <button class="cells-row" type="button" on:click=move |_| on_press.run(())>{words}</button> }
                .into_any()
        }
        (None, None) => view! { <div class="cells-row">{words}</div> }.into_any(),
    };
    view! { <li class="cells-item">{row}</li> }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_row_that_leads_somewhere_is_a_link_named_by_all_its_words() {
        let html = html(|| {
            view! { <Cells><Cell label="我的办件" detail="看进度、补正、撤回" value="2 件" href="/applications"/></Cells> }
        });
        assert!(
            tag(&html, "cells-row").starts_with("a ") && tag(&html, "cells-row").contains("href=\"/applications\"")
        );
        let link = html.split("<a ").nth(1).and_then(|rest| rest.split("</a>").next()).unwrap_or_default();
        assert!(words(&format!("<a {link}")).contains("我的办件 看进度、补正、撤回 2 件"), "{link}");
    }

    #[test]
    fn a_row_that_does_something_is_a_button() {
        let html = html(|| view! { <Cells><Cell label="显示" on_press=|()| ()/></Cells> });
        let row = tag(&html, "cells-row");
        assert!(row.starts_with("button") && row.contains("type=\"button\""));
    }

    #[test]
    fn a_row_that_only_says_something_cannot_be_pressed_and_has_no_chevron() {
        let html = html(|| view! { <Cells><Cell label="签注" detail="还没有开通网上办理"/></Cells> });
        assert!(tag(&html, "cells-row").starts_with("div"));
        assert!(!html.contains("<svg"));
    }
}
