export const shout = (text: any): string => text + '!'
