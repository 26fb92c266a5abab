import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import type { Purpose } from '#services';
import { BadConfiguration, loadConfig } from './config.ts';

const shop = { TERMINAL_OUTLET: '5901010058' };

function complaint(purpose: Purpose, environment: Record<string, string>, file?: string): string {
  try {
    loadConfig(purpose, environment, file ?? join(freshFolder(), 'terminal.json'));
    return 'none';
  } catch (error) {
    return error instanceof BadConfiguration ? error.message : `unexpected: ${error}`;
  }
}

describe('the configuration', () => {
  it('of a demonstration needs nothing', () => {
    const config = loadConfig('demo', {}, join(freshFolder(), 'terminal.json'));
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8020,
      reader: 'auto',
      paper: 80,
      clockStart: null,
    });
    expect(config.policy.id).toBe('leaflet-2020-03');
  });

  it.each([
    [{}, { host: null, port: 8040 }],
    [{ TERMINAL_PORT: '0' }, { host: null, port: 0 }],
    [{ TERMINAL_PORT: '65530' }, { host: null, port: 65_510 }],
    [
      { TERMINAL_PHONE_PORT: '9000', TERMINAL_PHONE_HOST: '192.168.1.20' },
      { host: '192.168.1.20', port: 9000 },
    ],
  ])('with %j waits for phones at %j', (environment, phones) => {
    expect(loadConfig('demo', environment, join(freshFolder(), 'terminal.json')).phones).toEqual(phones);
  });

  it('takes the environment over the file', () => {
    const file = join(freshFolder(), 'terminal.json');
    writeFileSync(
      file,
      JSON.stringify({ TERMINAL_PORT: 8100, TERMINAL_OUTLET: '5901010058', TERMINAL_PAPER: '58' }),
    );
    expect(loadConfig('shop', { TERMINAL_PORT: '8200' }, file)).toMatchObject({
      port: 8200,
      paper: 58,
      outlet: { code: '5901010058' },
    });
  });

  it.each<[Purpose, Record<string, string>, string]>([
    ['shop', { ...shop, TERMINAL_READER: 'virtual' }, 'TERMINAL_READER'],
    ['shop', { ...shop, TERMINAL_PRINTER: 'virtual' }, 'TERMINAL_PRINTER'],
    ['shop', { ...shop, TERMINAL_CLOCK: '2020-03-12T09:00:00+08:00' }, 'TERMINAL_CLOCK'],
    ['demo', { TERMINAL_OUTLET: '123' }, 'TERMINAL_OUTLET'],
    ['demo', { TERMINAL_PORT: '80200' }, 'TERMINAL_PORT'],
    ['demo', { TERMINAL_PORT: 'eighty' }, 'TERMINAL_PORT'],
    ['demo', { TERMINAL_READER: 'usb' }, 'TERMINAL_READER'],
    ['demo', { TERMINAL_PRINTER: 'lpt1' }, 'TERMINAL_PRINTER'],
    ['demo', { TERMINAL_PRINTER: 'tcp://host:99999' }, 'TERMINAL_PRINTER'],
    ['demo', { TERMINAL_PAPER: '76' }, 'TERMINAL_PAPER'],
    ['shop', { ...shop, TERMINAL_CENTRAL: 'embedded' }, 'TERMINAL_CENTRAL'],
    ['shop', { ...shop, TERMINAL_CENTRAL: 'http://centre.example' }, 'TERMINAL_CENTRAL: plain http'],
    ['shop', { ...shop, TERMINAL_CENTRAL: 'centre.example' }, 'TERMINAL_CENTRAL'],
    ['demo', { TERMINAL_POLICY: 'no-such-policy' }, 'TERMINAL_POLICY'],
    ['demo', { TERMINAL_CLOCK: '2020-03-12 09:00' }, 'TERMINAL_CLOCK'],
    ['demo', { TERMINAL_PRNTER: 'none' }, 'TERMINAL_PRNTER: no such setting'],
  ])('of a %s with %j is refused, naming the key', (purpose, environment, key) => {
    expect(complaint(purpose, environment)).toContain(key);
  });

  it.each<[Purpose, Record<string, string>, object]>([
    ['shop', shop, { type: 'none' }],
    ['demo', {}, { type: 'embedded' }],
    ['demo', { TERMINAL_CENTRAL: 'none' }, { type: 'none' }],
    [
      'shop',
      { TERMINAL_CENTRAL: 'https://centre.example' },
      { type: 'url', address: new URL('https://centre.example') },
    ],
    [
      'shop',
      { TERMINAL_CENTRAL: 'http://127.0.0.1:8030' },
      { type: 'url', address: new URL('http://127.0.0.1:8030') },
    ],
  ])('of a %s with %j has its centre at %j', (purpose, environment, central) => {
    expect(loadConfig(purpose, environment, join(freshFolder(), 'terminal.json')).central).toEqual(central);
  });

  it('of a drill has no centre, whatever the settings say', () => {
    const environment = { ...shop, TERMINAL_CENTRAL: 'https://centre.example' };
    const drill = loadConfig('drill', environment, join(freshFolder(), 'terminal.json'));
    expect(drill.central).toEqual({ type: 'none' });
    rmSync(drill.dataFolder, { recursive: true });
  });

  it('of a shop leaves the outlet to its first start, where no setting names it', () => {
    const { outlet, backupFolder } = loadConfig('shop', {}, join(freshFolder(), 'terminal.json'));
    expect([outlet, backupFolder]).toEqual([{ code: null, name: null }, null]);
  });

  it('of a drill is beside the shop in everything: port, folder, devices', () => {
    const file = join(freshFolder(), 'terminal.json');
    const settings = {
      ...shop,
      TERMINAL_PORT: '8020',
      TERMINAL_PRINTER: 'tcp://host:9100',
      TERMINAL_READER: 'pcsc',
    };
    const drill = loadConfig('drill', { ...settings, TERMINAL_DATA: 'till-data' }, file);
    expect(drill).toMatchObject({
      port: 8021,
      reader: 'virtual',
      printer: { type: 'virtual' },
      backupFolder: null,
    });
    expect(drill.dataFolder).not.toContain('till-data');
    rmSync(drill.dataFolder, { recursive: true });
  });

  it('in a file that is no JSON is refused, naming the file', () => {
    const file = join(freshFolder(), 'terminal.json');
    writeFileSync(file, '{ TERMINAL_PORT: 1 }');
    expect(complaint('demo', {}, file)).toContain('terminal.json');
  });

  it('names everything that is wrong at once', () => {
    const text = complaint('demo', { TERMINAL_PORT: 'x', TERMINAL_PAPER: '1' });
    expect(text).toContain('TERMINAL_PORT');
    expect(text).toContain('TERMINAL_PAPER');
  });
});
