//! The plugin that programs become: each is a module of its own, with state that its runs share.

use std::fs;

use crate::folder::repository;

use super::tree::Tree;

/// The files of a plugin of these programs. An event says which one runs on which values.
pub(super) fn files<'p>(programs: impl Iterator<Item = &'p Tree>) -> Vec<(String, String)> {
    let mut files = vec![("show.js".to_owned(), show())];
    let (mut imports, mut names) = (String::new(), Vec::new());
    for (index, program) in programs.enumerate() {
        files.push((format!("p{index}.ts"), module(program)));
        imports += &format!("import {{ run as p{index} }} from './p{index}'\n");
        names.push(format!("p{index}"));
    }
    let index = format!(
        "import {{ show }} from './show'
{imports}
const programs = [{}]

function run(program, [a, b, c, d], global) {{
    const log = []
    try {{
        const result = show(program(a, b, c, d, log, global))
        return `${{result}} ${{show(log)}}`
    }} catch (error) {{
        return `throws ${{show(error)}} ${{show(log)}}`
    }}
}}

export function processEvent(event, {{ global }}) {{
    const {{ program, values }} = event.properties
    return {{ results: values.map((list) => run(programs[program], list, global)) }}
}}
",
        names.join(", ")
    );
    files.push(("index.js".to_owned(), index));
    files
}

/// The module of one program.
fn module(program: &Tree) -> String {
    let text = program.to_string();
    let mut head = String::from("import { show } from './show'\n");
    if text.contains("nodeCrypto") {
        head += "import nodeCrypto from 'crypto'\n";
    }
    let url: Vec<_> = ["URL", "URLSearchParams"].into_iter().filter(|name| mentions(&text, name)).collect();
    if text.contains("nodeUrl") || !url.is_empty() {
        head += &format!("import nodeUrl, {{ {} }} from 'url'\n", url.join(", "));
    }
    format!(
        "{head}
let any: any = (x: any) => x
let total: any = 0
let kept: any[] = []
const seen = new Map<any, any>()
const state: any = {{ n: 0, text: '' }}

export function run(a: any, b: any, c: any, d: any, log: any, global: any) {{
    // Assigned, so that nothing is known of what it gives.
    any = (x: any) => x
    {text}
}}
"
    )
}

/// Whether a name stands in a text as a word of its own.
fn mentions(text: &str, name: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    text.match_indices(name)
        .any(|(at, _)| !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part))
}

fn show() -> String {
    fs::read_to_string(repository().join("tests/src/programs/show.js")).expect("the helper of the programs")
}
