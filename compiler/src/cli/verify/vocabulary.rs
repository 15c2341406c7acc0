//! What a plugin speaks of: the properties that it looks at and the values that it compares them with.

use std::collections::{BTreeMap, BTreeSet};

use super::sample::{Sample, Text};
use crate::analyse::{Visitor, walk_expr, walk_place, walk_program, walk_stmt};
use crate::base::JsString;
use crate::ir::{
    BinaryOp, BindingId, ExportTarget, Expr, ExprKind, MemberKey, ObjectMember, ObjectMemberKey, Place, Program, Stmt,
    StmtKind, UnaryOp,
};
use crate::pipeline::Checked;

/// Members of an event that PostHog fills in.
pub const EVENT_FIELDS: [&str; 12] = [
    "event",
    "distinct_id",
    "team_id",
    "properties",
    "timestamp",
    "uuid",
    "ip",
    "site_url",
    "now",
    "sent_at",
    "$set",
    "$set_once",
];

/// The words of a plugin, each list sorted and without repetitions.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Paths below the event.
    pub paths: Vec<Vec<Text>>,
    /// Paths below the event with values that they are compared with.
    pub comparisons: Vec<(Vec<Text>, Sample)>,
    /// Config keys with values that they are compared with.
    pub config: Vec<(Text, Sample)>,
    /// Names of properties, of whatever.
    pub keys: Vec<Text>,
    /// String literals.
    pub strings: Vec<Text>,
    /// Number literals.
    pub numbers: Vec<String>,
    /// Patterns of regular expressions.
    pub patterns: Vec<String>,
}

impl Vocabulary {
    /// The words of this plugin.
    pub fn of(checked: &Checked) -> Self {
        let program = &checked.program;
        let mut reader = Reader { aliases: BTreeMap::new(), found: Found::default(), collecting: true };
        for export in &program.exports.hooks {
            if let ExportTarget::Function(id) = export.target {
                reader.hook(&export.name, program, id);
            }
        }
        // Twice, since aliases of aliases may come in any order.
        for _ in 0..2 {
            walk_program(&mut reader, program);
        }
        reader.collecting = false;
        walk_program(&mut reader, program);
        let mut found = reader.found;
        let sets = &checked.facts.properties;
        for name in sets.event.named.keys() {
            found.paths.insert(vec![Text::from(name.as_str())]);
        }
        for name in sets.event_properties.named.keys() {
            found.paths.insert(vec![Text::from("properties"), Text::from(name.as_str())]);
        }
        found.keys.extend(sets.event_properties.named.keys().map(|name| Text::from(name.as_str())));
        Self {
            paths: found.paths.into_iter().collect(),
            comparisons: found.comparisons.into_values().collect(),
            config: found.config.into_values().collect(),
            keys: found.keys.into_iter().collect(),
            strings: found.strings.into_iter().collect(),
            numbers: found.numbers.into_iter().collect(),
            patterns: found.patterns.into_iter().collect(),
        }
    }
}

#[derive(Debug, Default)]
struct Found {
    paths: BTreeSet<Vec<Text>>,
    comparisons: BTreeMap<(Vec<Text>, String), (Vec<Text>, Sample)>,
    config: BTreeMap<(Text, String), (Text, Sample)>,
    keys: BTreeSet<Text>,
    strings: BTreeSet<Text>,
    numbers: BTreeSet<String>,
    patterns: BTreeSet<String>,
}

/// Where a value comes from.
#[derive(Clone, Debug)]
enum Origin {
    /// A path below an event, or below something unknown that may be one.
    Event(Vec<Text>),
    /// A path below `meta`.
    Meta(Vec<Text>),
}

struct Reader {
    aliases: BTreeMap<BindingId, Origin>,
    found: Found,
    /// Only aliases are looked for.
    collecting: bool,
}

impl Reader {
    /// The parameters of a hook are an event, where it gets one, and `meta`.
    fn hook(&mut self, name: &str, program: &Program, id: crate::ir::FunctionId) {
        let has_event =
            matches!(name, "processEvent" | "processEventBatch" | "onEvent" | "composeWebhook" | "exportEvents");
        let params = &program.functions[id].params;
        let mut rest = params.iter();
        if has_event && let Some(event) = rest.next() {
            self.aliases.insert(event.binding, Origin::Event(Vec::new()));
        }
        if let Some(meta) = rest.next() {
            self.aliases.insert(meta.binding, Origin::Meta(Vec::new()));
        }
    }

    fn origin(&self, expr: &Expr) -> Option<Origin> {
        match &expr.kind {
            ExprKind::Binding(binding) => {
                Some(self.aliases.get(binding).cloned().unwrap_or_else(|| Origin::Event(Vec::new())))
            }
            ExprKind::Member { object, key: MemberKey::Static(key, _), optional: _ } => {
                let mut origin = self.origin(object)?;
                let (Origin::Event(path) | Origin::Meta(path)) = &mut origin;
                path.push(Text::from(key));
                Some(origin)
            }
            ExprKind::Chain(inner)
            | ExprKind::RequireObject { value: inner, message: _ }
            | ExprKind::OrDefault { value: inner, default: _ }
            | ExprKind::Logical { op: _, left: inner, right: _ } => self.origin(inner),
            // What a method of a value gives is as good as the value: `event.event.toLowerCase() === …`
            ExprKind::Call { callee, arguments: _, optional: _, callee_text: _ } => match &callee.kind {
                ExprKind::Member { object, key: MemberKey::Static(..), optional: _ } => self.origin(object),
                _ => None,
            },
            _ => None,
        }
    }

    fn alias(&mut self, binding: BindingId, value: &Expr) {
        if self.collecting
            && let Some(origin) = self.origin(value)
        {
            self.aliases.entry(binding).or_insert(origin);
        }
    }

    /// The path below the event that a path of unknown root most likely stands for.
    fn below_event(path: Vec<Text>) -> Option<Vec<Text>> {
        let first = path.first()?;
        let is_field = EVENT_FIELDS.iter().any(|field| first.is(field));
        Some(if is_field { path } else { [vec![Text::from("properties")], path].concat() })
    }

    fn note_path(&mut self, expr: &Expr) {
        if let Some(Origin::Event(path)) = self.origin(expr)
            && let Some(path) = Self::below_event(path)
        {
            self.found.paths.insert(path);
        }
    }

    fn compare(&mut self, what: &Expr, with: &Expr) {
        let value = match (&what.kind, literal(with)) {
            (ExprKind::Unary { op: UnaryOp::Typeof, operand }, Some(Sample::String(name))) => {
                return self.compare_type(operand, &name.0);
            }
            (_, Some(value)) => value,
            (_, None) => return,
        };
        self.note_comparison(what, value);
    }

    fn compare_type(&mut self, what: &Expr, name: &str) {
        let value = match name {
            "string" => Sample::from("text"),
            "number" => Sample::from(1.5),
            "boolean" => Sample::Bool(true),
            "object" => Sample::Object(Vec::new()),
            _ => return,
        };
        self.note_comparison(what, value);
    }

    fn note_comparison(&mut self, what: &Expr, value: Sample) {
        let text = value.to_string();
        match self.origin(what) {
            Some(Origin::Event(path)) => {
                if let Some(path) = Self::below_event(path) {
                    self.found.comparisons.insert((path.clone(), text), (path, value));
                }
            }
            Some(Origin::Meta(path)) => {
                if let Some(key) = path.get(1).filter(|_| path[0].is("config")) {
                    self.found.config.insert((key.clone(), text), (key.clone(), value));
                }
            }
            None => {}
        }
    }

    fn word(&mut self, text: &JsString) {
        if text.as_bytes().len() <= 200 {
            self.found.strings.insert(Text::from(text));
        }
    }
}

/// The value of a literal.
fn literal(expr: &Expr) -> Option<Sample> {
    match &expr.kind {
        ExprKind::Null => Some(Sample::Null),
        ExprKind::Bool(value) => Some(Sample::Bool(*value)),
        ExprKind::Number(value) => Some(Sample::from(*value)),
        ExprKind::String(text) => Some(Sample::String(text.into())),
        _ => None,
    }
}

impl Visitor for Reader {
    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { binding, init: Some(value) } => self.alias(*binding, value),
            StmtKind::ForOf { item, iterable, .. } => self.alias(*item, iterable),
            StmtKind::Switch { label: _, discriminant, cases } if !self.collecting => {
                for test in cases.iter().filter_map(|case| case.test.as_ref()) {
                    self.compare(discriminant, test);
                }
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }

    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::Init { binding, value } = &expr.kind {
            self.alias(*binding, value);
        }
        if self.collecting {
            return walk_expr(self, expr);
        }
        match &expr.kind {
            ExprKind::String(text) => self.word(text),
            ExprKind::Template { quasis, values: _ } => quasis.iter().for_each(|text| self.word(text)),
            ExprKind::Number(number) => {
                self.found.numbers.insert(number.to_string());
            }
            ExprKind::Regex { pattern, flags: _ } => {
                self.found.patterns.insert(pattern.display());
            }
            ExprKind::Member { object: _, key: MemberKey::Static(key, _), optional: _ } => {
                self.found.keys.insert(Text::from(key));
                self.note_path(expr);
            }
            ExprKind::Object(members) => {
                for member in members {
                    if let ObjectMember::Property { key: ObjectMemberKey::Static(key), value: _ } = member {
                        self.found.keys.insert(Text::from(key));
                    }
                }
            }
            ExprKind::Binary { op, left, right } => {
                self.compare(left, right);
                self.compare(right, left);
                if *op == BinaryOp::In
                    && let Some(Sample::String(name)) = literal(left)
                {
                    self.found.keys.insert(name);
                }
            }
            // `event.event.startsWith('x')`: the name of the method is no property of the event.
            ExprKind::Call { callee, arguments, optional: _, callee_text: _ } => {
                if let ExprKind::Member { object, key: MemberKey::Static(..), optional: _ } = &callee.kind {
                    for argument in arguments {
                        self.compare(object, &argument.value);
                        self.expr(&argument.value);
                    }
                    return self.expr(object);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        walk_place(self, place);
    }
}
