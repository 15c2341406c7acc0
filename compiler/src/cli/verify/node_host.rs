//! The plugin host that runs under Node, carried in this binary: the one that our own tests compare with (`tests/oracle`).

use std::io::{self, BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use serde_json::Value;

use crate::cli::Failure;
use crate::cli::run::cache::{Cache, Fingerprint, cannot, write_if_changed};

/// Paths from the root of the repository, and contents.
const FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/node_host.rs"));

/// What the comparison is defined by: other versions word errors differently.
const VERSION: &str = "v20.";

/// A running Node that answers each line with a line.
#[derive(Debug)]
pub struct NodeHost {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl NodeHost {
    /// Finds Node 20 (`$PRICKLE_NODE`, else `node`), unpacks the host and starts it.
    pub fn start(cache: &Cache) -> Result<Self, Failure> {
        let node = std::env::var_os("PRICKLE_NODE").map_or_else(|| PathBuf::from("node"), PathBuf::from);
        check_version(&node)?;
        let script = unpack(cache)?.join("tests/oracle/batch.mjs");
        let mut command = Command::new(&node);
        command.arg(script).env("TZ", "UTC").env_remove("NODE_OPTIONS").stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().map_err(|error| cannot("start", &node, &error))?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(Failure::Message("node has no streams".to_owned()));
        };
        Ok(Self { child, input, output: BufReader::new(output) })
    }

    /// Sends a message and waits for the answer.
    pub fn ask(&mut self, message: &Value) -> Result<Value, Failure> {
        let failed = |why: &str| Failure::Message(format!("the comparison under Node broke off: {why}"));
        let line = format!("{message}\n");
        self.input
            .write_all(line.as_bytes())
            .and_then(|()| self.input.flush())
            .map_err(|error| failed(&error.to_string()))?;
        let mut answer = String::new();
        self.output.read_line(&mut answer).map_err(|error| failed(&error.to_string()))?;
        serde_json::from_str(&answer).map_err(|_| failed("it ended without an answer"))
    }
}

impl Drop for NodeHost {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

fn check_version(node: &Path) -> Result<(), Failure> {
    let shown = node.display();
    let output = Command::new(node).arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output();
    let version = match output {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).trim().to_owned(),
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            return Err(Failure::Usage(format!("cannot start {shown}: {error}")));
        }
        _ => {
            let why =
                "Node 20 was not found; `prickle verify` compares with it: install it, or set PRICKLE_NODE to its path";
            return Err(Failure::Usage(why.to_owned()));
        }
    };
    if version.starts_with(VERSION) {
        return Ok(());
    }
    Err(Failure::Usage(format!(
        "Node 20 is needed to compare with, but {shown} is {version}; set PRICKLE_NODE to the path of Node 20"
    )))
}

fn unpack(cache: &Cache) -> Result<PathBuf, Failure> {
    let mut fingerprint = Fingerprint::default();
    for (path, content) in FILES {
        fingerprint.add(path, content);
    }
    let root = cache.path(format!("node-host-{}-{}", env!("CARGO_PKG_VERSION"), &fingerprint.finish()[..8]));
    let complete = root.join("complete");
    if !complete.exists() {
        let _lock = cache.lock()?;
        for (path, content) in FILES {
            write_if_changed(&root.join(path), content)?;
        }
        write_if_changed(&complete, b"")?;
    }
    Ok(root)
}

#[cfg(test)]
mod tests {
    use super::FILES;

    #[test]
    fn the_host_needs_no_packages() {
        for (path, content) in FILES {
            let Ok(text) = std::str::from_utf8(content) else { continue };
            for line in text.lines().filter(|line| line.starts_with("import ")) {
                let from = line.rsplit('\'').nth(1).unwrap_or_default();
                assert!(from.starts_with("node:") || from.starts_with("./"), "{path}: {line}");
            }
        }
        assert!(FILES.iter().any(|(path, _)| path.ends_with("batch.mjs")));
    }
}
