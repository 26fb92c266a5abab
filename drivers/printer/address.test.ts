import { expect, test } from 'vitest';
import { parsePrinterAddress } from './address.ts';

test.each([
  ['none', { type: 'none' }],
  ['auto', { type: 'auto' }],
  ['virtual', { type: 'virtual' }],
  ['tcp://192.0.2.7:9100', { type: 'tcp', host: '192.0.2.7', port: 9100 }],
  ['tcp://printer.local', { type: 'tcp', host: 'printer.local', port: 9100 }],
  ['tcp://[2001:db8::7]:9101', { type: 'tcp', host: '2001:db8::7', port: 9101 }],
  ['tcp://printer:9100/', { type: 'tcp', host: 'printer', port: 9100 }],
  ['file:/dev/usb/lp0', { type: 'file', path: '/dev/usb/lp0' }],
  ['file:///dev/usb/lp0', { type: 'file', path: '/dev/usb/lp0' }],
  ['file:\\\\.\\LPT1', { type: 'file', path: '\\\\.\\LPT1' }],
  ['file:LPT1', { type: 'file', path: 'LPT1' }],
])('%s is understood', (text, value) => {
  expect(parsePrinterAddress(text)).toEqual({ ok: true, value });
});

test.each([
  ['', 'unknown-form'],
  ['usb', 'unknown-form'],
  ['http://printer', 'unknown-form'],
  ['tcp://a b', 'unknown-form'],
  ['tcp://printer/queue', 'unknown-form'],
  ['tcp://:9100', 'no-host'],
  ['tcp://', 'no-host'],
  ['tcp://printer:0', 'bad-port'],
  ['tcp://printer:65536', 'bad-port'],
  ['tcp://printer:', 'bad-port'],
  ['tcp://printer:9100x', 'bad-port'],
  ['file:', 'no-path'],
])('%j is refused: %s', (text, problem) => {
  expect(parsePrinterAddress(text)).toEqual({ ok: false, problem });
});
