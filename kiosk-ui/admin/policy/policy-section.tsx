import { useState } from 'preact/hooks';
import { dayAndTime, dayOf } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { dayAfter } from '../../stock/days.ts';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Instant, Policies, PolicyTrial, RuleSet } from '../wall.ts';
import { type Draft, draftOf, packIn } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { TrialView } from './trial-view.tsx';

/** The rules that were announced, and new ones: written, tried, signed and announced. */
export function PolicySection() {
  const { words, state } = usePage();
  const { asked, again } = useAnswer<Policies>('/policies');
  return (
    <WhenAnswered asked={asked} again={again}>
      {({ policies, standing, promised }) => (
        <>
          <section class="block">
            <header>
              <h2>{words.policy.standing}</h2>
            </header>
            {policies.length === 0 ? (
              <p class="hint">{words.policy.none}</p>
            ) : (
              <table class="table">
                <tbody>
                  {policies.map(({ number, effective, pack }) => (
                    <tr key={number}>
                      <th scope="row">
                        {words.policy.number} {number}
                      </th>
                      <td>{pack?.id}</td>
                      <td>
                        {words.policy.from} {dayAndTime(Date.parse(effective) as Instant)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </section>
          {state.me.role === 'authority' && standing && (
            <Writing standing={standing} promised={promised} onAnnounced={again} />
          )}
        </>
      )}
    </WhenAnswered>
  );
}

type Stage = 'writing' | 'trying' | 'tried' | 'sure' | 'announcing';

function Writing({
  standing,
  promised,
  onAnnounced,
}: {
  readonly standing: RuleSet;
  readonly promised: Draft['promised'];
  readonly onAnnounced: () => void;
}) {
  const { words, state } = usePage();
  const [draft, setDraft] = useState(() => draftOf(standing, promised, inAWeek(state.now)));
  const [stage, setStage] = useState<Stage>('writing');
  const [trial, setTrial] = useState<PolicyTrial | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const write = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    // What was tried is not what stands here any more.
    setStage('writing');
    setTrial(null);
    setSaid(null);
  };
  const send = async <T,>(path: string, done: (answer: T) => void, failed: Stage) => {
    const answer = await ask<T>('POST', path, packIn(draft, standing));
    if (isRefused(answer)) {
      setStage(failed);
      setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    } else done(answer.done);
  };
  const tryIt = () => {
    setStage('trying');
    void send<PolicyTrial>(
      '/policies/try',
      (result) => {
        setTrial(result);
        setStage('tried');
        setSaid(null);
      },
      'writing',
    );
  };
  const announce = () => {
    setStage('announcing');
    void send<{ number: number }>(
      '/policies',
      ({ number }) => {
        setStage('writing');
        setTrial(null);
        setSaid({ tone: 'done', text: words.policy.announced(number) });
        onAnnounced();
      },
      'tried',
    );
  };
  return (
    <section class="block">
      <header>
        <h2>{words.policy.write}</h2>
      </header>
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tryIt();
        }}
      >
        <DraftFields draft={draft} onWrite={write} />
        <div class="answers">
          <button class="button main" type="submit" disabled={draft.id.trim() === '' || stage === 'trying'}>
            {words.policy.try}
          </button>
          {stage === 'writing' && !said && <p class="hint">{words.policy.tryFirst}</p>}
          {stage === 'trying' && <p class="hint">{words.policy.trying}</p>}
          <SaidLine said={said} />
        </div>
      </form>
      {trial && <TrialView trial={trial} />}
      {stage === 'tried' && (
        <div class="answers">
          <Button label={words.policy.announce} tone="main" onPress={() => setStage('sure')} />
        </div>
      )}
      {(stage === 'sure' || stage === 'announcing') && (
        <div class="check" role="alert">
          <p>{words.policy.sure}</p>
          <div class="answers">
            <Button
              label={words.policy.announce}
              tone="main"
              disabled={stage === 'announcing'}
              onPress={announce}
            />
            <Button label={words.close} onPress={() => setStage('tried')} />
          </div>
        </div>
      )}
    </section>
  );
}

/** Midnight in Taipei, seven days on: time enough for every till to have it. */
const inAWeek = (now: Instant): string => `${dayAfter(dayOf(now), 7)}T00:00`;
