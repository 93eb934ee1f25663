//! The words for every error code of the API.

use wire::ErrorCode;

use super::text;

/// What the code means for the applicant and what to do, in the language chosen.
pub fn error_text(code: ErrorCode) -> String {
    match code {
        ErrorCode::MalformedBody => text!(errors.malformed_body),
        ErrorCode::MissingHeader => text!(errors.missing_header),
        ErrorCode::SignInRequired => text!(errors.sign_in_required),
        ErrorCode::SignInCancelled => text!(errors.sign_in_cancelled),
        ErrorCode::RealNameRequired => text!(errors.real_name_required),
        ErrorCode::NotServedHere => text!(errors.not_served_here),
        ErrorCode::ConsentRequired => text!(errors.consent_required),
        ErrorCode::NotYourChild => text!(errors.not_your_child),
        ErrorCode::CrossSite => text!(errors.cross_site),
        ErrorCode::NotFound => text!(errors.not_found),
        ErrorCode::MethodNotAllowed => text!(errors.method_not_allowed),
        ErrorCode::AlreadyOpen => text!(errors.already_open),
        ErrorCode::IllegalTransition => text!(errors.illegal_transition),
        ErrorCode::KeyReused => text!(errors.key_reused),
        ErrorCode::StaleVersion => text!(errors.stale_version),
        ErrorCode::TooLarge => text!(errors.too_large),
        ErrorCode::UnsupportedMediaType => text!(errors.unsupported_media_type),
        ErrorCode::PictureRefused => text!(errors.picture_refused),
        ErrorCode::CheckFailed => text!(errors.check_failed),
        ErrorCode::PicturesNotUploaded => text!(errors.pictures_not_uploaded),
        ErrorCode::CorrectionIncomplete => text!(errors.correction_incomplete),
        ErrorCode::TooManyRequests => text!(errors.too_many_requests),
        ErrorCode::Internal => text!(errors.internal),
        ErrorCode::ReceiptUnavailable => text!(errors.receipt_unavailable),
        ErrorCode::UpstreamUnavailable => text!(errors.upstream_unavailable),
    }
}
