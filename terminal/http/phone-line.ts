import type { OfferPairingReply } from '#api';
import { type Actor, mayDo } from '#rules';
import type { Till } from '#services';
import { openPhoneServer, type PhoneServer } from './phone-server.ts';

/** Where phones can find this machine. */
export interface PhonePlace {
  /** 0: any that is free. */
  readonly port: number;
  /** Of this machine, as others reach it; they come and go with its network. */
  addresses(): readonly string[];
  /** Whether to take an address without asking: nobody outside a shop can reach it. */
  likely(address: string): boolean;
}

/** The second listener: there while a phone is paired or may be, and only then. */
export interface PhoneLine {
  offer(actor: Actor, address: string | null): Promise<OfferPairingReply>;
  open(): void;
  close(): Promise<void>;
}

export interface PhoneLineDeps {
  readonly till: Till;
  /** The folder with the built pages. */
  readonly screens: string;
  readonly place: PhonePlace;
  readonly onFault: (error: unknown) => void;
}

interface OpenAt {
  readonly host: string;
  readonly server: PhoneServer;
}

export function createPhoneLine({ till, screens, place, onFault }: PhoneLineDeps): PhoneLine {
  const { phones, store } = till;
  let open: OpenAt | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let unsubscribe: (() => void) | null = null;

  const needed = () => phones.offerUntil() !== null || phones.all().length > 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };

  /** Never another one by itself: a machine that was carried elsewhere is in nobody's shop. */
  function keptAddress(): string | null {
    const address = store.phones.address();
    return address !== null && place.addresses().includes(address) ? address : null;
  }

  async function shut(): Promise<void> {
    const { server } = open ?? {};
    open = null;
    await server?.close();
  }

  /** Opens, moves or closes the listener as it should be by now. */
  async function settle(): Promise<void> {
    const wanted = needed();
    const host = wanted ? keptAddress() : null;
    if (open && open.host !== host) await shut();
    if (host !== null && !open) await openAt(host);
    else if (host === null) phones.listens({ address: null, fault: wanted ? 'no-network' : null });
  }

  async function openAt(host: string): Promise<void> {
    try {
      const server = await openPhoneServer({ till, screens, host, port: place.port, onFault });
      open = { host, server };
      phones.listens({ address: server.address, fault: null });
    } catch (error) {
      phones.listens({ address: null, fault: faultOf(error) });
    }
  }

  /** After every change, the minute's included: a network that was away may be back. */
  const look = () => {
    const should = needed();
    if (should !== (open !== null) || (open && open.host !== keptAddress())) {
      inTurn(settle).catch(onFault);
    }
  };

  async function offer(actor: Actor, asked: string | null): Promise<OfferPairingReply> {
    if (!mayDo(actor.role, 'pair-phones')) return { ok: false, code: 'not-your-right' };
    if (till.purpose === 'drill') return { ok: false, code: 'drill' };
    const addresses = place.addresses();
    if (addresses.length === 0) return { ok: false, code: 'no-network' };
    const address = chosen(asked ?? store.phones.address(), place);
    if (address === null || (asked !== null && asked !== address)) {
      return { ok: false, code: 'choose-address', addresses };
    }
    store.transact(() => store.phones.keepAddress(address));
    const offered = phones.offer(actor);
    if (offered === 'not-your-right') return { ok: false, code: offered };
    try {
      await settle();
    } finally {
      // A code that leads nowhere is not shown.
      if (!open) phones.withdraw();
    }
    if (!open) return { ok: false, code: phones.listening().fault ?? 'no-network' };
    const url = `${open.server.address}/phone#${offered.secret}`;
    return { ok: true, url, until: offered.until, address, addresses };
  }

  return {
    offer: (actor, address) => inTurn(() => offer(actor, address)),
    open() {
      unsubscribe = till.changed.subscribe(look);
      look();
    },
    async close() {
      unsubscribe?.();
      await inTurn(shut);
    },
  };
}

/** The one that was asked for, if this machine has it; otherwise the first that needs no question. */
function chosen(asked: string | null, { addresses, likely }: PhonePlace): string | null {
  const known = addresses();
  if (asked !== null && known.includes(asked)) return asked;
  return known.find(likely) ?? null;
}

/** @throws what is no fault of the network's */
function faultOf(error: unknown): 'no-network' | 'port-taken' {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
    case 'EACCES':
      return 'port-taken';
    case 'EADDRNOTAVAIL':
    case 'ENETUNREACH':
      return 'no-network';
    default:
      throw error;
  }
}
