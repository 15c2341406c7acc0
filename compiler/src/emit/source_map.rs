//! Source maps of generated files, version 3 (ECMA-426): for each call in Rust the place in the plugin's source that a stack trace names.
//!
//! A crate is written twice: as it is, and with the number of the expression behind the name of each function that is called for it.
//! The order of identifiers tells which of them stand where in the text, which shows nothing of this.

use super::Crate;
use super::body::Body;
use super::words::{Word, words};
use crate::base::{FileId, Id, IndexVec};
use crate::ir::{Expr, ExprId, FunctionForm, FunctionId, Program};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// What stands between a function's name and the number of the expression that it is called for.
const MARK: &str = "__marked_";

/// Where calls come from.
pub struct Marks {
    /// The crate is being written with marks.
    pub is_marking: Cell<bool>,
    /// What the marks stand for.
    places: RefCell<IndexVec<ExprId, Option<Marked>>>,
}

/// A place in the source.
#[derive(Clone, Copy)]
struct Marked {
    file: FileId,
    offset: u32,
    function: Option<FunctionId>,
}

impl Marks {
    /// No marks yet.
    pub fn new(program: &Program) -> Self {
        let places = IndexVec::filled(program.expr_count as usize, None);
        Self { is_marking: Cell::new(false), places: RefCell::new(places) }
    }
}

impl Body<'_> {
    /// Marks the calls that came with the operation of `expr` itself; those of its parts are marked already.
    pub fn marked(&self, tokens: TokenStream, expr: &Expr) -> TokenStream {
        let marks = &self.krate.marks;
        if !marks.is_marking.get() {
            return tokens;
        }
        let offset = self.krate.place_of(expr);
        marks.places.borrow_mut()[expr.id] = Some(Marked { file: expr.span.file, offset, function: self.function });
        mark(tokens, expr.id)
    }
}

fn mark(tokens: TokenStream, expr: ExprId) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let begins_call = |at: usize| match tokens.get(at + 1) {
        Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::Parenthesis,
        // A macro; the module of a function; neither `!=` nor a type.
        Some(TokenTree::Punct(sign)) => {
            let is_next = |c: char| matches!(tokens.get(at + 2), Some(TokenTree::Punct(next)) if next.as_char() == c);
            (sign.as_char() == '!' && !is_next('=')) || (sign.as_char() == ':' && is_next(':'))
        }
        Some(TokenTree::Ident(_) | TokenTree::Literal(_)) | None => false,
    };
    let mark = |(at, token): (usize, &TokenTree)| match token {
        TokenTree::Group(group) => TokenTree::Group(Group::new(group.delimiter(), mark(group.stream(), expr))),
        TokenTree::Ident(ident) if begins_call(at) => {
            let name = ident.to_string();
            let is_function = name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.starts_with("__") && !name.contains(MARK);
            let is_word = super::names::is_keyword(&name);
            TokenTree::Ident(if is_function && !is_word {
                Ident::new(&format!("{name}{MARK}{}", expr.index()), Span::call_site())
            } else {
                ident.clone()
            })
        }
        other => other.clone(),
    };
    tokens.iter().enumerate().map(mark).collect()
}

/// Identifiers in order, each with the expression that it is called for. Macros that stand for comments do not count: they are printed
/// as such.
fn idents(tokens: TokenStream, found: &mut Vec<(String, Option<ExprId>)>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => idents(group.stream(), found),
            TokenTree::Ident(ident) => {
                let text = ident.to_string();
                match text.split_once(MARK) {
                    Some((name, number)) => found.push((name.to_owned(), number.parse().ok().map(ExprId::from_index))),
                    None if text == "__prickle_comment" => {}
                    None => found.push((text, None)),
                }
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

impl Crate<'_> {
    /// The map of a file that was printed as `text` below `header`; `tokens` are the same with marks. `None`: nothing in it can throw.
    pub fn source_map(&self, file: &str, header: &str, tokens: TokenStream, text: &str) -> Option<String> {
        let mut before = Vec::new();
        idents(tokens, &mut before);
        let after = words(text);
        let is_same = |((name, _), word): (&(String, _), &Word<'_>)| name == word.text;
        if before.len() != after.len() || !before.iter().zip(&after).all(is_same) {
            debug_assert!(false, "{file}: printing changed the order of identifiers");
            return None;
        }
        let first_line = header.lines().count();
        let places = self.marks.places.borrow();
        let mut map = Map::default();
        for ((_, expr), word) in before.iter().zip(&after) {
            let Some(marked) = expr.and_then(|id| places[id]) else { continue };
            let source = &self.source.files[marked.file];
            let place = source.line_column(marked.offset);
            let name = marked.function.map(|function| self.frame_name(function)).unwrap_or_default();
            map.add((first_line + word.line, word.column), &source.path, (place.line - 1, place.column - 1), &name);
        }
        (!map.lines.is_empty() || file == "lib.rs").then(|| map.write(file))
    }

    /// The function as V8 names it in a stack trace.
    fn frame_name(&self, function: FunctionId) -> String {
        let function = &self.program.functions[function];
        match (&function.form, function.name.as_str()) {
            (_, "") => String::new(),
            (FunctionForm::Method, name) => format!("Object.{name}"),
            (_, name) => name.to_owned(),
        }
    }
}

/// A map being written.
#[derive(Default)]
struct Map {
    /// Segments by line (from 1): generated column, source, line, column, name.
    lines: BTreeMap<usize, Vec<(usize, usize, u32, u32, Option<usize>)>>,
    sources: Vec<String>,
    names: Vec<String>,
}

impl Map {
    fn add(&mut self, at: (usize, usize), source: &str, place: (u32, u32), name: &str) {
        let source = index_of(&mut self.sources, source);
        let name = (!name.is_empty()).then(|| index_of(&mut self.names, name));
        self.lines.entry(at.0).or_default().push((at.1, source, place.0, place.1, name));
    }

    fn write(&self, file: &str) -> String {
        let mut mappings = String::new();
        let mut line = 1;
        let mut last = [0_i64; 4];
        for (&at, segments) in &self.lines {
            mappings.push_str(&";".repeat(at - line));
            line = at;
            let mut column = 0;
            for (index, &(generated, source, line, place, name)) in segments.iter().enumerate() {
                if index > 0 {
                    mappings.push(',');
                }
                number(generated as i64 - column, &mut mappings);
                column = generated as i64;
                let fields =
                    [Some(source as i64), Some(i64::from(line)), Some(i64::from(place)), name.map(|name| name as i64)];
                for (field, last) in fields.into_iter().zip(&mut last) {
                    if let Some(field) = field {
                        number(field - *last, &mut mappings);
                        *last = field;
                    }
                }
            }
        }
        let list = |items: &[String]| items.iter().map(|item| json_text(item)).collect::<Vec<_>>().join(",");
        format!(
            "{{\"version\":3,\"file\":{},\"sources\":[{}],\"names\":[{}],\"mappings\":\"{mappings}\"}}\n",
            json_text(file),
            list(&self.sources),
            list(&self.names)
        )
    }
}

fn index_of(list: &mut Vec<String>, item: &str) -> usize {
    list.iter().position(|known| known == item).unwrap_or_else(|| {
        list.push(item.to_owned());
        list.len() - 1
    })
}

fn json_text(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c < ' ' => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// A number of a segment: base 64, the lowest bit is the sign, groups of five bits, low ones first.
fn number(value: i64, out: &mut String) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut rest = value.unsigned_abs() << 1 | u64::from(value < 0);
    loop {
        let digit = (rest & 31) as usize;
        rest >>= 5;
        out.push(char::from(DIGITS[if rest > 0 { digit | 32 } else { digit }]));
        if rest == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_are_written_as_the_standard_has_it() {
        let mut map = Map::default();
        map.add((2, 4), "index.js", (1, 1), "");
        map.add((2, 8), "lib.js", (0, 0), "f");
        map.add((4, 0), "lib.js", (0, 20), "f");
        assert_eq!(
            map.write("lib.rs"),
            "{\"version\":3,\"file\":\"lib.rs\",\"sources\":[\"index.js\",\"lib.js\"],\"names\":[\"f\"],\"mappings\":\";IACC,ICDDA;;AAAoBA\"}\n"
        );
    }
}
