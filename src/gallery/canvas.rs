//! A story alone on its page, in the frame that the gallery shows or by itself for a test.

use leptos::{ev, prelude::*, task::spawn_local};
use rules::Locale;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;

use super::{
    address::{Address, Theme, View},
    catalog,
    message::{Measured, Report, Wish},
    probe,
    story::{Args, Story},
};

const ROOT: &str = "canvas";
const ROUNDS: u32 = 20;

/// What the address says, now and after every change of it.
pub fn followed_address() -> RwSignal<Address> {
    let read = || Address::parse(&window().location().hash().unwrap_or_default());
    let address = RwSignal::new(read());
    let handle = window_event_listener(ev::hashchange, move |_| {
        let now = read();
        if address.with_untracked(|before| *before != now) {
            address.set(now);
        }
    });
    on_cleanup(move || handle.remove());
    address
}

/// The story that the address names, or all of them.
#[component]
pub fn Canvas() -> impl IntoView {
    let address = followed_address();
    let round = RwSignal::new(0_u32);
    Effect::new(move || address.with(settle));
    listen(round);
    let values = Memo::new(move |_| address.with(|address| address.args.clone()));
    let locale = Memo::new(move |_| address.with(|address| address.settings.locale));
    let view = Memo::new(move |_| address.with(|address| address.view.clone()));
    view! {
        <div id=ROOT>
            {move || {
                round.track();
                match view.get() {
                    View::Sheet | View::Tokens | View::Picture => all(locale.into()).into_any(),
                    View::Story { component, story } => {
                        let found = catalog::story(&component, &story);
                        found.map(|story| one(story, values.into(), locale.into())).into_any()
                    }
                    View::Start => ().into_any(),
                }
            }}
        </div>
    }
}

/// One story, whose props are told to the page around.
fn one(story: &'static Story, values: Signal<BTreeMap<String, String>>, locale: Signal<Locale>) -> AnyView {
    let args = Args::new(values, locale, |prop, with| {
        tell(&Report::Called { prop: prop.to_owned(), with: with.to_owned() });
    });
    let show = move || (story.show)(args);
    Effect::new(move || tell(&Report::Knobs(args.knobs())));
    view! { <div class="canvas-story">{show}</div> }.into_any()
}

/// Every story under its name.
fn all(locale: Signal<Locale>) -> impl IntoView {
    let stories =
        catalog::all().flat_map(|component| component.stories.iter().map(move |story| (component.name, story)));
    // What lies over the page would lie over all the others.
    let closed = Signal::stored(BTreeMap::from([("open".to_owned(), "false".to_owned())]));
    let shown = stories.map(move |(component, story)| {
        let args = Args::new(closed, locale, |_, _| ());
        view! {
            <section class="canvas-entry" id=format!("{component}/{}", story.id)>
                <p class="canvas-caption">{format!("{component}/{}", story.id)}</p>
                {(story.show)(args)}
            </section>
        }
    });
    view! { <div class="canvas-sheet">{shown.collect_view()}</div> }
}

/// Makes the page what the settings say.
fn settle(address: &Address) {
    let settings = address.settings;
    let Some(html) = document().document_element() else { return };
    let theme = if settings.theme == Theme::Dark { "dark" } else { "light" };
    let tag = if settings.locale == Locale::En { "en" } else { "zh-CN" };
    let host = format!("{:?}", settings.host);
    let direction = if settings.mirrored { "rtl" } else { "ltr" };
    let contrast = if settings.contrast { "more" } else { "normal" };
    let size = format!("{}%", settings.text.percent());
    let attributes = [
        ("data-theme", theme),
        ("data-contrast", contrast),
        ("lang", tag),
        ("data-host", &host),
        ("dir", direction),
        ("data-text", &size),
    ];
    for (name, value) in attributes {
        // It fails for names that are no attribute names only.
        let _ = html.set_attribute(name, value);
    }
    let _ = html.toggle_attribute_with_force("data-elder", settings.elder);
    probe::force(&format!("{:?}", settings.forced));
    probe::slow(settings.slow.factor());
    probe::offline(settings.offline);
    let mut tokens = address.tokens.clone();
    tokens.insert("--root-size".to_owned(), size);
    probe::tokens(&serde_json::to_string(&tokens).unwrap_or_default());
}

/// Does what the page around wishes for.
fn listen(round: RwSignal<u32>) {
    let handle = window_event_listener(ev::message, move |event| {
        let wish = event.data().as_string().and_then(|json| serde_json::from_str(&json).ok());
        match wish {
            Some(Wish::Audit) => spawn_local(async { tell(&Report::Audit(probe::audit().await)) }),
            Some(Wish::Measure) => spawn_local(async move { tell(&Report::Measured(measure(round).await)) }),
            None => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Shows the story again and again, and lays it out each time.
async fn measure(round: RwSignal<u32>) -> Measured {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let start = probe::laid_out();
        round.update(|round| *round += 1);
        leptos::task::tick().await;
        times.push(probe::laid_out() - start);
    }
    times.sort_by(f64::total_cmp);
    let extent = probe::extent(ROOT);
    Measured {
        rounds: ROUNDS,
        median: times.get(times.len() / 2).copied().unwrap_or_default(),
        worst: times.last().copied().unwrap_or_default(),
        elements: extent.first().copied().unwrap_or_default(),
        bytes: extent.get(1).copied().unwrap_or_default(),
    }
}

/// Tells the page around, if there is one.
fn tell(report: &Report) {
    let Ok(json) = serde_json::to_string(report) else { return };
    let Ok(Some(around)) = window().parent() else { return };
    let origin = window().location().origin().unwrap_or_default();
    // A page of another origin around us is none of ours, and does not get it.
    let _ = around.post_message(&JsValue::from_str(&json), &origin);
}
