import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { centralInProcess, sampleList, taipei } from '#fixtures/central-in-process';
import { createTestTill } from '#fixtures/central-kit';

it('a till that is revoked has nothing on the public board, without a word from anybody else', async () => {
  const central = await centralInProcess();
  const { board, enrolment, service } = central.desk;
  await central.api('POST', '/outlets', sampleList);
  const till = createTestTill({ ask: service.handle, now: central.now }, taipei);
  await till.enrol((await enrolment.makeCode(taipei))?.code ?? '');
  till.open();
  till.append({ kind: 'goods-in', commandId: randomUUID(), pieces: { adult: 100, child: 0 } });
  const changed = () =>
    new Promise<number>((resolve) => {
      const end = board.subscribe(() => {
        end();
        resolve(board.figures(taipei).onHand.adult);
      });
    });
  const filled = changed();
  await till.push();
  // Being enrolled is a change as well, and may be read first.
  expect((await filled) || (await changed())).toBe(100);
  const emptied = changed();
  await central.api('POST', '/tills/revoke', { outlet: taipei, tillId: till.name.tillId });
  expect(await emptied).toBe(0);
});
