//! The IR as text, for `prickle dump ir`. It looks like JavaScript with its sugar gone: bindings show their id (`a%3`), steps
//! that only exist in the IR are in capitals.

use std::fmt::Write;

use super::{
    Argument, ArrayElement, AssignOp, BinaryOp, BindingId, Class, ExportTarget, Expr, ExprKind, ForInit, Function,
    FunctionId, LabelId, LogicalOp, LoopHeader, MemberKey, ObjectMember, ObjectMemberKey, Place, Program, Stmt,
    StmtKind, UnaryOp, UpdateOp,
};

/// The whole program.
#[must_use]
pub fn print(program: &Program) -> String {
    let mut printer = Printer { program, text: String::new(), indent: 0 };
    for (id, module) in program.modules.iter() {
        printer.line(&format!("module {} {}", id.0, module.path));
        printer.indented(|printer| {
            printer.hoisted(&module.hoisted);
            printer.stmts(&module.body);
        });
    }
    for (id, function) in program.functions.iter() {
        printer.function(id, function);
    }
    for hook in &program.exports.hooks {
        let target = match &hook.target {
            ExportTarget::Function(id) => format!("function {}", id.0),
            ExportTarget::Value(value) => printer.expr(value),
        };
        printer.line(&format!("export {} = {target}", hook.name));
    }
    if let Some(message) = &program.exports.load_failure {
        printer.line(&format!("fails to load: {message}"));
    }
    printer.text
}

struct Printer<'p> {
    program: &'p Program,
    text: String,
    indent: usize,
}

impl Printer<'_> {
    fn line(&mut self, text: &str) {
        let _ = writeln!(self.text, "{:width$}{text}", "", width = self.indent * 2);
    }

    fn indented(&mut self, work: impl FnOnce(&mut Self)) {
        self.indent += 1;
        work(self);
        self.indent -= 1;
    }

    fn name(&self, binding: BindingId) -> String {
        format!("{}%{}", self.program.bindings[binding].name, binding.0)
    }

    fn hoisted(&mut self, bindings: &[BindingId]) {
        if !bindings.is_empty() {
            let names: Vec<_> = bindings.iter().map(|&binding| self.name(binding)).collect();
            self.line(&format!("HOISTED {}", names.join(", ")));
        }
    }

    fn function(&mut self, id: FunctionId, function: &Function) {
        let mut head = format!("function {} {:?}", id.0, function.form);
        if function.is_async {
            head.push_str(" async");
        }
        if function.uses_this {
            head.push_str(" this");
        }
        let mut params: Vec<_> = function.params.iter().map(|param| self.name(param.binding)).collect();
        params.extend(function.rest.map(|rest| format!("...{}", self.name(rest))));
        let _ = write!(head, " {:?}({}) length {}", function.name, params.join(", "), function.length);
        self.line(&head);
        self.indented(|printer| {
            printer.hoisted(&function.hoisted);
            printer.stmts(&function.body);
        });
    }

    fn stmts(&mut self, stmts: &[Stmt]) {
        for stmt in stmts {
            self.stmt(stmt);
        }
    }

    fn body(&mut self, stmts: &[Stmt]) {
        self.indented(|printer| printer.stmts(stmts));
    }

    fn stmt(&mut self, stmt: &Stmt) {
        for &comment in &stmt.comments {
            let comment = self.program.comments[comment as usize].text.replace('\n', " / ");
            self.line(&format!("// {comment}"));
        }
        match &stmt.kind {
            StmtKind::Expr(value) => {
                let value = self.expr(value);
                self.line(&value);
            }
            StmtKind::Let { binding, init } => {
                let init = init.as_ref().map_or_else(|| "undefined".to_owned(), |init| self.expr(init));
                let kind = format!("{:?}", self.program.bindings[*binding].kind).to_lowercase();
                let name = self.name(*binding);
                self.line(&format!("{kind} {name} = {init}"));
            }
            StmtKind::Function(id) => self.line(&format!("function {}", id.0)),
            StmtKind::Return(value) => {
                let value = value.as_ref().map_or_else(String::new, |value| self.expr(value));
                self.line(format!("return {value}").trim_end());
            }
            StmtKind::If { test, then, otherwise } => {
                let test = self.expr(test);
                self.line(&format!("if {test}"));
                self.body(then);
                if let Some(otherwise) = otherwise {
                    self.line("else");
                    self.body(otherwise);
                }
            }
            StmtKind::Switch { label, discriminant, cases } => {
                let discriminant = self.expr(discriminant);
                self.line(&format!("switch {} {discriminant}", label_text(*label)));
                for case in cases {
                    let test = case
                        .test
                        .as_ref()
                        .map_or_else(|| "default".to_owned(), |test| format!("case {}", self.expr(test)));
                    self.line(&test);
                    self.body(&case.body);
                }
            }
            StmtKind::While { header, test, body } => {
                let test = self.expr(test);
                self.line(&format!("while {} {test}", header_text(header)));
                self.body(body);
            }
            StmtKind::DoWhile { header, body, test } => {
                self.line(&format!("do {}", header_text(header)));
                self.body(body);
                let test = self.expr(test);
                self.line(&format!("while {test}"));
            }
            StmtKind::For { header, init, test, update, body } => {
                self.line(&format!("for {}", header_text(header)));
                self.indented(|printer| {
                    if let ForInit::Stmts { stmts, per_iteration } = init {
                        printer.line("INIT");
                        printer.body(stmts);
                        if !per_iteration.is_empty() {
                            let names: Vec<_> = per_iteration.iter().map(|&binding| printer.name(binding)).collect();
                            printer.line(&format!("PER ITERATION {}", names.join(", ")));
                        }
                    }
                    for (head, expr) in [("TEST", test), ("UPDATE", update)] {
                        if let Some(expr) = expr {
                            let expr = printer.expr(expr);
                            printer.line(&format!("{head} {expr}"));
                        }
                    }
                });
                self.body(body);
            }
            StmtKind::ForOf { header, item, iterable, not_iterable, is_await, body } => {
                let (item, iterable) = (self.name(*item), self.expr(iterable));
                let await_ = if *is_await { "await " } else { "" };
                self.line(&format!("for {await_}{} {item} of {iterable} ELSE {not_iterable:?}", header_text(header)));
                self.body(body);
            }
            StmtKind::ForIn { header, key, object, body } => {
                let (key, object) = (self.name(*key), self.expr(object));
                self.line(&format!("for {} {key} in {object}", header_text(header)));
                self.body(body);
            }
            StmtKind::Block(stmts) => {
                self.line("block");
                self.body(stmts);
            }
            StmtKind::Group(stmts) => {
                self.line("GROUP");
                self.body(stmts);
            }
            StmtKind::Labeled { label, name, body } => {
                self.line(&format!("{} {name}:", label_text(*label)));
                self.body(body);
            }
            StmtKind::Break(label) => self.line(&format!("break {}", label_text(*label))),
            StmtKind::Continue(label) => self.line(&format!("continue {}", label_text(*label))),
            StmtKind::Throw(value) => {
                let value = self.expr(value);
                self.line(&format!("throw {value}"));
            }
            StmtKind::Try { block, catch, finally } => {
                self.line("try");
                self.body(block);
                if let Some(catch) = catch {
                    let binding = catch.binding.map_or_else(String::new, |binding| self.name(binding));
                    self.line(format!("catch {binding}").trim_end());
                    self.body(&catch.body);
                }
                if let Some(finally) = finally {
                    self.line("finally");
                    self.body(finally);
                }
            }
            StmtKind::Error => self.line("ERROR"),
        }
    }

    fn list(&self, values: &[Expr]) -> String {
        values.iter().map(|value| self.expr(value)).collect::<Vec<_>>().join(", ")
    }

    fn arguments(&self, arguments: &[Argument]) -> String {
        let arguments: Vec<_> = arguments
            .iter()
            .map(|argument| {
                let value = self.expr(&argument.value);
                if argument.spread.is_some() { format!("...{value}") } else { value }
            })
            .collect();
        arguments.join(", ")
    }

    fn member(&self, object: &Expr, key: &MemberKey, optional: bool) -> String {
        let object = self.expr(object);
        match (key, optional) {
            (MemberKey::Static(name, _), false) => format!("{object}.{}", name.display()),
            (MemberKey::Static(name, _), true) => format!("{object}?.{}", name.display()),
            (MemberKey::Computed(key), false) => format!("{object}[{}]", self.expr(key)),
            (MemberKey::Computed(key), true) => format!("{object}?.[{}]", self.expr(key)),
            (MemberKey::Private { name, brand: _ }, false) => format!("{object}.#{}", self.expr(name)),
            (MemberKey::Private { name, brand: _ }, true) => format!("{object}?.#{}", self.expr(name)),
        }
    }

    fn place(&self, place: &Place) -> String {
        match place {
            Place::Binding(binding, _) => self.name(*binding),
            Place::Global(name, _) => format!("GLOBAL {name}"),
            Place::Member { object, key, span: _ } => self.member(object, key, false),
            Place::Super { this, key, span: _ } => format!("SUPER {}", self.member(this, key, false)),
            Place::Error(_) => "ERROR".to_owned(),
        }
    }

    fn class(&self, class: &Class) -> String {
        let parent = class.parent.as_ref().map_or_else(String::new, |parent| format!(" extends {}", self.expr(parent)));
        let functions: Vec<_> = class.functions().map(|function| function.0.to_string()).collect();
        format!("class {}{parent} {{{}}}", class.name, functions.join(", "))
    }

    fn expr(&self, expr: &Expr) -> String {
        match &expr.kind {
            ExprKind::Undefined => "undefined".to_owned(),
            ExprKind::Null => "null".to_owned(),
            ExprKind::Bool(value) => value.to_string(),
            ExprKind::Number(number) => number.to_string(),
            ExprKind::String(text) => format!("{text:?}"),
            ExprKind::Template { quasis, values } => {
                let mut text = "`".to_owned();
                for (at, quasi) in quasis.iter().enumerate() {
                    text.push_str(&quasi.display());
                    if let Some(value) = values.get(at) {
                        let _ = write!(text, "${{{}}}", self.expr(value));
                    }
                }
                text + "`"
            }
            ExprKind::Binding(binding) => self.name(*binding),
            ExprKind::Global(name) => format!("GLOBAL {name}"),
            ExprKind::This => "this".to_owned(),
            ExprKind::DerivedThis(binding) => format!("THIS {}", self.name(*binding)),
            ExprKind::NewTarget => "new.target".to_owned(),
            ExprKind::SuperMember { this, key } => format!("SUPER {}", self.member(this, key, false)),
            ExprKind::SuperCall { arguments, this: _ } => format!("super({})", self.arguments(arguments)),
            ExprKind::DerivedResult { value, this } => format!("RESULT({}, {})", self.expr(value), self.expr(this)),
            ExprKind::Class(class) => self.class(class),
            ExprKind::StaticInitializer { class, function } => format!("STATIC {} {}", self.expr(class), function.0),
            ExprKind::DefineField { object, key, value } => {
                format!("FIELD {} = {}", self.member(object, key, false), self.expr(value))
            }
            ExprKind::PropertyKey(value) => format!("KEY({})", self.expr(value)),
            ExprKind::PrivateName(name) => format!("PRIVATE {name}"),
            ExprKind::HasPrivate { name, object } => format!("(#{} in {})", self.expr(name), self.expr(object)),
            ExprKind::Member { object, key, optional } => self.member(object, key, *optional),
            ExprKind::Chain(inner) => format!("CHAIN({})", self.expr(inner)),
            ExprKind::Call { callee, arguments, optional, callee_text: _ } => {
                let optional = if *optional { "?." } else { "" };
                format!("{}{optional}({})", self.expr(callee), self.arguments(arguments))
            }
            ExprKind::New { callee, arguments, callee_text: _ } => {
                format!("new {}({})", self.expr(callee), self.arguments(arguments))
            }
            ExprKind::Function(id) => format!("function {}", id.0),
            ExprKind::Object(members) => {
                let members: Vec<_> = members
                    .iter()
                    .map(|member| match member {
                        ObjectMember::Property { key: ObjectMemberKey::Static(key), value } => {
                            format!("{}: {}", key.display(), self.expr(value))
                        }
                        ObjectMember::Property { key: ObjectMemberKey::Computed(key), value } => {
                            format!("[{}]: {}", self.expr(key), self.expr(value))
                        }
                        ObjectMember::Method { role: _, key: ObjectMemberKey::Static(key), function } => {
                            format!("METHOD {}: {}", key.display(), function.0)
                        }
                        ObjectMember::Method { role: _, key: ObjectMemberKey::Computed(key), function } => {
                            format!("METHOD [{}]: {}", self.expr(key), function.0)
                        }
                        ObjectMember::Spread(value) => format!("...{}", self.expr(value)),
                        ObjectMember::Prototype(value) => format!("PROTOTYPE {}", self.expr(value)),
                    })
                    .collect();
                format!("{{{}}}", members.join(", "))
            }
            ExprKind::Array(elements) => {
                let elements: Vec<_> = elements
                    .iter()
                    .map(|element| match element {
                        ArrayElement::Hole => "HOLE".to_owned(),
                        ArrayElement::Value(value) => self.expr(value),
                        ArrayElement::Spread { value, not_iterable: _ } => format!("...{}", self.expr(value)),
                    })
                    .collect();
                format!("[{}]", elements.join(", "))
            }
            ExprKind::Unary { op, operand } => format!("{}{}", unary_text(*op), self.expr(operand)),
            ExprKind::TypeofGlobal(name) => format!("typeof GLOBAL {name}"),
            ExprKind::Delete { object, key, optional } => format!("delete {}", self.member(object, key, *optional)),
            ExprKind::Binary { op, left, right } => {
                format!("({} {} {})", self.expr(left), binary_text(*op), self.expr(right))
            }
            ExprKind::Logical { op, left, right } => {
                format!("({} {} {})", self.expr(left), logical_text(*op), self.expr(right))
            }
            ExprKind::Conditional { test, then, otherwise } => {
                format!("({} ? {} : {})", self.expr(test), self.expr(then), self.expr(otherwise))
            }
            ExprKind::Assign { op, place, value } => {
                let op = match op {
                    AssignOp::Assign => "",
                    AssignOp::Binary(op) => binary_text(*op),
                    AssignOp::Logical(op) => logical_text(*op),
                };
                format!("{} {op}= {}", self.place(place), self.expr(value))
            }
            ExprKind::Update { op, prefix, place } => {
                let op = match op {
                    UpdateOp::Increment => "++",
                    UpdateOp::Decrement => "--",
                };
                let place = self.place(place);
                if *prefix { format!("{op}{place}") } else { format!("{place}{op}") }
            }
            ExprKind::Sequence(items) => format!("({})", self.list(items)),
            ExprKind::Init { binding, value } => format!("INIT {} = {}", self.name(*binding), self.expr(value)),
            ExprKind::Await(value) => format!("await {}", self.expr(value)),
            ExprKind::Regex { pattern, flags } => format!("/{}/{flags}", pattern.display()),
            ExprKind::RequireObject { value, message } => format!("OBJECT({} ELSE {message:?})", self.expr(value)),
            ExprKind::ObjectRest { source, excluded } => {
                let excluded: Vec<_> = excluded
                    .iter()
                    .map(|key| match key {
                        MemberKey::Static(name, _) => name.display(),
                        MemberKey::Computed(key) => format!("[{}]", self.expr(key)),
                        MemberKey::Private { name, brand: _ } => format!("#{}", self.expr(name)),
                    })
                    .collect();
                format!("REST({} WITHOUT {})", self.expr(source), excluded.join(", "))
            }
            ExprKind::IteratorOpen { value, not_iterable } => {
                format!("ITERATE({} ELSE {not_iterable:?})", self.expr(value))
            }
            ExprKind::IteratorNext(binding) => format!("NEXT({})", self.name(*binding)),
            ExprKind::IteratorRest(binding) => format!("REST({})", self.name(*binding)),
            ExprKind::IteratorClose(binding) => format!("CLOSE({})", self.name(*binding)),
            ExprKind::Yield(value) => format!("yield {}", self.expr(value)),
            ExprKind::YieldFrom { value, not_iterable: _ } => format!("yield* {}", self.expr(value)),
            ExprKind::BigInt(digits) => format!("{digits}n"),
            ExprKind::TemplateObject { site, cooked: _, raw } => {
                let raw: Vec<String> = raw.iter().map(|text| text.display()).collect();
                format!("STRINGS {site}({})", raw.join(", "))
            }
            ExprKind::OrDefault { value, default } => {
                format!("DEFAULT({}, {})", self.expr(value), self.expr(default))
            }
            ExprKind::Error => "ERROR".to_owned(),
        }
    }
}

fn label_text(label: LabelId) -> String {
    format!("@{}", label.0)
}

fn header_text(header: &LoopHeader) -> String {
    match &header.name {
        Some(name) => format!("{} {name}:", label_text(header.label)),
        None => label_text(header.label),
    }
}

fn unary_text(op: UnaryOp) -> &'static str {
    match op {
        UnaryOp::Minus => "-",
        UnaryOp::Plus => "+",
        UnaryOp::Not => "!",
        UnaryOp::BitNot => "~",
        UnaryOp::Typeof => "typeof ",
        UnaryOp::Void => "void ",
    }
}

fn logical_text(op: LogicalOp) -> &'static str {
    match op {
        LogicalOp::And => "&&",
        LogicalOp::Or => "||",
        LogicalOp::Nullish => "??",
    }
}

fn binary_text(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::Exp => "**",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::ShiftLeft => "<<",
        BinaryOp::ShiftRight => ">>",
        BinaryOp::ShiftRightUnsigned => ">>>",
        BinaryOp::Equal => "==",
        BinaryOp::NotEqual => "!=",
        BinaryOp::StrictEqual => "===",
        BinaryOp::StrictNotEqual => "!==",
        BinaryOp::Less => "<",
        BinaryOp::LessEqual => "<=",
        BinaryOp::Greater => ">",
        BinaryOp::GreaterEqual => ">=",
        BinaryOp::In => "in",
        BinaryOp::Instanceof => "instanceof",
    }
}
