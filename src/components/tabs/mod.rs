//! Several views of one thing, one at a time.

#[cfg(feature = "gallery")]
pub mod stories;

mod keys;

use leptos::{children::ViewFn, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use self::keys::target;
use super::{Text, direction::is_rtl};

/// One view with its name.
#[derive(Clone)]
pub struct Tab {
    /// Its identifier on the page, which is the panel's; the tab's is `…-tab`.
    pub id: String,
    /// What it is called, in a word or two.
    pub label: Text,
    /// What there is to see.
    pub panel: ViewFn,
}

impl Tab {
    /// A view with its name.
    pub fn new<M>(id: impl Into<String>, label: impl IntoReactiveValue<Text, M>, panel: impl Into<ViewFn>) -> Self {
        Self { id: id.into(), label: label.into_reactive_value(), panel: panel.into() }
    }
}

/// Tabs as the ARIA practices describe them. In HTML that no script has reached yet they are a list of links to
/// sections below each other, and become tabs once the app runs.
///
/// Keys: Tab comes to the chosen tab and then to its panel; the arrow keys go from tab to tab and show what they come
/// to, in the direction of the script; Home and End go to the first and the last. A screen reader hears "tab", which of
/// how many, and whether it is chosen; the panel has the tab's name.
#[component]
pub fn Tabs(
    /// What the tabs are views of, for screen readers.
    #[prop(into)]
    label: Text,
    /// The views. They stay the same while they are shown.
    tabs: Vec<Tab>,
    /// The identifier of the one that is chosen.
    #[prop(into)]
    chosen: Signal<String>,
    /// Called with the identifier of the one to choose.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let awake = RwSignal::new(false);
    Effect::new(move |_| awake.set(true));
    shown(label, tabs, chosen, on_choose, awake.into())
}

/// The tabs, or while not `awake` the links that stand for them.
fn shown(
    label: Text,
    tabs: Vec<Tab>,
    chosen: Signal<String>,
    on_choose: Callback<String>,
    awake: Signal<bool>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let ids = StoredValue::new(tabs.iter().map(|tab| tab.id.clone()).collect::<Vec<_>>());
    let role = move |role: &'static str| move || awake.get().then_some(role);
    let press = move |event: KeyboardEvent| {
        let Some(list) = list.get_untracked() else { return };
        let from = ids.with_value(|ids| ids.iter().position(|id| chosen.with_untracked(|chosen| chosen == id)));
        let to = target(&event.key(), from.unwrap_or_default(), ids.with_value(Vec::len), is_rtl(&list));
        if let Some(id) = to.and_then(|at| ids.with_value(|ids| ids.get(at).cloned())) {
            event.prevent_default();
            let tab = list.query_selector(&format!("[aria-controls=\"{id}\"]")).ok().flatten();
            on_choose.run(id);
            if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
                // The only failure is an element that is gone, and then there is nothing to focus.
                let _ = tab.focus();
            }
        }
    };
    let links = tabs
        .iter()
        .map(|Tab { id, label, .. }| {
            let selected = is_chosen(chosen, id);
            let choose = {
                let id = id.clone();
                move |event: web_sys::MouseEvent| {
                    // The router would take the fragment for a navigation.
                    event.prevent_default();
                    on_choose.run(id.clone());
                }
            };
            view! {
                <a
                    class="tabs-tab"
                    id=format!("{id}-tab")
                    href=format!("#{id}")
                    role=role("tab")
                    aria-controls=awake_only(awake, id.clone())
                    aria-selected=move || awake.get().then(|| if selected.get() { "true" } else { "false" })
                    tabindex=move || awake.get().then(|| if selected.get() { "0" } else { "-1" })
                    on:click=choose
                >
                    {*label}
                </a>
            }
        })
        .collect_view();
    let panels = tabs
        .iter()
        .map(|Tab { id, panel, .. }| {
            let selected = is_chosen(chosen, id);
            view! {
                <div
                    class="tabs-panel"
                    id=id.clone()
                    role=role("tabpanel")
                    aria-labelledby=format!("{id}-tab")
                    tabindex=move || awake.get().then_some("0")
                    hidden=move || awake.get() && !selected.get()
                >
                    {panel.run()}
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="tabs">
            <div class="tabs-list" role=role("tablist") aria-label=move || awake.get().then(|| label.get()) node_ref=list on:keydown=press>
                {links}
            </div>
            {panels}
        </div>
    }
}

fn is_chosen(chosen: Signal<String>, id: &str) -> Memo<bool> {
    let id = id.to_owned();
    Memo::new(move |_| chosen.with(|chosen| *chosen == id))
}

fn awake_only(awake: Signal<bool>, id: String) -> impl Fn() -> Option<String> + Clone + Send {
    move || awake.get().then(|| id.clone())
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::testing::*;

    fn tabs(awake: bool) -> String {
        html(move || {
            let tabs = vec![Tab::new("now", "进行中", || "一件正在审核"), Tab::new("done", "已办结", || "两件已办结")];
            shown("我的办件".into(), tabs, "done".into(), Callback::new(|_| ()), Signal::stored(awake))
        })
    }

    #[test]
    fn without_script_the_tabs_are_links_to_sections_that_are_all_there() {
        let html = tabs(false);
        assert!(html.contains("href=\"#now\"") && html.contains("href=\"#done\""));
        assert!(!html.contains("role=\"tab") && !html.contains(" hidden"), "{html}");
    }

    #[test]
    fn the_chosen_tab_is_the_one_stop_of_the_tab_key_and_shows_its_panel() {
        let html = tabs(true);
        let (now, done) = (tag(&html, "id=\"now-tab\""), tag(&html, "id=\"done-tab\""));
        assert!(done.contains("aria-selected=\"true\"") && done.contains("tabindex=\"0\""), "{done}");
        assert!(now.contains("aria-selected=\"false\"") && now.contains("tabindex=\"-1\""), "{now}");
        assert!(tag(&html, "id=\"now\"").contains(" hidden") && !tag(&html, "id=\"done\"").contains(" hidden"));
    }

    #[test]
    fn tab_and_panel_name_each_other() {
        let html = tabs(true);
        assert!(tag(&html, "id=\"done-tab\"").contains("aria-controls=\"done\""));
        let panel = tag(&html, "id=\"done\"");
        assert!(panel.contains("role=\"tabpanel\"") && panel.contains("aria-labelledby=\"done-tab\""));
        assert!(tag(&html, "role=\"tablist\"").contains("aria-label=\"我的办件\""));
    }
}
