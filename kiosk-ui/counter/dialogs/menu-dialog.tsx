import { useState } from 'preact/hooks';
import type { CounterSnapshot } from '#api';
import { Button } from '../../look/button.tsx';
import type { SellingState } from '../../wall.ts';
import { useScreen } from '../screen-context.ts';
import { Dialog } from './dialog.tsx';
import { chosenBy, LargeChoices } from './large-choices.tsx';
import { NoteEntry } from './note-entry.tsx';

const states: readonly SellingState[] = ['open', 'paused', 'sold-out', 'equipment-broken', 'closed-today'];

/** What the public is told, and the way to the other pages. */
export function MenuDialog({ snapshot }: { readonly snapshot: CounterSnapshot }) {
  const { words, state, perform } = useScreen();
  const { menu } = words;
  const { sellingState, mode } = snapshot;
  const [chosen, choose] = useState<SellingState>(sellingState.state);
  const [note, setNote] = useState(sellingState.note);
  const changed = chosen !== sellingState.state || note.trim() !== sellingState.note;
  const publish = () =>
    perform({ want: 'order', order: { type: 'set-selling-state', state: chosen, note: note.trim() } });
  return (
    <Dialog
      title={words.keys.menu}
      size="wide"
      onKey={(key) => {
        const picked = chosenBy(key, states);
        if (picked) choose(picked);
        return picked !== undefined;
      }}
    >
      <form
        class="menu"
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) publish();
        }}
      >
        <h3>{menu.selling}</h3>
        <LargeChoices
          name={menu.selling}
          choices={states}
          labels={menu.states}
          chosen={chosen}
          onChoose={choose}
          columns="three"
        />
        <div class="beside">
          <NoteEntry label={menu.publicNote} value={note} onNote={setNote} />
          <button
            type="submit"
            class="button main"
            disabled={!changed || state.awaiting === 'set-selling-state'}
          >
            {menu.apply}
          </button>
        </div>
      </form>
      <h3>{menu.pages}</h3>
      <div class="pages">
        <Page address="/stock" name={menu.stock} hint={menu.stockHint} />
        <Page address="/paper-form" name={menu.paperForm} hint={menu.paperFormHint} />
        <Button
          label={menu.display}
          keycap="L"
          onPress={() => perform({ want: 'open', dialog: 'language' })}
        />
        {mode === 'drill' && (
          <Button label={menu.guide} onPress={() => perform({ want: 'guide', guide: 'begin' })} />
        )}
      </div>
    </Dialog>
  );
}

function Page(props: { readonly address: string; readonly name: string; readonly hint: string }) {
  return (
    <a class="button page" href={props.address}>
      <b>{props.name}</b>
      <small>{props.hint}</small>
    </a>
  );
}
