import { afterAll, describe, expect, it, vi } from 'vitest';
import { takeBack } from './take-back.ts';

const file = new Blob(['{"signed": "as it is"}']);
const seat = () => 's3at';

vi.stubGlobal('sessionStorage', {});
afterAll(() => void vi.unstubAllGlobals());

describe('a file that came from the centre', () => {
  it('goes to the till as it is, with the seat of who is signed in', async () => {
    const asked: [unknown, RequestInit | undefined][] = [];
    const answering = async (path: unknown, init?: RequestInit) => {
      asked.push([path, init]);
      return Response.json({ ok: true });
    };
    expect(await takeBack(file, answering as typeof fetch, seat)).toEqual({ ok: true });
    expect(asked[0]?.[0]).toBe('/answered');
    expect(asked[0]?.[1]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer s3at' } });
    expect(asked[0]?.[1]?.body).toBe(file);
  });

  it.each([
    [
      'the code of a refusal',
      async () => Response.json({ ok: false, code: 'another-tills' }),
      'another-tills',
    ],
    ['a fault for an answer of another kind', async () => Response.json({}), 'fault'],
    ['lost for an answer that is none', async () => new Response('<html>'), 'lost'],
    [
      'lost while nobody answers',
      async () => {
        throw new TypeError('Failed to fetch');
      },
      'lost',
    ],
  ])('gets %s', async (_, answering, code) => {
    expect(await takeBack(file, answering as typeof fetch, seat)).toEqual({ ok: false, code });
  });
});
