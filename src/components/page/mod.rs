//! The frame of every page: demonstration band, top bar, progress, content, actions, summary.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, prelude::*};

use super::{
    Text,
    back_link::BackLink,
    demonstration::Demonstration,
    icon::{Icon, IconName},
    progress::Progress,
    skip_link::SkipLink,
};

/// A link with its words.
#[derive(Clone, Copy, Debug)]
pub struct PageLink {
    /// Where to.
    pub href: Signal<String>,
    /// Its words.
    pub label: Text,
}

impl PageLink {
    /// A link with its words.
    pub fn new<M, N>(href: impl IntoReactiveValue<Text, M>, label: impl IntoReactiveValue<Text, N>) -> Self {
        Self { href: href.into_reactive_value(), label: label.into_reactive_value() }
    }
}

/// Where one is in a row of steps.
#[derive(Clone, Copy, Debug)]
pub struct PageProgress {
    /// The step one is at, from 1.
    pub step: Signal<u32>,
    /// How many there are.
    pub steps: Signal<u32>,
    /// The same in words: "第 3 步，共 6 步：拍材料".
    pub words: Text,
}

/// The identifier of the page's content, where the skip link leads.
pub const MAIN_ID: &str = "main";
/// The identifier of the page's one `h1`; it can take the focus, and should after a navigation.
pub const HEADING_ID: &str = "heading";

/// A whole page. From 960 px on, a quiet summary stands beside the same single column.
#[component]
pub fn PageShell(
    /// The demonstration band: "演示系统 · 非官方，请勿填写真实信息".
    #[prop(into)]
    demonstration: Text,
    /// The skip link: "跳到正文".
    #[prop(into)]
    skip: Text,
    /// The short title in the top bar. It is the page's `h1` where there is no `heading`.
    #[prop(into)]
    title: Text,
    /// A longer title or question above the content, which then is the `h1`.
    #[prop(optional, into)]
    heading: Option<Text>,
    /// The way back.
    #[prop(optional)]
    back: Option<PageLink>,
    /// The way to larger words, colours and the other language.
    #[prop(optional)]
    display: Option<PageLink>,
    /// The way to help.
    #[prop(optional)]
    help: Option<PageLink>,
    /// News for the whole page: a [`Banner`](super::banner::Banner), which may come and go.
    #[prop(optional, into)]
    banner: Option<ViewFnOnce>,
    /// Where one is in a row of steps.
    #[prop(optional)]
    progress: Option<PageProgress>,
    /// The action bar: one full-width primary action, others as links. Stays above the phone's safe area.
    #[prop(optional, into)]
    actions: Option<ViewFnOnce>,
    /// The languages to choose from, after everything else. On a phone the action bar is seen below them.
    #[prop(optional, into)]
    languages: Option<ViewFnOnce>,
    /// The quiet summary: steps, station, deadline. Wide screens alone have room for it, so it says nothing that is not
    /// also said elsewhere.
    #[prop(optional, into)]
    summary: Option<ViewFnOnce>,
    /// What the summary is called by screen readers. Needed where there is one.
    #[prop(optional, into)]
    summary_label: Option<Text>,
    /// The content.
    children: Children,
) -> impl IntoView {
    let short_title = match heading {
        Some(_) => view! { <p class="page-title">{title}</p> }.into_any(),
        None => view! { <h1 class="page-title" id=HEADING_ID tabindex="-1">{title}</h1> }.into_any(),
    };
    let beside = summary.is_some().then_some("");
    let tool = |link: Option<PageLink>, icon: IconName| {
        link.map(|link| {
            view! {
                <a href=link.href>
                    <Icon name=icon/>
                    <span>{link.label}</span>
                </a>
            }
        })
    };
    view! {
        <div class="page" data-summary=beside>
            <SkipLink target=MAIN_ID label=skip/>
            <header class="page-top">
                <Demonstration words=demonstration/>
                <div class="page-bar">
                    <div class="page-back">
                        {back.map(|link| view! { <BackLink href=link.href label=link.label/> })}
                    </div>
                    {short_title}
                    <div class="page-tools">
                        {tool(display, IconName::TextSize)} {tool(help, IconName::Help)}
                    </div>
                </div>
            </header>
            {banner.map(|news| news.run())}
            <div class="page-columns">
                <main class="page-main" id=MAIN_ID tabindex="-1">
                    {progress
                        .map(|at| {
                            let value = Signal::derive(move || Some(at.step.get()));
                            view! { <Progress words=at.words value max=at.steps/> }
                        })}
                    {heading.map(|words| view! { <h1 class="page-heading" id=HEADING_ID tabindex="-1">{words}</h1> })}
                    {children()} {actions.map(|bar| view! { <div class="page-actions">{bar.run()}</div> })}
                    {languages.map(|languages| view! { <div class="page-languages">{languages.run()}</div> })}
                </main>
                {summary
                    .map(|summary| {
                        view! {
                            <aside class="page-summary" aria-label=move || summary_label.map(|label| label.get())>
                                {summary.run()}
                            </aside>
                        }
                    })}
            </div>
        </div>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn page() -> String {
        html(|| {
            view! {
                <PageShell
                    demonstration="演示系统"
                    skip="跳到正文"
                    title="申领居住证"
                    back=PageLink::new("/", "返回")
                    progress=PageProgress { step: 3.into(), steps: 6.into(), words: "第 3 步，共 6 步：拍材料".into() }
                    actions=|| "保存并继续"
                >
                    "正文"
                </PageShell>
            }
        })
    }

    #[test]
    fn a_page_says_that_it_is_a_demonstration_and_where_one_is() {
        let words = words(&page());
        assert!(
            words.contains("演示系统") && words.contains("第 3 步，共 6 步：拍材料") && words.contains("保存并继续")
        );
    }

    #[test]
    fn a_page_has_one_heading_of_the_first_level() {
        assert_eq!(page().matches("<h1").count(), 1);
        let longer = html(|| {
            view! {
                <PageShell demonstration="演示系统" skip="跳到正文" title="拍材料" heading="请拍身份证的两面">"正文"</PageShell>
            }
        });
        assert_eq!(longer.matches("<h1").count(), 1);
        assert!(tag(&longer, "h1").contains("page-heading"));
    }

    #[test]
    fn news_for_the_whole_page_stands_before_its_content() {
        let html = html(|| {
            view! {
                <PageShell demonstration="演示系统" skip="跳到正文" title="帮助" banner=|| "网络断了">"正文"</PageShell>
            }
        });
        assert_eq!(words(&html), "跳到正文演示系统帮助网络断了正文");
    }

    #[test]
    fn the_content_can_take_the_focus_that_the_skip_link_sends() {
        let html = page();
        let main = tag(&html, "id=\"main\"");
        assert!(main.starts_with("main") && main.contains("tabindex=\"-1\""));
    }
}
