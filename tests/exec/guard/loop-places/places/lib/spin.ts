export const spin = (text: string): void => { let n: number = 0; do { n++ } while (n > 0 as unknown as boolean) }
