import { check } from './show'

const account = {
    balance: 10,
    deposit(amount) {
        this.balance += amount
        return this
    },
    read() {
        return this.balance
    },
    later() {
        return () => this.balance
    },
    nested: {
        balance: 'nested',
        read() {
            return this.balance
        },
    },
    arrow: () => typeof this,
    plain: function () {
        return this.balance
    },
}

export function processEvent(event) {
    check('method', () => account.deposit(5).read())
    check('chained', () => account.deposit(1).deposit(2).balance)
    check('later', () => account.later()())
    check('nested', () => account.nested.read())
    check('plain', () => account.plain())
    check('computed', () => account['read']())
    check('optional', () => account?.read())
    check('optional call', () => account.read?.())
    check('in parentheses', () => (account.read)())
    check('as a callback', () => ['x'].map((x) => account.read() + x))
    check('another object', () => {
        const other = { balance: 'other', read: account.read }
        return other.read()
    })
    check('call', () => account.read.call({ balance: 'called' }))
    check('apply', () => account.read.apply({ balance: 'applied' }, []))
    check('bind', () => account.read.bind({ balance: 'bound' })())
    check('arrow at the top', () => account.arrow())
    return event
}
