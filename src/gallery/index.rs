//! Written by `cargo xtask codegen` from the folders of `src/components` and from `style/tokens.css`.

use super::catalog::{Component, Part, Prop, TokenGroup};
use crate::components;

/// Every component, in the order of their folders.
pub const COMPONENTS: &[Component] = &[
    Component {
        name: "address",
        about: "A place: lists from the large to the small, and the rest.",
        parts: &[
            Part {
                name: "Address",
                about: "Several controls with one question, from the large to the small. What the lists offer comes from outside, and so does what becomes of the smaller ones when a larger one changes. The text area has the identifier `id`, for it is always there; a list has `…-` and its name.  Keys: as of native lists and a text area; Tab goes through them in this order. A screen reader hears the question as the group's name, and of each control its own label, hint and error.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The text area's identifier." },
                    Prop { name: "label", of: "Text", required: true, about: "The question: \"现在住在哪里\"." },
                    Prop { name: "lists", of: "Vec<AddressList>", required: true, about: "The lists, from the large to the small." },
                    Prop { name: "rest", of: "Signal<String>", required: true, about: "What follows the places in the lists, as written: road, number, estate, building, unit and door." },
                    Prop { name: "on_rest", of: "Callback<String>", required: true, about: "Called with the whole rest at each change." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when the text area is left." },
                    Prop { name: "required", of: "bool", required: false, about: "Must be answered." },
                    Prop { name: "mark", of: "MaybeText", required: false, about: "The word after the question, such as \"选填\"." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What helps to answer." },
                    Prop { name: "rest_label", of: "Text", required: true, about: "What the rest is called: \"详细地址\"." },
                    Prop { name: "rest_hint", of: "MaybeText", required: false, about: "How to write the rest: \"路、门牌、小区、楼、单元、房号\"." },
                    Prop { name: "rest_error", of: "MaybeText", required: false, about: "What is wrong with the rest, or with the address as a whole." },
                    Prop { name: "source", of: "MaybeText", required: false, about: "Where a prefilled answer comes from." },
                    Prop { name: "max_length", of: "u16", required: false, about: "The most characters of the rest." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "What browsers may fill in for the rest: `street-address`." },
                ],
            },
        ],
        stories: components::address::stories::STORIES,
    },
    Component {
        name: "back_link",
        about: "The way back.",
        parts: &[
            Part {
                name: "BackLink",
                about: "A link to where one came from, by address and not by history, so that it also works after a reload.",
                props: &[
                    Prop { name: "href", of: "Signal<String>", required: true, about: "Where to." },
                    Prop { name: "label", of: "Text", required: true, about: "Such as \"返回\"." },
                ],
            },
        ],
        stories: components::back_link::stories::STORIES,
    },
    Component {
        name: "banner",
        about: "News that holds for the whole page, above its content.",
        parts: &[
            Part {
                name: "Banner",
                about: "A strip across the page, such as \"no connection\" or \"the station is closed on Friday\". What concerns one part of the page is a [`Notice`](super::notice::Notice) in that part.  Keys: none of its own; Tab comes to its links and to the button that takes it away, if there is one. A screen reader finds a region named by the word and, when it appears later, hears it as `announce` says.",
                props: &[
                    Prop { name: "tone", of: "Tone", required: true, about: "What kind of news it is." },
                    Prop { name: "word", of: "Text", required: true, about: "The tone as a word: \"网络断了\", \"注意\". Also the region's name." },
                    Prop { name: "announce", of: "Announce", required: false, about: "How it is announced." },
                    Prop { name: "actions", of: "Option<ViewFnOnce>", required: false, about: "What can be done, as a link or a button." },
                    Prop { name: "on_dismiss", of: "Option<Callback<()>>", required: false, about: "Called when the person takes it away. Without it, it stays as long as what it says holds." },
                    Prop { name: "dismiss_label", of: "Text", required: false, about: "The name of the button that takes it away: \"知道了\". Needed beside `on_dismiss`." },
                    Prop { name: "children", of: "Children", required: false, about: "What to know." },
                ],
            },
        ],
        stories: components::banner::stories::STORIES,
    },
    Component {
        name: "button",
        about: "What does something, and links that look alike.",
        parts: &[
            Part {
                name: "Button",
                about: "A button whose words say what it does (\"提交给桂溪派出所\"). While busy it keeps its width and its focus, takes no further press, and tells screen readers what goes on.",
                props: &[
                    Prop { name: "kind", of: "ButtonKind", required: false, about: "How much it asks for." },
                    Prop { name: "submit", of: "bool", required: false, about: "Sends the form it stands in, or the one named by `form`." },
                    Prop { name: "form", of: "Option<&'static str>", required: false, about: "The identifier of the form it sends when it stands outside of it, as in the page's action bar." },
                    Prop { name: "busy", of: "Signal<bool>", required: false, about: "What it does is under way." },
                    Prop { name: "busy_label", of: "MaybeText", required: false, about: "What is shown and said meanwhile (\"正在提交\"). Needed where `busy` is used." },
                    Prop { name: "waits", of: "Signal<bool>", required: false, about: "Cannot be pressed yet, and its description says why or until when. It can still take the focus, so that this is heard." },
                    Prop { name: "disabled", of: "Signal<bool>", required: false, about: "Cannot be pressed now. Prefer a button that answers why not." },
                    Prop { name: "id", of: "Option<String>", required: false, about: "Its identifier." },
                    Prop { name: "described_by", of: "Option<String>", required: false, about: "The identifier of the element that says more about it." },
                    Prop { name: "icon", of: "Option<IconName>", required: false, about: "An icon before the words." },
                    Prop { name: "on_press", of: "Option<Callback<()>>", required: false, about: "Called when pressed, unless it is busy or waits." },
                    Prop { name: "children", of: "Children", required: false, about: "Its words." },
                ],
            },
            Part {
                name: "ButtonLink",
                about: "A link in a button's clothes, for going to the next page.",
                props: &[
                    Prop { name: "href", of: "Signal<String>", required: true, about: "Where to." },
                    Prop { name: "kind", of: "ButtonKind", required: false, about: "How much it asks for." },
                    Prop { name: "icon", of: "Option<IconName>", required: false, about: "An icon before the words." },
                    Prop { name: "outside", of: "bool", required: false, about: "It leaves the app, as the sign-in does, so the router must let it go." },
                    Prop { name: "children", of: "Children", required: false, about: "Its words." },
                ],
            },
        ],
        stories: components::button::stories::STORIES,
    },
    Component {
        name: "calendar",
        about: "A month with its days: what falls on them, and which one is chosen.",
        parts: &[
            Part {
                name: "Calendar",
                about: "One month at a time, weeks from Monday, with marked days and ranges and a legend that says what they are. Without `on_choose` it is for reading alone; with it a day can be chosen.  Keys: Tab comes to the buttons for the months, to the grid, and to each line of the legend, which turns to the month it is about. In the grid of a calendar to choose from, the arrow keys go by day and week, Home and End to Monday and Sunday, Page Up and Page Down by month, with Shift by year; Enter or Space chooses. The grid is one stop of the Tab key. A calendar for reading takes no key in the grid.  A screen reader hears the month when it turns; of each day its date in full, whether it is today, and what is marked on it. A calendar for reading is an ordinary table, and its legend says everything that the table shows.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The beginning of the identifiers in it." },
                    Prop { name: "label", of: "Text", required: true, about: "What the calendar is of: \"申领和签注的日子\"." },
                    Prop { name: "opens_at", of: "Date", required: true, about: "The day whose month is shown first, where none is chosen." },
                    Prop { name: "today", of: "Signal<Option<Date>>", required: false, about: "Today in Chengdu; none where it does not matter." },
                    Prop { name: "marks", of: "Signal<Vec<Mark>>", required: false, about: "What falls on days and ranges. Of several on one day, the last one's tone is shown and all are read out." },
                    Prop { name: "chosen", of: "Signal<Option<Date>>", required: false, about: "The day that is chosen." },
                    Prop { name: "on_choose", of: "Option<Callback<Date>>", required: false, about: "Called with the day to choose." },
                    Prop { name: "min", of: "Signal<Date>", required: false, about: "The first day that can be chosen." },
                    Prop { name: "max", of: "Signal<Date>", required: false, about: "The last day that can be chosen." },
                    Prop { name: "words", of: "CalendarWords", required: true, about: "Its words." },
                ],
            },
        ],
        stories: components::calendar::stories::STORIES,
    },
    Component {
        name: "cells",
        about: "Rows of one list: what it is, how it stands, and where it leads.",
        parts: &[
            Part {
                name: "Cells",
                about: "A list of [`Cell`]s on one card, divided by hairlines.  Keys: as of links and buttons, Tab from row to row, Enter to follow, Enter or Space to press. A screen reader hears a list and how long it is, and of each row its label, its detail and its value as the name of the link or button.",
                props: &[
                    Prop { name: "children", of: "Children", required: false, about: "The rows." },
                ],
            },
            Part {
                name: "Cell",
                about: "One row. It is a link where there is an `href`, a button where there is an `on_press`, and else only says something.",
                props: &[
                    Prop { name: "label", of: "Text", required: true, about: "What it is: \"我的办件\"." },
                    Prop { name: "detail", of: "MaybeText", required: false, about: "More about it, in a sentence under the label." },
                    Prop { name: "value", of: "MaybeText", required: false, about: "How it stands, at the end of the row: \"2 件\"." },
                    Prop { name: "icon", of: "Option<IconName>", required: false, about: "A picture before the words." },
                    Prop { name: "tag", of: "Option<ViewFnOnce>", required: false, about: "A [`Tag`](super::tag::Tag), which then stands in the value's place." },
                    Prop { name: "href", of: "Option<String>", required: false, about: "Where it leads." },
                    Prop { name: "outside", of: "bool", required: false, about: "The address is opened anew, past the app's router." },
                    Prop { name: "on_press", of: "Option<Callback<()>>", required: false, about: "Called when it is pressed. Not beside `href`." },
                ],
            },
        ],
        stories: components::cells::stories::STORIES,
    },
    Component {
        name: "character_count",
        about: "How much may still be written.",
        parts: &[
            Part {
                name: "CharacterCount",
                about: "Counts what is written in the text area or input inside it, and stands with it in a [`Field`](super::field::Field). It stops nobody from writing more: what is too much can then be seen and shortened, and not cut off by the way.  Keys: none of its own. A screen reader hears how much is left as part of the control's description when it comes to the control, and again one second after the last key.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written." },
                    Prop { name: "most", of: "u16", required: true, about: "The most characters there may be." },
                    Prop { name: "words", of: "Callback<i32, String>", required: true, about: "Says how many are left (\"还可以写 20 个字\"), or below zero how many are too many (\"多了 3 个字\")." },
                    Prop { name: "children", of: "Children", required: false, about: "The control." },
                ],
            },
        ],
        stories: components::character_count::stories::STORIES,
    },
    Component {
        name: "checkbox",
        about: "Yes to one thing.",
        parts: &[
            Part {
                name: "Checkbox",
                about: "A native checkbox whose whole row can be tapped. Used for consents and declarations, so it has no state of its own to begin with: it is ticked only where `checked` says that the person has ticked it.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The control's identifier." },
                    Prop { name: "checked", of: "Signal<bool>", required: true, about: "The person has ticked it." },
                    Prop { name: "on_change", of: "Callback<bool>", required: true, about: "Called with the new state." },
                    Prop { name: "required", of: "bool", required: false, about: "Must be ticked to go on." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What it means, or what happens without it." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "What is wrong and what to do." },
                    Prop { name: "children", of: "Children", required: false, about: "What is agreed to." },
                ],
            },
        ],
        stories: components::checkbox::stories::STORIES,
    },
    Component {
        name: "code_input",
        about: "The code that came by SMS.",
        parts: &[
            Part {
                name: "CodeInput",
                about: "One input for a code of digits, with the button that sends another. One, and not a box for each digit, so that phones can fill it in, a code can be pasted, and a screen reader reads it as what it is. Stands in a [`Field`](super::field::Field), whose hint says where the code was sent.  Spaces and hyphens of a pasted code are taken out; anything else stays as written, for the page to say what is wrong.  Keys: digits; Tab to the button, Enter or Space to press it. While it has to wait the button stays in place, keeps the focus and does nothing. A screen reader hears how long to wait when it comes to the button, not every second, and once that another code can be sent.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written in it." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called at each change, with all that is written." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when it is left." },
                    Prop { name: "wait", of: "Signal<u32>", required: true, about: "Seconds until another code can be sent, counted down by its owner, who has a clock; 0 when it can." },
                    Prop { name: "wait_words", of: "Callback<u32, String>", required: true, about: "Says how long that is: \"42 秒后可以再发\"." },
                    Prop { name: "send_label", of: "Text", required: true, about: "On the button: \"发送验证码\", \"重新发送\"." },
                    Prop { name: "ready_words", of: "Text", required: true, about: "Said once when the wait is over: \"可以重新发送了\"." },
                    Prop { name: "sending", of: "Signal<bool>", required: false, about: "Sending is under way." },
                    Prop { name: "sending_label", of: "MaybeText", required: false, about: "What the button says meanwhile. Needed where `sending` is used." },
                    Prop { name: "on_send", of: "Callback<()>", required: true, about: "Called to send a code, unless one has to wait." },
                ],
            },
        ],
        stories: components::code_input::stories::STORIES,
    },
    Component {
        name: "combobox",
        about: "A text input that finds: what is written narrows a list, and one entry of it is chosen.",
        parts: &[
            Part {
                name: "Combobox",
                about: "A combobox as the ARIA practices describe it, with a list that its owner fills from what is written. Stands in a [`Field`](super::field::Field). Not the browser's own `datalist`, whose entries don't grow with the page's words and which screen readers on phones mostly pass over.  Keys: Down and Up open the list and go through it; Enter takes the entry one is at, or the first, for it fits best; Esc closes the list, and once it is closed empties the input; Tab leaves it and takes nothing. Home, End, Left and Right stay with the words.  A screen reader hears a combobox with its value, whether the list is open, each entry one comes to, and one second after the last key what was found.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written in it." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called at each change, with all that is written." },
                    Prop { name: "found", of: "Signal<Vec<Suggestion>>", required: true, about: "What fits to what is written, the best first. Empty while nothing was looked for." },
                    Prop { name: "on_choose", of: "Callback<String>", required: true, about: "Called with the value of the entry that is taken; its words should then be in the input." },
                    Prop { name: "found_words", of: "MaybeText", required: true, about: "How much was found: \"找到 3 条\", \"没有找到，请核对\". None while nothing was looked for." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when it is left." },
                    Prop { name: "list_label", of: "Text", required: true, about: "What the list is called by screen readers: \"街道\"." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "What browsers may fill in." },
                ],
            },
        ],
        stories: components::combobox::stories::STORIES,
    },
    Component {
        name: "countdown",
        about: "How much time is left.",
        parts: &[
            Part {
                name: "Countdown",
                about: "The time left, large, with what it is left for. Its owner, who has a clock, says what is left at each moment.  Keys: none. A screen reader hears it in its place as a timer, which by its role is not read out again at every change; only that the time is over is. Nothing moves but the number.",
                props: &[
                    Prop { name: "left", of: "Signal<Left>", required: true, about: "What is left." },
                    Prop { name: "label", of: "Text", required: true, about: "What the time is left for: \"离可以申领还有\"." },
                    Prop { name: "unit", of: "Callback<Left, String>", required: true, about: "The unit after the number: \"天\"." },
                    Prop { name: "over", of: "Text", required: true, about: "Said in place of everything once nothing is left: \"现在可以申领了\"." },
                ],
            },
        ],
        stories: components::countdown::stories::STORIES,
    },
    Component {
        name: "date_input",
        about: "A day, by the browser's own calendar.",
        parts: &[
            Part {
                name: "DateInput",
                about: "A native date input. Stands in a [`Field`](super::field::Field). Days are `YYYY-MM-DD`, empty while incomplete.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "The day." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called with the day, or with nothing in it once it is cleared." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when it is left." },
                    Prop { name: "min", of: "MaybeDay", required: false, about: "The first day that can be chosen." },
                    Prop { name: "max", of: "MaybeDay", required: false, about: "The last day that can be chosen." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "`bday` for a birthday, which browsers may fill in." },
                ],
            },
        ],
        stories: components::date_input::stories::STORIES,
    },
    Component {
        name: "date_leaf",
        about: "A day as on a tear-off calendar.",
        parts: &[
            Part {
                name: "DateLeaf",
                about: "The day that matters, made to be seen at a glance and read out in full.",
                props: &[
                    Prop { name: "datetime", of: "Signal<String>", required: true, about: "The day as `YYYY-MM-DD`." },
                    Prop { name: "month", of: "Text", required: true, about: "The month: \"2026年7月\"." },
                    Prop { name: "day", of: "Text", required: true, about: "The day of the month: \"15\"." },
                    Prop { name: "weekday", of: "Text", required: true, about: "The weekday: \"星期三\"." },
                ],
            },
        ],
        stories: components::date_leaf::stories::STORIES,
    },
    Component {
        name: "demonstration",
        about: "The mark that this is a demonstration and no office.",
        parts: &[
            Part {
                name: "Demonstration",
                about: "A slim band at the top of every page. It is plain text, so a screen reader hears it in its place, before the page's title; it takes no key.",
                props: &[
                    Prop { name: "words", of: "Text", required: true, about: "What it says: \"演示系统 · 非官方，请勿填写真实信息\"." },
                ],
            },
        ],
        stories: components::demonstration::stories::STORIES,
    },
    Component {
        name: "details",
        about: "What can be unfolded.",
        parts: &[
            Part {
                name: "Details",
                about: "A native disclosure, folded to begin with.",
                props: &[
                    Prop { name: "summary", of: "Text", required: true, about: "What is inside, in few words: \"依据\"." },
                    Prop { name: "children", of: "Children", required: false, about: "What is unfolded." },
                ],
            },
        ],
        stories: components::details::stories::STORIES,
    },
    Component {
        name: "dialog",
        about: "A question that has to be answered before anything else.",
        parts: &[
            Part {
                name: "Dialog",
                about: "A native modal dialog. The browser keeps the focus inside, closes it on Esc and gives the focus back to where it was; the component only opens and closes it as `open` says, and tells when the person closed it. A tap beside it does nothing, since the question waits for an answer.  Keys: Esc closes it without an answer; Tab stays inside. A screen reader hears a dialog with the title as its name, and nothing of the page under it.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The dialog's identifier; its title is `…-title`." },
                    Prop { name: "title", of: "Text", required: true, about: "The question." },
                    Prop { name: "open", of: "Signal<bool>", required: true, about: "It is shown." },
                    Prop { name: "on_close", of: "Callback<()>", required: true, about: "Called when the person closes it without an answer; `open` must then become false." },
                    Prop { name: "close_label", of: "Text", required: true, about: "The name of the button that closes it: \"关闭\"." },
                    Prop { name: "actions", of: "ViewFnOnce", required: true, about: "The answers, the safe one first." },
                    Prop { name: "children", of: "Children", required: false, about: "What one should know to answer." },
                ],
            },
        ],
        stories: components::dialog::stories::STORIES,
    },
    Component {
        name: "elder_switch",
        about: "Large words and targets.",
        parts: &[
            Part {
                name: "ElderSwitch",
                about: "A [`Switch`] for the version with large words. The one who uses it keeps the choice and sets `data-elder`.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The control's identifier." },
                    Prop { name: "on", of: "Signal<bool>", required: true, about: "It is on." },
                    Prop { name: "label", of: "Text", required: true, about: "Such as \"大字版\"." },
                    Prop { name: "on_change", of: "Callback<bool>", required: true, about: "Called with the new state." },
                ],
            },
        ],
        stories: components::elder_switch::stories::STORIES,
    },
    Component {
        name: "empty",
        about: "Nothing here yet, and what could be.",
        parts: &[
            Part {
                name: "Empty",
                about: "A place that has nothing to show, with the way to fill it.",
                props: &[
                    Prop { name: "title", of: "Text", required: true, about: "What is not there: \"还没有办件\"." },
                    Prop { name: "icon", of: "IconName", required: false, about: "A quiet picture of what could be there." },
                    Prop { name: "actions", of: "Option<ViewFnOnce>", required: false, about: "The way on." },
                    Prop { name: "children", of: "Children", required: false, about: "What will be there, and when." },
                ],
            },
        ],
        stories: components::empty::stories::STORIES,
    },
    Component {
        name: "error_summary",
        about: "What is wrong on the page, all at once.",
        parts: &[
            Part {
                name: "ErrorSummary",
                about: "The errors of a page as links to their fields. It takes the focus at every attempt that left errors, so it is heard first; following a link puts the focus into the field, or opens the page that has it. Nothing is shown while there are no errors.",
                props: &[
                    Prop { name: "title", of: "Text", required: true, about: "Such as \"还有 2 处需要改\"." },
                    Prop { name: "errors", of: "Signal<Vec<SummaryError>>", required: true, about: "What is wrong, in the order of the page." },
                    Prop { name: "attempt", of: "Signal<u32>", required: true, about: "Counts the attempts to go on." },
                ],
            },
        ],
        stories: components::error_summary::stories::STORIES,
    },
    Component {
        name: "field",
        about: "A question with its label, hint, error and source, around one control or a group of them.",
        parts: &[
            Part {
                name: "Field",
                about: "One question around one control. The control inside is named by the label and described by hint, error and source.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The control's identifier; hint, error and source are `…-hint`, `…-error`, `…-source`." },
                    Prop { name: "label", of: "Text", required: true, about: "The question, in few words." },
                    Prop { name: "required", of: "bool", required: false, about: "Must be answered. The optional ones are marked, since they are the fewer." },
                    Prop { name: "mark", of: "MaybeText", required: false, about: "The word after the label, such as \"选填\"." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What to write, or where to find it." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "What is wrong and what to do." },
                    Prop { name: "source", of: "MaybeText", required: false, about: "Where a prefilled answer comes from: \"来自居住登记 · 2026年1月15日\"." },
                    Prop { name: "dispute", of: "Option<ViewFnOnce>", required: false, about: "The link beside the source: \"有误？\"." },
                    Prop { name: "children", of: "Children", required: false, about: "The control." },
                ],
            },
            Part {
                name: "FieldGroup",
                about: "One question around several controls: a native field set with a legend.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The first control's identifier; hint, error and source are `…-hint`, `…-error`, `…-source`." },
                    Prop { name: "label", of: "Text", required: true, about: "The question." },
                    Prop { name: "role", of: "&'static str", required: false, about: "`radiogroup` where one of several is chosen." },
                    Prop { name: "required", of: "bool", required: false, about: "Must be answered." },
                    Prop { name: "mark", of: "MaybeText", required: false, about: "The word after the question, such as \"选填\"." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What helps to answer." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "What is wrong and what to do." },
                    Prop { name: "source", of: "MaybeText", required: false, about: "Where a prefilled answer comes from." },
                    Prop { name: "children", of: "Children", required: false, about: "The controls." },
                ],
            },
        ],
        stories: components::field::stories::STORIES,
    },
    Component {
        name: "icon",
        about: "Our small set of line icons. Decoration only: hidden from screen readers, always beside a word.",
        parts: &[
            Part {
                name: "Icon",
                about: "A line icon in the colour and size of the words around it.",
                props: &[
                    Prop { name: "name", of: "IconName", required: true, about: "Which one." },
                ],
            },
            Part {
                name: "Mark",
                about: "Rongju's mark: the city's flower, the hibiscus (芙蓉), from five petals.",
                props: &[
                ],
            },
        ],
        stories: components::icon::stories::STORIES,
    },
    Component {
        name: "identity_number_input",
        about: "The 18 characters of an identity number (公民身份号码).",
        parts: &[
            Part {
                name: "IdentityNumberInput",
                about: "A text input for an identity number, read back in the groups of the card: region, birth, rest. It takes what is written as it is; whether it is a number is for the rules to say.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written in it." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called at each change, with all that is written." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when it is left." },
                    Prop { name: "readonly", of: "Signal<bool>", required: false, about: "Can be read, but not changed." },
                ],
            },
            Part {
                name: "ReadBack",
                about: "What is written, in groups, large enough to compare with a card. Not for screen readers, which read the input.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written." },
                    Prop { name: "groups", of: "&'static [usize]", required: true, about: "How many characters each group has." },
                ],
            },
        ],
        stories: components::identity_number_input::stories::STORIES,
    },
    Component {
        name: "language_switch",
        about: "A language to choose.",
        parts: &[
            Part {
                name: "LanguageSwitch",
                about: "A button in the words of its language, so that who needs it can read it: \"English\" on a Chinese page.",
                props: &[
                    Prop { name: "lang", of: "Signal<String>", required: true, about: "The language's tag: `en`, `zh-CN`." },
                    Prop { name: "name", of: "Signal<String>", required: true, about: "Its name, in itself." },
                    Prop { name: "chosen", of: "Option<Signal<bool>>", required: false, about: "Whether it is the one chosen, where all of them are offered." },
                    Prop { name: "on_switch", of: "Callback<()>", required: true, about: "Called to change to it." },
                ],
            },
        ],
        stories: components::language_switch::stories::STORIES,
    },
    Component {
        name: "masked_value",
        about: "A personal datum that is shown only when asked, and not for long.",
        parts: &[
            Part {
                name: "MaskedValue",
                about: "A masked value with a button that shows it in full for some seconds.",
                props: &[
                    Prop { name: "masked", of: "Text", required: true, about: "The masked value: \"510***********003X\"." },
                    Prop { name: "full", of: "Text", required: true, about: "The full value." },
                    Prop { name: "show_label", of: "Text", required: true, about: "On the button while masked: \"显示\"." },
                    Prop { name: "hide_label", of: "Text", required: true, about: "On the button while shown: \"隐藏\"." },
                    Prop { name: "subject", of: "Text", required: true, about: "What it is, for the button's name: \"身份证号\"." },
                    Prop { name: "shown_for", of: "Duration", required: false, about: "How long it stays shown." },
                ],
            },
        ],
        stories: components::masked_value::stories::STORIES,
    },
    Component {
        name: "notice",
        about: "Something the person should know, in its place on the page.",
        parts: &[
            Part {
                name: "Notice",
                about: "A notice with icon and word. Tone is never told by colour alone.",
                props: &[
                    Prop { name: "tone", of: "Tone", required: true, about: "What kind of news it is." },
                    Prop { name: "word", of: "Text", required: true, about: "The tone as a word, before the title: \"注意\", \"已保存\"." },
                    Prop { name: "title", of: "MaybeText", required: false, about: "What it is about." },
                    Prop { name: "announce", of: "Announce", required: false, about: "How it is announced." },
                    Prop { name: "children", of: "Children", required: false, about: "What to know and what to do." },
                ],
            },
        ],
        stories: components::notice::stories::STORIES,
    },
    Component {
        name: "page",
        about: "The frame of every page: demonstration band, top bar, progress, content, actions, summary.",
        parts: &[
            Part {
                name: "PageShell",
                about: "A whole page. From 960 px on, a quiet summary stands beside the same single column.",
                props: &[
                    Prop { name: "demonstration", of: "Text", required: true, about: "The demonstration band: \"演示系统 · 非官方，请勿填写真实信息\"." },
                    Prop { name: "skip", of: "Text", required: true, about: "The skip link: \"跳到正文\"." },
                    Prop { name: "title", of: "Text", required: true, about: "The short title in the top bar. It is the page's `h1` where there is no `heading`." },
                    Prop { name: "heading", of: "Option<Text>", required: false, about: "A longer title or question above the content, which then is the `h1`." },
                    Prop { name: "back", of: "Option<PageLink>", required: false, about: "The way back." },
                    Prop { name: "display", of: "Option<PageLink>", required: false, about: "The way to larger words, colours and the other language." },
                    Prop { name: "help", of: "Option<PageLink>", required: false, about: "The way to help." },
                    Prop { name: "banner", of: "Option<ViewFnOnce>", required: false, about: "News for the whole page: a [`Banner`](super::banner::Banner), which may come and go." },
                    Prop { name: "progress", of: "Option<PageProgress>", required: false, about: "Where one is in a row of steps." },
                    Prop { name: "actions", of: "Option<ViewFnOnce>", required: false, about: "The action bar: one full-width primary action, others as links. Stays above the phone's safe area." },
                    Prop { name: "languages", of: "Option<ViewFnOnce>", required: false, about: "The languages to choose from, after everything else. On a phone the action bar is seen below them." },
                    Prop { name: "summary", of: "Option<ViewFnOnce>", required: false, about: "The quiet summary: steps, station, deadline. Wide screens alone have room for it, so it says nothing that is not also said elsewhere." },
                    Prop { name: "summary_label", of: "Option<Text>", required: false, about: "What the summary is called by screen readers. Needed where there is one." },
                    Prop { name: "children", of: "Children", required: false, about: "The content." },
                ],
            },
        ],
        stories: components::page::stories::STORIES,
    },
    Component {
        name: "phone_input",
        about: "A mobile number.",
        parts: &[
            Part {
                name: "PhoneInput",
                about: "A telephone input, read back in the groups people say.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written in it." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called at each change, with all that is written." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when it is left." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "What browsers may fill in: `off` where the number is somebody else's." },
                ],
            },
        ],
        stories: components::phone_input::stories::STORIES,
    },
    Component {
        name: "picture_editor",
        about: "Cutting a picture: four corners of a document, or a frame around a face.",
        parts: &[
            Part {
                name: "PictureEditor",
                about: "A picture in a dialog, with what is to be cut out of it. Everything that a finger can drag can also be moved by keys, and by buttons that one taps: neither a steady hand nor a screen reader's gestures can drag.  Keys, on a corner or on the frame: arrows move it, with Shift in small steps; plus and minus size the frame.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The dialog's identifier." },
                    Prop { name: "title", of: "Text", required: true, about: "What is cut: \"裁剪摆正：身份证人像面\"." },
                    Prop { name: "open", of: "Signal<bool>", required: true, about: "It is shown." },
                    Prop { name: "picture", of: "Signal<Option<EditorPicture>>", required: true, about: "The picture, once there is something to see." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "Why there will be none." },
                    Prop { name: "words", of: "EditorWords", required: true, about: "Its words." },
                    Prop { name: "on_apply", of: "Callback<Corners>", required: true, about: "Called with where to cut." },
                    Prop { name: "on_close", of: "Callback<()>", required: true, about: "Called when it is left; `open` must then become false." },
                ],
            },
        ],
        stories: components::picture_editor::stories::STORIES,
    },
    Component {
        name: "progress",
        about: "How far something is, in words and as a bar.",
        parts: &[
            Part {
                name: "Progress",
                about: "A native progress bar with its words. Without a value it only says that something is going on.",
                props: &[
                    Prop { name: "words", of: "Text", required: true, about: "What is going on, and how far it is (\"正在上传，已传 40%\")." },
                    Prop { name: "value", of: "Signal<Option<u32>>", required: false, about: "How much is done, of `max`." },
                    Prop { name: "max", of: "Signal<u32>", required: false, about: "How much there is." },
                ],
            },
        ],
        stories: components::progress::stories::STORIES,
    },
    Component {
        name: "qr_code",
        about: "An address as a code for cameras.",
        parts: &[
            Part {
                name: "QrCode",
                about: "A QR code for another device, with the way for those who have no camera. It recovers from 15 % of it being covered.  The code is dark on light in every theme, since many cameras do not read the other way round. Only public addresses and numbers belong in it: everybody who sees the screen can read it.  Keys: none. A screen reader hears an image by its label, and after it what is in `children`, which says the same in words. Where there is more to say than a code holds (about 2,300 bytes), the words stand alone.",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What the code says." },
                    Prop { name: "label", of: "Text", required: true, about: "What it is: \"办件 CDJZ-… 的二维码，用另一台手机扫\"." },
                    Prop { name: "children", of: "Children", required: false, about: "The same in words that can be read or followed: a link, a number to type in." },
                ],
            },
        ],
        stories: components::qr_code::stories::STORIES,
    },
    Component {
        name: "radio_cards",
        about: "One of a few, each explained.",
        parts: &[
            Part {
                name: "RadioCards",
                about: "Native radio buttons on cards as large as a thumb, in a field set with its question. Nothing is chosen unless `value` says so. The first card's control has the identifier `id`, the others `id-value`.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The group's identifier and the controls' name." },
                    Prop { name: "label", of: "Text", required: true, about: "The question." },
                    Prop { name: "value", of: "Signal<String>", required: true, about: "The chosen answer's value, empty while nothing is chosen." },
                    Prop { name: "choices", of: "Signal<Vec<Choice>>", required: true, about: "What can be chosen." },
                    Prop { name: "on_change", of: "Callback<String>", required: true, about: "Called with the value of what is chosen." },
                    Prop { name: "required", of: "bool", required: false, about: "Must be answered." },
                    Prop { name: "mark", of: "MaybeText", required: false, about: "The word after the question, such as \"选填\"." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What helps to choose." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "What is wrong and what to do." },
                    Prop { name: "source", of: "MaybeText", required: false, about: "Where a prefilled answer comes from." },
                ],
            },
        ],
        stories: components::radio_cards::stories::STORIES,
    },
    Component {
        name: "result",
        about: "The moment of completion.",
        parts: &[
            Part {
                name: "ResultPanel",
                about: "It is done: what, under which number, and what happens next. The one place where the accent colour speaks.",
                props: &[
                    Prop { name: "title", of: "Text", required: true, about: "What is done: \"已提交给桂溪派出所\"." },
                    Prop { name: "number_label", of: "MaybeText", required: false, about: "What the number is: \"办件编号\"." },
                    Prop { name: "number", of: "MaybeText", required: false, about: "The number, which can be selected and copied." },
                    Prop { name: "actions", of: "Option<ViewFnOnce>", required: false, about: "The ways on." },
                    Prop { name: "children", of: "Children", required: false, about: "What happens next, and by when." },
                ],
            },
        ],
        stories: components::result::stories::STORIES,
    },
    Component {
        name: "select",
        about: "One of many, by the browser's own list.",
        parts: &[
            Part {
                name: "Select",
                about: "A native select. Stands in a [`Field`](super::field::Field).",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "The chosen answer's value, empty while nothing is chosen." },
                    Prop { name: "choices", of: "Signal<Vec<Choice>>", required: true, about: "What can be chosen." },
                    Prop { name: "on_change", of: "Callback<String>", required: true, about: "Called with the value of what is chosen." },
                    Prop { name: "placeholder", of: "MaybeText", required: false, about: "What the list says while nothing is chosen (\"请选择\")." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "What browsers may fill in: `address-level1`." },
                ],
            },
        ],
        stories: components::select::stories::STORIES,
    },
    Component {
        name: "sheet",
        about: "Something to look at or to choose from, over the page and away again.",
        parts: &[
            Part {
                name: "Sheet",
                about: "A native modal dialog at the bottom of a phone, and a panel at the side of a wide screen. For an example, a longer explanation, a list to choose from; a question that must be answered is a [`Dialog`](super::dialog::Dialog), which looks the same on a phone but is not closed by a tap beside it.  Keys: Esc closes it; Tab stays inside, which the browser sees to, and comes back to where it was. A screen reader hears a dialog with the title as its name, and nothing of the page under it.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The sheet's identifier; its title is `…-title`." },
                    Prop { name: "title", of: "Text", required: true, about: "What is on it." },
                    Prop { name: "open", of: "Signal<bool>", required: true, about: "It is shown." },
                    Prop { name: "on_close", of: "Callback<()>", required: true, about: "Called when the person closes it; `open` must then become false." },
                    Prop { name: "close_label", of: "Text", required: true, about: "The name of the button that closes it: \"关闭\"." },
                    Prop { name: "children", of: "Children", required: false, about: "What there is to see." },
                ],
            },
        ],
        stories: components::sheet::stories::STORIES,
    },
    Component {
        name: "skeleton",
        about: "The shape of what is on its way. The same shapes stand in `index.html` before the app runs.",
        parts: &[
            Part {
                name: "Skeleton",
                about: "Lines in the shape of the words to come, and the words that say so.",
                props: &[
                    Prop { name: "words", of: "Text", required: true, about: "What is on its way: \"正在打开办件\"." },
                    Prop { name: "lines", of: "usize", required: false, about: "How many lines there will be, as far as is known." },
                ],
            },
        ],
        stories: components::skeleton::stories::STORIES,
    },
    Component {
        name: "skip_link",
        about: "The first thing the keyboard meets on a page.",
        parts: &[
            Part {
                name: "SkipLink",
                about: "Jumps over the top of the page to its content. Shown once it has the focus.",
                props: &[
                    Prop { name: "target", of: "&'static str", required: true, about: "The identifier of the element to jump to; it must be able to take the focus." },
                    Prop { name: "label", of: "Text", required: true, about: "Such as \"跳到正文\"." },
                ],
            },
        ],
        stories: components::skip_link::stories::STORIES,
    },
    Component {
        name: "station_card",
        about: "A police station or service window: where, when, how to reach it.",
        parts: &[
            Part {
                name: "StationCard",
                about: "One station.",
                props: &[
                    Prop { name: "name", of: "Text", required: true, about: "Its name: \"桂溪派出所\"." },
                    Prop { name: "address", of: "Text", required: true, about: "Its address." },
                    Prop { name: "hours", of: "MaybeText", required: false, about: "When it is open." },
                    Prop { name: "phone", of: "MaybeText", required: false, about: "Its telephone number, as dialled." },
                    Prop { name: "note", of: "MaybeText", required: false, about: "Why it is shown: \"您的申请由它办理\"." },
                    Prop { name: "actions", of: "Option<ViewFnOnce>", required: false, about: "What can be done with it." },
                ],
            },
        ],
        stories: components::station_card::stories::STORIES,
    },
    Component {
        name: "stepper",
        about: "A small number, counted up and down.",
        parts: &[
            Part {
                name: "Stepper",
                about: "A native number input between two buttons. Stands in a [`Field`](super::field::Field).  Keys: digits; Up and Down count by one `step`. The buttons are for fingers and are no stops of the Tab key, since they do what the arrow keys do; at the least or the most they stay where they are and do nothing. A screen reader hears a spin button with label and value, and the new value after a press of a button. The mouse wheel turns the page and never the number.",
                props: &[
                    Prop { name: "value", of: "Signal<u32>", required: true, about: "The number." },
                    Prop { name: "on_change", of: "Callback<u32>", required: true, about: "Called with the new number, which is always within the limits." },
                    Prop { name: "min", of: "u32", required: false, about: "The least there may be." },
                    Prop { name: "max", of: "u32", required: true, about: "The most there may be." },
                    Prop { name: "step", of: "u32", required: false, about: "How much a press counts." },
                    Prop { name: "unit", of: "MaybeText", required: false, about: "What is counted, after the number: \"人\"." },
                    Prop { name: "words", of: "StepperWords", required: true, about: "The buttons' words." },
                ],
            },
        ],
        stories: components::stepper::stories::STORIES,
    },
    Component {
        name: "steps",
        about: "The steps in short, for the quiet summary beside a page.",
        parts: &[
            Part {
                name: "Steps",
                about: "The same steps as in the [task list](super::task_list), one line each. The present one is `aria-current`.",
                props: &[
                    Prop { name: "label", of: "Text", required: true, about: "What the list is called: \"步骤\"." },
                    Prop { name: "steps", of: "Signal<Vec<Task>>", required: true, about: "The steps in their order." },
                ],
            },
        ],
        stories: components::steps::stories::STORIES,
    },
    Component {
        name: "summary_list",
        about: "Answers to look through, each with its way to change it.",
        parts: &[
            Part {
                name: "SummaryList",
                about: "A list of answers: [`SummaryRow`]s.",
                props: &[
                    Prop { name: "children", of: "Children", required: false, about: "The rows." },
                ],
            },
            Part {
                name: "SummaryRow",
                about: "One answer.",
                props: &[
                    Prop { name: "term", of: "Text", required: true, about: "What was asked: \"收件地址\"." },
                    Prop { name: "change", of: "Option<PageLink>", required: false, about: "The link to change it: \"更改\". Its name for screen readers ends with the term." },
                    Prop { name: "source", of: "MaybeText", required: false, about: "Where the answer comes from." },
                    Prop { name: "note", of: "MaybeText", required: false, about: "What else is to be said of it: \"原来：演示路1号\"." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "What is wrong with it." },
                    Prop { name: "children", of: "Children", required: false, about: "The answer." },
                ],
            },
        ],
        stories: components::summary_list::stories::STORIES,
    },
    Component {
        name: "switch",
        about: "On or off, at once.",
        parts: &[
            Part {
                name: "Switch",
                about: "A native checkbox that is a switch: what it says happens when it is moved, not when something is sent. For what is agreed to and then sent there is the [`Checkbox`](super::checkbox::Checkbox).  Keys: Space moves it. A screen reader hears its words, \"switch\", and on or off; the hint is its description.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The control's identifier; its hint is `…-hint`." },
                    Prop { name: "checked", of: "Signal<bool>", required: true, about: "It is on." },
                    Prop { name: "on_change", of: "Callback<bool>", required: true, about: "Called with the new state. `checked` stays the truth: where it does not follow, the switch goes back." },
                    Prop { name: "icon", of: "Option<IconName>", required: false, about: "A picture before the words." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What it does, or why it cannot be moved." },
                    Prop { name: "disabled", of: "Signal<bool>", required: false, about: "Cannot be moved now." },
                    Prop { name: "children", of: "Children", required: false, about: "What is on or off." },
                ],
            },
        ],
        stories: components::switch::stories::STORIES,
    },
    Component {
        name: "tabs",
        about: "Several views of one thing, one at a time.",
        parts: &[
            Part {
                name: "Tabs",
                about: "Tabs as the ARIA practices describe them. In HTML that no script has reached yet they are a list of links to sections below each other, and become tabs once the app runs.  Keys: Tab comes to the chosen tab and then to its panel; the arrow keys go from tab to tab and show what they come to, in the direction of the script; Home and End go to the first and the last. A screen reader hears \"tab\", which of how many, and whether it is chosen; the panel has the tab's name.",
                props: &[
                    Prop { name: "label", of: "Text", required: true, about: "What the tabs are views of, for screen readers." },
                    Prop { name: "tabs", of: "Vec<Tab>", required: true, about: "The views. They stay the same while they are shown." },
                    Prop { name: "chosen", of: "Signal<String>", required: true, about: "The identifier of the one that is chosen." },
                    Prop { name: "on_choose", of: "Callback<String>", required: true, about: "Called with the identifier of the one to choose." },
                ],
            },
        ],
        stories: components::tabs::stories::STORIES,
    },
    Component {
        name: "tag",
        about: "A state in one or two words.",
        parts: &[
            Part {
                name: "Tag",
                about: "A small label with icon and word.",
                props: &[
                    Prop { name: "tone", of: "Tone", required: false, about: "What kind of state it is." },
                    Prop { name: "id", of: "Option<String>", required: false, about: "The identifier, where another element is described by it." },
                    Prop { name: "children", of: "Children", required: false, about: "The word." },
                ],
            },
        ],
        stories: components::tag::stories::STORIES,
    },
    Component {
        name: "task_list",
        about: "What is done and what is still open, before the steps.",
        parts: &[
            Part {
                name: "TaskList",
                about: "The steps of an application as a list of links, each with its state in words.",
                props: &[
                    Prop { name: "tasks", of: "Signal<Vec<Task>>", required: true, about: "The steps in their order." },
                ],
            },
        ],
        stories: components::task_list::stories::STORIES,
    },
    Component {
        name: "text_input",
        about: "One line of text, or several.",
        parts: &[
            Part {
                name: "TextInput",
                about: "A native text input. Stands in a [`Field`](super::field::Field).",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written in it." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called at each change, with all that is written." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when the input is left: the moment to say what is wrong with it." },
                    Prop { name: "kind", of: "&'static str", required: false, about: "`text`, `email`, `search`, `tel`." },
                    Prop { name: "input_mode", of: "Option<&'static str>", required: false, about: "Which keyboard a phone shows: `numeric`, `tel`, `email`." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "What browsers and password managers may fill in: `name`, `street-address`, `one-time-code`." },
                    Prop { name: "autocapitalize", of: "Option<&'static str>", required: false, about: "Which letters a phone's keyboard makes capitals by itself: `characters` for numbers that have letters in them." },
                    Prop { name: "max_length", of: "Option<u16>", required: false, about: "The most characters that may be written." },
                    Prop { name: "spellcheck", of: "bool", required: false, about: "Spelling is checked. Off for names and numbers." },
                    Prop { name: "readonly", of: "Signal<bool>", required: false, about: "Can be read and copied, but not changed." },
                    Prop { name: "width", of: "&'static str", required: false, about: "How much is asked for, told by the input's width: `short`, `medium` or `full`." },
                ],
            },
            Part {
                name: "TextArea",
                about: "A native text area. Stands in a [`Field`](super::field::Field).",
                props: &[
                    Prop { name: "value", of: "Signal<String>", required: true, about: "What is written in it." },
                    Prop { name: "on_input", of: "Callback<String>", required: true, about: "Called at each change, with all that is written." },
                    Prop { name: "on_leave", of: "Callback<()>", required: false, about: "Called when it is left." },
                    Prop { name: "readonly", of: "Signal<bool>", required: false, about: "Can be read and copied, but not changed." },
                    Prop { name: "rows", of: "u8", required: false, about: "Lines shown at once." },
                    Prop { name: "max_length", of: "Option<u16>", required: false, about: "The most characters that may be written." },
                    Prop { name: "autocomplete", of: "&'static str", required: false, about: "What browsers may fill in: `street-address`." },
                ],
            },
        ],
        stories: components::text_input::stories::STORIES,
    },
    Component {
        name: "timeline",
        about: "What happened, what is now, what comes next.",
        parts: &[
            Part {
                name: "Timeline",
                about: "A vertical line of [`TimelineEntry`]s, from the first to what comes next.",
                props: &[
                    Prop { name: "label", of: "Text", required: true, about: "What the line tells: \"办理进度\"." },
                    Prop { name: "children", of: "Children", required: false, about: "The entries." },
                ],
            },
            Part {
                name: "TimelineEntry",
                about: "One entry. The present one stands out; the others are quiet.",
                props: &[
                    Prop { name: "moment", of: "Moment", required: true, about: "Where it stands in time." },
                    Prop { name: "moment_word", of: "Text", required: true, about: "The same in a word, for screen readers: \"已完成\", \"现在\", \"接下来\"." },
                    Prop { name: "title", of: "Text", required: true, about: "What happened: \"派出所已受理\"." },
                    Prop { name: "time", of: "MaybeText", required: false, about: "When, or by when at the latest, in words." },
                    Prop { name: "datetime", of: "MaybeText", required: false, about: "The same day or moment for machines: `2026-03-02` or RFC 3339. Needed where `time` is given." },
                    Prop { name: "details", of: "Option<ViewFnOnce>", required: false, about: "More about it, and what can be done." },
                ],
            },
        ],
        stories: components::timeline::stories::STORIES,
    },
    Component {
        name: "toast",
        about: "Short news about what was just done.",
        parts: &[
            Part {
                name: "ToastRegion",
                about: "The place where news appears, once a page, there from the start so that screen readers watch it. How long a piece stays is for its owner to say; nothing that must be read or acted on belongs here.",
                props: &[
                    Prop { name: "toasts", of: "Signal<Vec<Toast>>", required: true, about: "The news, the newest last." },
                    Prop { name: "dismiss_label", of: "Text", required: true, about: "The name of the button that takes one away: \"知道了\"." },
                    Prop { name: "on_dismiss", of: "Callback<u32>", required: true, about: "Called with the one to take away." },
                ],
            },
        ],
        stories: components::toast::stories::STORIES,
    },
    Component {
        name: "uploader",
        about: "Pictures of documents: taking, checking, retaking.",
        parts: &[
            Part {
                name: "Uploader",
                about: "The pictures of one document. The phone offers camera and album by itself (no `capture`, which some hosts obey by hiding the album). Files are handed on as they come: reading and judging them is not the component's task, and what is shown is only what `pictures` says.",
                props: &[
                    Prop { name: "id", of: "String", required: true, about: "The identifier of the control that takes the next picture: of the one that adds, or where no more may come, of the one that retakes the first. So a link to it always leads to something that can be used." },
                    Prop { name: "label", of: "Text", required: true, about: "What is to be photographed: \"身份证 · 人像面\"." },
                    Prop { name: "hint", of: "MaybeText", required: false, about: "What to mind, limits first." },
                    Prop { name: "error", of: "MaybeText", required: false, about: "What is missing or wrong." },
                    Prop { name: "frame", of: "Frame", required: true, about: "The drawn frame to fill." },
                    Prop { name: "example", of: "Option<ViewFnOnce>", required: false, about: "An example beside it." },
                    Prop { name: "pictures", of: "Signal<Vec<Picture>>", required: true, about: "The pictures there are, in their order." },
                    Prop { name: "most", of: "usize", required: false, about: "The most pictures there may be. With more than one, several can be chosen at once." },
                    Prop { name: "takes_pdf", of: "bool", required: false, about: "A PDF will do as well. It has a control of its own: beside `image/*`, any other kind makes some hosts forget the camera (vant #3622)." },
                    Prop { name: "required", of: "bool", required: false, about: "Must be given." },
                    Prop { name: "words", of: "UploaderWords", required: true, about: "Its words." },
                    Prop { name: "on_files", of: "Callback<Vec<File>>", required: true, about: "Called with what was chosen, taken or dropped." },
                    Prop { name: "on_retake", of: "Callback<(String, File)>", required: true, about: "Called with a picture's identifier and what is to take its place." },
                    Prop { name: "on_delete", of: "Callback<String>", required: true, about: "Called with the identifier of a picture to forget." },
                    Prop { name: "on_cut", of: "Callback<String>", required: true, about: "Called with the identifier of a picture to cut." },
                    Prop { name: "on_forward", of: "Callback<String>", required: true, about: "Called with the identifier of a picture that is to change places with the one before it." },
                ],
            },
        ],
        stories: components::uploader::stories::STORIES,
    },
    Component {
        name: "verdict_card",
        about: "Whether something holds, since when or from when, and why.",
        parts: &[
            Part {
                name: "VerdictCard",
                about: "The answer: outcome in a word, headline in a sentence, the day, then the findings.",
                props: &[
                    Prop { name: "outcome", of: "Outcome", required: true, about: "What it comes to." },
                    Prop { name: "word", of: "Text", required: true, about: "The same in a word: \"现在可以申领\", \"还不能\"." },
                    Prop { name: "headline", of: "Text", required: true, about: "The answer in a sentence: \"再过 3 天，7 月 15 日就能申领\"." },
                    Prop { name: "date", of: "Option<ViewFnOnce>", required: false, about: "The day that matters: a [`DateLeaf`](super::date_leaf::DateLeaf)." },
                    Prop { name: "actions", of: "Option<ViewFnOnce>", required: false, about: "The way on." },
                    Prop { name: "children", of: "Children", required: false, about: "[`VerdictFinding`]s." },
                ],
            },
            Part {
                name: "VerdictFinding",
                about: "One reason, with its source folded.",
                props: &[
                    Prop { name: "outcome", of: "Outcome", required: true, about: "What this one comes to." },
                    Prop { name: "word", of: "Text", required: true, about: "The same in a word, for screen readers: \"符合\", \"还没满\", \"要核实\", \"不符合\"." },
                    Prop { name: "title", of: "Text", required: true, about: "What was looked at: \"连续居住满半年\"." },
                    Prop { name: "reason", of: "Text", required: true, about: "Why, and what would change it: \"您 1 月 15 日登记，满半年的那天起就可以\"." },
                    Prop { name: "source_label", of: "Text", required: true, about: "On the fold: \"依据\"." },
                    Prop { name: "source", of: "Text", required: true, about: "The article or source, in full." },
                ],
            },
        ],
        stories: components::verdict_card::stories::STORIES,
    },
    Component {
        name: "visually_hidden",
        about: "Words for screen readers alone.",
        parts: &[
            Part {
                name: "VisuallyHidden",
                about: "Words that are read out but not shown, such as what a \"change\" link changes.",
                props: &[
                    Prop { name: "children", of: "Children", required: false, about: "The words." },
                ],
            },
        ],
        stories: components::visually_hidden::stories::STORIES,
    },
];

/// Every token, as it stands in the style.
pub const TOKENS: &[TokenGroup] = &[
    TokenGroup {
        about: "surfaces",
        tokens: &[
            ("--paper", "var(--light, #f6f5f1) var(--dark, #101615)"),
            ("--card", "var(--light, #ffffff) var(--dark, #1a2221)"),
            ("--sunk", "var(--light, #edece6) var(--dark, #232d2c)"),
            ("--track", "var(--light, #dcdfdb) var(--dark, #33403e)"),
        ],
    },
    TokenGroup {
        about: "words",
        tokens: &[
            ("--ink", "var(--light, #1b2425) var(--dark, #ecf1ef)"),
            ("--ink-2", "var(--light, #4a5759) var(--dark, #b9c4c1)"),
            ("--ink-3", "var(--light, #5f6c6e) var(--dark, #95a29f)"),
        ],
    },
    TokenGroup {
        about: "rules between things, and the edges of what can be used",
        tokens: &[
            ("--line", "var(--light, #d5d9d6) var(--dark, #33403e)"),
            ("--edge", "var(--light, #7c8886) var(--dark, #7e8c89)"),
        ],
    },
    TokenGroup {
        about: "锦江青: the one primary action, links, progress",
        tokens: &[
            ("--brand", "var(--light, #0b5d5b) var(--dark, #6cc5be)"),
            ("--brand-deep", "var(--light, #084745) var(--dark, #9bdad5)"),
            ("--brand-soft", "var(--light, #e2efed) var(--dark, #16312f)"),
            ("--on-brand", "var(--light, #ffffff) var(--dark, #06302e)"),
            ("--focus", "var(--light, #0b5d5b) var(--dark, #6cc5be)"),
        ],
    },
    TokenGroup {
        about: "the band of the demonstration system",
        tokens: &[
            ("--band", "var(--light, #1b2425) var(--dark, #2a3635)"),
            ("--on-band", "var(--light, #f6f5f1) var(--dark, #ecf1ef)"),
        ],
    },
    TokenGroup {
        about: "芙蓉: the mark and the moment of completion, never errors",
        tokens: &[
            ("--accent", "var(--light, #b4235f) var(--dark, #f08db4)"),
            ("--accent-soft", "var(--light, #fbe9f0) var(--dark, #3a1c2a)"),
        ],
    },
    TokenGroup {
        about: "what a state says; always with an icon and a word",
        tokens: &[
            ("--ok", "var(--light, #1b6b3a) var(--dark, #7ccb95)"),
            ("--ok-soft", "var(--light, #e5f3e9) var(--dark, #16301f)"),
            ("--warn", "var(--light, #8a5300) var(--dark, #f0be6a)"),
            ("--warn-soft", "var(--light, #fff3dc) var(--dark, #35280f)"),
            ("--bad", "var(--light, #b3261e) var(--dark, #f59a92)"),
            ("--bad-soft", "var(--light, #fce8e6) var(--dark, #3a1b18)"),
            ("--info", "var(--light, #1d5c9b) var(--dark, #8dbdf0)"),
            ("--info-soft", "var(--light, #e6eff8) var(--dark, #152a40)"),
        ],
    },
    TokenGroup {
        about: "type: sizes follow the browser's own setting",
        tokens: &[
            ("--font", "-apple-system, \"PingFang SC\", \"HarmonyOS Sans SC\", \"MiSans\", \"Microsoft YaHei\", \"Noto Sans CJK SC\", \"Noto Sans SC\", system-ui, sans-serif"),
            ("--text-hint", "0.875rem"),
            ("--text-body", "1.0625rem"),
            ("--text-lead", "1.25rem"),
            ("--text-title", "1.5rem"),
            ("--text-figure", "1.875rem"),
            ("--measure", "38.25rem"),
        ],
    },
    TokenGroup {
        about: "steps of 4 px",
        tokens: &[
            ("--space-1", "0.25rem"),
            ("--space-2", "0.5rem"),
            ("--space-3", "0.75rem"),
            ("--space-4", "1rem"),
            ("--space-5", "1.5rem"),
            ("--space-6", "2rem"),
            ("--space-7", "2.5rem"),
            ("--space-8", "3rem"),
        ],
    },
    TokenGroup {
        about: "page and controls",
        tokens: &[
            ("--margin", "max(1rem, env(safe-area-inset-left, 0px), env(safe-area-inset-right, 0px))"),
            ("--column", "42rem"),
            ("--column-wide", "64rem"),
            ("--target", "2.75rem"),
            ("--control", "3rem"),
            ("--button", "3.25rem"),
            ("--radius-control", "0.5rem"),
            ("--radius-card", "0.75rem"),
        ],
    },
    TokenGroup {
        about: "under a sheet alone: everything else lies flat, parted by a hairline",
        tokens: &[
            ("--shadow-sheet", "0 1rem 3rem rgb(0 0 0 / 0.25)"),
            ("--veil", "rgb(10 20 20 / 0.55)"),
            ("--motion", "160ms ease-out"),
        ],
    },
];
