//! Calls: of the plugin's own functions by name, of builtins by their rows, of anything else at run time.

use super::body::Body;
use super::code::{Code, Repr};
use crate::analyse::{Callee, Type, is_callback};
use crate::ir::{Argument, Expr, ExprKind, FunctionId, MemberKey};
use prickle_spec::{Builtin, Kind, Need, Param, Ty};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

impl Body<'_> {
    /// `callee(arguments)`
    pub fn call(&mut self, expr: &Expr, callee: &Expr, arguments: &[Argument], text: &str) -> Code {
        match self.krate.facts.callees.get(&expr.id) {
            Some(Callee::Function(function)) => return self.call_function(*function, arguments),
            Some(Callee::Builtin(row)) => {
                if let Some(code) = self.call_builtin(row, callee, arguments) {
                    return code;
                }
            }
            None => {}
        }
        if let ExprKind::Member { object, key, optional: _ } = &callee.kind {
            let object = self.expr(object);
            return self.method_call(object, key, arguments, text);
        }
        if let ExprKind::SuperMember { this, key: _ } = &callee.kind {
            let found = self.expr(callee).receiver();
            let (this, arguments) = (self.expr(this).operand(), self.arguments(arguments));
            let call = self.worded("call_with_this", text);
            return Code::value(quote!(#found.#call(cx, #this, #arguments)?));
        }
        let callee = self.expr(callee).receiver();
        let (call, arguments) = (self.worded("call", text), self.arguments(arguments));
        Code::value(quote!(#callee.#call(cx, #arguments)?))
    }

    /// `object.key(arguments)`, looked up at run time.
    pub fn method_call(&mut self, object: Code, key: &MemberKey, arguments: &[Argument], text: &str) -> Code {
        let object = object.receiver();
        if let MemberKey::Private { .. } = key {
            let method = self.method_of(&object, key);
            let (call, arguments) = (self.worded("call", text), self.arguments(arguments));
            return Code::value(quote!(#method.#call(cx, #arguments)?));
        }
        let key = self.key(key);
        let free = arguments.iter().all(|argument| argument.spread.is_none() && self.is_simple(&argument.value));
        let arguments = self.arguments(arguments);
        if free {
            let call_method = self.worded("call_method", text);
            return Code::value(quote!(#object.#call_method(cx, #key, #arguments)?));
        }
        // The property is read before the arguments are evaluated.
        let call = self.worded("call", text);
        Code::value(quote!(#object.method(cx, #key)?.#call(cx, #arguments)?))
    }

    /// Arguments as a slice of values.
    pub fn arguments(&mut self, arguments: &[Argument]) -> TokenStream {
        if arguments.iter().all(|argument| argument.spread.is_none()) {
            let values: Vec<TokenStream> =
                arguments.iter().map(|argument| self.expr(&argument.value).into_value()).collect();
            return quote!(&[#(#values),*]);
        }
        let mut builder = quote!(cx.arguments());
        for argument in arguments {
            let value = self.expr(&argument.value).operand();
            match &argument.spread {
                Some(messages) => {
                    let spread = self.worded("spread", &messages.words());
                    builder.extend(quote!(.#spread(cx, #value)?));
                }
                None => builder.extend(quote!(.value(#value))),
            }
        }
        quote!(&#builder.build())
    }

    /// `new callee(arguments)`
    pub fn new_(&mut self, expr: &Expr, callee: &Expr, arguments: &[Argument], text: &str) -> Code {
        if let Some(Callee::Builtin(row)) = self.krate.facts.callees.get(&expr.id)
            && let Some(code) = self.builtin(row, None, arguments)
        {
            return code;
        }
        let callee = self.expr(callee).receiver();
        let (construct, arguments) = (self.worded("construct", text), self.arguments(arguments));
        Code::value(quote!(#callee.#construct(cx, #arguments)?))
    }

    /// The call waits for the host, the generator for its caller, or the async function for a promise.
    pub fn call_suspends(&self, expr: &Expr) -> bool {
        if let ExprKind::Yield(_) | ExprKind::YieldFrom { .. } = expr.kind {
            return true;
        }
        if self.krate.facts.features.promises {
            return matches!(expr.kind, ExprKind::Await(_));
        }
        match self.krate.facts.callees.get(&expr.id) {
            Some(Callee::Function(function)) => self.krate.facts.functions[*function].suspends,
            Some(Callee::Builtin(row)) => row.is_async(),
            None => false,
        }
    }

    fn call_function(&mut self, function: FunctionId, arguments: &[Argument]) -> Code {
        let (program, facts) = (self.krate.program, self.krate.facts);
        let callee = &program.functions[function];
        let mut values = Vec::new();
        for (index, param) in callee.params.iter().enumerate() {
            let repr = Repr::of(facts.bindings[param.binding].ty);
            let value = match arguments.get(index) {
                Some(argument) => self.expr(&argument.value),
                None => Code::undefined(),
            };
            values.push(value.coerce(repr));
        }
        let surplus = arguments.get(callee.params.len()..).unwrap_or_default();
        let mut before = TokenStream::new();
        if callee.rest.is_some() {
            let items: Vec<TokenStream> =
                surplus.iter().map(|argument| self.expr(&argument.value).into_value()).collect();
            values.push(quote!(cx.array([#(#items),*])));
        } else if surplus.iter().any(|argument| !self.is_simple(&argument.value)) {
            // Arguments that nobody receives are evaluated too, after the others.
            let names: Vec<_> =
                callee.params.iter().map(|param| self.fresh(&program.bindings[param.binding].name)).collect();
            before.extend(quote!(#(let #names = #values;)*));
            values = names.iter().map(|name| quote!(#name)).collect();
            for argument in surplus {
                before.extend(self.effect(&argument.value));
            }
        }
        let name = Self::ident(&self.krate.names.functions[function]);
        let path = self.path(callee.module, &name);
        let called = &facts.functions[function];
        let call = quote!(#path(cx #(, #values)*));
        let call = match (called.suspends, called.recursive) {
            (true, true) => quote!(Box::pin(#call).await?),
            (true, false) => quote!(#call.await?),
            (false, _) => quote!(#call?),
        };
        let repr = self.krate.result_of(function);
        if before.is_empty() {
            return Code::new(repr, call);
        }
        Code::loose(repr, quote!({ #before #call }))
    }

    /// A call whose callee is a builtin: `None` where it must be looked up at run time after all.
    fn call_builtin(&mut self, row: &'static Builtin, callee: &Expr, arguments: &[Argument]) -> Option<Code> {
        match row.kind {
            Kind::Method => {
                let ExprKind::Member { object, .. } = &callee.kind else { return None };
                if !self.can_call(row, arguments) {
                    return None;
                }
                let receiver = self.expr(object);
                self.builtin(row, Some(receiver), arguments)
            }
            Kind::Static | Kind::Call | Kind::Construct | Kind::Constant | Kind::Getter | Kind::Setter => {
                self.builtin(row, None, arguments)
            }
        }
    }

    /// A method on a receiver that is written already.
    pub fn builtin_method(&mut self, row: &'static Builtin, receiver: Code, arguments: &[Argument]) -> Option<Code> {
        if self.can_call(row, arguments) {
            return self.builtin(row, Some(receiver), arguments);
        }
        let (receiver, key) = (receiver.receiver(), row.name);
        let (call, arguments) = (self.worded("call", key), self.arguments(arguments));
        Some(Code::value(quote!(#receiver.method(cx, #key)?.#call(cx, #arguments)?)))
    }

    /// The arguments fit the row's parameters without a look at their values.
    fn can_call(&self, row: &Builtin, arguments: &[Argument]) -> bool {
        if arguments.iter().any(|argument| argument.spread.is_some()) {
            return false;
        }
        let has_rest = row.params.last().is_some_and(|param| param.need == Need::Rest);
        let surplus = arguments.get(row.params.len()..).unwrap_or_default();
        if !has_rest && surplus.iter().any(|argument| !self.is_simple(&argument.value) || row.calls_back()) {
            return false;
        }
        // The type of an absent callback is unknown to Rust.
        if row.params.iter().skip(arguments.len()).any(|param| is_callback(param.ty)) {
            return false;
        }
        arguments.iter().zip(row.params).all(|(argument, param)| {
            let ty = self.ty(&argument.value);
            if is_callback(param.ty) {
                return self.is_callback(&argument.value) || ty == Type::Function;
            }
            match (param.need, param.ty) {
                // Whether it is there depends on the value.
                (Need::Opt, Ty::Num | Ty::Str | Ty::Bool) => ty != Type::Any && ty != Type::Never,
                _ => true,
            }
        })
    }

    /// The call of the Rust function of a row.
    fn builtin(&mut self, row: &'static Builtin, receiver: Option<Code>, arguments: &[Argument]) -> Option<Code> {
        if !self.can_call(row, arguments) {
            return None;
        }
        let mut before = TokenStream::new();
        let mut values = Vec::new();
        let needs_order = self.converts_before_evaluating(row, arguments);
        for (index, param) in row.params.iter().enumerate() {
            if param.need == Need::Rest {
                let rest = arguments.get(index..).unwrap_or_default();
                let items: Vec<TokenStream> = rest
                    .iter()
                    .enumerate()
                    .map(|(index, argument)| {
                        let name = format!("{}_{}", param.name, index + 1);
                        let code = self.argument(&argument.value, &name, needs_order, &mut before);
                        Self::convert(code, param.ty)
                    })
                    .collect();
                values.push(quote!(&[#(#items),*]));
                break;
            }
            let value = match arguments.get(index) {
                None => Self::absent(param),
                Some(argument) if is_callback(param.ty) => {
                    let callback = self.callback(&argument.value, param.ty);
                    if param.need == Need::Req { callback } else { quote!(Some(callback(#callback))) }
                }
                Some(argument) => {
                    let ty = self.ty(&argument.value);
                    let code = self.argument(&argument.value, param.name, needs_order, &mut before);
                    if param.ty == Ty::SearchStr && code.repr != Repr::Str {
                        let (value, method) = (code.into_value(), row.name);
                        quote!(search_string(cx, #value, #method)?)
                    } else {
                        Self::present(code, ty, param)
                    }
                }
            };
            values.push(value);
        }
        if before.is_empty() {
            return Some(self.builtin_call(row, receiver, &values));
        }
        let receiver = receiver.map(|receiver| self.receiver_first(receiver, &mut before));
        let code = self.builtin_call(row, receiver, &values);
        let (repr, tokens) = (code.repr, code.tokens);
        Some(Code::loose(repr, quote!({ #before #tokens })))
    }

    /// An argument, in a variable of its own if all of them must be evaluated before the first is converted.
    fn argument(&mut self, expr: &Expr, name: &str, needs_order: bool, before: &mut TokenStream) -> Code {
        let code = self.expr(expr);
        if !needs_order || self.is_simple(expr) {
            return code;
        }
        // The function that refuses regular expressions has this name.
        let name = self.fresh(if name == "searchString" { "search" } else { name });
        let repr = if matches!(code.repr, Repr::Unit | Repr::Option) { Repr::Value } else { code.repr };
        let value = code.coerce_from(repr);
        before.extend(quote!(let #name = #value;));
        Code::new(repr, quote!(#name))
    }

    /// The receiver in a variable of its own, in front of the arguments that are: it is evaluated before them.
    fn receiver_first(&self, receiver: Code, before: &mut TokenStream) -> Code {
        let text = receiver.tokens.to_string();
        let is_name = syn::parse_str::<syn::Ident>(&text).is_ok() || syn::parse_str::<syn::Lit>(&text).is_ok();
        if is_name && !before.to_string().contains(&format!("{text} =")) {
            return receiver;
        }
        let name = self.fresh("receiver");
        let repr = if matches!(receiver.repr, Repr::Unit | Repr::Option) { Repr::Value } else { receiver.repr };
        let value = receiver.coerce_from(repr);
        *before = quote!(let #name = #value; #before);
        Code::new(repr, quote!(#name))
    }

    /// Writing conversions in place would run one before a later argument is evaluated, and that could be seen.
    fn converts_before_evaluating(&self, row: &Builtin, arguments: &[Argument]) -> bool {
        arguments.iter().enumerate().any(|(index, argument)| {
            let param = row.params.get(index).or(row.params.last());
            let converts = param.is_some_and(|param| match param.ty {
                Ty::Num | Ty::Str | Ty::SearchStr => !self.ty(&argument.value).is_primitive(),
                _ => false,
            });
            converts && arguments[index + 1..].iter().any(|later| !self.is_simple(&later.value))
        })
    }

    fn absent(param: &Param) -> TokenStream {
        match (param.need, param.ty) {
            (Need::Opt | Need::Given, _) => quote!(None),
            (Need::Rest, _) => quote!(&[]),
            (Need::Req, ty) => Self::convert(Code::undefined(), ty),
        }
    }

    fn present(code: Code, ty: Type, param: &Param) -> TokenStream {
        match param.need {
            Need::Req | Need::Rest => Self::convert(code, param.ty),
            Need::Given => {
                let value = Self::convert(code, param.ty);
                quote!(Some(#value))
            }
            // Certainly absent, but what gives `undefined` may do something first.
            Need::Opt if ty == Type::Undefined && code.repr == Repr::Unit => {
                let effect = code.tokens;
                quote!({ #effect; None })
            }
            Need::Opt
                if ty == Type::Undefined
                    && code.tokens.clone().into_iter().any(|token| matches!(token, TokenTree::Group(_))) =>
            {
                let value = code.tokens;
                quote!({ let _ = #value; None })
            }
            Need::Opt if ty == Type::Undefined => quote!(None),
            Need::Opt if matches!(param.ty, Ty::Num | Ty::Str | Ty::Bool) || ty != Type::Any => {
                let value = Self::convert(code, param.ty);
                quote!(Some(#value))
            }
            Need::Opt => {
                let value = code.receiver();
                quote!(#value.defined())
            }
        }
    }

    /// An argument as the parameter type wants it.
    fn convert(code: Code, ty: Ty) -> TokenStream {
        match ty {
            Ty::Str | Ty::SearchStr => code.into_js_string().tokens,
            Ty::Num => match (code.repr, code.tokens.to_string().as_str()) {
                (Repr::Value, "Value :: Undefined") => quote!(f64::NAN),
                _ => code.into_number().tokens,
            },
            Ty::Bool => code.truthy().tokens,
            ty if ty.is_object() => code.into_object().tokens,
            _ => code.into_value(),
        }
    }

    /// A function for a builtin to call.
    fn callback(&mut self, expr: &Expr, ty: Ty) -> TokenStream {
        if let ExprKind::Function(function) = expr.kind
            && self.is_callback(expr)
        {
            return self.rust_closure(function);
        }
        let value = self.expr(expr).into_value();
        let role = match ty {
            Ty::Comparator => quote!(Comparator),
            Ty::Mapper => quote!(Mapper),
            Ty::Visitor => quote!(Visitor),
            _ => quote!(Function),
        };
        quote!(to_callback(cx, #value, Value::Undefined, CallbackRole::#role)?)
    }

    fn builtin_call(&self, row: &'static Builtin, receiver: Option<Code>, values: &[TokenStream]) -> Code {
        let path: syn::Path = syn::parse_str(row.rust).expect("rows name Rust paths");
        let repr = repr_of_row(row);
        if row.kind == Kind::Constant {
            if row.returns == Ty::Symbol {
                return Code::value(quote!(Value::Symbol(#path)));
            }
            return Code::new(repr, quote!(#path));
        }
        let mut arguments = Vec::new();
        if row.takes_context() {
            arguments.push(quote!(cx));
        }
        if let Some(receiver) = receiver {
            let class = prickle_spec::class(row.class).map_or(Ty::Value, |class| class.receiver);
            arguments.push(Self::convert(receiver, class));
        }
        arguments.extend(values.iter().cloned());
        let mut call = quote!(#path(#(#arguments),*));
        if row.is_async() && self.krate.facts.features.promises {
            return Code::new(Repr::Object, quote!(host_promise(cx, #call)?));
        }
        if row.is_async() {
            call.extend(quote!(.await));
        }
        if row.can_throw() {
            call.extend(quote!(?));
        }
        Code::new(repr, call)
    }

    /// A constant of a class or a computed property of a value.
    pub fn builtin_member(&mut self, row: &'static Builtin, object: &Expr) -> Code {
        if row.kind == Kind::Constant {
            return self.builtin_call(row, None, &[]);
        }
        let receiver = self.expr(object);
        self.builtin_getter(row, receiver)
    }

    /// A computed property of a value.
    pub fn builtin_getter(&mut self, row: &'static Builtin, receiver: Code) -> Code {
        self.builtin_call(row, Some(receiver), &[])
    }
}

fn repr_of_row(row: &Builtin) -> Repr {
    match row.returns {
        Ty::Str => Repr::Str,
        Ty::Num => Repr::Number,
        Ty::Bool => Repr::Bool,
        Ty::Undefined => Repr::Unit,
        Ty::StrOrUndefined | Ty::NumOrUndefined => Repr::Option,
        ty if ty.is_object() => Repr::Object,
        _ => Repr::Value,
    }
}
