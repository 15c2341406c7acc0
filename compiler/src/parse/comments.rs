//! Collects comments while swc parses.

use std::cell::RefCell;

use swc_common::BytePos;
use swc_common::comments::{Comment, CommentKind, Comments};

use super::span_of;
use crate::base::{FileId, Span};

/// A comment of the author.
#[derive(Clone, Debug)]
pub struct SourceComment {
    /// Place, markers included.
    pub span: Span,
    /// Text without the markers.
    pub text: String,
    /// There is code before it on its line.
    pub trailing: bool,
}

/// Keeps every comment once; to which token swc attaches it does not matter here.
#[derive(Default)]
pub(super) struct Collector {
    comments: RefCell<Vec<Comment>>,
}

impl Collector {
    /// The comments in source order, repetitions from backtracking removed.
    pub(super) fn finish(self, file: FileId, text: &str) -> Vec<SourceComment> {
        let mut comments: Vec<_> = self
            .comments
            .into_inner()
            .into_iter()
            .map(|comment| {
                let span = span_of(file, comment.span);
                let line_start = text[..span.start as usize].rfind('\n').map_or(0, |at| at + 1);
                let before = text[line_start..span.start as usize].trim();
                SourceComment { span, text: clean(comment.kind, &comment.text), trailing: !before.is_empty() }
            })
            .collect();
        comments.sort_by_key(|comment| (comment.span.start, comment.span.end));
        comments.dedup_by_key(|comment| comment.span);
        comments
    }
}

/// The text of a comment: one space after `//` goes, as do the `*` that begin the lines of a block.
fn clean(kind: CommentKind, text: &str) -> String {
    match kind {
        CommentKind::Line => text.strip_prefix(' ').unwrap_or(text).trim_end().to_owned(),
        CommentKind::Block => {
            let lines: Vec<_> = text
                .strip_prefix('*')
                .unwrap_or(text)
                .lines()
                .map(|line| {
                    let line = line.trim();
                    line.strip_prefix("* ").or_else(|| line.strip_prefix('*')).unwrap_or(line).trim_end()
                })
                .collect();
            lines.join("\n").trim_matches('\n').to_owned()
        }
    }
}

impl Comments for Collector {
    fn add_leading(&self, _: BytePos, comment: Comment) {
        self.comments.borrow_mut().push(comment);
    }

    fn add_leading_comments(&self, _: BytePos, comments: Vec<Comment>) {
        self.comments.borrow_mut().extend(comments);
    }

    fn add_trailing(&self, _: BytePos, comment: Comment) {
        self.comments.borrow_mut().push(comment);
    }

    fn add_trailing_comments(&self, _: BytePos, comments: Vec<Comment>) {
        self.comments.borrow_mut().extend(comments);
    }

    fn has_leading(&self, _: BytePos) -> bool {
        false
    }

    fn move_leading(&self, _: BytePos, _: BytePos) {}

    fn take_leading(&self, _: BytePos) -> Option<Vec<Comment>> {
        None
    }

    fn get_leading(&self, _: BytePos) -> Option<Vec<Comment>> {
        None
    }

    fn has_trailing(&self, _: BytePos) -> bool {
        false
    }

    fn move_trailing(&self, _: BytePos, _: BytePos) {}

    fn take_trailing(&self, _: BytePos) -> Option<Vec<Comment>> {
        None
    }

    fn get_trailing(&self, _: BytePos) -> Option<Vec<Comment>> {
        None
    }

    fn add_pure_comment(&self, _: BytePos) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_are_removed() {
        assert_eq!(clean(CommentKind::Line, " one "), "one");
        assert_eq!(clean(CommentKind::Block, "*\n * Two\n *  lines.\n "), "Two\n lines.");
    }
}
