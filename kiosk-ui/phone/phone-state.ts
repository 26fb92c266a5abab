import type { PhonePairingReply, PhoneSnapshot } from '#api';

export type PairingRefusal = Extract<PhonePairingReply, { ok: false }>['code'] | 'lost';

/** Everything that the phone's page is drawn from. */
export type PhoneState =
  | { readonly stage: 'not-paired' | 'pairing' | 'connecting' | 'ended' }
  | { readonly stage: 'refused'; readonly code: PairingRefusal }
  | {
      readonly stage: 'looking';
      readonly snapshot: PhoneSnapshot;
      readonly line: 'live' | 'lost';
      /** How long ago the till last spoke, in milliseconds. */
      readonly age: number;
    };

export type PhoneChange =
  | { readonly type: 'pairing' | 'connecting' | 'ended' | 'lost' }
  | { readonly type: 'refused'; readonly code: PairingRefusal }
  | { readonly type: 'figures'; readonly snapshot: PhoneSnapshot }
  | { readonly type: 'time-passed'; readonly age: number };

/** What was seen stays on the screen while the line is lost, and says how old it is; an ended pairing takes it away. */
export function phoneAfter(state: PhoneState, change: PhoneChange): PhoneState {
  switch (change.type) {
    case 'pairing':
    case 'ended':
      return { stage: change.type };
    case 'connecting':
      return state.stage === 'looking' ? state : { stage: 'connecting' };
    case 'refused':
      return { stage: 'refused', code: change.code };
    case 'figures':
      return { stage: 'looking', snapshot: change.snapshot, line: 'live', age: 0 };
    case 'lost':
      return state.stage === 'looking' ? { ...state, line: 'lost' } : state;
    case 'time-passed':
      return state.stage === 'looking' ? { ...state, age: change.age } : state;
  }
}

/** Of figures without a line: a minute is nothing, a quarter of an hour is no stock to send a person for. */
export function freshnessOf({ line, age }: { line: 'live' | 'lost'; age: number }): 'live' | 'aged' | 'old' {
  if (line === 'live') return 'live';
  return age < 15 * 60_000 ? 'aged' : 'old';
}
