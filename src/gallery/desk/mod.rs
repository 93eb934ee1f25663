//! The page around the stories: what there is, how to look at it, and what can be learnt of it.

mod panel;
mod picture;
mod sidebar;
mod stage;
mod start;
mod tokens;
mod toolbar;

use leptos::prelude::*;
use rules::Locale;

use super::{
    address::{Address, View},
    canvas::followed_address,
    catalog::{self, Component},
    story::Story,
};

/// What all parts of the page share: the address, which is the only state, and how to change it.
#[derive(Clone, Copy)]
struct Desk {
    address: RwSignal<Address>,
}

impl Desk {
    /// Changes the address, of the browser too, so that it can be sent to somebody. Small changes leave no entry behind
    /// the back button; another view does.
    fn change(self, change: impl FnOnce(&mut Address)) {
        let changed = self.address.with_untracked(|address| address.with(change));
        let other_view = self.address.with_untracked(|address| address.view != changed.view);
        let location = window().location();
        // A browser that refuses an address of its own page does not exist; the view changes all the same.
        let _ = if other_view { location.set_hash(&changed.hash()) } else { location.replace(&changed.hash()) };
        self.address.set(changed);
    }

    /// Words in the language that the stories have too.
    fn words(self, zh: &'static str, en: &'static str) -> &'static str {
        match self.address.with(|address| address.settings.locale) {
            Locale::ZhCn => zh,
            Locale::En => en,
        }
    }

    /// The story shown, with its component.
    fn shown(self) -> Option<(&'static Component, &'static Story)> {
        self.address.with(|address| match &address.view {
            View::Story { component, story } => {
                Some((catalog::component(component)?, catalog::story(component, story)?))
            }
            _ => None,
        })
    }
}

/// The gallery.
#[component]
pub fn Desk() -> impl IntoView {
    let desk = Desk { address: followed_address() };
    provide_context(desk);
    Effect::new(move || {
        let title = desk.shown().map(|(component, story)| format!("{}/{} · 蓉居", component.name, story.id));
        document().set_title(&title.unwrap_or_else(|| desk.words("组件廊 · 蓉居", "Gallery · Rongju").to_owned()));
        if let Some(html) = document().document_element() {
            // It fails for names that are no attribute names only.
            let _ = html.set_attribute("lang", desk.words("zh-CN", "en"));
        }
    });
    let view = Memo::new(move |_| desk.address.with(|address| address.view.clone()));
    view! {
        <div class="desk">
            <sidebar::Sidebar/>
            <div class="desk-work">
                <toolbar::Toolbar/>
                <main class="desk-main" id="main">
                    {move || match view.get() {
                        View::Start => view! { <start::Start/> }.into_any(),
                        View::Tokens => view! { <tokens::Tokens/> }.into_any(),
                        View::Picture => view! { <picture::PictureWay/> }.into_any(),
                        View::Sheet => view! { <stage::Stage/> }.into_any(),
                        View::Story { .. } => {
                            match desk.shown() {
                                Some(_) => view! { <stage::Stage/> <panel::Panel/> }.into_any(),
                                None => {
                                    view! {
                                        <p class="desk-nothing" role="alert">
                                            {move || desk.words("没有这个组件或例子", "There is no such component or story")}
                                        </p>
                                    }
                                        .into_any()
                                }
                            }
                        }
                    }}
                </main>
            </div>
        </div>
    }
}

/// What every part finds the address by.
fn desk() -> Desk {
    expect_context()
}
