import { describe, expect, it } from 'vitest';
import { sampleOutlets } from '#fixtures/central-kit';
import { dateToleranceMs } from '#protocol';
import { instant, type OutletCode } from '#rules';
import type { Nonces } from './nonces.ts';

const outlet = sampleOutlets[0] as OutletCode;
const nonce = (n: number) => n.toString(16).padStart(8, '0').repeat(4);

/** What every memory of requests does. */
export function describeNonces(
  create: (clock: { now: () => ReturnType<typeof instant> }) => Promise<Nonces>,
): void {
  describe('the memory of requests', () => {
    it('takes each once, for as long as its date would be accepted', async () => {
      let now = instant(1_583_370_000_000);
      const nonces = await create({ now: () => now });
      const date = instant(now + dateToleranceMs);
      expect(await nonces.take(outlet, nonce(1), date)).toBe('fresh');
      expect(await nonces.take(outlet, nonce(2), date)).toBe('fresh');
      expect(await nonces.take(outlet, nonce(1), date)).toBe('seen');
      now = instant(now + 2 * dateToleranceMs);
      expect(await nonces.take(outlet, nonce(3), now)).toBe('fresh');
      expect(await nonces.take(outlet, nonce(1), date)).toBe('seen');
    });
  });
}
