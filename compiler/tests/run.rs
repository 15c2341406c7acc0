//! `prickle run` from the pipeline file to the output. The programs are built in a cache that stays between test runs.

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// A new plugin in a folder of its own. Its path is always the same, so that its program is built only once.
struct Plugin {
    folder: PathBuf,
}

impl Plugin {
    fn new(name: &str, flags: &[&str]) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("run").join(name);
        drop(fs::remove_dir_all(&folder));
        fs::create_dir_all(&folder).expect("a folder");
        let plugin = Self { folder };
        let output = plugin.prickle(&[&["new", "greeter"], flags].concat()).output().expect("the binary starts");
        assert!(output.status.success());
        plugin
    }

    fn path(&self, below: &str) -> PathBuf {
        self.folder.join("greeter").join(below)
    }

    fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path(below)).expect("a file")
    }

    fn prickle(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prickle"));
        let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache");
        command.args(arguments).current_dir(&self.folder).env("PRICKLE_CACHE", cache);
        // Fast to build rather than fast.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        command
    }

    fn run(&self, flags: &[&str]) -> Command {
        self.prickle(&[&["run", "greeter/pipeline.toml", "--input", "greeter/events.ndjson"], flags].concat())
    }
}

fn texts(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("no signal"), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_new_plugin_runs_and_is_not_built_twice() {
    for (name, flags) in [("javascript", &[][..]), ("typescript", &["--ts"])] {
        let plugin = Plugin::new(name, flags);
        let (code, stdout, stderr) = texts(&plugin.run(&["--locked"]).output().expect("it starts"));
        assert_eq!((code, stdout.as_str()), (0, plugin.read("expected.ndjson").as_str()), "{stderr}");
        // Nothing where an earlier run of this test has built the same.
        assert!(["", "    Building the native program of 1 plugin\n"].contains(&stderr.as_str()), "{stderr}");

        // A config is no part of the program, so not even cargo is needed for another one.
        let pipeline = plugin.read("pipeline.toml").replace("ACME", "Ada");
        fs::write(plugin.path("pipeline.toml"), pipeline).expect("a file");
        let without_cargo = plugin.run(&[]).env("CARGO", "/nowhere/cargo").output().expect("it starts");
        let (code, stdout, stderr) = texts(&without_cargo);
        assert_eq!((code, stderr.as_str()), (0, ""));
        assert_eq!(stdout, plugin.read("expected.ndjson").replace("ACME", "Ada"));
    }
}

#[test]
fn without_cargo_it_says_what_is_needed() {
    let plugin = Plugin::new("cargo", &[]);
    let changed = plugin.read("index.js").replace("Hello", "Good morning");
    fs::write(plugin.path("index.js"), changed).expect("a file");
    let (code, stdout, stderr) = texts(&plugin.run(&[]).env("CARGO", "/nowhere/cargo").output().expect("it starts"));
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert!(stderr.contains("error: cargo was not found") && stderr.contains("https://rustup.rs"), "{stderr}");
}

#[test]
fn bad_lines_are_reported_and_the_rest_goes_on() {
    let plugin = Plugin::new("lines", &[]);
    fs::write(plugin.path("events.ndjson"), "{\"event\":\"a\"}\nnot json\n{\"event\":\"b\"}\n").expect("a file");
    let (code, stdout, stderr) =
        texts(&plugin.run(&["--rejects", "rejects", "--trace", "trace"]).output().expect("it starts"));
    assert_eq!((code, stdout.lines().count()), (1, 2), "{stderr}");
    assert!(stderr.contains("line 2"), "{stderr}");
    assert_eq!(fs::read_to_string(plugin.folder.join("rejects")).expect("a file"), "not json\n");
    assert_eq!(fs::read_to_string(plugin.folder.join("trace")).expect("a file").lines().count(), 2);
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    let plugin = Plugin::new("pipe", &[]);
    assert!(plugin.run(&[]).output().expect("it starts").status.success());
    let mut child = plugin
        .prickle(&["run", "greeter/pipeline.toml"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let (mut stdin, mut stdout) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let writer = std::thread::spawn(move || while stdin.write_all(b"{\"event\":\"a\"}\n").is_ok() {});
    stdout.read_exact(&mut [0; 9]).expect("output");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    writer.join().expect("the writer ends");
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()));
}

#[test]
fn a_crate_that_does_not_compile_is_our_bug() {
    let plugin = Plugin::new("broken", &[]);
    // A runtime in which generated code finds nothing that it uses.
    for (part, name) in [(".", "runtime"), ("spec", "spec"), ("heap", "heap"), ("regexp", "regexp"), ("io", "io")] {
        let folder = plugin.folder.join("runtime").join(part);
        fs::create_dir_all(folder.join("src")).expect("a folder");
        let manifest = format!("[package]\nname = \"prickle-{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n");
        fs::write(folder.join("Cargo.toml"), manifest).expect("a file");
        fs::write(folder.join("src/lib.rs"), "").expect("a file");
    }
    let (code, stdout, stderr) = texts(&plugin.run(&["--runtime", "runtime"]).output().expect("it starts"));
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert!(stderr.contains("error[PK0901]: the code generated for `greeter` does not compile\n"), "{stderr}");
    let log = stderr.lines().find_map(|line| line.split_once("what cargo said is in ")).expect("the log").1;
    assert!(fs::read_to_string(log).expect("the log").contains("prickle_runtime::prelude"));
}
