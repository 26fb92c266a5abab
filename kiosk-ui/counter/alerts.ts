import type { CounterSnapshot } from '#api';
import { centreState, haltOf } from '../centre-state.ts';

/** A device, a service or a state that needs a person. The most urgent stand first; each has words in every language. */
export const alertCodes = [
  'disk-full',
  'reader-no-service',
  'reader-service-frozen',
  'reader-no-reader',
  'clock-behind',
  'clock-jumped',
  'cover-open',
  'paper-out',
  'printer-unreachable',
  'printer-offline',
  'selling-paused',
  'selling-sold-out',
  'selling-equipment-broken',
  'selling-closed-today',
  'central-copied',
  'central-revoked',
  'central-not-known',
  'central-old-program',
  'central-damaged',
  'central-stopped',
  'central-offline',
  'central-waiting',
  'central-not-enrolled',
  'policy-refused',
  'rules-change',
  'disk-low',
  'backup-folder-gone',
  'backup-not-writable',
  'backup-not-whole',
  'backup-storage-full',
  'day-to-close',
  'paper-near-end',
  'reader-clean',
  'reader-order',
] as const;
export type AlertCode = (typeof alertCodes)[number];

type Watched = Pick<
  CounterSnapshot,
  | 'reader'
  | 'printer'
  | 'central'
  | 'clock'
  | 'disk'
  | 'backup'
  | 'dayToClose'
  | 'sellingState'
  | 'policyNext'
>;

/** A change of rules is announced in the last day before it. */
const announcedMs = 24 * 3_600_000;

/**
 * What is wrong or worth knowing now, most urgent first. A printer that lost its paper is offline as well, and only the
 * cause is named.
 */
export function alertsOf(snapshot: Watched, now = snapshot.clock.now): readonly AlertCode[] {
  const { reader, printer, central, clock, disk, backup, dayToClose, sellingState, policyNext } = snapshot;
  const present = new Set<AlertCode | null>([printerAlert(printer), centralAlert(central)]);
  if (reader.health !== 'ready' && reader.health !== 'starting') present.add(`reader-${reader.health}`);
  for (const { care } of reader.readers) if (care !== 'none') present.add(`reader-${care}`);
  if (clock.trust !== 'trusted') present.add(`clock-${clock.trust}`);
  if (central.refusedPolicy) present.add('policy-refused');
  if (policyNext && policyNext.at > now && policyNext.at - now <= announcedMs) present.add('rules-change');
  if (disk.state !== 'ok') present.add(`disk-${disk.state}`);
  if (backup.fault !== null) present.add(`backup-${backup.fault}`);
  if (dayToClose !== null) present.add('day-to-close');
  if (sellingState.state !== 'open') present.add(`selling-${sellingState.state}`);
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

function centralAlert(central: CounterSnapshot['central']): AlertCode | null {
  const state = centreState(central);
  switch (state) {
    case 'none':
    case 'connecting':
    case 'online':
    case 'equal':
      return null;
    case 'halted':
      return `central-${haltOf(central.why)}`;
    case 'offline':
    case 'waiting':
    case 'not-enrolled':
      return `central-${state}`;
  }
}
