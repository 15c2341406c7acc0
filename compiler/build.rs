//! Puts the sources of the runtime crates and the Node host of the tests into the binary, so that `prickle run` and `prickle verify` need
//! no checkout.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let variable = |name| std::env::var_os(name).map(PathBuf::from).expect("cargo sets it");
    let root = variable("CARGO_MANIFEST_DIR").parent().expect("the compiler is a folder of the workspace").to_owned();
    let mut files = vec!["Cargo.toml".to_owned(), "Cargo.lock".to_owned()];
    for crate_folder in ["runtime", "runtime/spec", "runtime/heap", "runtime/regexp", "runtime/io"] {
        files.push(format!("{crate_folder}/Cargo.toml"));
        source_files(&root, &format!("{crate_folder}/src"), &mut files)?;
        println!("cargo::rerun-if-changed=../{crate_folder}/src");
    }
    files.sort();
    let out = variable("OUT_DIR");
    fs::write(out.join("runtime_sources.rs"), table(&root, &files, "include_str"))?;
    fs::write(out.join("node_host.rs"), table(&root, &node_host(&root)?, "include_bytes"))
}

/// The text of a slice with the paths and contents of files.
fn table(root: &Path, files: &[String], include: &str) -> String {
    let mut table = String::from("&[\n");
    for file in files {
        println!("cargo::rerun-if-changed=../{file}");
        table += &format!("    ({file:?}, {include}!({:?})),\n", root.join(file));
    }
    table + "]\n"
}

/// What runs plugins under Node: all of `tests/oracle` but what needs packages from npm.
fn node_host(root: &Path) -> io::Result<Vec<String>> {
    const FOLDER: &str = "tests/oracle";
    const NOT_CARRIED: [&str; 4] = ["pipeline.mjs", "run.mjs", "selftest.mjs", "vendor.mjs"];
    println!("cargo::rerun-if-changed=../{FOLDER}");
    let mut files = Vec::new();
    for entry in fs::read_dir(root.join(FOLDER))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_code = name.ends_with(".mjs") || name.ends_with(".br");
        if is_code && !NOT_CARRIED.contains(&name.as_str()) {
            files.push(format!("{FOLDER}/{name}"));
        }
    }
    files.sort();
    Ok(files)
}

/// All files below a folder of sources, tables of facts included, as paths from the root.
fn source_files(root: &Path, folder: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            source_files(root, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}
