import { ensureBuilt } from './build.mjs';
import { setUp } from './set-up.mjs';

await setUp('start');
ensureBuilt();
// In this process, so that Ctrl-C reaches the till itself and one process is all there is to end.
process.argv = [process.argv[0], process.argv[1], 'demo'];
await import('../../dist/node/terminal.js');
