//! The life of an application (办件): a closed set of states, and the one function that leads from one to the next
//! (domain facts §§5, 10.1).
//!
//! What happens to the finished permit is [`crate::delivery`]'s; how long each step may take, and whose turn it is, [`crate::case_clock`]'s.
//! That whoever approves is not whoever accepted is the caller's to see to: it knows the persons.

use crate::{rule_set::RuleSet, service::Service, term::terms};

terms! {
    /// Where an application stands.
    State, "state" {
        /// Being filled in.
        Draft = "draft", "草稿", "draft";
        /// Handed in, not yet accepted.
        Submitted = "submitted", "待受理", "submitted";
        /// Waits for the applicant's correction.
        CorrectionRequested = "correction_requested", "待补正", "correction requested";
        /// Accepted: the time limit runs.
        UnderReview = "under_review", "审核中", "under review";
        /// Approved, the card is being made.
        InProduction = "in_production", "制证中", "in production";
        /// The decision is carried out; handing out may go on.
        Completed = "completed", "办结", "completed";
        /// Not this authority's or not a kind it takes, with reasons and remedies.
        NotAccepted = "not_accepted", "不予受理", "not accepted";
        /// Refused after review, with reasons and remedies.
        Rejected = "rejected", "审核不通过", "rejected";
        /// The correction was not answered in time; without prejudice, it can be applied for again.
        CorrectionExpired = "correction_expired", "逾期未补正", "correction expired";
        /// Taken back by the applicant.
        Withdrawn = "withdrawn", "已撤回", "withdrawn";
    }
}

terms! {
    /// What can happen to an application.
    Event, "event" {
        /// Hand it in.
        Submit = "submit", "提交", "submit";
        /// Accept it; the time limit starts.
        Accept = "accept", "受理", "accept";
        /// Ask for corrections: everything at once (一次性告知, 居住证暂行条例 Art. 9).
        RequestCorrection = "request_correction", "补正告知", "request correction";
        /// Refuse to accept it.
        Decline = "decline", "不予受理", "decline";
        /// Pass it on to another station, with a reason.
        Transfer = "transfer", "转办", "transfer";
        /// Answer a correction.
        Resubmit = "resubmit", "重新提交", "resubmit";
        /// The time to answer a correction has run out.
        Expire = "expire", "逾期未补正", "expire";
        /// Approve it.
        Approve = "approve", "审核通过", "approve";
        /// Refuse it.
        Reject = "reject", "审核不通过", "reject";
        /// The card is made.
        CardMade = "card_made", "制证完成", "card made";
        /// Take it back.
        Withdraw = "withdraw", "撤回", "withdraw";
    }
}

terms! {
    /// Who acts.
    Actor, "actor" {
        /// The applicant.
        Applicant = "applicant", "申请人", "applicant";
        /// An officer of the station.
        Station = "station", "派出所", "station";
        /// Whoever decides for the bureau at county level.
        Approver = "approver", "审批人", "approver";
        /// Where cards are made.
        Production = "production", "制证", "production";
        /// The service itself, by the clock or for an outside system.
        System = "system", "系统", "system";
    }
}

/// What a transition depends on besides state, event and actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// What is applied for.
    pub service: Service,
    /// Whether a change of details needs a new card.
    pub new_card: bool,
    /// The state in which the open correction was asked for: where answering it leads back to.
    pub issued_in: Option<State>,
    /// How many corrections were asked for in the present state before.
    pub corrections_here: u32,
    /// How many can be asked for in one state ([`crate::rule_set::Case::corrections_per_state`]).
    pub corrections_allowed: u32,
}

impl Context {
    /// A case of that service, without corrections and without a new card for a change of details.
    pub const fn new(rules: &RuleSet, service: Service) -> Self {
        let corrections_allowed = rules.case.corrections_per_state;
        Self { service, new_card: false, issued_in: None, corrections_here: 0, corrections_allowed }
    }

    /// Whether a correction can still be asked for in the present state: everything at once, then no more (一次性告知,
    /// 居住证暂行条例 Art. 9 ¶5).
    pub const fn may_ask_for_correction(&self) -> bool {
        self.corrections_here < self.corrections_allowed
    }

    /// Whether approval leads to a card being made.
    const fn makes_a_card(&self) -> bool {
        match self.service {
            Service::FirstIssue | Service::Reissue | Service::Exchange => true,
            Service::ChangeOfDetails => self.new_card,
            Service::Endorsement | Service::ResidenceRegistration => false,
        }
    }
}

/// That actor can't bring that event about in that state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{event} by {actor} is not allowed in state {state}")]
pub struct IllegalTransition {
    /// The state it was in.
    pub state: State,
    /// What should have happened.
    pub event: Event,
    /// Who wanted it.
    pub actor: Actor,
}

impl State {
    /// Whether nothing can happen any more.
    pub const fn is_terminal(self) -> bool {
        match self {
            Self::Completed | Self::NotAccepted | Self::Rejected | Self::CorrectionExpired | Self::Withdrawn => true,
            Self::Draft | Self::Submitted | Self::CorrectionRequested | Self::UnderReview | Self::InProduction => false,
        }
    }
}

/// The state that an event by an actor leads to.
///
/// # Errors
/// [`IllegalTransition`] for all that the table of domain facts §10.1 does not allow.
pub fn apply(state: State, context: &Context, event: Event, actor: Actor) -> Result<State, IllegalTransition> {
    let next = match (state, event, actor) {
        (State::Draft, Event::Submit, Actor::Applicant) => Some(State::Submitted),
        (State::Submitted, Event::Accept, Actor::Station) => Some(State::UnderReview),
        (State::Submitted | State::UnderReview, Event::RequestCorrection, Actor::Station)
            if context.may_ask_for_correction() =>
        {
            Some(State::CorrectionRequested)
        }
        (State::Submitted, Event::Decline, Actor::Station) => Some(State::NotAccepted),
        (State::Submitted | State::UnderReview, Event::Transfer, Actor::Station) => Some(state),
        (State::CorrectionRequested, Event::Resubmit, Actor::Applicant) => {
            context.issued_in.filter(|from| matches!(from, State::Submitted | State::UnderReview))
        }
        (State::CorrectionRequested, Event::Expire, Actor::System) => Some(State::CorrectionExpired),
        (State::UnderReview, Event::Approve, Actor::Approver) if context.makes_a_card() => Some(State::InProduction),
        (State::UnderReview, Event::Approve, Actor::Approver) => Some(State::Completed),
        (State::UnderReview, Event::Reject, Actor::Approver) => Some(State::Rejected),
        (State::InProduction, Event::CardMade, Actor::Production) => Some(State::Completed),
        (
            State::Draft | State::Submitted | State::CorrectionRequested | State::UnderReview,
            Event::Withdraw,
            Actor::Applicant,
        ) => Some(State::Withdrawn),
        _ => None,
    };
    next.ok_or(IllegalTransition { state, event, actor })
}

/// What an actor can do now, for the buttons of a page.
pub fn allowed(state: State, context: &Context, actor: Actor) -> impl Iterator<Item = Event> {
    Event::ALL.iter().copied().filter(move |event| apply(state, context, *event, actor).is_ok())
}

/// Who can bring an event about now; nobody where it is not its time.
pub fn who_may(state: State, context: &Context, event: Event) -> impl Iterator<Item = Actor> {
    Actor::ALL.iter().copied().filter(move |actor| apply(state, context, event, *actor).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every state, event, actor and context there is.
    fn everything() -> impl Iterator<Item = (State, Context, Event, Actor)> {
        let states = || State::ALL.iter().copied();
        let contexts = move || {
            Service::ALL.iter().flat_map(move |service| {
                [false, true].into_iter().flat_map(move |new_card| {
                    std::iter::once(None).chain(states().map(Some)).flat_map(move |issued_in| {
                        (0..3).map(move |corrections_here| Context {
                            service: *service,
                            new_card,
                            issued_in,
                            corrections_here,
                            corrections_allowed: 1,
                        })
                    })
                })
            })
        };
        states().flat_map(move |state| {
            contexts().flat_map(move |context| {
                Event::ALL
                    .iter()
                    .flat_map(move |event| Actor::ALL.iter().map(move |actor| (state, context, *event, *actor)))
            })
        })
    }

    /// The table of domain facts §10.1 as it is printed: from, event, actor, to (or what `to` depends on).
    const TABLE: &[(&[&str], &str, &str, &str)] = &[
        (&["draft"], "submit", "applicant", "submitted"),
        (&["submitted"], "accept", "station", "under_review"),
        (&["submitted", "under_review"], "request_correction", "station", "correction_requested"),
        (&["submitted"], "decline", "station", "not_accepted"),
        (&["submitted", "under_review"], "transfer", "station", "same"),
        (&["correction_requested"], "resubmit", "applicant", "issued_in"),
        (&["correction_requested"], "expire", "system", "correction_expired"),
        (&["under_review"], "approve", "approver", "card?"),
        (&["under_review"], "reject", "approver", "rejected"),
        (&["in_production"], "card_made", "production", "completed"),
        (&["draft", "submitted", "correction_requested", "under_review"], "withdraw", "applicant", "withdrawn"),
    ];

    fn by_the_table(state: State, context: &Context, event: Event, actor: Actor) -> Option<String> {
        let row = TABLE
            .iter()
            .find(|(from, on, by, _)| from.contains(&state.id()) && *on == event.id() && *by == actor.id())?;
        if row.1 == "request_correction" && context.corrections_here != 0 {
            return None;
        }
        Some(match row.3 {
            "same" => state.id().to_owned(),
            "issued_in" => {
                let back = context.issued_in?.id();
                ["submitted", "under_review"].contains(&back).then(|| back.to_owned())?
            }
            "card?" => {
                let card = ["first_issue", "reissue", "exchange"].contains(&context.service.id())
                    || (context.service.id() == "change_of_details" && context.new_card);
                if card { "in_production" } else { "completed" }.to_owned()
            }
            to => to.to_owned(),
        })
    }

    #[test]
    fn every_combination_follows_the_table() {
        let mut seen = 0;
        for (state, context, event, actor) in everything() {
            let got = apply(state, &context, event, actor).ok().map(|next| next.id().to_owned());
            assert_eq!(got, by_the_table(state, &context, event, actor), "{state} {event} {actor} {context:?}");
            seen += 1;
        }
        assert_eq!(seen, 10 * 11 * 5 * 6 * 2 * 11 * 3);
    }

    #[test]
    fn nothing_leaves_a_terminal_state_and_every_other_can_be_left() {
        for state in State::ALL.iter().copied() {
            let can_be_left = everything()
                .filter(|(from, ..)| *from == state)
                .any(|(from, context, event, actor)| apply(from, &context, event, actor).is_ok());
            assert_eq!(can_be_left, !state.is_terminal(), "{state}");
        }
    }

    #[test]
    fn an_illegal_event_says_what_was_tried() {
        let error = apply(
            State::Completed,
            &Context::new(RuleSet::current(), Service::FirstIssue),
            Event::Withdraw,
            Actor::Applicant,
        );
        assert_eq!(error.unwrap_err().to_string(), "withdraw by applicant is not allowed in state completed");
    }

    #[test]
    fn the_applicant_can_only_withdraw_what_is_submitted_and_nothing_once_the_card_is_made() {
        let context = Context::new(RuleSet::current(), Service::FirstIssue);
        let can = |state| allowed(state, &context, Actor::Applicant).collect::<Vec<_>>();
        assert_eq!(can(State::Submitted), [Event::Withdraw]);
        assert_eq!(can(State::InProduction), []);
        let correcting = Context { issued_in: Some(State::UnderReview), ..context };
        let can: Vec<_> = allowed(State::CorrectionRequested, &correcting, Actor::Applicant).collect();
        assert_eq!(can, [Event::Resubmit, Event::Withdraw]);
    }

    #[test]
    fn everything_is_for_one_actor_alone_and_a_second_correction_for_nobody() {
        for (state, context, event, _) in everything() {
            let count = who_may(state, &context, event).count();
            assert!(count <= 1, "{state} {event}");
            if event == Event::RequestCorrection && !context.may_ask_for_correction() {
                assert_eq!(count, 0, "{state} {context:?}");
            }
        }
        let context = Context::new(RuleSet::current(), Service::FirstIssue);
        let who: Vec<_> = who_may(State::UnderReview, &context, Event::Approve).collect();
        assert_eq!(who, [Actor::Approver]);
    }
}
