//! Reading the government's records of a person, with consent and not otherwise.

use rules::records::{Lookup, Person, Records};
use uuid::Uuid;
use wire::consent::{CONSENT_TEXT_VERSION, ConsentScope};

use crate::{
    App,
    problem::Refusal,
    store::consent::{self, Standing},
};

/// The consent of a person that stands for `scope`, by the words shown today.
pub async fn consent(app: &App, person: Uuid, scope: ConsentScope) -> Result<Option<Standing>, Refusal> {
    let standing = consent::standing_of(app.store().connection(), person).await?;
    let counts = |given: &Standing| given.consent.scope == scope && given.consent.text_version == CONSENT_TEXT_VERSION;
    Ok(standing.into_iter().find(counts))
}

/// The records of a person; `None` without consent.
pub async fn records(app: &App, id: Uuid, person: &Person) -> Result<Option<Records>, Refusal> {
    let Some(standing) = consent(app, id, ConsentScope::Records).await? else { return Ok(None) };
    Ok(Some(app.records().look_up(person, &standing.id.to_string()).await))
}

/// `fresh`, and where a service is silent today, what it said when the application was submitted.
pub fn or_earlier(fresh: Records, earlier: &Records) -> Records {
    fn or<T: Clone>(fresh: Lookup<T>, earlier: &Lookup<T>) -> Lookup<T> {
        match fresh {
            Lookup::Unavailable => earlier.clone(),
            found @ Lookup::Found { .. } => found,
        }
    }
    Records {
        identity: or(fresh.identity, &earlier.identity),
        registrations: or(fresh.registrations, &earlier.registrations),
        insurance: or(fresh.insurance, &earlier.insurance),
        dwellings: or(fresh.dwellings, &earlier.dwellings),
        household: or(fresh.household, &earlier.household),
        schooling: or(fresh.schooling, &earlier.schooling),
        permit: or(fresh.permit, &earlier.permit),
    }
}
