export * from './chain.ts';
export * from './journal.ts';
