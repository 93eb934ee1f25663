//! The icons, and the mark.

use super::*;
use crate::gallery::story::{Choices, Story};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("beside-words", "An icon in the colour and size of the words beside it", |args| {
        let name = args.choice("name", IconName::IdCard);
        let words = args.words("申领居住证", "Apply for a permit");
        view! {
            <div class="stack">
                <p>{move || view! { <Icon name=name.get()/> }} " " {words}</p>
                <h2>{move || view! { <Icon name=name.get()/> }} " " {words}</h2>
                <p class="figure">{move || view! { <Icon name=name.get()/> }} " " {words}</p>
            </div>
        }
        .into_any()
    }),
    Story::new("all", "Every icon there is, with its name", |_| {
        let all = <IconName as Choices>::ALL.iter().map(|name| {
            view! { <span class="row"><Icon name=*name/> <span class="hint">{format!("{name:?}")}</span></span> }
        });
        view! { <div class="row">{all.collect_view()}</div> }.into_any()
    }),
    Story::new("mark", "The city's flower, the mark of the service", |_| view! { <Mark/> }.into_any()),
];
