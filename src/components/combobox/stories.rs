//! A text input that finds.

use super::*;
use crate::{
    components::field::Field,
    gallery::story::{Args, Story},
};

/// See the module.
pub const STORIES: &[Story] = &[
    Story::new("streets", "What is written narrows the list, in Chinese or in Pinyin", |args| show(args, "", "", "")),
    Story::new("written", "Something is written: Down opens what fits", |args| show(args, "天府", "", "")),
    Story::new("nothing-found", "Nothing fits to what is written", |args| show(args, "没有这条街", "", "")),
    Story::new("error", "What is written is none of the entries", |args| {
        show(args, "天府路", "请从列表里选一条街道", "Please choose a street from the list")
    }),
];

/// Streets of the demonstration: name, Pinyin, district.
const STREETS: &[(&str, &str, &str)] = &[
    ("天府大道北段", "Tianfu Dadao Beiduan", "高新区 · Hi-tech Zone"),
    ("天府大道中段", "Tianfu Dadao Zhongduan", "高新区 · Hi-tech Zone"),
    ("天府一街", "Tianfu Yijie", "高新区 · Hi-tech Zone"),
    ("人民南路四段", "Renmin Nanlu Siduan", "武侯区 · Wuhou"),
    ("人民南路二段", "Renmin Nanlu Erduan", "锦江区 · Jinjiang"),
    ("春熙路北段", "Chunxi Lu Beiduan", "锦江区 · Jinjiang"),
    ("成都高新技术产业开发区示例国际社区一号环路", "Shili Guoji Shequ Yihao Huanlu", "高新区 · Hi-tech Zone"),
];

fn show(args: Args, given: &'static str, error_zh: &'static str, error_en: &'static str) -> AnyView {
    let value = args.value("value", given);
    let logged = args.event_of::<String>("on_choose");
    let found = Memo::new(move |_| {
        let written = value.get().to_lowercase();
        let fits = |(name, pinyin, _): &&(&str, &str, &str)| {
            !written.is_empty() && (name.contains(&written) || pinyin.to_lowercase().contains(&written))
        };
        STREETS.iter().filter(fits).map(|(name, ..)| *name).collect::<Vec<_>>()
    });
    let entries = Signal::derive(move || {
        let entry = |name: &str| {
            STREETS.iter().find(|(one, ..)| *one == name).map(|(name, pinyin, district)| Suggestion {
                value: (*name).to_owned(),
                label: Signal::stored(format!("{name} {pinyin}")),
                detail: Some(Signal::stored((*district).to_owned())),
            })
        };
        found.get().into_iter().filter_map(entry).collect::<Vec<_>>()
    });
    let (count, none) =
        (args.words("找到的街道：", "Streets found: "), args.words("没有找到，请核对", "Nothing found, please check"));
    let found_words = Signal::derive(move || {
        let number = found.with(Vec::len);
        value
            .with(|value| !value.is_empty())
            .then(|| if number == 0 { none.get() } else { format!("{}{number}", count.get()) })
    });
    view! {
        <Field
            id="street"
            label=args.text("label", "街道", "Street")
            hint=args.maybe_text("hint", "写名称或拼音的一部分", "Write a part of its name, in Chinese or Pinyin")
            error=args.maybe_text("error", error_zh, error_en)
        >
            <Combobox
                value
                on_input=move |text| value.set(text)
                found=entries
                on_choose=move |chosen: String| {
                    value.set(chosen.clone());
                    logged.run(chosen);
                }
                found_words
                on_leave=args.event("on_leave")
                list_label=args.words("街道", "Streets")
            />
        </Field>
    }
    .into_any()
}
