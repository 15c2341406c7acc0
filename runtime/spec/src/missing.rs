//! Members that JavaScript has and no row declares. A program that uses one must not be told that there is none.

/// The members of prototypes that have no rows, by class.
#[rustfmt::skip]
pub static MISSING_MEMBERS: &[(&str, &[&str])] = &[
    ("Object", &["__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__"]),
    ("String", &[
        "anchor", "big", "blink", "bold", "fixed", "fontcolor", "fontsize", "italics", "link", "localeCompare", "match", "matchAll",
        "normalize", "search", "small", "strike", "sub", "sup",
    ]),
];

/// Whether instances of the class have a member of this name in JavaScript, but not here.
pub fn is_missing_member(class: &str, name: &str) -> bool {
    let in_class = |class: &str| {
        MISSING_MEMBERS.iter().any(|(missing_class, names)| *missing_class == class && names.contains(&name))
    };
    in_class(class) || in_class("Object")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, lookup};

    #[test]
    fn what_is_missing_has_no_row() {
        for (class, names) in MISSING_MEMBERS {
            for name in *names {
                assert!(lookup(class, Kind::Method, name).is_none(), "{class}.{name} has a row");
            }
        }
        assert!(is_missing_member("String", "normalize") && is_missing_member("Array", "__defineGetter__"));
        assert!(!is_missing_member("Array", "normalize"));
    }
}
