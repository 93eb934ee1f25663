//! A case as the desk holds it: what Rongju sent, how far the desk is with it, and what happened.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;
use wire::webhook::PoliceEvent;

use crate::{
    post::parcel::Parcel,
    webhook::{Pending, Problem},
};

/// The body of `PUT /desk/api/cases/{number}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseFile {
    /// 办件编号; the same as in the address.
    pub number: String,
    /// Identifier of the service, such as `first_issue`.
    pub service: String,
    /// The station that decides.
    pub station_id: String,
    /// Its name; the identifier is shown where absent.
    #[serde(default)]
    pub station_name: Option<String>,
    /// When the applicant submitted it.
    pub submitted_at: Timestamp,
    /// Who applies.
    pub applicant: Applicant,
    /// The answers of the form, in its order.
    pub answers: Vec<FormAnswer>,
    /// What Rongju's rules say.
    pub verdict: Verdict,
    /// The documents with their pictures.
    pub items: Vec<Item>,
    /// What the applicant can be asked to correct.
    pub correctable: Vec<Correctable>,
    /// `post` or `pick_up`, where known.
    #[serde(default)]
    pub delivery: Option<String>,
    /// Whether a change of details needs a new card.
    #[serde(default)]
    pub new_card: bool,
    /// Counts up with every submission of the same case; 1 the first time.
    pub revision: u32,
}

impl CaseFile {
    /// The answer to a field, where there is one.
    pub fn answer(&self, field: &str) -> Option<&FormAnswer> {
        self.answers.iter().find(|answer| answer.field == field)
    }
}

/// The person who applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Applicant {
    /// Name.
    pub name: String,
    /// Identity number.
    pub identity_number: String,
    /// Mobile number.
    #[serde(default)]
    pub phone: Option<String>,
}

/// One answer of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormAnswer {
    /// Identifier of the field.
    pub field: String,
    /// Its name for people.
    pub label: String,
    /// The answer in words.
    pub value: String,
    /// Its code, where it was chosen from a list.
    #[serde(default)]
    pub code: Option<String>,
    /// What was on record before, where the answer changes it.
    #[serde(default)]
    pub before: Option<String>,
}

/// What Rongju's rules say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// `met`, `review` or `not_met`.
    pub outcome: String,
    /// The reasons in words.
    pub findings: Vec<Finding>,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// In words, for the officer.
    pub text: String,
}

/// One document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its identifier.
    pub item: String,
    /// Its name for people.
    pub label: String,
    /// Its pages.
    pub pictures: Vec<Picture>,
}

/// One page of a document; the bytes follow by `PUT …/pictures/{id}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Rongju's identifier.
    pub id: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub bytes: u64,
}

/// Something that the applicant can be asked to correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correctable {
    /// What the notice calls it.
    pub key: String,
    /// Its name for people.
    pub label: String,
}

/// How far the desk is (domain facts §5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// 待受理.
    Submitted,
    /// 待补正.
    CorrectionRequested,
    /// 审核中.
    UnderReview,
    /// 制证中.
    InProduction,
    /// 办结.
    Completed,
    /// 不予受理.
    NotAccepted,
    /// 审核不通过.
    Rejected,
    /// 已撤回.
    Withdrawn,
}

impl State {
    /// Its name for people.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Submitted => "待受理",
            Self::CorrectionRequested => "待补正",
            Self::UnderReview => "审核中",
            Self::InProduction => "制证中",
            Self::Completed => "办结",
            Self::NotAccepted => "不予受理",
            Self::Rejected => "审核不通过",
            Self::Withdrawn => "已撤回",
        }
    }

    /// Whether nothing follows any more.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Completed | Self::NotAccepted | Self::Rejected | Self::Withdrawn)
    }
}

/// What becomes true at the desk once Rongju has taken a step.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Step {
    /// What the officer did.
    pub event: PoliceEvent,
    /// Who, as the history shows it.
    pub by: String,
    /// Who, by service number.
    pub officer: String,
    /// Reason, items or new station, in words for the history.
    pub detail: Option<String>,
    /// The new station, for a transfer.
    pub station: Option<String>,
}

/// A line of the history, oldest first.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Entry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub by: String,
    /// What, in a word.
    pub what: String,
    /// More of it.
    pub detail: Option<String>,
}

/// Everything the desk keeps of a case.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Case {
    /// What Rongju sent last.
    pub file: CaseFile,
    /// How far the desk is.
    pub state: State,
    /// Since when.
    pub since: Timestamp,
    /// What happened.
    pub history: Vec<Entry>,
    /// The pictures that have arrived: Rongju's identifier → name on our disk.
    pub pictures: BTreeMap<String, Uuid>,
    /// The state in which the open correction was asked for.
    pub issued_in: Option<State>,
    /// Service number of the officer who accepted it, who may not approve it.
    pub accepted_by: Option<String>,
    /// Whether the permit was handed over at the station.
    pub collected: bool,
    /// A step that Rongju has not yet answered.
    pub pending: Option<Pending<Step>>,
    /// Why Rongju refused the automatic officer's last step; it then leaves the case to people.
    pub refused: Option<Problem>,
}

impl Case {
    /// A case that has just come in.
    pub fn new(file: CaseFile, now: Timestamp) -> Self {
        let arrival = Entry { at: now, by: "申请人".to_owned(), what: "提交".to_owned(), detail: None };
        Self {
            file,
            state: State::Submitted,
            since: now,
            history: vec![arrival],
            pictures: BTreeMap::new(),
            issued_in: None,
            accepted_by: None,
            collected: false,
            pending: None,
            refused: None,
        }
    }

    /// The state after `event`, or `None` where the desk cannot do that now.
    pub fn after(&self, event: PoliceEvent) -> Option<State> {
        use PoliceEvent as E;
        use State as S;
        Some(match (self.state, event) {
            (S::Submitted, E::Accept) => S::UnderReview,
            (S::Submitted | S::UnderReview, E::RequestCorrection) => S::CorrectionRequested,
            (S::Submitted, E::Decline) => S::NotAccepted,
            (S::Submitted | S::UnderReview, E::Transfer) => self.state,
            (S::UnderReview, E::Approve) if self.makes_a_card() => S::InProduction,
            (S::UnderReview, E::Approve) => S::Completed,
            (S::UnderReview, E::Reject) => S::Rejected,
            (S::InProduction, E::CardMade) => S::Completed,
            (S::Completed, E::Collected) if self.makes_a_card() && !self.collected => S::Completed,
            _ => return None,
        })
    }

    /// Whether it ends with a card that has to reach its holder.
    pub fn makes_a_card(&self) -> bool {
        match self.file.service.as_str() {
            "first_issue" | "reissue" | "exchange" => true,
            "change_of_details" => self.file.new_card,
            _ => false,
        }
    }

    /// Records that Rongju has taken `step`.
    pub fn record(&mut self, step: Step, now: Timestamp) {
        let Some(next) = self.after(step.event) else { return };
        match step.event {
            PoliceEvent::Accept => self.accepted_by = Some(step.officer),
            PoliceEvent::RequestCorrection => self.issued_in = Some(self.state),
            PoliceEvent::Collected => self.collected = true,
            PoliceEvent::Transfer => {
                if let Some(station) = step.station {
                    self.file.station_id = station;
                    self.file.station_name = None;
                }
            }
            _ => {}
        }
        self.state = next;
        self.since = now;
        self.refused = None;
        let what = event_title(step.event).to_owned();
        self.history.push(Entry { at: now, by: step.by, what, detail: step.detail });
    }

    /// Takes a newer revision. Names on our disk that nothing refers to any more are returned.
    pub fn resubmitted(&mut self, file: CaseFile, now: Timestamp) -> Vec<Uuid> {
        let wanted = |id: &String| file.items.iter().flat_map(|item| &item.pictures).any(|picture| &picture.id == id);
        let gone: Vec<String> = self.pictures.keys().filter(|id| !wanted(id)).cloned().collect();
        let gone = gone.iter().filter_map(|id| self.pictures.remove(id)).collect();
        self.file = file;
        self.refused = None;
        if self.state == State::CorrectionRequested {
            self.state = self.issued_in.take().unwrap_or(State::Submitted);
            self.since = now;
        }
        self.history.push(Entry { at: now, by: "申请人".to_owned(), what: "重新提交".to_owned(), detail: None });
        gone
    }

    /// Whether the permit lies at the station to be collected, `parcel` being the last one that carried it.
    pub fn lies_at_the_station(&self, parcel: Option<&Parcel>) -> bool {
        match parcel {
            Some(parcel) => !parcel.goes_on(),
            None => self.file.delivery.as_deref() != Some("post"),
        }
    }

    /// Identifiers of the pictures that have not arrived yet.
    pub fn missing_pictures(&self) -> Vec<&str> {
        let pictures = self.file.items.iter().flat_map(|item| &item.pictures);
        pictures.map(|picture| picture.id.as_str()).filter(|id| !self.pictures.contains_key(*id)).collect()
    }

    /// The station for people.
    pub fn station(&self) -> &str {
        self.file.station_name.as_deref().unwrap_or(&self.file.station_id)
    }
}

/// What an event is called on the pages.
pub const fn event_title(event: PoliceEvent) -> &'static str {
    match event {
        PoliceEvent::Accept => "受理",
        PoliceEvent::RequestCorrection => "补正",
        PoliceEvent::Decline => "不予受理",
        PoliceEvent::Transfer => "转办",
        PoliceEvent::Approve => "通过",
        PoliceEvent::Reject => "不通过",
        PoliceEvent::CardMade => "制证完成",
        PoliceEvent::Collected => "已领取",
    }
}

/// What a service is called on the pages.
pub fn service_title(service: &str) -> &str {
    match service {
        "first_issue" => "申领",
        "endorsement" => "签注",
        "change_of_details" => "信息变更",
        "reissue" => "补领",
        "exchange" => "换领",
        "registration" => "居住登记",
        other => other,
    }
}
