//! Writes random programs: functions of four parameters that say in `log` what they saw.

use std::fmt::Write;

use prickle_compiler::cli::verify::random::Random;
use prickle_spec::{Builtin, Class, Effect, Kind, Need, Ty, builtins};

use super::hint::Hint;
use super::templates::{GROUPS, Group, Statement, Template};
use super::tree::{Sort, Tree};

/// Builtins whose results nobody can foresee, or that make as much as they are asked for.
const LEFT_OUT: &[&str] = &[
    "random",
    "now",
    "repeat",
    "padStart",
    "padEnd",
    "Array",
    "alloc",
    "Buffer",
    "RetryError",
    "fill",
    "copyWithin",
    "randomUUID",
    "randomInt",
    "randomFillSync",
    "getRandomValues",
    "randomBytes",
    "setTimeout",
    "concat",
    "allocUnsafe",
    "allocUnsafeSlow",
    "ArrayBuffer",
    "DataView",
];

/// Classes that are not for making expressions of values.
const CLASSES_LEFT_OUT: &[&str] = &["console", "storage", "Function", "RetryError", "TypedArray"];

/// The types that every program has values of.
const HINTS: [Hint; 8] = [Hint::Any, Hint::Num, Hint::Str, Hint::Bool, Hint::Arr, Hint::Obj, Hint::Map, Hint::Set];

/// A call of a builtin: its group, what it gives, its text, what goes in.
type RowTemplate = (usize, Hint, String, Vec<Hint>);

/// Writes programs.
pub struct Generator {
    random: Random,
    rows: Vec<RowTemplate>,
    /// Which of [`GROUPS`] the programs are made of: a program's features decide how it is compiled, so that most have few.
    chosen: Vec<usize>,
    hints: Vec<Hint>,
    variables: Vec<Variable>,
    names: usize,
    loops: usize,
    labels: Vec<String>,
}

#[derive(Clone)]
struct Variable {
    name: String,
    hint: Hint,
    is_const: bool,
}

impl Generator {
    /// A generator whose programs the seed decides.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let classes = builtins().iter().filter(|class| !CLASSES_LEFT_OUT.contains(&class.name));
        let rows = classes.flat_map(|class| class.rows.iter().filter_map(move |row| template(class, row))).collect();
        let mut generator = Self {
            random: Random::new(seed),
            rows,
            chosen: Vec::new(),
            hints: Vec::new(),
            variables: Vec::new(),
            names: 0,
            loops: 0,
            labels: Vec::new(),
        };
        generator.choose_groups();
        generator
    }

    /// Decides of what the next programs are made.
    pub fn choose_groups(&mut self) {
        self.chosen = (0..GROUPS.len()).filter(|index| *index == 0 || self.random.chance(35)).collect();
        self.hints = HINTS.to_vec();
        for (hint, _) in self.groups().flat_map(|group| group.literals).collect::<Vec<_>>() {
            if !HINTS.contains(hint) && !matches!(hint, Hint::Small | Hint::Func) {
                // Twice: what the group is about is seldom used by what is about other things.
                self.hints.extend([*hint; 2]);
            }
        }
    }

    fn groups(&self) -> impl Iterator<Item = &'static Group> {
        self.chosen.iter().map(|index| &GROUPS[*index])
    }

    /// The body of a program with parameters `a`, `b`, `c`, `d` and the array `log`.
    pub fn program(&mut self) -> Tree {
        self.names = 0;
        self.loops = 0;
        self.labels.clear();
        self.variables = ["a", "b", "c", "d"]
            .map(|name| Variable { name: name.to_owned(), hint: Hint::Any, is_const: false })
            .to_vec();
        let count = 3 + self.random.below(5);
        let mut statements = Vec::new();
        for _ in 0..count {
            statements.push(self.statement(3));
        }
        let names: Vec<_> = self.variables.iter().map(|variable| variable.name.clone()).collect();
        statements.push(Tree::stmt(&format!("return [{}];", names.join(", ")), Vec::new()));
        Tree::stmts(statements)
    }

    fn fresh(&mut self) -> String {
        self.names += 1;
        format!("v{}", self.names)
    }

    fn hint(&mut self) -> Hint {
        *self.random.one(&self.hints)
    }

    /// Some statements in a scope of their own.
    fn block(&mut self, depth: usize) -> Tree {
        let (variables, count) = (self.variables.len(), 1 + self.random.below(3));
        let statements = (0..count).map(|_| self.statement(depth)).collect();
        self.variables.truncate(variables);
        Tree::stmts(statements)
    }

    fn statement(&mut self, depth: usize) -> Tree {
        match self.random.below(if depth == 0 { 12 } else { 24 }) {
            0..=3 => self.declaration(),
            4..=7 => self.assignment(),
            8 | 9 => Tree::stmt("log.push(§);", vec![self.any(3)]),
            10 => self.destructuring(),
            11 => Tree::stmt("§;", vec![self.any(3)]),
            12..=16 => self.loop_statement(depth - 1),
            17 => self.function(depth - 1),
            18 if !self.labels.is_empty() => self.jump(),
            _ => self.templated(depth - 1),
        }
    }

    fn templated(&mut self, depth: usize) -> Tree {
        let all: Vec<_> = self.groups().flat_map(|group| group.statements).collect();
        let (template, hints): Statement = **self.random.one(&all);
        self.fill(Sort::Stmt, template, hints, depth, 3)
    }

    /// Fills a template in, with statements of this depth and expressions of that.
    fn fill(&mut self, sort: Sort, template: &str, hints: &[Hint], depth: usize, parts: usize) -> Tree {
        let (mut text, mut inner) = (template.to_owned(), Vec::new());
        for number in 1.. {
            let placeholder = format!("@{number}");
            if !template.contains(&placeholder) {
                break;
            }
            let name = self.fresh();
            // A function that could call itself would do so for ever; neither labels nor keys are variables.
            let is_hidden = ["function ", "function* ", "class ", "enum ", "interface ", "type ", ".", "get ", "set "]
                .iter()
                .any(|before| template.contains(&format!("{before}{placeholder}")))
                || [" = (", ": ", " = {"].iter().any(|after| template.contains(&format!("{placeholder}{after}")));
            if !is_hidden {
                inner.push(Variable { name: name.clone(), hint: Hint::Any, is_const: true });
            }
            text = text.replace(&placeholder, &name);
        }
        let (mut children, mut hints) = (Vec::new(), hints.iter());
        let outer = self.variables.len();
        for c in template.chars() {
            self.variables.truncate(outer);
            if matches!(c, '£' | '¤' | '¶') {
                self.variables.extend(inner.iter().cloned());
            }
            match c {
                '§' | '£' => {
                    let hint = hints.next().copied().unwrap_or(Hint::Any);
                    children.push(self.expr(hint, parts));
                }
                '¤' => {
                    let block = self.block(depth);
                    children.push(Tree::stmt("{ § }", vec![block]));
                }
                '¶' => {
                    let labels = std::mem::take(&mut self.labels);
                    let block = self.block(depth);
                    self.labels = labels;
                    children.push(Tree::stmt("{ § }", vec![block]));
                }
                _ => {}
            }
        }
        self.variables.truncate(outer);
        Tree::new(sort, &text.replace(['£', '¤', '¶'], "§"), children)
    }

    fn declaration(&mut self) -> Tree {
        let hint = self.hint();
        let value = self.expr(hint, 3);
        let name = self.fresh();
        let is_const = self.random.chance(30);
        let tree = Tree::stmt(&format!("{} {name} = §;", if is_const { "const" } else { "let" }), vec![value]);
        self.variables.push(Variable { name, hint, is_const });
        tree
    }

    fn variable(&mut self) -> Variable {
        self.random.one(&self.variables).clone()
    }

    fn assignment(&mut self) -> Tree {
        let Variable { name, hint, is_const } = self.variable();
        let hint = if self.random.chance(15) { Hint::Any } else { hint };
        match self.random.below(10) {
            0..=3 if !is_const => Tree::stmt(&format!("{name} = §;"), vec![self.expr(hint, 3)]),
            4 | 5 if !is_const => {
                let operator = *self.random.one(&[
                    "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>=", ">>>=", "**=", "&&=", "||=", "??=",
                ]);
                Tree::stmt(&format!("{name} {operator} §;"), vec![self.expr(hint, 2)])
            }
            6 if !is_const => Tree::stmt(&format!("log.push({name}{});", self.random.one(&["++", "--"])), Vec::new()),
            7 => {
                let key = *self.random.one(&["a", "b", "f", "x1"]);
                let operator = *self.random.one(&["=", "=", "+=", "??=", "||=", "-="]);
                Tree::stmt(&format!("{name}.{key} {operator} §;"), vec![self.any(2)])
            }
            8 => Tree::stmt(&format!("{name}[§] = §;"), vec![self.key(), self.any(2)]),
            _ => Tree::stmt(&format!("log.push(any({name}).push(§));"), vec![self.any(2)]),
        }
    }

    /// A key that makes no array long.
    fn key(&mut self) -> Tree {
        if self.random.chance(50) {
            return self.expr(Hint::Small, 1);
        }
        let key = *self.random.one(&[
            "'a'",
            "'b'",
            "'2'",
            "'01'",
            "'-1'",
            "null",
            "undefined",
            "true",
            "'__proto__'",
            "1.5",
            "[1]",
        ]);
        Tree::expr(key, Vec::new())
    }

    fn destructuring(&mut self) -> Tree {
        let names = [self.fresh(), self.fresh()];
        let [x, y] = &names;
        let (pattern, value) = match self.random.below(9) {
            0 => (format!("{{ a: {x}, ...{y} }}"), Hint::Obj),
            1 => (format!("[{x}, {y}]"), Hint::Arr),
            2 => (format!("[{x} = §, ...{y}]"), Hint::Arr),
            3 => (format!("[, {x}, [{y}] = []]"), Hint::Arr),
            4 => (format!("{{ b: {{ a: {x} }} = {{}}, length: {y} = § }}"), Hint::Obj),
            5 => (format!("{{ [§]: {x}, ...{y} }}"), Hint::Obj),
            6 => (format!("[{{ a: {x} }} = {{}}, {y}]"), Hint::Any),
            7 => (format!("{{ size: {x}, length: {y} }}"), Hint::Str),
            _ => (format!("[[{x}, {y}]]"), Hint::Map),
        };
        let mut children: Vec<_> =
            pattern.matches('§').map(|_| ()).collect::<Vec<_>>().into_iter().map(|()| self.any(1)).collect();
        children.push(self.expr(value, 3));
        self.variables.extend(names.iter().map(|name| Variable {
            name: name.clone(),
            hint: Hint::Any,
            is_const: false,
        }));
        Tree::stmt(&format!("let {pattern} = §;"), children)
    }

    /// A loop of at most four rounds or over one value.
    fn loop_statement(&mut self, depth: usize) -> Tree {
        if self.loops >= 2 {
            return self.assignment();
        }
        self.loops += 1;
        let name = self.fresh();
        let label = self.random.chance(40).then(|| format!("l{}", self.names));
        self.labels.extend(label.clone());
        let (head, hint, variable) = match self.random.below(5) {
            0 => (format!("for (const {name} of §)"), Some(Hint::Arr), Hint::Any),
            1 => (format!("for (const {name} of §)"), Some(Hint::Any), Hint::Any),
            2 => (format!("for (const {name} in §)"), Some(Hint::Obj), Hint::Str),
            3 => (format!("for (let {name} = 0; {name} < 3; {name}++)"), None, Hint::Small),
            _ => (format!("let {name} = 0; while ({name}++ < 3)"), None, Hint::Small),
        };
        let mut children: Vec<_> = hint.map(|hint| self.expr(hint, 2)).into_iter().collect();
        let variables = self.variables.len();
        // A loop variable is not assigned to: the number of rounds stays as it is.
        self.variables.push(Variable { name, hint: variable, is_const: true });
        let body = self.block(depth);
        children.push(body);
        self.variables.truncate(variables);
        self.loops -= 1;
        if label.is_some() {
            self.labels.pop();
        }
        let head = match head.split_once("; while") {
            Some((declaration, rest)) => format!("{declaration}; {}while{rest}", prefix(label.as_ref())),
            None => format!("{}{head}", prefix(label.as_ref())),
        };
        Tree::stmt(&format!("{{ {head} {{ if (log.length > 60) break; § }} }}"), children)
    }

    fn jump(&mut self) -> Tree {
        let label = self.random.pick(&self.labels).cloned().unwrap_or_default();
        let word = *self.random.one(&["break", "continue"]);
        Tree::stmt(&format!("if (§) {word} {label};"), vec![self.any(2)])
    }

    /// A function, and a call of it with values of known types.
    fn function(&mut self, depth: usize) -> Tree {
        let name = self.fresh();
        let variables = self.variables.clone();
        let (labels, loops) = (std::mem::take(&mut self.labels), self.loops);
        let hints = [self.hint(), self.hint()];
        let arguments = hints.map(|hint| self.expr(hint, 2));
        let names = [self.fresh(), self.fresh()];
        self.variables.extend(names.iter().zip(hints).map(|(name, hint)| Variable {
            name: name.clone(),
            hint,
            is_const: false,
        }));
        let body = self.block(depth);
        let hint = self.hint();
        let result = self.expr(hint, 2);
        (self.variables, self.labels, self.loops) = (variables, labels, loops);
        let [x, y] = &names;
        let [first, second] = arguments;
        let template = match self.random.below(3) {
            0 => format!("function {name}({x}, {y}) {{ § return § }}"),
            1 => format!("const {name} = ({x}, {y} = 1) => {{ § return § }};"),
            _ => format!("const {name} = function ({x}, {y}) {{ § return § }};"),
        };
        let both = Tree::stmt(&format!("{template} log.push({name}(§, §));"), vec![body, result, first, second]);
        self.variables.push(Variable { name, hint: Hint::Func, is_const: true });
        both
    }

    fn any(&mut self, depth: usize) -> Tree {
        let hint = self.hint();
        self.expr(hint, depth)
    }

    /// An expression that most likely has this type.
    fn expr(&mut self, hint: Hint, depth: usize) -> Tree {
        if hint == Hint::Small {
            return self.literal(hint);
        }
        if self.random.chance(8) {
            // Something else, of which the compiler knows nothing.
            let other = self.hint();
            let inner = self.expr(other, depth.saturating_sub(1));
            return Tree::expr("any(§)", vec![inner]);
        }
        if depth == 0 || self.random.chance(25) {
            return self.leaf(hint);
        }
        if self.random.chance(40) {
            let is_fitting = |row: &&RowTemplate| self.chosen.contains(&row.0) && (row.1 == hint || hint == Hint::Any);
            let fitting: Vec<_> = self.rows.iter().filter(is_fitting).collect();
            if let Some((_, _, template, parts)) = self.random.pick(&fitting).map(|row| (*row).clone()) {
                let children = parts.iter().map(|part| self.expr(*part, depth - 1)).collect();
                return Tree::expr(&template, children);
            }
        }
        // What the program is about comes up as often as what every program has.
        let own = self.random.chance(50);
        let of_hint = |one: &&Template| one.0 == hint;
        let mut fitting: Vec<_> =
            self.groups().skip(usize::from(own)).flat_map(|group| group.expressions).filter(of_hint).collect();
        if fitting.is_empty() {
            fitting = GROUPS.iter().flat_map(|group| group.expressions).filter(of_hint).collect();
        }
        let (gives, template, parts): Template = **self.random.one(&fitting);
        let is_bare = matches!(gives, Hint::Func | Hint::Class) || template.starts_with('{');
        let template = if is_bare { format!("({template})") } else { template.to_owned() };
        self.fill(Sort::Expr, &template, parts, 0, depth - 1)
    }

    fn leaf(&mut self, hint: Hint) -> Tree {
        let fitting: Vec<_> = self
            .variables
            .iter()
            .filter(|one| hint == Hint::Any || one.hint == hint || one.hint == Hint::Any)
            .collect();
        match self.random.pick(&fitting).map(|one| one.name.clone()) {
            Some(name) if self.random.chance(65) => Tree::expr(&name, Vec::new()),
            _ => self.literal(hint),
        }
    }

    fn literal(&mut self, hint: Hint) -> Tree {
        let texts = |groups: &mut dyn Iterator<Item = &'static Group>| -> Vec<&'static str> {
            let lists = groups.flat_map(|group| group.literals).filter(|(of, _)| *of == hint);
            lists.flat_map(|(_, texts)| texts.iter().copied()).collect()
        };
        let mut all = texts(&mut self.groups());
        if all.is_empty() {
            all = texts(&mut GROUPS.iter());
        }
        let text = *self.random.one(&all);
        Tree::expr(text, Vec::new())
    }
}

fn prefix(label: Option<&String>) -> String {
    label.map_or_else(String::new, |label| format!("{label}: "))
}

/// How a builtin is called, unless it is left out.
fn template(class: &Class, row: &Builtin) -> Option<RowTemplate> {
    let is_async = row.effects.iter().any(|effect| matches!(effect, Effect::Async));
    if LEFT_OUT.contains(&row.name) || is_async || row.name.starts_with("@@") {
        return None;
    }
    let group = GROUPS.iter().position(|group| group.classes.contains(&class.name)).unwrap_or(0);
    // What has a length of its own choice may have too much of it.
    if row.kind == Kind::Construct
        && matches!(class.receiver, Ty::TypedArray | Ty::ArrayBuffer | Ty::DataView | Ty::Buffer)
    {
        return None;
    }
    let mut parts = Vec::new();
    let is_method = matches!(row.kind, Kind::Method | Kind::Getter);
    // Modules are imported under these names.
    let namespace = match class.name {
        "globalThis" => String::new(),
        "node:crypto" => "nodeCrypto.".to_owned(),
        "node:url" => "nodeUrl.".to_owned(),
        name => format!("{name}."),
    };
    if matches!(row.kind, Kind::Construct | Kind::Call) && !class.is_global() && class.name != "URLSearchParams" {
        return None;
    }
    let mut text = match row.kind {
        // The compiler refuses methods that a value of known type certainly has not.
        Kind::Method if Hint::of(class.receiver) == Hint::Any => format!("any(§).{}", row.name),
        Kind::Method => format!("§.{}", row.name),
        Kind::Getter => {
            let receiver = Hint::of(class.receiver);
            let text = if receiver == Hint::Any { "any(§)" } else { "§" };
            return Some((group, Hint::of(row.returns), format!("{text}.{}", row.name), vec![receiver]));
        }
        Kind::Static => format!("{namespace}{}", row.name),
        Kind::Constant => return Some((group, Hint::of(row.returns), format!("{namespace}{}", row.name), Vec::new())),
        Kind::Call => row.name.to_owned(),
        Kind::Construct => format!("new {}", row.name),
        #[allow(unreachable_patterns, reason = "further kinds are for other programs")]
        _ => return None,
    };
    if is_method {
        parts.push(Hint::of(class.receiver));
    }
    let mut arguments = Vec::new();
    for param in row.params {
        arguments.push("§");
        parts.push(Hint::of(param.ty));
        if param.need == Need::Rest {
            arguments.push("§");
            parts.push(Hint::of(param.ty));
        }
    }
    write!(text, "({})", arguments.join(", ")).expect("writing to a string");
    Some((group, Hint::of(row.returns), text, parts))
}
