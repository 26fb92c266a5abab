export * from './counter.ts';
export * from './holder-keys.ts';
export type { Outlet } from './receipt-document.ts';
export * from './selling.ts';
export * from './session.ts';
export * from './signal.ts';
export * from './slips.ts';
export * from './stock-keeping.ts';
export * from './time-keeper.ts';
