use super::*;
use crate::{EventHeap, Limits, Turn, WorkerHeap};

fn round_trip(input: &str) -> String {
    let (worker, mut event) = (WorkerHeap::new(), EventHeap::new());
    let turn = Turn::new(&worker, &mut event, &(), Limits::default());
    let cx = turn.cx();
    match parse(cx, input.as_bytes()) {
        Ok(value) => {
            let mut out = Vec::new();
            write(cx, value, &mut out).unwrap();
            String::from_utf8(out).unwrap()
        }
        Err(message) => message.to_string_lossy(),
    }
}

#[test]
fn what_repeats_overwrites_in_place() {
    assert_eq!(round_trip(r#"{"a":1,"b":2,"a":3,"__proto__":4}"#), r#"{"a":3,"b":2,"__proto__":4}"#);
}
