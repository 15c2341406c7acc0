//! Parses every line of a file and writes it again.
//!
//! `json_lines convert FILE` prints the lines, or the message of the syntax error: compare with what
//! `JSON.stringify(JSON.parse(line))` gives in Node. `json_lines bench FILE` prints microseconds per line.
#![expect(clippy::print_stdout, reason = "an example prints")]

use std::io::Write as _;
use std::time::Instant;

use prickle_heap::{EventHeap, Limits, Turn, WorkerHeap, json};

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().collect();
    let [_, mode, file] = &args[..] else { panic!("usage: json_lines convert|bench FILE") };
    let input = std::fs::read(file)?;
    let lines: Vec<&[u8]> = input.split(|&byte| byte == b'\n').filter(|line| !line.is_empty()).collect();
    let worker = WorkerHeap::new();
    let mut heap = EventHeap::new();
    let mut out = Vec::new();
    if mode == "convert" {
        for line in lines {
            let turn = Turn::new(&worker, &mut heap, &(), Limits::default());
            let cx = turn.cx();
            match json::parse(cx, line) {
                Ok(value) => assert!(json::write(cx, value, &mut out).is_ok(), "parsed data is plain"),
                Err(message) => json::write_string(&mut out, message),
            }
            out.push(b'\n');
        }
        return std::io::stdout().write_all(&out);
    }
    let mut best = [f64::INFINITY; 2];
    for _ in 0..10 {
        for (round, best) in best.iter_mut().enumerate() {
            let start = Instant::now();
            for line in &lines {
                let turn = Turn::new(&worker, &mut heap, &(), Limits::default());
                let cx = turn.cx();
                let value = json::parse(cx, line);
                if round == 1
                    && let Ok(value) = value
                {
                    out.clear();
                    assert!(json::write(cx, value, &mut out).is_ok(), "parsed data is plain");
                }
            }
            *best = best.min(start.elapsed().as_secs_f64() * 1e6 / lines.len() as f64);
        }
    }
    println!("parse {:.2} µs, parse and write {:.2} µs per line", best[0], best[1]);
    Ok(())
}
