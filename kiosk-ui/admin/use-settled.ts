import { useEffect, useState } from 'preact/hooks';
import { later } from './later.ts';

/** Long enough for the next letter to come. */
const settledMs = 300;

/** A text once nobody types on, so that not every letter is asked about. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => later(settledMs, () => setSettled(text)), [text]);
  return settled;
}
