//! How the types that are written as one text describe themselves in the OpenAPI document.

use std::borrow::Cow;

use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, Type},
};

use crate::{
    calendar::Month, field::Subject, identity_number::IdentityNumber, phone::Phone, verification_code::VerificationCode,
};

macro_rules! texts {
    ($( $name:ident, $pattern:literal, $description:literal; )+) => { $(
        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some($pattern))
                    .description(Some($description))
                    .into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($name))
            }
        }
    )+ };
}

texts! {
    Subject, r"^(field|item|record)\.[a-z_]+$", "What it is about: an answer, a picture or a government record.";
    IdentityNumber, r"^[0-9]{17}[0-9X]$", "A citizen's identity number (GB 11643-1999).";
    Phone, r"^1[3-9][0-9]{9}$", "A mobile number of the mainland.";
    Month, r"^[0-9]{4}-[0-9]{2}$", "A month of a year.";
    VerificationCode, r"^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", "The code by which a receipt is verified.";
}
