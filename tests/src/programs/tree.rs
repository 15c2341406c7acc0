//! Programs as trees of source text, so that they can be made smaller without a parser.

use std::fmt;

/// What a part of a program is: only parts of one sort can stand in for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An expression, in parentheses where it needs them.
    Expr,
    /// A statement.
    Stmt,
}

/// A part of a program.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Its sort.
    pub sort: Sort,
    parts: Vec<Part>,
}

#[derive(Clone, Debug)]
enum Part {
    Text(String),
    Tree(Tree),
}

impl Tree {
    /// A part whose text is `template`, with `children` in place of each `§`.
    ///
    /// # Panics
    /// When there are more or fewer children than places for them.
    #[must_use]
    pub fn new(sort: Sort, template: &str, children: Vec<Tree>) -> Self {
        assert_eq!(template.matches('§').count(), children.len(), "{template}");
        let mut children = children.into_iter();
        let mut parts = Vec::new();
        for (index, text) in template.split('§').enumerate() {
            if index > 0 {
                parts.extend(children.next().map(Part::Tree));
            }
            parts.push(Part::Text(text.to_owned()));
        }
        Self { sort, parts }
    }

    /// An expression.
    #[must_use]
    pub fn expr(template: &str, children: Vec<Tree>) -> Self {
        Self::new(Sort::Expr, template, children)
    }

    /// A statement.
    #[must_use]
    pub fn stmt(template: &str, children: Vec<Tree>) -> Self {
        Self::new(Sort::Stmt, template, children)
    }

    /// Some statements as one part.
    #[must_use]
    pub fn stmts(children: Vec<Tree>) -> Self {
        Self::stmt(&"§ ".repeat(children.len()), children)
    }

    fn children(&self) -> impl Iterator<Item = &Tree> {
        self.parts.iter().filter_map(|part| match part {
            Part::Tree(tree) => Some(tree),
            Part::Text(_) => None,
        })
    }

    fn size(&self) -> usize {
        self.to_string().len()
    }

    /// Trees that are smaller, the boldest first: a part left out, or replaced by something simple or by a part of itself.
    #[must_use]
    pub fn smaller(&self) -> Vec<Tree> {
        let mut all = Vec::new();
        for (index, part) in self.parts.iter().enumerate() {
            let Part::Tree(child) = part else { continue };
            for replacement in child.stand_ins() {
                let mut tree = self.clone();
                tree.parts[index] = Part::Tree(replacement);
                all.push(tree);
            }
            for smaller in child.smaller() {
                let mut tree = self.clone();
                tree.parts[index] = Part::Tree(smaller);
                all.push(tree);
            }
        }
        all.sort_by_cached_key(Tree::size);
        all
    }

    /// What can stand where this does.
    fn stand_ins(&self) -> Vec<Tree> {
        let size = self.size();
        let simple: &[&str] = match self.sort {
            Sort::Stmt => &[""],
            Sort::Expr => &["0", "1", "''", "'a'", "null", "[]", "{}", "undefined"],
        };
        let mut all: Vec<_> =
            simple.iter().map(|text| Tree::new(self.sort, &text.replace("{}", "({})"), Vec::new())).collect();
        all.extend(self.within(self.sort).into_iter().cloned());
        all.retain(|tree| tree.size() < size);
        all
    }

    /// The outermost parts of a sort inside this one.
    fn within(&self, sort: Sort) -> Vec<&Tree> {
        self.children().flat_map(|child| if child.sort == sort { vec![child] } else { child.within(sort) }).collect()
    }
}

impl fmt::Display for Tree {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.iter().try_for_each(|part| match part {
            Part::Text(text) => f.write_str(text),
            Part::Tree(tree) => write!(f, "{tree}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn smaller_trees_keep_their_shape() {
        let leaf = |text: &str| Tree::expr(text, Vec::new());
        let sum = Tree::expr("(§ + §)", vec![leaf("longer"), leaf("b")]);
        let tree = Tree::stmt("if (§) { § }", vec![leaf("x"), Tree::stmt("return §;", vec![sum])]);
        let all: Vec<_> = tree.smaller().iter().map(ToString::to_string).collect();
        for expected in ["if (x) {  }", "if (x) { return longer; }", "if (x) { return (0 + b); }"] {
            assert!(all.iter().any(|one| one == expected), "{expected}\n{all:#?}");
        }
    }
}
