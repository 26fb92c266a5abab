import { useDraft, usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { Form, TextEntry } from '../parts/entries.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';

type Draft = { readonly name: string; readonly address: string; readonly phone: string };

/** 店別: what stands on top of every slip. */
export function OutletForm({ disabled }: { readonly disabled: boolean }) {
  const { words, snapshot, newId } = usePage();
  const { people } = words;
  const { code, name, address, phone } = snapshot.outlet;
  const [draft, setDraft] = useDraft<Draft | null>('outlet', null);
  const { said, busy, send } = useSending();
  const shown = draft ?? { name, address, phone };

  const save = async () => {
    const outlet = {
      name: shown.name.trim(),
      address: shown.address.trim(),
      phone: shown.phone.trim(),
    };
    if (outlet.name === '') return;
    const refusal = await send(
      { type: 'describe-outlet', commandId: newId(), ...outlet },
      (w) => w.people.outletSaved,
    );
    if (refusal === null) setDraft(null);
  };

  return (
    <Block title={people.outlet} aside={<p class="hint">{`${people.code} ${code}`}</p>}>
      <Form name={people.outlet} onSend={() => void save()}>
        <div class="pair">
          <TextEntry
            label={people.outletName}
            most={40}
            disabled={disabled}
            value={shown.name}
            onValue={(value) => setDraft({ ...shown, name: value })}
          />
          <TextEntry
            label={people.phone}
            most={20}
            disabled={disabled}
            value={shown.phone}
            onValue={(value) => setDraft({ ...shown, phone: value })}
          />
        </div>
        <TextEntry
          label={people.address}
          most={80}
          disabled={disabled}
          value={shown.address}
          onValue={(value) => setDraft({ ...shown, address: value })}
        />
        {!disabled && (
          <div class="answers">
            <button type="submit" class="button main" disabled={busy || shown.name.trim() === ''}>
              {words.save}
            </button>
            <SaidLine said={said} />
          </div>
        )}
      </Form>
    </Block>
  );
}
