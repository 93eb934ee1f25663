//! A model check of the machines of case and delivery: every sequence of events to a depth at which nothing new is found,
//! by breadth first search over what a case can be, corrections asked for in each state included.

#![allow(clippy::print_stdout, reason = "says how much was searched")]

use std::collections::{BTreeMap, BTreeSet};

use rules::{
    RuleSet,
    case::{self, Actor, Context, Event, State},
    delivery::{self, DeliveryEvent, DeliveryState},
    service::{DeliveryMethod, Service},
};

const DEPTH: usize = 8;

/// What a search found.
struct Found<Node> {
    /// Each node with the number of events that first lead to it, and the nodes that follow it.
    nodes: BTreeMap<Node, (usize, BTreeSet<Node>)>,
    /// Legal events, by the node they start from.
    transitions: usize,
    /// Events that were refused.
    refused: usize,
    /// Legal sequences of up to [`DEPTH`] events.
    sequences: u64,
}

/// Goes through everything that `steps` leads to: for each attempt, the node it leads to or nothing where it is refused.
fn search<Node: Clone + Ord>(starts: Vec<Node>, steps: impl Fn(&Node) -> Vec<Option<Node>>) -> Found<Node> {
    let mut found = Found { nodes: BTreeMap::new(), transitions: 0, refused: 0, sequences: 0 };
    // How many sequences of the present length end in each node.
    let mut front: BTreeMap<Node, u64> = starts.into_iter().map(|start| (start, 1)).collect();
    for depth in 0..=DEPTH {
        let mut next = BTreeMap::new();
        for (node, ways) in front {
            found.sequences += ways;
            if !found.nodes.contains_key(&node) {
                let all = steps(&node);
                let legal: Vec<Node> = all.iter().flatten().cloned().collect();
                found.transitions += legal.len();
                found.refused += all.len() - legal.len();
                found.nodes.insert(node.clone(), (depth, legal.into_iter().collect()));
            }
            for after in steps(&node).into_iter().flatten() {
                *next.entry(after).or_insert(0) += ways;
            }
        }
        front = next;
    }
    found
}

impl<Node: Clone + Ord + std::fmt::Debug> Found<Node> {
    /// Asserts that the search left nothing unseen, and that an end can be reached from everywhere.
    fn every_node_can_end(&self, is_terminal: impl Fn(&Node) -> bool) {
        let mut ending: BTreeSet<&Node> = self.nodes.keys().filter(|node| is_terminal(node)).collect();
        loop {
            let more: Vec<&Node> = self
                .nodes
                .iter()
                .filter(|(node, (_, after))| !ending.contains(node) && after.iter().any(|next| ending.contains(next)))
                .map(|(node, _)| node)
                .collect();
            if more.is_empty() {
                break;
            }
            ending.extend(more);
        }
        for (node, (_, after)) in &self.nodes {
            assert!(ending.contains(node), "stuck in {node:?}");
            assert!(after.iter().all(|next| self.nodes.contains_key(next)), "unseen after {node:?}");
            assert_eq!(after.is_empty(), is_terminal(node), "{node:?}");
        }
    }
}

/// A case with what its next step depends on, and what must have happened on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Case {
    service: Service,
    new_card: bool,
    state: State,
    issued_in: Option<State>,
    asked_when_submitted: u32,
    asked_in_review: u32,
    accepted: bool,
    approved: bool,
}

impl Case {
    fn context(&self, corrections_allowed: u32) -> Context {
        let corrections_here = match self.state {
            State::Submitted => self.asked_when_submitted,
            State::UnderReview => self.asked_in_review,
            _ => 0,
        };
        let Self { service, new_card, issued_in, .. } = *self;
        Context { service, new_card, issued_in, corrections_here, corrections_allowed }
    }

    /// What it is after the event, or nothing where that is refused.
    fn after(&self, corrections_allowed: u32, event: Event, actor: Actor) -> Option<Self> {
        let context = self.context(corrections_allowed);
        let state = match case::apply(self.state, &context, event, actor) {
            Ok(state) => state,
            Err(refused) => {
                let tried = case::IllegalTransition { state: self.state, event, actor };
                assert_eq!(refused, tried);
                assert_eq!(self.context(corrections_allowed), context);
                return None;
            }
        };
        assert!(!self.state.is_terminal(), "{event} left {self:?}");
        let mut after = Self { state, ..*self };
        match event {
            Event::RequestCorrection => {
                after.issued_in = Some(self.state);
                match self.state {
                    State::Submitted => after.asked_when_submitted += 1,
                    state => {
                        assert_eq!(state, State::UnderReview, "a correction asked for in {self:?}");
                        after.asked_in_review += 1;
                    }
                }
            }
            Event::Resubmit => after.issued_in = None,
            Event::Accept => after.accepted = true,
            Event::Approve => after.approved = true,
            _ => {}
        }
        Some(after)
    }
}

fn cases(corrections_allowed: u32) -> Found<Case> {
    let starts = Service::ALL.iter().flat_map(|service| {
        [false, true].map(|new_card| Case {
            service: *service,
            new_card,
            state: State::Draft,
            issued_in: None,
            asked_when_submitted: 0,
            asked_in_review: 0,
            accepted: false,
            approved: false,
        })
    });
    search(starts.collect(), |case| {
        let all = Event::ALL.iter().flat_map(|event| Actor::ALL.iter().map(|actor| (*event, *actor)));
        all.map(|(event, actor)| case.after(corrections_allowed, event, actor)).collect()
    })
}

#[test]
fn no_sequence_of_events_leads_a_case_astray() {
    let allowed = RuleSet::current().case.corrections_per_state;
    let found = cases(allowed);
    println!(
        "case: {} states, {} transitions, {} refusals, {} sequences of up to {DEPTH} events",
        found.nodes.len(),
        found.transitions,
        found.refused,
        found.sequences
    );
    found.every_node_can_end(|case| case.state.is_terminal());
    for case in found.nodes.keys() {
        assert!(case.asked_when_submitted <= allowed && case.asked_in_review <= allowed, "{case:?}");
        // Nothing is decided that was not accepted, no card is made that was not approved.
        assert!(case.accepted || !matches!(case.state, State::UnderReview | State::Rejected | State::InProduction));
        assert_eq!(case.approved, matches!(case.state, State::InProduction | State::Completed), "{case:?}");
        assert!(case.accepted || !case.approved, "{case:?}");
        assert_eq!(case.issued_in.is_some(), waits_or_waited(case), "{case:?}");
    }
    let seen: BTreeSet<&str> = found.nodes.keys().map(|case| case.state.id()).collect();
    assert_eq!(seen.len(), State::ALL.len(), "a state can't be reached");
    // The longest way: both corrections and a card.
    assert_eq!(found.nodes.values().map(|(depth, _)| *depth).max(), Some(DEPTH));
}

/// A correction is open, or was when the case ended.
fn waits_or_waited(case: &Case) -> bool {
    match case.state {
        State::CorrectionRequested | State::CorrectionExpired => true,
        State::Withdrawn => case.issued_in.is_some(),
        _ => false,
    }
}

#[test]
fn without_the_right_to_ask_no_correction_is_ever_asked_for() {
    let found = cases(0);
    assert!(found.nodes.keys().all(|case| case.state != State::CorrectionRequested));
}

#[test]
fn no_sequence_of_events_leads_a_card_astray() {
    let starts: Vec<DeliveryState> = DeliveryMethod::ALL.iter().map(|way| DeliveryState::start(*way)).collect();
    let found = search(starts, |state| {
        let all = DeliveryEvent::ALL.iter().flat_map(|event| Actor::ALL.iter().map(|actor| (*event, *actor)));
        all.map(|(event, actor)| match delivery::apply(*state, event, actor) {
            Ok(next) => {
                assert!(!state.is_terminal(), "{event} left {state}");
                Some(next)
            }
            Err(refused) => {
                assert_eq!(refused, delivery::IllegalDelivery { state: *state, event, actor });
                None
            }
        })
        .collect()
    });
    println!(
        "delivery: {} states, {} transitions, {} refusals, {} sequences of up to {DEPTH} events",
        found.nodes.len(),
        found.transitions,
        found.refused,
        found.sequences
    );
    found.every_node_can_end(|state| state.is_terminal());
    assert_eq!(found.nodes.len(), DeliveryState::ALL.len(), "a state can't be reached");
}
