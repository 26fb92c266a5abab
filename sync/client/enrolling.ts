import {
  type Enrol,
  type EnrolledAnswer,
  enrolledAnswerSchema,
  enrolmentCodeSchema,
  type JournalPlace,
  protocolVersion,
  shownMost,
} from '#protocol';
import type { Answer, Exchange } from './exchange.ts';
import { stepAfter } from './machine.ts';
import type { Station } from './station.ts';

/** Who asks, and with which code. */
export type EnrolAsked = Omit<Enrol, 'protocol' | 'code' | 'journalId' | 'shows'> & { readonly code: string };

const enrolTimeoutMs = 15_000;
/** How often the centre may ask to be shown more, or to be asked by its own time. */
const attempts = 10;

/**
 * Makes this till known to the centre. Asked again with the same key and code, the centre answers the same.
 * @param exchange signed with the till's key, and with its public key as the till's name
 */
export async function enrol(
  asked: EnrolAsked,
  station: Pick<Station, 'journalId' | 'acknowledged' | 'hashAt' | 'entriesAfter'>,
  exchange: Exchange,
): Promise<Answer<EnrolledAnswer>> {
  const code = enrolmentCodeSchema.safeParse(asked.code);
  if (!code.success) return { ok: false, why: { kind: 'code-unknown' }, retryAfterMs: null };
  const { journalId } = station;
  let after: JournalPlace = station.acknowledged();
  for (let attempt = 1; ; attempt++) {
    const hashes = station.entriesAfter(after.seq, shownMost).map(({ hash }) => hash);
    const message: Enrol = {
      ...{ ...asked, protocol: protocolVersion, code: code.data, journalId, shows: { after, hashes } },
    };
    const body = Buffer.from(JSON.stringify(message));
    const answer = await exchange('/sync/enrol', body, enrolledAnswerSchema, enrolTimeoutMs);
    if (answer.ok || attempt === attempts) return answer;
    const { why } = answer;
    if (why.kind === 'no-line') return answer;
    const from = why.kind === 'gap' ? placeBefore(why.seq ?? 1, station) : null;
    if (from) after = from;
    else if (stepAfter(why) !== 'again') return answer;
  }
}

function placeBefore(seq: number, { hashAt }: Pick<Station, 'hashAt'>): JournalPlace | null {
  const hash = hashAt(seq - 1);
  return hash === null ? null : { seq: seq - 1, hash };
}
