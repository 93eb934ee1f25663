//! A question with its label, hint, error and source, around one control or a group of them.

#[cfg(feature = "gallery")]
pub mod stories;

use leptos::{children::ViewFnOnce, context::Provider, prelude::*};

use super::{
    MaybeText, Text,
    icon::{Icon, IconName},
};

/// What a control needs from the [`Field`] it stands in, to be named and described by it. The field provides it, the
/// control takes it with [`field_control`].
#[derive(Clone, Debug, Default)]
pub struct FieldControl {
    /// The control's identifier, which the label and the error summary point to.
    pub id: Option<String>,
    /// For `aria-describedby`: the hint, the error and the source, those that are shown.
    pub described_by: MaybeText,
    /// For `aria-invalid`.
    pub invalid: Signal<bool>,
    /// For `aria-required`.
    pub required: bool,
}

impl FieldControl {
    /// `aria-invalid`, which is left out where all is well.
    #[must_use]
    pub fn aria_invalid(&self) -> Signal<Option<&'static str>> {
        let invalid = self.invalid;
        Signal::derive(move || invalid.get().then_some("true"))
    }

    /// `aria-required`, which is left out for optional answers.
    #[must_use]
    pub fn aria_required(&self) -> Option<&'static str> {
        self.required.then_some("true")
    }
}

/// What the field around this control says about it; nothing outside of a field.
#[must_use]
pub fn field_control() -> FieldControl {
    use_context().unwrap_or_default()
}

/// What a control with this identifier is described by, from what is shown of hint, error and source.
pub(super) fn control(id: &str, required: bool, hint: MaybeText, error: MaybeText, source: MaybeText) -> FieldControl {
    let ids = [(hint, format!("{id}-hint")), (error, format!("{id}-error")), (source, format!("{id}-source"))];
    let described_by = Signal::derive(move || {
        let shown: Vec<&str> =
            ids.iter().filter(|(words, _)| words.with(Option::is_some)).map(|(_, id)| id.as_str()).collect();
        (!shown.is_empty()).then(|| shown.join(" "))
    });
    let invalid = Signal::derive(move || error.with(Option::is_some));
    FieldControl { id: Some(id.to_owned()), described_by, invalid, required }
}

/// The word after a question. A space parts the two, which are read as one name.
#[component]
fn Mark(mark: MaybeText) -> impl IntoView {
    move || mark.get().map(|word| view! { " " <span class="field-mark">{word}</span> })
}

#[component]
pub(super) fn Hint(id: String, hint: MaybeText) -> impl IntoView {
    move || {
        let id = format!("{id}-hint");
        hint.get().map(|words| view! { <p class="field-hint" id=id>{words}</p> })
    }
}

#[component]
pub(super) fn FieldError(id: String, error: MaybeText) -> impl IntoView {
    move || {
        let id = format!("{id}-error");
        error.get().map(|words| {
            view! {
                <p class="field-error" id=id>
                    <Icon name=IconName::Error/>
                    <span>{words}</span>
                </p>
            }
        })
    }
}

#[component]
fn Source(id: String, source: MaybeText, dispute: Option<ViewFnOnce>) -> impl IntoView {
    let words = move || {
        let id = format!("{id}-source");
        source.get().map(|words| {
            view! {
                <span class="field-source" id=id>
                    <Icon name=IconName::Shield/>
                    <span>{words}</span>
                </span>
            }
        })
    };
    view! {
        <div class="field-origin">
            {words} {dispute.map(|link| view! { <span class="field-dispute">{link.run()}</span> })}
        </div>
    }
}

/// One question around one control. The control inside is named by the label and described by hint, error and source.
#[component]
pub fn Field(
    /// The control's identifier; hint, error and source are `…-hint`, `…-error`, `…-source`.
    #[prop(into)]
    id: String,
    /// The question, in few words.
    #[prop(into)]
    label: Text,
    /// Must be answered. The optional ones are marked, since they are the fewer.
    #[prop(optional)]
    required: bool,
    /// The word after the label, such as "选填".
    #[prop(optional, into)]
    mark: MaybeText,
    /// What to write, or where to find it.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: MaybeText,
    /// Where a prefilled answer comes from: "来自居住登记 · 2026年1月15日".
    #[prop(optional, into)]
    source: MaybeText,
    /// The link beside the source: "有误？".
    #[prop(optional, into)]
    dispute: Option<ViewFnOnce>,
    /// The control.
    children: Children,
) -> impl IntoView {
    let value = control(&id, required, hint, error, source);
    view! {
        <div class="field" data-invalid=move || error.get().map(|_| "")>
            <label class="field-label" for=id.clone()>
                {label} <Mark mark/>
            </label>
            <Hint id=id.clone() hint/>
            <FieldError id=id.clone() error/>
            <Provider value>{children()}</Provider>
            <Source id source dispute/>
        </div>
    }
}

/// One question around several controls: a native field set with a legend.
#[component]
pub fn FieldGroup(
    /// The first control's identifier; hint, error and source are `…-hint`, `…-error`, `…-source`.
    #[prop(into)]
    id: String,
    /// The question.
    #[prop(into)]
    label: Text,
    /// `radiogroup` where one of several is chosen.
    #[prop(default = "group")]
    role: &'static str,
    /// Must be answered.
    #[prop(optional)]
    required: bool,
    /// The word after the question, such as "选填".
    #[prop(optional, into)]
    mark: MaybeText,
    /// What helps to answer.
    #[prop(optional, into)]
    hint: MaybeText,
    /// What is wrong and what to do.
    #[prop(optional, into)]
    error: MaybeText,
    /// Where a prefilled answer comes from.
    #[prop(optional, into)]
    source: MaybeText,
    /// The controls.
    children: Children,
) -> impl IntoView {
    let value = control(&id, required, hint, error, source);
    let (legend, radio) = (format!("{id}-legend"), role == "radiogroup");
    let (described_by, invalid) = (value.described_by, value.aria_invalid());
    view! {
        <fieldset
            class="field"
            role=role
            data-invalid=move || error.get().map(|_| "")
            aria-describedby=described_by
            aria-labelledby=legend
            aria-invalid=move || if radio { invalid.get() } else { None }
            aria-required=(radio && required).then_some("true")
        >
            <legend class="field-label" id=legend.clone()>
                {label} <Mark mark/>
            </legend>
            <Hint id=id.clone() hint/>
            <FieldError id=id.clone() error/>
            <Provider value>{children()}</Provider>
            <Source id source dispute=None/>
        </fieldset>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;
    use crate::components::{testing::*, text_input::TextInput};

    fn name(error: Option<&'static str>) -> String {
        html(move || {
            let error = error.map(str::to_owned);
            view! {
                <Field
                    id="name"
                    label="姓名"
                    required=true
                    hint="和身份证上一样"
                    error=Signal::stored(error)
                    source="来自居住登记 · 2026年1月15日"
                    dispute=|| view! { <a href="/help">"有误？"</a> }
                >
                    <TextInput value="李雷" on_input=|_| ()/>
                </Field>
            }
        })
    }

    #[test]
    fn a_control_is_named_and_described_by_its_field() {
        let html = name(None);
        assert!(tag(&html, "field-label").contains("for=\"name\""));
        let input = tag(&html, "input ");
        assert!(input.contains("id=\"name\"") && input.contains("aria-required=\"true\""));
        assert!(input.contains("aria-describedby=\"name-hint name-source\""), "{input}");
        assert!(!input.contains("aria-invalid"));
        assert!(words(&html).contains("来自居住登记 · 2026年1月15日") && words(&html).contains("有误？"));
    }

    #[test]
    fn an_error_is_said_by_the_control_it_is_about() {
        let html = name(Some("请填写姓名"));
        let input = tag(&html, "id=\"name\"");
        assert!(input.contains("aria-invalid=\"true\""));
        assert!(input.contains("aria-describedby=\"name-hint name-error name-source\""), "{input}");
        assert!(tag(&html, "id=\"name-error\"").contains("field-error"));
        assert!(words(&html).contains("请填写姓名"));
    }
}
