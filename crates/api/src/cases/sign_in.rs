//! Who is served here: mainland citizens whose name and number the identity provider has checked.

use rules::{
    identity_number::{IdentityNumber, Rejection},
    records::Person,
};
use uuid::Uuid;
use wire::{ErrorCode, session::RealNameCheck};

use crate::{App, problem::Refusal, store::person, upstream::identity::Vouched};

/// Keeps the person whom the provider vouches for, and answers under which identifier.
///
/// # Errors
/// [`ErrorCode::RealNameRequired`] without a real-name check or without a number that passes ours;
/// [`ErrorCode::NotServedHere`] for residents of Hong Kong, Macao and Taiwan and for permanent residents, whom other
/// procedures serve.
pub async fn admit(app: &App, vouched: Vouched) -> Result<(Uuid, RealNameCheck), Refusal> {
    let checked_by = vouched.checked_by.ok_or(ErrorCode::RealNameRequired)?;
    let name = vouched.name.filter(|name| !name.trim().is_empty()).ok_or(ErrorCode::RealNameRequired)?;
    let number = vouched.identity_number.ok_or(ErrorCode::RealNameRequired)?;
    let identity_number = IdentityNumber::parse(&number, app.clock().today()).map_err(|rejection| match rejection {
        Rejection::HkMacaoTaiwan | Rejection::PermanentResident => ErrorCode::NotServedHere,
        _ => ErrorCode::RealNameRequired,
    })?;
    // A number that is no mobile number is none: the form asks for one.
    let phone = vouched.phone.and_then(|phone| phone.parse().ok());
    let person = Person { name, identity_number, phone, agent: None };
    let id = person::keep(app.store().connection(), &vouched.subject, &person, app.clock().now()).await?;
    Ok((id, checked_by))
}
