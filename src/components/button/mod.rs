//! What does something, and links that look alike.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::prelude::*;

use super::{
    MaybeText,
    icon::{Icon, IconName},
};

/// How much a button asks for. One primary action a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "gallery", derive(strum::VariantArray))]
pub enum ButtonKind {
    /// The one thing the page is for.
    #[default]
    Primary,
    /// Something else that can be done.
    Secondary,
    /// What cannot be taken back.
    Danger,
    /// Looks like a link, acts on this page.
    Link,
}

impl ButtonKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
            Self::Danger => "danger",
            Self::Link => "link",
        }
    }
}

/// A button whose words say what it does ("提交给桂溪派出所"). While busy it keeps its width and its focus, takes no
/// further press, and tells screen readers what goes on.
#[component]
pub fn Button(
    /// How much it asks for.
    #[prop(optional)]
    kind: ButtonKind,
    /// Sends the form it stands in, or the one named by `form`.
    #[prop(optional)]
    submit: bool,
    /// The identifier of the form it sends when it stands outside of it, as in the page's action bar.
    #[prop(optional)]
    form: Option<&'static str>,
    /// What it does is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// What is shown and said meanwhile ("正在提交"). Needed where `busy` is used.
    #[prop(optional, into)]
    busy_label: MaybeText,
    /// Cannot be pressed yet, and its description says why or until when. It can still take the focus, so that this
    /// is heard.
    #[prop(optional, into)]
    waits: Signal<bool>,
    /// Cannot be pressed now. Prefer a button that answers why not.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Its identifier.
    #[prop(optional, into)]
    id: Option<String>,
    /// The identifier of the element that says more about it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// An icon before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// Called when pressed, unless it is busy or waits.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let idle = move || !busy.get() && !waits.get();
    let press = move |event: web_sys::MouseEvent| {
        if !untrack(idle) {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            class="button"
            id=id
            type=if submit { "submit" } else { "button" }
            form=form
            data-kind=kind.name()
            disabled=disabled
            aria-busy=move || busy.get().then_some("true")
            aria-disabled=move || (!idle()).then_some("true")
            aria-describedby=described_by
            on:click=press
        >
            <span class="button-label">
                {icon.map(|name| view! { <Icon name/> })} <span>{children()}</span>
            </span>
            {move || {
                busy_label.get().map(|words| view! { <span class="button-busy"><span class="button-dots"></span>{words}</span> })
            }}
        </button>
        <span class="visually-hidden" role="status">
            {move || busy.get().then(|| busy_label.get()).flatten()}
        </span>
    }
}

/// A link in a button's clothes, for going to the next page.
#[component]
pub fn ButtonLink(
    /// Where to.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for.
    #[prop(optional)]
    kind: ButtonKind,
    /// An icon before the words.
    #[prop(optional)]
    icon: Option<IconName>,
    /// It leaves the app, as the sign-in does, so the router must let it go.
    #[prop(optional)]
    outside: bool,
    /// Its words.
    children: Children,
) -> impl IntoView {
    view! {
        <a class="button" href=href rel=outside.then_some("external") data-kind=kind.name()>
            <span class="button-label">
                {icon.map(|name| view! { <Icon name/> })} <span>{children()}</span>
            </span>
        </a>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    #[test]
    fn a_busy_button_says_so_and_stays_focusable() {
        let html = html(|| view! { <Button busy=true busy_label="正在提交">"提交给桂溪派出所"</Button> });
        let button = tag(&html, "button");
        assert!(button.contains("aria-busy=\"true\"") && button.contains("aria-disabled=\"true\""));
        assert!(!button.contains(" disabled"), "a disabled button would lose the focus: {button}");
        let status = html.split("role=\"status\"").nth(1).unwrap_or_default();
        assert!(status.contains("正在提交"));
    }

    #[test]
    fn an_idle_button_announces_nothing() {
        let html = html(|| view! { <Button busy=false busy_label="正在提交">"提交"</Button> });
        assert!(!tag(&html, "button").contains("aria-busy"));
        assert!(!html.split("role=\"status\"").nth(1).unwrap_or_default().contains("正在提交"));
    }

    #[test]
    fn a_button_that_waits_says_until_when_and_stays_focusable() {
        let html = html(|| view! { <Button waits=true described_by="until">"重新发送"</Button> });
        let button = tag(&html, "button");
        assert!(button.contains("aria-disabled=\"true\"") && button.contains("aria-describedby=\"until\""));
        assert!(!button.contains(" disabled") && !button.contains("aria-busy"), "{button}");
    }

    #[test]
    fn a_button_sends_a_form_only_when_asked_to() {
        assert!(tag(&html(|| view! { <Button>"补充"</Button> }), "button").contains("type=\"button\""));
        let sending = html(|| view! { <Button submit=true form="step">"保存"</Button> });
        assert!(
            tag(&sending, "button").contains("type=\"submit\"") && tag(&sending, "button").contains("form=\"step\"")
        );
    }

    #[test]
    fn a_button_link_is_a_link() {
        let html = html(|| view! { <ButtonLink href="/check">"先自查"</ButtonLink> });
        let link = tag(&html, "class=\"button\"");
        assert!(link.starts_with("a ") && !link.contains("rel="));
    }

    #[test]
    fn a_link_out_of_the_app_is_none_for_the_router() {
        let html = html(|| view! { <ButtonLink href="/api/sign-in" outside=true>"去登录"</ButtonLink> });
        assert!(tag(&html, "class=\"button\"").contains("rel=\"external\""));
    }
}
