//! What applicants read on their phones (domain facts §4): signed, one text an event, the name masked, the case number and
//! the next date in it; no identity number, no address, no link.

use jiff::civil::Date;
use rules::{
    delivery::DeliveryState,
    explain,
    field::Catalog,
    guide::surrender,
    person_name::masked,
    records::Person,
    service::{DeliveryMethod, Service},
    station, steps,
    term::{Locale, Term},
};

use crate::{
    App,
    jobs::{self, Job},
    problem::Refusal,
    store::{Connection, application::Application, person},
};

/// What is told.
#[derive(Debug, Clone)]
pub enum Text {
    /// It came in.
    Submitted {
        /// By when the station says whether everything is there.
        completeness_by: Date,
    },
    /// The station accepted it.
    Accepted {
        /// By when the permit is made.
        issue_by: Date,
    },
    /// The station gave no notice in time: it counts as accepted.
    DeemedAccepted {
        /// The day as of which it does.
        accepted_on: Date,
        /// By when the permit is made.
        issue_by: Date,
    },
    /// Something is to be corrected.
    CorrectionRequested {
        /// The last day to answer.
        answer_by: Date,
    },
    /// It is still to be corrected.
    CorrectionReminder {
        /// The last day to answer.
        answer_by: Date,
    },
    /// The correction came in.
    Resubmitted,
    /// Nobody answered in time.
    CorrectionExpired,
    /// Another station decides now.
    Transferred,
    /// The station did not accept it.
    NotAccepted,
    /// Approved.
    Approved,
    /// Refused.
    Rejected,
    /// The card is made.
    CardMade(DeliveryMethod),
    /// The card is on its way, there, or back.
    Delivery(DeliveryState),
    /// The card still waits to be picked up.
    PickUpReminder {
        /// Where.
        station_id: String,
    },
    /// The applicant took it back.
    Withdrawn,
}

impl Text {
    /// The name of its template at the gateway.
    pub const fn template(&self) -> &'static str {
        match self {
            Self::Submitted { .. } => "submitted",
            Self::Accepted { .. } => "accepted",
            Self::DeemedAccepted { .. } => "deemed_accepted",
            Self::CorrectionRequested { .. } => "correction_requested",
            Self::CorrectionReminder { .. } => "correction_reminder",
            Self::Resubmitted => "resubmitted",
            Self::CorrectionExpired => "correction_expired",
            Self::Transferred => "transferred",
            Self::NotAccepted => "not_accepted",
            Self::Approved => "approved",
            Self::Rejected => "rejected",
            Self::CardMade(_) => "card_made",
            Self::Delivery(_) => "delivery",
            Self::PickUpReminder { .. } => "pick_up_reminder",
            Self::Withdrawn => "withdrawn",
        }
    }

    fn words(&self, application: &Application) -> String {
        let on = |date| explain::date(date, Locale::ZhCn);
        let station = station_name(&application.station_id);
        let makes_a_card = steps::makes_a_card(application.rules(), &application.draft);
        let result = if makes_a_card { "居住证" } else { application.service.zh() };
        let done = if makes_a_card { "制作发放" } else { "办好" };
        // The card that is exchanged goes back when the new one is handed over.
        let back = surrender(application.service, DeliveryMethod::PickUp).is_some();
        let bring = if back { "身份证和旧证" } else { "身份证" };
        match self {
            Self::Submitted { completeness_by } => {
                format!("已提交，{station}最晚{}告诉您材料是否齐全", on(*completeness_by))
            }
            Self::Accepted { issue_by } => format!("已受理，{result}最晚{}{done}", on(*issue_by)),
            Self::DeemedAccepted { accepted_on, issue_by } => {
                format!(
                    "{station}到期没有告诉您材料是否齐全，算作{}已受理，{result}最晚{}{done}",
                    on(*accepted_on),
                    on(*issue_by)
                )
            }
            Self::CorrectionRequested { answer_by } => {
                format!("需要补正，请在{}前（含当天）登录补正，过了这天办理就结束", on(*answer_by))
            }
            Self::CorrectionReminder { answer_by } => {
                format!("还没有补正，请在{}前（含当天）登录补正，过了这天办理就结束", on(*answer_by))
            }
            Self::Resubmitted => format!("补正材料已提交，由{station}继续办理"),
            Self::CorrectionExpired => "过了补正期限，这次办理已经结束，不影响重新申请".to_owned(),
            Self::Transferred => format!("已转由{station}办理"),
            Self::NotAccepted => "不予受理，原因和您可以怎么做，请登录查看".to_owned(),
            Self::Approved if makes_a_card => "审核通过，正在制证".to_owned(),
            Self::Approved if !application.service.is_about_a_permit() => {
                "审核通过，登记已生效，居住时间从提交那天算起".to_owned()
            }
            Self::Approved => format!("审核通过，{result}已办好，不用领证"),
            Self::Rejected => "审核没有通过，原因和您可以怎么做，请登录查看".to_owned(),
            Self::CardMade(DeliveryMethod::PickUp) => {
                format!("居住证做好了，请带{bring}到您选的派出所领取")
            }
            Self::CardMade(DeliveryMethod::Post) => {
                let old = if back { "，旧证交给投递员" } else { "" };
                format!("居住证做好了，就要交邮政寄出，邮费收件时付{old}")
            }
            Self::Delivery(DeliveryState::Returned) => format!("居住证没有投递成功，请带{bring}到派出所领取"),
            Self::Delivery(DeliveryState::AwaitingPickUp) => format!("居住证改为到派出所领取，请带{bring}领取"),
            Self::Delivery(state) => format!("居住证{}", state.zh()),
            Self::PickUpReminder { station_id } => {
                format!("居住证做好了，还在{}等您领取，请带{bring}", station_name(station_id))
            }
            Self::Withdrawn => "已按您的要求撤回".to_owned(),
        }
    }
}

/// The short name of a station, or its identifier where it is no longer known.
pub fn station_name(id: &str) -> String {
    station::by_id(id).map_or_else(|| id.to_owned(), |station| station.name.clone())
}

/// The name of the template of [`of_draft`] at the gateway.
pub const DRAFT_TEMPLATE: &str = "draft_reminder";

/// The whole SMS about a case.
pub fn compose(app: &App, person: &Person, application: &Application, text: &Text) -> String {
    let (what, number) = (called(application.service), &application.number);
    signed(app, person, &format!("您的{what}（办件编号{number}）{}", text.words(application)))
}

/// The whole SMS about a draft that is deleted on that day.
pub fn of_draft(app: &App, person: &Person, service: Service, deleted_on: Date) -> String {
    let (what, on) = (called(service), explain::date(deleted_on, Locale::ZhCn));
    signed(
        app,
        person,
        &format!("您填的{what}还没有提交，{on}起不再保留。还要办的，请在这之前登录，改动一下就会继续保留"),
    )
}

/// The name of the template of [`of_record_check`] at the gateway.
pub const RECORD_CHECK_TEMPLATE: &str = "record_check";

/// The whole SMS about a record whose keeper has answered.
pub fn of_record_check(app: &App, person: &Person, catalog: Catalog) -> String {
    signed(app, person, &format!("您申请核对的{}有了答复，请登录查看", catalog.zh()))
}

fn called(service: Service) -> String {
    let about = if service.is_about_a_permit() { "居住证" } else { "" };
    format!("{about}{}", service.zh())
}

fn signed(app: &App, person: &Person, words: &str) -> String {
    let sender = if app.config().demonstration { "蓉居演示" } else { "蓉居" };
    format!("【{sender}】{}：{words}。", masked(&person.name))
}

/// Puts an SMS into the outbox, in the transaction of what it tells.
pub async fn tell(app: &App, db: &impl Connection, application: &Application, text: &Text) -> Result<(), Refusal> {
    let person = person::find(db, application.person).await?.ok_or(Refusal::Broken("an application of nobody"))?;
    let words = compose(app, &person, application, text);
    let job = Job::Sms { number: application.number.clone(), template: text.template().to_owned(), text: words };
    Ok(jobs::add(db, &job, app.clock().now()).await?)
}
