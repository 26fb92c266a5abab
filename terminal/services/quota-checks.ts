import type { PurchaseMade } from '#protocol';
import type { HolderKey } from '#rules';
import type { EnrolledLine } from './centre-line.ts';
import type { Line } from './session.ts';
import { createSignal, type Signal } from './signal.ts';
import type { Visitor } from './visitor.ts';

/**
 * By whose knowledge a card was decided about. `asking`: the centre's answer may still come. `local`: it did not, or
 * there was no sense in asking. `none`: there is no centre.
 */
export type Checked = 'asking' | 'centre' | 'local' | 'none';

/** Asks the centre what the holders of a visit's cards have bought elsewhere. No sale and no verdict waits for it. */
export interface QuotaChecks {
  /** Once a line: call when its verdict is shown. */
  ask(line: Pick<Line, 'lineId' | 'visitor'>): void;
  of(lineId: string): Checked;
  /** The visit is over: answers that come now are kept, and change no line. */
  forget(): void;
  /** An answer came, or none in time: the lines are to be decided about anew. */
  readonly answered: Signal;
}

export interface QuotaChecksDeps {
  readonly centre: 'none' | 'configured';
  /** `null` while the till is not enrolled. */
  readonly line: () => Pick<EnrolledLine, 'askQuota' | 'client'> | null;
  /** Whether what was bought here decides about a person alone. */
  readonly boughtHere: (visitor: Visitor) => boolean;
  /** Keeps the centre's whole word about a holder. @throws a storage error */
  readonly keep: (holder: HolderKey, purchases: readonly PurchaseMade[]) => void;
  readonly onFault: (error: unknown) => void;
}

export function createQuotaChecks(deps: QuotaChecksDeps): QuotaChecks {
  const { centre, line, keep, onFault } = deps;
  const answered = createSignal();
  const checks = new Map<string, Checked>();
  const unasked: Checked = centre === 'none' ? 'none' : 'local';

  /** @returns whether the centre said anything */
  async function question(askQuota: EnrolledLine['askQuota'], holder: HolderKey): Promise<Checked> {
    try {
      const answer = await askQuota([holder]);
      if (answer.from === 'local') return 'local';
      keep(holder, answer.purchases);
      return 'centre';
    } catch (error) {
      onFault(error);
      return 'local';
    }
  }

  return {
    answered,
    ask({ lineId, visitor }) {
      if (checks.has(lineId)) return;
      const open = line();
      if (!open || isDown(open) || deps.boughtHere(visitor)) {
        checks.set(lineId, unasked);
        return;
      }
      checks.set(lineId, 'asking');
      void question(open.askQuota, visitor.record.key).then((checked) => {
        if (!checks.has(lineId)) return;
        checks.set(lineId, checked);
        answered.raise();
      });
    },
    of: (lineId) => checks.get(lineId) ?? unasked,
    forget: () => checks.clear(),
  };
}

const isDown = ({ client }: Pick<EnrolledLine, 'client'>): boolean => client.status().line !== 'up';
