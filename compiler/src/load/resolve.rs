//! Local modules: from a specifier to a file of the folder.

use crate::base::Span;
use crate::diag::{Diagnostic, codes};

/// Why a local module cannot be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unresolved {
    /// No file of the folder fits.
    NotFound {
        /// A file that may have been meant, as a specifier.
        similar: Option<String>,
    },
    /// The path leaves the plugin folder.
    OutsideFolder,
    /// The file is there, but cannot be used.
    Unusable(Box<Diagnostic>),
}

impl Unresolved {
    /// The diagnostic for the import at `span` (the specifier with its quotes).
    #[must_use]
    pub fn diagnostic(&self, specifier: &str, span: Span) -> Diagnostic {
        Diagnostic::error(codes::PLUGIN_FOLDER_NOT_FOUND, format!("cannot load `{specifier}`")).primary(span, "")
    }
}
