//! The author's comments: each goes to the statement it stands before, in, or behind.

use super::lowerer::Lowerer;
use crate::base::Span;
use crate::ir::{Comment, Expr, ExprKind, FunctionId, Stmt, StmtKind};
use crate::parse::SourceComment;

impl Lowerer<'_> {
    /// Takes in the comments of a file; returns the index of the first and one past the last.
    pub fn add_comments(&mut self, comments: &[SourceComment]) -> std::ops::Range<usize> {
        let first = self.comments.len();
        self.comments.extend(comments.iter().map(|comment| Comment {
            span: comment.span,
            text: comment.text.clone(),
            trailing: comment.trailing,
        }));
        first..self.comments.len()
    }

    /// Comments that begin before `offset` and were not taken yet.
    pub fn comments_before(&mut self, offset: u32) -> Vec<u32> {
        let taken = self.comments_from(self.modules[self.module].comments.start, offset);
        self.modules[self.module].comments.start += taken.len();
        taken
    }

    /// Comments from this one on that begin before `offset`.
    pub fn comments_from(&self, first: usize, offset: u32) -> Vec<u32> {
        (first..self.modules[self.module].comments.end)
            .take_while(|&index| self.comments[index].span.start < offset)
            .map(|index| u32::try_from(index).expect("fewer than 2^32 comments"))
            .collect()
    }

    /// Gives those comments before the first item of a file that an empty line follows to the file; returns the others.
    pub fn head_comments(&mut self, first: Span) -> Vec<u32> {
        let text = &self.source.files[first.file].text;
        let comments = self.comments_from(self.modules[self.module].comments.start, first.start);
        let starts = comments.iter().skip(1).map(|&index| self.comments[index as usize].span.start);
        let has_empty_line = |(&comment, next): (&u32, u32)| {
            let end = self.comments[comment as usize].span.end;
            text.get(end as usize..next as usize).is_some_and(|between| between.matches('\n').count() > 1)
        };
        let breaks: Vec<_> = comments.iter().zip(starts.chain([first.start])).map(has_empty_line).collect();
        let head = breaks.iter().rposition(|&is_break| is_break).map_or(0, |last| last + 1);
        self.modules[self.module].comments.start += head;
        self.modules[self.module].head = comments[..head].to_vec();
        comments[head..].to_vec()
    }

    /// Comments behind a statement on its last line.
    fn comments_behind(&mut self, span: Span) -> Vec<u32> {
        let text = &self.source.files[span.file].text;
        let range = &mut self.modules[self.module].comments;
        let mut taken = Vec::new();
        while range.start < range.end {
            let comment = &self.comments[range.start];
            let between = text.get(span.end as usize..comment.span.start as usize);
            let is_behind = between.is_some_and(|between| !between.contains(['\n', '\r', '\u{2028}', '\u{2029}']))
                && between.is_some_and(|between| between.chars().all(|c| c.is_whitespace() || c == ';' || c == ','));
            if !comment.trailing || !is_behind {
                break;
            }
            taken.push(u32::try_from(range.start).expect("fewer than 2^32 comments"));
            range.start += 1;
        }
        taken
    }

    /// Runs `lower`, which turns the source statement at `span` into statements; makes one of them and gives it the comments.
    pub fn with_comments(&mut self, span: Span, out: &mut Vec<Stmt>, lower: impl FnOnce(&mut Self, &mut Vec<Stmt>)) {
        let mut comments = self.comments_before(span.start);
        let first = out.len();
        lower(self, out);
        comments.extend(self.comments_before(span.end));
        comments.extend(self.comments_behind(span));
        let made = out.len() - first;
        if made > 1 {
            let group = out.split_off(first);
            out.push(Stmt { span, kind: StmtKind::Group(group), comments: Vec::new() });
        }
        // Comments of what leaves no trace, such as a type, go with it.
        let Some(stmt) = out.get_mut(first) else { return };
        let about = match &mut stmt.kind {
            StmtKind::Group(group) if group.first().is_some_and(declares_by_itself) => &mut group[0],
            _ => stmt,
        };
        match declared_function(about) {
            Some(function) => self.functions[function].comments.extend(comments),
            None => about.comments.extend(comments),
        }
    }

    /// Comments at the end of a block, after its last statement.
    pub fn dangling_comments(&mut self, block: swc_common::Span, out: &mut Vec<Stmt>) {
        let end = self.span(block).end;
        let comments = self.comments_before(end);
        if let Some(&first) = comments.first() {
            let span = self.comments[first as usize].span;
            out.push(Stmt { span, kind: StmtKind::Group(Vec::new()), comments });
        }
    }
}

/// What becomes an item may be written elsewhere than its neighbours: the comments must go with it.
fn declares_by_itself(stmt: &Stmt) -> bool {
    match &stmt.kind {
        StmtKind::Let { binding: _, init: Some(init) } => {
            matches!(init.kind, ExprKind::Number(_) | ExprKind::String(_) | ExprKind::Bool(_) | ExprKind::Function(_))
        }
        StmtKind::Function(_) => true,
        _ => false,
    }
}

/// The function that the statement declares, also as `const name = () => …`.
fn declared_function(stmt: &Stmt) -> Option<FunctionId> {
    match &stmt.kind {
        StmtKind::Function(function)
        | StmtKind::Let { binding: _, init: Some(Expr { kind: ExprKind::Function(function), .. }) } => Some(*function),
        _ => None,
    }
}
