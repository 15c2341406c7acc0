export * from 'grown'
