import type { SetUp, SetUpReply } from '#api';

export type SetUpOutcome = SetUpReply | { readonly ok: false; readonly code: 'lost' };

/** What became of a code that was given and did not enrol the till. */
export type NotEnrolled = Exclude<Extract<SetUpReply, { ok: true }>['enrolment'], 'done' | 'not-asked'>;

/** Why a till that was set up is not enrolled although a code was given; `null` if nothing is to be said. */
export const notEnrolled = ({ enrolment }: Extract<SetUpReply, { ok: true }>): NotEnrolled | null =>
  enrolment === 'done' || enrolment === 'not-asked' ? null : enrolment;

/** Sends what was keyed in. @param token of the page, which alone may set this till up */
export async function sendSetUp(setUp: SetUp, token: string, fetched = fetch): Promise<SetUpOutcome> {
  try {
    const reply = await fetched('/set-up', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(setUp),
    });
    const said: unknown = await reply.json();
    return isReply(said) ? said : { ok: false, code: 'malformed' };
  } catch {
    return { ok: false, code: 'lost' };
  }
}

const isReply = (said: unknown): said is SetUpReply =>
  typeof said === 'object' && said !== null && 'ok' in said && typeof said.ok === 'boolean';

/** Whether the till has become a till. While it changes over nobody answers, which is no reason to stop asking. */
export async function isOpen(fetched = fetch): Promise<boolean> {
  try {
    const said: unknown = await (await fetched('/health')).json();
    return typeof said === 'object' && said !== null && 'phase' in said && said.phase === 'open';
  } catch {
    return false;
  }
}
