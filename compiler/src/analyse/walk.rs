//! Walks the IR in evaluation order, so that an analysis names only the nodes that it cares about.

use crate::ir::{
    Argument, ArrayElement, Class, ClassMember, ExportTarget, Expr, ExprKind, ForInit, FunctionId, MemberKey,
    ObjectMember, ObjectMemberKey, Place, Program, Stmt, StmtKind,
};

/// An analysis that looks at nodes. Each method's default walks on into the node's children.
pub trait Visitor {
    /// A list of statements: the body of a function, a block, a branch, a case.
    fn stmts(&mut self, stmts: &[Stmt]) {
        walk_stmts(self, stmts);
    }
    /// A statement.
    fn stmt(&mut self, stmt: &Stmt) {
        walk_stmt(self, stmt);
    }
    /// An expression.
    fn expr(&mut self, expr: &Expr) {
        walk_expr(self, expr);
    }
    /// A place that is assigned to.
    fn place(&mut self, place: &Place) {
        walk_place(self, place);
    }
    /// A function expression or the declaration statement of a function. Bodies are not entered unless the visitor does.
    fn function(&mut self, id: FunctionId) {
        let _ = id;
    }
    /// What [`walk_program`] visits next is the body of this function, or of none.
    fn enter(&mut self, function: Option<FunctionId>) {
        let _ = function;
    }
}

/// Visits the bodies of all modules, what hooks are exported as, and the bodies of all functions.
pub fn walk_program<V: Visitor + ?Sized>(visitor: &mut V, program: &Program) {
    for (_, module) in program.modules.iter() {
        visitor.stmts(&module.body);
    }
    for hook in &program.exports.hooks {
        match &hook.target {
            ExportTarget::Function(_) => {}
            ExportTarget::Value(value) => visitor.expr(value),
        }
    }
    for (id, function) in program.functions.iter() {
        visitor.enter(Some(id));
        visitor.stmts(&function.body);
    }
    visitor.enter(None);
}

/// What is visited makes function objects.
pub fn makes_functions(visit: impl FnOnce(&mut dyn Visitor)) -> bool {
    struct Finder(bool);
    impl Visitor for Finder {
        fn function(&mut self, _: FunctionId) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    visit(&mut finder);
    finder.0
}

/// Visits statements in order.
pub fn walk_stmts<V: Visitor + ?Sized>(visitor: &mut V, stmts: &[Stmt]) {
    for stmt in stmts {
        visitor.stmt(stmt);
    }
}

/// Visits the children of a statement in evaluation order.
pub fn walk_stmt<V: Visitor + ?Sized>(visitor: &mut V, stmt: &Stmt) {
    match &stmt.kind {
        StmtKind::Expr(expr) | StmtKind::Throw(expr) => visitor.expr(expr),
        StmtKind::Let { binding: _, init } => {
            if let Some(init) = init {
                visitor.expr(init);
            }
        }
        StmtKind::Function(id) => visitor.function(*id),
        StmtKind::Return(value) => {
            if let Some(value) = value {
                visitor.expr(value);
            }
        }
        StmtKind::If { test, then, otherwise } => {
            visitor.expr(test);
            visitor.stmts(then);
            if let Some(otherwise) = otherwise {
                visitor.stmts(otherwise);
            }
        }
        StmtKind::Switch { label: _, discriminant, cases } => {
            visitor.expr(discriminant);
            for case in cases {
                if let Some(test) = &case.test {
                    visitor.expr(test);
                }
            }
            for case in cases {
                visitor.stmts(&case.body);
            }
        }
        StmtKind::While { header: _, test, body } => {
            visitor.expr(test);
            visitor.stmts(body);
        }
        StmtKind::DoWhile { header: _, body, test } => {
            visitor.stmts(body);
            visitor.expr(test);
        }
        StmtKind::For { header: _, init, test, update, body } => {
            match init {
                ForInit::None => {}
                ForInit::Stmts { stmts, per_iteration: _ } => visitor.stmts(stmts),
            }
            if let Some(test) = test {
                visitor.expr(test);
            }
            visitor.stmts(body);
            if let Some(update) = update {
                visitor.expr(update);
            }
        }
        StmtKind::ForOf { header: _, item: _, iterable: source, not_iterable: _, is_await: _, body }
        | StmtKind::ForIn { header: _, key: _, object: source, body } => {
            visitor.expr(source);
            visitor.stmts(body);
        }
        StmtKind::Block(body) | StmtKind::Labeled { label: _, name: _, body } => visitor.stmts(body),
        StmtKind::Group(body) => walk_stmts(visitor, body),
        StmtKind::Break(_) | StmtKind::Continue(_) | StmtKind::Error => {}
        StmtKind::Try { block, catch, finally } => {
            visitor.stmts(block);
            if let Some(catch) = catch {
                visitor.stmts(&catch.body);
            }
            if let Some(finally) = finally {
                visitor.stmts(finally);
            }
        }
    }
}

/// Visits the children of an expression in evaluation order.
pub fn walk_expr<V: Visitor + ?Sized>(visitor: &mut V, expr: &Expr) {
    match &expr.kind {
        ExprKind::Undefined
        | ExprKind::Null
        | ExprKind::Bool(_)
        | ExprKind::Number(_)
        | ExprKind::String(_)
        | ExprKind::Binding(_)
        | ExprKind::Global(_)
        | ExprKind::This
        | ExprKind::DerivedThis(_)
        | ExprKind::NewTarget
        | ExprKind::PrivateName(_)
        | ExprKind::TypeofGlobal(_)
        | ExprKind::Regex { .. }
        | ExprKind::IteratorNext(_)
        | ExprKind::IteratorRest(_)
        | ExprKind::IteratorClose(_)
        | ExprKind::BigInt(_)
        | ExprKind::TemplateObject { .. }
        | ExprKind::Error => {}
        ExprKind::Template { quasis: _, values } | ExprKind::Sequence(values) => {
            for value in values {
                visitor.expr(value);
            }
        }
        ExprKind::Member { object, key, optional: _ } | ExprKind::Delete { object, key, optional: _ } => {
            visitor.expr(object);
            walk_key(visitor, key);
        }
        ExprKind::Chain(inner) | ExprKind::Await(inner) | ExprKind::Yield(inner) | ExprKind::PropertyKey(inner) => {
            visitor.expr(inner)
        }
        ExprKind::Call { callee, arguments, optional: _, callee_text: _ }
        | ExprKind::New { callee, arguments, callee_text: _ } => {
            visitor.expr(callee);
            for Argument { spread: _, value } in arguments {
                visitor.expr(value);
            }
        }
        ExprKind::Function(id) => visitor.function(*id),
        ExprKind::SuperMember { this, key } => {
            visitor.expr(this);
            walk_key(visitor, key);
        }
        ExprKind::SuperCall { arguments, this } => {
            for Argument { spread: _, value } in arguments {
                visitor.expr(value);
            }
            if let Some(this) = this {
                visitor.expr(this);
            }
        }
        ExprKind::DerivedResult { value, this } => {
            visitor.expr(value);
            visitor.expr(this);
        }
        ExprKind::Class(class) => walk_class(visitor, class),
        ExprKind::StaticInitializer { class, function } => {
            visitor.expr(class);
            visitor.function(*function);
        }
        ExprKind::DefineField { object, key, value } => {
            visitor.expr(object);
            walk_key(visitor, key);
            visitor.expr(value);
        }
        ExprKind::HasPrivate { name, object } => {
            visitor.expr(name);
            visitor.expr(object);
        }
        ExprKind::Object(members) => {
            for member in members {
                match member {
                    ObjectMember::Property { key, value } => {
                        match key {
                            ObjectMemberKey::Static(_) => {}
                            ObjectMemberKey::Computed(key) => visitor.expr(key),
                        }
                        visitor.expr(value);
                    }
                    ObjectMember::Method { role: _, key, function } => {
                        match key {
                            ObjectMemberKey::Static(_) => {}
                            ObjectMemberKey::Computed(key) => visitor.expr(key),
                        }
                        visitor.function(*function);
                    }
                    ObjectMember::Spread(value) | ObjectMember::Prototype(value) => visitor.expr(value),
                }
            }
        }
        ExprKind::Array(elements) => {
            for element in elements {
                match element {
                    ArrayElement::Hole => {}
                    ArrayElement::Value(value) | ArrayElement::Spread { value, not_iterable: _ } => visitor.expr(value),
                }
            }
        }
        ExprKind::Unary { op: _, operand } => visitor.expr(operand),
        ExprKind::Binary { op: _, left, right } | ExprKind::Logical { op: _, left, right } => {
            visitor.expr(left);
            visitor.expr(right);
        }
        ExprKind::Conditional { test, then, otherwise } => {
            visitor.expr(test);
            visitor.expr(then);
            visitor.expr(otherwise);
        }
        ExprKind::Assign { op: _, place, value } => {
            visitor.place(place);
            visitor.expr(value);
        }
        ExprKind::Update { op: _, prefix: _, place } => visitor.place(place),
        ExprKind::Init { binding: _, value }
        | ExprKind::RequireObject { value, message: _ }
        | ExprKind::YieldFrom { value, not_iterable: _ }
        | ExprKind::IteratorOpen { value, not_iterable: _ } => visitor.expr(value),
        ExprKind::ObjectRest { source, excluded } => {
            visitor.expr(source);
            for key in excluded {
                walk_key(visitor, key);
            }
        }
        ExprKind::OrDefault { value, default } => {
            visitor.expr(value);
            visitor.expr(default);
        }
    }
}

/// Visits the expressions of a place.
pub fn walk_place<V: Visitor + ?Sized>(visitor: &mut V, place: &Place) {
    match place {
        Place::Binding(..) | Place::Global(..) | Place::Error(_) => {}
        Place::Member { object, key, span: _ } | Place::Super { this: object, key, span: _ } => {
            visitor.expr(object);
            walk_key(visitor, key);
        }
    }
}

fn walk_class<V: Visitor + ?Sized>(visitor: &mut V, class: &Class) {
    if let Some(parent) = &class.parent {
        visitor.expr(parent);
    }
    if let Some(constructor) = class.constructor {
        visitor.function(constructor);
    }
    for member in &class.members {
        match member {
            ClassMember::Public { is_static: _, role: _, key, function } => {
                walk_key(visitor, key);
                visitor.function(*function);
            }
            ClassMember::PrivateMethod { is_static: _, name, function } => {
                visitor.expr(name);
                visitor.function(*function);
            }
            ClassMember::PrivateAccessor { is_static: _, name, get, set } => {
                visitor.expr(name);
                for function in [get, set].into_iter().flatten() {
                    visitor.function(*function);
                }
            }
        }
    }
    if let Some(fields) = class.fields {
        visitor.function(fields);
    }
}

fn walk_key<V: Visitor + ?Sized>(visitor: &mut V, key: &MemberKey) {
    match key {
        MemberKey::Static(..) => {}
        MemberKey::Computed(key) => visitor.expr(key),
        MemberKey::Private { name, brand: _ } => visitor.expr(name),
    }
}
