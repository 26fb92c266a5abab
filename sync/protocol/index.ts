export * from './entry.ts';
export type { Sale } from './facts/sale.ts';
export { type DayClosed, type DayFigures, dayFiguresSchema } from './facts/shop.ts';
