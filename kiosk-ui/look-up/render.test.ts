import { expect, it } from 'vitest';
import { renderLookUp } from './render.tsx';
import { sampleView } from './sample-view.ts';

it.each(['zh', 'en', 'id', 'vi', 'th'] as const)(
  'writes the whole page in %s without a program',
  (language) => {
    const { title, body } = renderLookUp(sampleView({ language }));
    expect(title).not.toBe('');
    for (const part of ['name="q"', 'name="digit"', 'id="guide"', 'tel:0225774551', '安心藥局']) {
      expect(body).toContain(part);
    }
  },
);

it('takes what an outlet writes as text', () => {
  const { body } = renderLookUp(sampleView({ note: '<script>alert(1)</script>' }));
  expect(body).toContain('&lt;script>alert(1)');
  expect(body).not.toContain('<script>');
});

it('needs no style of its own, which the security policy would not let through', () => {
  expect(renderLookUp(sampleView({})).body).not.toMatch(/\sstyle="/);
});

it('answers 「今天輪到我嗎？」 without a program', () => {
  const { body } = renderLookUp(sampleView({ asked: { digit: 3, bornIn: 1985 } }));
  expect(body).toContain('data-sign="may-not"');
  expect(body).toContain('3/13');
});

it('says that nothing was found, and what to try', () => {
  const { body } = renderLookUp(sampleView({ outlets: [] }));
  expect(body).toContain('找不到符合');
});
