import { type Deed, type Role, roleSchema } from '#central-api';
import type { OutletCode } from '#rules';

/** Who may ask the centre what. */
export interface Access {
  readonly name: string;
  readonly role: Role;
  /** Name of the county or the chain, code of the outlet; empty for the authority. */
  readonly scope: string;
}

/** What of an outlet decides who is concerned with it. */
export interface OutletPlace {
  readonly outlet: OutletCode;
  readonly county: string;
  readonly chain: string;
}

/** The commands at the centre's own machine ask by this name; nobody else can be given it. */
export const operatorName = 'operator';

const everybody: readonly Role[] = roleSchema.options;
const table = {
  'import-outlets': ['authority'],
  'announce-policy': ['authority'],
  'give-access': ['authority'],
  'keep-accounts': ['authority'],
  'sign-in': everybody,
  'accept-invitation': everybody,
  'read-audit': ['authority'],
  'announce-delivery': ['authority', 'county'],
  'send-message': ['authority', 'county', 'chain'],
  'make-code': ['authority', 'county', 'chain'],
  'revoke-till': everybody,
  'answer-carried': everybody,
  /** To a file of one's own. */
  export: everybody,
  /** Writes to a folder of the machine, so it is for who stands at it. */
  'back-up': ['authority'],
} as const satisfies Record<Deed, readonly Role[]>;

export function maySee({ role, scope }: Access, { outlet, county, chain }: OutletPlace): boolean {
  switch (role) {
    case 'authority':
      return true;
    // An outlet of which no county is known belongs to none.
    case 'county':
      return scope !== '' && scope === county;
    case 'chain':
      return scope !== '' && scope === chain;
    case 'outlet':
      return scope === outlet;
  }
}

/** @param place the outlet that the deed is about, or `null` for what concerns none or all */
export function mayDo(access: Access, deed: Deed, place: OutletPlace | null): boolean {
  const roles: readonly Role[] = table[deed];
  if (!roles.includes(access.role)) return false;
  if (deed === 'back-up' && access.name !== operatorName) return false;
  return place ? maySee(access, place) : true;
}
