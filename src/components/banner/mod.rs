//! News that holds for the whole page, above its content.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    Text,
    icon::{Icon, IconName},
    notice::Announce,
    tone::Tone,
};

/// A strip across the page, such as "no connection" or "the station is closed on Friday". What concerns one part of the
/// page is a [`Notice`](super::notice::Notice) in that part.
///
/// Keys: none of its own; Tab comes to its links and to the button that takes it away, if there is one. A screen reader
/// finds a region named by the word and, when it appears later, hears it as `announce` says.
#[component]
pub fn Banner(
    /// What kind of news it is.
    tone: Tone,
    /// The tone as a word: "网络断了", "注意". Also the region's name.
    #[prop(into)]
    word: Text,
    /// How it is announced.
    #[prop(optional)]
    announce: Announce,
    /// What can be done, as a link or a button.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// Called when the person takes it away. Without it, it stays as long as what it says holds.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    /// The name of the button that takes it away: "知道了". Needed beside `on_dismiss`.
    #[prop(optional, into)]
    dismiss_label: Text,
    /// What to know.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="banner" data-tone=tone.name() aria-label=move || word.get()>
            <div class="banner-row">
                <Icon name=tone.icon()/>
                <div class="banner-words" role=announce.role()>
                    <strong class="banner-word">{word}</strong>
                    " "
                    {children()}
                </div>
                {actions.map(|bar| view! { <div class="banner-actions">{bar.run()}</div> })}
                {on_dismiss
                    .map(|dismiss| {
                        view! {
                            <button
                                class="banner-dismiss"
                                type="button"
                                aria-label=move || dismiss_label.get()
                                on:click=move |_| dismiss.run(())
                            >
                                <Icon name=IconName::Cross/>
                            </button>
                        }
                    })}
            </div>
        </section>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_banner_is_a_region_named_by_its_word() {
        let html = html(|| view! { <Banner tone=Tone::Warn word="网络断了">"填的内容存在手机里"</Banner> });
        assert!(tag(&html, "data-tone=\"warn\"").contains("aria-label=\"网络断了\""));
        assert!(words(&html).contains("网络断了 填的内容存在手机里"));
        assert!(!html.contains("<button"), "what still holds cannot be taken away");
    }

    #[test]
    fn a_banner_that_appears_later_is_announced_without_its_buttons() {
        let html = html(|| {
            view! {
                <Banner tone=Tone::Info word="提示" announce=Announce::Politely on_dismiss=|()| () dismiss_label="知道了">
                    "有新版本"
                </Banner>
            }
        });
        assert!(tag(&html, "banner-words").contains("role=\"status\""));
        let said = html.split("banner-words").nth(1).and_then(|rest| rest.split("</div>").next()).unwrap_or_default();
        assert!(said.contains("有新版本") && !said.contains("<button"), "{said}");
        assert!(tag(&html, "banner-dismiss").contains("aria-label=\"知道了\""));
    }
}
