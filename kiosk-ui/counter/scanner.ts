/**
 * Tells a barcode scanner, which types like a keyboard and ends with Enter, from a person by the time between keys.
 * A character waits until it is known whose it is, because the first digit of a barcode must not become a quantity.
 * Times are milliseconds of any one clock.
 */
export interface Burst {
  readonly characters: string;
  readonly lastAt: number;
  /** A scan has just ended: some scanners send a second Enter. */
  readonly afterScan: boolean;
}

export const noBurst: Burst = { characters: '', lastAt: 0, afterScan: false };

export type Stroke = { readonly key: string; readonly at: number };

export interface Heard {
  readonly burst: Burst;
  /** Keys that a person pressed, in order. */
  readonly pressed: readonly string[];
  /** A scanner has just finished: what it read, or as much of it as arrived. */
  readonly scanned: string | null;
}

// No two fingers mean two quantities within 50 ms. Once a burst is known for a scanner's it may stumble a little, and
// its Enter may come late: taken for a person's, that Enter would sell.
const firstGapMs = 50;
const laterGapMs = 120;

/** How long after its last key a burst is still open; `null` where none is. */
export function openFor({ characters, afterScan }: Burst): number | null {
  if (characters === '') return afterScan ? laterGapMs : null;
  return characters.length === 1 ? firstGapMs : laterGapMs;
}

// A scanner holds Shift for each capital letter; that key says nothing of its own.
const modifiers: readonly string[] = ['Shift', 'CapsLock', 'Control', 'Alt', 'AltGraph', 'Meta'];

/** One key pressed. */
export function stroke(burst: Burst, { key, at }: Stroke): Heard {
  if (modifiers.includes(key)) return { burst, pressed: [], scanned: null };
  const open = openFor(burst);
  if (open !== null && at - burst.lastAt > open) {
    const before = silence(burst);
    const after = stroke(before.burst, { key, at });
    return {
      burst: after.burst,
      pressed: [...before.pressed, ...after.pressed],
      scanned: before.scanned ?? after.scanned,
    };
  }
  // No barcode begins with a space, so the space bar need not wait.
  if (key.length === 1 && !(key === ' ' && burst.characters === '')) {
    const characters = burst.characters + key;
    return { burst: { characters, lastAt: at, afterScan: false }, pressed: [], scanned: null };
  }
  if (key === 'Enter' && open !== null) {
    return { burst: scanEnded(at), pressed: [], scanned: burst.characters || null };
  }
  const before = silence(burst);
  return { ...before, pressed: [...before.pressed, key] };
}

/** The time of an open burst has run out: one character was a person's, several were not. */
export function silence({ characters, lastAt }: Burst): Heard {
  if (characters.length === 0) return { burst: noBurst, pressed: [], scanned: null };
  if (characters.length === 1) return { burst: noBurst, pressed: [characters], scanned: null };
  return { burst: scanEnded(lastAt + laterGapMs), pressed: [], scanned: characters };
}

const scanEnded = (at: number): Burst => ({ characters: '', lastAt: at, afterScan: true });
