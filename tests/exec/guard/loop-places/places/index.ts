import { spin } from './lib/spin'

enum Kind { A, B }

/* a comment
   over two lines */ const one = () => { while (true) {} }

export function processEvent(event: any) {
    if (event.event === 'one') one()
    if (event.event === 'spin') spin('é🦔')
	if (event.event === 'tab') { 	for (;;) {} }
    return event
}
