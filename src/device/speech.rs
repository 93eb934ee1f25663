//! Reading aloud by a voice of the phone's own, where it has one. Voices that send the text elsewhere are never used:
//! what is on the screen may be personal.

use leptos::{ev, leptos_dom::helpers::window_event_listener, prelude::*};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{EventTarget, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

/// A voice for `zh` may speak Cantonese or Taiwan's Mandarin; these are never meant by a page in Putonghua.
const OTHER_CHINESE: [&str; 4] = ["zh-hk", "zh-tw", "zh-mo", "zh-hant"];

thread_local! {
    // The phone may find its voices only after the page is there.
    static VOICES: ArcTrigger = watched_voices();
    /// Which reading is going on, counted from the first of this page's load.
    static READING: ArcRwSignal<Option<u32>> = ArcRwSignal::new(None);
    static READINGS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// Whether the phone itself can read this language aloud; follows the voices that the phone finds.
pub fn can_read(tag: &str) -> bool {
    VOICES.with(ArcTrigger::track);
    synthesis().is_some_and(|synthesis| voice(&synthesis, tag).is_some())
}

/// Whether something is being read; follows it.
pub fn is_reading() -> bool {
    READING.with(ArcRwSignal::get).is_some()
}

/// Reads the lines one after the other, in place of what was being read.
pub fn read(lines: &[String], tag: &str) {
    stop();
    let Some(synthesis) = synthesis() else { return };
    let Some(voice) = voice(&synthesis, tag) else { return };
    let this = READINGS.with(|readings| {
        readings.set(readings.get() + 1);
        readings.get()
    });
    // Events of a reading that was stopped come late.
    let over = Closure::<dyn FnMut()>::new(move || {
        READING.with(|reading| {
            if reading.get_untracked() == Some(this) {
                reading.set(None);
            }
        });
    });
    let over = over.into_js_value();
    // One utterance a line, because engines break off long ones.
    for (at, line) in lines.iter().enumerate() {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(line) else { return };
        utterance.set_lang(tag);
        utterance.set_voice(Some(&voice));
        utterance.set_onerror(Some(over.unchecked_ref()));
        if at + 1 == lines.len() {
            utterance.set_onend(Some(over.unchecked_ref()));
        }
        synthesis.speak(&utterance);
    }
    READING.with(|reading| reading.set((!lines.is_empty()).then_some(this)));
}

/// Is silent at once.
pub fn stop() {
    READING.with(|reading| {
        if reading.get_untracked().is_some() {
            reading.set(None);
            if let Some(synthesis) = synthesis() {
                synthesis.cancel();
            }
        }
    });
}

fn synthesis() -> Option<SpeechSynthesis> {
    let window = web_sys::window()?;
    let known = js_sys::Reflect::has(&window, &JsValue::from_str("speechSynthesis")).unwrap_or(false);
    if known { window.speech_synthesis().ok() } else { None }
}

/// The first voice on the phone itself that speaks the language.
fn voice(synthesis: &SpeechSynthesis, tag: &str) -> Option<SpeechSynthesisVoice> {
    let voices = synthesis.get_voices();
    let voices = voices.iter().filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    voices.into_iter().find(|voice| voice.local_service() && speaks(&voice.lang(), tag))
}

/// Whether a voice of this language reads a page of that one. Android writes `zh_CN_#Hans`.
fn speaks(voice: &str, page: &str) -> bool {
    let voice = voice.to_lowercase().replace('_', "-");
    let language = page.split('-').next().unwrap_or_default();
    let same = voice.split('-').next() == Some(language);
    same && !OTHER_CHINESE.iter().any(|other| voice.starts_with(other))
}

fn watched_voices() -> ArcTrigger {
    let voices = ArcTrigger::new();
    if let Some(synthesis) = synthesis() {
        let found = voices.clone();
        let found = Closure::<dyn FnMut()>::new(move || found.notify());
        let target: &EventTarget = synthesis.unchecked_ref();
        // It fails for what takes no listeners only, and lasts as long as the page's load.
        let _ = target.add_event_listener_with_callback("voiceschanged", found.into_js_value().unchecked_ref());
    }
    // Some browsers read on over a reload.
    let _ = window_event_listener(ev::pagehide, |_| stop());
    voices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_reads_its_own_language_and_putonghua_is_no_cantonese() {
        for (voice, page) in [("zh-CN", "zh-CN"), ("zh_CN_#Hans", "zh-CN"), ("zh", "zh-CN"), ("en-GB", "en")] {
            assert!(speaks(voice, page), "{voice} {page}");
        }
        for (voice, page) in [("zh-HK", "zh-CN"), ("zh_TW_#Hant", "zh-CN"), ("en-US", "zh-CN"), ("zh-CN", "en")] {
            assert!(!speaks(voice, page), "{voice} {page}");
        }
    }
}
