export * from './card-reader.ts';
