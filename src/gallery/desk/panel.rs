//! What can be changed in the story shown, and what can be learnt of it.

use leptos::{ev, prelude::*, task::spawn_local};
use wasm_bindgen::JsValue;

use super::{Desk, desk};
use crate::gallery::{
    catalog::{Component, Part},
    message::{Audit, Measured, Report, Wish},
    probe,
    story::{Control, Knob},
    usage,
};

/// How many calls the log keeps.
const CALLS: usize = 30;

/// What the story's frame has said.
#[derive(Clone, Copy)]
struct Said {
    knobs: RwSignal<Vec<Knob>>,
    calls: RwSignal<Vec<(String, String)>>,
    audit: RwSignal<Option<Audit>>,
    measured: RwSignal<Option<Measured>>,
}

/// Props, usage, documentation, access, performance and calls.
#[component]
pub fn Panel() -> impl IntoView {
    let desk = desk();
    let said = Said {
        knobs: RwSignal::default(),
        calls: RwSignal::default(),
        audit: RwSignal::default(),
        measured: RwSignal::default(),
    };
    listen(said);
    // What was found holds for what was looked at, and no longer.
    Effect::new(move || {
        desk.address.track();
        said.audit.set(None);
        said.measured.set(None);
    });
    let component = desk.shown().map(|(component, _)| component);
    let part = component.and_then(|component| component.parts.first());
    view! {
        <div class="desk-panel">
            <Section zh="属性" en="Props">
                <Knobs desk said/>
            </Section>
            <Section zh="代码" en="Usage">
                {part.map(|part| view! { <Usage desk said part/> })}
            </Section>
            <Section zh="无障碍" en="Accessibility">
                <Access desk said/>
            </Section>
            <Section zh="性能" en="Performance">
                <Performance desk said/>
            </Section>
            <Section zh="回调" en="Calls">
                <Calls said/>
            </Section>
            <Section zh="说明" en="Documentation">
                {component.map(|component| view! { <Documentation component/> })}
            </Section>
        </div>
    }
}

#[component]
fn Section(zh: &'static str, en: &'static str, children: Children) -> impl IntoView {
    let desk = desk();
    view! {
        <section class="desk-section">
            <h3>{move || desk.words(zh, en)}</h3>
            {children()}
        </section>
    }
}

/// Takes what this page's own frames say; with several themes beside each other they all say the same.
fn listen(said: Said) {
    let own = window().location().origin().unwrap_or_default();
    let handle = window_event_listener(ev::message, move |event| {
        if event.origin() != own {
            return;
        }
        let report = event.data().as_string().and_then(|json| serde_json::from_str(&json).ok());
        match report {
            Some(Report::Knobs(knobs)) => said.knobs.set(knobs),
            Some(Report::Called { prop, with }) => said.calls.update(|calls| {
                calls.insert(0, (prop, with));
                calls.truncate(CALLS);
            }),
            Some(Report::Audit(audit)) => said.audit.set(Some(audit)),
            Some(Report::Measured(measured)) => said.measured.set(Some(measured)),
            None => {}
        }
    });
    on_cleanup(move || handle.remove());
}

/// Asks the frame for something.
fn wish(wish: Wish) {
    let frame = document().query_selector("iframe.desk-frame").ok().flatten();
    let inside = frame.and_then(|frame| {
        let frame: leptos::web_sys::HtmlIFrameElement = wasm_bindgen::JsCast::dyn_into(frame).ok()?;
        frame.content_window()
    });
    let (Some(inside), Ok(json)) = (inside, serde_json::to_string(&wish)) else { return };
    let origin = window().location().origin().unwrap_or_default();
    // Our own frame takes what comes from our own origin.
    let _ = inside.post_message(&JsValue::from_str(&json), &origin);
}

/// One control a prop.
#[component]
fn Knobs(desk: Desk, said: Said) -> impl IntoView {
    let set = move |name: &str, given: &str, value: String| {
        desk.change(|address| {
            if value == given {
                address.args.remove(name);
            } else {
                address.args.insert(name.to_owned(), value);
            }
        });
    };
    let control = move |knob: Knob| {
        let Knob { name, control, given } = knob;
        let value = {
            let (name, given) = (name.clone(), given.clone());
            Signal::derive(move || {
                desk.address.with(|address| address.args.get(&name).cloned()).unwrap_or_else(|| given.clone())
            })
        };
        let id = format!("knob-{name}");
        let set = {
            let name = name.clone();
            move |value: String| set(&name, &given, value)
        };
        let control = match control {
            Control::Event => return None,
            Control::Flag => view! {
                <input
                    id=id.clone()
                    type="checkbox"
                    prop:checked=move || value.with(|value| value == "true")
                    on:change=move |event| set(event_target_checked(&event).to_string())
                />
            }
            .into_any(),
            Control::Number { min, max } => view! {
                <input
                    id=id.clone()
                    type="number"
                    min=min
                    max=max
                    prop:value=value
                    on:input=move |event| set(event_target_value(&event))
                />
            }
            .into_any(),
            Control::Words | Control::Value => view! {
                <textarea id=id.clone() rows="1" prop:value=value on:input=move |event| set(event_target_value(&event))></textarea>
            }
            .into_any(),
            Control::Choice { variants, .. } => {
                let options = variants.into_iter().map(|variant| {
                    let own = variant.clone();
                    let chosen = move || value.with(|value| *value == own);
                    view! { <option value=variant.clone() prop:selected=chosen>{variant.clone()}</option> }
                });
                view! {
                    <select id=id.clone() on:change=move |event| set(event_target_value(&event))>
                        {options.collect_view()}
                    </select>
                }
                .into_any()
            }
        };
        Some(view! {
            <div class="desk-knob">
                <label for=id>{name}</label>
                {control}
            </div>
        })
    };
    // The frame tells its props after every change; controls that are shown again would lose the focus.
    let knobs = Memo::new(move |_| said.knobs.get());
    view! {
        <div class="desk-knobs">
            {move || knobs.get().into_iter().filter_map(control).collect_view()}
            <p>
                <button type="button" on:click=move |_| desk.change(|address| address.args.clear())>
                    {move || desk.words("恢复原样", "Reset")}
                </button>
            </p>
        </div>
    }
}

/// The code for the story as it is shown now.
#[component]
fn Usage(desk: Desk, said: Said, part: &'static Part) -> impl IntoView {
    let code = Memo::new(move |_| {
        let args = desk.address.with(|address| address.args.clone());
        said.knobs.with(|knobs| usage::code(part, knobs, &args))
    });
    let copied = RwSignal::new(false);
    Effect::new(move || {
        code.track();
        copied.set(false);
    });
    let copy = move |_| {
        // A browser that refuses its clipboard leaves the code to be marked by hand.
        spawn_local(async move { copied.set(probe::copy(code.get_untracked()).await) });
    };
    view! {
        <pre class="desk-code"><code>{code}</code></pre>
        <p>
            <button type="button" on:click=copy>{move || desk.words("复制", "Copy")}</button>
            " "
            <span role="status">{move || if copied.get() { desk.words("已复制", "Copied") } else { "" }}</span>
        </p>
    }
}

/// What axe finds.
#[component]
fn Access(desk: Desk, said: Said) -> impl IntoView {
    let found = move |audit: Audit| {
        let number = audit.violations.len();
        let summary = match &audit.failed {
            Some(why) => why.clone(),
            None => format!(
                "{number} {}, {} {}",
                desk.words("处不符合", "violations"),
                audit.passes,
                desk.words("项符合", "rules kept")
            ),
        };
        let violations = audit.violations.into_iter().map(|violation| {
            view! {
                <li>
                    <strong>{violation.id}</strong>
                    ": "
                    {violation.help}
                    <pre class="desk-code"><code>{violation.at.join("\n")}</code></pre>
                </li>
            }
        });
        view! {
            <p data-violations=number>{summary}</p>
            <ul>{violations.collect_view()}</ul>
        }
    };
    view! {
        <button type="button" on:click=move |_| wish(Wish::Audit)>{move || desk.words("用 axe 检查", "Run axe")}</button>
        <div role="status">{move || said.audit.get().map(found)}</div>
    }
}

/// How long it takes.
#[component]
fn Performance(desk: Desk, said: Said) -> impl IntoView {
    let found = move |measured: Measured| {
        let Measured { rounds, median, worst, elements, bytes } = measured;
        let rows = [
            (desk.words("中位数", "Median"), format!("{median:.1} ms ({rounds} ×)")),
            (desk.words("最慢", "Worst"), format!("{worst:.1} ms")),
            (desk.words("元素", "Elements"), elements.to_string()),
            (desk.words("HTML", "HTML"), format!("{bytes} B")),
        ];
        let rows = rows.map(|(what, value)| view! { <tr><th scope="row">{what}</th><td>{value}</td></tr> });
        view! { <table>{rows.into_iter().collect_view()}</table> }
    };
    view! {
        <p>
            {move || desk.words(
                "反复显示并排版这个例子所用的时间，只在同一台机器、同一次构建之间可比。",
                "The time to show and lay out this story again and again; to be compared on one machine and build only.",
            )}
        </p>
        <button type="button" on:click=move |_| wish(Wish::Measure)>{move || desk.words("测一次", "Measure")}</button>
        <div role="status">{move || said.measured.get().map(found)}</div>
    }
}

/// Which callbacks were called, the newest first.
#[component]
fn Calls(said: Said) -> impl IntoView {
    view! {
        <div role="log">
            <ol class="desk-calls">
                {move || {
                    let calls = said.calls.get().into_iter();
                    calls.map(|(prop, with)| view! { <li><code>{prop}"("{with}")"</code></li> }).collect_view()
                }}
            </ol>
        </div>
    }
}

/// What the source says of the component and each of its props.
#[component]
fn Documentation(component: &'static Component) -> impl IntoView {
    let parts = component.parts.iter().map(|part| {
        let props = part.props.iter().map(|prop| {
            view! {
                <tr>
                    <th scope="row">
                        <code>{prop.name}</code>
                        {prop.required.then_some(" *")}
                    </th>
                    <td>
                        <code>{prop.of}</code>
                    </td>
                    <td>{prop.about}</td>
                </tr>
            }
        });
        view! {
            <h4>
                <code>"<" {part.name} ">"</code>
            </h4>
            <p>{part.about}</p>
            <table>{props.collect_view()}</table>
        }
    });
    view! {
        <p>{component.about}</p>
        {parts.collect_view()}
    }
}
