import { ensureNpmPackages } from './npm-packages.mjs';
import { SetupFailed } from './step.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);

/** Makes this machine able to `start` or to `test`. What is there already costs a fraction of a second. */
export async function setUp(purpose) {
  try {
    if (major < 20 || (major === 20 && minor < 19)) {
      throw new SetupFailed(`Node 20.19 or newer is needed; this is ${process.version}.`);
    }
    await ensureSystemPackages(purpose);
    await ensureNpmPackages();
  } catch (error) {
    process.stderr.write(`${error instanceof SetupFailed ? error.message : error.stack}\n`);
    process.exit(1);
  }
}
