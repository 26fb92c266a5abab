import type { HolderView } from '#api';
import { monthDay } from '../day-format.ts';
import { Button } from '../look/button.tsx';
import type { Sellable, Stage } from '../wall.ts';
import { DismissButton } from './dismiss-button.tsx';
import { mostOf } from './keyboard.ts';
import { Money } from './money.tsx';
import { useScreen } from './screen-context.ts';

/** One third of the screen: whose card it is, what is bought, what it costs, and the key that sells. */
export function VisitPanel({ session }: { readonly session: Stage<'verdict'> }) {
  const { words } = useScreen();
  const { verdict } = session;
  return (
    <>
      <Holder session={session} />
      {verdict.verdict === 'may-not' ? (
        <div class="actions">
          <DismissButton label={words.act.next} />
        </div>
      ) : (
        <>
          <Draft verdict={verdict} />
          <Actions session={session} verdict={verdict} />
        </>
      )}
    </>
  );
}

function Holder({ session }: { readonly session: Stage<'verdict'> }) {
  const { words, state } = useScreen();
  const { holder } = session;
  // Without the till nobody can say whether the card is still there, so what identifies a person leaves the screen.
  if (state.connection !== 'online') return <p class="holder out">{words.visit.hidden}</p>;
  if (!holder) return <p class="holder out">{words.visit.cardOut}</p>;
  return (
    <div class="holder">
      <p class="name">
        {holder.maskedName}
        {holder.childCard && <span class="tag">{words.visit.childCard}</span>}
      </p>
      <p class="identity">
        <span>{words.visit.lastThree(holder.lastThree)}</span>
        <span>{words.visit.bornIn(holder.birthYear)}</span>
      </p>
      {holder.nameUncertain && <p class="uncertain">{words.visit.nameUncertain}</p>}
      {state.historyVisit === session.visitId && <History last={holder.lastPurchase} />}
    </div>
  );
}

function History({ last }: { readonly last: HolderView['lastPurchase'] }) {
  const { words } = useScreen();
  return (
    <p class="history">
      {last
        ? `${monthDay(last.day)} · ${words.kinds[last.kind]} · ${words.count(last.pieces)}`
        : words.visit.noHistory}
    </p>
  );
}

function Draft({ verdict }: { readonly verdict: Sellable }) {
  const { words, perform } = useScreen();
  const { draft, offers } = verdict;
  const most = mostOf(verdict);
  const pieces = (n: number) => () => perform({ want: 'set-pieces', pieces: n });
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
      <fieldset class="pieces">
        <legend class="unseen">{words.quantity}</legend>
        <Button
          label="−"
          name={words.fewer}
          disabled={draft.pieces <= 1}
          onPress={pieces(draft.pieces - 1)}
        />
        <p>
          <b>{words.count(draft.pieces)}</b>
          <small>{words.most(most)}</small>
        </p>
        <Button
          label="＋"
          name={words.more}
          disabled={draft.pieces >= most}
          onPress={pieces(draft.pieces + 1)}
        />
      </fieldset>
      <Money total={draft.total} tenders={draft.tenders} />
    </>
  );
}

function Actions(props: { readonly session: Stage<'verdict'>; readonly verdict: Sellable }) {
  const { words, state, perform } = useScreen();
  const { session, verdict } = props;
  const checked = verdict.verdict === 'may-buy' || state.checkedVisit === session.visitId;
  const selling = state.awaiting === 'sell';
  return (
    <div class="actions">
      {verdict.verdict === 'confirm' && (
        <Button
          label={words.act.checked}
          keycap={words.keys.space}
          shortcut="Space"
          tone={checked ? 'chosen' : 'plain'}
          pressed={checked}
          onPress={() => perform({ want: 'tick-checked' })}
        />
      )}
      <Button
        label={words.act.cancel}
        keycap="Esc"
        shortcut="Escape"
        onPress={() => perform({ want: 'dismiss' })}
      />
      <Button
        label={selling ? words.act.selling : words.act.sell}
        keycap="Enter"
        tone="main"
        disabled={!checked || selling || state.connection !== 'online'}
        onPress={() => perform({ want: 'sell' })}
      />
    </div>
  );
}
