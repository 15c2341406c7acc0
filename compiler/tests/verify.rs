//! `prickle verify`: agreement, a difference that is shrunk, and what it needs. Node must be there, as for the behaviour cases.

#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A folder with a new plugin, which is always in the same place, so that its program is built only once.
fn greeter(name: &str, flags: &[&str]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("verify").join(name);
    drop(fs::remove_dir_all(&folder));
    fs::create_dir_all(&folder).expect("a folder");
    let output = prickle(&folder, &[&["new", "greeter"], flags].concat()).output().expect("the binary starts");
    assert!(output.status.success());
    folder
}

fn prickle(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prickle"));
    let cache = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cache");
    command.args(arguments).current_dir(folder).env("PRICKLE_CACHE", cache);
    command.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
    command
}

fn texts(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (output.status.code().expect("no signal"), text(&output.stdout), text(&output.stderr))
}

/// A `node` that is the real one, but loads this module first.
fn node_with(folder: &Path, module: &str) -> PathBuf {
    fs::write(folder.join("changed.cjs"), module).expect("a file");
    let node = folder.join("node");
    fs::write(&node, format!("#!/bin/sh\nexec node -r {} \"$@\"\n", folder.join("changed.cjs").display()))
        .expect("a file");
    fs::set_permissions(&node, fs::Permissions::from_mode(0o755)).expect("its mode");
    node
}

#[test]
fn new_plugins_agree_at_once() {
    for (name, flags) in [("javascript", &[][..]), ("typescript", &["--ts"])] {
        let folder = greeter(name, flags);
        let output = prickle(&folder, &["verify", "greeter", "--cases", "400"]).output().expect("it starts");
        let (code, stdout, stderr) = texts(&output);
        assert_eq!((code, stdout.as_str()), (0, ""), "{stderr}");
        assert!(
            stderr.contains("greeter: 400 events under 10 configs, no difference; 7/7 branches reached (100.0 %)"),
            "{stderr}"
        );

        // The same again, to the byte.
        let again = prickle(&folder, &["verify", "greeter", "--cases", "400"]).output().expect("it starts");
        assert_eq!(texts(&again).2.lines().last(), stderr.lines().last());

        let given = ["verify", "greeter", "--events", "greeter/events.ndjson"];
        let (code, _, stderr) = texts(&prickle(&folder, &given).output().expect("it starts"));
        assert_eq!((code, stderr.as_str()), (0, "    Verified greeter: 3 events under 1 config, no difference\n"));
    }
}

#[test]
fn the_sample_plugins_agree_and_are_reached() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the repository");
    let (code, _, stderr) =
        texts(&prickle(root, &["verify", "plugins-src", "--cases", "600"]).output().expect("it starts"));
    assert_eq!(code, 0, "{stderr}");
    let percent = |line: &str| line.rsplit_once('(')?.1.split(' ').next()?.parse::<f64>().ok();
    let reached: Vec<_> = stderr.lines().filter(|line| line.contains("no difference")).filter_map(percent).collect();
    let average = reached.iter().sum::<f64>() / reached.len() as f64;
    assert!(reached.len() >= 11 && average >= 95.0, "{average} %\n{stderr}");
}

#[test]
fn a_difference_is_shrunk_and_can_be_repeated() {
    let folder = greeter("difference", &[]);
    // Our own program is right, so the other side has to be wrong.
    let wrong = "const right = JSON.stringify\n\
        JSON.stringify = (value, ...rest) => value?.event && /[A-Z]{2}/.test(value.event) ? '\"wrong\"' : right(value, ...rest)\n";
    let node = node_with(&folder, wrong);
    let run = |arguments: &[&str]| {
        texts(&prickle(&folder, arguments).env("PRICKLE_NODE", &node).output().expect("it starts"))
    };
    let (code, stdout, stderr) = run(&["verify", "greeter"]);
    assert_eq!(code, 1, "{stderr}");
    let lines: Vec<_> = stdout.lines().collect();
    assert_eq!(lines[0], "config: {}");
    let event = lines[1].strip_prefix("event:  ").expect("the event");
    assert!(event.starts_with("{\"event\":\"") && event.len() <= "{\"event\":\"AB\"}".len(), "{stdout}");
    assert!(
        stdout.contains("expected {\"event\":\"wrong\"") && stdout.contains("got      {\"event\":{\"event\":\""),
        "{stdout}"
    );

    let repeat =
        stdout.lines().find_map(|line| line.strip_prefix("repeat this case: prickle ")).expect("how to repeat it");
    let (code, again, _) = run(&repeat.split(' ').collect::<Vec<_>>());
    assert_eq!(code, 1);
    assert!(again.contains(event), "{again}");
}

#[test]
fn without_node_20_it_is_wrong_usage() {
    let folder = greeter("node", &[]);
    let run = |node: &Path| {
        texts(&prickle(&folder, &["verify", "greeter"]).env("PRICKLE_NODE", node).output().expect("it starts"))
    };
    let (code, _, stderr) = run(&folder.join("nowhere"));
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains("Node 20 was not found"), "{stderr}");

    let old = folder.join("old");
    fs::write(&old, "#!/bin/sh\necho v18.0.0\n").expect("a file");
    fs::set_permissions(&old, fs::Permissions::from_mode(0o755)).expect("its mode");
    let (code, _, stderr) = run(&old);
    assert_eq!(code, 2, "{stderr}");
    assert!(stderr.contains("is v18.0.0"), "{stderr}");
}
