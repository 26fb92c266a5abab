import type { FaultKind } from '#protocol';

/** The HTTP status of an answer that is a fault as a whole. */
export const faultStatus: Readonly<Record<FaultKind, number>> = {
  'bad-request': 400,
  'protocol-too-old': 426,
  'protocol-too-new': 426,
  'unknown-till': 401,
  revoked: 403,
  'bad-signature': 401,
  'stale-request': 401,
  'replayed-request': 401,
  'too-large': 413,
  busy: 429,
  broke: 503,
  gap: 409,
  fork: 409,
  'rolled-back': 409,
  'broken-chain': 409,
  'unknown-entry': 409,
  'entry-in-future': 409,
  'wrong-journal': 409,
  'code-unknown': 404,
  'code-used': 409,
  'code-expired': 410,
  'unknown-outlet': 404,
};
