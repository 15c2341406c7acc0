// Runs a plugin step by step and tells which branches of its source each step reached.
import { Branches } from './branches.mjs'
import { Run } from './chain.mjs'

export class Explorer {
    /** `base` is what the sources of plugins are relative to; `source` the plugin; the rest are options of a run. */
    constructor({ base, source, options }) {
        this.base = base
        this.source = source
        this.options = options
        this.branches = new Branches()
        this.runs = []
    }

    /**
     * One step. `start`: nothing. `configs`: sets up a run for each `{ config, attachments }` of `list`. `events`: runs each `[run, line]` of
     * `list`. `end`: runs ticks and teardown everywhere. Answers with the newly reached branches, by item; `end` with all branches.
     */
    async step({ explore, list = [] }) {
        const { branches } = this
        switch (explore) {
            case 'configs':
                return { reached: await this.each(list, (spec) => this.configure(spec)) }
            case 'events':
                return { reached: await this.each(list, ([run, line]) => this.runs[run].line(line)) }
            case 'end':
                await this.each(this.runs, (run) => run.finish())
                return { branches: branches.list, reached: [...branches.told].sort((a, b) => a - b) }
        }
        return {}
    }

    async each(list, action) {
        const reached = []
        for (const item of list) {
            await action(item)
            reached.push(this.branches.take())
        }
        for (const run of this.runs) {
            run.forget()
        }
        return reached
    }

    async configure({ config, attachments }) {
        const pipeline = { plugin: [{ source: this.source, config, attachments }] }
        const run = new Run(pipeline, this.base, { ...this.options, branches: this.branches })
        this.runs.push(run)
        await run.begin()
    }
}
