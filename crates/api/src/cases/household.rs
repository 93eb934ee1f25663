//! Parents and the children whom they act for (居住证暂行条例 Art. 9 ¶3). A child is a person of their own, with drafts, pictures
//! and applications of their own; what a parent does for one is done as that child, with the parent as its agent.

use jiff::{SignedDuration, Timestamp};
use rules::{
    RuleSet,
    calendar::add_years,
    identity_number::IdentityNumber,
    records::{Agent, Lookup, Person},
    service::{AgentReason, Relation},
};
use uuid::Uuid;
use wire::{
    ErrorCode,
    consent::ConsentScope,
    household::{Household, Member},
};

use super::{drafts, records, view};
use crate::{
    App,
    problem::Refusal,
    store::{StoreError, application, child, person},
    upstream::records::Child,
};

/// How long what the register showed is gone by. Ours: as long as a draft is kept; who has custody can change.
const TRUSTED: SignedDuration = SignedDuration::from_hours(30 * 24);

fn trusted_since(app: &App) -> Timestamp {
    let now = app.clock().now();
    now.saturating_sub(TRUSTED).unwrap_or(now)
}

/// The people whom somebody who is signed in applies for.
///
/// # Errors
/// Those of the database.
pub async fn household(app: &App, who: Uuid) -> Result<Household, Refusal> {
    let db = app.store().connection();
    let own = person::find(db, who).await?.ok_or(ErrorCode::SignInRequired)?;
    let mut children = Vec::new();
    for id in child::of_parent(db, who, trusted_since(app)).await? {
        let known = person::find(db, id).await?.ok_or(Refusal::Broken("a child who is nobody"))?;
        if is_child(app, &known) {
            children.push((id, known));
        }
    }
    children.sort_by_key(|(_, child)| child.identity_number.born());
    let mut members = Vec::new();
    for (id, person) in [(who, own)].into_iter().chain(children) {
        members.push(member(app, id, person).await?);
    }
    let asked_at = person::children_asked_at(db, who).await?;
    Ok(Household { members, looked_up_at: asked_at.filter(|at| *at >= trusted_since(app)) })
}

async fn member(app: &App, id: Uuid, person: Person) -> Result<Member, Refusal> {
    let applications = application::all_of_person(app.store().connection(), id).await?;
    Ok(Member {
        owner: id.to_string(),
        identity_number_masked: person.identity_number.masked(),
        name: person.name,
        applications: applications.into_iter().map(view::summary).collect(),
        drafts: drafts::begun(app, id).await?,
    })
}

/// Asks the register of households for the children under sixteen of somebody who is signed in, with their consent, and
/// keeps who they are.
///
/// # Errors
/// [`ErrorCode::ConsentRequired`]; [`ErrorCode::UpstreamUnavailable`] where the register is silent: who was known stays.
pub async fn look_up(app: &App, who: Uuid) -> Result<Household, Refusal> {
    let standing = records::consent(app, who, ConsentScope::Records).await?.ok_or(ErrorCode::ConsentRequired)?;
    let parent = person::find(app.store().connection(), who).await?.ok_or(ErrorCode::SignInRequired)?;
    let Lookup::Found { value: shown, .. } = app.records().children(&parent, &standing.id.to_string()).await else {
        return Err(ErrorCode::UpstreamUnavailable.into());
    };
    let (db, now) = (app.store().begin().await?, app.clock().now());
    let mut children = Vec::new();
    for shown in shown {
        // Nobody can apply under a number that ours refuses.
        let Some(known) = as_person(app, shown, &parent) else { continue };
        children.push(person::keep_child(&db, &known, now).await?);
    }
    child::replace(&db, who, &children, now).await?;
    person::children_asked(&db, who, now).await?;
    db.commit().await.map_err(StoreError::from)?;
    household(app, who).await
}

fn as_person(app: &App, shown: Child, parent: &Person) -> Option<Person> {
    let identity_number = IdentityNumber::parse(&shown.identity_number, app.clock().today()).ok()?;
    // What concerns a child is told to the parent.
    let known = Person { name: shown.name, identity_number, phone: parent.phone.clone(), agent: None };
    is_child(app, &known).then_some(known)
}

/// Whether somebody is under sixteen today.
fn is_child(app: &App, person: &Person) -> bool {
    let today = app.clock().today();
    today < add_years(person.identity_number.born(), RuleSet::in_force_on(today).age.minor_until)
}

/// Lets a parent act for a child, or not.
///
/// # Errors
/// [`ErrorCode::NotYourChild`], also for a child that there is not.
pub async fn admit_parent(app: &App, parent: Uuid, child: Uuid) -> Result<(), Refusal> {
    let db = app.store().connection();
    let known = child::is_child(db, parent, child, trusted_since(app)).await?;
    match person::find(db, child).await? {
        Some(person) if known && is_child(app, &person) => Ok(()),
        _ => Err(ErrorCode::NotYourChild.into()),
    }
}

/// Who applies, with whoever signed in to act for them.
///
/// # Errors
/// [`ErrorCode::SignInRequired`] where one of them is nobody.
pub async fn applicant(app: &App, who: Uuid, agent: Option<Uuid>) -> Result<Person, Refusal> {
    let db = app.store().connection();
    let person = person::find(db, who).await?.ok_or(ErrorCode::SignInRequired)?;
    let Some(agent) = agent else { return Ok(person) };
    let Person { name, identity_number, phone, .. } =
        person::find(db, agent).await?.ok_or(ErrorCode::SignInRequired)?;
    let (relation, reason) = (Relation::Parent, AgentReason::UnderSixteen);
    Ok(Person { agent: Some(Agent { name, identity_number, phone, relation, reason }), ..person })
}
