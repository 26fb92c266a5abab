import type { Counter } from './counter.ts';
import { intentOf } from './keyboard.ts';
import { type Heard, noBurst, openFor, silence, stroke } from './scanner.ts';

/** Listens to the page's keys and gives them their meaning; a scanner's keys are told apart and read as one barcode. */
export function listenToKeys(counter: Counter): void {
  let burst = noBurst;
  let timer: number | undefined;
  let field: { readonly input: HTMLInputElement; readonly before: string } | null = null;

  const take = (heard: Heard, ended: 'by-enter' | 'by-silence') => {
    burst = heard.burst;
    clearTimeout(timer);
    const open = openFor(burst);
    if (open !== null) timer = window.setTimeout(() => take(silence(burst), 'by-silence'), open + 5);
    if (heard.scanned !== null) scanned(heard.scanned, ended);
    for (const key of heard.pressed) press(key);
    if (burst.characters === '') field = null;
    else if (!field) foresee(burst.characters);
  };
  /** A person sees the quantity at once; only its sending waits until the key is known not to be a scanner's. */
  const foresee = (characters: string) => {
    const state = counter.state();
    const intent = state.dialog === null ? intentOf(characters, state) : null;
    const pieces = intent?.want === 'set-pieces' ? intent.pieces : null;
    if (pieces !== state.foreseen) counter.perform({ want: 'foresee', pieces });
  };
  const press = (key: string) => {
    const state = counter.state();
    const intent = state.dialog === null ? intentOf(key, state) : null;
    if (intent) counter.perform(intent);
  };
  const scanned = (text: string, ended: 'by-enter' | 'by-silence') => {
    // Quick fingers in a field look like a scanner until the Enter; what stays in the field can be seen and mended.
    if (field && ended === 'by-silence') return;
    if (field) restore(field.input, field.before);
    counter.scanned(text);
  };

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (isPin(event.target) && !isFunctionKey(event.key)) return;
      const input = event.target instanceof HTMLInputElement ? event.target : null;
      if (input && burst.characters === '') field = { input, before: input.value };
      if (input && event.key === 'Enter' && burst.characters.length < fewestOfScan && !burst.afterScan) {
        // Two quick digits in a field are a person's, and so is the Enter that sends the form.
        clearTimeout(timer);
        burst = noBurst;
        field = null;
        return;
      }
      const scanning = openFor(burst) !== null && event.key === 'Enter';
      if (scanning || belongsToPage(event, counter)) event.preventDefault();
      if (!event.repeat && (scanning || !belongsToElement(event))) {
        const heard = stroke(burst, { key: event.key, at: event.timeStamp });
        take(heard, event.key === 'Enter' ? 'by-enter' : 'by-silence');
      }
    },
    { capture: true },
  );
}

// Shorter than any barcode that a counter sees.
const fewestOfScan = 6;

const isFunctionKey = (key: string): boolean => /^F([1-9]|1[01])$/.test(key);

// A PIN keyed in by a practised hand must not pass for a barcode.
const isPin = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.gate') !== null;

/** Keys that the browser would act on although the counter gives them a meaning. */
function belongsToPage(event: KeyboardEvent, counter: Counter): boolean {
  // F5 would load the page again, from inside a dialog as well.
  if (isFunctionKey(event.key)) return true;
  if (belongsToElement(event)) return false;
  const acts = event.key.length > 1 || event.key === ' ';
  return acts && intentOf(event.key, counter.state()) !== null;
}

// Enter and the space bar press the focused button, and a dialog has its keys for itself.
function belongsToElement({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog')) return key.length > 1;
  const pressed = target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement;
  return pressed && (key === 'Enter' || key === ' ');
}

function restore(input: HTMLInputElement, value: string): void {
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}
