const capitalize = (word) => word.charAt(0).toUpperCase() + word.slice(1)

const lower = (words) => words.map((word) => word.toLowerCase())

// Every convention: how a name of it is recognised, and how words become one.
const conventions = [
    {
        name: 'spaces in between',
        test: (name) => name.includes(' '),
        split: (name) => name.split(' ').filter((word) => word !== ''),
        join: (words) => lower(words).join(' '),
    },
    {
        name: 'snake_case',
        test: (name) => name.includes('_'),
        split: (name) => name.split('_'),
        join: (words) => lower(words).join('_'),
    },
    {
        name: 'kebab-case',
        test: (name) => name.includes('-'),
        split: (name) => name.split('-'),
        join: (words) => lower(words).join('-'),
    },
    {
        name: 'PascalCase',
        test: (name) => isUpper(name[0]),
        split: splitAtCapitals,
        join: (words) => lower(words).map(capitalize).join(''),
    },
    {
        name: 'camelCase',
        test: () => true,
        split: splitAtCapitals,
        join: (words) => lower(words).reduce((joined, word) => joined + (joined ? capitalize(word) : word), ''),
    },
]

function isUpper(letter) {
    return letter !== undefined && letter !== letter.toLowerCase()
}

// `userSignedUp` → user, Signed, Up. A run of capitals stays together: `HTTPError` → HTTP, Error.
function splitAtCapitals(name) {
    const words = []
    let word = ''
    for (let i = 0; i < name.length; i++) {
        const startsWord = isUpper(name[i]) && (!isUpper(name[i - 1]) || (i + 1 < name.length && !isUpper(name[i + 1])))
        if (startsWord && word !== '') {
            words.push(word)
            word = ''
        }
        word += name[i]
    }
    return word === '' ? words : [...words, word]
}

function convert(name, target) {
    const source = conventions.find(({ test }) => test(name))
    const wanted = conventions.find((convention) => convention.name === target)
    if (!wanted) {
        throw new Error(`Unknown naming convention "${target}"`)
    }
    return wanted.join(source.split(name))
}

function processEventBatch(events, { config }) {
    for (const event of events) {
        const isOurs = event.event.startsWith('$') || event.event.startsWith('survey ')
        if (!isOurs) {
            event.event = convert(event.event, config.defaultNamingConvention)
        }
    }
    return events
}

module.exports = { processEventBatch }
