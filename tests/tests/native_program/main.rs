//! The native program from outside: streams, files, exit codes and the memory it uses.
//!
//! This executable is both sides: started with the path of a plan it is a native program with the plugins of
//! [`plugins`], otherwise it runs the tests, which start it.

mod plugins;

use std::alloc::System;
use std::fs;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Output, Stdio};

use libtest_mimic::{Arguments, Failed, Trial};
use serde_json::{Value, json};
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tempfile::TempDir;

/// Counts allocations, for the plugin that reads the count.
#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|argument| argument.ends_with(".plan.json")) {
        return prickle_io::main(plugins::ALL);
    }
    let trial = |name: &str, test: fn() -> Result<(), Failed>| Trial::test(name, test);
    let trials = vec![
        trial("surviving_events_in_order_and_bad_lines_apart", surviving_events_in_order_and_bad_lines_apart),
        trial("a_trace_has_a_line_per_event_and_phase", a_trace_has_a_line_per_event_and_phase),
        trial("a_closed_pipe_ends_it_quietly", a_closed_pipe_ends_it_quietly),
        trial("a_full_disk_is_an_error", a_full_disk_is_an_error),
        trial("a_bug_loses_no_earlier_event", a_bug_loses_no_earlier_event),
        trial("teams_have_chains_of_their_own", teams_have_chains_of_their_own),
        trial("files_that_are_missing_are_named", files_that_are_missing_are_named),
        trial("the_steady_state_allocates_nothing", the_steady_state_allocates_nothing),
        trial("memory_does_not_grow_with_the_input", memory_does_not_grow_with_the_input),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

/// A folder with a plan.
struct Program {
    folder: TempDir,
}

impl Program {
    /// A program whose chain are these plugins; `flags` are further members of the plan.
    fn new(chain: &[&str], flags: Value) -> Result<Self, Failed> {
        let folder = tempfile::tempdir()?;
        let chain: Vec<_> = (1..).zip(chain).map(|(id, plugin)| json!({"plugin": plugin, "id": id})).collect();
        let mut plan = json!({"chain": chain});
        for (key, value) in flags.as_object().into_iter().flatten() {
            plan[key] = value.clone();
        }
        fs::write(folder.path().join("run.plan.json"), plan.to_string())?;
        Ok(Program { folder })
    }

    fn command(&self) -> Result<Command, Failed> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("run.plan.json").current_dir(self.path());
        Ok(command)
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    fn run(&self, input: &str) -> Result<Output, Failed> {
        let mut command = self.command()?;
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn()?;
        let mut stdin = child.stdin.take().ok_or("no stdin")?;
        let input = input.to_owned();
        let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
        let output = child.wait_with_output()?;
        writer.join().map_err(|_| "the writer panicked")?;
        Ok(output)
    }

    fn file(&self, name: &str) -> Result<String, Failed> {
        Ok(fs::read_to_string(self.path().join(name))?)
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or("(not UTF-8)")
}

fn same(actual: &str, expected: &str) -> Result<(), Failed> {
    if actual == expected { Ok(()) } else { Err(format!("expected:\n{expected}\nactual:\n{actual}").into()) }
}

fn surviving_events_in_order_and_bad_lines_apart() -> Result<(), Failed> {
    let program = Program::new(&["drop"], json!({"plugin_status": false, "rejects": "bad.ndjson"}))?;
    let output = program.run("{\"a\":1}\n\n{\"drop\":1}\r\n[1]\n{\"a\":\n{\"b\": 1.0}")?;
    same(text(&output.stdout), "{\"a\":1}\n{\"b\":1}\n")?;
    same(text(&output.stderr), "line 4: not a JSON object\nline 5: Unexpected end of JSON input\n")?;
    same(&program.file("bad.ndjson")?, "[1]\n{\"a\":\n")?;
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

fn a_trace_has_a_line_per_event_and_phase() -> Result<(), Failed> {
    let program = Program::new(&["talk"], json!({"trace": "trace.ndjson", "output": "out.ndjson", "ticks": ["poke"]}))?;
    fs::write(program.path().join("out.ndjson"), "old")?;
    let output = program.run("{\"a\":1}\n{\"drop\":1}\n")?;
    same(text(&output.stderr), "")?;
    assert_eq!(output.status.code(), Some(0));
    same(
        &program.file("out.ndjson")?,
        "{\"a\":1,\"properties\":{\"$plugins_succeeded\":[\"Talk (1)\"],\"$plugins_failed\":[]}}\n",
    )?;
    let logs = |message: &str| {
        format!(
            r#""failed":[],"logs":[{{"plugin":"Talk (1)","level":"LOG","message":"{message}"}}],"requests":[],"captures":[]}}"#
        )
    };
    let event = r#"{"event":{"a":1,"properties":{"$plugins_succeeded":["Talk (1)"],"$plugins_failed":[]}}"#;
    let expected = [
        format!("{{\"phase\":\"setup\",{}", logs(r#"set \"up\""#)),
        format!("{event},{}", logs("event")),
        format!("{{\"event\":null,{}", logs("event")),
        format!("{{\"phase\":\"tick\",{}", logs("poke")),
    ];
    same(&program.file("trace.ndjson")?, &(expected.join("\n") + "\n"))?;
    let mut names: Vec<_> =
        fs::read_dir(program.path())?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<_, _>>()?;
    names.sort();
    assert_eq!(names, ["out.ndjson", "run.plan.json", "trace.ndjson"], "nothing else is left behind");
    Ok(())
}

fn a_closed_pipe_ends_it_quietly() -> Result<(), Failed> {
    let program = Program::new(&["drop"], json!({"input": "in.ndjson"}))?;
    fs::write(program.path().join("in.ndjson"), "{\"a\":1}\n".repeat(1_000_000))?;
    let mut child = program.command()?.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut first = [0; 10];
    child.stdout.take().ok_or("no stdout")?.read_exact(&mut first)?;
    let output = child.wait_with_output()?;
    same(text(&output.stderr), "")?;
    assert_eq!(output.status.code(), Some(0));
    Ok(())
}

fn a_full_disk_is_an_error() -> Result<(), Failed> {
    let program = Program::new(&["drop"], json!({"output": "/dev/full"}))?;
    let output = program.run("{\"a\":1}\n")?;
    same(text(&output.stderr), "error: cannot write: No space left on device (os error 28)\n")?;
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

fn a_bug_loses_no_earlier_event() -> Result<(), Failed> {
    let program = Program::new(&["drop"], json!({"plugin_status": false}))?;
    let output = program.run("{\"a\":1}\n{\"panic\":1}\n{\"a\":2}\n")?;
    same(text(&output.stdout), "{\"a\":1}\n")?;
    assert_eq!(output.status.code(), Some(1));
    if !text(&output.stderr).ends_with("error: a bug in Prickle ended the run; the events before it were written\n") {
        return Err(text(&output.stderr).into());
    }
    Ok(())
}

fn teams_have_chains_of_their_own() -> Result<(), Failed> {
    let teams = json!({"2": [{"plugin": "talk", "id": 7}], "3": []});
    let program = Program::new(&["drop"], json!({"teams": teams}))?;
    let output = program.run("{\"team_id\":2}\n{\"team_id\":3}\n{\"team_id\":\"2\"}\n")?;
    let status = |name| format!(r#""properties":{{"$plugins_succeeded":["{name}"],"$plugins_failed":[]}}}}"#);
    same(
        text(&output.stdout),
        &format!(
            "{{\"team_id\":2,{}\n{{\"team_id\":3}}\n{{\"team_id\":\"2\",{}\n",
            status("Talk (7)"),
            status("Drop (1)")
        ),
    )?;
    same(text(&output.stderr), "[Talk (7)] LOG set \"up\"\n[Talk (7)] LOG event\n")
}

fn files_that_are_missing_are_named() -> Result<(), Failed> {
    let program = Program::new(&["drop"], json!({"input": "nowhere.ndjson"}))?;
    let output = program.run("")?;
    same(text(&output.stderr), "error: nowhere.ndjson: No such file or directory (os error 2)\n")?;
    assert_eq!(output.status.code(), Some(1));
    Ok(())
}

fn event(number: usize) -> String {
    let filler = "text ".repeat(40);
    format!("{{\"n\":{number},\"properties\":{{\"filler\":\"{filler}\",\"list\":[1,2.5,\"ü\",{{\"deep\":null}}]}}}}\n")
}

/// The plugin `count` throws what was allocated between its 1000th and its 9000th event.
fn the_steady_state_allocates_nothing() -> Result<(), Failed> {
    let program = Program::new(&["drop", "count"], json!({}))?;
    let output = program.run(&(0..10_000).map(event).collect::<String>())?;
    same(text(&output.stderr), "[Count (2)] LOG allocations: 0\n")
}

/// The plugin `count` logs the highest use of memory when it is torn down.
fn memory_does_not_grow_with_the_input() -> Result<(), Failed> {
    let program = Program::new(&["drop", "count"], json!({"input": "in.ndjson", "output": "/dev/null"}))?;
    let mut file = fs::File::create(program.path().join("in.ndjson"))?;
    let block: String = (0..1000).map(event).collect();
    for _ in 0..300 {
        file.write_all(block.as_bytes())?;
    }
    let output = program.run("")?;
    let stderr = text(&output.stderr);
    let peak = stderr.lines().find_map(|line| line.strip_prefix("[Count (2)] LOG peak kB: ")).ok_or(stderr)?;
    let peak: u64 = peak.parse()?;
    // 80 MB went through.
    if peak < 20_000 { Ok(()) } else { Err(format!("used {peak} kB").into()) }
}
