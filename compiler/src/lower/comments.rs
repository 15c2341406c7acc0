//! The author's comments: each goes to the statement it stands before, in, or behind.

use super::lowerer::Lowerer;
use crate::base::Span;
use crate::ir::{Comment, Stmt, StmtKind};
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
        let range = &mut self.modules[self.module].comments;
        let mut taken = Vec::new();
        while range.start < range.end && self.comments[range.start].span.start < offset {
            taken.push(u32::try_from(range.start).expect("fewer than 2^32 comments"));
            range.start += 1;
        }
        taken
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
        let function = match &stmt.kind {
            StmtKind::Function(function) => Some(*function),
            StmtKind::Group(group) => match group.first() {
                Some(Stmt { kind: StmtKind::Function(function), .. }) => Some(*function),
                Some(_) | None => None,
            },
            _ => None,
        };
        match function {
            Some(function) => self.functions[function].comments.extend(comments),
            None => stmt.comments.extend(comments),
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
