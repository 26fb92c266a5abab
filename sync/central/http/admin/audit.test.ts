import { expect, it } from 'vitest';
import type { AuditEntry, AuditPage } from '#central-api';
import { type CentralInProcess, centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';

async function aCentral() {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  return central;
}
const entriesOf = async (central: CentralInProcess, query = ''): Promise<readonly AuditEntry[]> =>
  ((await central.api('GET', `/audit${query}`)).body as unknown as AuditPage).entries;

it('what was refused is not written down as done, and what was cut off is not either', async () => {
  const central = await aCentral();
  await central.api('POST', '/accounts', { name: 'mei', role: 'county', scope: '新北市' });
  await central.api('POST', '/accounts', { name: 'mei', role: 'county', scope: '新北市' });
  await central.desk.database.inReference((statements) =>
    statements.run('ALTER TABLE accounts RENAME TO gone'),
  );
  expect((await central.api('DELETE', '/accounts/mei')).status).toBe(503);
  const entries = await entriesOf(central, '?deed=keep-accounts');
  expect(entries.map(({ outcome }) => outcome).sort((a, b) => a.state.localeCompare(b.state))).toEqual([
    { state: 'begun' },
    { state: 'done' },
    { state: 'refused', code: 'name-taken' },
  ]);
});

it('a sign-in that failed is written down for the name that was tried, and no other text', async () => {
  const central = await aCentral();
  await central.api('POST', '/accounts', { name: 'mei', role: 'county', scope: '新北市' });
  for (const name of ['mei', 'my password, by mistake']) {
    const answer = await fetch(new URL('/admin/api/sign-in', central.address), {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ name, password: 'guessed guessed', oneTimeCode: '000000' }),
    });
    expect(answer.status).toBe(401);
  }
  expect(await entriesOf(central, '?deed=sign-in')).toMatchObject([
    { who: 'mei (county 新北市)', outcome: { state: 'refused', code: 'sign-in-wrong' } },
  ]);
});

it('is searched by person and kind, whatever stands in the name', async () => {
  const central = await aCentral();
  const county = await central.tokenFor('county', '新北市');
  await central.api('POST', '/codes', { outlet: '592202A296' }, county);
  await central.api('POST', '/codes', { outlet: taipei });
  expect(await entriesOf(central, `?deed=make-code&who=${encodeURIComponent('新北')}`)).toMatchObject([
    { deed: 'make-code', fact: { of: 'outlet', outlet: '592202A296' }, outcome: { state: 'done' } },
  ]);
  expect(await entriesOf(central, '?who=OPERATOR&deed=make-code')).toHaveLength(1);
  expect(await entriesOf(central, '?who=%25')).toEqual([]);
  expect((await central.api('GET', '/audit?deed=nothing')).status).toBe(400);
});

it('has the exports of everybody, and is exported for the authority alone', async () => {
  const central = await aCentral();
  const county = await central.tokenFor('county', '新北市');
  const csv = async (name: string, token: string) => {
    const answer = await central.get(`/admin/api/exports/${name}.csv?from=2020-03-01`, {
      authorization: `Bearer ${token}`,
    });
    return { status: answer.status, text: await answer.text() };
  };
  expect((await csv('sales', county)).status).toBe(200);
  expect(await csv('audit', county)).toEqual({ status: 403, text: '{"code":"forbidden"}' });
  const [entry] = await entriesOf(central, '?deed=export');
  expect(entry).toMatchObject({
    ...{ who: 'county 新北市 (county 新北市)', outcome: { state: 'done' } },
    fact: { of: 'export', file: 'sales', from: '2020-03-01' },
  });
  const { text } = await csv('audit', central.token);
  const lines = text.split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFF?時刻,操作者,操作,結果,內容$/);
  expect(lines.some((line) => /,county 新北市 \(county 新北市\),export,done,/.test(line))).toBe(true);
});
