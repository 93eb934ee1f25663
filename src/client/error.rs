//! Why a request came to nothing.

use wire::Problem;

/// Why a request came to nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClientError {
    /// The server can't be reached. The request may still have arrived, if the line broke on the way back.
    #[error("no connection")]
    Offline,
    /// There was no answer in time. The request may still be done.
    #[error("no answer in time")]
    Timeout,
    /// The server answered that it was not done, and why.
    #[error("refused: {}", .0.code.id())]
    Problem(Box<Problem>),
    /// The answer is none that this version of the page understands.
    #[error("unexpected answer")]
    Unexpected,
}

impl ClientError {
    /// The server's code, where the server answered with one.
    pub fn code(&self) -> Option<wire::ErrorCode> {
        match self {
            Self::Problem(problem) => Some(problem.code),
            _ => None,
        }
    }

    /// Whether nobody is signed in (any more).
    pub fn needs_sign_in(&self) -> bool {
        self.code() == Some(wire::ErrorCode::SignInRequired)
    }

    /// What a failing answer means: the problem in its body, or that it is none.
    pub(super) fn of_answer(body: &[u8]) -> Self {
        serde_json::from_slice(body).map_or(Self::Unexpected, |problem| Self::Problem(Box::new(problem)))
    }
}

#[cfg(test)]
mod tests {
    use wire::ErrorCode;

    use super::*;

    #[test]
    fn a_problem_in_the_body_is_read_and_anything_else_is_unexpected() {
        let body = serde_json::to_vec(&Problem::new(ErrorCode::SignInRequired)).unwrap();
        assert!(ClientError::of_answer(&body).needs_sign_in());
        assert_eq!(ClientError::of_answer(b"<html>502 Bad Gateway</html>"), ClientError::Unexpected);
    }

    #[test]
    fn the_text_for_logs_names_the_code_and_nothing_else() {
        let mut problem = Problem::new(ErrorCode::NotFound);
        problem.trace_id = Some("4bf92f".to_owned());
        assert_eq!(ClientError::Problem(Box::new(problem)).to_string(), "refused: not_found");
    }
}
