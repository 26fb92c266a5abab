import { useEffect, useRef, useState } from 'preact/hooks';
import type { SetUp } from '#api';
import { Button } from '../look/button.tsx';
import { CodeEntry } from '../look/code-entry.tsx';
import { PinTwice } from '../look/pin-twice.tsx';
import { type NotEnrolled, notEnrolled, type SetUpOutcome } from './opening.ts';
import { emptySetUp, type SetUpDraft, type SetUpFault, setUpKeyed } from './set-up-form.ts';
import type { SetUpWords } from './set-up-words.ts';

export interface SetUpScreenProps {
  readonly words: SetUpWords;
  /** The code for which the program was started; empty if it does not matter. */
  readonly knownCode: string;
  /** Whether there is a centre that may be given a code of it. */
  readonly centre: 'none' | 'configured';
  readonly send: (setUp: SetUp) => Promise<SetUpOutcome>;
  /** Resolves when the till answers as a till. */
  readonly whenOpen: () => Promise<void>;
  readonly enter: () => void;
  readonly switchLanguage: () => void;
}

type Stage =
  | { readonly stage: 'keying' | 'sending' }
  | { readonly stage: 'fault'; readonly fault: SetUpFault }
  | { readonly stage: 'refused'; readonly code: Extract<SetUpOutcome, { ok: false }>['code'] }
  /** `open`: the counter is there, and waits until what is said about a code was read. */
  | { readonly stage: 'done' | 'open'; readonly found: Found };

/** What is to be read before the page is gone. */
interface Found {
  readonly checkDigit: 'right' | 'doubtful';
  readonly notEnrolled: NotEnrolled | null;
}

/** The first start of a shop: one page, under a minute. */
export function SetUpScreen(props: SetUpScreenProps) {
  const { words, knownCode, centre, send, whenOpen, enter, switchLanguage } = props;
  const [draft, setDraft] = useState<SetUpDraft>({ ...emptySetUp, code: knownCode });
  const [stage, setStage] = useState<Stage>({ stage: 'keying' });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not(:read-only)')?.focus(), []);
  const keep = (change: Partial<SetUpDraft>) => {
    setDraft({ ...draft, ...change });
    setStage({ stage: 'keying' });
  };

  const begin = async () => {
    if (stage.stage === 'sending') return;
    const read = setUpKeyed(draft);
    if ('fault' in read) {
      form.current?.querySelector<HTMLElement>(`[name="${read.fault}"]`)?.focus();
      return setStage({ stage: 'fault', fault: read.fault });
    }
    setStage({ stage: 'sending' });
    const outcome = await send(read.setUp);
    if (!outcome.ok) return setStage({ stage: 'refused', code: outcome.code });
    const found = { checkDigit: outcome.checkDigit, notEnrolled: notEnrolled(outcome) };
    setStage({ stage: 'done', found });
    await whenOpen();
    if (found.checkDigit === 'right' && found.notEnrolled === null) return enter();
    // It would be gone with the page before anybody has read it.
    setStage({ stage: 'open', found });
  };

  if (stage.stage === 'done' || stage.stage === 'open') {
    return <Ready words={words} stage={stage.stage} found={stage.found} enter={enter} />;
  }
  return (
    <main class="set-up">
      <header>
        <h1>{words.title}</h1>
        <Button label={words.otherLanguage} keycap="F8" tone="quiet" onPress={switchLanguage} />
        <p class="hint">{words.intro}</p>
      </header>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <fieldset>
          <legend>{words.outlet}</legend>
          <Line
            words={words}
            name="code"
            most={16}
            draft={draft}
            keep={keep}
            hint={words.codeHint}
            fixed={knownCode !== ''}
          />
          <Line words={words} name="name" most={40} draft={draft} keep={keep} hint={words.nameHint} />
          <Line words={words} name="address" most={80} draft={draft} keep={keep} hint={words.optional} />
          <Line words={words} name="phone" most={20} draft={draft} keep={keep} hint={words.optional} />
        </fieldset>
        <fieldset>
          <legend>{words.manager}</legend>
          <Line words={words} name="managerName" most={20} draft={draft} keep={keep} />
          <PinTwice
            words={words}
            pin={draft.pin}
            again={draft.pinAgain}
            onPin={(pin) => keep({ pin })}
            onAgain={(pinAgain) => keep({ pinAgain })}
          />
          {centre === 'configured' && (
            <CodeEntry
              label={words.enrolmentCode}
              hint={words.enrolmentHint}
              code={draft.enrolmentCode}
              onCode={(enrolmentCode) => keep({ enrolmentCode })}
            />
          )}
        </fieldset>
        <div class="answers">
          <p class="said" data-tone="refused" role="alert">
            {stage.stage === 'fault' && words.faults[stage.fault]}
            {stage.stage === 'refused' && words.refusals[stage.code]}
          </p>
          <button type="submit" class="button main" data-keycap="Enter" disabled={stage.stage === 'sending'}>
            {stage.stage === 'sending' ? words.beginning : words.begin}
          </button>
        </div>
      </form>
    </main>
  );
}

interface ReadyProps {
  readonly words: SetUpWords;
  readonly stage: 'done' | 'open';
  readonly found: Found;
  readonly enter: () => void;
}

/** The till is set up. Where something is to be read first, it waits for the person. */
function Ready({ words, stage, found, enter }: ReadyProps) {
  const { checkDigit, notEnrolled } = found;
  const nothing = checkDigit === 'right' && notEnrolled === null;
  return (
    <main class="set-up" aria-live="polite">
      <h1>{stage === 'open' ? words.ready : words.starting}</h1>
      {nothing && <p>{words.startingHint}</p>}
      {checkDigit === 'doubtful' && <p class="doubtful">{words.doubtful}</p>}
      {notEnrolled && (
        <p class="doubtful">
          <b>{words.notEnrolled[notEnrolled]}</b> {words.enrolLater}
        </p>
      )}
      {stage === 'open' && (
        <div class="answers" ref={focusFirst}>
          <Button label={words.enter} keycap="Enter" tone="main" onPress={enter} />
        </div>
      )}
    </main>
  );
}

const focusFirst = (box: HTMLElement | null) => box?.querySelector('button')?.focus();

interface LineProps {
  readonly words: SetUpWords;
  readonly name: 'code' | 'name' | 'address' | 'phone' | 'managerName';
  readonly most: number;
  readonly hint?: string;
  readonly fixed?: boolean;
  readonly draft: SetUpDraft;
  readonly keep: (change: Partial<SetUpDraft>) => void;
}

function Line({ words, name, most, hint, fixed, draft, keep }: LineProps) {
  return (
    <label class="entry">
      <span>{words[name]}</span>
      <input
        name={name}
        autocomplete="off"
        spellcheck={false}
        maxLength={most}
        placeholder={hint}
        readOnly={fixed ?? false}
        value={draft[name]}
        onInput={({ currentTarget }) => keep({ [name]: currentTarget.value })}
      />
    </label>
  );
}
