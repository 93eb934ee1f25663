//! What becomes of a picture on its way through the phone: each step with its time, its memory, and what there is to see.
//!
//! The steps are those of the picture worker, run on this page's own thread so that they can be looked at between. Kinds that
//! the worker leaves to the browser (WebP, HEIC) have no steps to look at.

use js_sys::{Array, Uint8Array};
use leptos::{prelude::*, task::spawn_local};
use pictures::{Limits, Purpose, Stage, StageName, Watched, watch};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, HtmlInputElement, Url};

use super::{Desk, desk};

/// Bytes in a kilobyte and in a megabyte, as the budgets count them.
const KB: usize = 1000;
const MB: f64 = 1_000_000.0;

/// A step, as it is shown.
#[derive(Clone)]
struct Row {
    name: StageName,
    milliseconds: f64,
    memory: usize,
    size: (u32, u32),
    bytes: Option<usize>,
    /// Where the page finds the picture of it.
    address: Option<String>,
    findings: String,
}

/// What was watched.
#[derive(Clone)]
struct Seen {
    name: String,
    rows: Vec<Row>,
    /// The code of the refusal, where there is one.
    refused: Option<&'static str>,
}

/// Chooses a picture, and tells its way.
#[component]
pub fn PictureWay() -> impl IntoView {
    let desk = desk();
    let purpose = RwSignal::new(Purpose::Document);
    let seen = RwSignal::new(None::<Seen>);
    on_cleanup(move || release(seen.try_get_untracked().flatten()));
    let take = move |chosen: File| {
        spawn_local(async move {
            let Ok(buffer) = JsFuture::from(chosen.array_buffer()).await else { return };
            let bytes = Uint8Array::new(&buffer).to_vec();
            let watched = watch(&bytes, purpose.get_untracked(), &Limits::DEVICE, &milliseconds, &memory);
            release(seen.get_untracked());
            seen.set(Some(as_shown(chosen.name(), watched)));
        });
    };
    let radio = move |value: Purpose, zh: &'static str, en: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="purpose"
                    prop:checked=move || purpose.get() == value
                    on:change=move |_| purpose.set(value)
                />
                {move || desk.words(zh, en)}
            </label>
        }
    };
    view! {
        <div class="desk-start desk-way">
            <h2>{move || desk.words("看一张照片怎么处理", "Watch a picture’s way")}</h2>
            <p>
                {move || desk.words(
                    "选一张 JPG 或 PNG，照片不会离开这台设备。这里在页面自己的线程上一步步做，应用里是在后台线程上做。内存是这个页面到那一步为止用过的最多的量，重新打开页面后从头算。",
                    "Choose a JPG or PNG; it doesn’t leave this device. Here the steps run on the page’s own thread, in the app beside it. The memory is the most that this page has used up to that step, and begins anew when the page is opened anew.",
                )}
            </p>
            <fieldset>
                <legend>{move || desk.words("用途", "What it is for")}</legend>
                {radio(Purpose::Document, "证件或材料", "A document")}
                {radio(Purpose::PortraitSide, "身份证人像面", "An identity card, portrait side")}
                {radio(Purpose::EmblemSide, "身份证国徽面", "An identity card, emblem side")}
                {radio(Purpose::Face, "证件照", "A portrait")}
            </fieldset>
            <p>
                <label for="way-file">{move || desk.words("照片", "Picture")}</label>
                <input
                    id="way-file"
                    type="file"
                    accept="image/*"
                    on:change=move |event| {
                        let input: HtmlInputElement = event_target(&event);
                        if let Some(chosen) = input.files().and_then(|files| files.get(0)) {
                            take(chosen);
                        }
                        input.set_value("");
                    }
                />
            </p>
            <div role="status">{move || seen.get().map(|seen| view! { <Steps desk seen/> })}</div>
        </div>
    }
}

#[component]
fn Steps(desk: Desk, seen: Seen) -> impl IntoView {
    let whole: f64 = seen.rows.iter().map(|row| row.milliseconds).sum();
    let rows = seen.rows.into_iter().map(move |row| {
        let name = row.name;
        let of_whole = format!("{:.0} %", 100.0 * row.milliseconds / whole.max(f64::MIN_POSITIVE));
        let size = format!("{} × {}", row.size.0, row.size.1);
        let bytes = row.bytes.map(|bytes| format!(", {} KB", bytes.div_ceil(KB)));
        let alt = move || named(desk, name);
        #[allow(clippy::cast_precision_loss, reason = "to a tenth of a megabyte")]
        let memory = format!("{:.1} MB", row.memory as f64 / MB);
        view! {
            <tr>
                <th scope="row">{move || named(desk, name)}</th>
                <td>{format!("{:.1} ms", row.milliseconds)}</td>
                <td>{of_whole}</td>
                <td>{memory}</td>
                <td>{size} {bytes}</td>
                <td>{row.findings}</td>
                <td>{row.address.map(|address| view! { <img src=address alt=alt/> })}</td>
            </tr>
        }
    });
    let head = [
        ("步骤", "Step"),
        ("时间", "Time"),
        ("占比", "Share"),
        ("内存", "Memory"),
        ("像素", "Pixels"),
        ("看出的问题", "Findings"),
        ("样子", "Looks"),
    ];
    let head = head.map(|(zh, en)| view! { <th scope="col">{move || desk.words(zh, en)}</th> });
    let end = move || match seen.refused {
        Some(code) => format!("{}: {code}", desk.words("不能用", "Refused")),
        None => format!("{} {whole:.1} ms", desk.words("一共", "In all")),
    };
    view! {
        <div class="desk-way-table" tabindex="0" role="region" aria-label=move || desk.words("各步骤", "The steps")>
            <table>
                <caption>{seen.name}</caption>
                <thead>
                    <tr>{head.collect_view()}</tr>
                </thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
        <p>{end}</p>
    }
}

fn named(desk: Desk, name: StageName) -> &'static str {
    match name {
        StageName::Header => desk.words("读文件头", "Header"),
        StageName::Reduced => desk.words("解码并缩小", "Decoded and reduced"),
        StageName::Turned => desk.words("转正", "Turned"),
        StageName::Judged => desk.words("看明暗和清晰", "Light and sharpness"),
        StageName::Framed => desk.words("找证件的边", "The document’s edges"),
        StageName::Encoded => desk.words("压缩", "Encoded"),
    }
}

fn as_shown(name: String, Watched { stages, end }: Watched) -> Seen {
    let row = |stage: Stage| Row {
        name: stage.name,
        milliseconds: stage.took,
        memory: stage.memory,
        size: stage.size,
        bytes: stage.jpeg.as_ref().filter(|_| stage.name == StageName::Encoded).map(Vec::len),
        address: stage.jpeg.as_deref().and_then(address),
        findings: stage.findings.iter().map(|finding| finding.code()).collect::<Vec<_>>().join(", "),
    };
    Seen { name, rows: stages.into_iter().map(row).collect(), refused: end.err().map(|error| error.code()) }
}

/// An address under which the page can show a JPEG; `None` where the browser refuses one.
fn address(jpeg: &[u8]) -> Option<String> {
    let file = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(jpeg))).ok()?;
    Url::create_object_url_with_blob(&file).ok()
}

fn release(seen: Option<Seen>) {
    for row in seen.into_iter().flat_map(|seen| seen.rows) {
        if let Some(address) = row.address {
            // It fails only for an address that is none, which then holds no memory either.
            let _ = Url::revoke_object_url(&address);
        }
    }
}

/// The page's own clock, in milliseconds.
fn milliseconds() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// What this page's module has taken of the device's memory, in bytes.
#[cfg(target_arch = "wasm32")]
fn memory() -> usize {
    /// Bytes in a page of it.
    const PAGE: usize = 65_536;
    core::arch::wasm32::memory_size(0) * PAGE
}

/// There is a page in a browser only.
#[cfg(not(target_arch = "wasm32"))]
fn memory() -> usize {
    0
}
