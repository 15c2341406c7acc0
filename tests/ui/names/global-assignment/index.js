export function setupPlugin() {
    JSON = { stringify: String }
}
