import type { LineView } from '#api';
import { Button } from '../look/button.tsx';
import type { Sellable, Stage } from '../wall.ts';
import { CardList } from './card-list.tsx';
import { DismissButton } from './dismiss-button.tsx';
import { Holder } from './holder.tsx';
import { Money } from './money.tsx';
import { useScreen } from './screen-context.ts';
import { cardInside, currentLine, isUnconfirmed, mostOf, noneMayBuy, sellable } from './visit-lines.ts';

/** One third of the screen: whose card it is, what is bought, what it costs, and the key that sells. */
export function VisitPanel({ visit }: { readonly visit: Stage<'visit'> }) {
  const line = currentLine(visit);
  const verdict = sellable(line);
  const many = visit.lines.length > 1;
  const refused = noneMayBuy(visit);
  return (
    <>
      <Holder visit={visit} line={line} />
      {verdict && (many ? <ShortDraft verdict={verdict} line={line} /> : <Draft verdict={verdict} />)}
      {many && <CardList visit={visit} />}
      {!refused && <Money total={visit.total} tenders={visit.tenders} />}
      <div class="foot">
        <NextCard visit={visit} />
        <Actions visit={visit} line={line} />
      </div>
    </>
  );
}

function Draft({ verdict }: { readonly verdict: Sellable }) {
  const { words, perform } = useScreen();
  const { draft, offers } = verdict;
  return (
    <>
      {offers.length > 1 && (
        <fieldset class="kinds">
          <legend class="unseen">{words.visit.kind}</legend>
          {offers.map(({ kind }) => (
            <Button
              key={kind}
              label={words.kindsShort[kind]}
              {...(kind === draft.kind ? { tone: 'chosen' } : { keycap: 'F2' })}
              pressed={kind === draft.kind}
              onPress={() => perform({ want: 'choose-kind', kind })}
            />
          ))}
        </fieldset>
      )}
      <Pieces verdict={verdict} />
    </>
  );
}

/** Several cards leave one row for what can be changed about the one in the large field. */
function ShortDraft({ verdict, line }: { readonly verdict: Sellable; readonly line: LineView }) {
  const { words, perform } = useScreen();
  const other = verdict.offers.find(({ kind }) => kind !== verdict.draft.kind);
  if (isUnconfirmed(line)) return <ConfirmButton line={line} />;
  return (
    <div class="short-draft">
      <Pieces verdict={verdict} />
      {other && (
        <Button
          label={words.kindsShort[other.kind]}
          keycap="F2"
          onPress={() => perform({ want: 'choose-kind', kind: other.kind })}
        />
      )}
    </div>
  );
}

function Pieces({ verdict }: { readonly verdict: Sellable }) {
  const { words, state, perform } = useScreen();
  const most = mostOf(verdict);
  const pieces = Math.min(state.foreseen ?? verdict.draft.pieces, most);
  const set = (n: number) => () => perform({ want: 'set-pieces', pieces: n });
  return (
    <fieldset class="pieces">
      <legend class="unseen">{words.quantity}</legend>
      <Button label="−" name={words.fewer} disabled={pieces <= 1} onPress={set(pieces - 1)} />
      <p>
        <b>{words.count(pieces)}</b>
        <small>{words.most(most)}</small>
      </p>
      <Button label="＋" name={words.more} disabled={pieces >= most} onPress={set(pieces + 1)} />
    </fieldset>
  );
}

/** Quiet: the next card joins or Enter goes on, how many may still come, and how long the visit waits. */
function NextCard({ visit }: { readonly visit: Stage<'visit'> }) {
  const { words, state } = useScreen();
  if (cardInside(visit) || visit.expiresAt === null) return null;
  const left = Math.max(0, Math.ceil((visit.expiresAt - state.now) / 1000));
  const { sells, ends, full } = words.visit.nextCard;
  const { adult, child } = visit.room;
  const hint = noneMayBuy(visit) ? ends : adult + child > 0 ? sells : full;
  return (
    <p class="next-card">
      <span>{hint}</span>
      <small>{words.visit.room(visit.room)}</small>
      {/* Read out every second it would drown the verdict. */}
      <small aria-hidden="true">{words.visit.seconds(left)}</small>
    </p>
  );
}

function ConfirmButton({ line }: { readonly line: LineView }) {
  const { words, perform } = useScreen();
  const checked = !isUnconfirmed(line);
  return (
    <Button
      label={words.act.checked}
      keycap={words.keys.space}
      shortcut="Space"
      tone={checked ? 'chosen' : 'plain'}
      pressed={checked}
      onPress={() => perform({ want: 'confirm-line' })}
    />
  );
}

function Actions({ visit, line }: { readonly visit: Stage<'visit'>; readonly line: LineView }) {
  const { words, state, perform } = useScreen();
  const selling = state.awaiting === 'sell';
  const unconfirmed = visit.lines.some(isUnconfirmed);
  if (noneMayBuy(visit)) {
    return (
      <div class="actions">
        <DismissButton label={words.act.next} />
      </div>
    );
  }
  return (
    <div class="actions">
      {visit.lines.length === 1 && line.verdict.verdict === 'confirm' && <ConfirmButton line={line} />}
      <Button
        label={words.act.cancel}
        keycap="Esc"
        shortcut="Escape"
        onPress={() => perform({ want: 'dismiss' })}
      />
      <Button
        label={selling ? words.act.selling : words.act.sell}
        keycap="Enter"
        // Not closed while a card is unconfirmed: whoever presses it is led to that card.
        tone={unconfirmed ? 'plain' : 'main'}
        disabled={selling || state.connection !== 'online'}
        onPress={() => perform({ want: 'sell' })}
      />
    </div>
  );
}
