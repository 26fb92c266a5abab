import { ensureBuilt } from './build.mjs';

const [node, , name, ...words] = process.argv;
ensureBuilt();
process.argv = [node, name, ...words];
await import(`../../dist/node/${name}.js`);
