import { z } from 'zod';
import { parseTillName } from '#protocol';
import { faultStatus } from '../../requests/fault-status.ts';
import { type AdminDesk, atOutlet } from './admin-desk.ts';
import { answer, reading, refuse } from './asking.ts';

/** The file of a till without a line; what comes back goes onto the same stick. */
export const answerCarried = (desk: AdminDesk) =>
  reading(z.looseObject({ till: z.string() }), (carried, asked) => {
    const till = parseTillName(carried.till);
    if (!till) return Promise.resolve(refuse('bad-body', 'till: names no till'));
    return atOutlet(desk, asked, 'answer-carried', till, async () => {
      const answered = await desk.service.answerCarried(carried);
      if (!('fault' in answered)) return answer(answered);
      const { kind, ...fault } = answered.fault;
      return { status: faultStatus[kind], body: { code: kind, ...fault } };
    });
  });
