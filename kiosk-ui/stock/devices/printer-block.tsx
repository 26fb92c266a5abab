import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { Block, Figures } from '../parts/block.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { State } from '../parts/state.tsx';
import { useSending } from '../sending.ts';

/** The slip printer, and a slip to try it. */
export function PrinterBlock() {
  const { words, snapshot, newId } = usePage();
  const { devices } = words;
  const { link, paper, cover } = snapshot.printer;
  const { said, busy, send } = useSending();
  const well = link === 'online' || link === 'none' || link === 'connecting';
  return (
    <Block
      title={devices.printer}
      aside={<State tone={well ? 'well' : 'wrong'} text={devices.links[link]} />}
    >
      <Figures
        rows={[
          [devices.paper, devices.papers[paper]],
          [devices.cover, devices.covers[cover]],
        ]}
      />
      <div class="answers">
        <Button
          label={devices.test}
          disabled={busy || link === 'none'}
          onPress={() =>
            void send({ type: 'test-printer', commandId: newId() }, (w) => w.devices.testOrdered)
          }
        />
        <SaidLine said={said} />
      </div>
    </Block>
  );
}
