//! Syntax → [`ir::Program`](crate::ir::Program): names resolved, sugar gone, unsupported syntax reported and poisoned in the
//! same exhaustive traversal. No swc type leaves this room.
//!
//! | file | |
//! |---|---|
//! | `lowerer` | the state, and the small operations all others are made of |
//! | `module`, `import`, `require`, `package`, `export`, `export_syntax`, `commonjs`, `json`, `module_object` | files, what they import and export |
//! | `definitions` | names that `--define` gives a value |
//! | `reachable` | what of a package is left out |
//! | `package_graph`, `required` | CommonJS files of packages that run on demand |
//! | `hooks` | which exports PostHog's server finds |
//! | `program` | puts the results together |
//! | `hoist`, `scope`, `annex_b`, `global_names` | declarations and names |
//! | `statement`, `loops`, `function`, `enums`, `namespace` | statements and declarations |
//! | `expression`, `call`, `assign`, `literal`, `number` | expressions |
//! | `pattern` | destructuring |
//! | `callee_text`, `messages` | the words of V8's errors |
//! | `unsupported` | syntax that is refused wherever it occurs |
//! | `comments` | the author's comments |

mod annex_b;
mod assign;
mod call;
mod callee_text;
mod class;
mod comments;
mod commonjs;
mod definitions;
mod enums;
mod escaped_names;
mod export;
mod export_syntax;
mod exported_const;
mod expression;
mod function;
mod global_names;
mod hoist;
mod hooks;
mod import;
mod json;
mod literal;
mod loops;
mod lowerer;
mod messages;
mod module;
mod module_object;
mod namespace;
mod number;
mod package;
mod package_graph;
mod pattern;
mod private;
mod program;
mod reachable;
mod receiver;
mod require;
mod required;
mod scope;
mod statement;
mod unsupported;

use crate::diag::Reporter;
use crate::ir::Program;
use crate::load::PluginSource;
use lowerer::Lowerer;

/// Lowers the main file and every local module that it reaches. `None` when the main file could not be parsed; otherwise a
/// program, with error nodes wherever something was reported. Call it on a deep stack.
#[must_use]
pub fn lower(source: &PluginSource, reporter: &mut Reporter) -> Option<Program> {
    let mut lowerer = Lowerer::new(source, reporter);
    let main = lowerer.load_module(source.main);
    if !lowerer.is_usable(main) {
        return None;
    }
    lowerer.lower_modules();
    let exports = lowerer.resolve_exports(main);
    lowerer.check_global_names();
    lowerer.check_module_values();
    lowerer.refuse_reassigned_classes();
    Some(lowerer.finish(main, exports))
}
