import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { BadConfiguration, loadCentralConfig } from './config.ts';

const none = '/nowhere/central.json';

const fault = (environment: NodeJS.ProcessEnv, file = none): string => {
  try {
    loadCentralConfig(environment, file);
  } catch (error) {
    if (error instanceof BadConfiguration) return error.message;
    throw error;
  }
  return 'good';
};

describe('the settings', () => {
  it('have a default for everything', () => {
    expect(loadCentralConfig({ HOME: '/root' }, none)).toEqual({
      ...{ purpose: 'shop', host: '127.0.0.1', port: 8030, dataFolder: 'central-data', tls: null },
      ...{ store: { type: 'sqlite', folder: 'central-data' }, connectionsPerAddress: 256 },
      ...{ inFront: 'nobody', tiles: null },
    });
  });

  it.each([
    'https://tiles.example/{z}/{x}/{y}.png',
    'https://{s}.tiles.example:8443/a/{z}/{x}/{y}.png?style=plain',
    'http://127.0.0.1:9000/{z}/{x}/{y}.png',
  ])('name a tile server %s, and whom to thank', (CENTRAL_TILES) => {
    const { tiles } = loadCentralConfig({ CENTRAL_TILES, CENTRAL_TILES_THANKS: '© somebody' }, none);
    expect(tiles).toEqual({ url: CENTRAL_TILES, thanks: '© somebody' });
  });

  it.each([
    'http://tiles.example/{z}/{x}/{y}.png',
    'https://tiles.example/{z}/{x}.png',
    "https://tiles.example; script-src 'unsafe-inline'/{z}/{x}/{y}",
    'javascript://x/{z}{x}{y}',
  ])('do not take %s for a tile server', (CENTRAL_TILES) => {
    expect(fault({ CENTRAL_TILES })).toMatch(/^CENTRAL_TILES: use https/);
  });

  it('of the environment stand before those of central.json', () => {
    const file = join(freshFolder(), 'central.json');
    writeFileSync(file, JSON.stringify({ CENTRAL_PORT: 9000, CENTRAL_DATA: 'a' }));
    expect(loadCentralConfig({ CENTRAL_PORT: '9001' }, file)).toMatchObject({ port: 9001, dataFolder: 'a' });
  });

  it.each([
    ['sqlite:/srv/x', { type: 'sqlite', folder: '/srv/x' }],
    ['postgres://a:b@host/db', { type: 'postgres', url: 'postgres://a:b@host/db' }],
  ])('name the store %s', (text, store) => {
    expect(loadCentralConfig({ CENTRAL_STORE: text }, none).store).toEqual(store);
  });

  it('let a proxy bound its own clients', () => {
    const config = loadCentralConfig({ CENTRAL_HOST: '0.0.0.0', CENTRAL_BEHIND_PROXY: 'yes' }, none);
    expect(config).toMatchObject({ host: '0.0.0.0', connectionsPerAddress: null, inFront: 'proxy' });
  });

  it.each<[NodeJS.ProcessEnv, RegExp]>([
    [{ CENTRAL_PORT: '70000' }, /^CENTRAL_PORT: /],
    [{ CENTRAL_STORE: 'mysql://x' }, /^CENTRAL_STORE: use sqlite:PATH or postgres/],
    [{ CENTRAL_PROT: '1' }, /^CENTRAL_PROT: no such setting$/],
    [{ CENTRAL_HOST: '0.0.0.0' }, /^CENTRAL_HOST: 0\.0\.0\.0 is not this machine alone/],
    [{ CENTRAL_TLS_CERT: '/x' }, /go together$/],
    [{ CENTRAL_TLS_CERT: '/nowhere/x', CENTRAL_TLS_KEY: '/nowhere/y' }, /ENOENT/],
    [{ CENTRAL_BEHIND_PROXY: 'perhaps' }, /^CENTRAL_BEHIND_PROXY: /],
  ])('%o is named as wrong', (environment, message) => {
    expect(fault(environment)).toMatch(message);
  });

  it('all that is wrong is named at once, and a file that is no JSON', () => {
    expect(fault({ CENTRAL_PORT: 'x', CENTRAL_STORE: 'y' }).split('\n')).toHaveLength(2);
    const file = join(freshFolder(), 'central.json');
    writeFileSync(file, '[1]');
    expect(fault({}, file)).toMatch(/is not a JSON object/);
  });
});
