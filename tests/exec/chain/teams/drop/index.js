export const processEvent = () => null
