import { clockTime } from '../day-format.ts';
import type { GateWords } from './gate-words.ts';

export const enGate: GateWords = {
  title: 'Sign in',
  choose: 'Choose your name',
  pinOf: (name) => `${name}, key in your PIN`,
  pin: 'PIN',
  keyed: (digits) => (digits === 1 ? '1 digit keyed in' : `${digits} digits keyed in`),
  keypad: 'Keypad',
  erase: 'Erase',
  signIn: 'Sign in',
  other: 'Not me',
  cancel: 'Cancel',
  drill: 'Practice',
  nobody: 'Nobody can sign in here',
  roles: { pharmacist: 'Pharmacist', staff: 'Staff', manager: 'Manager' },
  lockedUntil: (until) => `Locked until ${clockTime(until)}`,
  wrongPin: (left) => (left === 1 ? 'Wrong PIN. 1 attempt left.' : `Wrong PIN. ${left} attempts left.`),
  locked: (until) =>
    `Too many wrong PINs. Try again after ${clockTime(until)}, or ask a manager for a new PIN.`,
  refusals: {
    unknown: 'This person has left. Please choose another name.',
    malformed: 'A PIN has 4 to 8 digits. Please key it in again.',
    'storage-full': 'Disk full, nobody can sign in. Free some space and try again.',
    'storage-failed': 'Cannot write, nobody can sign in. See the log file.',
    fault: 'The program met a fault. Try again; restart it if this stays.',
    lost: 'Connection lost. Key it in again once it is back.',
  },
};
