import type { Command } from '#api';
import type { SoundName } from '../sound/sounds.ts';
import type { MaskKind } from '../wall.ts';
import type { AlertCode } from './alerts.ts';

export type DialogName = 'help' | 'goods-in' | 'reprint';

/** What a person wants, whether by key, by touch or by mouse. */
export type Intent = TillIntent | ScreenIntent;

/** Becomes a command to the till. */
export type TillIntent =
  | { readonly want: 'sell' }
  | { readonly want: 'dismiss' }
  | { readonly want: 'set-pieces'; readonly pieces: number }
  | { readonly want: 'choose-kind'; readonly kind: MaskKind }
  | { readonly want: 'reprint' }
  | { readonly want: 'goods-in'; readonly adult: number; readonly child: number }
  | { readonly want: 'settle-slip'; readonly jobId: number; readonly answer: 'printed' | 'copy' }
  | { readonly want: 'use-device'; readonly command: VirtualCommand };

/** Stays on this screen. */
export type ScreenIntent =
  /** 已核對: a person compared the card, as the verdict `confirm` asks. */
  | { readonly want: 'tick-checked' }
  | { readonly want: 'toggle-history' }
  | { readonly want: 'open'; readonly dialog: DialogName }
  | { readonly want: 'close-dialog' }
  | { readonly want: 'silence-alert'; readonly code: AlertCode }
  | { readonly want: 'switch-language' }
  | { readonly want: 'toggle-mute' }
  | { readonly want: 'set-volume'; readonly volume: number }
  | { readonly want: 'hear'; readonly sound: SoundName }
  | { readonly want: 'toggle-devices' }
  /** A key that the browser must not act on, such as the one that loads the page again. */
  | { readonly want: 'nothing' };

export type VirtualCommand = Extract<Command, { type: 'virtual-card' | 'virtual-printer' }>;

const forTill: Readonly<Record<TillIntent['want'], true>> = {
  sell: true,
  dismiss: true,
  'set-pieces': true,
  'choose-kind': true,
  reprint: true,
  'goods-in': true,
  'settle-slip': true,
  'use-device': true,
};

export const isForTill = (intent: Intent): intent is TillIntent => intent.want in forTill;
