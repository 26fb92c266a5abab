import { Button } from '../../look/button.tsx';
import { shortTime } from '../days.ts';
import { usePage } from '../page-context.ts';
import { Block, Figures } from '../parts/block.tsx';
import { SaidLine } from '../parts/said-line.tsx';
import { State } from '../parts/state.tsx';
import { useSending } from '../sending.ts';

/** The file and its copies. */
export function BackupBlock() {
  const { words, snapshot, newId } = usePage();
  const { devices } = words;
  const { disk, backup, clock } = snapshot;
  const { said, busy, send } = useSending();
  return (
    <Block
      title={devices.backup}
      aside={backup.fault && <State tone="wrong" text={devices.faults[backup.fault]} />}
    >
      <Figures
        rows={[
          [devices.lastBackup, backup.lastAt === null ? devices.never : shortTime(backup.lastAt, clock.day)],
          [devices.folder, backup.folder],
          [devices.disk, `${devices.disks[disk.state]}，${devices.free(disk.freeMB)}`],
        ]}
      />
      <div class="answers">
        <Button
          label={devices.backUpNow}
          disabled={busy}
          onPress={() => void send({ type: 'back-up-now', commandId: newId() }, (w) => w.devices.backedUp)}
        />
        <SaidLine said={said} />
      </div>
    </Block>
  );
}
