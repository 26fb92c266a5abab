import { gzipSync } from 'node:zlib';
import { lineEnd, type Push, pushLines, type SentEntry } from '#protocol';

/** A push of few entries is packed as small with a small window, whose memory need not be made ready each time. */
const fewEntries = 8;
const ofFew = { windowBits: 12, memLevel: 4, chunkSize: 1024 } as const;
/** Half of the time of the usual level for three bytes more a sale, in one piece. */
const ofMany = { level: 3, chunkSize: 64 * 1024 } as const;
/** Of one unit of a string, in UTF-8. */
const bytesMost = 3;

/** The gzip body of a push. */
export function packedPush(push: Push, entries: readonly SentEntry[]): Buffer {
  const lines = pushLines(push, entries);
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, line) => sum + bytesMost * line.length + 1, 0));
  let end = 0;
  for (const line of lines) {
    end += bytes.write(line, end);
    bytes[end++] = lineEnd;
  }
  return gzipSync(bytes.subarray(0, end), entries.length > fewEntries ? ofMany : ofFew);
}
