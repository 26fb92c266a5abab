import { z } from 'zod';
import { businessDaySchema, instantSchema, sellingStateSchema } from '#rules';
import { centralViewSchema } from './central.ts';
import { glanceSchema } from './glance.ts';
import { clockViewSchema, diskViewSchema, modeSchema, printerViewSchema, readerViewSchema } from './parts.ts';

/** A phone in the shop's network looks on: it sees figures of the outlet, and asks for nothing. */

const phoneStockSchema = z.object({
  onHand: z.int(),
  promised: z.int(),
  available: z.int(),
  notYetOnSale: z.int(),
});

/** All that a phone is ever sent: nothing of a person, a receipt or a card. */
export const phoneSnapshotSchema = z.object({
  revision: z.int(),
  /** By the till's clock. */
  at: instantSchema,
  day: businessDaySchema,
  mode: modeSchema,
  outletName: z.string(),
  sellingState: sellingStateSchema,
  stock: z.object({ adult: phoneStockSchema, child: phoneStockSchema }),
  glance: glanceSchema,
  persons: z.int(),
  /** Not signed off, of all days: conflicts, and cards that were keyed in or come from paper. */
  conflicts: z.int(),
  toReview: z.int(),
  central: centralViewSchema.pick({
    ...{
      mode: true,
      phase: true,
      line: true,
      equal: true,
      heardAt: true,
      unsent: true,
      oldestUnsentAt: true,
    },
  }),
  clock: clockViewSchema.shape.trust,
  disk: diskViewSchema.shape.state,
  reader: readerViewSchema.shape.health,
  printer: printerViewSchema.pick({ link: true, paper: true }),
});
export type PhoneSnapshot = z.infer<typeof phoneSnapshotSchema>;

/** Handshake on the phones' own listener: `auth: { token }`; a token that is not known is refused with `ended`. */
export interface PhoneEvents {
  glance: (snapshot: PhoneSnapshot) => void;
  /** A manager ended the pairing: forget the token. */
  ended: () => void;
}

/** `POST /phone/pair`, the secret being what stood behind `#` in the address. */
export const phonePairingSchema = z.strictObject({ secret: z.string().min(1).max(64) });
export type PhonePairingReply =
  | { readonly ok: true; readonly token: string }
  | {
      readonly ok: false;
      readonly code: /** Used, too old, or never offered: ask the manager for a new one. */
        | 'wrong'
        /** Five wrong ones from this phone: wait a minute. */
        | 'too-many'
        | 'malformed'
        | 'fault';
    };

/** What a manager asks for before a phone can be paired; `address: null` leaves the choice to the till. */
export const offerPairingSchema = z.strictObject({ address: z.string().max(45).nullable() });
export type OfferPairing = z.infer<typeof offerPairingSchema>;

export type OfferPairingReply =
  | {
      readonly ok: true;
      /** For the QR code: `http://192.168.1.20:8040/phone#…` */
      readonly url: string;
      readonly until: number;
      readonly address: string;
      /** All that may be chosen. */
      readonly addresses: readonly string[];
    }
  /** None of the addresses is a shop network's own: a person chooses. */
  | { readonly ok: false; readonly code: 'choose-address'; readonly addresses: readonly string[] }
  | {
      readonly ok: false;
      readonly code: /** This machine is in no network. */
        | 'no-network'
        /** Another program listens there: set `TERMINAL_PHONE_PORT`. */
        | 'port-taken'
        /** Practice has no phones. */
        | 'drill'
        | 'not-your-right'
        | 'signed-out'
        | 'malformed'
        | 'storage-full'
        | 'storage-failed'
        | 'fault';
    };

export const phoneCommands = [
  /** The QR code is put away before anybody used it. */
  z.strictObject({ type: z.literal('withdraw-pairing') }),
  /** `null` ends all of them. */
  z.strictObject({ type: z.literal('end-phone'), phoneId: z.uuid().nullable() }),
] as const;

/** For the manager's page. */
export const phonesViewSchema = z.object({
  /** Where the till listens for phones; `null` while it does not. */
  address: z.string().nullable(),
  /** Why it does not, though phones are paired. */
  fault: z.enum(['no-network', 'port-taken']).nullable(),
  /** Until when a phone can be paired; `null`: not now. */
  offerUntil: instantSchema.nullable(),
  paired: z.array(
    z.object({
      phoneId: z.uuid(),
      /** `Chrome · Android`; empty where it did not say. */
      browser: z.string(),
      pairedAt: instantSchema,
      by: z.string().nullable(),
      lastSeen: instantSchema,
      online: z.boolean(),
    }),
  ),
});
export type PhonesView = z.infer<typeof phonesViewSchema>;
