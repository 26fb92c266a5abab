import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setUp } from './set-up.mjs';

await setUp('test');

const report = 'artefacts/tests.json';
mkdirSync('artefacts', { recursive: true });
rmSync(report, { force: true });

/** Runs one program of `node_modules` in the foreground; true if it ended well. */
function passes(title, script, ...args) {
  process.stdout.write(`\n• ${title}\n`);
  return spawnSync(process.execPath, [`node_modules/${script}`, ...args], { stdio: 'inherit' }).status === 0;
}

const checks = [
  passes('Types', 'typescript/bin/tsc', '--noEmit'),
  passes('Lint', '@biomejs/biome/bin/biome', 'check', '.'),
];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const ended = passes('Tests', 'vitest/vitest.mjs', 'run', ...reporters);

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
