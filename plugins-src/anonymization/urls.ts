/** What a URL tells without its query and fragment; other texts as they are. */
export function withoutSecrets(text: any): any {
    if (typeof text !== 'string' || !text.startsWith('http')) {
        return text
    }
    try {
        const url = new URL(text)
        return url.hash || url.search ? `${url.origin}${url.pathname}` : text
    } catch {
        return text
    }
}
