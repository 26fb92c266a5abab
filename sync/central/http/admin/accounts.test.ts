import { describe, expect, it } from 'vitest';
import { centralInProcess, sampleList } from '#fixtures/central-in-process';

async function aCentral() {
  const central = await centralInProcess();
  await central.api('POST', '/outlets', sampleList);
  const invite = (name: string, role: string, scope = '') =>
    central.api('POST', '/accounts', { name, role, ...(scope !== '' && { scope }) });
  return { central, invite };
}

describe('accounts', () => {
  it('are of one name each: another invitation is asked for by itself', async () => {
    const { central, invite } = await aCentral();
    expect((await invite('王小美', 'county', '新北市')).status).toBe(201);
    expect(await invite('王小美', 'authority')).toEqual({ status: 409, body: { code: 'name-taken' } });
    const again = await central.api('POST', `/accounts/${encodeURIComponent('王小美')}/invitation`);
    expect(again).toMatchObject({ status: 201, body: { role: 'county', scope: '新北市' } });
    expect((await central.api('POST', '/accounts/nobody/invitation')).body).toEqual({
      code: 'unknown-account',
    });
  });

  it.each([
    ['county', '台北市', 404],
    ['county', '臺北市', 201],
    ['chain', '大樹藥局', 404],
    ['chain', '大樹', 201],
    ['outlet', '5901010059', 404],
    ['outlet', '5901010058', 201],
  ])('are for a %s that the list has: %s', async (role, scope, status) => {
    const { invite } = await aCentral();
    const answer = await invite('somebody', role, scope);
    expect(answer.status).toBe(status);
    if (status === 404) expect(answer.body).toEqual({ code: 'unknown-scope' });
  });

  it('have sessions, which the authority sees and ends, and nobody else', async () => {
    const { central, invite } = await aCentral();
    await invite('mei', 'county', '新北市');
    const [lost, kept] = [
      await central.desk.sessions.open('mei', 'lost'),
      await central.desk.sessions.open('mei', 'kept'),
    ];
    const { body } = await central.api('GET', '/accounts/mei/sessions');
    const [first] = body.sessions as { id: string; browser: string }[];
    expect(body.sessions).toMatchObject([{ browser: 'lost' }, { browser: 'kept' }]);
    const path = `/accounts/mei/sessions/${first?.id}`;
    const county = await central.tokenFor('county', '新北市');
    expect((await central.api('DELETE', path, undefined, county)).status).toBe(403);
    expect((await central.api('GET', '/accounts/mei/sessions', undefined, county)).status).toBe(403);
    expect((await central.api('DELETE', path)).status).toBe(200);
    expect((await central.api('DELETE', path)).body).toEqual({ code: 'unknown-session' });
    expect(await central.desk.sessions.whose(lost)).toBeNull();
    expect(await central.desk.sessions.whose(kept)).not.toBeNull();
  });
});
