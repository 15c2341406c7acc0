export function setupPlugin() {
    throw 'text'
}

export const processEvent = (event) => event
