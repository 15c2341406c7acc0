export function processEvent(event) {
    const { properties: { plan = 'free', ...others } = {}, ip } = event
    event.plan = plan
    event.email = others?.$set?.email ?? others.contact?.email?.toLowerCase() ?? ip
    event.first = others.list?.[0]
    others.count ||= 0
    others.count += 1
    delete others.secret
    event.rest = { ...others, [plan]: true, list: [...(others.list || []), , 1] }
    return event
}
