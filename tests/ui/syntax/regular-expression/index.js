const EMOJI = /^\p{RGI_Emoji}$/v

export function processEvent(event) {
    const path = String(event.properties.$pathname)
    if (/^\/(blog|news\//.test(path)) {
        event.properties.is_blog = true
    }
    event.properties.parts = path.split(/[z-a]/u).filter((part) => !EMOJI.test(part))
    event.properties.hidden = /(?<x>a)\k<y>/i.test(path) || RegExp.$1 === ''
    return event
}
