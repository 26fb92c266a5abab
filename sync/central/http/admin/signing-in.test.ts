import { describe, expect, it } from 'vitest';
import { type CentralInProcess, centralInProcess, sampleList } from '#fixtures/central-in-process';
import { codeAt } from '../../accounts/totp.ts';

const password = 'three masks a week';
type Headers = Record<string, string>;

/** A browser: it keeps its cookie, and says whose page asks. */
function aBrowser(central: CentralInProcess, headers: Headers = {}) {
  let cookie = '';
  return {
    setCookie: '',
    async ask(method: string, path: string, body?: object, more: Headers = {}) {
      const answer = await fetch(new URL(`/admin/api${path}`, central.address), {
        method,
        headers: {
          'content-type': 'application/json',
          'sec-fetch-site': 'same-origin',
          cookie,
          ...headers,
          ...more,
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      this.setCookie = answer.headers.get('set-cookie') ?? '';
      if (this.setCookie !== '') cookie = this.setCookie.split(';')[0] ?? '';
      return { status: answer.status, body: (await answer.json()) as Record<string, string> };
    },
  };
}

/** As the operator does it at the machine. */
async function invitation(central: CentralInProcess, name = '王小美', role = 'county', scope = '新北市') {
  await central.api('POST', '/outlets', sampleList);
  const { status, body } = await central.api('POST', '/accounts', { name, role, scope });
  expect(status).toBe(201);
  return String(body.invitation);
}

async function accepted(central: CentralInProcess, browser: ReturnType<typeof aBrowser>) {
  const code = await invitation(central);
  const { body } = await browser.ask('POST', '/invitations/open', { invitation: code });
  const secret = body.secret ?? '';
  const accept = { invitation: code, password, oneTimeCode: codeAt(secret, central.now()) };
  expect((await browser.ask('POST', '/invitations/accept', accept)).status).toBe(200);
  central.advance(30_000);
  return { name: '王小美', shown: () => codeAt(secret, central.now()), uri: body.uri };
}

describe('signing in at the centre', () => {
  it('begins with an invitation that fills an authenticator, and keeps the session in a cookie of /admin', async () => {
    const central = await centralInProcess();
    const browser = aBrowser(central);
    const { name, shown, uri } = await accepted(central, browser);
    expect(decodeURIComponent(String(uri))).toContain(`otpauth://totp/口罩中央庫存:${name}`);
    expect(browser.setCookie).toMatch(
      /^centre-session=[\w-]{43}; .*Path=\/admin; .*HttpOnly; SameSite=Strict$/,
    );
    expect((await browser.ask('GET', '/me')).body).toMatchObject({ name, role: 'county', scope: '新北市' });

    const other = aBrowser(central, { origin: 'https://masks.example' });
    expect((await other.ask('GET', '/me')).body).toEqual({ code: 'signed-out' });
    const signIn = { name, password, oneTimeCode: shown() };
    expect((await other.ask('POST', '/sign-in', signIn)).status).toBe(200);
    expect(other.setCookie).toContain('; Secure');
    expect((await browser.ask('DELETE', '/sessions/others')).body).toEqual({ outcome: 'done', ended: 1 });
    expect((await other.ask('GET', '/me')).body).toEqual({ code: 'signed-out' });
    await browser.ask('POST', '/sign-out');
    expect((await browser.ask('GET', '/me')).body).toEqual({ code: 'signed-out' });
  });

  it("gives another site's page nothing, whatever cookie comes along", async () => {
    const central = await centralInProcess();
    const browser = aBrowser(central);
    await accepted(central, browser);
    for (const site of ['cross-site', 'same-site']) {
      const asked = await browser.ask('GET', '/outlets', undefined, { 'sec-fetch-site': site });
      expect(asked).toEqual({ status: 403, body: { code: 'not-from-here' } });
      const posted = await browser.ask('POST', '/sign-in', {}, { 'sec-fetch-site': site });
      expect(posted).toEqual({ status: 403, body: { code: 'not-from-here' } });
    }
  });

  it('lets people do what their role may, and no more', async () => {
    const central = await centralInProcess();
    const browser = aBrowser(central);
    await accepted(central, browser);
    for (const path of ['/accounts', '/access']) expect((await browser.ask('GET', path)).status).toBe(403);
    const invited = await browser.ask('POST', '/accounts', { name: 'x', role: 'authority' });
    expect(invited).toEqual({ status: 403, body: { code: 'forbidden' } });
    expect((await browser.ask('GET', '/outlets')).status).toBe(200);
    // And says what that is, so that no page offers anything else.
    const { may } = (await browser.ask('GET', '/me')).body;
    expect(may).toContain('announce-delivery');
    expect(may).not.toContain('keep-accounts');
  });

  it('sends away who guesses, by address and by name, with a time to come back', async () => {
    const central = await centralInProcess();
    const browser = aBrowser(central);
    const { name, shown } = await accepted(central, browser);
    const stranger = aBrowser(central);
    const wrong = { name, password: 'guessed guessed', oneTimeCode: '000000' };
    const answers = [];
    for (let n = 0; n < 13; n++) answers.push(await stranger.ask('POST', '/sign-in', wrong));
    expect(answers.map(({ body }) => body.code).slice(0, 10)).toEqual(Array(10).fill('sign-in-wrong'));
    expect(answers.at(-1)).toEqual({ status: 429, body: { code: 'too-many-attempts' } });
    central.advance(60_000);
    const right = { name, password, oneTimeCode: shown() };
    expect(await stranger.ask('POST', '/sign-in', right)).toEqual({
      ...{ status: 429, body: { code: 'account-locked' } },
    });
    // Who is signed in already works on.
    expect((await browser.ask('GET', '/me')).status).toBe(200);
  });

  it('behind a proxy sends away who guesses, and nobody else that the proxy asks for', async () => {
    const central = await centralInProcess({ inFront: 'proxy' });
    const browser = aBrowser(central, { 'x-forwarded-for': '198.51.100.7' });
    const { name, shown } = await accepted(central, browser);
    // What comes before the proxy's own word is the stranger's.
    const wrong = { name: 'nobody', password: 'guessed guessed', oneTimeCode: '000000' };
    for (let n = 0; n < 11; n++) {
      const stranger = aBrowser(central, { 'x-forwarded-for': `198.51.100.7, 10.0.0.${n}, 203.0.113.9` });
      await stranger.ask('POST', '/sign-in', wrong);
    }
    const again = aBrowser(central, { 'x-forwarded-for': '203.0.113.9' });
    expect((await again.ask('POST', '/sign-in', wrong)).body).toEqual({ code: 'too-many-attempts' });
    const signIn = { name, password, oneTimeCode: shown() };
    expect((await browser.ask('POST', '/sign-in', signIn)).status).toBe(200);
  });

  it('counts the tokens that are tried by who tries them, behind a proxy as well', async () => {
    const central = await centralInProcess({ inFront: 'proxy' });
    const ask = async (address: string, token: string) => {
      const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address };
      return (await central.get('/admin/api/outlets', headers)).status;
    };
    for (let n = 0; n < 11; n++) await ask('203.0.113.9', 'x'.repeat(43));
    expect(await ask('203.0.113.9', 'x'.repeat(43))).toBe(429);
    expect(await ask('198.51.100.7', central.token)).toBe(200);
  });

  it('believes nobody who names another address where no proxy stands', async () => {
    const central = await centralInProcess();
    const wrong = { name: 'nobody', password: 'guessed guessed', oneTimeCode: '000000' };
    const answers = [];
    for (let n = 0; n < 12; n++) {
      const stranger = aBrowser(central, { 'x-forwarded-for': `203.0.113.${n}` });
      answers.push(await stranger.ask('POST', '/sign-in', wrong));
    }
    expect(answers.at(-1)).toEqual({ status: 429, body: { code: 'too-many-attempts' } });
  });

  it('lets nobody in without a session where real masks are sold', async () => {
    const central = await centralInProcess();
    expect((await aBrowser(central).ask('GET', '/me')).status).toBe(401);
  });

  it('lets in who sits before a demonstration, by the name of this machine alone', async () => {
    const central = await centralInProcess({ purpose: 'demo' });
    const { body } = await aBrowser(central).ask('GET', '/me');
    expect(body).toMatchObject({
      ...{ name: 'demo', role: 'authority', scope: '', mode: 'demo', sessionId: null },
    });
    const port = new URL(central.address).port;
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      const options = { port, path: '/admin/api/me', headers: { host: `masks.example:${port}` } };
      request(options, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(401);
  });
});
