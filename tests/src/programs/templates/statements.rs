//! The flow of control.

use super::super::hint::Hint::{Any, Arr, Bool, Num, Small, Str};
use super::{Group, Statement};

/// The group.
pub(super) const GROUP: Group = Group { classes: &[], expressions: &[], literals: &[], statements: STATEMENTS };

const STATEMENTS: &[Statement] = &[
    (
        "switch (§) { case §: let @1 = £; log.push(@1); ¤ case 'a': @1 = £; ¤ break; default: { ¤ } case §: log.push(@1) }",
        &[Any, Any, Any, Any, Any],
    ),
    ("switch (§) { case 1: case 2: ¤ break; case 3: ¤ default: ¤ }", &[Small]),
    ("switch (typeof §) { case 'string': ¤ break; case 'object': ¤ break; case 'number': log.push(§) }", &[Any, Any]),
    ("switch (true) { case §: ¤ case §: ¤ break; default: ¤ }", &[Bool, Any]),
    ("@1: { ¤ if (§) break @1; ¤ }", &[Any]),
    (
        "@1: for (let @2 = 0; @2 < 3; @2++) { try { if (£) continue @1; if (£) break @1; ¤ } finally { log.push(@2); ¤ } }",
        &[Any, Any],
    ),
    (
        "@1: for (const @2 of §) { switch (@2) { case 1: continue @1; case £: break @1; default: log.push(@2); ¤ } if (log.length > 60) break }",
        &[Arr, Any],
    ),
    ("{ let @1 = 0; do { log.push(@1); if (£) continue; ¤ } while (@1++ < 2); }", &[Any]),
    (
        "{ let @1 = 0; @2: while (true) { if (@1++ > 3) break; try { if (£) continue @2; ¤ } catch (@3) { log.push(@3); continue } finally { if (£) break @2 } } }",
        &[Any, Any],
    ),
    ("for (let [@1, @2] = [§, 0]; @2 < 2; @2++, @1 = £) { log.push(@1); ¤ }", &[Any, Any]),
    ("for (const { a: @1 = §, length: @2 } of §) { log.push(@1, @2); if (log.length > 60) break; ¤ }", &[Any, Arr]),
    ("for (var @1 in §) { log.push(@1); if (log.length > 60) break; ¤ } log.push(@1);", &[Any]),
    (
        "for (const @1 of [...§]) for (const @2 of [§, @1]) { if (log.length > 60) break; log.push(@1, @2); ¤ }",
        &[Arr, Any],
    ),
    (
        "try { try { ¤ throw § } finally { ¤ } } catch ({ message: @1, name: @2 = § }) { log.push(@1, @2); ¤ }",
        &[Any, Any],
    ),
    (
        "try { ¤ throw new TypeError(§) } catch (@1) { log.push(@1.message); try { throw @1 } catch { ¤ } finally { ¤ } }",
        &[Any],
    ),
    ("try { null.x } catch (@1) { log.push(@1.message); ¤ }", &[]),
    ("if (§) { ¤ } else if (§) { ¤ } else if (§) ¤", &[Any, Any, Any]),
    ("if (§ && (§ || §)) { ¤ }", &[Any, Any, Bool]),
    ("if (!(§ ?? §)) { ¤ }", &[Any, Any]),
    ("{ let @1 = 0, @2 = 10; while (@1 < @2 && @1 < 4) { @1 += 1; @2 -= £ ? 1 : 2; ¤ } log.push(@1, @2); }", &[Any]),
    ("{ let @1 = ''; for (const @2 of String(§)) { @1 = @2 + @1; if (@1.length > 8) break } log.push(@1); ¤ }", &[Any]),
    (
        "{ let @1 = 0; for (const @2 of §) { if (typeof @2 === 'number') { @1 += @2 } else if (typeof @2 === 'string') { @1 -= @2.length; continue } if (Number.isNaN(@1)) break } log.push(@1); ¤ }",
        &[Arr],
    ),
    ("state.n = (state.n + 1) % 1000; log.push(state.n); ¤", &[]),
    ("state.last = §; ¤ log.push(show(state.last).length > 200 ? (state.last = 0) : state.last);", &[Any]),
    ("log.push(state.text); state.text = (state.text + §).slice(-12); ¤", &[Any]),
    ("total += §; if (show(total).length > 60) total = 0; log.push(total); ¤", &[Num]),
    ("seen.set(§, §); if (seen.size > 6) seen.clear(); log.push(seen); ¤", &[Any, Str]),
    (
        "kept.unshift(§); kept.length = Math.min(kept.length, 3); if (show(kept).length > 300) kept = []; log.push(kept); ¤",
        &[Any],
    ),
    (
        "log.push(global.g?.a); global.g = { a: §, n: (global.g?.n ?? 0) + 1 }; if (show(global.g).length > 200) delete global.g; log.push(global.g); ¤",
        &[Any],
    ),
];
