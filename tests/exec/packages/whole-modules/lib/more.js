export const more = ['m']
export default 'not handed on'
