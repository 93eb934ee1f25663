//! Opening an application: what this phone kept, what the server has, and what the records say.

use std::cell::RefCell;

use futures::join;
use leptos::{prelude::*, task::spawn_local};
use rules::{draft::Draft, records::Person};
use wire::{
    ErrorCode,
    consent::{CONSENT_TEXT_VERSION, Consent, ConsentScope},
};

use super::{
    Beginning, Wizard, before_sign_in, lock,
    saved::{self, Agreed, Correcting, Saved},
    saving::Local,
    target::Target,
};
use crate::{
    client::{self, ClientError},
    device::{acting, clock, network, visibility},
};

/// What one meets at the door.
#[derive(Clone)]
pub enum Entrance {
    /// The application, ready to go on with.
    Ready(Wizard),
    /// Nobody is signed in, or no longer.
    SignIn,
    /// Nothing is asked to be corrected.
    NothingToCorrect,
    /// The server can't be reached, and this phone has kept nothing to go on with.
    Unreachable(ClientError),
}

thread_local! {
    /// The wizards of this page load, so that going to another page and back changes nothing.
    static OPENED: RefCell<Vec<Wizard>> = const { RefCell::new(Vec::new()) };
}

/// Opens an application. Its signals belong to the outermost owner above `owner`, since pictures are still sent while
/// the applicant looks at another page.
pub async fn open(owner: Owner, target: Target) -> Entrance {
    let applicant = match client::session::get().await {
        Ok(session) => match session.signed_in {
            Some(signed_in) => {
                if acting::child().is_some() {
                    acting::know_name(&signed_in.name);
                }
                signed_in.owner
            }
            None => {
                lock::lock().await;
                return Entrance::SignIn;
            }
        },
        Err(error) if error.code() == Some(ErrorCode::NotYourChild) => return Entrance::Unreachable(error),
        // A child's drafts are under its own identifier, whoever's were open last.
        Err(error) => match acting::child().or(saved::last_owner().await) {
            Some(applicant) => applicant,
            None => return Entrance::Unreachable(error),
        },
    };
    if let Some(wizard) = opened(&applicant, &target) {
        wizard.resume();
        return Entrance::Ready(wizard);
    }
    if let Err(error) = lock::unlock(&applicant).await {
        return turned_away(error);
    }
    // A phone that keeps nothing is told of when it fails to keep.
    let kept = saved::read(&applicant, &target).await.ok().flatten();
    let begun = match &target {
        Target::New(service) => {
            let (person, consents, draft) =
                join!(client::me::get(), client::consents::list(), client::drafts::get(*service));
            begin_new(owner, applicant, target.clone(), kept, person, draft.map(|draft| draft.map(Agreed::from)))
                .map(|wizard| (wizard, consents))
        }
        Target::Correction { number } => {
            let (person, consents, application) =
                join!(client::me::get(), client::consents::list(), client::applications::get(number));
            let correcting = application.map(|application| {
                let (before, station_name) = (application.draft, application.station_name);
                let rules = application.verdict.basis.rules;
                application.status.correction.map(|correction| Correcting { before, correction, station_name, rules })
            });
            begin_correction(owner, applicant, target.clone(), kept, person, correcting)
                .map(|wizard| (wizard, consents))
        }
    };
    match begun {
        Ok((wizard, consents)) => {
            start(wizard, consents).await;
            Entrance::Ready(wizard)
        }
        Err(entrance) => entrance,
    }
}

fn opened(owner: &str, target: &Target) -> Option<Wizard> {
    let is_it =
        |wizard: &&Wizard| wizard.owner.with_value(|it| it == owner) && wizard.target.with_value(|it| it == target);
    OPENED.with_borrow(|opened| opened.iter().find(is_it).copied())
}

/// Forgets that a wizard is open, after its submission.
pub(super) fn close(wizard: Wizard) {
    let (owner, target) = (wizard.owner.get_value(), wizard.target());
    OPENED.with_borrow_mut(|opened| {
        opened.retain(|other| other.owner.with_value(|it| *it != owner) || other.target.with_value(|it| *it != target));
    });
}

fn begin_new(
    owner: Owner,
    applicant: String,
    target: Target,
    kept: Option<Saved>,
    person: Result<Person, ClientError>,
    theirs: Result<Option<Agreed>, ClientError>,
) -> Result<Wizard, Entrance> {
    let Target::New(service) = target else { return Err(Entrance::NothingToCorrect) };
    let (person, kept) = who(person, kept)?;
    let fresh = || if matches!(theirs, Ok(None)) { before_sign_in::begin(service) } else { Draft::new(service) };
    let draft = kept.as_ref().map_or_else(fresh, |kept| kept.draft.clone());
    let wizard = begin(&owner, applicant, target, person, None, draft, kept);
    match theirs {
        Ok(theirs) => {
            wizard.meet(theirs);
        }
        Err(error) => wizard.saving.note(&error),
    }
    Ok(wizard)
}

fn begin_correction(
    owner: Owner,
    applicant: String,
    target: Target,
    kept: Option<Saved>,
    person: Result<Person, ClientError>,
    correcting: Result<Option<Correcting>, ClientError>,
) -> Result<Wizard, Entrance> {
    let (person, kept) = who(person, kept)?;
    let correcting = match correcting {
        Ok(correcting) => correcting,
        Err(error) => Some(kept.as_ref().and_then(|kept| kept.correcting.clone()).ok_or_else(|| turned_away(error))?),
    };
    let correcting = correcting.ok_or(Entrance::NothingToCorrect)?;
    // What was kept of an earlier correction of the same case does not belong to this one.
    let kept = kept.filter(|kept| kept.correcting.as_ref() == Some(&correcting));
    let draft = kept.as_ref().map_or_else(|| correcting.before.clone(), |kept| kept.draft.clone());
    // Who acted was said when it was submitted, and stays.
    let person = Person { agent: None, ..person };
    let wizard = begin(&owner, applicant, target, person, Some(correcting), draft, kept);
    Ok(wizard)
}

/// Who applies: by the server, or without a line by what this phone kept.
fn who(person: Result<Person, ClientError>, kept: Option<Saved>) -> Result<(Person, Option<Saved>), Entrance> {
    match (person, kept) {
        (Ok(person), kept) => Ok((person, kept)),
        (Err(error), Some(kept)) if !error.needs_sign_in() => Ok((kept.person.clone(), Some(kept))),
        (Err(error), _) => Err(turned_away(error)),
    }
}

fn turned_away(error: ClientError) -> Entrance {
    if error.needs_sign_in() { Entrance::SignIn } else { Entrance::Unreachable(error) }
}

fn begin(
    owner: &Owner,
    applicant: String,
    target: Target,
    person: Person,
    correcting: Option<Correcting>,
    draft: Draft,
    kept: Option<Saved>,
) -> Wizard {
    let records = kept.as_ref().and_then(|kept| kept.records.clone());
    let by_hand = kept.as_ref().is_some_and(|kept| kept.by_hand);
    let on_server: Vec<_> = correcting.iter().flat_map(|correcting| pictures_of(&correcting.before)).collect();
    let today = clock::today();
    let beginning = Beginning { owner: applicant, target, person, correcting, draft, records, by_hand, today };
    let wizard = outermost(owner).with(|| Wizard::new(beginning));
    if let Some(kept) = kept {
        wizard.saving.local.set(Local::Kept(kept.at));
        wizard.saving.kept.set_value(Some((kept.at, kept.draft)));
        wizard.saving.agreed.set_value(kept.agreed);
        wizard.saving.submission_key.set_value(kept.submission_key);
        wizard.pictures.remember(kept.pictures);
    }
    wizard.pictures.are_sent(on_server);
    wizard
}

fn pictures_of(draft: &Draft) -> impl Iterator<Item = String> {
    draft.pictures.values().flatten().map(|picture| picture.id.clone())
}

fn outermost(owner: &Owner) -> Owner {
    let mut outermost = owner.clone();
    while let Some(parent) = outermost.parent() {
        outermost = parent;
    }
    outermost
}

async fn start(wizard: Wizard, consents: Result<Vec<Consent>, ClientError>) {
    OPENED.with_borrow_mut(|opened| opened.push(wizard));
    let stands =
        |consent: &Consent| consent.scope == ConsentScope::Records && consent.text_version == CONSENT_TEXT_VERSION;
    match consents.map(|consents| consents.iter().any(stands)) {
        // Records that this phone knows already are shown at once and refreshed meanwhile.
        Ok(true) if wizard.records.get_untracked().is_some() => spawn_local(async move {
            // What was known before stays good enough.
            let _ = wizard.refresh_records().await;
        }),
        Ok(true) => {
            if let Err(error) = wizard.refresh_records().await {
                wizard.saving.note(&error);
            }
        }
        Ok(false) => wizard.drop_records(),
        Err(error) => wizard.saving.note(&error),
    }
    if wizard.person().agent.is_some() {
        // Who acts is known whether or not records were read.
        wizard.prefill();
    }
    spawn_local(wizard.look_for_open_case());
    network::on_online(move || wizard.resume());
    wizard.follow_tabs();
    visibility::on_hidden(move || wizard.keep_now());
    spawn_local(wizard.show_pictures());
    wizard.resume();
}
