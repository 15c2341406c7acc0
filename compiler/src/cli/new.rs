//! `prickle new`: a plugin folder that works.

use std::fs;
use std::io;
use std::path::Path;

use super::Failure;
use super::args::NewArgs;
use super::terminal::Terminal;

const JAVASCRIPT: &str = include_str!("template/index.js");
const TYPESCRIPT: &str = include_str!("template/index.ts");
const MANIFEST: &str = include_str!("template/plugin.json");
const PIPELINE: &str = include_str!("template/pipeline.toml");
const EVENTS: &str = include_str!("template/events.ndjson");
const EXPECTED: &str = include_str!("template/expected.ndjson");
const TEST: &str = include_str!("template/plugin.test.mjs");

pub(super) fn run(args: &NewArgs, terminal: &Terminal) -> Result<(), Failure> {
    let folder = &args.name;
    let name = folder.file_name().and_then(|name| name.to_str()).filter(|name| is_name(name)).ok_or_else(|| {
        Failure::Usage("a plugin's name has letters, digits, `-` and `_`, and begins with a letter".to_owned())
    })?;
    let (main, code) = if args.ts { ("index.ts", TYPESCRIPT) } else { ("index.js", JAVASCRIPT) };
    let title = title(name);
    let files = [
        ("plugin.json", MANIFEST.replace("TITLE", &title).replace("MAIN", main)),
        (main, code.to_owned()),
        ("pipeline.toml", PIPELINE.to_owned()),
        ("events.ndjson", EVENTS.to_owned()),
        ("expected.ndjson", EXPECTED.replace("TITLE", &title)),
        ("plugin.test.mjs", TEST.to_owned()),
    ];
    write(folder, &files)?;
    let shown = folder.display();
    terminal.status("Created", &format!("plugin `{name}` in {shown}"))?;
    Ok(terminal.status("Try", &format!("prickle run {shown}/pipeline.toml --input {shown}/events.ndjson"))?)
}

/// Writes the folder beside its place and moves it there, so that it is there whole or not at all.
fn write(folder: &Path, files: &[(&str, String)]) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Message(format!("cannot create {}: {error}", folder.display()));
    if folder.symlink_metadata().is_ok() {
        return Err(Failure::Message(format!("{} exists already", folder.display())));
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    let staged = tempfile::Builder::new().prefix(".prickle-").tempdir_in(parent).map_err(failed)?;
    let content = staged.path().join("plugin");
    fs::create_dir(&content).map_err(failed)?;
    for (name, text) in files {
        fs::write(content.join(name), text).map_err(failed)?;
    }
    fs::rename(content, folder).map_err(failed)
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
}

/// `hello-world` as people write it: `Hello World`.
fn title(name: &str) -> String {
    let words = name.split(['-', '_']).filter(|word| !word.is_empty());
    let capitalized = words.map(|word| word[..1].to_uppercase() + &word[1..]);
    capitalized.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_titles() {
        assert_eq!(title("hello-world"), "Hello World");
        assert_eq!(title("drop_events--2"), "Drop Events 2");
    }

    #[test]
    fn names_are_those_of_crates() {
        for name in ["hello", "a-b_2"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "2fast", "héllo", "a b", "-x"] {
            assert!(!is_name(name), "{name}");
        }
    }
}
