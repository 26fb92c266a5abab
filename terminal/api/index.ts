export * from './commands.ts';
export * from './session.ts';
export * from './snapshot.ts';
export * from './socket.ts';
