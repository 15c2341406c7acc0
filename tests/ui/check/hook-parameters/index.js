export function setupPlugin(event, meta) {
    new console(meta)
}
