//! Source maps of generated files, version 3 (ECMA-426): for each call in Rust the place in the plugin's source that a stack trace names, and in the
//! field `x_words` V8's words for what is called or iterated there. The map of `lib.rs` says in `x_builtins` which builtins the crate calls directly.
//!
//! A crate is written twice: as it is, and with a number behind the name of each function that is called, which stands for the expression or statement.
//! The order of identifiers tells which of them stand where in the text, which shows nothing of this.

use super::Crate;
use super::body::Body;
use super::words::{Word, words};
use crate::analyse::{Callee, Visitor, walk_expr, walk_program};
use crate::base::FileId;
use crate::ir::{ClassMember, Expr, ExprKind, FunctionForm, FunctionId, Program};
use prickle_spec::Kind;
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// What stands between a function's name and the number of the place that it is called for; or, with a `w`, the number of the words.
const MARK: &str = "__marked_";

/// Where calls come from.
pub struct Marks {
    /// The crate is being written with marks.
    pub is_marking: Cell<bool>,
    /// What the marks stand for.
    places: RefCell<Vec<Marked>>,
    /// V8's words for what is called or iterated.
    words: RefCell<Vec<String>>,
    /// The names of the classes that functions are members of.
    classes: BTreeMap<FunctionId, String>,
}

/// A place in the source.
#[derive(Clone, Copy)]
struct Marked {
    file: FileId,
    offset: u32,
    function: Option<FunctionId>,
}

/// A name without its mark.
pub fn unmarked(name: &str) -> &str {
    name.split_once(MARK).map_or(name, |(name, _)| name)
}

/// The text of tokens without marks.
pub fn text_of(tokens: &TokenStream) -> String {
    let text = tokens.to_string();
    let mut parts = text.split(MARK);
    let first = parts.next().unwrap_or_default().to_owned();
    let unnumbered =
        |part: &str| part.strip_prefix('w').unwrap_or(part).trim_start_matches(|c: char| c.is_ascii_digit()).to_owned();
    parts.fold(first, |text, part| text + &unnumbered(part))
}

impl Marks {
    /// No marks yet.
    pub fn new(program: &Program) -> Self {
        let mut members = Members::default();
        walk_program(&mut members, program);
        Self { is_marking: Cell::new(false), places: RefCell::default(), words: RefCell::default(), classes: members.0 }
    }
}

/// Finds out which functions are members of which class.
#[derive(Default)]
struct Members(BTreeMap<FunctionId, String>);

impl Visitor for Members {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Class(class) = &expr.kind {
            let public = class.members.iter().filter_map(|member| match member {
                ClassMember::Public { function, .. } | ClassMember::PrivateMethod { function, .. } => Some(*function),
                ClassMember::PrivateAccessor { .. } => None,
            });
            self.0.extend(public.chain(class.constructor).map(|function| (function, class.name.clone())));
        }
        walk_expr(self, expr);
    }
}

impl Body<'_> {
    /// Marks the calls that came with the operation of `expr` itself; those of its parts are marked already.
    pub fn marked(&self, tokens: TokenStream, expr: &Expr) -> TokenStream {
        if !self.krate.marks.is_marking.get() {
            return tokens;
        }
        self.marked_at(tokens, crate::base::Span { start: self.krate.place_of(expr), ..expr.span })
    }

    /// Marks calls that are not marked yet with the start of `place`.
    pub fn marked_at(&self, tokens: TokenStream, place: crate::base::Span) -> TokenStream {
        let marks = &self.krate.marks;
        if !marks.is_marking.get() {
            return tokens;
        }
        let mut places = marks.places.borrow_mut();
        places.push(Marked { file: place.file, offset: place.start, function: self.function });
        mark(tokens, places.len() - 1)
    }

    /// The name of an operation whose messages have V8's words for what is called or iterated.
    pub fn worded(&self, name: &str, words: &str) -> Ident {
        let marks = &self.krate.marks;
        if !marks.is_marking.get() {
            return Self::ident(name);
        }
        let mut known = marks.words.borrow_mut();
        known.push(words.to_owned());
        Self::ident(&format!("{name}{MARK}w{}", known.len() - 1))
    }
}

fn mark(tokens: TokenStream, number: usize) -> TokenStream {
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
        TokenTree::Group(group) => TokenTree::Group(Group::new(group.delimiter(), mark(group.stream(), number))),
        TokenTree::Ident(ident) if begins_call(at) => {
            let name = ident.to_string();
            let has_place = name.rsplit_once(MARK).is_some_and(|(_, number)| !number.starts_with('w'));
            let is_function =
                name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.starts_with("__") && !has_place;
            let is_word = super::names::is_keyword(&name);
            TokenTree::Ident(if is_function && !is_word {
                Ident::new(&format!("{name}{MARK}{number}"), Span::call_site())
            } else {
                ident.clone()
            })
        }
        other => other.clone(),
    };
    tokens.iter().enumerate().map(mark).collect()
}

/// An identifier without its marks.
struct Name {
    text: String,
    place: Option<usize>,
    words: Option<usize>,
}

/// Identifiers in order. Macros that stand for comments do not count: they are printed as such.
fn idents(tokens: TokenStream, found: &mut Vec<Name>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => idents(group.stream(), found),
            TokenTree::Ident(ident) => {
                let text = ident.to_string();
                if text == "__prickle_comment" {
                    continue;
                }
                let mut parts = text.split(MARK);
                let mut name = Name { text: parts.next().unwrap_or_default().to_owned(), place: None, words: None };
                for number in parts {
                    match number.strip_prefix('w') {
                        Some(number) => name.words = number.parse().ok(),
                        None => name.place = number.parse().ok(),
                    }
                }
                found.push(name);
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
        let is_same = |(name, word): (&Name, &Word<'_>)| name.text == word.text;
        let differing = before.iter().zip(&after).find(|pair| !is_same(*pair)).map(|(name, _)| &name.text);
        // Without the map messages would be worded in another way.
        assert!(
            before.len() == after.len() && differing.is_none(),
            "{file}: printing changed the identifiers, first {differing:?}"
        );
        let first_line = header.lines().count();
        let places = self.marks.places.borrow();
        let mut map = Map::default();
        let words = self.marks.words.borrow();
        for (name, word) in before.iter().zip(&after) {
            if let Some(words) = name.words.and_then(|number| words.get(number)) {
                map.words.push(((first_line + word.line, word.column), words.clone()));
            }
            let Some(marked) = name.place.and_then(|number| places.get(number)) else { continue };
            let source = &self.source.files[marked.file];
            let place = source.line_column(marked.offset);
            let name = marked.function.map(|function| self.frame_name(function)).unwrap_or_default();
            map.add((first_line + word.line, word.column), &source.path, (place.line - 1, place.column - 1), &name);
        }
        if file == "lib.rs" {
            map.builtins = self.called_builtins();
        }
        (!map.lines.is_empty() || !map.words.is_empty() || file == "lib.rs").then(|| map.write(file))
    }

    /// The properties of builtin objects that the code takes for granted: it calls what they are without looking.
    fn called_builtins(&self) -> BTreeSet<String> {
        let rows = self.facts.callees.values().filter_map(|callee| match callee {
            Callee::Builtin(row) => Some(row),
            Callee::Function(_) => None,
        });
        rows.map(|row| match row.kind {
            Kind::Method | Kind::Getter | Kind::Setter => format!("{}.prototype.{}", row.class, row.name),
            Kind::Static | Kind::Constant => format!("{}.{}", row.class, row.name),
            Kind::Call | Kind::Construct => format!("{}()", row.class),
        })
        .collect()
    }

    /// The function as V8 names it in a stack trace.
    fn frame_name(&self, function: FunctionId) -> String {
        let class = self.marks.classes.get(&function).map_or("Object", String::as_str);
        let function = &self.program.functions[function];
        let accessor = ["get ", "set "].iter().find_map(|word| function.name.strip_prefix(word));
        match (function.form, function.name.as_str()) {
            (FunctionForm::Constructor | FunctionForm::DerivedConstructor, _) if class.is_empty() => String::new(),
            (FunctionForm::Constructor | FunctionForm::DerivedConstructor, _) => format!("new {class}"),
            (_, "") => String::new(),
            (FunctionForm::Method, name) => match accessor {
                Some(property) => format!("{name} [as {property}]"),
                None if class.is_empty() => name.to_owned(),
                None => format!("{class}.{name}"),
            },
            (FunctionForm::Declaration | FunctionForm::Expression | FunctionForm::Arrow, name) => name.to_owned(),
        }
    }
}

/// Generated column, source, line, column and name: what one segment says, all from 0.
type Segment = (usize, usize, u32, u32, Option<usize>);

/// A map being written.
#[derive(Default)]
struct Map {
    /// Segments by generated line (from 1).
    lines: BTreeMap<usize, Vec<Segment>>,
    sources: Vec<String>,
    names: Vec<String>,
    /// V8's words by line (from 1) and column (from 0).
    words: Vec<((usize, usize), String)>,
    /// Builtins that are called directly.
    builtins: BTreeSet<String>,
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
        let builtins: Vec<String> = self.builtins.iter().cloned().collect();
        let builtins =
            if builtins.is_empty() { String::new() } else { format!(",\"x_builtins\":[{}]", list(&builtins)) };
        // Columns as `std::panic::Location` counts them.
        let worded = |((line, column), words): &((usize, usize), String)| {
            format!("\"{line}:{}\":{}", column + 1, json_text(words))
        };
        let words: Vec<String> = self.words.iter().map(worded).collect();
        let words = if words.is_empty() { String::new() } else { format!(",\"x_words\":{{{}}}", words.join(",")) };
        format!(
            "{{\"version\":3,\"x_generator\":\"@generated by prickle\",\"file\":{},\"sources\":[{}],\"names\":[{}],\"mappings\":\"{mappings}\"{words}{builtins}}}\n",
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
        map.words.push(((2, 8), "a[\"b\"].c".into()));
        assert_eq!(
            map.write("lib.rs"),
            "{\"version\":3,\"x_generator\":\"@generated by prickle\",\"file\":\"lib.rs\",\"sources\":[\"index.js\",\"lib.js\"],\"names\":[\"f\"],\"mappings\":\";IACC,ICDDA;;AAAoBA\",\"x_words\":{\"2:9\":\"a[\\\"b\\\"].c\"}}\n"
        );
    }
}
