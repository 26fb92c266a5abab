export * from './document.ts';
export * from './printer.ts';
