import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { sellShown } from '#fixtures/screen';
import { withCounter } from '#fixtures/till-in-process';

it('a receipt that was voided is found with who voided it, and why', async () => {
  const { counter } = await withCounter();
  await counter.command({ type: 'virtual-card', card: 'adult-even' });
  const { receiptNumber } = await sellShown(counter);
  const ask = () => counter.ask({ about: 'receipts', by: { what: 'number', text: receiptNumber } });
  expect(await ask()).toMatchObject({ ok: true, answer: { receipts: [{ voided: null }] } });
  const why = { reason: 'wrong-card', note: '拿錯家人的卡' } as const;
  const command = { type: 'void-sale', commandId: randomUUID(), receiptNumber, ...why } as const;
  expect(await counter.command(command)).toEqual({ ok: true });
  const voided = { ...why, at: expect.any(Number), by: counter.latest()?.you.name };
  expect(await ask()).toMatchObject({ ok: true, answer: { receipts: [{ voided }] } });
});
