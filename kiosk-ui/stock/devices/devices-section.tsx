import { usePage } from '../page-context.ts';
import { Block, Figures } from '../parts/block.tsx';
import { BackupBlock } from './backup-block.tsx';
import { PhonesBlock } from './phones-block.tsx';
import { PrinterBlock } from './printer-block.tsx';
import { ReaderBlock } from './reader-block.tsx';
import { SlipQueue } from './slip-queue.tsx';

/** 裝置: what this counter stands on. */
export function DevicesSection() {
  const { words, snapshot } = usePage();
  const { devices } = words;
  const { clock } = snapshot;
  return (
    <>
      <div class="pair">
        <ReaderBlock />
        <PrinterBlock />
      </div>
      <SlipQueue />
      <PhonesBlock />
      <div class="pair">
        <BackupBlock />
        <Block title={devices.clock}>
          <Figures rows={[[devices.clock, devices.trusts[clock.trust]]]} />
        </Block>
      </div>
    </>
  );
}
