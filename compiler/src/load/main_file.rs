//! Which file is the plugin's code.

use super::resolve::join;
use super::{Manifest, Tree};
use crate::base::{FileId, Span};
use crate::diag::{Diagnostic, Reporter, closest, codes};

/// The code file, and the folder of the bundle that it is compiled instead of.
pub(super) struct MainFile {
    pub path: String,
    pub bundle_folder: Option<String>,
}

/// Folders that build tools write bundles to.
const BUNDLE_FOLDERS: [&str; 3] = ["dist", "build", "out"];

/// Where the source of a bundle usually begins.
const SOURCE_NAMES: [&str; 3] = ["index", "main", "plugin"];

/// Finds the code file: `main` of plugin.json, else `index.js`, else `index.ts`. What is wrong is reported.
pub(super) fn find(
    tree: &Tree,
    manifest: &Manifest,
    manifest_file: Option<FileId>,
    reporter: &mut Reporter,
) -> Option<MainFile> {
    match &manifest.main {
        Some((main, span)) => named(tree, main, *span, reporter),
        None => by_default(tree, manifest_file, reporter),
    }
}

fn by_default(tree: &Tree, manifest_file: Option<FileId>, reporter: &mut Reporter) -> Option<MainFile> {
    if let Some(path) = ["index.js", "index.ts"].into_iter().find(|path| tree.entries.contains_key(*path)) {
        return Some(MainFile { path: path.to_owned(), bundle_folder: None });
    }
    let diagnostic = Diagnostic::error(codes::NO_MAIN_FILE, "the plugin has no main file")
        .at_path("")
        .note("a plugin's code is `index.js` or `index.ts`, or the file that `main` in plugin.json names");
    let code: Vec<_> = tree.entries.keys().filter(|path| is_code(path)).collect();
    reporter.report(match (code.as_slice(), manifest_file) {
        ([only], Some(_)) => diagnostic.help(format!("add `\"main\": \"{only}\"` to plugin.json")),
        ([only], None) => diagnostic.help(format!("rename `{only}` to `index.js` or `index.ts`")),
        _ => diagnostic,
    });
    None
}

fn named(tree: &Tree, main: &str, span: Span, reporter: &mut Reporter) -> Option<MainFile> {
    let Some(path) = join("", &main.replace('\\', "/")) else {
        reporter.report(
            Diagnostic::error(codes::PATH_OUTSIDE_FOLDER, format!("`{main}` leaves the plugin folder"))
                .primary(span, "outside")
                .help("name a file of the plugin folder"),
        );
        return None;
    };
    let bundle_folder = path.split_once('/').map(|(first, _)| first).filter(|first| BUNDLE_FOLDERS.contains(first));
    if let Some(folder) = bundle_folder
        && let Some(source) = source_of_bundle(tree, &path)
    {
        reporter.report(
            Diagnostic::warning(codes::MAIN_IS_BUNDLE, format!("compiling `{source}` instead of the bundle `{path}`"))
                .primary(span, "names a bundle")
                .note("a bundle says the same as its source in code that neither people nor Prickle read well")
                .suggest(span, format!("\"{source}\""), "name the source"),
        );
        return Some(MainFile { path: source, bundle_folder: Some(folder.to_owned()) });
    }
    if tree.entries.contains_key(&path) && is_code(&path) {
        return Some(MainFile { path, bundle_folder: None });
    }
    let diagnostic = Diagnostic::error(codes::NO_MAIN_FILE, format!("the main file `{main}` cannot be used"));
    reporter.report(if tree.entries.contains_key(&path) {
        diagnostic.primary(span, "not code").help("name a file that ends in .js, .ts, .mjs, .cjs, .mts or .cts")
    } else {
        let diagnostic = diagnostic.primary(span, "there is no such code file in the plugin folder");
        match closest(&path, tree.entries.keys().map(String::as_str).filter(|path| is_code(path))) {
            Some(similar) => diagnostic.suggest(span, format!("\"{similar}\""), "a file of a similar name exists"),
            None => diagnostic,
        }
    });
    None
}

/// The file under `src` that a bundle was made from: of the same name, else of a usual name, else the only one.
fn source_of_bundle(tree: &Tree, bundle: &str) -> Option<String> {
    let within = bundle.split_once('/').map_or(bundle, |(_, within)| within);
    let stem = within.rsplit_once('.').map_or(within, |(stem, _)| stem);
    let by_name = [stem].into_iter().chain(SOURCE_NAMES).find_map(|stem| {
        [".ts", ".js"]
            .iter()
            .map(|extension| format!("src/{stem}{extension}"))
            .find(|path| tree.entries.contains_key(path))
    });
    by_name.or_else(|| {
        let mut sources =
            tree.entries.keys().filter(|path| path.starts_with("src/") && is_code(path) && !is_test(path));
        let only = sources.next()?;
        sources.next().is_none().then(|| only.clone())
    })
}

fn is_code(path: &str) -> bool {
    !path.ends_with(".json") && !path.ends_with(".d.ts")
}

fn is_test(path: &str) -> bool {
    path.contains(".test.") || path.contains(".spec.")
}
