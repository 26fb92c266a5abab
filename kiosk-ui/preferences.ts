/** What a person chose on this machine; it outlives the page. */
export interface Preferences {
  readonly language: 'zh' | 'en';
  /** 0 to 1. */
  readonly volume: number;
  readonly muted: boolean;
}

export const defaultPreferences: Preferences = { language: 'zh', volume: 0.6, muted: false };

const key = 'till-preferences';

/** What was kept, with the default in place of anything that is not understood. */
export function loadPreferences(memory: Pick<Storage, 'getItem'>): Preferences {
  const kept = keptIn(memory.getItem(key));
  const { language, volume, muted } = kept;
  return {
    language: language === 'en' || language === 'zh' ? language : defaultPreferences.language,
    volume: typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : defaultPreferences.volume,
    muted: typeof muted === 'boolean' ? muted : defaultPreferences.muted,
  };
}

export const savePreferences = (memory: Pick<Storage, 'setItem'>, preferences: Preferences): void =>
  memory.setItem(key, JSON.stringify(preferences));

function keptIn(text: string | null): Record<string, unknown> {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return typeof kept === 'object' && kept !== null ? { ...kept } : {};
  } catch {
    return {};
  }
}
