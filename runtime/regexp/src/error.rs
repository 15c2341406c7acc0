//! Why a pattern is not valid, in V8's words.

use std::fmt;

/// What is wrong with a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// `\p{RGI_Emoji}`: valid, but a property of strings, which this crate has no data for.
    PropertyOfStrings,
    /// Groups are nested deeper than this crate goes, or there is more of something than it can count.
    TooLarge,
    /// `(`
    UnterminatedGroup,
    /// `)`
    UnmatchedParen,
    /// `\` at the end.
    EscapeAtEnd,
    /// `\p{x}`
    InvalidPropertyName,
    /// `[\p{x}]`
    InvalidPropertyNameInClass,
    /// `\-` with the flag `u`.
    InvalidEscape,
    /// `\01` with the flag `u`.
    InvalidDecimalEscape,
    /// `[\1]` with the flag `u`.
    InvalidClassEscape,
    /// `\u{` with the flag `u`.
    InvalidUnicodeEscape,
    /// `*`
    NothingToRepeat,
    /// `]` with the flag `u`.
    LoneQuantifierBrackets,
    /// `a{2,1}`
    NumbersOutOfOrder,
    /// `a{` with the flag `u`.
    IncompleteQuantifier,
    /// `(?<=a)*`
    InvalidQuantifier,
    /// `(?a)`
    InvalidGroup,
    /// More groups than V8 counts.
    TooManyCaptures,
    /// `(?<1>)`
    InvalidCaptureGroupName,
    /// `(?<a>)(?<a>)`
    DuplicateCaptureGroupName,
    /// `\k` where there are named groups.
    InvalidNamedReference,
    /// `\k<b>` without such a group.
    InvalidNamedCaptureReferenced,
    /// `[\w-a]` with the flag `u`.
    InvalidCharacterClass,
    /// `[`
    UnterminatedCharacterClass,
    /// `[b-a]`
    OutOfOrderCharacterClass,
    /// `[a&&&b]` with the flag `v`.
    InvalidSetOperation,
    /// `[(]` with the flag `v`.
    InvalidCharacterInClass,
    /// `[^\q{ab}]` with the flag `v`.
    NegatedClassMayContainStrings,
}

impl PatternError {
    /// The last part of V8's message.
    pub fn message(self) -> &'static str {
        match self {
            PatternError::PropertyOfStrings => "Invalid property name",
            PatternError::TooLarge => "Regular expression too large",
            PatternError::UnterminatedGroup => "Unterminated group",
            PatternError::UnmatchedParen => "Unmatched ')'",
            PatternError::EscapeAtEnd => "\\ at end of pattern",
            PatternError::InvalidPropertyName => "Invalid property name",
            PatternError::InvalidPropertyNameInClass => "Invalid property name in character class",
            PatternError::InvalidEscape => "Invalid escape",
            PatternError::InvalidDecimalEscape => "Invalid decimal escape",
            PatternError::InvalidClassEscape => "Invalid class escape",
            PatternError::InvalidUnicodeEscape => "Invalid Unicode escape",
            PatternError::NothingToRepeat => "Nothing to repeat",
            PatternError::LoneQuantifierBrackets => "Lone quantifier brackets",
            PatternError::NumbersOutOfOrder => "numbers out of order in {} quantifier",
            PatternError::IncompleteQuantifier => "Incomplete quantifier",
            PatternError::InvalidQuantifier => "Invalid quantifier",
            PatternError::InvalidGroup => "Invalid group",
            PatternError::TooManyCaptures => "Too many captures",
            PatternError::InvalidCaptureGroupName => "Invalid capture group name",
            PatternError::DuplicateCaptureGroupName => "Duplicate capture group name",
            PatternError::InvalidNamedReference => "Invalid named reference",
            PatternError::InvalidNamedCaptureReferenced => "Invalid named capture referenced",
            PatternError::InvalidCharacterClass => "Invalid character class",
            PatternError::UnterminatedCharacterClass => "Unterminated character class",
            PatternError::OutOfOrderCharacterClass => "Range out of order in character class",
            PatternError::InvalidSetOperation => "Invalid set operation in character class",
            PatternError::InvalidCharacterInClass => "Invalid character in character class",
            PatternError::NegatedClassMayContainStrings => "Negated character class may contain strings",
        }
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}
