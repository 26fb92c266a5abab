import { type PurchaseMade, protocolVersion, quotaAnswerSchema, quotaDeadlineMs } from '#protocol';
import type { HolderKey } from '#rules';
import type { Exchange } from './exchange.ts';
import type { SyncStatus } from './sync-status.ts';

/** `local`: the centre could not be asked, or not in time; what the till knows itself stands. */
export type QuotaAnswered =
  | { readonly from: 'centre'; readonly purchases: readonly PurchaseMade[] }
  | { readonly from: 'local' };

/** Asks the centre what these holders have bought. Answers within the deadline, whatever the line does. */
export type AskQuota = (holderKeys: readonly HolderKey[]) => Promise<QuotaAnswered>;

export function createQuotaQuestion(deps: {
  readonly exchange: Exchange;
  readonly status: () => Pick<SyncStatus, 'line'>;
}): AskQuota {
  return async (holderKeys) => {
    // A line that is known to be down is not asked again for every card; one over which only pushes wait is.
    if (deps.status().line !== 'up') return { from: 'local' };
    const body = Buffer.from(JSON.stringify({ protocol: protocolVersion, holderKeys }));
    const answer = await deps.exchange('/sync/quota', body, quotaAnswerSchema, quotaDeadlineMs);
    return answer.ok ? { from: 'centre', purchases: answer.value.purchases } : { from: 'local' };
  };
}
