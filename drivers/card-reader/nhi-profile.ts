import {
  type BusinessDay,
  type IdentifiedNumber,
  malformed,
  type Parsed,
  parsed,
  parseIdNumber,
  parseRocDate,
  personal,
} from '#rules';
import { decodeCardName } from './card-name.ts';
import type { NhiCard } from './card-reader.ts';

const basicDataLength = 57;

/** Which part of the basic data is wrong. It names the field and never says what stood in it. */
export type BasicDataProblem = 'length' | 'card-number' | 'id-number' | 'birth' | 'sex' | 'issue';

/**
 * Parses the basic data of an NHI card: 12 card number, 20 name, 10 ID number, 7 birth, 1 sex, 7 issue. A wrong check
 * digit of the ID number is not refused here, it is carried in the number; nor is a date in the future, because there
 * is no clock here.
 */
export function parseNhiBasic(bytes: Uint8Array): Parsed<NhiCard, BasicDataProblem> {
  if (bytes.length !== basicDataLength) return malformed('length');
  const cardNumber = ascii(bytes, 0, 12);
  if (!/^\d{12}$/.test(cardNumber)) return malformed('card-number');
  const id: Parsed<IdentifiedNumber, string> = parseIdNumber(ascii(bytes, 32, 42));
  if (!id.ok) return malformed('id-number');
  const born: Parsed<BusinessDay, string> = parseRocDate(ascii(bytes, 42, 49));
  if (!born.ok) return malformed('birth');
  const sex = sexes[ascii(bytes, 49, 50)];
  if (sex === undefined) return malformed('sex');
  const issued: Parsed<BusinessDay, string> = parseRocDate(ascii(bytes, 50, 57));
  if (!issued.ok) return malformed('issue');
  return parsed({
    cardNumber: personal(cardNumber),
    name: personal(decodeCardName(bytes.subarray(12, 32))),
    id: personal(id.value),
    born: personal(born.value),
    sex,
    issued: issued.value,
  });
}

const sexes: Readonly<Record<string, NhiCard['sex']>> = { M: 'male', F: 'female' };

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));
