import type { RefusalCode } from '#api';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import type { Instant, Kind } from '../terms.ts';

/** What became of one line. */
export interface PaperAnswer {
  readonly formLine: string;
  readonly soldAt: Instant;
  readonly kind: Kind;
  readonly pieces: number;
  readonly lastThree: string;
  readonly contested: boolean;
  /** Why it was not recorded; `null` if it was. */
  readonly code: RefusalCode | 'lost' | null;
}

/** The lines keyed in so far, the last on top. */
export function PaperAnswers({ answers }: { readonly answers: readonly PaperAnswer[] }) {
  const { words, snapshot } = usePage();
  const { paper } = words;
  return (
    <Block title={paper.answers}>
      {answers.length === 0 ? (
        <p class="hint">{paper.noAnswers}</p>
      ) : (
        <table class="table">
          <tbody>
            {answers.map(({ formLine, soldAt, kind, pieces, lastThree, contested, code }, i) => (
              <tr key={answers.length - i} data-refused={code === null ? undefined : ''}>
                <th scope="row">{formLine}</th>
                <td>{shortTime(soldAt, snapshot.clock.day)}</td>
                <td>{`${words.kindsShort[kind]} ${words.count(pieces)}`}</td>
                <td>{lastThree}</td>
                <td>
                  {code === null ? (
                    contested ? (
                      paper.enteredContested
                    ) : (
                      paper.entered
                    )
                  ) : (
                    <>
                      <b>{paper.refused}</b> {words.refusals[code]}
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}
