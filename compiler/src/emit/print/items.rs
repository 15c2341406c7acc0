//! Items.

use super::Printer;
use super::flat::{expr as flat, pat, path_text, spaceless, ty};
use quote::ToTokens;
use syn::{Attribute, FnArg, ImplItem, Item, ReturnType, Signature, Visibility};

impl Printer {
    /// The items of a file, with blank lines between those that are longer than a line.
    pub fn items(&mut self, items: &[Item]) {
        let mut previous: Option<&Item> = None;
        for item in items {
            if let Some(previous) = previous {
                self.text("\n");
                if !(is_line(previous) && is_line(item) && same_kind(previous, item)) {
                    self.text("\n");
                }
            }
            self.item(item);
            previous = Some(item);
        }
        self.text("\n");
    }

    /// One item.
    pub fn item(&mut self, item: &Item) {
        match item {
            Item::Fn(function) => {
                self.docs(&function.attrs);
                self.visibility(&function.vis);
                self.signature(&function.sig);
                self.text(" ");
                self.block(&function.block);
            }
            Item::Const(constant) => {
                self.docs(&constant.attrs);
                self.visibility(&constant.vis);
                self.text(&format!("const {}: {} = ", constant.ident, ty(&constant.ty)));
                self.expr(&constant.expr, 1);
                self.text(";");
            }
            Item::Static(item) => {
                self.docs(&item.attrs);
                self.visibility(&item.vis);
                self.text(&format!("static {}: {} = ", item.ident, ty(&item.ty)));
                self.expr(&item.expr, 1);
                self.text(";");
            }
            Item::Impl(item) => {
                self.docs(&item.attrs);
                let of = item.trait_.as_ref().map_or(String::new(), |(path, _)| format!("{} for ", path_text(path)));
                self.text(&format!("impl {of}{} {{", ty(&item.self_ty)));
                self.indented(|this| {
                    for (index, member) in item.items.iter().enumerate() {
                        let is_glue = this.out.ends_with(" }");
                        if index > 0 && !is_glue {
                            this.text("\n");
                        }
                        this.newline();
                        this.member(member);
                    }
                });
                self.newline();
                self.text("}");
            }
            Item::Mod(item) if item.content.is_none() => {
                self.docs(&item.attrs);
                self.visibility(&item.vis);
                self.text(&format!("mod {};", item.ident));
            }
            Item::Struct(item) => {
                self.docs(&item.attrs);
                self.visibility(&item.vis);
                self.text(&format!("struct {};", item.ident));
            }
            Item::Use(item) => self.text(&format!("use {};", spaceless(&item.tree).replace(" *", "*"))),
            other => self.text(&other.to_token_stream().to_string()),
        }
    }

    fn member(&mut self, member: &ImplItem) {
        match member {
            ImplItem::Fn(function) => {
                self.docs(&function.attrs);
                self.visibility(&function.vis);
                self.signature(&function.sig);
                self.text(" ");
                // Glue fits on a line.
                match super::flat::only_expr(&function.block).and_then(flat) {
                    Some(body) if self.fits(&body, 4) => self.text(&format!("{{ {body} }}")),
                    Some(_) | None => self.block(&function.block),
                }
            }
            other => self.text(&other.to_token_stream().to_string()),
        }
    }

    fn docs(&mut self, attributes: &[Attribute]) {
        for attribute in attributes {
            let doc = match &attribute.meta {
                syn::Meta::NameValue(pair) if pair.path.is_ident("doc") => match &pair.value {
                    syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }) => Some(text.value()),
                    _ => None,
                },
                _ => None,
            };
            match doc {
                Some(doc) => self.text(&format!("///{doc}")),
                None => self.text(&attribute.to_token_stream().to_string()),
            }
            self.newline();
        }
    }

    fn visibility(&mut self, visibility: &Visibility) {
        match visibility {
            Visibility::Public(_) => self.text("pub "),
            Visibility::Restricted(_) => self.text("pub(crate) "),
            Visibility::Inherited => {}
        }
    }

    fn signature(&mut self, signature: &Signature) {
        let asyncness = if signature.asyncness.is_some() { "async " } else { "" };
        let generics = spaceless(&signature.generics);
        let inputs: Vec<String> = signature
            .inputs
            .iter()
            .map(|input| match input {
                FnArg::Receiver(receiver) => spaceless(receiver),
                FnArg::Typed(typed) => format!("{}: {}", pat(&typed.pat), ty(&typed.ty)),
            })
            .collect();
        let output = match &signature.output {
            ReturnType::Default => String::new(),
            ReturnType::Type(_, output) => format!(" -> {}", ty(output)),
        };
        let head = format!("{asyncness}fn {}{generics}(", signature.ident);
        let line = format!("{head}{}){output}", inputs.join(", "));
        if self.fits(&line, 2) {
            self.text(&line);
            return;
        }
        self.text(&head);
        self.indented(|this| {
            for input in &inputs {
                this.newline();
                this.text(&format!("{input},"));
            }
        });
        self.newline();
        self.text(&format!("){output}"));
    }
}

/// It stands on one line, apart from its documentation.
fn is_line(item: &Item) -> bool {
    match item {
        Item::Const(item) => flat(&item.expr).is_some(),
        Item::Mod(_) | Item::Use(_) => true,
        _ => false,
    }
}

fn same_kind(a: &Item, b: &Item) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}
