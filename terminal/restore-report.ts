import { businessDayOf, exhaustive, timeOfDay } from '#rules';
import type { Loss, RestoreResult } from './restore.ts';

/** What a person who restores a backup has to know, in sentences. */
export function restoreReport(result: RestoreResult): string {
  switch (result.outcome) {
    case 'restored': {
      const { entries, lastAt, loss, movedTo } = result;
      const end = lastAt === null ? '' : `, the last of ${businessDayOf(lastAt)} ${timeOfDay(lastAt)}`;
      return [
        `restored: ${entries} entries${end}`,
        ...(loss && loss.entries > 0 ? [lossSentence(loss)] : []),
        ...(movedTo === null ? [] : [`what was there before is in ${movedTo}`]),
      ].join('\n');
    }
    case 'kept':
      return `nothing was changed: ${keptSentence(result)}\nTo restore all the same, add --replace; the present files are then moved aside.`;
    case 'refused':
      return `nothing was changed: this cannot be restored (${result.reason}): ${result.detail}`;
    default:
      return exhaustive(result);
  }
}

function keptSentence({ reason, loss }: Extract<RestoreResult, { outcome: 'kept' }>): string {
  switch (reason) {
    case 'newer':
      return loss ? lossSentence(loss) : 'the present journal is newer than the backup';
    case 'another-till':
      return 'the present journal and the backup have nothing in common';
    case 'unreadable':
      return 'the present database cannot be read, so nobody can tell what is newer in it';
    default:
      return exhaustive(reason);
  }
}

function lossSentence({ entries, acknowledged }: Loss): string {
  const older = `the backup lacks ${entries} ${entries === 1 ? 'entry' : 'entries'} of the present journal`;
  if (acknowledged === 0) return `${older}; the centre has none of them`;
  return `${older}, and the centre has ${acknowledged} of them: it will notice that this till went back`;
}
