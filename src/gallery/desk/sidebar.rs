//! What there is, to be searched.

use leptos::{ev, prelude::*};

use super::{catalog, desk};
use crate::{components::focus::focus_by_id, gallery::address::View};

const SEARCH: &str = "search";

/// Lets `/` lead into the search field, unless it is typed into something.
fn lead_into_search() {
    let handle = window_event_listener(ev::keydown, |event| {
        let focused = document().active_element().map(|element| element.tag_name()).unwrap_or_default();
        if event.key() == "/" && !matches!(focused.as_str(), "INPUT" | "TEXTAREA" | "SELECT") {
            event.prevent_default();
            focus_by_id(SEARCH);
        }
    });
    on_cleanup(move || handle.remove());
}

/// All components with their stories; `/` leads into the search field.
#[component]
pub fn Sidebar() -> impl IntoView {
    let desk = desk();
    let wanted = RwSignal::new(String::new());
    lead_into_search();
    let link = move |view: View| {
        desk.address.with(|address| {
            address
                .with(|address| {
                    address.view = view;
                    address.args.clear();
                })
                .hash()
        })
    };
    let current = move |view: &View| desk.address.with(|address| address.view == *view).then_some("page");
    let entry = move |component: &'static catalog::Component| {
        let stories = component.stories.iter().map(move |story| {
            let view = View::Story { component: component.name.to_owned(), story: story.id.to_owned() };
            let (to, shown) = (view.clone(), view);
            view! {
                <li>
                    <a href=move || link(to.clone()) aria-current=move || current(&shown) title=story.about>
                        {story.id}
                    </a>
                </li>
            }
        });
        view! {
            <li class="desk-component">
                <h2 title=component.about>{component.name}</h2>
                <ul>{stories.collect_view()}</ul>
            </li>
        }
    };
    let place = move |view: View, zh: &'static str, en: &'static str| {
        let (to, shown) = (view.clone(), view);
        view! {
            <li>
                <a href=move || link(to.clone()) aria-current=move || current(&shown)>
                    {move || desk.words(zh, en)}
                </a>
            </li>
        }
    };
    view! {
        <nav class="desk-sidebar" aria-label=move || desk.words("组件", "Components")>
            <h1 class="desk-name">
                <a href=move || link(View::Start)>{move || desk.words("蓉居 · 组件廊", "Rongju gallery")}</a>
            </h1>
            <label class="desk-search">
                <span class="visually-hidden">{move || desk.words("搜索组件和例子", "Search components and stories")}</span>
                <input
                    id=SEARCH
                    type="search"
                    aria-keyshortcuts="/"
                    placeholder=move || desk.words("搜索", "Search")
                    on:input=move |event| wanted.set(event_target_value(&event))
                />
            </label>
            <ul class="desk-places">
                {place(View::Tokens, "样式变量", "Tokens")} {place(View::Sheet, "全部例子", "All stories")}
                {place(View::Picture, "看一张照片怎么处理", "Watch a picture’s way")}
            </ul>
            <p class="visually-hidden" role="status">
                {move || format!("{} {}", catalog::search(&wanted.get()).len(), desk.words("个组件", "components"))}
            </p>
            <ul class="desk-components">{move || catalog::search(&wanted.get()).into_iter().map(entry).collect_view()}</ul>
        </nav>
    }
}
