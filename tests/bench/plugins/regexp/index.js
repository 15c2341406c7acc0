// Regular expressions as plugins use them. An event names a case and how often to run it; any other event asks for the time.
const EMAILS = ['jane.doe@example.com', 'no-reply+tag@mail.example.co.uk', 'not an address', 'someone@localhost', 'x@y.z']
const IPS = ['192.168.0.1', '2001:0db8:85a3:0000:0000:8a2e:0370:7334', '255.255.255.255', '10.0.0', 'localhost']
const IDS = ['0189e1a5-3d1c-7c05-8b5c-6a1a7a3d2f10', '6f9619ff-8b86-d011-b42d-00cf4fc964ff', 'anonymous', '12345']
const URLS = [
    'https://www.example.com/products/shoes?utm_source=google&utm_medium=cpc&utm_campaign=spring&gclid=abc123#reviews',
    'http://localhost:8000/',
    'https://app.posthog.com/insights/new?insight=TRENDS&interval=day&display=ActionsLineGraph',
    'ftp://files.example.org/a/b/c.txt',
]
const PATHS = ['/en/docs/getting-started/', '/users/12345/orders/67890', '/', '/blog/2023/11/a-long-title-with-many-words-in-it/']
const DATES = ['2023-11-14', '2023-11-14T22:13:20.000Z', '14/11/2023', 'yesterday', '2023-02-30T00:00:00+01:00']
const AGENTS = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:109.0) Gecko/20100101 Firefox/119.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
]
const NAMES = ['$feature_flag_called', 'invite sent', 'User Signed Up', 'pageView', 'order_completed']
const TITLES = ['  Hello,   World!  ', 'Crème brûlée & café', 'A plain title', 'snake_case and-kebab case 123']
const VERSIONS = ['1.20.3', 'v2.0.0-beta.1', '119.0.6045.105', 'unknown']
const PROSE = 'The quick brown fox jumps over the lazy dog, and nobody was surprised at all. '
const LONG = PROSE.repeat(128)
const LONG_CSV = 'alpha, beta,gamma,  delta,epsilon; '.repeat(300)
const LONG_HTML = '<p class="x">Some <b>bold</b> text &amp; a <a href="https://example.com/?q=1">link</a></p>\n'.repeat(110)
const LONG_LOG = '2023-11-14T22:13:20Z INFO request 4711 from 10.1.2.3 took 12 ms\n'.repeat(160)
const EXPLOSIVE = 'a'.repeat(20) + '!'

const count = (texts, matches) => {
    let found = 0
    for (const text of texts) if (matches(text)) found++
    return found
}
const each = (texts, make) => {
    let last
    for (const text of texts) last = make(text)
    return last
}

const CASES = {
    'email, simple': () => count(EMAILS, (text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)),
    'email, full': () =>
        count(EMAILS, (text) =>
            /^(([^<>()[\]\\.,;:\s@"]+(\.[^<>()[\]\\.,;:\s@"]+)*)|(".+"))@((\[[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}\])|(([a-zA-Z\-0-9]+\.)+[a-zA-Z]{2,}))$/.test(text)
        ),
    'ip address': () => count(IPS, (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text)),
    'ip address, simple': () => count(IPS, (text) => /^\d{1,3}(\.\d{1,3}){3}$/.test(text)),
    'uuid': () => count(IDS, (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)),
    'only digits': () => count(IDS, (text) => /^\d+$/.test(text)),
    'iso date': () => count(DATES, (text) => /^\d{4}-\d{2}-\d{2}/.test(text)),
    'iso date, parts': () => each(DATES, (text) => text.match(/^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}))?/)),
    'iso date, named': () => each(DATES, (text) => /(?<year>\d{4})-(?<month>\d{2})/.exec(text)?.groups.year),
    'url, protocol': () => count(URLS, (text) => /^https?:\/\//.test(text)),
    'url, host': () => each(URLS, (text) => text.match(/^https?:\/\/(www\.)?([^\/?#:]+)/)),
    'url, strip': () => each(URLS, (text) => text.replace(/^https?:\/\/(www\.)?/, '')),
    'url, query parameter': () => each(URLS, (text) => /[?&]utm_campaign=([^&#]*)/.exec(text)),
    'url, all parameters': () => each(URLS, (text) => text.match(/[?&][^=&#]+=[^&#]*/g)),
    'url, without query': () => each(URLS, (text) => text.replace(/[?#].*$/, '')),
    'url, parts': () => each(URLS, (text) => /^(([^:/?#]+):)?(\/\/([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?/.exec(text)),
    'path, last slash': () => each(PATHS, (text) => text.replace(/\/$/, '')),
    'path, numbers': () => each(PATHS, (text) => text.replace(/\/\d+/g, '/:id')),
    'path, segments': () => each(PATHS, (text) => text.split(/\//)),
    'path, language': () => each(PATHS, (text) => /^\/([a-z]{2})(?=\/|#|\?|$)(.*)/.exec(text)),
    'agent, browser': () => each(AGENTS, (text) => /(chrome|firefox|safari)\/([\d.]+)/i.exec(text)),
    'agent, bot': () => count(AGENTS, (text) => /bot|crawler|spider|crawling/i.test(text)),
    'agent, mobile': () => count(AGENTS, (text) => /Mobile|iP(hone|od|ad)|Android|BlackBerry/.test(text)),
    'agent, system': () => each(AGENTS, (text) => /Windows NT ([\d.]+)|Mac OS X ([\d_.]+)|iPhone OS ([\d_]+)/.exec(text)),
    'name, first': () => count(NAMES, (text) => /^\$/.test(text)),
    'name, to snake case': () => each(NAMES, (text) => text.replace(/([a-z])([A-Z])/g, '$1_$2')),
    'name, words': () => each(NAMES, (text) => text.replace(/[\s_]+/g, '-')),
    'name, upper case': () => each(NAMES, (text) => text.replace(/_./g, (found) => found[1])),
    'title, slug': () => each(TITLES, (text) => text.replace(/[^a-zA-Z0-9]+/g, '-')),
    'title, spaces': () => each(TITLES, (text) => text.replace(/\s+/g, ' ')),
    'title, trim': () => each(TITLES, (text) => text.replace(/^\s+|\s+$/g, '')),
    'title, nothing to replace': () => each(TITLES, (text) => text.replace(/[<>]/g, '')),
    'version': () => each(VERSIONS, (text) => text.match(/^v?(\d+)\.(\d+)\.(\d+)(?:-([\w.]+))?/)),
    'boundary': () => count(TITLES, (text) => /\bcase\b/.test(text)),
    'long: literal, absent': () => LONG.search(/unicorn/),
    'long: ignoring case, absent': () => LONG.search(/unicorn/i),
    'long: alternatives, absent': () => LONG.search(/unicorn|dragon|griffin|phoenix/),
    'long: email, absent': () => LONG.search(/[\w.+-]+@[\w-]+\.[\w.]+/),
    'long: digits, absent': () => LONG.search(/\d{3}-\d{4}/),
    'long: words': () => LONG.match(/\w+/g).length,
    'long: capitals': () => LONG.match(/[A-Z][a-z]+/g).length,
    'long: a letter': () => LONG.replace(/o/g, '0').length,
    'long: not in a class': () => LONG.replace(/[^a-z0-9]/gi, '').length,
    'long: nothing to replace': () => LONG.replace(/[<>"]/g, '').length,
    'long: split at commas': () => LONG_CSV.split(/,\s*/).length,
    'long: split at spaces': () => LONG.split(/\s+/).length,
    'long: tags': () => LONG_HTML.replace(/<[^>]*>/g, '').length,
    'long: links': () => LONG_HTML.match(/href="([^"]*)"/g).length,
    'long: addresses': () => LONG_LOG.match(/\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g).length,
    'long: lines': () => LONG_LOG.match(/^.*INFO.*$/gm).length,
    'nested quantifiers': () => count([EXPLOSIVE], (text) => /^(a+)+$/.test(text)),
}

function processEvent(event) {
    const run = CASES[event.event]
    if (!run) {
        event.properties.now = Date.now()
        return event
    }
    let result
    for (let left = event.properties.count; left > 0; left--) result = run()
    event.properties.result = result
    return event
}

module.exports = { CASES, processEvent }
