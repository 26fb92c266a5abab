import type { CounterSnapshot } from '#api';

/** A device or a service that needs a person. The most urgent stand first; each has words in every language. */
export const alertCodes = [
  'reader-no-service',
  'reader-service-frozen',
  'reader-no-reader',
  'clock-behind',
  'cover-open',
  'paper-out',
  'printer-unreachable',
  'printer-offline',
  'central-offline',
  'paper-near-end',
] as const;
export type AlertCode = (typeof alertCodes)[number];

type Watched = Pick<CounterSnapshot, 'reader' | 'printer' | 'central' | 'clock'>;

/** What is wrong now, most urgent first. A printer that lost its paper is offline as well, and only the cause is named. */
export function alertsOf(snapshot: Watched): readonly AlertCode[] {
  const { reader, printer, central, clock } = snapshot;
  const present = new Set<AlertCode>();
  if (reader.health !== 'ready' && reader.health !== 'starting') present.add(`reader-${reader.health}`);
  if (clock.behind) present.add('clock-behind');
  if (central.link === 'offline') present.add('central-offline');
  const cause = printerAlert(printer);
  if (cause) present.add(cause);
  return alertCodes.filter((code) => present.has(code));
}

export function printerAlert(printer: CounterSnapshot['printer']): AlertCode | null {
  if (printer.link === 'none') return null;
  if (printer.link === 'unreachable') return 'printer-unreachable';
  if (printer.cover === 'open') return 'cover-open';
  if (printer.paper === 'out') return 'paper-out';
  if (printer.link === 'offline') return 'printer-offline';
  return printer.paper === 'near-end' ? 'paper-near-end' : null;
}
