//! Makes a case on which the two sides differ smaller, as long as they still do.

use std::time::{Duration, Instant};

use super::configs::Setting;
use super::job::Subject;
use super::node_host::NodeHost;
use super::sample::{Sample, Text};
use crate::cli::Failure;

/// How long it may take.
const PATIENCE: Duration = Duration::from_secs(20);

/// A case on which the two sides differ.
#[derive(Clone, Debug)]
pub struct Differing {
    /// The config.
    pub setting: Setting,
    /// The events, one per line.
    pub events: Vec<String>,
    /// How they differ.
    pub difference: String,
}

/// Makes `case` small. `first` is the number of the first event that differs, if it is one.
pub fn shrink(
    subject: &Subject<'_>,
    node: &mut NodeHost,
    case: Differing,
    first: Option<usize>,
) -> Result<Differing, Failure> {
    let mut shrinker = Shrinker { subject, node, best: case, until: Instant::now() + PATIENCE };
    if let Some(first) = first {
        let event = shrinker.best.events[first].clone();
        if !shrinker.try_events(vec![event])? {
            let before = shrinker.best.events[..=first].to_vec();
            shrinker.try_events(before)?;
        }
    }
    shrinker.fewer_events()?;
    loop {
        let before = shrinker.size();
        shrinker.smaller_config()?;
        for index in 0..shrinker.best.events.len() {
            shrinker.smaller_event(index)?;
        }
        if shrinker.size() >= before || shrinker.is_late() {
            return Ok(shrinker.best);
        }
    }
}

struct Shrinker<'s, 'n> {
    subject: &'s Subject<'s>,
    node: &'n mut NodeHost,
    best: Differing,
    until: Instant,
}

impl Shrinker<'_, '_> {
    fn is_late(&self) -> bool {
        Instant::now() > self.until
    }

    fn size(&self) -> usize {
        let events: usize = self.best.events.iter().map(|event| 1 + event.len()).sum();
        events + self.best.setting.sample().to_string().len() + self.best.setting.attachments.len()
    }

    /// Takes the case over if the two sides differ on it.
    fn attempt(&mut self, setting: Setting, events: Vec<String>) -> Result<bool, Failure> {
        if self.is_late() {
            return Ok(false);
        }
        let difference = self.subject.difference(self.node, &setting, &events)?;
        let differs = difference.is_some();
        if let Some(difference) = difference {
            self.best = Differing { setting, events, difference };
        }
        Ok(differs)
    }

    fn try_events(&mut self, events: Vec<String>) -> Result<bool, Failure> {
        self.attempt(self.best.setting.clone(), events)
    }

    /// Leaves out runs of events, half of them first, then smaller and smaller ones.
    fn fewer_events(&mut self) -> Result<(), Failure> {
        let mut length = self.best.events.len().div_ceil(2);
        while length > 0 && !self.best.events.is_empty() {
            let mut start = 0;
            while start < self.best.events.len() {
                let mut events = self.best.events.clone();
                events.drain(start..(start + length).min(events.len()));
                if !self.try_events(events)? {
                    start += length;
                }
            }
            length = if length == 1 { 0 } else { length.div_ceil(2) };
        }
        Ok(())
    }

    fn smaller_config(&mut self) -> Result<(), Failure> {
        let keys: Vec<_> = self.best.setting.attachments.keys().cloned().collect();
        for key in keys {
            let mut setting = self.best.setting.clone();
            setting.attachments.remove(&key);
            self.attempt(setting, self.best.events.clone())?;
        }
        for config in smaller(&self.best.setting.sample()) {
            if let Sample::Object(config) = config {
                let setting = Setting { config, ..self.best.setting.clone() };
                self.attempt(setting, self.best.events.clone())?;
            }
        }
        Ok(())
    }

    fn smaller_event(&mut self, index: usize) -> Result<(), Failure> {
        let Some(mut event) = self.best.events.get(index).and_then(|event| Sample::parse(event)) else { return Ok(()) };
        while !self.is_late() {
            let mut found = false;
            for candidate in smaller(&event) {
                let mut events = self.best.events.clone();
                events[index] = candidate.to_string();
                if events[index].len() < self.best.events[index].len() && self.try_events(events)? {
                    event = candidate;
                    found = true;
                    break;
                }
            }
            if !found {
                break;
            }
        }
        Ok(())
    }
}

/// Values that are a little smaller, the boldest first.
fn smaller(value: &Sample) -> Vec<Sample> {
    let mut all = Vec::new();
    match value {
        Sample::Null => {}
        Sample::Bool(_) => all.push(Sample::Null),
        Sample::Number(text) => {
            all.extend(
                ["0", "1"]
                    .into_iter()
                    .filter(|simple| text.len() > simple.len())
                    .map(|simple| Sample::Number(simple.to_owned())),
            );
        }
        Sample::String(text) => {
            let plain = !text.0.contains('\\');
            let count = text.0.chars().count();
            if plain && count > 0 {
                let part =
                    |from: usize, length: usize| Sample::String(Text(text.0.chars().skip(from).take(length).collect()));
                all.extend([
                    Sample::from(""),
                    part(0, count / 2),
                    part(count / 2, count),
                    part(0, count - 1),
                    part(1, count),
                ]);
            } else if count > 0 {
                all.extend([Sample::from(""), Sample::from("a")]);
            }
        }
        Sample::Array(items) => {
            all.push(Sample::Array(Vec::new()));
            if items.len() > 3 {
                all.push(Sample::Array(items[..items.len() / 2].to_vec()));
                all.push(Sample::Array(items[items.len() / 2..].to_vec()));
            }
            for index in 0..items.len().min(50) {
                let mut fewer = items.clone();
                let item = fewer.remove(index);
                all.push(Sample::Array(fewer));
                for candidate in smaller(&item) {
                    let mut changed = items.clone();
                    changed[index] = candidate;
                    all.push(Sample::Array(changed));
                }
            }
        }
        Sample::Object(members) => {
            all.push(Sample::Object(Vec::new()));
            for index in 0..members.len() {
                let mut fewer = members.clone();
                fewer.remove(index);
                all.push(Sample::Object(fewer));
            }
            for (index, (_, item)) in members.iter().enumerate() {
                for candidate in smaller(item) {
                    let mut changed = members.clone();
                    changed[index].1 = candidate;
                    all.push(Sample::Object(changed));
                }
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_smaller_is_shorter() {
        let event = Sample::parse(r#"{"event":"abc","properties":{"a":[1,22,{"b":"c"}],"d":true}}"#).unwrap();
        let all = smaller(&event);
        assert!(all.contains(&Sample::parse(r#"{"event":"abc","properties":{"a":[1,22,{}],"d":true}}"#).unwrap()));
        assert!(all.iter().all(|one| one.to_string().len() <= event.to_string().len()));
    }
}
