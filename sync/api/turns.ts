import { z } from 'zod';
import { businessDaySchema, instantSchema } from '#rules';

const allowanceSchema = z.strictObject({
  /** Most pieces in one purchase, and the days after which one may buy again. */
  pieces: z.int(),
  days: z.int(),
});

/** Cards of others that one visitor may bring beside their own. */
const proxySchema = z.strictObject({
  adultCards: z.int(),
  childCards: z.int(),
  /** Most of both together; `null`: no other bound than these two. */
  cards: z.int().nullable(),
});
export type ProxyCards = z.infer<typeof proxySchema>;

/** Whose day a day is. Nobody asks for an ID number: the last digit and the year of birth are enough to look it up. */
export const turnsOfDaySchema = z.strictObject({
  day: businessDaySchema,
  /** 0 Sunday to 6 Saturday. */
  weekday: z.int().min(0).max(6),
  /** Last digits of the cards that may buy. */
  adultCards: z.array(z.int().min(0).max(9)),
  childCards: z.array(z.int().min(0).max(9)),
  /** A card is a child's if its holder was born in this year or later. */
  childBornFrom: z.int(),
  childMasksFor: z.enum(['child-cards', 'any-card']),
  allowance: z.strictObject({ adult: allowanceSchema, child: allowanceSchema }),
  unitPrice: z.int(),
  /** Whom the odd and even days bind. */
  weekdayBinds: z.enum(['everybody', 'adult-cards', 'nobody']),
  proxy: proxySchema,
});
export type TurnsOfDay = z.infer<typeof turnsOfDaySchema>;

/** `GET /api/v1/turns`: today and the days after, as far as the announced rules say. Empty before the first rule. */
export const turnsAnswerSchema = z.strictObject({ at: instantSchema, days: z.array(turnsOfDaySchema) });
export type TurnsAnswer = z.infer<typeof turnsAnswerSchema>;
