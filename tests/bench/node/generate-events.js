// node generate-events.js N MODE OUT: deterministic PostHog-like events as NDJSON. MODE: main (compact), spaced (as json.dumps of Python writes),
// nasty (duplicate, integer-like and escaped keys, __proto__, odd numbers, lone surrogates, whitespace; always valid for JSON.parse).
const fs = require('fs')
const N = +process.argv[2], mode = process.argv[3], out = process.argv[4]
let s = 0x9E3779B9
function rnd() { s |= 0; s = s + 0x6D2B79F5 | 0; let t = Math.imul(s ^ s >>> 15, 1 | s); t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t; return ((t ^ t >>> 14) >>> 0) / 4294967296 }
const ri = (a, b) => a + Math.floor(rnd() * (b - a + 1))
const pick = a => a[Math.floor(rnd() * a.length)]
const hex = n => { let r = ''; for (let i = 0; i < n; i++) r += '0123456789abcdef'[ri(0, 15)]; return r }
const uuid = () => `${hex(8)}-${hex(4)}-7${hex(3)}-a${hex(3)}-${hex(12)}`
const alnum = n => { let r = ''; for (let i = 0; i < n; i++) r += 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'[ri(0, 61)]; return r }
const browsers = ['Chrome', 'Safari', 'Firefox', 'Microsoft Edge', 'Mobile Safari', 'Opera']
const oses = ['Mac OS X', 'Windows', 'Linux', 'iOS', 'Android']
const hosts = ['app.example.com', 'www.shop-example.org', 'docs.example.io', 'beta.example.com:8000']
const paths = ['/', '/pricing', '/blog/how-we-built-it', '/product/123/details', '/insights/new', '/signup', '/docs/libraries/js', '/caf\u00e9/men\u00fc']
const names = ['Zo\u00eb', 'Jos\u00e9 Mart\u00ednez', '\u5c71\u7530\u592a\u90ce', 'Anna', 'Bob "the builder"', 'O\'Neil', 'Line\nbreak', 'Back\\slash', '\ud83d\ude80 rocket', 'Chris', 'Dana', 'Eli', 'Fran', 'Gus', 'Hal', 'Ivy', 'Jo', 'Kim', 'Lee', 'Max']
const custom = ['signed_up', 'purchase completed', 'insight viewed', 'feature_used', 'video played', 'invite sent']
const ts = (off) => new Date(1704067200000 + off).toISOString()
function url(host, path) {
  let u = 'https://' + host + path
  const q = []
  if (rnd() < 0.35) { q.push('utm_source=' + pick(['google', 'newsletter', 'twitter', 'hn'])); q.push('utm_medium=' + pick(['cpc', 'email', 'social'])); q.push('utm_campaign=' + pick(['spring_sale', 'launch-2024', 'retarget%20q1'])) }
  if (rnd() < 0.25) q.push('ref=' + alnum(8))
  if (rnd() < 0.2) q.push('page=' + ri(1, 40))
  if (rnd() < 0.1) q.push('q=' + pick(['hello+world', 'caf%C3%A9', 'a%26b', '']))
  if (rnd() < 0.05) q.push('debug')
  if (q.length) u += '?' + q.join('&')
  if (rnd() < 0.1) u += '#section-' + ri(1, 9)
  return [u, q]
}
function ver() { const r = rnd(); return r < 0.7 ? `${ri(80, 125)}.${ri(0, 9)}.${ri(0, 6500)}` : r < 0.9 ? ri(12, 125) : r < 0.97 ? `${ri(10, 17)}.${ri(0, 6)}` : `${ri(1, 9)}.${ri(0, 9)}.${ri(0, 9)}-beta+exp.sha.${hex(7)}` }
function elements() {
  const n = ri(2, 5), r = []
  for (let i = 0; i < n; i++) {
    const e = { tag_name: pick(['a', 'div', 'button', 'span', 'li', 'ul']), nth_child: ri(1, 9), nth_of_type: ri(1, 5), attr__class: pick(['btn btn-primary', 'nav-item active', 'card w-full p-4 shadow', 'LemonButton LemonButton--secondary']) , classes: ['btn', 'x' + ri(1, 99)] }
    if (i == 0) { e.$el_text = pick(['Sign up', 'Se connecter \u2192', 'Buy "now"', 'Next', 'Save', 'Cancel', 'Continue', 'Learn more']); e.attr__href = pick(['/signup', 'https://example.com/?a=1&b=2', '#']) }
    r.push(e)
  }
  return r
}
const users = Math.max(50, N / 20 | 0)
function event(i) {
  const r = rnd()
  const name = r < 0.45 ? '$pageview' : r < 0.75 ? '$autocapture' : r < 0.80 ? '$identify' : r < 0.84 ? '$pageleave' : r < 0.86 ? '$feature_flag_called' : r < 0.88 ? '$web_vitals' : pick(custom)
  const off = i * 37
  const host = pick(hosts), path = pick(paths)
  const [u] = url(host, path)
  const did = (() => { const k = ri(0, users); let t = s; s = k * 2654435761 | 0; const v = k % 5 == 0 ? `user${k}@example.com` : uuid(); s = t; return v })()
  const p = {}
  p.$os = pick(oses)
  if (rnd() < 0.8) p.$os_version = pick(['10.15.7', '14.2.1', '10.0', '17.1', '13'])
  p.$browser = pick(browsers)
  p.$device_type = pick(['Desktop', 'Desktop', 'Mobile', 'Tablet'])
  p.$current_url = u
  p.$host = host
  p.$pathname = path
  p.$raw_user_agent = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/' + ri(80, 125) + '.0.0.0 Safari/537.36'
  p.$browser_version = ver()
  p.$browser_language = pick(['en-US', 'en-GB', 'fr', 'de-DE', 'ja'])
  p.$screen_height = pick([1080, 900, 1440, 844]); p.$screen_width = pick([1920, 1440, 2560, 390])
  p.$viewport_height = ri(500, 1300); p.$viewport_width = ri(360, 2500)
  p.$lib = 'web'; p.$lib_version = `1.${ri(80, 110)}.${ri(0, 5)}`
  p.$insert_id = alnum(16); p.$time = (1704067200000 + off) / 1000
  p.distinct_id = did; p.$device_id = uuid()
  if (rnd() < 0.3) { p.$app_version = `${ri(1, 5)}.${ri(0, 20)}.${ri(0, 9)}`; p.$app_build = ri(100, 999) }
  p.$referrer = rnd() < 0.5 ? '$direct' : 'https://www.google.com/'; p.$referring_domain = p.$referrer == '$direct' ? '$direct' : 'www.google.com'
  if (rnd() < 0.35) { p.utm_source = 'google'; p.utm_medium = 'cpc'; p.utm_campaign = 'spring_sale'; p.gclid = rnd() < 0.3 ? alnum(40) : null }
  p.$initial_referrer = p.$referrer; p.$initial_referring_domain = p.$referring_domain
  if (rnd() < 0.4) { p.$active_feature_flags = ['new-nav', 'pricing-test', 'beta-' + ri(1, 9)]; p['$feature/new-nav'] = true; p['$feature/pricing-test'] = pick(['control', 'test', 'test-b']); p['$feature/beta'] = rnd() < 0.5 }
  p.token = 'phc_' + alnum(43); p.$session_id = uuid(); p.$window_id = uuid(); p.$pageview_id = uuid()
  p.$is_identified = rnd() < 0.3
  if (name == '$autocapture') { p.$event_type = pick(['click', 'submit', 'change']); p.$ce_version = 1; if (rnd() < 0.5) p.$elements = elements(); else p.$elements_chain = elements().map(e => `${e.tag_name}.${e.attr__class.split(' ').join('.')}:attr__class="${e.attr__class}"nth-child="${e.nth_child}"nth-of-type="${e.nth_of_type}"`).join(';') }
  if (name == '$pageleave') { p.$prev_pageview_duration = rnd() * 300; p.$prev_pageview_max_scroll_percentage = rnd() }
  if (name == '$web_vitals') { p.$web_vitals_LCP_value = rnd() * 4000; p.$web_vitals_CLS_value = rnd() / 10 }
  if (name == '$identify') { p.$anon_distinct_id = uuid(); p.$set = { email: `user${i}@example.com`, name: pick(names), plan: pick(['free', 'scale', 'enterprise']), is_admin: rnd() < 0.1, seats: ri(1, 500), mrr: Math.round(rnd() * 1e6) / 100 } }
  if (custom.includes(name)) { p.amount = Math.round(rnd() * 1e5) / 100; p.currency = pick(['USD', 'EUR', 'GBP']); p.items = Array.from({ length: ri(0, 4) }, () => ({ sku: alnum(8), qty: ri(1, 5), price: ri(100, 9999) / 100, tags: rnd() < .3 ? [] : ['t' + ri(1, 9)] })); p.note = rnd() < 0.3 ? pick(names) : null; p.title = pick(['Pricing \u2013 Example', 'Home | Example', 'Docs "quick start"', 'Blog', 'Home', 'Start', 'Product']) }
  if (rnd() < 0.9) p.$set_once = { $initial_os: p.$os, $initial_browser: p.$browser, $initial_current_url: u, $initial_referrer: p.$referrer, $initial_utm_source: null }
  if (rnd() < 0.6) { p.$geoip_city_name = pick(['Berlin', 'M\u00fcnchen', 'San Francisco', 'Paris', 'London', 'Sydney', 'Austin', 'S\u00e3o Paulo', '\u6771\u4eac']); p.$geoip_country_code = pick(['DE', 'US', 'BR', 'JP']); p.$geoip_latitude = Math.round(rnd() * 18e5) / 1e4 - 90; p.$geoip_longitude = Math.round(rnd() * 36e5) / 1e4 - 180; p.$geoip_postal_code = '' + ri(10000, 99999); p.$geoip_time_zone = 'Europe/Berlin' }
  return { uuid: uuid(), event: name, distinct_id: did, ip: `${ri(1, 223)}.${ri(0, 255)}.${ri(0, 255)}.${ri(1, 254)}`, site_url: 'https://' + host, team_id: ri(1, 9999), now: ts(off + 150), sent_at: ts(off + 120), timestamp: ts(off), offset: ri(0, 4000), properties: p }
}
function spaced(v) { // python json.dumps style: ", " ": " ensure_ascii
  if (v === null || typeof v === 'boolean') return String(v)
  if (typeof v === 'number') return (Number.isInteger(v) && rnd() < 0.02) ? v + '.0' : String(v)
  if (typeof v === 'string') return JSON.stringify(v).replace(/[\u0080-\uffff]/g, c => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))
  if (Array.isArray(v)) return '[' + v.map(spaced).join(', ') + ']'
  return '{' + Object.keys(v).map(k => spaced(k) + ': ' + spaced(v[k])).join(', ') + '}'
}
const weird = [() => '1.0', () => '1e3', () => '-0', () => '-0.0', () => '1E400', () => '123456789012345678901234567890', () => '0.1e-7', () => '1.50', () => '9007199254740993', () => '0.30000000000000004', () => '1700000000.123456', () => '1e21', () => '5e-324', () => '"\\/path\\/x"', () => '"\\u00e9\\u4e2d"', () => '"\\ud83d\\ude80"', () => '"\\ud800 lone"', () => '"x\\udc00"', () => '"\\u001F\\u001f\\b\\u0008"', () => '"\\u0041"', () => '{"2":1,"1":2,"b":3,"a":4,"01":5,"4294967295":6,"4294967294":7}', () => '{"a":1,"b":2,"a":3}', () => '{"__proto__":{"x":1},"constructor":1}', () => '[ ]', () => '{ }', () => '[1 , 2,\t3]', () => '{"a" : {"b":[1,{"c":"d\\/e"}]}}', () => '""', () => '{"":1}', () => '"\u2028\u007f"', () => '{"\\u0061":1,"a":2}', () => 'null', () => '[[],[[]],{}]', () => '1e-7', () => '0.000001', () => '123e-20', () => '100000000000000000000', () => '999999999999999900000', () => '0.1', () => '-1.5e+5']
function nasty(i) {
  const e = event(i)
  let str = rnd() < 0.3 ? spaced(e) : JSON.stringify(e)
  const k = ri(1, 6); const extras = []
  for (let j = 0; j < k; j++) { const key = pick(['zz' + j, '' + ri(0, 30), 'a\\u0062c', '$os', 'hello', 'token', '$browser_version', '$app_version', '$current_url', 'url_ref', '$set', 'weird \\"key\\"', 'k\u00e9y', '__proto__', '$os_version', '\\u0024os']); extras.push('"' + key + '":' + (key === '$current_url' && rnd() < .7 ? pick(['"https:\\/\\/x.com\\/?1=2&0=1&\\u0061=b&utm_source=\\"x\\"&utm_source=2"', '"https://caf\u00e9.com?\u00e9=\u00fc&=x&&y#z?b"', '"?"', '"a?b=c=d"']) : /version/.test(key) && rnd() < .7 ? pick(['"1.2.3"', '"v1.x.3"', '" 12 .0x1f.-4"', '"1"', '""', '"12345678901234567890123.1e3.007"', '"-0.5"', '"\\u0031.2"']) : pick(weird)())) }
  if (rnd() < 0.8) str = str.replace(/\}\s*\}$/, m => ',' + extras.join(rnd() < .5 ? ',' : ' , ') + '}}')
  const r = rnd()
  if (r < 0.05) str = str.replace(/"event":\s*"/, m => '"event":"dup","x":1,' + m)
  else if (r < 0.08) str = str.replace(/"properties":.*$/, '"properties":null}')
  else if (r < 0.10) str = str.replace(/,\s*"properties":.*$/, '}')
  else if (r < 0.13) str = str.slice(0, -1) + ',"7":"int key","properties2":{},"ip":' + pick(weird)() + '}'
  else if (r < 0.15) str = str.replace(/"distinct_id":/, '"distinct_id":"caf\u00e9 \ud83d\ude80","d2":')
  else if (r < 0.17) str = '  ' + str + ' '
  else if (r < 0.19) str = str.replace(/"properties":.*$/, '"properties":{}}')
  JSON.parse(str)
  return str
}
const fd = fs.openSync(out, 'w'); let buf = []
for (let i = 0; i < N; i++) {
  const e = mode === 'nasty' ? nasty(i) : mode === 'spaced' ? spaced(event(i)) : JSON.stringify(event(i))
  buf.push(e + '\n'); if (buf.length == 1000) { fs.writeSync(fd, buf.join('')); buf = [] }
}
fs.writeSync(fd, buf.join('')); fs.closeSync(fd)
