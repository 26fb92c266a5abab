export * from './apdu-exchange.ts';
export * from './card-reader.ts';
export * from './nhi-commands.ts';
export * from './nhi-profile.ts';
export * from './pcsc-card-reader.ts';
export * from './read-outcome.ts';
export * from './reader-book.ts';
