import { describe, expect, it } from 'vitest';
import type { SetUp } from '#api';
import { isOpen, notEnrolled, sendSetUp } from './opening.ts';

const setUp = { name: '仁愛藥局' } as SetUp;
const answering = (body: string) => async () => new Response(body);
const away = async () => {
  throw new TypeError('Failed to fetch');
};

describe('what the first start sends', () => {
  it('carries the token of the page', async () => {
    const asked: [unknown, RequestInit | undefined][] = [];
    const outcome = await sendSetUp(setUp, 't0ken', async (path, init) => {
      asked.push([path, init]);
      return Response.json({ ok: true, checkDigit: 'doubtful', enrolment: 'not-asked' });
    });
    expect(outcome).toEqual({ ok: true, checkDigit: 'doubtful', enrolment: 'not-asked' });
    expect(asked[0]?.[0]).toBe('/set-up');
    expect(asked[0]?.[1]).toMatchObject({
      method: 'POST',
      headers: { authorization: 'Bearer t0ken' },
      body: JSON.stringify(setUp),
    });
  });

  it.each([
    ['is lost while nobody answers', away, 'lost'],
    ['is lost on an answer that is no JSON', answering('<html>'), 'lost'],
    ['is malformed on an answer of another kind', answering('{"code":"unknown"}'), 'malformed'],
  ])('%s', async (_, fetched, code) => {
    expect(await sendSetUp(setUp, 't', fetched)).toEqual({ ok: false, code });
  });
});

describe('the code from the centre', () => {
  it.each([
    ['not-asked', null],
    ['done', null],
    ['no-line', 'no-line'],
    ['code-used', 'code-used'],
  ] as const)('that was %s leaves to be said: %s', (enrolment, said) => {
    expect(notEnrolled({ ok: true, checkDigit: 'right', enrolment })).toBe(said);
  });
});

describe('the till after the first start', () => {
  it.each([
    ['open', answering('{"phase":"open"}'), true],
    ['not open while it is being set up', answering('{"phase":"set-up"}'), false],
    ['not open while nobody answers', away, false],
    ['not open on an answer that is no JSON', answering(''), false],
  ])('is %s', async (_, fetched, open) => {
    expect(await isOpen(fetched)).toBe(open);
  });
});
