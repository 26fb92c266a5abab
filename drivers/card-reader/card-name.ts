import iconv from 'iconv-lite';
import type { CardName } from './card-reader.ts';

interface Character {
  readonly text: string;
  readonly uncertain: boolean;
}

const undecodable: Character = { text: '\uFFFD', uncertain: true };

/**
 * Decodes the 20 bytes of the name for display. Never throws and never yields a control character: NUL, space and the
 * full-width space A140 around the name are padding, and a half character at the end is dropped.
 */
export function decodeCardName(bytes: Uint8Array): CardName {
  const characters = charactersOf(bytes);
  const first = characters.findIndex((c) => !isPadding(c));
  const last = characters.findLastIndex((c) => !isPadding(c));
  const name = first < 0 ? [] : characters.slice(first, last + 1);
  return {
    text: name.map((c) => (isControl(c) ? '' : c.text)).join(''),
    uncertain: !name.some((c) => c.text !== '') || name.some((c) => c.uncertain || isControl(c)),
  };
}

const isPadding = ({ text }: Character): boolean => text === '\0' || text === ' ' || text === '\u3000';
const isControl = ({ text }: Character): boolean => /^\p{Cc}$/u.test(text);

function charactersOf(bytes: Uint8Array): Character[] {
  const characters: Character[] = [];
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) {
      characters.push({ text: String.fromCharCode(lead), uncertain: lead === 0x2a });
      continue;
    }
    const trail = bytes[i + 1];
    if (trail === undefined) {
      characters.push({ text: '', uncertain: true });
    } else if (isLead(lead) && isTrail(trail)) {
      characters.push(pair(lead, trail));
      i += 1;
    } else {
      characters.push(undecodable);
    }
  }
  return characters;
}

const isLead = (byte: number): boolean => byte >= 0x81 && byte <= 0xfe;
const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xfe);

// Systems fill these areas differently: 954A is one character in HKSCS and another one in Unicode-at-on.
const userDefinedAreas: readonly (readonly [number, number])[] = [
  [0x8140, 0xa0fe],
  [0xc6a1, 0xc8fe],
  [0xfa40, 0xfefe],
];

function pair(lead: number, trail: number): Character {
  const text = iconv.decode(Buffer.from([lead, trail]), 'big5');
  if (text.includes('\uFFFD')) return undecodable;
  const code = lead * 256 + trail;
  return { text, uncertain: userDefinedAreas.some(([from, to]) => code >= from && code <= to) };
}
