export * from './database.ts';
export * from './faults.ts';
export * from './lock.ts';
export * from './print-jobs.ts';
export * from './sales.ts';
export * from './store.ts';
export * from './verify.ts';
