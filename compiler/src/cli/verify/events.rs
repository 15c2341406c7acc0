//! Events for a plugin under one config.

use super::hostile;
use super::random::Random;
use super::sample::{Sample, Text};
use super::values::{Values, vary};
use super::vocabulary::EVENT_FIELDS;

/// Makes events of these values.
#[derive(Clone, Debug)]
pub struct Events<'v> {
    /// What they are made of.
    pub values: Values<'v>,
}

/// Properties that most events have.
const USUAL: [(&str, &str); 10] = [
    ("$current_url", "https://example.com/Shop/?utm_source=news&utm_campaign=a_b&x=1#top"),
    ("$pathname", "/de/shop/"),
    ("$host", "example.com"),
    ("$lib", "web"),
    ("$ip", "203.0.113.7"),
    ("$browser", "Firefox"),
    ("email", "ada@example.com"),
    ("$referrer", "https://www.google.com/search?q=prickle"),
    ("version", "1.12.3-beta.1+build"),
    ("plan", "pro"),
];

impl Events<'_> {
    /// An event as a client sends it, with some things changed.
    pub fn fresh(&self, random: &mut Random) -> Sample {
        let mut event = usual(random);
        for (path, value) in &self.values.vocabulary.comparisons {
            if random.chance(if self.values.vocabulary.comparisons.len() > 40 { 8 } else { 25 }) {
                event.set(path, value.clone());
            }
        }
        for path in &self.values.vocabulary.paths {
            if random.chance(25) {
                event.set(path, self.values.value(random, 2));
            }
        }
        for _ in 0..random.below(7) {
            self.change(&mut event, random);
        }
        event
    }

    /// An event that is a little different.
    pub fn mutated(&self, event: &Sample, random: &mut Random) -> Sample {
        let mut event = event.clone();
        for _ in 0..1 + random.below(3) {
            self.change(&mut event, random);
        }
        event
    }

    /// A line of input: now and then one that is no event.
    pub fn line(&self, event: &Sample, random: &mut Random) -> String {
        match random.below(400) {
            0 => self.values.value(random, 1).to_string(),
            1 => format!("{event}}}"),
            2 => event.to_string().chars().take(random.below(60)).collect(),
            3 => format!(" {event}\t"),
            _ => event.to_string(),
        }
    }

    fn change(&self, event: &mut Sample, random: &mut Random) {
        let values = &self.values;
        match random.below(20) {
            0..=4 => event.set(&values.path(random), values.value(random, 2)),
            5..=8 => {
                if let Some((path, value)) = random.pick(&values.vocabulary.comparisons) {
                    let value = match value {
                        Sample::String(text) if random.chance(30) => Sample::String(vary(text.clone(), random)),
                        value => value.clone(),
                    };
                    event.set(path, value);
                }
            }
            9 => event.set(&values.path(random), hostile::value(random)),
            10 => event.set(&[Text::from("event")], Sample::String(values.string(random))),
            11 => event.set(&[Text::from("properties")], values.object(random, 2)),
            12 => {
                let field = Text::from(*random.one(&EVENT_FIELDS));
                let value = if random.chance(50) { hostile::value(random) } else { values.value(random, 2) };
                event.set(&[field], value);
            }
            13 => remove_member(event, random),
            14 => {
                let names = EVENT_FIELDS.map(Text::from);
                remove(event, random.one(&names));
            }
            15 => {
                if let Sample::Object(members) = event
                    && let Some(member) = random.pick(members).cloned()
                {
                    // The last of two equal keys counts.
                    let value = values.value(random, 1);
                    members.push((member.0, value));
                }
            }
            16 => {
                let count = event.count();
                if count > 0 {
                    let other = values.value(random, 1);
                    event.at(random.below(count), &mut |value| *value = other.clone());
                }
            }
            17 => {
                let count = event.count();
                let mut salt = random.clone();
                if count > 0 {
                    event.at(random.below(count), &mut |value| retype(value, &mut salt));
                }
            }
            18 => event.set(&[Text::from("properties"), hostile::key(random)], hostile::value(random)),
            _ => {
                let name = *random.one(&["$set", "$set_once", "$group_set", "$groups", "$elements"]);
                event.set(&[Text::from("properties"), Text::from(name)], values.object(random, 1));
            }
        }
    }
}

fn usual(random: &mut Random) -> Sample {
    let mut properties = Vec::new();
    for (key, value) in USUAL {
        if random.chance(45) {
            properties.push((Text::from(key), Sample::from(value)));
        }
    }
    let names = ["$pageview", "$identify", "$autocapture", "signed up", "Order Completed", "$set"];
    Sample::object([
        ("uuid", Sample::from(format!("018f3c2a-0000-7000-8000-{:012x}", random.below(1 << 40)).as_str())),
        ("event", Sample::from(*random.one(&names))),
        ("distinct_id", Sample::from(*random.one(&["ada", "grace", "42", "a@example.com"]))),
        ("team_id", Sample::Number("2".to_owned())),
        ("ip", Sample::from("203.0.113.7")),
        ("properties", Sample::Object(properties)),
        (
            "timestamp",
            Sample::from(*random.one(&["2024-05-01T12:00:00.000Z", "2023-12-31T23:59:59.999+02:00", "2024-02-29"])),
        ),
        ("now", Sample::from("2024-05-01T12:00:01.500Z")),
    ])
}

fn remove(object: &mut Sample, name: &Text) {
    if let Sample::Object(members) = object {
        members.retain(|(key, _)| key != name);
    }
}

/// Removes a member of a random object in the event.
fn remove_member(event: &mut Sample, random: &mut Random) {
    let number = random.below(event.count() + 1);
    let mut salt = random.clone();
    let mut remove_one = |value: &mut Sample| match value {
        Sample::Object(members) if !members.is_empty() => drop(members.remove(salt.below(members.len()))),
        Sample::Array(items) if !items.is_empty() => drop(items.remove(salt.below(items.len()))),
        _ => {}
    };
    if number == 0 { remove_one(event) } else { event.at(number - 1, &mut remove_one) }
}

/// The same in another type: numbers as strings, strings in arrays, a value missing.
fn retype(value: &mut Sample, random: &mut Random) {
    *value = match (&*value, random.below(5)) {
        (_, 0) => Sample::Null,
        (_, 1) => Sample::Array(vec![value.clone()]),
        (_, 2) => Sample::object([("value", value.clone())]),
        (Sample::Number(text), _) => Sample::from(text.as_str()),
        (Sample::String(text), _) if text.0.parse::<f64>().is_ok_and(f64::is_finite) => {
            text.0.parse::<f64>().map_or(Sample::Null, Sample::from)
        }
        (Sample::Bool(value), _) => Sample::from(if *value { "true" } else { "false" }),
        (Sample::Null, _) => Sample::from("null"),
        (_, 3) => Sample::from(0.0),
        _ => Sample::Bool(true),
    };
}
