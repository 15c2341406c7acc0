//! Puts the sources of the runtime crates into the binary, so that `prickle run` needs no checkout.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

fn main() -> io::Result<()> {
    let variable = |name| std::env::var_os(name).map(PathBuf::from).expect("cargo sets it");
    let root = variable("CARGO_MANIFEST_DIR").parent().expect("the compiler is a folder of the workspace").to_owned();
    let mut files = vec!["Cargo.toml".to_owned(), "Cargo.lock".to_owned()];
    for crate_folder in ["runtime", "runtime/spec", "runtime/heap", "runtime/io"] {
        files.push(format!("{crate_folder}/Cargo.toml"));
        rust_files(&root, &format!("{crate_folder}/src"), &mut files)?;
        println!("cargo::rerun-if-changed=../{crate_folder}/src");
    }
    files.sort();
    let mut table = String::from("&[\n");
    for file in &files {
        println!("cargo::rerun-if-changed=../{file}");
        table += &format!("    ({file:?}, include_str!({:?})),\n", root.join(file));
    }
    table += "]\n";
    fs::write(variable("OUT_DIR").join("runtime_sources.rs"), table)
}

/// All Rust files below a folder, as paths from the root.
fn rust_files(root: &Path, folder: &str, files: &mut Vec<String>) -> io::Result<()> {
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            rust_files(root, &path, files)?;
        } else if path.ends_with(".rs") {
            files.push(path);
        }
    }
    Ok(())
}
