//! How to look at a story: theme, language, width, text, host, state, line and speed.

use leptos::prelude::*;
use rules::Locale;
use std::fmt::Debug;
use strum::VariantArray;

use super::{Desk, desk};
use crate::gallery::address::{Forced, Host, Settings, Slow, TextSize, Theme, Viewport};

/// The settings, each a native control.
#[component]
pub fn Toolbar() -> impl IntoView {
    let desk = desk();
    view! {
        <section class="desk-toolbar" aria-label=move || desk.words("怎么看", "How to look at it")>
            {list(desk, "主题", "Theme", theme_words, |settings| settings.theme, |settings, value| settings.theme = value)}
            {list(desk, "宽度", "Width", width_words, |settings| settings.viewport, |settings, value| settings.viewport = value)}
            {list(desk, "文字", "Text", text_words, |settings| settings.text, |settings, value| settings.text = value)}
            {list(desk, "宿主", "Host", host_words, |settings| settings.host, |settings, value| settings.host = value)}
            {list(desk, "状态", "State", state_words, |settings| settings.forced, |settings, value| settings.forced = value)}
            {list(desk, "手机", "Phone", slow_words, |settings| settings.slow, |settings, value| settings.slow = value)}
            {flag(desk, "English", "English", |settings| settings.locale == Locale::En, |settings, on| {
                settings.locale = if on { Locale::En } else { Locale::ZhCn };
            })}
            {flag(desk, "大字版", "Elder", |settings| settings.elder, |settings, on| settings.elder = on)}
            {flag(desk, "高对比", "Contrast", |settings| settings.contrast, |settings, on| settings.contrast = on)}
            {flag(desk, "断网", "Offline", |settings| settings.offline, |settings, on| settings.offline = on)}
            {flag(desk, "从右到左", "Right to left", |settings| settings.mirrored, |settings, on| settings.mirrored = on)}
            <label class="desk-flag">
                <input
                    type="checkbox"
                    prop:checked=move || desk.address.with(|address| address.beside)
                    on:change=move |event| desk.change(|address| address.beside = event_target_checked(&event))
                />
                {move || desk.words("各主题并排", "All themes")}
            </label>
        </section>
    }
}

/// One of several.
fn list<T: VariantArray + Debug + Copy + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    zh: &'static str,
    en: &'static str,
    words: fn(T) -> (&'static str, &'static str),
    get: fn(&Settings) -> T,
    set: fn(&mut Settings, T),
) -> impl IntoView {
    let options = T::VARIANTS.iter().map(move |&variant| {
        let chosen = move || desk.address.with(|address| get(&address.settings) == variant);
        let (zh, en) = words(variant);
        view! {
            <option value=format!("{variant:?}") prop:selected=chosen>{move || desk.words(zh, en)}</option>
        }
    });
    let change = move |event| {
        let name = event_target_value(&event);
        if let Some(&variant) = T::VARIANTS.iter().find(|variant| format!("{variant:?}") == name) {
            desk.change(|address| set(&mut address.settings, variant));
        }
    };
    view! {
        <label class="desk-list">
            <span>{move || desk.words(zh, en)}</span>
            <select on:change=change>{options.collect_view()}</select>
        </label>
    }
}

/// On or off.
fn flag(
    desk: Desk,
    zh: &'static str,
    en: &'static str,
    get: fn(&Settings) -> bool,
    set: fn(&mut Settings, bool),
) -> impl IntoView {
    view! {
        <label class="desk-flag">
            <input
                type="checkbox"
                prop:checked=move || desk.address.with(|address| get(&address.settings))
                on:change=move |event| desk.change(|address| set(&mut address.settings, event_target_checked(&event)))
            />
            {move || desk.words(zh, en)}
        </label>
    }
}

const fn theme_words(theme: Theme) -> (&'static str, &'static str) {
    match theme {
        Theme::Light => ("浅色", "Light"),
        Theme::Dark => ("深色", "Dark"),
    }
}

const fn width_words(viewport: Viewport) -> (&'static str, &'static str) {
    match viewport {
        Viewport::Smallest => ("320 最窄", "320 smallest"),
        Viewport::Phone => ("360 手机", "360 phone"),
        Viewport::LargePhone => ("390 大手机", "390 large phone"),
        Viewport::Tablet => ("768 平板", "768 tablet"),
        Viewport::Computer => ("1280 电脑", "1280 computer"),
    }
}

const fn text_words(text: TextSize) -> (&'static str, &'static str) {
    match text {
        TextSize::Usual => ("100%", "100%"),
        TextSize::Large => ("150%", "150%"),
        TextSize::Double => ("200%", "200%"),
    }
}

const fn host_words(host: Host) -> (&'static str, &'static str) {
    match host {
        Host::Browser => ("浏览器", "Browser"),
        Host::WeChat => ("微信", "WeChat"),
        Host::CitizenCloud => ("天府市民云", "Citizen cloud"),
    }
}

const fn state_words(state: Forced) -> (&'static str, &'static str) {
    match state {
        Forced::None => ("平常", "As it is"),
        Forced::Hover => ("指针悬停", "Hover"),
        Forced::Focus => ("键盘焦点", "Focus"),
        Forced::Active => ("按下", "Pressed"),
    }
}

const fn slow_words(slow: Slow) -> (&'static str, &'static str) {
    match slow {
        Slow::Not => ("和本机一样", "As this one"),
        Slow::Four => ("慢 4 倍", "4 × slower"),
        Slow::Eight => ("慢 8 倍", "8 × slower"),
    }
}
