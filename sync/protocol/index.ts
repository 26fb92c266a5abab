export * from './entry.ts';
export type { Sale } from './facts/sale.ts';
