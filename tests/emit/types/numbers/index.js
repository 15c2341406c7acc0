const LIMIT = 100

function hash(id) {
    let h = 0
    for (let i = 0; i < id.length; i++) {
        h = ((h << 5) - h + id.charCodeAt(i)) | 0
    }
    return h >>> 0
}

export function processEvent(event) {
    const id = String(event.distinct_id)
    const share = (hash(id) % LIMIT) / LIMIT
    event.share = share ** 2 + -1e21 + 0.1
    return share >= 0.5 ? null : event
}
