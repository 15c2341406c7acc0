// node zone_names.mjs ZONES: prints what Node calls standard and daylight saving time in each zone, as `Date.prototype.toString` shows them.
// ZONES is what `cargo run -p prickle-runtime --example zone_changes` prints.
import fs from 'node:fs'

const zones = new Map()
for (const line of fs.readFileSync(process.argv[2], 'utf8').trim().split('\n')) {
    const [zone, second, isDaylight] = line.split('\t')
    process.env.TZ = zone
    const [, name] = /\((.*)\)$/.exec(new Date((Number(second) + 3600) * 1000).toString())
    const names = zones.get(zone) ?? zones.set(zone, [new Set(), new Set()]).get(zone)
    names[Number(isDaylight)].add(name)
}
for (const [zone, [standard, daylight]] of zones) {
    const [usual] = standard.size > 0 ? standard : daylight
    // In a daylight saving time of a few days V8 can still show the other name.
    const summer = [...daylight].find((name) => name !== usual) ?? usual
    console.log([zone, usual, summer].join('\t'))
}
