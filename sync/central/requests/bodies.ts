import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import {
  batchMost,
  type Fault,
  minimumVersion,
  type Push,
  parsePushText,
  protocolVersion,
  type SentEntry,
} from '#protocol';

/** What a body says, or why it says nothing. */
export type Read<T> = { readonly value: T } | { readonly fault: Fault };

/** Most bytes of a body after it is unpacked: a bomb ends there. */
export const unpackedMost = 4 * 1024 * 1024;

const bad = (detail: string): { fault: Fault } => ({ fault: { kind: 'bad-request', detail } });

/** The version is looked at before the shape, since another version may have another. */
export function readJson<S extends z.ZodType>(body: Buffer, schema: S): Read<z.output<S>> {
  const text = textOf(body);
  if (text === null) return bad('not UTF-8');
  const json = jsonOf(text);
  const fault = versionFault(json);
  if (fault) return { fault };
  const parsed = schema.safeParse(json);
  return parsed.success ? { value: parsed.data } : bad('of another shape');
}

/** The gzip body of a push. */
export function readPush(body: Buffer): Read<{ readonly push: Push; readonly sent: readonly SentEntry[] }> {
  const unpacked = unpack(body);
  if ('fault' in unpacked) return unpacked;
  const text = textOf(unpacked.value);
  if (text === null) return bad('not UTF-8');
  const fault = versionFault(jsonOf(text.slice(0, Math.max(text.indexOf('\n'), 0))));
  if (fault) return { fault };
  const parsed = parsePushText(text);
  if (!parsed) return bad('cut, or of another shape');
  const { push, entries } = parsed;
  return entries.length > batchMost ? { fault: { kind: 'too-large' } } : { value: { push, sent: entries } };
}

function unpack(body: Buffer): Read<Buffer> {
  try {
    return { value: gunzipSync(body, { maxOutputLength: unpackedMost }) };
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? { fault: { kind: 'too-large' } } : bad('not gzip');
  }
}

const textOf = (bytes: Buffer): string | null => (isUtf8(bytes) ? bytes.toString('utf8') : null);

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function versionFault(json: unknown): Fault | null {
  const version = typeof json === 'object' && json !== null && 'protocol' in json ? json.protocol : null;
  if (typeof version !== 'number') return { kind: 'bad-request', detail: 'no protocol version' };
  if (version < minimumVersion) return { kind: 'protocol-too-old' };
  return version > protocolVersion ? { kind: 'protocol-too-new' } : null;
}
