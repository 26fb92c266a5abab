import type { Command } from '#api';
import { Button } from '../../look/button.tsx';
import { usePage } from '../page-context.ts';
import { Block } from '../parts/block.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { useSending } from '../sending.ts';
import type { StockSnapshot } from '../terms.ts';

type QueuedSlip = StockSnapshot['queue'][number];

/** Slips that are not on paper: a person answers for the doubtful ones, and orders copies of the others. */
export function SlipQueue() {
  const { words, snapshot } = usePage();
  const { devices } = words;
  const { said, busy, send } = useSending();
  const tell = (command: Command) => void send(command, (w) => w.devices.settled);
  return (
    <Block title={devices.queue} aside={<SaidLine said={said} />}>
      {snapshot.queue.length === 0 ? (
        <p class="hint">{devices.emptyQueue}</p>
      ) : (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{devices.slip}</th>
              <th scope="col">{devices.number}</th>
              <th scope="col">{devices.state}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {snapshot.queue.map((slip) => (
              <tr key={slip.jobId}>
                <th scope="row">{words.slips[slip.slip]}</th>
                <td>
                  {slip.name}
                  {slip.copy > 0 && <small>{devices.copy(slip.copy)}</small>}
                </td>
                <td data-open={slip.state === 'doubtful' ? '' : undefined}>{words.slipStates[slip.state]}</td>
                <td class="doing">
                  <SlipAnswers slip={slip} busy={busy} tell={tell} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

interface SlipAnswersProps {
  readonly slip: QueuedSlip;
  readonly busy: boolean;
  readonly tell: (command: Command) => void;
}

function SlipAnswers({ slip: { jobId, slip, reference, name, state }, busy, tell }: SlipAnswersProps) {
  const { words, newId } = usePage();
  const { devices } = words;
  if (state === 'doubtful') {
    return (
      <div>
        <Button
          label={devices.printed}
          name={`${devices.printed} ${name}`}
          disabled={busy}
          onPress={() => tell({ type: 'settle-slip', commandId: newId(), jobId, answer: 'printed' })}
        />
        <Button
          label={devices.printCopy}
          name={`${devices.printCopy} ${name}`}
          disabled={busy}
          onPress={() => tell({ type: 'settle-slip', commandId: newId(), jobId, answer: 'copy' })}
        />
      </div>
    );
  }
  if (state !== 'abandoned') return null;
  return (
    <div>
      <Button
        label={words.reprint}
        name={`${words.reprint} ${name}`}
        disabled={busy}
        onPress={() => tell({ type: 'reprint', commandId: newId(), slip, reference })}
      />
    </div>
  );
}
