import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import type { z } from 'zod';
import { type Fault, lineEnd, minimumVersion, protocolVersion, readPushText } from '#protocol';
import { createEntryReader, type ReadPush } from '../ingest/read-entry.ts';

/** What a body says, or why it says nothing. */
export type Read<T> = { readonly value: T } | { readonly fault: Fault };

/** Most bytes of a body after it is unpacked: a bomb ends there. */
export const unpackedMost = 4 * 1024 * 1024;
/** A gzip ends with its size, so it is unpacked in one piece. One that lies costs a few more, or room that is not used. */
function pieceOf(body: Buffer): number {
  const said = body.length < 4 ? 0 : body.readUInt32LE(body.length - 4);
  return Math.max(2 * 1024, 2 * body.length, Math.min(unpackedMost, said) + 1);
}

/** Most entries of a batch: each batch writes the pages of its tables once, but nobody else is answered meanwhile. */
export const entriesMost = 2_000;

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
export function readPush(body: Buffer): Read<ReadPush> {
  const unpacked = unpack(body);
  if ('fault' in unpacked) return unpacked;
  const bytes = unpacked.value;
  if (!isUtf8(bytes)) return bad('not UTF-8');
  const fault = versionFault(jsonOf(bytes.toString('utf8', 0, Math.max(bytes.indexOf(lineEnd), 0))));
  if (fault) return { fault };
  const value = readPushText(bytes, ({ entries, after }) =>
    entries > entriesMost ? null : createEntryReader(after),
  );
  if (!value) return bad('cut, or of another shape');
  return value.push.entries > entriesMost ? { fault: { kind: 'too-large' } } : { value };
}

function unpack(body: Buffer): Read<Buffer> {
  try {
    return { value: gunzipSync(body, { maxOutputLength: unpackedMost, chunkSize: pieceOf(body) }) };
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
