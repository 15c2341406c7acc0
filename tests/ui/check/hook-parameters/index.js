export function setupPlugin(event, meta) {
    meta.name = RegExp.$1
}
