import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setUp } from './set-up.mjs';

await setUp('test');

const report = 'artefacts/tests.json';
mkdirSync('artefacts', { recursive: true });
rmSync(report, { force: true });

/** Runs one program of `node_modules`; true if it ended well. What it says is shown at once, or when it has ended. */
async function passes(title, shown, script, ...args) {
  if (shown === 'at once') process.stdout.write(`\n• ${title}\n`);
  const child = spawn(process.execPath, [`node_modules/${script}`, ...args], {
    stdio: shown === 'at once' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said.push(bytes));
  const [code] = await once(child, 'close');
  if (shown === 'at the end') process.stdout.write(`\n• ${title}\n${Buffer.concat(said)}`);
  return code === 0;
}

const checks = await Promise.all([
  passes('Types', 'at the end', 'typescript/bin/tsc', '--noEmit'),
  passes('Lint', 'at the end', '@biomejs/biome/bin/biome', 'check', '.'),
]);
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const ended = await passes('Tests', 'at once', 'vitest/vitest.mjs', 'run', ...reporters);

const { numPassedTests, numFailedTests, numPendingTests } = testCounts();
const passed = numPassedTests + checks.filter(Boolean).length;
// A run that broke off outside any test (a file that does not load, an unhandled error) still has failed.
const failed = numFailedTests + checks.filter((ok) => !ok).length || (ended ? 0 : 1);
if (numPendingTests > 0) process.stdout.write(`${numPendingTests} tests did not run\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && numPendingTests === 0 ? 0 : 1;

function testCounts() {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0 };
  }
}
