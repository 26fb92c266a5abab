import { useRef, useState } from 'preact/hooks';
import type { RefusalCode } from '#api';
import { Button } from '../../look/button.tsx';
import { useDraft, usePage } from '../page-context.ts';
import { Choice, DayEntry, FigureEntry, Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type Document, kinds, type PaperLine } from '../terms.ts';
import type { PaperAnswer } from './paper-answers.tsx';
import { type LineDraft, lastThree, lineKeyed, nextLine } from './paper-line.ts';

const documents = [
  'card-unreadable',
  'identity-card',
  'household-register',
  'residence-certificate',
  'entry-permit',
  'passport',
] as const;

type Line = Omit<PaperLine, 'commandId'>;
/** A line that waits for a person's answer. Its number is in memory alone, and goes with the answer. */
interface Pending {
  readonly line: Line;
  readonly code: RefusalCode | 'lost';
}

export function PaperForm({ onAnswer }: { readonly onAnswer: (answer: PaperAnswer) => void }) {
  const { words, snapshot, newId } = usePage();
  const { paper } = words;
  const today = snapshot.clock.day;
  const [draft, setDraft] = useDraft<LineDraft>('paper', {
    formNumber: '',
    line: '1',
    day: today,
    time: '',
    document: 'card-unreadable',
    birthYear: '',
    kind: 'adult',
    pieces: '',
  });
  // Never a draft: the number leaves the page with its line.
  const [number, setNumber] = useState('');
  const [pending, setPending] = useState<Pending | null>(null);
  const { said, busy, send, say } = useSending();
  const form = useRef<HTMLDivElement>(null);
  const focus = (name: string) => form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  const keep = (change: Partial<LineDraft>) => setDraft({ ...draft, ...change });

  const enter = async (line: Line) => {
    setPending(null);
    const code = await send({ ...line, commandId: newId() }, (w) =>
      line.contested ? w.paper.enteredContested : w.paper.entered,
    );
    const { formLine, soldAt, kind, pieces, contested } = line;
    onAnswer({ formLine, soldAt, kind, pieces, lastThree: lastThree(line.number), contested, code });
    if (code === null) {
      setDraft(nextLine(draft));
      focus('time');
    } else if (code === 'check-digit-wrong' || code === 'against-the-rules') {
      setPending({ line, code });
    } else {
      focus(code === 'not-an-id-number' || code === 'passport-not-accepted' ? 'number' : 'time');
    }
  };
  const keyed = () => {
    const read = lineKeyed(draft, number, Number(today.slice(0, 4)));
    if ('unclear' in read) {
      const { unclear } = read;
      say({ tone: 'unclear', text: (w) => w.paper.unclear[unclear] });
      return focus(unclear);
    }
    setNumber('');
    void enter(read.line);
  };

  return (
    <div ref={form}>
      <Form name={paper.form} onSend={keyed}>
        <div class="paper-head">
          <TextEntry
            label={paper.formNumber}
            name="formNumber"
            most={12}
            value={draft.formNumber}
            onValue={(formNumber) => keep({ formNumber })}
          />
          <DayEntry
            label={paper.day}
            name="day"
            until={today}
            value={draft.day}
            onValue={(day) => keep({ day })}
          />
        </div>
        <div class="paper-line">
          <FigureEntry
            label={paper.line}
            name="line"
            most={3}
            value={draft.line}
            onValue={(line) => keep({ line })}
          />
          <TextEntry
            label={paper.time}
            name="time"
            hint={paper.timeHint}
            most={5}
            value={draft.time}
            onValue={(time) => keep({ time })}
          />
          <label class="entry">
            <span>{paper.document}</span>
            <select
              value={draft.document}
              onChange={({ currentTarget }) => keep({ document: currentTarget.value as Document })}
            >
              {documents.map((document) => (
                <option key={document} value={document}>
                  {paper.documents[document]}
                </option>
              ))}
            </select>
          </label>
          <TextEntry label={paper.number} name="number" most={20} value={number} onValue={setNumber} />
          <FigureEntry
            label={paper.birthYear}
            name="birthYear"
            most={3}
            value={draft.birthYear}
            onValue={(birthYear) => keep({ birthYear })}
          />
          <Choice
            legend={paper.kind}
            value={draft.kind}
            options={kinds.map((value) => ({ value, label: words.kindsShort[value] }))}
            onValue={(kind) => keep({ kind })}
          />
          <FigureEntry
            label={paper.pieces}
            name="pieces"
            most={3}
            value={draft.pieces}
            onValue={(pieces) => keep({ pieces })}
          />
        </div>
        {pending && (
          <PendingLine
            pending={pending}
            onEnter={(line) => void enter(line)}
            onDrop={() => {
              setPending(null);
              say(null);
              focus('number');
            }}
          />
        )}
        <div class="answers">
          <button type="submit" class="button main" data-keycap="Enter" disabled={busy}>
            {paper.enter}
          </button>
          {!pending && <SaidLine said={said} />}
        </div>
      </Form>
    </div>
  );
}

interface PendingLineProps {
  readonly pending: Pending;
  readonly onEnter: (line: Line) => void;
  readonly onDrop: () => void;
}

function PendingLine({ pending: { line, code }, onEnter, onDrop }: PendingLineProps) {
  const { words, snapshot } = usePage();
  const { paper } = words;
  const manager = snapshot.you.role === 'manager';
  return (
    <div class="check" role="alert">
      <p>
        <b>{words.refusals[code]}</b>
        <span>{paper.pending(line.formLine, lastThree(line.number))}</span>
        {code === 'against-the-rules' && <span>{manager ? paper.contestHint : paper.managerNeeded}</span>}
      </p>
      <div class="answers">
        <Button label={paper.keyAgain} onPress={onDrop} />
        {code === 'check-digit-wrong' && (
          <Button label={paper.compared} onPress={() => onEnter({ ...line, compared: true })} />
        )}
        {code === 'against-the-rules' && manager && (
          <Button label={paper.contest} onPress={() => onEnter({ ...line, contested: true })} />
        )}
      </div>
    </div>
  );
}
