//! `[host]`: where storage, cache and GeoIP data are.

use super::table::Table;
use crate::base::Span;
use crate::diag::{Diagnostic, Reporter, codes};

/// Reports what this version cannot do. What is left is the default: everything in memory.
pub(super) fn check(mut host: Table<'_, '_>, reporter: &mut Reporter) {
    for service in ["storage", "cache"] {
        if let Some((place, at)) = host.text(service, reporter)
            && place != "memory"
        {
            reporter.report(
                unsupported(format!("`{service}` can only be in memory in this version"), at)
                    .suggest(at, "\"memory\"", "keep it in memory")
                    .note("what plugins store in memory is gone when the program ends"),
            );
        }
    }
    if let Some((_, at)) = host.text("geoip", reporter) {
        reporter.report(
            unsupported("GeoIP databases are not read in this version".to_owned(), at)
                .help("remove `geoip`; for tests, `prickle run --geoip-stub FILE` answers look-ups"),
        );
    }
    host.finish(reporter);
}

fn unsupported(title: String, at: Span) -> Diagnostic {
    Diagnostic::error(codes::HOST_NOT_SUPPORTED, title).primary(at, "not supported yet")
}
