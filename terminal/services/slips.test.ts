import { describe, expect, it, onTestFinished } from 'vitest';
import { commandIds, createCounterKit, manager, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { createVirtualPrinter } from '#fixtures/printer/virtual-printer';
import { until } from '#fixtures/until';
import type { PrintJobState, SlipName } from '#store';
import { createSlipDocuments } from './slip-documents.ts';
import { createSlips } from './slips.ts';

const outlet = { code: '5901999992', name: '示範藥局' };
/** Short, so that a silent printer is given up on soon; no test depends on how soon. */
const timing = { pollMs: 20, answerMs: 200, confirmMs: 300 };

function slipsOf(kit: ReturnType<typeof createCounterKit>) {
  const { printer, device } = createVirtualPrinter({ paper: 80, timing });
  const documentOf = createSlipDocuments({ ...kit, outlet: () => outlet, purpose: 'shop' });
  const slips = createSlips({ ...kit, printer, documentOf, onFault: (error) => expect.fail(String(error)) });
  const close = async () => {
    await Promise.all([printer.close(), slips.close()]);
    device.close();
  };
  onTestFinished(close);
  const job = (receiptNumber: string, state: PrintJobState) =>
    until(slips.changed.subscribe, () => {
      const latest = kit.store.printJobs.latestOf(receipt(receiptNumber));
      return latest?.state === state ? latest : null;
    });
  return { slips, device, printer, job, close };
}

function shop() {
  const kit = createCounterKit(freshFolder());
  kit.stockUp({ adult: 100, child: 100 });
  const sell = (n: number) => kit.sell(visitorNumber(n));
  return { kit, sell };
}

const first = '1090312-0001';
const receipt = (reference: string): SlipName => ({ slip: 'receipt', reference });

/** The first slip of the day, in the middle of which the printer was reset. */
async function droppedSlip() {
  const { kit, sell } = shop();
  const parts = slipsOf(kit);
  parts.device.afterBytes(60, 'reset');
  sell(2);
  parts.slips.wake();
  const doubtful = await parts.job(first, 'doubtful');
  return { kit, sell, ...parts, doubtful };
}

describe('a slip', () => {
  it('is printed after the sale and says what was sold and when to come again', async () => {
    const { kit, sell } = shop();
    const { slips, device, job } = slipsOf(kit);
    sell(2);
    slips.wake();
    await job(first, 'confirmed');
    const [slip] = device.slips();
    for (const words of [
      '示範藥局',
      '購買證明',
      first,
      '109/03/12',
      '*******002',
      '成人口罩 3 片',
      '109/03/19',
    ]) {
      expect(slip?.text).toContain(words);
    }
    expect(slip?.text).not.toContain('COPY');
  });

  it('waits while there is no paper, and comes by itself when there is', async () => {
    const { kit, sell } = shop();
    const { slips, device, printer, job } = slipsOf(kit);
    device.setPaper('out');
    await until(printer.subscribe, () => printer.status().paper === 'out');
    sell(2);
    sell(4);
    slips.wake();
    expect(kit.store.printJobs.waiting()).toBe(2);
    device.setPaper('ok');
    await job('1090312-0002', 'confirmed');
    expect(device.slips()).toHaveLength(2);
  });

  it('of which nobody knows is never printed again by itself', async () => {
    const { kit, slips, sell, job, doubtful } = await droppedSlip();
    sell(4);
    slips.wake();
    await job('1090312-0002', 'confirmed');
    expect(kit.store.printJobs.doubtful()).toEqual([doubtful]);
  });

  it('in doubt that a person found is settled without another', async () => {
    const { kit, slips, doubtful } = await droppedSlip();
    const { id } = doubtful;
    expect(slips.settle(commandIds(), id, 'printed', manager)).toBe('done');
    expect(slips.settle(commandIds(), id, 'printed', manager)).toBe('not-now');
    expect(kit.store.printJobs.byId(id)?.state).toBe('confirmed');
    expect(kit.store.slipCopies.of(receipt(first))).toBe(0);
  });

  it('in doubt that a person missed is followed by a marked copy', async () => {
    const { kit, slips, device, job, doubtful } = await droppedSlip();
    const { id } = doubtful;
    const command = commandIds();
    expect(slips.settle(command, id, 'copy', manager)).toBe('done');
    expect(slips.settle(command, id, 'copy', manager)).toBe('done');
    await job(first, 'confirmed');
    expect(device.slips().at(-1)?.text).toContain('補印 COPY 1');
    expect(kit.store.slipCopies.of(receipt(first))).toBe(1);
  });

  it('asked for again is marked with the number of the copy, and a command sent twice makes one', async () => {
    const { kit, sell } = shop();
    const { slips, device } = slipsOf(kit);
    sell(2);
    slips.wake();
    for (const copy of [1, 2]) {
      const command = commandIds();
      expect(slips.copy(command, receipt(first), manager)).toBe('done');
      expect(slips.copy(command, receipt(first), manager)).toBe('done');
      await until(slips.changed.subscribe, () => {
        const latest = kit.store.printJobs.latestOf(receipt(first));
        return latest?.copy === copy && latest.state === 'confirmed';
      });
      expect(device.slips().at(-1)?.text).toContain(`補印 COPY ${copy}`);
    }
    expect(device.slips()).toHaveLength(3);
  });

  it('of a receipt that was never issued is unknown', () => {
    const { kit } = shop();
    const { slips } = slipsOf(kit);
    expect(slips.copy(commandIds(), receipt('1090312-0099'), manager)).toBe('unknown');
    expect(slips.settle(commandIds(), 99, 'copy', manager)).toBe('unknown');
  });

  it('that was on its way when the program was cut off is in doubt at the next start', async () => {
    const { kit, sell } = shop();
    sell(2);
    const job = kit.store.printJobs.next();
    kit.store.printJobs.move(job?.id ?? expect.fail('a job'), 'sending');
    const { slips, device } = slipsOf(kit);
    slips.wake();
    expect(kit.store.printJobs.doubtful()).toHaveLength(1);
    expect(device.slips()).toHaveLength(0);
  });

  it('under way when the till closes ends as what it is', async () => {
    const { kit, sell } = shop();
    const { slips, device, job, close } = slipsOf(kit);
    device.afterBytes(60, 'silence');
    sell(2);
    slips.wake();
    await job(first, 'sending');
    await close();
    expect(['queued', 'doubtful']).toContain(kit.store.printJobs.latestOf(receipt(first))?.state);
  });
});
