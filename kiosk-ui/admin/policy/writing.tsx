import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { dayOf } from '../../day-format.ts';
import { Button } from '../../look/button.tsx';
import { dayAfter } from '../../stock/days.ts';
import { ask, isRefused } from '../ask.ts';
import { usePage } from '../page-context.ts';
import { type Said, SaidLine, WhenAnswered } from '../parts.tsx';
import { useAnswer } from '../use-answer.ts';
import type { Instant, Policies, PolicyTrial } from '../wall.ts';
import { type Base, baseOf, type Draft, draftOf, instantIn, packIn, type Written } from './draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { TrialView } from './trial-view.tsx';

/** New rules: written on those that will be in force then, tried, signed and announced. */
export function Writing({ onAnnounced }: { readonly onAnnounced: () => void }) {
  const { words, state } = usePage();
  const [written, setWritten] = useState<Written>(() => ({ effective: inAWeek(state.now) }));
  // While the instant is being written, the rules of the last whole one stay.
  const [at, setAt] = useState(written.effective);
  const { asked, again } = useAnswer<Policies>(`/policies?at=${encodeURIComponent(instantIn(at))}`);
  const known = useRef<Base | null>(null);
  // An instant before all rules, such as a year that is half written, has none.
  if (asked.stage === 'answered') known.current = baseOf(asked.answer) ?? known.current;
  const write = (part: Partial<Draft>) => {
    setWritten({ ...written, ...part });
    if (part.effective) setAt(part.effective);
  };
  return (
    <section class="block">
      <header>
        <h2>{words.policy.write}</h2>
      </header>
      {known.current ? (
        <WritingForm
          base={known.current}
          basedOn={asked.stage === 'asking' ? 'another' : 'its-instant'}
          written={written}
          onWrite={write}
          onAnnounced={() => {
            again();
            onAnnounced();
          }}
        />
      ) : (
        <WhenAnswered asked={asked} again={again}>
          {() => <p class="hint">{words.policy.none}</p>}
        </WhenAnswered>
      )}
    </section>
  );
}

type Stage = 'writing' | 'trying' | 'tried' | 'sure' | 'announcing';

function WritingForm({
  base,
  basedOn,
  written,
  onWrite,
  onAnnounced,
}: {
  readonly base: Base;
  /** Whether the rules at the draft's own instant are known already. */
  readonly basedOn: 'its-instant' | 'another';
  readonly written: Written;
  readonly onWrite: (part: Partial<Draft>) => void;
  readonly onAnnounced: () => void;
}) {
  const { words } = usePage();
  const [stage, setStage] = useState<Stage>('writing');
  const [missing, setMissing] = useState<readonly (keyof Draft)[]>([]);
  const [trial, setTrial] = useState<PolicyTrial | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const draft = draftOf(base, written);
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus(), [missing]);
  const write = (part: Partial<Draft>) => {
    onWrite(part);
    setMissing(missing.filter((field) => !(field in part)));
    // What was tried is not what stands here any more.
    setStage('writing');
    setTrial(null);
    setSaid(null);
  };
  const send = async <T,>(path: string, doing: Stage, done: (answer: T) => void, failed: Stage) => {
    const packed = packIn(draft, base);
    if (packed.outcome === 'incomplete') return setMissing(packed.missing);
    setStage(doing);
    const { pack, effective } = packed;
    const answer = await ask<T>('POST', path, { pack, effective });
    if (isRefused(answer)) {
      setStage(failed);
      setSaid({ tone: 'refused', text: words.refusal(answer.refused, answer.detail) });
    } else done(answer.done);
  };
  const tryIt = () =>
    send<PolicyTrial>(
      '/policies/try',
      'trying',
      (result) => {
        setTrial(result);
        setStage('tried');
        setSaid(null);
      },
      'writing',
    );
  const announce = () =>
    send<{ number: number }>(
      '/policies',
      'announcing',
      ({ number }) => {
        setStage('writing');
        setTrial(null);
        setSaid({ tone: 'done', text: words.policy.announced(number) });
        onAnnounced();
      },
      'tried',
    );
  return (
    <>
      <form
        ref={form}
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void tryIt();
        }}
      >
        <DraftFields draft={draft} missing={missing} onWrite={write} />
        <div class="answers">
          <button class="button main" type="submit" disabled={stage === 'trying' || basedOn === 'another'}>
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
              onPress={() => void announce()}
            />
            <Button label={words.cancel} onPress={() => setStage('tried')} />
          </div>
        </div>
      )}
    </>
  );
}

/** Midnight in Taipei, seven days on: time enough for every till to have it. */
const inAWeek = (now: Instant): string => `${dayAfter(dayOf(now), 7)}T00:00`;
