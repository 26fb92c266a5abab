import { grouped } from '../../day-format.ts';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { State } from '../parts/state.tsx';

/** Readers, how long they have served, and what they need. */
export function ReaderBlock() {
  const { words, snapshot } = usePage();
  const { devices } = words;
  const { health, readers } = snapshot.reader;
  const well = health === 'ready' || health === 'starting';
  return (
    <Block
      title={devices.reader}
      aside={<State tone={well ? 'well' : 'wrong'} text={devices.healths[health]} />}
    >
      {readers.length === 0 && <p class="hint">{devices.noReaders}</p>}
      {readers.map(({ name, insertions, readErrors, care }) => (
        <section key={name} class="reader" aria-label={name}>
          <p>
            <b>{name}</b>
            <State tone={care === 'none' ? 'well' : 'wrong'} text={devices.care[care]} />
          </p>
          <meter
            min={0}
            max={10_000}
            high={9_000}
            optimum={0}
            value={insertions}
            aria-label={`${devices.insertions} ${devices.ofLife(insertions)}`}
          />
          <dl class="figures">
            <div>
              <dt>{devices.insertions}</dt>
              <dd>{devices.ofLife(insertions)}</dd>
            </div>
            <div>
              <dt>{devices.readErrors}</dt>
              <dd>{grouped(readErrors)}</dd>
            </div>
          </dl>
        </section>
      ))}
    </Block>
  );
}
