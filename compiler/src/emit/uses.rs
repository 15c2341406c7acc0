//! What a function does to the event and the config, for its documentation.

use crate::analyse::{Access, KeyUses, PropertySets};

/// Whether a use belongs to a group.
type Belongs = fn(&Access) -> bool;

/// More names than this are too many to read.
const NAMES: usize = 8;

/// ` Reads and writes `event.properties`; reads `config.name`.`, or nothing.
pub fn sentence(sets: &PropertySets) -> String {
    let mut all: Vec<(String, Access)> = Vec::new();
    collect("event", &sets.event, &mut all);
    collect("event.properties", &sets.event_properties, &mut all);
    collect("config", &sets.config, &mut all);
    // Looking at the properties means reading the object that has them.
    all.retain(|(name, access)| {
        name != "event.properties" || access.written || access.deleted || sets.event_properties == KeyUses::default()
    });
    let groups: [(&str, Belongs); 4] = [
        ("reads and writes", |access| access.read && access.written),
        ("writes", |access| access.written && !access.read),
        ("deletes", |access| access.deleted && !access.written),
        ("reads", |access| access.read && !access.written && !access.deleted),
    ];
    let mut parts = Vec::new();
    for (verb, belongs) in groups {
        let names: Vec<&str> =
            all.iter().filter(|(_, access)| belongs(access)).map(|(name, _)| name.as_str()).collect();
        if names.is_empty() {
            continue;
        }
        let more = if names.len() > NAMES { " and others" } else { "" };
        let shown: Vec<String> = names.iter().take(NAMES).map(|name| format!("`{name}`")).collect();
        parts.push(format!("{verb} {}{more}", shown.join(", ")));
    }
    let text = parts.join("; ");
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| format!(" {}{}.", first.to_ascii_uppercase(), chars.as_str()))
}

fn collect(object: &str, set: &KeyUses, all: &mut Vec<(String, Access)>) {
    for (name, access) in &set.named {
        let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
        if is_plain {
            all.push((format!("{object}.{name}"), *access));
        } else {
            let safe: String = name.chars().filter(|c| !c.is_control() && *c != '`').collect();
            all.push((format!("{object}[\"{safe}\"]"), *access));
        }
    }
    if set.dynamic.written || set.dynamic.deleted || (set.dynamic.read && set.named.is_empty() && object != "event") {
        all.push((format!("{object}[…]"), set.dynamic));
    }
}

/// Lines of documentation.
pub fn wrapped(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > 110 {
            lines.push(std::mem::take(&mut line));
        }
        line.push(' ');
        line.push_str(word);
    }
    lines.push(line);
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_names_what_is_used() {
        let mut sets = PropertySets::default();
        sets.event.named.insert("properties".into(), Access { read: true, written: true, deleted: false });
        sets.config.named.insert("name".into(), Access { read: true, written: false, deleted: false });
        assert_eq!(sentence(&sets), " Reads and writes `event.properties`; reads `config.name`.");
        assert_eq!(sentence(&PropertySets::default()), "");
    }
}
