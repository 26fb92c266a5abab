import { type PurchaseMade, protocolVersion, quotaAnswerSchema, quotaDeadlineMs } from '#protocol';
import type { HolderKey } from '#rules';
import type { Exchange } from './exchange.ts';
import type { SyncStatus } from './sync-client.ts';

/** `local`: the centre could not be asked, or not in time; what the till knows itself stands. */
export type QuotaAnswered =
  | { readonly from: 'centre'; readonly purchases: readonly PurchaseMade[] }
  | { readonly from: 'local' };

/** Asks the centre what these holders have bought. Answers within the deadline, whatever the line does. */
export type AskQuota = (holderKeys: readonly HolderKey[]) => Promise<QuotaAnswered>;

export function createQuotaQuestion(deps: {
  readonly exchange: Exchange;
  readonly status: () => SyncStatus;
}): AskQuota {
  return async (holderKeys) => {
    // A line that is known to be down is not asked again for every card.
    const { phase } = deps.status();
    if (phase === 'backing-off' || phase === 'halted') return { from: 'local' };
    const body = Buffer.from(JSON.stringify({ protocol: protocolVersion, holderKeys }));
    const answer = await deps.exchange('/sync/quota', body, quotaAnswerSchema, quotaDeadlineMs);
    return answer.ok ? { from: 'centre', purchases: answer.value.purchases } : { from: 'local' };
  };
}
