//! Whole screens, put together from the components as the pages do it, with a synthetic citizen's answers: what to start
//! from when a page is designed. They know no rules: every word and number in them is written down.

use leptos::prelude::*;

use super::{
    catalog::Component,
    story::{Args, Story},
};
use crate::components::{
    MaybeText, Text,
    button::{Button, ButtonLink},
    choice::Choice,
    error_summary::{ErrorSummary, SummaryError},
    field::Field,
    notice::Notice,
    page::{PageLink, PageProgress, PageShell},
    radio_cards::RadioCards,
    result::ResultPanel,
    select::Select,
    station_card::StationCard,
    steps::Steps,
    summary_list::{SummaryList, SummaryRow},
    task_list::{StepState, Task, TaskList},
    text_input::TextInput,
    timeline::{Moment, Timeline, TimelineEntry},
    tone::Tone,
    verdict_card::{Outcome, VerdictCard, VerdictFinding},
};

/// The screens, listed beside the components.
pub const SCREENS: Component = Component {
    name: "screens",
    about: "Whole screens with a synthetic citizen's answers, to start a page from.",
    parts: &[],
    stories: &[
        Story::new("verdict", "The self-check says from when one qualifies", verdict),
        Story::new("task-list", "What is done and what is open, before the steps", task_list),
        Story::new("step", "A step of the form, with its errors shown", step),
        Story::new("review", "Check answers before sending", review),
        Story::new("submitted", "The moment of completion", submitted),
        Story::new("status", "How the case stands, and what comes next", status),
    ],
};

/// What changes from screen to screen in the frame around it.
struct Frame {
    title: Text,
    heading: Text,
    progress: Option<PageProgress>,
    actions: AnyView,
    content: AnyView,
}

fn screen(args: Args, frame: Frame) -> AnyView {
    let Frame { title, heading, progress, actions, content } = frame;
    let demonstration =
        args.words("演示系统 · 非官方，请勿填写真实信息", "Demonstration, not official: enter no real data");
    let back = PageLink::new("#/screens/task-list", args.words("返回", "Back"));
    let help = PageLink::new("#/screens/task-list", args.words("帮助", "Help"));
    let skip = args.words("跳到正文", "Skip to content");
    let summary_label = args.words("申请步骤", "Steps of the application");
    let summary =
        move || view! { <Steps label=args.words("步骤", "Steps") steps=Signal::derive(move || tasks(args))/> };
    // A prop that may be left out takes no `Option` from outside, so there are two of them.
    match progress {
        Some(progress) => view! {
            <PageShell demonstration skip title heading back help progress summary summary_label actions=|| actions>
                {content}
            </PageShell>
        }
        .into_any(),
        None => view! {
            <PageShell demonstration skip title heading back help actions=|| actions>
                {content}
            </PageShell>
        }
        .into_any(),
    }
}

fn permit(args: Args) -> Text {
    args.words("申领居住证", "Apply for a residence permit")
}

fn verdict(args: Args) -> AnyView {
    let content = view! {
        <VerdictCard
            outcome=Outcome::NotYet
            word=args.words("现在还不能", "Not yet")
            headline=args.words("再过 3 天，7 月 15 日就能申领", "You can apply in 3 days, on 15 July")
        >
            <VerdictFinding
                outcome=Outcome::NotYet
                word=args.words("还差", "Missing")
                title=args.words("居住登记满半年", "Registered for half a year")
                reason=args.words(
                    "您 1 月 15 日登记，满半年的那天起就可以。",
                    "You registered on 15 January; half a year is full on that day.",
                )
                source_label=args.words("依据", "Basis")
                source=args.words("《居住证暂行条例》第二条", "Provisional Regulations on Residence Permits, Article 2")
            />
            <VerdictFinding
                outcome=Outcome::Yes
                word=args.words("符合", "Met")
                title=args.words("在成都有合法稳定住所", "A lawful and stable dwelling in Chengdu")
                reason=args.words("租房已备案。", "Your lease is filed.")
                source_label=args.words("依据", "Basis")
                source=args.words("《居住证暂行条例》第二条", "Provisional Regulations on Residence Permits, Article 2")
            />
        </VerdictCard>
    };
    let actions = view! {
        <ButtonLink href="#/screens/task-list">{args.words("先填好，到时提交", "Fill it in now, submit then")}</ButtonLink>
    };
    screen(
        args,
        Frame {
            title: args.words("能不能办", "Do I qualify"),
            heading: args.words("按您的回答", "By your answers"),
            progress: None,
            actions: actions.into_any(),
            content: content.into_any(),
        },
    )
}

fn tasks(args: Args) -> Vec<Task> {
    let steps = [
        ("applicant", StepState::Done, "本人信息", "About you"),
        ("residence", StepState::Done, "现居住地", "Where you live"),
        ("ground", StepState::Now, "按哪一项申领", "On which ground"),
        ("pictures", StepState::Wrong, "拍材料", "Photograph your documents"),
        ("delivery", StepState::Open, "怎么领证", "How you get the permit"),
        ("review", StepState::Closed, "核对并提交", "Check and submit"),
    ];
    let words = |state| match state {
        StepState::Done => ("已填好", "Done"),
        StepState::Now => ("正在填", "Now"),
        StepState::Open => ("还没填", "Open"),
        StepState::Wrong => ("需要改", "To be changed"),
        StepState::Closed => ("前面填好后可以进入", "Opens when the others are done"),
    };
    let step = |(id, state, zh, en): (&str, StepState, &'static str, &'static str)| {
        let (state_zh, state_en) = words(state);
        let hint = if id == "pictures" {
            args.words("身份证人像面太暗，请重拍", "The front of the identity card is too dark: take it again")
        } else {
            args.words("约 1 分钟", "About 1 minute")
        };
        Task {
            id: id.to_owned(),
            title: args.words(zh, en),
            hint: MaybeText::derive(move || Some(hint.get())),
            href: Some("#/screens/step".to_owned()),
            state,
            state_word: args.words(state_zh, state_en),
        }
    };
    steps.into_iter().map(step).collect()
}

fn task_list(args: Args) -> AnyView {
    let content = view! {
        <p>{args.words("约 6 分钟，需要身份证和租房备案。随时可以离开，填过的都在。", "About 6 minutes, with your identity card and filed lease. You can leave at any time; nothing is lost.")}</p>
        <TaskList tasks=Signal::derive(move || tasks(args))/>
    };
    let actions = view! { <ButtonLink href="#/screens/step">{args.words("接着填：按哪一项申领", "Go on: on which ground")}</ButtonLink> };
    screen(
        args,
        Frame {
            title: permit(args),
            heading: args.words("申请步骤", "Steps of the application"),
            progress: None,
            actions: actions.into_any(),
            content: content.into_any(),
        },
    )
}

fn step(args: Args) -> AnyView {
    let missing = args.words("请填写单位名称", "Enter the employer's name");
    let errors = move || {
        let error = |id: &str, words: Text| SummaryError { href: format!("#{id}"), words: words.get() };
        vec![error("employer", missing)]
    };
    let choices = move || {
        vec![
            Choice::new("employment", args.words("就业", "Employment"))
                .detail(args.words("在成都连续缴社保满 6 个月", "Six months of social insurance in Chengdu in a row")),
            Choice::new("dwelling", args.words("住所", "Dwelling"))
                .detail(args.words("自有住房，或租房已备案", "Your own home, or a filed lease")),
        ]
    };
    let ground = args.value("ground", "employment");
    let employer = args.value("employer", "");
    let kind = args.value("kind", "");
    let kinds = move || {
        vec![
            Choice::new("contract", args.words("劳动合同", "Labour contract")),
            Choice::new("licence", args.words("营业执照", "Business licence")),
        ]
    };
    let content = view! {
        <ErrorSummary title=args.words("还有 1 处需要改", "1 answer has to be changed") errors=Signal::derive(errors) attempt=1/>
        <RadioCards
            id="ground"
            label=args.words("按哪一项申领", "On which ground do you apply")
            value=ground
            choices=Signal::derive(choices)
            on_change=Callback::new(move |value| ground.set(value))
            required=true
        />
        <Field
            id="employer"
            label=args.words("单位名称", "Employer")
            hint=args.words("和社保上的一样", "As in your social insurance")
            error=MaybeText::derive(move || Some(missing.get()))
            required=true
        >
            <TextInput value=employer on_input=Callback::new(move |value| employer.set(value))/>
        </Field>
        <Field id="kind" label=args.words("证明", "Proof") source=args.words("来自社会保险 · 2026年7月1日", "From social insurance, 1 July 2026")>
            <Select
                value=kind
                choices=Signal::derive(kinds)
                on_change=Callback::new(move |value| kind.set(value))
                placeholder=args.words("请选择", "Choose")
            />
        </Field>
    };
    let actions = view! { <Button>{args.words("保存并继续", "Save and go on")}</Button> };
    screen(
        args,
        Frame {
            title: permit(args),
            heading: args.words("按哪一项申领", "On which ground"),
            progress: Some(PageProgress {
                step: 3.into(),
                steps: 6.into(),
                words: args.words("第 3 步，共 6 步：按哪一项申领", "Step 3 of 6: on which ground"),
            }),
            actions: actions.into_any(),
            content: content.into_any(),
        },
    )
}

fn review(args: Args) -> AnyView {
    let change = move || PageLink::new("#/screens/step", args.words("修改", "Change"));
    let content = view! {
        <SummaryList>
            <SummaryRow term=args.words("姓名", "Name")>"示例安"</SummaryRow>
            <SummaryRow term=args.words("身份证号", "Identity number")>"519999********0018"</SummaryRow>
            <SummaryRow
                term=args.words("现居住地", "Where you live")
                source=args.words("来自居住登记 · 2026年1月15日", "From your registration, 15 January 2026")
                change=change()
            >
                {args.words("武侯区桂溪街道示例路1号2栋3单元401室", "Room 401, unit 3, building 2, Shili Road 1, Guixi street, Wuhou district")}
            </SummaryRow>
            <SummaryRow term=args.words("怎么领证", "How you get the permit") change=change()>
                {args.words("邮寄，邮费到付", "By post, postage paid on delivery")}
            </SummaryRow>
        </SummaryList>
        <Notice tone=Tone::Info word=args.words("提示", "Note")>
            {args.words("提交后 5 个工作日内告诉您材料是否齐全。", "Within 5 working days you are told whether anything is missing.")}
        </Notice>
    };
    let actions = view! { <Button>{args.words("提交给桂溪派出所", "Submit to Guixi police station")}</Button> };
    screen(
        args,
        Frame {
            title: permit(args),
            heading: args.words("核对并提交", "Check and submit"),
            progress: Some(PageProgress {
                step: 6.into(),
                steps: 6.into(),
                words: args.words("第 6 步，共 6 步：核对并提交", "Step 6 of 6: check and submit"),
            }),
            actions: actions.into_any(),
            content: content.into_any(),
        },
    )
}

fn submitted(args: Args) -> AnyView {
    let content = view! {
        <ResultPanel
            title=args.words("已提交", "Submitted")
            number_label=args.words("办件编号", "Case number")
            number=args.words("510107260715000123", "510107260715000123")
        >
            <p>
                {args.words("桂溪派出所最晚 7 月 22 日（周三）告诉您材料是否齐全。", "Guixi police station tells you by Wednesday, 22 July whether anything is missing.")}
            </p>
        </ResultPanel>
        <StationCard
            name=args.words("桂溪派出所", "Guixi police station")
            address=args.words("示例路 1 号（演示）", "Shili Road 1 (demonstration)")
        />
    };
    let actions =
        view! { <ButtonLink href="#/screens/status">{args.words("看办理进度", "See how it stands")}</ButtonLink> };
    screen(
        args,
        Frame {
            title: permit(args),
            heading: args.words("申请已交给派出所", "Your application is with the police station"),
            progress: None,
            actions: actions.into_any(),
            content: content.into_any(),
        },
    )
}

fn status(args: Args) -> AnyView {
    let past = move || args.words("已完成", "Done");
    let content = view! {
        <Timeline label=args.words("办理进度", "Course of the case")>
            <TimelineEntry
                moment=Moment::Past
                moment_word=past()
                title=args.words("您提交了申请", "You submitted the application")
                time=args.words("7月15日 14:02", "15 July, 14:02")
                datetime=args.words("2026-07-15T14:02:00+08:00", "2026-07-15T14:02:00+08:00")
            />
            <TimelineEntry
                moment=Moment::Present
                moment_word=args.words("现在", "Now")
                title=args.words("桂溪派出所正在审核", "Guixi police station is looking at it")
                details=move || args.words("已经受理，现在不用您做什么。", "It is accepted; there is nothing for you to do now.")
            />
            <TimelineEntry
                moment=Moment::Next
                moment_word=args.words("接下来", "Next")
                title=args.words("制证", "The permit is made")
                time=args.words("最晚 8月5日（周三）", "By Wednesday, 5 August")
                datetime=args.words("2026-08-05", "2026-08-05")
            />
        </Timeline>
    };
    let actions =
        view! { <ButtonLink href="#/screens/submitted">{args.words("看回执", "See the receipt")}</ButtonLink> };
    screen(
        args,
        Frame {
            title: args.words("我的办件", "My applications"),
            heading: args.words("居住证申领", "First residence permit"),
            progress: None,
            actions: actions.into_any(),
            content: content.into_any(),
        },
    )
}
