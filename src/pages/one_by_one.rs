//! Elder mode asks one question at a time: which of a page's questions is on the screen.
//!
//! The address names it by its fragment, so the browser's way back, a reload, and coming back from the help all lead to
//! the same question; the page and its answers are those of the other mode.

use leptos::prelude::*;
use leptos_router::{
    NavigateOptions,
    hooks::{use_location, use_navigate},
};

use crate::{
    components::{
        button::{Button, ButtonKind},
        focus::focus_by_id,
        page::HEADING_ID,
    },
    device::display,
    locales::t,
};

/// The questions of a page and the one whose turn it is.
#[derive(Clone, Copy)]
pub struct OneByOne {
    questions: Signal<Vec<String>>,
    at: Memo<usize>,
    go: Callback<String>,
}

impl OneByOne {
    /// In elder mode, the questions with these identifiers, one by one; in the other mode nothing.
    pub fn in_elder_mode(questions: Signal<Vec<String>>) -> Option<Self> {
        untrack(display::elder).then(|| Self::new(questions))
    }

    fn new(questions: Signal<Vec<String>>) -> Self {
        let here = use_location();
        let at = Memo::new(move |_| {
            let named = here.hash.get();
            let named = named.trim_start_matches('#');
            questions.with(|questions| questions.iter().position(|id| id == named)).unwrap_or(0)
        });
        let navigate = use_navigate();
        let go = Callback::new(move |id: String| {
            let query = here.search.get_untracked();
            let query = query.trim_start_matches('?');
            let mark = if query.is_empty() { "" } else { "?" };
            let address = format!("{}{mark}{query}#{id}", here.pathname.get_untracked());
            navigate(&address, NavigateOptions { scroll: false, ..Default::default() });
        });
        let turn = Self { questions, at, go };
        Effect::new(move |before: Option<Option<String>>| {
            let now = turn.now();
            if before.is_some_and(|before| before != now) {
                request_animation_frame(|| {
                    window().scroll_to_with_x_and_y(0.0, 0.0);
                    focus_by_id(HEADING_ID);
                });
            }
            now
        });
        turn
    }

    /// The question whose turn it is; nothing where there are no questions.
    pub fn now(self) -> Option<String> {
        self.nth(self.at.get())
    }

    /// Which one it is, from 1.
    pub fn number(self) -> usize {
        self.at.get() + 1
    }

    /// How many there are.
    pub fn count(self) -> usize {
        self.questions.with(Vec::len)
    }

    /// The question after it.
    pub fn after(self) -> Option<String> {
        self.nth(self.at.get() + 1)
    }

    /// The question before it.
    pub fn before(self) -> Option<String> {
        self.nth(self.at.get().checked_sub(1)?)
    }

    /// The first question of the page that is among these.
    pub fn first_of(self, these: &[String]) -> Option<String> {
        self.questions.with(|questions| questions.iter().find(|id| these.contains(id)).cloned())
    }

    /// Asks this question next; its heading takes the focus.
    pub fn go(self, question: String) {
        self.go.run(question);
    }

    fn nth(self, at: usize) -> Option<String> {
        self.questions.with(|questions| questions.get(at).cloned())
    }
}

/// The questions of this page, where they are asked one by one.
pub fn one_by_one() -> Option<OneByOne> {
    use_context::<Option<OneByOne>>().flatten()
}

/// Shows its children while the question that they belong to has its turn: always, where not asked one by one.
#[component]
pub fn InTurn(
    /// The question's identifier.
    #[prop(into)]
    of: String,
    /// The question, or what is to be known beside it.
    children: ChildrenFn,
) -> impl IntoView {
    match one_by_one() {
        None => children().into_any(),
        Some(turn) => {
            let now = Memo::new(move |_| turn.now().as_ref() == Some(&of));
            let children = StoredValue::new(children);
            view! { <Show when=move || now.get()>{children.with_value(|children| children())}</Show> }.into_any()
        }
    }
}

/// Back to the question before, where there is one.
#[component]
pub fn PreviousQuestion(
    /// The questions.
    turn: OneByOne,
) -> impl IntoView {
    move || {
        turn.before().map(|question| {
            view! {
                <Button kind=ButtonKind::Link on_press=move |()| turn.go(question.clone())>
                    {t!(common.previous_question)}
                </Button>
            }
        })
    }
}
