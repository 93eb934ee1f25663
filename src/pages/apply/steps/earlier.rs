//! Pictures of earlier applications, to be handed in again where the applicant says that they still hold.

use leptos::{prelude::*, task::spawn_local};
use rules::{draft::Picture, explain, field::Item};
use wire::picture::EarlierPictures;

use super::super::{small::small, words::said};
use crate::{
    client,
    components::button::{Button, ButtonKind},
    locales::{locale, t, text},
    wizard::Wizard,
};

/// What there is of earlier pictures; nothing until it is known, and where it could not be asked. No resource: the page
/// would be taken away until it is there.
#[derive(Clone, Copy)]
pub struct Earlier(RwSignal<Vec<EarlierPictures>>);

impl Earlier {
    /// Asks for them.
    pub fn ask() -> Self {
        let known = RwSignal::new(Vec::new());
        spawn_local(async move {
            // The page may have been left meanwhile.
            let _ = known.try_set(client::pictures::earlier().await.unwrap_or_default());
        });
        Self(known)
    }

    fn of(self, item: Item) -> Option<EarlierPictures> {
        self.0.with(|known| known.iter().find(|earlier| earlier.item == item).cloned())
    }
}

/// The earlier pictures of an item with their date and the button that takes them, while there are none.
#[component]
pub fn UseAgain(
    /// The application.
    wizard: Wizard,
    /// Which item.
    item: Item,
    /// What there is.
    earlier: Earlier,
) -> impl IntoView {
    let views = wizard.picture_views(item);
    let offered = Memo::new(move |_| {
        let free = views.with(Vec::is_empty) && !wizard.is_correction();
        free.then(|| earlier.of(item)).flatten()
    });
    move || {
        let EarlierPictures { pages, given_on, .. } = offered.get()?;
        let alt = said(t!(apply.pictures.earlier.alt));
        let small = |page: &Picture| small(page.kind, Some(client::pictures::thumbnail(&page.id)), alt);
        let small = pages.iter().filter_map(small).collect_view();
        let take = move |()| wizard.use_pictures_again(item, &pages);
        Some(view! {
            <div class="card stack" data-gap="tight">
                <p>{move || text!(apply.pictures.earlier.given, date = explain::date(given_on, locale()))}</p>
                <div class="row">{small}</div>
                <Button kind=ButtonKind::Secondary on_press=take>{t!(apply.pictures.earlier.take)}</Button>
            </div>
        })
    }
}
