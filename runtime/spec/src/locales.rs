//! The locales that numbers and dates can be written for.

/// Their tags, in canonical spelling. The default is `en-US`.
pub static FORMAT_LOCALES: &[&str] = &["de", "de-DE", "en", "en-GB", "en-US", "es", "es-ES", "fr", "fr-FR"];

/// Methods of numbers and dates whose first argument is a locale.
pub static FORMAT_METHODS: &[&str] = &["toLocaleDateString", "toLocaleString", "toLocaleTimeString"];
