//! The `prickle` binary as scripts see it: exit codes, stdout, stderr, files.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder of its own for a test, where the commands run.
struct Folder(TempDir);

impl Folder {
    fn new(files: &[(&str, &str)]) -> Self {
        let folder = Self(tempfile::tempdir().expect("a temporary folder"));
        for (path, text) in files {
            let path = folder.path(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("a new folder");
            fs::write(path, text).expect("a new file");
        }
        folder
    }

    fn path(&self, below: &str) -> std::path::PathBuf {
        self.0.path().join(below)
    }

    fn prickle(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_prickle"));
        command.args(arguments).current_dir(self.0.path()).env("PRICKLE_CACHE", self.path("cache"));
        command.env_remove("NO_COLOR").output().expect("the binary starts")
    }

    /// Runs a command and returns its exit code, stdout and stderr.
    fn outcome(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = self.prickle(arguments);
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.code().expect("no signal"), text(output.stdout), text(output.stderr))
    }
}

const GOOD: &str = "export function processEvent(event) {\n    return event\n}\n";
const BAD: &str = "{ \"name\": 5 }";

/// All files below a folder with their texts, sorted.
fn snapshot(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return files };
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        if path.is_dir() {
            files.extend(snapshot(&path));
        } else {
            files.push((path.display().to_string(), fs::read_to_string(&path).expect("text")));
        }
    }
    files.sort();
    files
}

#[test]
fn wrong_usage_is_exit_code_2() {
    let folder = Folder::new(&[]);
    for arguments in [
        &["bogus"][..],
        &[],
        &["check"],
        &["build", "."],
        &["check", ".", "--color", "green"],
        &["run", "pipeline.toml", "--clock", "yesterday"],
        &["explain", "PK9999"],
        &["serve", "pipeline.toml"],
        &["verify", ".", "--cases", "many"],
        &["new", "2fast"],
    ] {
        let (code, stdout, stderr) = folder.outcome(arguments);
        assert_eq!((code, stdout.as_str()), (2, ""), "{arguments:?}\n{stderr}");
        assert!(!stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn every_command_has_help_with_an_example() {
    let folder = Folder::new(&[]);
    for command in ["new", "check", "build", "run", "serve", "inspect", "verify", "explain", "dump"] {
        let (code, stdout, _) = folder.outcome(&[command, "--help"]);
        assert_eq!(code, 0, "{command}");
        assert!(stdout.contains(&format!("Example:\n  prickle {command} ")), "{stdout}");
    }
    let (code, stdout, _) = folder.outcome(&["--version"]);
    assert_eq!((code, stdout), (0, format!("prickle {}\n", env!("CARGO_PKG_VERSION"))));
}

#[test]
fn explain_prints_the_page_and_lists_all() {
    let folder = Folder::new(&[]);
    let (code, page, _) = folder.outcome(&["explain", "pk0102"]);
    assert_eq!(code, 0);
    assert!(page.starts_with("# PK0102: ") && page.contains("\n## Instead\n"), "{page}");
    let (_, list, _) = folder.outcome(&["explain"]);
    assert!(list.lines().any(|line| line == "PK0102  the plugin has no main file"), "{list}");
}

#[test]
fn paths_that_lead_to_no_plugin_are_reported_together() {
    let folder = Folder::new(&[("empty/readme.md", ""), ("file.js", GOOD)]);
    let (code, stdout, stderr) = folder.outcome(&["check", "nowhere", "empty", "file.js"]);
    assert_eq!((code, stdout.as_str()), (1, ""));
    for expected in [
        "error[PK0101]: there is nothing at this path\n--> nowhere\n",
        "error[PK0101]: there is no plugin in this folder\n--> empty\n",
        "error[PK0101]: this is a file, not a plugin folder\n--> file.js\n",
        "error: 3 errors\n",
    ] {
        assert!(stderr.contains(expected), "{stderr}");
    }
}

#[test]
fn check_goes_on_after_a_refused_plugin() {
    let folder = Folder::new(&[
        ("plugins/a/plugin.json", BAD),
        ("plugins/a/index.js", GOOD),
        ("plugins/b/plugin.json", "{}"),
        ("plugins/b/index.js", GOOD),
        ("plugins/c/plugin.json", "{"),
        ("plugins/notes/readme.md", ""),
    ]);
    let (code, stdout, stderr) = folder.outcome(&["check", "plugins"]);
    assert_eq!((code, stdout.as_str()), (1, ""));
    assert!(stderr.contains("error[PK0112]: `name` must be a string\n --> plugins/a/plugin.json:1:11\n"), "{stderr}");
    assert!(stderr.contains(" --> plugins/b/plugin.json:1:1\n"), "{stderr}");
    assert!(stderr.contains(" --> plugins/c/plugin.json:1:2\n"), "{stderr}");
    assert!(
        stderr.contains("error: 2 errors, 1 warning\nFor more about a code: `prickle explain PK0110`\n"),
        "{stderr}"
    );
}

#[test]
fn json_diagnostics_are_lines_on_stdout() {
    let folder = Folder::new(&[("p/plugin.json", BAD), ("p/index.js", GOOD)]);
    let (code, stdout, stderr) = folder.outcome(&["check", "p", "--message-format", "json"]);
    assert_eq!((code, stderr.as_str()), (1, ""));
    assert_eq!(
        stdout,
        "{\"code\":\"PK0112\",\"severity\":\"error\",\"message\":\"`name` must be a string\",\"file\":\"plugin.json\",\
         \"line\":1,\"column\":11,\"endLine\":1,\"endColumn\":12,\"help\":null,\"plugin\":\"p\"}\n"
    );
}

#[test]
fn colors_only_where_they_are_wanted() {
    let folder = Folder::new(&[("p/plugin.json", BAD), ("p/index.js", GOOD)]);
    let (_, _, plain) = folder.outcome(&["check", "p"]);
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
    let (_, _, colored) = folder.outcome(&["check", "p", "--color", "always"]);
    assert!(colored.contains('\u{1b}'), "{colored:?}");
}

#[test]
fn warnings_do_not_fail_and_quiet_is_quiet() {
    let folder = Folder::new(&[("p/plugin.json", "{}"), ("p/index.js", GOOD), ("q/index.js", GOOD)]);
    let (code, _, stderr) = folder.outcome(&["check", "p"]);
    assert_eq!(code, 0, "{stderr}");
    assert!(stderr.contains("warning[PK0118]") && stderr.contains("warning: 1 warning\n"), "{stderr}");
    let (code, stdout, stderr) = folder.outcome(&["check", "q"]);
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "", "     Checked 1 plugin\n"));
    let (code, stdout, stderr) = folder.outcome(&["check", "q", "--quiet"]);
    assert_eq!((code, stdout.as_str(), stderr.as_str()), (0, "", ""));
}

#[test]
fn build_writes_the_same_bytes_and_notices_what_is_stale() {
    let folder = Folder::new(&[("p/index.js", GOOD)]);
    let (code, _, stderr) = folder.outcome(&["build", "p", "--out", "generated"]);
    assert_eq!((code, stderr.as_str()), (0, "       Built 1 crate in generated (1 changed)\n"));
    let first = snapshot(&folder.path("generated"));
    assert!(first.iter().any(|(path, _)| path.ends_with("generated/p/src/lib.rs")), "{first:?}");
    let (_, _, stderr) = folder.outcome(&["build", "p", "--out", "generated"]);
    assert_eq!(stderr, "       Built 1 crate in generated (0 changed)\n");
    assert_eq!(snapshot(&folder.path("generated")), first);
    let (code, stdout, _) = folder.outcome(&["build", "p", "--out", "generated", "--check"]);
    assert_eq!((code, stdout.as_str()), (0, ""));

    let changed = GOOD.replace("return event", "event.seen = true\n    return event");
    fs::write(folder.path("p/index.js"), changed).expect("a file");
    let (code, stdout, stderr) = folder.outcome(&["build", "p", "--out", "generated", "--check"]);
    assert_eq!(code, 1);
    assert!(stdout.contains("--- a/p/src/lib.rs\n+++ b/p/src/lib.rs\n"), "{stdout}");
    assert!(stderr.contains("generated is stale"), "{stderr}");
    assert_eq!(snapshot(&folder.path("generated")), first, "--check writes nothing");
}

#[test]
fn nothing_is_written_when_any_plugin_is_refused() {
    let folder =
        Folder::new(&[("plugins/a/index.js", GOOD), ("plugins/b/plugin.json", "{"), ("plugins/b/index.js", GOOD)]);
    let (code, _, _) = folder.outcome(&["build", "plugins", "--out", "generated"]);
    assert_eq!(code, 1);
    assert!(!folder.path("generated").exists());
}

#[test]
fn two_plugins_cannot_share_a_crate() {
    let folder = Folder::new(&[("a/filter/index.js", GOOD), ("b/filter/index.js", GOOD)]);
    let (code, _, stderr) = folder.outcome(&["build", "a/filter", "b/filter", "--out", "generated"]);
    assert_eq!(code, 1);
    assert!(stderr.contains("error[PK0120]: two plugins would become the crate `filter`\n--> b/filter\n"), "{stderr}");
    assert!(!folder.path("generated").exists());
}

#[test]
fn a_new_plugin_passes_check_and_build() {
    for flags in [&[][..], &["--ts"]] {
        let folder = Folder::new(&[]);
        let (code, _, stderr) = folder.outcome(&[&["new", "my-plugin"], flags].concat());
        assert_eq!(code, 0, "{stderr}");
        let (code, _, stderr) = folder.outcome(&["check", "my-plugin"]);
        assert_eq!((code, stderr.as_str()), (0, "     Checked 1 plugin\n"));
        let (code, _, stderr) = folder.outcome(&["build", "my-plugin", "--out", "generated"]);
        assert_eq!(code, 0, "{stderr}");
        let (code, _, stderr) = folder.outcome(&["new", "my-plugin"]);
        assert_eq!((code, stderr.as_str()), (1, "error: my-plugin exists already\n"));
    }
}

#[test]
fn inspect_names_hooks_and_config() {
    let folder = Folder::new(&[]);
    folder.outcome(&["new", "greeter"]);
    let (code, text, _) = folder.outcome(&["inspect", "greeter"]);
    assert_eq!(code, 0);
    assert!(text.starts_with("Greeter (greeter, index.js)\n  hooks "), "{text}");
    let (_, json, _) = folder.outcome(&["inspect", "greeter", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    let hooks: Vec<_> = json["hooks"].as_array().expect("hooks").iter().map(|hook| hook["name"].as_str()).collect();
    assert_eq!(hooks, [Some("setupPlugin"), Some("processEvent")]);
    assert_eq!(json["config"]["declared"][0]["key"], "name");
    assert_eq!(json["config"]["read"], serde_json::json!(["name"]));
    assert_eq!(json["async"], false);
}

/// What `inspect` says about a plugin with this source.
fn inspection(source: &str) -> serde_json::Value {
    let folder = Folder::new(&[("p/index.js", source)]);
    let (code, json, stderr) = folder.outcome(&["inspect", "p", "--format", "json"]);
    assert_eq!(code, 0, "{stderr}");
    serde_json::from_str(&json).expect("JSON")
}

#[test]
fn inspect_names_keys_and_hosts() {
    let json = inspection(
        "async function keep(store, key) { return await store.get(key, 0) }
        export async function processEvent(event, { storage }) {
            const n = await keep(storage, `seen-${event.event}`)
            await storage.set('count', n + 1)
            await storage.del('old')
            return event
        }
        export function composeWebhook(event, { config }) {
            if (event.event === 'x') return { url: `https://api.example.com:8080/${event.uuid}` }
            return event.event === 'y' ? { url: 'http://hooks.example.com' } : { url: config.url }
        }",
    );
    assert_eq!(
        json["storage"],
        serde_json::json!({ "read": [], "written": ["count"], "deleted": ["old"], "computed": ["read"] })
    );
    assert_eq!(
        json["hosts"],
        serde_json::json!({ "named": ["api.example.com:8080", "hooks.example.com"], "computed": true })
    );
    assert_eq!(json["capabilities"], serde_json::json!(["storage"]));
    assert_eq!(inspection(GOOD)["hosts"], serde_json::json!({ "named": [], "computed": false }));
}

#[test]
fn inspect_sees_builtins_that_are_taken_as_values() {
    let hook = "export function processEvent(event) { return event }";
    for (source, nondeterminism, capabilities) in [
        ("const d = new Date(0), valid = d instanceof Date, s = Math.max(1)", vec![], vec![]),
        ("const t = new Date()", vec!["clock"], vec![]),
        ("const C = Date, t = new C()", vec!["clock"], vec![]),
        ("const { now } = Date", vec!["clock"], vec![]),
        ("const r = [1, 2].map(Math.random)", vec!["random"], vec![]),
        ("const { random } = Math", vec!["random"], vec![]),
        ("const log = console.log", vec![], vec!["console"]),
        ("class Day extends Date {}", vec!["clock"], vec![]),
    ] {
        let json = inspection(&format!("{source}\n{hook}"));
        assert_eq!(json["nondeterminism"], serde_json::json!(nondeterminism), "{source}");
        assert_eq!(json["capabilities"], serde_json::json!(capabilities), "{source}");
    }
}

#[test]
fn every_stage_can_be_dumped() {
    let folder = Folder::new(&[("p/index.js", GOOD)]);
    for (stage, part) in
        [("ast", "processEvent"), ("ir", "processEvent"), ("facts", "Facts"), ("rust", "// ---- src/lib.rs")]
    {
        let (code, stdout, stderr) = folder.outcome(&["dump", stage, "p"]);
        assert_eq!(code, 0, "{stage}\n{stderr}");
        assert!(stdout.contains(part), "{stage}\n{stdout}");
    }
}

#[test]
fn run_reports_what_is_wrong_before_it_builds() {
    let folder = Folder::new(&[
        ("p/plugin.json", "{"),
        ("p/index.js", GOOD),
        ("q/index.js", GOOD),
        ("a.toml", "[[plugin]]\nsource = \"p\"\n"),
        ("b.toml", "[[plugin]]\nsource = \"q\"\nenable = 1\n"),
        ("c.toml", "[[plugin]]\nsource = \"q\"\n"),
        ("stub.json", "{]"),
    ]);
    for (arguments, expected) in [
        (&["run", "a.toml"][..], "error[PK0110]: `plugin.json` is not valid JSON\n --> p/plugin.json:1:2\n"),
        (&["run", "b.toml"], "error[PK0552]: unknown key `enable`\n --> b.toml:3:1\n"),
        (
            &["run", "nowhere.toml"],
            "error[PK0550]: cannot read the pipeline file: it does not exist\n--> nowhere.toml\n",
        ),
        (&["run", "c.toml", "--input", "nowhere.ndjson"], "error: cannot read nowhere.ndjson: "),
        (&["run", "c.toml", "--http-stub", "stub.json"], "error: stub.json: "),
    ] {
        let (code, stdout, stderr) = folder.outcome(arguments);
        assert_eq!((code, stdout.as_str()), (1, ""), "{arguments:?}\n{stderr}");
        assert!(stderr.contains(expected), "{arguments:?}\n{stderr}");
    }
    assert!(!folder.path("cache/programs").exists(), "nothing was built");
}
