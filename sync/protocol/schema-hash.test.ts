import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { answeredSchema, carriedSchema } from './carried.ts';
import { factSchema } from './entry.ts';
import { faultAnswerSchema } from './fault.ts';
import { enrolledAnswerSchema, enrolSchema } from './messages/enrol.ts';
import { pullAnswerSchema, pullSchema } from './messages/pull.ts';
import { pushAnswerSchema, pushSchema } from './messages/push.ts';
import { quotaAnswerSchema, quotaSchema } from './messages/quota.ts';
import { minimumVersion, protocolVersion } from './version.ts';

/** Everything that crosses the line between a till and the centre. */
const messages = {
  factSchema,
  faultAnswerSchema,
  enrolSchema,
  enrolledAnswerSchema,
  pushSchema,
  pushAnswerSchema,
  pullSchema,
  pullAnswerSchema,
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
 */
const known: Readonly<Record<number, string>> = { 1: '7e43b679c0d3ca1f' };

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
