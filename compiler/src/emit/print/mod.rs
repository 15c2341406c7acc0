//! Prints generated Rust: 120 columns, as a person lays it out, with comments where their markers stand.
//!
//! It knows the forms that this compiler writes; anything else comes out as plain tokens, which compile all the same.
//! (prettyplease was tried first: at its fixed 89 columns nested calls took three times as many lines.)

mod blocks;
mod flat;
mod hanging;
mod items;
mod layout;

use syn::Expr;

/// The longest line, unless a single word is longer.
const WIDTH: usize = 120;

/// The text of a file.
pub fn print(file: &syn::File) -> String {
    let mut printer = Printer { out: String::new(), indent: 0 };
    printer.items(&file.items);
    printer.out
}

/// Text so far, and where the next line begins.
struct Printer {
    out: String,
    indent: usize,
}

impl Printer {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn newline(&mut self) {
        self.out.push('\n');
        for _ in 0..self.indent {
            self.out.push_str("    ");
        }
    }

    /// Characters on the current line.
    fn column(&self) -> usize {
        let line = self.out.rfind('\n').map_or(0, |at| at + 1);
        self.out[line..].chars().count()
    }

    /// The text fits behind what is there, with `reserve` characters to follow it.
    fn fits(&self, text: &str, reserve: usize) -> bool {
        !text.contains('\n') && self.column() + text.chars().count() + reserve <= WIDTH
    }

    fn indented(&mut self, write: impl FnOnce(&mut Self)) {
        self.indent += 1;
        write(self);
        self.indent -= 1;
    }

    /// An expression; `reserve` characters follow on its last line.
    fn expr(&mut self, expr: &Expr, reserve: usize) {
        if let Some(flat) = flat::expr(expr)
            && self.fits(&flat, reserve)
        {
            self.text(&flat);
            return;
        }
        self.broken(expr, reserve);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(code: &str) -> String {
        print(&syn::parse_str(code).unwrap())
    }

    #[test]
    fn short_code_stays_on_one_line() {
        let code = "pub fn f<'h>(cx: Cx<'h>, x: f64) -> JsResult<'h> {\n    if x < 1.0 { return Ok(x.into()); }\n    Ok(Value::Undefined)\n}\n";
        let expected = "pub fn f<'h>(cx: Cx<'h>, x: f64) -> JsResult<'h> {\n    if x < 1.0 { return Ok(x.into()); }\n    Ok(Value::Undefined)\n}\n";
        assert_eq!(printed(code), expected);
    }

    #[test]
    fn the_last_argument_hangs_over() {
        let code = r#"fn f() { list.call_method(cx, "map", "list.map", &[cx.closure("", 1, [], |cx, call| { let name = call.arg(0); name.call_method(cx, "trim", "name.trim", &[]) }).into()])?; }"#;
        let expected = r#"fn f() {
    list.call_method(cx, "map", "list.map", &[cx.closure("", 1, [], |cx, call| {
        let name = call.arg(0);
        name.call_method(cx, "trim", "name.trim", &[])
    }).into()])?;
}
"#;
        assert_eq!(printed(code), expected);
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same() {
        let code = r#"
            use prickle_runtime::prelude::*;
            mod rules;
            /// Adds.
            pub const LIMIT: f64 = 1e21;
            pub static PLUGIN: P = P;
            static MANIFEST: Manifest = Manifest { name: "a", hooks: &[HookName::SetupPlugin], bindings: 0 };
            pub struct P;
            impl Plugin for P { fn manifest(&self) -> &'static Manifest { &MANIFEST } }
            pub async fn g<'h>(cx: Cx<'h>, mut x: f64) -> JsResult<'h, ()> {
                let mut y = -x + (x - (1.0 - 2.0)) * 3.0;
                'outer: while x < y && !(x == 1.0 || y != 2.0) { if x > 1.0 { break 'outer; } else if x == 0.5 { continue; } else { y += 1.0; } }
                match attempt(|| { f(cx)?; Ok(Flow::Next) })? { Ok(Flow::Return(value)) => return Ok(value), Ok(_) => {} Err(_) => {} }
                let z = if x == y { { let old = x; x += 1.0; old } } else { match v { Value::Undefined | Value::Null => 1.0, value if value.truthy() => 2.0, _ => 3.0 } };
                for item in list.iterate(cx, "x is not iterable")? { let item = item?; }
                let text = js_format!(cx, "{} and {}", x, y)?;
                'label: { break 'label; }
                let c = async { f(cx).await?; Ok(()) };
                loop { x = y; }
            }
        "#;
        let file: syn::File = syn::parse_str(code).unwrap();
        let again: syn::File = syn::parse_str(&print(&file)).unwrap();
        let tokens =
            |file: &syn::File| quote::quote!(#file).to_string().replace(' ', "").replace(",}", "}").replace(",)", ")");
        assert_eq!(tokens(&again), tokens(&file));
    }
}
