import { tillNameText } from '#protocol';
import type { OutletCode } from '#rules';
import type { Enrolment, Store } from '#store';
import {
  type AskQuota,
  createCentreTime,
  createExchange,
  createQuotaQuestion,
  createSigner,
  createSyncClient,
  type Exchange,
  type Signer,
  type Station,
  type SyncClient,
  type TillKey,
  type Transport,
} from '#sync-client';
import { createSignal, type Signal } from './signal.ts';
import type { TillKeys } from './till-keys.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** How a till reaches its centre. */
export interface CentreLink {
  readonly transport: Transport;
  /** Listens for the centre's hints. @returns what ends it */
  holdHints(sign: Signer, onHint: () => void): () => void;
}

/** The line between this till and its centre, under whatever name the centre knows the till. */
export interface CentreLine {
  /** Of the till as it is enrolled now; `null` where it is not. */
  current(): EnrolledLine | null;
  /** Speaks under a key that the centre does not know yet. */
  exchangeBy(key: TillKey): Exchange;
  /** Begins, or begins anew after an enrolment. */
  open(): Promise<void>;
  readonly changed: Signal;
  /** Resolves when nothing is under way any more, which does not wait for the centre. */
  close(): Promise<void>;
}

export interface EnrolledLine extends Pick<Enrolment, 'centreKeys'> {
  readonly client: SyncClient;
  readonly askQuota: AskQuota;
  /** `5901010058/1b4e28ba-…` */
  readonly name: string;
  readonly key: TillKey;
}

export interface CentreLineDeps {
  readonly store: Store;
  readonly time: Pick<TimeKeeper, 'now' | 'wall'>;
  readonly station: Station;
  readonly outletCode: OutletCode;
  readonly keys: Pick<TillKeys, 'of'>;
  readonly link: CentreLink;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** 16 random bytes in hex, never the same twice. */
  readonly newNonce: () => string;
  /** Runs something later; answers how to call it off. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onFault: (error: unknown) => void;
}

export function createCentreLine(deps: CentreLineDeps): CentreLine {
  const { store, outletCode, keys, link, newNonce } = deps;
  const changed = createSignal();
  const centreTime = createCentreTime(deps.time.wall);
  let open: Opened | null = null;

  const signerOf = (key: TillKey, till: string) => createSigner({ key, till, now: centreTime.now, newNonce });
  const exchangeWith = (sign: Signer) =>
    createExchange({ transport: link.transport, sign, time: centreTime });

  function begin(): Opened | null {
    const enrolment = store.centre.enrolment();
    const key = enrolment && keys.of(enrolment.publicKey);
    if (!key) return null;
    const name = tillNameText({ outlet: outletCode, tillId: enrolment.tillId });
    const sign = signerOf(key, name);
    const exchange = exchangeWith(sign);
    const { centreKeys } = enrolment;
    const client = createSyncClient({
      ...{ exchange, centreKeys, station: deps.station, now: deps.time.now },
      ...{ random: deps.random, after: deps.after, onFault: deps.onFault },
    });
    const ends = [
      client.subscribe(changed.raise),
      store.onRecorded(client.toSend),
      link.holdHints(sign, client.hint),
    ];
    const askQuota = createQuotaQuestion({ exchange, status: client.status });
    return { client, askQuota, name, key, centreKeys, ends };
  }

  async function end(): Promise<void> {
    const ended = open;
    open = null;
    for (const undo of ended?.ends ?? []) undo();
    await ended?.client.close();
  }

  return {
    changed,
    current: () => open,
    exchangeBy: (key) => exchangeWith(signerOf(key, key.publicKey)),
    async open() {
      await end();
      open = begin();
      changed.raise();
    },
    async close() {
      const ended = end();
      link.transport.close();
      await ended;
    },
  };
}

interface Opened extends EnrolledLine {
  readonly ends: readonly (() => void)[];
}
