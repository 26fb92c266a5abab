import { useState } from 'preact/hooks';
import { dayAndTime, grouped, minutesBetween } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine } from '../parts.tsx';
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
      ({ code, expiresAt }) => words.sheet.codeFor(code, dayAndTime(expiresAt)),
    );
  return (
    <>
      <h3>{words.sheet.tills}</h3>
      <ul class="tills">
        {tills.map(({ tillId, seenAt, revokedAt, unsent }) => (
          <li key={tillId}>
            <code>{tillId.slice(0, 8)}</code>
            <span class="heard">
              {words.sheet.seen} {words.age(minutesBetween(seenAt, state.now))}
              {unsent > 0 && `，${words.sheet.unsent} ${grouped(unsent)}`}
            </span>
            {revokedAt === null ? (
              <Button
                label={words.sheet.revoke}
                tone="quiet"
                onPress={() =>
                  void tell('/tills/revoke', { outlet: row.code, tillId }, () => words.sheet.revoked)
                }
              />
            ) : (
              <b>{words.sheet.revoked}</b>
            )}
          </li>
        ))}
      </ul>
      <div class="answers">
        <Button label={words.sheet.code} onPress={() => void makeCode()} />
        <SaidLine said={said} />
      </div>
    </>
  );
}
