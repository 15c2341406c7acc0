// Marks which branches of a plugin's source are reached: every function, both ways of `if` and `?:`, every case, every loop body, every
// `catch`, every right side of `&&`, `||` and `??`, every default value. What runs is otherwise the plugin; comparisons never run this form.

export class Branches {
    /** All branches, in the order of their marks: `{ file, line, column, what }`, counted from 1, columns in UTF-16 code units. */
    list = []
    /** One byte for each branch, 1 once it was reached. Larger than any plugin needs, so that it never moves. */
    marks = new Uint8Array(1 << 20)
    /** Files in marked form, so that each is marked once. */
    transformed = new Map()
    /** The marks that `take` has told of already. */
    told = new Set()

    /** The branches that were reached since the last call. */
    take() {
        const news = []
        for (let index = 0; index < this.list.length; index++) {
            if (this.marks[index] === 1 && !this.told.has(index)) {
                this.told.add(index)
                news.push(index)
            }
        }
        return news
    }

    /** A Babel plugin that marks the branches of `file` in `__marks`. */
    marking(file) {
        return ({ types }) => {
            const mark = (node, what) => {
                const { line, column } = node.loc.start
                const index = this.list.push({ file, line, column: column + 1, what }) - 1
                return types.assignmentExpression(
                    '=',
                    types.memberExpression(types.identifier('__marks'), types.numericLiteral(index), true),
                    types.numericLiteral(1)
                )
            }
            const statement = (node, what) => types.expressionStatement(mark(node, what))
            // Nodes are changed in place, when what is in them has been visited: nothing is visited twice.
            const before = (node, key, what) => {
                if (node[key].loc) {
                    node[key] = types.sequenceExpression([mark(node[key], what), node[key]])
                }
            }
            const within = (node, key, what) => {
                const body = node[key]
                const block = types.isBlockStatement(body) ? body : types.blockStatement(body ? [body] : [])
                block.body.unshift(statement(body?.loc ? body : node, what))
                node[key] = block
            }
            const leave = {
                Function({ node }) {
                    if (!node.loc || !node.body || node.declare) {
                        return
                    }
                    if (types.isBlockStatement(node.body)) {
                        node.body.body.unshift(statement(node, 'function'))
                    } else {
                        before(node, 'body', 'function')
                    }
                },
                IfStatement({ node }) {
                    within(node, 'consequent', 'if')
                    within(node, 'alternate', 'else')
                },
                ConditionalExpression({ node }) {
                    before(node, 'consequent', '? …')
                    before(node, 'alternate', ': …')
                },
                LogicalExpression({ node }) {
                    before(node, 'right', node.operator)
                },
                SwitchCase({ node }) {
                    node.consequent.unshift(statement(node, node.test ? 'case' : 'default'))
                },
                Loop({ node }) {
                    within(node, 'body', 'loop')
                },
                CatchClause({ node }) {
                    node.body.body.unshift(statement(node, 'catch'))
                },
                AssignmentPattern({ node }) {
                    before(node, 'right', 'default value')
                },
            }
            const leaving = Object.fromEntries(Object.entries(leave).map(([name, exit]) => [name, { exit: (path) => exit(path) }]))
            return { visitor: { Program: (path) => path.traverse(leaving) } }
        }
    }
}
