import type { z } from 'zod';
import { malformed, type Parsed, parsed } from './parsed.ts';

/** Ten characters: a national ID, a residence certificate number, or another number a card may carry. */
export type IdNumber = string & z.$brand<'IdNumber'>;

/** `resident-old` is the form of all of 2020 (two letters); `resident-new` was issued from 2021-01-02. */
export type IdForm = 'national' | 'resident-old' | 'resident-new' | 'other';

export interface IdentifiedNumber {
  readonly number: IdNumber;
  readonly form: IdForm;
  /** `none`: a form that has no known check digit. */
  readonly checkDigit: 'right' | 'wrong' | 'none';
}

// A=10 … Z=35 in the order in which the letters were assigned to counties, not in the alphabet's.
const letterValues: Readonly<Record<string, number>> = Object.fromEntries(
  [...'ABCDEFGHJKLMNPQRSTUVXYWZIO'].map((letter, i) => [letter, i + 10]),
);
const letterValue = (letter: string): number => letterValues[letter] ?? 0;

function checksumHolds(number: string): boolean {
  const first = letterValue(number.charAt(0));
  const second = /[A-Z]/.test(number.charAt(1))
    ? letterValue(number.charAt(1)) % 10
    : Number(number.charAt(1));
  let sum = Math.floor(first / 10) + 9 * (first % 10) + 8 * second;
  for (let i = 2; i <= 8; i++) sum += Number(number.charAt(i)) * (9 - i);
  return (sum + Number(number.charAt(9))) % 10 === 0;
}

function formOf(number: string): IdForm {
  if (/^[A-Z][12]\d{8}$/.test(number)) return 'national';
  if (/^[A-Z][A-D]\d{8}$/.test(number)) return 'resident-old';
  if (/^[A-Z][89]\d{8}$/.test(number)) return 'resident-new';
  return 'other';
}

/** Reads an ID number as printed or as stored on the chip. Source: the Ministry of the Interior's check digit. */
export function parseIdNumber(text: string): Parsed<IdentifiedNumber, 'not-an-id-number'> {
  const number = text.trim().toUpperCase();
  if (!/^[A-Z0-9]{10}$/.test(number)) return malformed('not-an-id-number');
  const form = formOf(number);
  const checkDigit = form === 'other' ? 'none' : checksumHolds(number) ? 'right' : 'wrong';
  return parsed({ number: number as IdNumber, form, checkDigit });
}

/** The digit that decides the weekday; `null` where the number ends in a letter. */
export function lastDigit(number: IdNumber): number | null {
  const last = number.charAt(number.length - 1);
  return /\d/.test(last) ? Number(last) : null;
}

export const lastThree = (number: IdNumber): string => number.slice(-3);

/**
 * `*******789`, the only form in which a number leaves the card session. A mask that also kept the head of the number
 * would give the whole of it away: with six characters in front and three behind, the check digit yields the tenth.
 */
export const maskedIdNumber = (three: string): string => three.padStart(10, '*');
