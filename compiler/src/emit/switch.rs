//! `switch`.

use super::body::{Body, Tail};
use super::code::{Code, Repr};
use crate::analyse::{breaks, direct_declarations, stmt_completes};
use crate::base::Span;
use crate::ir::{Expr, LabelId, Stmt, StmtKind, SwitchCase};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// Cases that share one body.
struct Group<'a> {
    tests: Vec<&'a Expr>,
    is_default: bool,
    body: &'a [Stmt],
}

impl Body<'_> {
    /// `switch (discriminant) { cases }`
    pub fn switch(
        &mut self,
        span: Span,
        label: LabelId,
        discriminant: &Expr,
        cases: &[SwitchCase],
        tail: Tail,
    ) -> TokenStream {
        let (before, value) = self.discriminant(discriminant);
        let mut declared = Vec::new();
        for case in cases {
            direct_declarations(&case.body, &mut declared);
        }
        let predeclared = self.predeclare_bindings(&declared);
        let line = self.krate.source.files[span.file].line_column(span.start).line;
        let name = format!("switch_{line}");
        let code = match self.groups(cases) {
            Some(groups) => {
                let completes = stmt_completes_switch(label, cases);
                let tail = if completes { Tail::Nothing } else { tail };
                self.chain_of_cases(label, name, &value, discriminant, &groups, tail)
            }
            None => self.numbered_cases(label, name, &value, discriminant, cases, tail),
        };
        quote!(#before #predeclared #code)
    }

    /// The value that is compared, in a variable unless it is one already.
    fn discriminant(&mut self, discriminant: &Expr) -> (TokenStream, Code) {
        let value = self.expr(discriminant);
        if self.is_duplicable(discriminant) {
            return (TokenStream::new(), value);
        }
        let name = self.fresh("discriminant");
        let repr = if value.repr == Repr::Option { Repr::Value } else { value.repr };
        let tokens = value.coerce_from(repr);
        (quote!(let #name = #tokens;), Code::new(repr, quote!(#name)))
    }

    /// The cases as branches of one `if`: when no body runs on into the next and tests only look.
    fn groups<'c>(&self, cases: &'c [SwitchCase]) -> Option<Vec<Group<'c>>> {
        let mut groups = Vec::new();
        let mut tests = Vec::new();
        let mut is_default = false;
        for (index, case) in cases.iter().enumerate() {
            match &case.test {
                Some(test) if self.is_simple(test) => tests.push(test),
                Some(_) => return None,
                None => is_default = true,
            }
            let is_last = index + 1 == cases.len();
            if case.body.is_empty() && !is_last {
                continue;
            }
            if !is_last && case.body.iter().all(stmt_completes) {
                return None;
            }
            groups.push(Group { tests: std::mem::take(&mut tests), is_default, body: &case.body });
            is_default = false;
        }
        Some(groups)
    }

    fn chain_of_cases(
        &mut self,
        label: LabelId,
        name: String,
        value: &Code,
        discriminant: &Expr,
        groups: &[Group<'_>],
        tail: Tail,
    ) -> TokenStream {
        let needs_label = groups.iter().any(|group| breaks(without_final_break(group.body, label), label));
        let tail = if needs_label { Tail::Nothing } else { tail };
        let (chain, named) = self.in_block(label, name.clone(), |this| {
            let mut chain = TokenStream::new();
            for group in groups.iter().filter(|group| !group.is_default) {
                let conditions: Vec<TokenStream> = group
                    .tests
                    .iter()
                    .map(|test| this.strict_equals(value.clone(), discriminant, test).tokens)
                    .collect();
                let body = this.stmts(without_final_break(group.body, label), tail);
                let start = if chain.is_empty() { quote!(if) } else { quote!(else if) };
                chain.extend(quote!(#start #(#conditions)||* { #body }));
            }
            if let Some(default) = groups.iter().find(|group| group.is_default) {
                let body = this.stmts(without_final_break(default.body, label), tail);
                if chain.is_empty() {
                    chain = body;
                } else if !body.is_empty() {
                    chain.extend(quote!(else { #body }));
                }
            }
            chain
        });
        if named {
            let lifetime = super::statements::lifetime(&name);
            quote!(#lifetime: { #chain })
        } else {
            chain
        }
    }

    /// The general form: the number of the case at which to start, then all bodies in order.
    fn numbered_cases(
        &mut self,
        label: LabelId,
        name: String,
        value: &Code,
        discriminant: &Expr,
        cases: &[SwitchCase],
        tail: Tail,
    ) -> TokenStream {
        let choice = self.choice(value, discriminant, cases);
        let start = self.fresh("start");
        // Nothing is left to choose from at a last `default`.
        let always = cases.last().is_some_and(|last| last.test.is_none()).then(|| cases.len() - 1);
        let completes = stmt_completes_switch(label, cases);
        let (bodies, named) = self.in_block(label, name.clone(), |this| {
            let mut bodies = TokenStream::new();
            for (index, case) in cases.iter().enumerate() {
                let is_last = index + 1 == cases.len();
                let body = if is_last { without_final_break(&case.body, label) } else { &case.body };
                let body = match body {
                    [Stmt { kind: StmtKind::Block(block), .. }] => block,
                    other => other,
                };
                if Some(index) == always && !completes {
                    bodies.extend(this.stmts(body, tail));
                    continue;
                }
                let body = this.stmts(body, Tail::Nothing);
                if !body.is_empty() {
                    let number = Literal::usize_unsuffixed(index);
                    bodies.extend(quote!(if #start <= #number { #body }));
                }
            }
            bodies
        });
        let bodies = if named {
            let lifetime = super::statements::lifetime(&name);
            quote!(#lifetime: { #bodies })
        } else {
            bodies
        };
        // A person sees that one of the bodies returns; rustc does not.
        let end = if completes || always.is_some() { TokenStream::new() } else { self.end(tail) };
        quote!(let #start = #choice; #bodies #end)
    }

    /// The number of the case at which to start.
    fn choice(&mut self, value: &Code, discriminant: &Expr, cases: &[SwitchCase]) -> TokenStream {
        let default = cases.iter().position(|case| case.test.is_none()).unwrap_or(cases.len());
        let is_last = default + 1 >= cases.len();
        let default = Literal::usize_unsuffixed(default);
        let simple = cases.iter().filter_map(|case| case.test.as_ref()).all(|test| self.is_simple(test));
        if is_last && simple {
            let tests: Vec<TokenStream> =
                cases.iter().filter_map(|case| case.test.as_ref()).map(|test| self.expr(test).into_value()).collect();
            let value = value.clone().receiver();
            return quote!(#value.case_of(&[#(#tests),*]));
        }
        let mut choice = TokenStream::new();
        for (index, case) in cases.iter().enumerate() {
            if let Some(test) = &case.test {
                let condition = self.strict_equals(value.clone(), discriminant, test).tokens;
                let number = Literal::usize_unsuffixed(index);
                choice.extend(quote!(if #condition { #number } else));
            }
        }
        quote!(#choice { #default })
    }
}

fn stmt_completes_switch(label: LabelId, cases: &[SwitchCase]) -> bool {
    cases.iter().all(|case| case.test.is_some())
        || cases.last().is_none_or(|last| crate::analyse::completes_normally(&last.body))
        || cases.iter().any(|case| breaks(&case.body, label))
}

/// The statements without a `break` at their end.
fn without_final_break(stmts: &[Stmt], label: LabelId) -> &[Stmt] {
    match stmts.split_last() {
        Some((Stmt { kind: StmtKind::Break(target), comments, .. }, rest))
            if *target == label && comments.is_empty() =>
        {
            rest
        }
        Some((Stmt { kind: StmtKind::Block(block), .. }, [])) => without_final_break(block, label),
        _ => stmts,
    }
}
