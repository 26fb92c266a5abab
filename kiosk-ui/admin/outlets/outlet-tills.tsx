import { useState } from 'preact/hooks';
import { dayAndTime, minutesBetween } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { ask, isRefused } from '../ask.ts';
import { may } from '../may.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine } from '../parts.tsx';
import { Sure } from '../sure.tsx';
import type { OutletDay, OutletRow, TillView } from '../wall.ts';

/** The tills of an outlet: a code for a new one, and an end for one that is lost. */
export function OutletTills({
  row,
  tills,
  again,
}: {
  readonly row: OutletRow;
  readonly tills: readonly TillView[];
  readonly again: () => void;
}) {
  const { words, state } = usePage();
  const { sheet } = words;
  const [said, setSaid] = useState<Said | null>(null);
  const tell = async <T,>(path: string, body: object, done: (answer: T) => string) => {
    const answer = await ask<T>('POST', path, body);
    setSaid(
      isRefused(answer)
        ? { tone: 'refused', text: words.refusal(answer.refused, answer.detail) }
        : { tone: 'done', text: done(answer.done) },
    );
    again();
  };
  const makeCode = () =>
    tell<{ code: string; expiresAt: OutletDay['tills'][number]['seenAt'] }>(
      '/codes',
      { outlet: row.code },
      ({ code, expiresAt }) => sheet.codeFor(code, dayAndTime(expiresAt)),
    );
  const revoke = (tillId: string) => tell('/tills/revoke', { outlet: row.code, tillId }, () => sheet.revoked);
  return (
    <>
      <h3>{sheet.tills}</h3>
      {tills.length === 0 && <p class="hint">{sheet.noTills}</p>}
      <ul class="tills">
        {tills.map(({ tillId, seenAt, revokedAt, unsent }) => (
          <li key={tillId}>
            <code>{tillId.slice(0, 8)}</code>
            <span class="heard">{sheet.heard(words.age(minutesBetween(seenAt, state.now)), unsent)}</span>
            {revokedAt !== null && <b>{sheet.revoked}</b>}
            {revokedAt === null && may(state.me, 'revoke-till') && (
              <Sure
                label={sheet.revoke}
                title={sheet.revokeSure(tillId.slice(0, 8))}
                text={sheet.revokeMeans}
                onSure={() => void revoke(tillId)}
              />
            )}
          </li>
        ))}
      </ul>
      <div class="answers">
        {may(state.me, 'make-code') && <Button label={sheet.code} onPress={() => void makeCode()} />}
        <SaidLine said={said} />
      </div>
    </>
  );
}
