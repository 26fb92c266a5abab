import { useRef, useState } from 'preact/hooks';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import type { TakenBack } from '../take-back.ts';
import type { Words } from '../words/words.ts';

type Told = 'nothing' | 'under-way' | 'saved' | 'refused' | TakenBack;

/** Records that go to the centre on a stick, and what comes back on it, for stations without a line. */
export function CarryBlock() {
  const { words, snapshot, saveReport, takeBack } = usePage();
  const { centre } = words;
  const [told, setTold] = useState<Told>('nothing');
  const file = useRef<HTMLInputElement>(null);
  const busy = told === 'under-way';
  const carryOut = async () => {
    setTold('under-way');
    const name = `carried-${snapshot.outlet.code}-${snapshot.clock.day}.json`;
    const outcome = await saveReport('/carried', name);
    setTold(outcome === 'lost' ? { ok: false, code: 'lost' } : outcome);
  };
  const take = async ({ files }: HTMLInputElement) => {
    const [chosen] = files ?? [];
    if (!chosen) return;
    setTold('under-way');
    setTold(await takeBack(chosen));
    // So that the same file can be chosen once more.
    if (file.current) file.current.value = '';
  };
  const well = told === 'saved' || (typeof told === 'object' && told.ok);
  return (
    <Block title={centre.carry}>
      <p class="hint">{centre.carryHint}</p>
      <div class="answers">
        <Button label={centre.carryOut} disabled={busy} onPress={() => void carryOut()} />
        <input
          ref={file}
          type="file"
          accept=".json,application/json"
          hidden
          onChange={({ currentTarget }) => void take(currentTarget)}
        />
        <Button label={centre.takeBack} disabled={busy} onPress={() => file.current?.click()} />
        <p class="said" data-tone={well ? 'done' : 'refused'} role="status">
          {sentence(words, told)}
        </p>
      </div>
    </Block>
  );
}

function sentence({ centre, asking }: Words, told: Told): string {
  switch (told) {
    case 'nothing':
      return '';
    case 'under-way':
      return asking;
    case 'saved':
      return centre.carriedOut;
    case 'refused':
      return centre.carryRefused;
    default:
      return told.ok ? centre.takenBack : centre.takeBackRefusals[told.code];
  }
}
