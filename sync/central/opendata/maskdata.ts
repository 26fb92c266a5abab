import { type Instant, instant, type OutletCode, type PiecesByKind } from '#rules';

/** One outlet as the public sees it. */
export interface PublishedOutlet {
  readonly outlet: OutletCode;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly pieces: PiecesByKind;
}

/**
 * The file of 6 February 2020 began without a byte order mark; the authority changed the fifth heading between the 10th
 * and the 14th, and the line ends on the 14th.
 */
export interface MaskdataForm {
  readonly byteOrderMark: '\uFEFF' | '';
  readonly adultHeading: '成人口罩剩餘數' | '成人口罩總剩餘數';
  readonly lineEnd: '\r\n' | '\n';
}

export const latestForm: MaskdataForm = {
  ...{ byteOrderMark: '\uFEFF', adultHeading: '成人口罩剩餘數', lineEnd: '\r\n' },
};

/** `2020/03/03 11:23:40` in Taipei. */
export function publishedTime(at: Instant): string {
  const taipei = new Date(instant(at + 8 * 3_600_000)).toISOString();
  return `${taipei.slice(0, 10).replaceAll('-', '/')} ${taipei.slice(11, 19)}`;
}

/** The part of a line that changes with its outlet only; `null` for one that has nothing, which the file leaves out. */
export function maskdataLine({ outlet, name, address, phone, pieces }: PublishedOutlet): string | null {
  if (pieces.adult === 0 && pieces.child === 0) return null;
  return [outlet, plain(name), plain(address), plain(phone), pieces.adult, pieces.child, ''].join(',');
}

/**
 * `maskdata.csv` as the authority published it: UTF-8, since 10 February with BOM, seven columns, no quotes, one time on every line.
 * @param lines of `maskdataLine`, in the order of the outlets' codes
 */
export function maskdataFile(lines: readonly string[], at: Instant, form: MaskdataForm = latestForm): Buffer {
  const { byteOrderMark, adultHeading, lineEnd } = form;
  const heading = `${byteOrderMark}醫事機構代碼,醫事機構名稱,醫事機構地址,醫事機構電話,${adultHeading},兒童口罩剩餘數,來源資料時間`;
  const end = `${publishedTime(at)}${lineEnd}`;
  return Buffer.from(heading + lineEnd + (lines.length > 0 ? lines.join(end) + end : ''));
}

/** The file knows no quotes, so what would need them takes its full-width form. */
const plain = (text: string): string =>
  text
    .replace(/,/g, '，')
    .replace(/"/g, '＂')
    .replace(/[\r\n]+/g, ' ');
