const grow = () => {
    let text = 'x'
    for (;;) text += text
}

export function processEvent(event, { global }) {
    switch (event.event) {
        case 'list': {
            const list = []
            for (;;) list.push([list.length])
        }
        case 'object': {
            const object = {}
            for (let i = 0; ; i++) object[`key ${i}`] = { i }
        }
        case 'map': {
            const map = new Map()
            for (let i = 0; ; i++) map.set(i, `value ${i}`)
        }
        case 'repeat':
            return 'x'.repeat(2 ** 29 - 24).length
        case 'join':
            return new Array(3e7).join('text').length
        case 'finally':
            try {
                const list = []
                for (;;) list.push({ n: list.length })
            } catch (error) {
                global.caught = true
            } finally {
                global.finally = true
            }
    }
    event.properties.caught = global.caught
    event.properties.finally = global.finally
    return event
}
