/**
 * The version of what goes over the wire. It grows when a message, a fact or the way of signing changes so that the
 * version before could not read it; `schema-hash.test.ts` fails where a schema changed and nobody looked at this line.
 */
export const protocolVersion = 1;

/** The oldest version that either end still speaks. An older peer is told so by name and loses nothing by waiting. */
export const minimumVersion = 1;
