import { existsSync } from 'node:fs';
import { longStep, outputOf, SetupFailed } from './step.mjs';

/** What each purpose needs of Debian, and why. */
const needs = {
  start: {
    'g++': 'compiles the database and the card reader bindings',
    make: 'the same',
    python3: 'the same',
    'libpcsclite-dev': 'the card reader bindings are built against it',
    pcscd: 'talks to card readers',
    'fonts-noto-cjk': 'draws Chinese on the screen and on slips',
    'fonts-tlwg-loma-otf': 'draws Thai on the customer display',
  },
  test: {
    'vsmartcard-vpcd': 'a virtual reader inside the real PC/SC daemon',
    chromium: 'the screens are tested in a real browser',
  },
};

/** Installs what is missing when root; says what to install when not. Other systems than Debian are left alone. */
export async function ensureSystemPackages(purpose) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const wanted = { ...needs.start, ...(purpose === 'test' ? needs.test : {}) };
  const missing = await missingOf(Object.keys(wanted));
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) {
    const reasons = missing.map((name) => `    ${name.padEnd(18)} ${wanted[name]}`).join('\n');
    throw new SetupFailed(
      `These system packages are missing:\n${reasons}\n\nInstall them, then run the same command again:\n` +
        `    sudo apt-get install --no-install-recommends ${missing.join(' ')}`,
    );
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await longStep('Reading the list of system packages', 'apt-get', ['update'], { env });
  const install = ['install', '-y', '--no-install-recommends', ...missing];
  await longStep(`Installing system packages: ${missing.join(', ')}`, 'apt-get', install, { env });
}

async function missingOf(names) {
  const format = `--showformat=\${Package} \${db:Status-Status}\n`;
  const { output } = await outputOf('dpkg-query', ['--show', format, ...names]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
}
