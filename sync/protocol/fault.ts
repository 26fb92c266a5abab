import { z } from 'zod';
import { instantSchema } from '#rules';

/**
 * Why the centre did not do what was asked. The list is closed; beside each stands what the till does next, and
 * `nextStep` says the same to the program. A fault never undoes what was acknowledged before it.
 */
export const faultKindSchema = z.enum([
  /** The request is not what the protocol says. A fault of the program: stop, and tell whoever looks after it. */
  'bad-request',
  /** This till speaks a version that the centre no longer does: install the newer program. */
  'protocol-too-old',
  /** The centre does not know this version yet: go on selling, and try again every few minutes. */
  'protocol-too-new',
  /** Nobody knows this till: enrol it. */
  'unknown-till',
  /** The till was reported lost, or was replaced: enrol it again, if it is where it should be. */
  'revoked',
  /** The signature does not fit the request and the key: stop. */
  'bad-signature',
  /** Signed too long ago or in the future: sign again by the centre's time, which the answer carries. */
  'stale-request',
  /** Seen before: sign again. */
  'replayed-request',
  /** More than the centre takes at once: send half as many entries. */
  'too-large',
  /** Too many at once: come back after `Retry-After`. */
  'busy',
  /** Something broke at the centre: come back later. */
  'broke',
  /** Entries are missing before these: send from the number that the answer names. */
  'gap',
  /** The centre has another entry of this number: the disk was cloned or rolled back. Stop; enrol again as its continuation. */
  'fork',
  /** The journal ends before what the centre has acknowledged: an older copy was put back. Stop, as with a fork. */
  'rolled-back',
  /** An entry does not follow from the one before it: stop, and check the file with `verify`. */
  'broken-chain',
  /** An entry is of a kind or a shape that the centre does not know yet: wait until it does. */
  'unknown-entry',
  /** An entry is ahead of the centre's clock: wait until its time has come. */
  'entry-in-future',
  /** The journal is of another outlet or another till, or of a demonstration: stop. */
  'wrong-journal',
  /** No such enrolment code for this outlet: ask for another. */
  'code-unknown',
  /** The enrolment code was used by another till: ask for another. */
  'code-used',
  /** The enrolment code is too old: ask for another. */
  'code-expired',
  /** The centre does not list this outlet: look at its code once more. */
  'unknown-outlet',
]);
export type FaultKind = z.infer<typeof faultKindSchema>;

export const faultSchema = z.object({
  kind: faultKindSchema,
  /** The first entry concerned; for a gap the number to send from. */
  seq: z.int().positive().optional(),
  /** The centre's time, where the till has to know it. */
  now: instantSchema.optional(),
  /** For the log: English, without personal data. */
  detail: z.string().optional(),
});
export type Fault = z.infer<typeof faultSchema>;

/** A fault that came later than this program: all that is known of it is its name, and the time if it carries it. */
export const laterFaultSchema = z
  .object({ kind: z.string().max(100), now: instantSchema.optional() })
  .refine(({ kind }) => !faultKindSchema.safeParse(kind).success)
  .transform(({ kind, now }) => ({
    kind: 'later-fault' as const,
    named: kind,
    ...(now !== undefined && { now }),
  }));
export type LaterFault = z.infer<typeof laterFaultSchema>;

/** `again`: at once, but not for ever. `wait`: with the long pause. `stop`: until a person has done something. */
export type NextStep = 'again' | 'send-from' | 'send-less' | 'back-off' | 'wait' | 'stop';

export const nextStep: Readonly<Record<FaultKind, NextStep>> = {
  'bad-request': 'stop',
  'protocol-too-old': 'stop',
  'protocol-too-new': 'wait',
  'unknown-till': 'stop',
  revoked: 'stop',
  'bad-signature': 'stop',
  'stale-request': 'again',
  'replayed-request': 'again',
  'too-large': 'send-less',
  busy: 'back-off',
  broke: 'back-off',
  gap: 'send-from',
  fork: 'stop',
  'rolled-back': 'stop',
  'broken-chain': 'stop',
  'unknown-entry': 'wait',
  'entry-in-future': 'wait',
  'wrong-journal': 'stop',
  'code-unknown': 'stop',
  'code-used': 'stop',
  'code-expired': 'stop',
  'unknown-outlet': 'stop',
};

/** Every answer that is not what was asked for: an HTTP status of 400 and above with this body. */
export const faultAnswerSchema = z.object({ fault: faultSchema });
export type FaultAnswer = z.infer<typeof faultAnswerSchema>;

/** The same of a later centre; what the till does next follows from the HTTP status. */
export const laterFaultAnswerSchema = z.object({ fault: laterFaultSchema });
