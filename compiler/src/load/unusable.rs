//! Files that are there but cannot be used.

use super::tree::MAX_FILE_BYTES;
use crate::diag::{Code, Diagnostic, codes};

/// Why a file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// It is not UTF-8.
    NotUtf8 {
        /// The first byte that is wrong.
        offset: usize,
        /// The text with U+FFFD for what is wrong, to show the place.
        lossy: String,
    },
    /// It is larger than any plugin.
    TooLarge {
        /// Its size.
        bytes: u64,
    },
    /// A symbolic link to a folder, or out of the plugin folder.
    SymbolicLink,
    /// A folder, a pipe or the like.
    NotAFile,
    /// The system refused.
    Unreadable(String),
}

impl Unusable {
    /// The diagnostic code.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::NotUtf8 { .. } => codes::FILE_NOT_UTF8,
            Self::TooLarge { .. } => codes::FILE_TOO_LARGE,
            Self::SymbolicLink => codes::SYMBOLIC_LINK,
            Self::NotAFile | Self::Unreadable(_) => codes::FILE_UNREADABLE,
        }
    }

    /// The diagnostic, without a place yet.
    #[must_use]
    pub fn diagnostic(&self, path: &str) -> Diagnostic {
        let error = |title: String| Diagnostic::error(self.code(), title);
        match self {
            Self::NotUtf8 { .. } => error(format!("`{path}` is not valid UTF-8"))
                .help("save the file as UTF-8; write other bytes as escapes such as `\\xff`"),
            Self::TooLarge { bytes } => error(format!("`{path}` is too large"))
                .note(format!("the file has {bytes} bytes, the limit is {MAX_FILE_BYTES}"))
                .help("compile the plugin's source instead of a bundle; keep large data in an attachment"),
            Self::SymbolicLink => error(format!("`{path}` is a symbolic link that is not followed"))
                .note("links to folders and links out of the plugin folder are not followed, so that a plugin is the same on every machine")
                .help("copy the file into the plugin folder"),
            Self::NotAFile => error(format!("`{path}` is not a file")),
            Self::Unreadable(reason) => error(format!("cannot read `{path}`: {reason}")),
        }
    }
}
