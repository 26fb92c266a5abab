import { rocDate, timeOfDay } from '#rules';
import { amountOf, type Receipt, type SaleRecord } from '#store';
import { nextDayAfter, type Outlet, shortTag } from './slip-parts.ts';

/** Bytes of UTF-8 that a QR code holds and an old telephone still reads from a screen. */
const mostBytes = 300;
const kinds = { adult: '成人', child: '兒童' } as const;

/** A receipt as plain text for a QR code, at most 300 bytes of UTF-8; the shop's name is cut where it has to be. */
export function receiptText(receipt: Receipt, outlet: Pick<Outlet, 'name'>): string {
  const { receiptNumber, soldAt, day, lines, voided } = receipt;
  const rows = [
    `${voided ? '已作廢 ' : ''}口罩購買證明`,
    receiptNumber,
    `${rocDate(day)} ${timeOfDay(soldAt).slice(0, 5)}`,
  ];
  const foot = [`合計 ${amountOf(lines)} 元`, `驗證碼 ${shortTag(lines[0]?.hash ?? '')}`];
  for (let shown = lines.length; ; shown--) {
    const cards = lines.slice(0, shown).map((line) => cardRow(line, receipt));
    const rest = shown < lines.length ? [`另 ${lines.length - shown} 張卡`] : [];
    const body = [...rows, ...cards, ...rest, ...foot].join('\n');
    const room = mostBytes - bytesOf(body) - 1;
    if (room < 0 && shown > 0) continue;
    const name = cut(outlet.name, room);
    return name === '' ? body : `${name}\n${body}`;
  }
}

const cardRow = (line: SaleRecord, { voided }: Receipt): string =>
  `${line.lastThree} ${kinds[line.kind]} ${line.pieces} 片${voided ? '' : `，下次 ${rocDate(nextDayAfter(line))}`}`;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function cut(text: string, bytes: number): string {
  const characters = [...text];
  while (characters.length > 0 && bytesOf(characters.join('')) > bytes) characters.pop();
  return characters.join('');
}
