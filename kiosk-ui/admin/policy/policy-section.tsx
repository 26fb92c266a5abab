import { dayAndTime } from '../../day-format.ts';
import { may } from '../may.ts';
import { usePage } from '../page-context.ts';
import { WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Instant, Policies } from '../wall.ts';
import { Writing } from './writing.tsx';

/** The rules that were announced, and new ones. */
export function PolicySection() {
  const { words, state } = usePage();
  const { policy } = words;
  const { asked, again } = useAnswer<Policies>('/policies');
  return (
    <WhenAnswered asked={asked} again={again}>
      {({ policies }) => (
        <>
          <section class="block">
            <header>
              <h2>{policy.standing}</h2>
            </header>
            {policies.length === 0 ? (
              <p class="hint">{policy.none}</p>
            ) : (
              <table class="table">
                <tbody>
                  {policies.map(({ number, effective, pack }) => (
                    <tr key={number}>
                      <th scope="row">{policy.number(number)}</th>
                      <td>{pack?.id}</td>
                      <td>
                        {policy.from} {dayAndTime(Date.parse(effective) as Instant)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          {may(state.me, 'announce-policy') && <Writing onAnnounced={again} />}
        </>
      )}
    </WhenAnswered>
  );
}
