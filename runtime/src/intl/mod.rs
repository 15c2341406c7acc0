//! What ECMA-402 adds to the language, for the locales whose data is here. For others the turn ends: a text in the wrong language would go
//! unnoticed.

pub(crate) mod date_format;
pub(crate) mod locale;
pub(crate) mod number_format;
pub(crate) mod option;
