import { spawn } from 'node:child_process';

/** Ends the set-up with a sentence for the person who waits. */
export class SetupFailed extends Error {}

const say = (text) => process.stdout.write(`${text}\n`);

/**
 * Runs a command that may take minutes: says what it is for, every ten seconds that it still goes on, and how long it
 * took. Its own output is shown only if it fails.
 */
export async function longStep(purpose, command, args, options = {}) {
  say(`• ${purpose} …`);
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1000);
  const ticker = setInterval(() => say(`    still at it, ${seconds()} s`), 10_000);
  try {
    const { code, output } = await outputOf(command, args, options);
    if (code !== 0)
      throw new SetupFailed(`${output.trimEnd()}\n\n${purpose}: failed (${command} ended with ${code}).`);
    say(`    done, ${seconds()} s`);
  } finally {
    clearInterval(ticker);
  }
}

/** @returns {Promise<{ code: number, output: string }>} never rejects: a command that cannot start has code 127 */
export function outputOf(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a script on Windows and needs a shell there.
      shell: process.platform === 'win32',
      ...options,
      env: { ...process.env, ...options.env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
