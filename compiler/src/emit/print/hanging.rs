//! Which arguments go on below the line on which their call begins.

use super::flat::{closure_head, expr as flat, path_text};
use super::layout::unroll;
use syn::Expr;

/// A base of at most so many characters stands on one line with its first method.
pub const SHORT_BASE: usize = 12;

/// A value of at most so many characters needs no line of its own.
const PLAIN: usize = 32;

/// As the last argument it may go on below the line on which the call begins.
pub fn hangs(expr: &Expr) -> bool {
    match expr {
        Expr::Closure(closure) => matches!(&*closure.body, Expr::Block(_)) || hangs(&closure.body),
        Expr::Array(array) => !array.elems.is_empty(),
        Expr::Async(_) => true,
        Expr::Match(_) | Expr::Block(_) => true,
        Expr::Reference(inner) => hangs(&inner.expr),
        Expr::Try(inner) => hangs(&inner.expr),
        Expr::Tuple(tuple) => tuple.elems.last().is_some_and(hangs),
        Expr::Call(call) => !call.args.is_empty(),
        Expr::Macro(_) | Expr::If(_) => true,
        Expr::MethodCall(_) if start_of_chain(expr).is_some() => true,
        Expr::MethodCall(call) if call.args.is_empty() => hangs(&call.receiver),
        Expr::MethodCall(call) => flat(&call.receiver).is_some() && call.args.last().is_some_and(hangs),
        _ => false,
    }
}

/// What of a hanging expression must stand on the first line.
pub fn first_words(expr: &Expr) -> String {
    match expr {
        Expr::Closure(closure) => format!("{} {{", closure_head(closure)),
        Expr::Array(array) => {
            format!("[{}", array.elems.first().filter(|_| array.elems.len() == 1).map_or(String::new(), first_words))
        }
        Expr::Reference(inner) => format!("&{}", first_words(&inner.expr)),
        Expr::Try(inner) => first_words(&inner.expr),
        Expr::Async(_) => "async {".to_owned(),
        Expr::Match(inner) => format!("match {} {{", flat(&inner.expr).unwrap_or_default()),
        Expr::Block(_) => "{".to_owned(),
        Expr::If(inner) => format!("if {} {{", flat(&inner.cond).unwrap_or_default()),
        Expr::Tuple(tuple) => head_of("(", &tuple.elems),
        Expr::Call(call) => head_of(&format!("{}(", flat(&call.func).unwrap_or_default()), &call.args),
        Expr::Macro(mac) => format!("{}!(", path_text(&mac.mac.path)),
        Expr::MethodCall(call) => match start_of_chain(expr) {
            Some(start) => start,
            None if call.args.is_empty() => first_words(&call.receiver),
            None => head_of(&format!("{}.{}(", flat(&call.receiver).unwrap_or_default(), call.method), &call.args),
        },
        other => flat(other).unwrap_or_default(),
    }
}

/// `&["a".into(), b]`: values, with no calls among them that would be worth a line of their own.
pub fn is_plain_list(expr: &Expr) -> bool {
    let is_plain = |element: &Expr| flat(element).is_some_and(|text| text.len() <= PLAIN);
    match expr {
        Expr::Reference(inner) => is_plain_list(&inner.expr),
        Expr::Array(array) => array.elems.iter().all(is_plain),
        _ => false,
    }
}

/// `cx.object_builder()` or another short beginning of a chain whose other methods stand below it.
fn start_of_chain(expr: &Expr) -> Option<String> {
    let mut links = Vec::new();
    let base = unroll(expr, &mut links);
    let calls: Vec<_> = links.iter().filter(|link| matches!(link, Expr::MethodCall(_))).collect();
    let (first, others) = calls.split_first()?;
    if others.len() < 2 || flat(base)?.len() > SHORT_BASE {
        return None;
    }
    let has_suffix = matches!(links.get(1), Some(Expr::Try(_)));
    Some(format!("{}{}", flat(first)?, if has_suffix { "?" } else { "" }))
}

/// A chain as an argument within another one, of which two would stand below each other.
pub fn is_chain_within(argument: &Expr, outer: &Expr) -> bool {
    start_of_chain(argument).is_some() && start_of_chain(outer).is_some()
}

fn head_of(start: &str, arguments: &syn::punctuated::Punctuated<Expr, syn::Token![,]>) -> String {
    let mut head = start.to_owned();
    if !arguments.last().is_some_and(hangs) {
        return head;
    }
    let count = arguments.len();
    for (index, argument) in arguments.iter().enumerate() {
        if index + 1 == count {
            head.push_str(&first_words(argument));
        } else {
            head.push_str(&flat(argument).unwrap_or_default());
            head.push_str(", ");
        }
    }
    head
}
