// node facts.mjs FOLDER ZONES: writes what Node knows of the locales that Prickle writes dates and numbers for to FOLDER, which is
// runtime/src/intl/data. ZONES is what `cargo run -p prickle-runtime --example zone_changes` prints: on each line a time zone, a second since
// 1970 at which its clocks change, and whether that begins daylight saving time. It takes some minutes.
//
// Patterns are found by formatting samples and taking them apart: `{MM}` is a month in two digits, `{M0}` the month of the first list of names.
import fs from 'node:fs'

const LOCALES = ['en-US', 'en-GB', 'de-DE', 'es-ES', 'fr-FR']
const WIDTHS = { '-': undefined, 1: 'numeric', 2: '2-digit', n: 'narrow', s: 'short', l: 'long' }
const CYCLES = ['h11', 'h12', 'h23', 'h24']
const STYLES = { '-': undefined, f: 'full', l: 'long', m: 'medium', s: 'short' }
/** The ways to name a time zone that are supported, with the letters that stand for them. */
const ZONE_NAMES = { s: 'short', l: 'long', o: 'shortOffset', O: 'longOffset' }

const day = 86_400_000
const start = Date.UTC(2023, 0, 1) // a Sunday
/** All numbers in one digit, so that widths can be told apart. */
const early = Date.UTC(2023, 0, 1, 3, 4, 5, 6)
const upTo = (count) => [...Array(count).keys()]
const SAMPLES = {
    month: upTo(12).map((month) => Date.UTC(2023, month, 15 + month)),
    weekday: upTo(7).map((index) => start + index * day),
    day: upTo(31).map((index) => start + index * day),
    year: [2023, 2003, 1999, 12023, 800].map((year) => Date.UTC(year, 0, 5)),
    era: [start, Date.parse('-000500-01-05T00:00:00Z')],
    hour: upTo(24).map((hour) => start + hour * 3_600_000),
    dayPeriod: upTo(24).map((hour) => start + hour * 3_600_000),
    minute: [0, 1, 9, 10, 59].map((minute) => start + minute * 60_000),
    second: [0, 1, 9, 10, 59].map((second) => start + second * 1000),
    fractionalSecond: [0, 1, 12, 123, 999].map((milliseconds) => start + milliseconds),
    timeZoneName: [start],
}

const twelve = (hour) => hour % 12 || 12
const digits = (count, value) => String(value).padStart(count, '0')
/** The numeric ways to write a part. */
const NUMERIC = {
    month: { M: (index) => digits(1, index + 1), MM: (index) => digits(2, index + 1) },
    day: { d: (index) => digits(1, index + 1), dd: (index) => digits(2, index + 1) },
    year: { y: (index) => [2023, 2003, 1999, 12023, 800][index], yy: (index) => ['23', '03', '99', '23', '00'][index] },
    hour: {
        K: (hour) => hour % 12, KK: (hour) => digits(2, hour % 12), h: twelve, hh: (hour) => digits(2, twelve(hour)),
        H: (hour) => hour, HH: (hour) => digits(2, hour), k: (hour) => hour || 24, kk: (hour) => digits(2, hour || 24),
    },
    minute: { m: (index) => [0, 1, 9, 10, 59][index], mm: (index) => digits(2, [0, 1, 9, 10, 59][index]) },
    second: { s: (index) => [0, 1, 9, 10, 59][index], ss: (index) => digits(2, [0, 1, 9, 10, 59][index]) },
    fractionalSecond: { S: (index) => '00019'[index], SS: (index) => ['00', '00', '01', '12', '99'][index], SSS: (index) => digits(3, [0, 1, 12, 123, 999][index]) },
    timeZoneName: { z: () => undefined },
}
const LETTERS = { month: 'M', weekday: 'E', era: 'G', dayPeriod: 'a' }

/** Finds the patterns of a locale. */
class Locale {
    constructor(name) {
        this.name = name
        this.texts = { month: [], weekday: [], era: [], dayPeriod: [] }
    }

    /** The pattern that these options have. */
    pattern(options) {
        const format = new Intl.DateTimeFormat(this.name, { timeZone: 'UTC', ...options })
        const parts = format.formatToParts(start)
        const seen = Object.fromEntries(Object.entries(SAMPLES).map(([type, times]) => [type, times.map((time) => format.formatToParts(time))]))
        for (const samples of Object.values(seen)) {
            for (const sample of samples) {
                const isSame = sample.length === parts.length && sample.every((part, index) => part.type === parts[index].type && (part.type !== 'literal' || part.value === parts[index].value))
                if (!isSame) throw new Error(`${this.name} ${JSON.stringify(options)}: the pattern depends on the time`)
            }
        }
        return parts.map(({ type, value }, index) => (type === 'literal' ? value : `{${this.field(type, seen[type].map((sample) => sample[index].value))}}`)).join('')
    }

    field(type, values) {
        if (type === 'timeZoneName') return 'z'
        const numeric = Object.entries(NUMERIC[type] ?? {}).find(([, write]) => values.every((value, index) => value === String(write(index))))
        if (numeric) return numeric[0]
        const lists = this.texts[type]
        const list = values.join('|')
        if (!lists.includes(list)) lists.push(list)
        return LETTERS[type] + lists.indexOf(list)
    }
}

const options = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
const optionsOfDate = ([weekday, era, year, month, day]) => options({ weekday: WIDTHS[weekday], era: WIDTHS[era], year: WIDTHS[year], month: WIDTHS[month], day: WIDTHS[day] })
const optionsOfTime = (key) => {
    const [hour, minute, second, fraction, zone] = key.slice(3)
    return options({
        hourCycle: hour === '-' ? undefined : key.slice(0, 3), hour: WIDTHS[hour], minute: WIDTHS[minute], second: WIDTHS[second],
        fractionalSecondDigits: fraction === '-' ? undefined : Number(fraction), timeZoneName: ZONE_NAMES[zone],
    })
}

function* dates() {
    for (const weekday of '-nsl') for (const era of '-nsl') for (const year of '-12') for (const month of '-12nsl') for (const day of '-12') {
        const key = weekday + era + year + month + day
        // An era alone is no date.
        if (weekday + year + month + day !== '----') yield key
    }
}

function* times() {
    for (const hour of '-12') for (const minute of '-12') for (const second of '-12') for (const fraction of '-123') {
        const key = hour + minute + second + fraction
        const isUsual = /^([12]|-[12]|--[12])/.test(key) && !/^[12]-[12]/.test(key) && (fraction === '-' || second !== '-')
        if (!isUsual) continue
        for (const cycle of hour === '-' ? ['---'] : CYCLES) for (const zone of hour === '-' ? '-' : '-sloO') yield cycle + key + zone
    }
}

function write(name) {
    const locale = new Locale(name)
    const dateKeys = [...dates()]
    const timeKeys = [...times()]
    const datePatterns = new Map(dateKeys.map((key) => [key, locale.pattern(optionsOfDate(key))]))
    const timePatterns = new Map(timeKeys.map((key) => [key, locale.pattern(optionsOfTime(key))]))
    const styles = []
    for (const dateStyle of Object.keys(STYLES)) for (const timeStyle of Object.keys(STYLES)) for (const hourCycle of timeStyle === '-' ? ['---'] : ['---', ...CYCLES]) {
        if (dateStyle + timeStyle === '--') continue
        const values = options({ dateStyle: STYLES[dateStyle], timeStyle: STYLES[timeStyle], hourCycle: hourCycle === '---' ? undefined : hourCycle })
        styles.push(`style\t${hourCycle}${dateStyle}${timeStyle}\t${locale.pattern(values)}`)
    }
    // What stands between a date and a time depends on how the month is written and whether there is a weekday, with few exceptions.
    const glue = new Map()
    const exceptions = []
    const hint = (date) => (date[0] === '-' ? '-' : 'w') + date[3]
    const usual = 'h23122--'
    for (const date of dateKeys.filter((key) => key.slice(1) !== '----' && !glue.has(hint(key)))) {
        const whole = locale.pattern({ ...optionsOfDate(date), ...optionsOfTime(usual) })
        glue.set(hint(date), whole.slice(datePatterns.get(date).length, whole.length - timePatterns.get(usual).length))
    }
    for (const date of dateKeys) {
        for (const time of [...timeKeys, ...Object.keys(ZONE_NAMES).map((zone) => `-------${zone}`)]) {
            const isZone = time.startsWith('-------')
            const values = isZone ? { timeZoneName: ZONE_NAMES[time[7]] } : optionsOfTime(time)
            // All combinations would take long: a time is tried with every date, and every date with some times.
            if (!isZone && date.slice(1) !== '----' && (dateKeys.indexOf(date) + timeKeys.indexOf(time)) % 37 !== 0) continue
            const expected = new Intl.DateTimeFormat(name, { timeZone: 'UTC', ...optionsOfDate(date), ...values }).format(early)
            const parts = [new Intl.DateTimeFormat(name, { timeZone: 'UTC', ...optionsOfDate(date) }).format(early)]
            if (isZone) parts.push(new Intl.DateTimeFormat(name, { timeZone: 'UTC', hour: 'numeric', timeZoneName: values.timeZoneName }).formatToParts(early).find((part) => part.type === 'timeZoneName').value)
            else parts.push(new Intl.DateTimeFormat(name, { timeZone: 'UTC', ...values }).format(early))
            if (parts.join(glue.get(hint(date))) !== expected) exceptions.push(`both\t${date}${time}\t${locale.pattern({ ...optionsOfDate(date), ...values })}`)
        }
    }
    const cycle = new Intl.DateTimeFormat(name, { hour: 'numeric' }).resolvedOptions().hourCycle
    const [on, off] = [true, false].map((hour12) => new Intl.DateTimeFormat(name, { hour: 'numeric', hour12 }).resolvedOptions().hourCycle)
    const lines = [`cycle\t${cycle}\t${on}\t${off}`]
    for (const [type, lists] of Object.entries(locale.texts)) lists.forEach((list, index) => lines.push(`text\t${LETTERS[type]}${index}\t${list}`))
    for (const [key, between] of glue) lines.push(`glue\t${key}\t${between}`)
    for (const [key, pattern] of datePatterns) lines.push(`date\t${key}\t${pattern}`)
    for (const [key, pattern] of timePatterns) lines.push(`time\t${key}\t${pattern}`)
    lines.push(...styles)
    lines.push(...exceptions)
    return lines
}

/** Whether an offset from UTC stands where the zone has no name. */
const isOffset = (text) => /^(GMT|UTC)[+\u2212-]/.test(text)

/** The names that zones have had since 1970: which name, from which second on, in standard and in daylight saving time. */
function zoneNames(name, zones) {
    const names = []
    const number = (pair) => {
        const text = pair.join('|')
        if (!names.includes(text)) names.push(text)
        return names.indexOf(text)
    }
    const lines = []
    const known = new Map()
    for (const [zone, changes] of zones) {
        const formats = ['short', 'long'].map((timeZoneName) => new Intl.DateTimeFormat(name, { timeZone: zone, hour: 'numeric', timeZoneName }))
        const at = (second) => formats.map((format) => {
            const text = format.formatToParts(second * 1000).find((part) => part.type === 'timeZoneName').value
            return isOffset(text) ? '' : text
        }).join('|')
        const series = [[], []]
        changes.forEach(([from, isDaylight], index) => {
            // ZONES ends with the changes of 2037; what a clock that still changes shows afterwards is known by then.
            const to = changes[index + 1]?.[0] ?? (from > 2_100_000_000 ? from + 1 : 2_500_000_000)
            const list = series[isDaylight]
            const add = (second, text) => {
                if (list.at(-1)?.[1] !== text) list.push([second, text])
            }
            add(from, at(from))
            // Between two changes of the clock the name can change too.
            const steps = upTo(5).map((step) => from + Math.floor(((to - 1 - from) * step) / 4))
            for (let step = 1; step < steps.length; step++) {
                let [low, high] = [steps[step - 1], steps[step]]
                if (at(low) === at(high)) continue
                while (high - low > 1) {
                    const middle = Math.floor((low + high) / 2)
                    if (at(middle) === at(low)) low = middle
                    else high = middle
                }
                add(high, at(high))
            }
        })
        const text = series.map((list) => list.map(([second, pair]) => `${second}:${number(pair.split('|'))}`).join(',')).join('\t')
        const same = known.get(text)
        lines.push(same && text.length > 12 ? `zone\t${zone}\t=${same}` : `zone\t${zone}\t${text}`)
        if (!same) known.set(text, zone)
    }
    const [, gmt, minus] = /^([A-Z]+)(.)3$/.exec(new Intl.DateTimeFormat(name, { timeZone: 'Etc/GMT+3', timeZoneName: 'shortOffset' }).formatToParts(start).at(-1).value)
    return [`offset\t${gmt}\t${minus}`, ...names.map((pair, index) => `name\t${index}\t${pair.replace('|', '\t')}`), ...lines]
}

const CURRENCIES = (
    'AED AOA ARS AUD BDT BGN BHD BOB BRL CAD CHF CLP CNY COP CRC CZK DKK DOP EGP EUR GBP GEL GHS HKD HRK HUF IDR ILS INR ISK JOD JPY KES KRW KWD KZT LBP LKR MAD MXN MYR ' +
    'NGN NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UYU UZS VND XAF XOF ZAR'
).split(' ')

/** The signs of numbers, and what stands around percentages and amounts of money. */
function numbers(name) {
    const part = (parts, type) => parts.find((one) => one.type === type)?.value ?? ''
    const parts = new Intl.NumberFormat(name, { useGrouping: 'always', minimumFractionDigits: 1 }).formatToParts(-12345)
    const least = [1234, 12345].findIndex((number) => new Intl.NumberFormat(name).formatToParts(number).some((one) => one.type === 'group')) + 1
    const plus = part(new Intl.NumberFormat(name, { signDisplay: 'always' }).formatToParts(1), 'plusSign')
    const [nan, infinity] = [NaN, Infinity].map((number) => new Intl.NumberFormat(name).format(number))
    const around = (options) => {
        const [positive, negative] = [1, -1].map((number) => new Intl.NumberFormat(name, { ...options, minimumFractionDigits: 0, maximumFractionDigits: 0 }).format(number))
        if (negative !== part(parts, 'minusSign') + positive) throw new Error(`${name} ${JSON.stringify(options)}: the minus sign does not come first`)
        return positive.split('1').join('\t')
    }
    const lines = [`signs\t${['decimal', 'group', 'minusSign'].map((type) => part(parts, type)).join('\t')}\t${plus}\t${nan}\t${infinity}\t${least}`]
    lines.push(`around\tpercent\t${around({ style: 'percent' }).replace('00', '')}`)
    for (const currency of CURRENCIES) {
        for (const currencyDisplay of ['symbol', 'narrowSymbol', 'code']) lines.push(`around\t${currency} ${currencyDisplay}\t${around({ style: 'currency', currency, currencyDisplay })}`)
        lines.push(`digits\t${currency}\t${new Intl.NumberFormat(name, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits}`)
    }
    return lines
}

const [folder, zonesFile] = process.argv.slice(2)
const zones = new Map()
for (const line of fs.readFileSync(zonesFile, 'utf8').trim().split('\n')) {
    const [zone, second, isDaylight] = line.split('\t')
    if (!zones.has(zone)) zones.set(zone, [])
    zones.get(zone).push([Number(second), Number(isDaylight)])
}
for (const name of LOCALES) {
    fs.writeFileSync(`${folder}/${name}.tsv`, write(name).join('\n') + '\n')
    fs.writeFileSync(`${folder}/${name}.numbers.tsv`, numbers(name).join('\n') + '\n')
    fs.writeFileSync(`${folder}/${name}.zones.tsv`, zoneNames(name, zones).join('\n') + '\n')
}
