//! The receipt as the template takes it: rows of terms and what stands beside them.

use rules::{deadline::correction_notice_due, guide::surrender};
use serde::Serialize;

use crate::{
    Receipt,
    words::{self, Words, words},
};

/// Everything that the template prints.
#[derive(Debug, Serialize)]
pub(crate) struct Content<'a> {
    font: &'a str,
    title: Words,
    head: Head,
    demonstration: Option<Words>,
    rows: Vec<Row>,
    keep: Words,
    verify: Words,
    verify_at: &'a str,
    on: Day,
}

/// What stands over the columns.
#[derive(Debug, Serialize)]
struct Head {
    term: Words,
    value: Words,
}

#[derive(Debug, Serialize)]
struct Row {
    term: Words,
    values: Vec<Words>,
    /// Letters and digits to be read out one by one.
    exact: bool,
}

/// The day of the document, for its metadata: the day of submission, so that the same receipt is the same file.
#[derive(Debug, Serialize)]
struct Day {
    year: i16,
    month: i8,
    day: i8,
}

/// What the receipt says, set in the font of that name.
pub(crate) fn content<'a>(receipt: &'a Receipt, font: &'a str) -> Content<'a> {
    let Receipt { service, rules, delivery, submitted_at, .. } = receipt;
    let submitted_on = submitted_at.date();
    let due = correction_notice_due(rules, submitted_on);
    let old_card = delivery.and_then(|method| surrender(*service, method));
    let mut rows = vec![
        exact("办件编号", "Case number", &receipt.number),
        exact("查验码", "Verification code", &receipt.code.to_string()),
        row("办理事项", "Service", vec![words::service(*service)]),
        row("申请人", "Applicant", vec![words(&receipt.applicant_masked, "")]),
        row("提交时间", "Submitted", vec![words::moment(*submitted_at)]),
        row("办理派出所", "Police station", vec![words(&receipt.station, "")]),
        row("材料核对", "Check of the documents", vec![words::notice_due(due)]),
        row("办理时间", "How long it takes", vec![words::issue(rules, *service, delivery.is_some())]),
    ];
    rows.extend(delivery.map(|method| row("领取方式", "Delivery", vec![words::term(method)])));
    rows.extend(old_card.map(|back| row("旧证", "Old card", vec![words::term(back)])));
    rows.push(row("费用", "Cost", words::cost(rules, *service, *delivery)));
    Content {
        font,
        title: words("提交回执", "Receipt of submission"),
        head: Head { term: words("事项", "Item"), value: words("内容", "Details") },
        demonstration: receipt.demonstration.then(|| {
            words(
                "演示系统：人员和记录都是虚构的，本回执没有效力。",
                "Demonstration system: people and records are made up, and this receipt has no effect.",
            )
        }),
        rows,
        keep: words(
            "凭办件编号可以到派出所查询；网上查询要本人登录。",
            "With the case number you can ask at the police station. To look it up online, please sign in yourself.",
        ),
        verify: words(
            "查验真伪：打开下面的网址，输入办件编号和查验码。",
            "To verify this receipt, open this address and enter the case number and the verification code.",
        ),
        verify_at: &receipt.verify_at,
        on: Day { year: submitted_on.year(), month: submitted_on.month(), day: submitted_on.day() },
    }
}

fn row(zh: &str, en: &str, values: Vec<Words>) -> Row {
    Row { term: words(zh, en), values, exact: false }
}

fn exact(zh: &str, en: &str, value: &str) -> Row {
    Row { exact: true, ..row(zh, en, vec![words(value, "")]) }
}
