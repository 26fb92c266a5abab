import { wholeNumber } from '../keyed.ts';
import { useDraft, usePage } from '../page-context.ts';
import { Choice, FigureEntry, Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import { type Kind, kinds, type MoveFrom, type MoveTo } from '../terms.ts';

type Move = `${MoveFrom}>${MoveTo}`;
const moves = [
  { from: 'on-hand', to: 'defective' },
  { from: 'on-hand', to: 'returned' },
  { from: 'on-hand', to: 'transferred-out' },
  { from: 'defective', to: 'returned' },
  { from: 'defective', to: 'on-hand' },
] as const satisfies readonly { from: MoveFrom; to: MoveTo }[];

const empty = { kind: 'adult' as Kind, move: 'on-hand>defective' as Move, pieces: '', note: '' };

/** 移轉: pieces taken aside or away, other than by a sale. */
export function MoveForm() {
  const { words, snapshot, newId } = usePage();
  const { goods } = words;
  const [draft, setDraft] = useDraft('move', empty);
  const { said, busy, send } = useSending();
  const chosen = moves.find(({ from, to }) => `${from}>${to}` === draft.move) ?? moves[0];
  const pieces = wholeNumber(draft.pieces) ?? 0;
  const bucket = snapshot.stock[draft.kind];
  const there = chosen.from === 'on-hand' ? bucket.onHand : bucket.defective;

  const move = async () => {
    if (pieces === 0) return;
    const { kind, note } = draft;
    const { from, to } = chosen;
    const refusal = await send(
      { type: 'move-stock', commandId: newId(), kind, pieces, from, to, note: note.trim() },
      (w) => w.goods.moved,
    );
    if (refusal === null) setDraft({ ...empty, kind, move: draft.move });
  };

  return (
    <Form name={goods.forms.move} onSend={() => void move()}>
      <Choice
        legend={goods.kind}
        value={draft.kind}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
        onValue={(kind) => setDraft({ ...draft, kind })}
      />
      <Choice
        legend={goods.moveWhat}
        value={draft.move}
        options={moves.map(({ from, to }) => ({
          value: `${from}>${to}` as Move,
          label: goods.moves[`${from}>${to}`],
        }))}
        onValue={(to) => setDraft({ ...draft, move: to })}
      />
      <div class="pair">
        <div class="with-note">
          <FigureEntry
            label={goods.pieces}
            value={draft.pieces}
            onValue={(text) => setDraft({ ...draft, pieces: text })}
          />
          <p class="hint">{goods.there(there)}</p>
        </div>
        <TextEntry
          label={words.note}
          hint={words.optional}
          value={draft.note}
          onValue={(note) => setDraft({ ...draft, note })}
        />
      </div>
      <div class="answers">
        <button type="submit" class="button main" disabled={busy || pieces === 0}>
          {goods.move}
        </button>
        <SaidLine said={said} />
      </div>
    </Form>
  );
}
