//! `tests/CONFORMANCE.md` says what is there: written by `BLESS=1` from the rows of builtins, from probes of language features that the
//! compiler takes or refuses, and from what public plugins need. Anything that changes, also for the better, must be blessed.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;

use prickle_compiler::load::Tree;
use prickle_compiler::pipeline;
use prickle_spec::missing::MISSING_MEMBERS;
use prickle_spec::{Builtin, builtins};
use prickle_tests::folder::repository;
use serde_json::Value;

const FILE: &str = "tests/CONFORMANCE.md";

#[test]
fn the_dashboard_is_up_to_date() {
    let features = read("features.json");
    let refusals: BTreeMap<_, _> =
        features.iter().map(|feature| (text(feature, "name"), refusal(&text(feature, "code")))).collect();
    let written =
        format!("{HEAD}\n{}\n{}\n{}", builtin_table(), feature_table(&features, &refusals), plugin_table(&refusals));
    let path = repository().join(FILE);
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, written).expect("it can be written");
        return;
    }
    let recorded = fs::read_to_string(&path).unwrap_or_default();
    let differing: Vec<_> = similar::TextDiff::from_lines(&recorded, &written)
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal)
        .map(|change| format!("{}{change}", change.tag()))
        .collect();
    assert!(differing.is_empty(), "{FILE} is stale; BLESS=1 writes it anew\n{}", differing.concat());
}

const HEAD: &str = "# Conformance\n\nWritten by `BLESS=1 cargo test -p prickle-tests --test conformance`; the same test fails when anything here is no longer true, \
unexpected passes included.\n";

fn read(name: &str) -> Vec<Value> {
    let path = repository().join("tests/conformance").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn text(value: &Value, key: &str) -> String {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}")).to_owned()
}

/// The code for which the compiler refuses a probe; empty where it takes it. A probe without a hook is the body of one.
fn refusal(code: &str) -> String {
    let is_whole = ["export ", "module.exports", "function processEvent"]
        .iter()
        .any(|start| code.lines().any(|line| line.starts_with(start)));
    let source = if is_whole {
        code.to_owned()
    } else {
        format!("export async function processEvent(event, meta) {{\n{code}\nreturn event\n}}\n")
    };
    match pipeline::compile_tree("probe", Tree::from_texts([("index.ts", source.as_str())])) {
        Ok(_) => String::new(),
        Err(refused) => {
            refused.diagnostics.first().map_or_else(|| "refused".to_owned(), |first| first.code.to_string())
        }
    }
}

/// Rows by class. A row is linked by construction: the runtime does not compile otherwise. Examples are what Node is asked, too.
fn builtin_table() -> String {
    let mut table = String::from(
        "## Builtins\n\nEvery row is linked: the runtime does not compile with a row and no function. A row is compared when it has examples, which run under Node and \
         natively. What is missing is refused, or ends the turn loudly where it is only met at run time.\n\n| class | rows | compared | without example | missing |\n|---|---|---|---|---|\n",
    );
    let (mut rows, mut compared) = (0, 0);
    for class in builtins() {
        let bare: Vec<_> = class.rows.iter().filter(|row| row.examples.is_empty()).map(shown).collect();
        let missing =
            MISSING_MEMBERS.iter().filter(|(name, _)| *name == class.name).flat_map(|(_, names)| names.iter());
        let missing: Vec<_> = missing.map(|name| format!("`{name}`")).collect();
        rows += class.rows.len();
        compared += class.rows.len() - bare.len();
        let missing = if missing.len() > 12 {
            format!("{} and {} more", missing[..10].join(" "), missing.len() - 10)
        } else {
            missing.join(" ")
        };
        writeln!(
            table,
            "| {} | {} | {} | {} | {missing} |",
            class.name,
            class.rows.len(),
            class.rows.len() - bare.len(),
            bare.join(" ")
        )
        .expect("writing to a string");
    }
    writeln!(table, "| all | {rows} | {compared} | | |").expect("writing to a string");
    table
}

fn shown(row: &Builtin) -> String {
    format!("`{}`", row.name)
}

fn feature_table(features: &[Value], refusals: &BTreeMap<String, String>) -> String {
    let mut table = String::from(
        "## The language, modules and the host\n\nEach line is a probe in `tests/conformance/features.json`. What is accepted is compared with Node in `tests/exec`.\n\n| area | feature | |\n|---|---|---|\n",
    );
    let mut area = String::new();
    for feature in features {
        let (this, name) = (text(feature, "area"), text(feature, "name"));
        let refused = &refusals[&name];
        let state = if refused.is_empty() { "accepted".to_owned() } else { format!("refused: {refused}") };
        writeln!(table, "| {} | {name} | {state} |", if this == area { "" } else { &this })
            .expect("writing to a string");
        area = this;
    }
    let accepted = refusals.values().filter(|refused| refused.is_empty()).count();
    writeln!(table, "\n{accepted} of {} are accepted.", refusals.len()).expect("writing to a string");
    table
}

/// Public plugins. One is unlocked when all that it needs is accepted. The sources themselves are not here: where `source` says which one it
/// was, somebody has compiled it unchanged and compared it with Node on generated events.
fn plugin_table(refusals: &BTreeMap<String, String>) -> String {
    let plugins = read("plugins.json");
    let mut table = String::from(
        "## Public plugins\n\nWhat beyond functions, objects, arrays and strings each needs (`tests/conformance/plugins.json`). Those with **P** are still run by PostHog. What is refused stands in bold. `unlocked` means no more than that all this is accepted; where a source is named, that source was compiled unchanged and behaved as under Node in `prickle verify --cases 2500`, by hand, since foreign sources are not kept here.\n\n| tier | plugin | needs | |\n|---|---|---|---|\n",
    );
    let (mut unlocked, mut run, mut production, mut production_unlocked) = (0, 0, 0, 0);
    for plugin in &plugins {
        let needs: Vec<_> = plugin["needs"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|need| need.as_str().expect("a name").to_owned())
            .collect();
        let lacks: BTreeSet<_> = needs
            .iter()
            .filter(|need| !refusals.get(*need).unwrap_or_else(|| panic!("no probe {need}")).is_empty())
            .collect();
        let mut shown: Vec<_> =
            needs.iter().map(|need| if lacks.contains(need) { format!("**{need}**") } else { need.clone() }).collect();
        shown.extend(plugin["sdk"].as_str().map(|sdk| format!("**{sdk}**")));
        let is_unlocked = lacks.is_empty() && plugin["sdk"].is_null();
        let is_production = plugin["production"] == true;
        unlocked += usize::from(is_unlocked);
        let source = plugin["source"].as_str();
        assert!(is_unlocked || source.is_none(), "{} was run, but needs what is refused", text(plugin, "name"));
        run += usize::from(source.is_some());
        production += usize::from(is_production);
        production_unlocked += usize::from(is_production && is_unlocked);
        writeln!(
            table,
            "| {} | {}{} | {} | {} |",
            text(plugin, "tier"),
            text(plugin, "name"),
            if is_production { " **P**" } else { "" },
            shown.join(", "),
            match source {
                Some(source) => format!("run: {source}"),
                None if is_unlocked => "unlocked".to_owned(),
                None => String::new(),
            }
        )
        .expect("writing to a string");
    }
    writeln!(
        table,
        "\n{unlocked} of {} are unlocked; of those that PostHog still runs, {production_unlocked} of {production}. The sources of {run} were run.",
        plugins.len()
    )
    .expect("writing to a string");
    table
}
