import { z } from 'zod';
import {
  businessDaySchema,
  instantSchema,
  openingHoursSchema,
  operatorIdSchema,
  piecesByKindSchema,
  roleSchema,
  sellingStateSchema,
} from '#rules';
import { fact } from '../fact.ts';

export const outletDescribedSchema = fact('outlet-described', {
  /** Absent where the till described itself by its settings. */
  commandId: z.uuid().optional(),
  name: z.string().min(1),
  address: z.string(),
  phone: z.string(),
});

/** A person who works here was added, or is from now on as described. What proves a PIN is never in the journal. */
export const operatorKeptSchema = fact('operator-kept', {
  commandId: z.uuid(),
  operatorId: operatorIdSchema,
  name: z.string().min(1),
  role: roleSchema,
  active: z.boolean(),
});

export const pinSetSchema = fact('pin-set', { commandId: z.uuid(), operatorId: operatorIdSchema });

/** Too many wrong PINs. */
export const operatorLockedSchema = fact('operator-locked', {
  operatorId: operatorIdSchema,
  until: instantSchema,
});

export const signedInSchema = fact('signed-in', {});

export const sellingStateSetSchema = fact('selling-state-set', {
  commandId: z.uuid(),
  state: sellingStateSchema,
  note: z.string(),
});

export const openingHoursSetSchema = fact('opening-hours-set', {
  commandId: z.uuid(),
  week: openingHoursSchema,
  note: z.string(),
});

/** A manager looked at the clock and found it right. */
export const clockConfirmedSchema = fact('clock-confirmed', {
  commandId: z.uuid(),
  /** The time by which the till had counted until then. */
  before: instantSchema,
});

/** What one business day came to. Money in NT$. */
export const dayFiguresSchema = z.strictObject({
  sold: piecesByKindSchema,
  sales: piecesByKindSchema,
  salesAmount: z.int(),
  voids: z.strictObject({ receipts: z.int(), pieces: piecesByKindSchema, amount: z.int() }),
  toRemit: z.int(),
  byHand: z.int(),
  paper: z.int(),
  persons: z.int(),
  sellingDay: z.int(),
  subsidy: z.number(),
  received: piecesByKindSchema,
  adjusted: piecesByKindSchema,
});
export type DayFigures = z.infer<typeof dayFiguresSchema>;

export const dayClosedSchema = fact('day-closed', {
  commandId: z.uuid(),
  day: businessDaySchema,
  /** 1 for the first close of that day; a later one replaces it. */
  number: z.int().positive(),
  figures: dayFiguresSchema,
  /** On hand at the close. */
  bookedStock: piecesByKindSchema,
  countedStock: piecesByKindSchema,
  countedCash: z.int().nonnegative(),
  /** Entries that the centre had not acknowledged. */
  unsent: z.int().nonnegative(),
  note: z.string(),
});
export type DayClosed = z.infer<typeof dayClosedSchema>;
