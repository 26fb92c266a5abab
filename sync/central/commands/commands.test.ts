import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { freshFolder } from '#fixtures/folder';
import { stationInMemory } from '#fixtures/sync-kit';
import { tillOnLine } from '#fixtures/till-on-line';
import { answeredSchema, tillNameText } from '#protocol';
import { leafletPolicy } from '#rules';
import { carryOut, newTillKey } from '#sync-client';
import { BadConfiguration } from '../config.ts';
import { CentreNotRunning, createAskCentre } from './ask-centre.ts';
import { commandOf } from './commands.ts';

async function open() {
  const central = await centralInProcess();
  const port = Number(new URL(central.address).port);
  const folder = freshFolder();
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const settings = { ...central.settings, port };
  /** As it is typed at the machine. */
  const type = async (...given: string[]) => {
    const { command, words } = commandOf(given);
    return command.carryOut(createAskCentre(settings, central.token), words);
  };
  return { central, settings, folder, file, type };
}

describe('the commands at the machine', () => {
  it('import the list and say what was not taken and why', async () => {
    const { type, file } = await open();
    const { outcome, text } = await type(
      'outlets',
      'import',
      file('list.csv', `${sampleList}12345,短,,,,\n`),
    );
    expect(outcome).toBe('done');
    expect(text.split('\n')).toEqual([
      ...['3 outlets taken, 1 rows refused, 1 doubtful', 'refused', '  row 5 12345: code-malformed'],
      ...['taken all the same', '  row 4 5931010012: check-digit-does-not-hold'],
    ]);
  });

  it('make a code with which a till is enrolled, and revoke it', async () => {
    const { central, type, file } = await open();
    await type('outlets', 'import', file('list.csv', sampleList));
    const { text } = await type('code', taipei);
    expect(text).toMatch(/^\w{4}-\w{4}-\w{4}\nfor one till of 5901010058, until 2020-03-15 09:00$/);
    const till = await tillOnLine(central, taipei, text.split('\n')[0] ?? '');
    const revoked = await type('revoke', taipei, till.enrolled.tillId);
    expect(revoked).toMatchObject({ outcome: 'done' });
    expect(await type('revoke', taipei, till.enrolled.tillId)).toEqual({
      ...{ outcome: 'refused', text: 'nothing was changed: revoked-already' },
    });
  });

  it('announce policies and deliveries, send words, give access and make backups', async () => {
    const { type, file, folder } = await open();
    await type('outlets', 'import', file('list.csv', sampleList));
    const pack = file('pack.json', JSON.stringify(leafletPolicy));
    const effective = '2020-04-01T00:00:00+08:00';
    expect((await type('policy', 'announce', pack, effective)).text).toBe(
      `announced: number 1, in force from ${effective}`,
    );
    expect(await type('policy', 'announce', pack, '2020-03-20T00:00:00+08:00')).toEqual({
      ...{ outcome: 'refused', text: 'nothing was changed: effective-before-last' },
    });
    expect((await type('deliver', taipei, '2020-03-13', '600', '200', '上午')).outcome).toBe('done');
    expect((await type('deliver', taipei, '2020-03-13', 'many', '200')).text).toMatch(
      /bad-body, pieces\.adult/,
    );
    expect((await type('message', taipei, '明日公休')).text).toBe('sent to 1 outlet');
    expect((await type('message', 'all', '明日公休')).text).toBe('sent to 3 outlets');
    expect((await type('access', 'add', '新北', 'county', '新北市')).text).toMatch(/^[\w-]{43}\n/);
    expect((await type('backup', folder)).text).toMatch(/^written: .*central-20200312-090000$/);
  });

  it('answer the file of a till without a line', async () => {
    const { central, type, file, folder } = await open();
    await type('outlets', 'import', file('list.csv', sampleList));
    const { text } = await type('code', taipei);
    const till = await tillOnLine(central, taipei, text.split('\n')[0] ?? '');
    const name = tillNameText({ outlet: taipei, tillId: till.enrolled.tillId });
    const by = { key: newTillKey(), till: name, now: central.now(), nonce: randomUUID().replaceAll('-', '') };
    const forged = file('carried.json', JSON.stringify(carryOut(stationInMemory(randomUUID()), by)));
    expect((await type('carried', forged, folder)).text).toBe('nothing was changed: bad-signature');
    const good = file('carried.json', JSON.stringify(carryOut(till.station, { ...by, key: till.key })));
    await type('carried', good, folder);
    const answered = readdirSync(folder).find((each) => each.startsWith('answered-5901010058-'));
    const said = answeredSchema.parse(JSON.parse(readFileSync(join(folder, answered ?? ''), 'utf8')));
    expect(said).toMatchObject({ till: name, nonce: by.nonce });
  });

  it.each<[string[], RegExp]>([
    [['nothing'], /^no such command: nothing; .*\n[\s\S]*restore FOLDER$/],
    [['toString'], /^no such command/],
    [['code'], /^code wants OUTLET$/],
    [['deliver', taipei], /^deliver wants OUTLET DAY ADULT CHILD \[NOTE\]$/],
    [['outlets', 'import'], /^outlets import wants FILE$/],
  ])('%j is named as wrong', (given, message) => {
    expect(() => commandOf(given)).toThrow(BadConfiguration);
    expect(() => commandOf(given)).toThrow(message);
  });

  it('say that a file cannot be read, and that no centre runs', async () => {
    const { central, settings, type } = await open();
    await expect(type('outlets', 'import', '/nowhere')).rejects.toThrow(/^\/nowhere cannot be read/);
    await central.close();
    const ask = createAskCentre(settings, central.token);
    await expect(ask('GET', '/outlets')).rejects.toThrow(CentreNotRunning);
  });
});
