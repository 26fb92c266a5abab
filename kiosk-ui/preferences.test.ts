import { describe, expect, it } from 'vitest';
import { defaultPreferences, loadPreferences, savePreferences } from './preferences.ts';

const memoryWith = (text: string | null) => ({ getItem: () => text });

describe('preferences', () => {
  it('come back as they were kept', () => {
    const kept: string[] = [];
    const chosen = { language: 'en', volume: 0.3, muted: true } as const;
    savePreferences({ setItem: (_, text) => kept.push(text) }, chosen);
    expect(loadPreferences(memoryWith(kept[0] ?? null))).toEqual(chosen);
  });

  it.each([null, '', '{', '7', 'null', '[]', '{"language":"fr","volume":9,"muted":"yes"}'])(
    'kept as %j are the defaults',
    (text) => {
      expect(loadPreferences(memoryWith(text))).toEqual(defaultPreferences);
    },
  );
});
