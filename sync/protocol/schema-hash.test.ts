import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { answeredSchema, carriedSchema } from './carried.ts';
import { factSchema } from './entry.ts';
import { faultAnswerSchema, laterFaultAnswerSchema } from './fault.ts';
import { enrolledAnswerSchema, enrolSchema } from './messages/enrol.ts';
import { pullAnswerSchema, pullHeardSchema, pullSchema } from './messages/pull.ts';
import { pushAnswerSchema, pushSchema } from './messages/push.ts';
import { quotaAnswerSchema, quotaSchema } from './messages/quota.ts';
import { minimumVersion, protocolVersion } from './version.ts';

/** Everything that crosses the line between a till and the centre. */
const messages = {
  factSchema,
  faultAnswerSchema,
  laterFaultAnswerSchema,
  enrolSchema,
  enrolledAnswerSchema,
  pushSchema,
  pushAnswerSchema,
  pullSchema,
  pullAnswerSchema,
  pullHeardSchema,
  quotaSchema,
  quotaAnswerSchema,
  carriedSchema,
  answeredSchema,
};

const hashOf = (schemas: Readonly<Record<string, z.ZodType>>): string => {
  const text = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  return createHash('sha256').update(JSON.stringify(text)).digest('hex').slice(0, 16);
};

/**
 * What each version of the protocol looks like. When this fails, a schema has changed: if the version before could not
 * read what is written now, or the other way round, `protocolVersion` goes up by one; then a line is added here.
 *
 * 1 was changed once: what a till reads passes over what it does not know. What is written stayed the same, so both
 * ends of before and after understand each other.
 *
 * And facts grow: a till may write `reviewed`, and when the lines of a void were sold. A centre of before answers
 * `unknown-entry` to the first of them, and the till waits and goes on selling until the centre is newer, as it does for
 * every kind of entry; a new version would have made it wait from its first push.
 *
 * And the answer to a push may say how many entries the centre takes at once. A till of before passes over it, and one
 * that is not told sends what every centre takes.
 *
 * And a pack of rules is read strictly: one with a rule that a program does not know is *unreadable* to it.
 */
const known: Readonly<Record<number, string>> = { 1: 'ffd4af840f25492d' };

it('a change of a schema is a decision about the version', () => {
  expect({ version: protocolVersion, schemas: hashOf(messages) }).toEqual({
    version: protocolVersion,
    schemas: known[protocolVersion],
  });
});

it('the oldest version that is spoken is one that there was', () => {
  expect(minimumVersion).toBeGreaterThanOrEqual(1);
  expect(minimumVersion).toBeLessThanOrEqual(protocolVersion);
});
