export function setupPlugin(event, meta) {
    Math.meta = meta
}
