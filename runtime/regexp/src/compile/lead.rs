//! What the first characters of a match can be in ASCII text.

use crate::ast::Node;
use crate::charset::CharSet;
use crate::program::ByteSet;
use crate::search::{MOST_PLACES, Skip};

/// A place that this many of the 128 characters fit tells little.
const BROAD: usize = 64;

/// How to find matches in ASCII text; `None` where too little is known of what they begin with.
pub(super) fn skip(root: &Node) -> Option<Skip> {
    let mut places = Vec::new();
    add(root, &mut places);
    while places.len() > 1 && places.last().is_some_and(|last| last.iter().count() > BROAD) {
        places.pop();
    }
    let tells = |place: &ByteSet| place.iter().count() < 0x78;
    places.first().is_some_and(tells).then(|| Skip::new(&places))
}

/// Appends what a node begins with; whether that is all it can match. Every match of it has at least as many characters as are appended.
fn add(node: &Node, places: &mut Vec<ByteSet>) -> bool {
    if places.len() == MOST_PLACES {
        return false;
    }
    match node {
        Node::Empty | Node::Look(_) | Node::Assertion(_) => true,
        Node::Char(character) => {
            places.push(ascii(&CharSet::single(*character)));
            true
        }
        Node::Set(set) | Node::EmptyClass(set) => {
            places.push(ascii(set));
            true
        }
        Node::Sequence(nodes) => nodes.iter().all(|node| add(node, places)),
        Node::Alternatives(nodes) => add_either(nodes, places),
        Node::Capture(_, body) => add(body, places),
        Node::Repeat(repeat) => {
            let copies = repeat.min.min(MOST_PLACES as u32);
            (0..copies).all(|_| add(&repeat.body, places)) && copies == repeat.max
        }
        Node::BackReference(_) | Node::NamedReference(_) => false,
    }
}

fn add_either(nodes: &[Node], places: &mut Vec<ByteSet>) -> bool {
    let start = places.len();
    let mut common: Option<Vec<ByteSet>> = None;
    let mut is_all = true;
    for node in nodes {
        let mut own = places[..start].to_vec();
        is_all &= add(node, &mut own);
        let own = own.split_off(start);
        match &mut common {
            None => common = Some(own),
            Some(common) => {
                is_all &= common.len() == own.len();
                common.truncate(own.len());
                common.iter_mut().zip(&own).for_each(|(place, other)| place.insert_all(other));
            }
        }
    }
    places.extend(common.unwrap_or_default());
    is_all
}

fn ascii(set: &CharSet) -> ByteSet {
    let mut bytes = ByteSet::default();
    (0..0x80).filter(|byte| set.contains(u32::from(*byte))).for_each(|byte| bytes.insert(byte));
    bytes
}
