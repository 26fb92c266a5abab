import type { Command } from '#api';
import type { SoundName } from '../sound/sounds.ts';
import type { CommandOf, MaskKind } from '../wall.ts';
import type { AlertCode } from './alerts.ts';

export type DialogName =
  | 'help'
  | 'goods-in'
  | 'by-hand'
  | 'slips'
  | 'tickets'
  | 'person'
  | 'menu'
  | 'language'
  | 'message';

/** What a person wants, whether by key, by touch or by mouse. */
export type Intent = TillIntent | ScreenIntent;

type WithoutId<C extends Command> = C extends { commandId: string } ? Omit<C, 'commandId'> : never;
type OwnCommand =
  | 'reprint'
  | 'settle-slip'
  | 'void-sale'
  | 'enter-by-hand'
  | 'goods-in'
  | 'hand-out-tickets'
  | 'cancel-ticket'
  | 'serve-tickets'
  | 'set-selling-state'
  | 'confirm-clock';

/** A command that gets its own name on the way to the till, so that it can be sent again without being done twice. */
export type Order = WithoutId<CommandOf<OwnCommand>>;

/** Commands that, done twice, are as done once. */
export type PlainCommand = CommandOf<
  'show-receipt' | 'display-language' | 'message-read' | 'centre-resume' | 'virtual-card' | 'virtual-printer'
>;

/** Becomes a command to the till. */
export type TillIntent =
  | { readonly want: 'sell' }
  | { readonly want: 'dismiss' }
  | { readonly want: 'set-pieces'; readonly pieces: number }
  | { readonly want: 'choose-kind'; readonly kind: MaskKind }
  /** 已核對: a person compared what is in doubt about the card in the large field. */
  | { readonly want: 'confirm-line' }
  | { readonly want: 'show-line'; readonly lineId: string }
  | { readonly want: 'remove-line'; readonly lineId: string }
  | { readonly want: 'order'; readonly order: Order }
  | { readonly want: 'send'; readonly command: PlainCommand };

/** Stays on this screen. */
export type ScreenIntent =
  /** A digit that may still be a scanner's first: shown at once, and sent when it is known to be a person's. */
  | { readonly want: 'foresee'; readonly pieces: number | null }
  | { readonly want: 'toggle-history' }
  /** `scanned`: what a scanner read to open it. */
  | { readonly want: 'open'; readonly dialog: DialogName; readonly scanned?: string }
  | { readonly want: 'close-dialog' }
  | { readonly want: 'silence-alert'; readonly code: AlertCode }
  | { readonly want: 'switch-language' }
  | { readonly want: 'toggle-mute' }
  | { readonly want: 'set-volume'; readonly volume: number }
  | { readonly want: 'hear'; readonly sound: SoundName }
  | { readonly want: 'toggle-devices' }
  | { readonly want: 'guide'; readonly guide: 'begin' | 'close' }
  /** A key that the browser must not act on, such as the one that loads the page again. */
  | { readonly want: 'nothing' };

const forTill: Readonly<Record<TillIntent['want'], true>> = {
  sell: true,
  dismiss: true,
  'set-pieces': true,
  'choose-kind': true,
  'confirm-line': true,
  'show-line': true,
  'remove-line': true,
  order: true,
  send: true,
};

export const isForTill = (intent: Intent): intent is TillIntent => intent.want in forTill;
