import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { createSpoken, type SpokenDeps } from './spoken.ts';
import { zh } from './zh.ts';

const both = { zh: async () => zh, en: async () => en };

const speaking = (languages: SpokenDeps['languages'] = both) => {
  let arrived: () => void = () => undefined;
  const spoken = createSpoken({ languages, arrived: () => arrived() });
  const next = () =>
    new Promise<void>((resolve) => {
      arrived = resolve;
    });
  return { spoken, next };
};

describe('the words for the screen', () => {
  it('are those of the language, once they have come', async () => {
    const { spoken, next } = speaking();
    const come = next();
    expect(spoken.words('zh')).toBeNull();
    await come;
    expect(spoken.words('zh')).toBe(zh);
  });

  it('stay in the language before until those of the next have come', async () => {
    const { spoken, next } = speaking();
    const first = next();
    spoken.words('zh');
    await first;
    spoken.words('zh');
    const second = next();
    expect(spoken.words('en')).toBe(zh);
    await second;
    expect(spoken.words('en')).toBe(en);
  });

  it('are fetched once', async () => {
    let fetched = 0;
    const { spoken, next } = speaking({
      ...both,
      zh: () => {
        fetched++;
        return both.zh();
      },
    });
    const come = next();
    spoken.words('zh');
    spoken.words('zh');
    await come;
    spoken.words('zh');
    expect(fetched).toBe(1);
  });

  it('are asked for again after the till was away', async () => {
    const away = new Error('the till is away');
    let answers: (() => Promise<typeof zh>)[] = [() => Promise.reject(away), async () => zh];
    const { spoken, next } = speaking({
      ...both,
      zh: () => {
        const [answer = both.zh, ...rest] = answers;
        answers = rest;
        return answer();
      },
    });
    const come = next();
    spoken.words('zh');
    while (answers.length > 0) {
      await Promise.resolve();
      spoken.words('zh');
    }
    await come;
    expect(spoken.words('zh')).toBe(zh);
  });
});
