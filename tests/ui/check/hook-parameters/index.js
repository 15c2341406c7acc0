export function setupPlugin(event, meta) {
    Math.E = meta
}
