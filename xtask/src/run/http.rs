//! As much of HTTP as asking our own programs on this machine takes.

use crate::failure::{Doing, Done, Failure};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

const PATIENCE: Duration = Duration::from_secs(5);

/// The body of `GET origin/path`, when the answer is 200. `origin` is `http://host:port`.
pub fn get(origin: &str, path: &str) -> Done<String> {
    let host = origin.trim_start_matches("http://");
    let asking = format!("ask {origin}{path}");
    let mut stream = TcpStream::connect(host).doing(&asking)?;
    stream.set_read_timeout(Some(PATIENCE)).doing(&asking)?;
    // HTTP/1.0, so that the answer ends with the connection and is not in chunks.
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {host}\r\nAccept: application/json\r\n\r\n").doing(&asking)?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).doing(&asking)?;
    body_of(&String::from_utf8_lossy(&answer)).doing(&asking)
}

fn body_of(answer: &str) -> Done<String> {
    let (head, body) = answer.split_once("\r\n\r\n").ok_or_else(|| Failure::new("the answer is not HTTP"))?;
    let status = head.split_whitespace().nth(1).unwrap_or_default();
    if status == "200" { Ok(body.to_owned()) } else { Err(Failure::new(format!("the answer is {status}"))) }
}

#[cfg(test)]
mod tests {
    use super::body_of;

    #[test]
    fn the_body_of_a_good_answer_is_what_follows_its_headers() {
        assert_eq!(body_of("HTTP/1.0 200 OK\r\nA: b\r\n\r\n[1]\r\n\r\n").unwrap(), "[1]\r\n\r\n");
    }

    #[test]
    fn any_other_answer_is_a_failure() {
        assert!(body_of("HTTP/1.1 503 Service Unavailable\r\n\r\nlater").is_err());
        assert!(body_of("").is_err());
    }
}
