import { z } from 'zod';
import type { ExchangeResult } from './apdu-exchange.ts';

const reader = z.string();
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const step = z.enum(['select', 'get-data']);

const exchangeResultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answered'), body: bytes }),
  z.object({ type: z.literal('refused'), step, statusWord: z.string() }),
  z.object({ type: z.literal('no-answer'), step }),
  z.object({ type: z.literal('endless'), step }),
]) satisfies z.ZodType<ExchangeResult>;

/** What the child process tells. Bytes travel as bytes (structured clone), and only the parent judges them. */
export const childMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('alive') }),
  /** `answering` comes when the readers that were there at the start have been told. */
  z.object({
    type: z.literal('service'),
    health: z.enum(['answering', 'no-service', 'service-frozen']),
    detail: z.string().optional(),
  }),
  /** The child is of no more use: it waits to be killed, and its successor looks again. */
  z.object({
    type: z.literal('lost'),
    health: z.enum(['no-service', 'service-frozen']),
    detail: z.string(),
  }),
  z.object({ type: z.literal('plugged'), reader }),
  z.object({ type: z.literal('unplugged'), reader }),
  z.object({ type: z.literal('inserted'), reader }),
  /** `noticedAt` is `monotonicMs()` at the notice of the card. */
  z.object({
    type: z.literal('exchanged'),
    reader,
    result: exchangeResultSchema,
    atr: bytes,
    noticedAt: z.number(),
  }),
  z.object({
    type: z.literal('failed'),
    reader,
    failure: z.enum(['unreadable', 'pulled-out', 'card-busy']),
    detail: z.string(),
  }),
  z.object({ type: z.literal('removed'), reader }),
]);
export type ChildMessage = z.infer<typeof childMessageSchema>;
