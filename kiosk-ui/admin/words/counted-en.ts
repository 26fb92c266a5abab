import { grouped } from '../../day-format.ts';

/** `1 sale`, `1,200 sales`. */
export const counted = (n: number, one: string, many: string): string =>
  `${grouped(n)} ${n === 1 ? one : many}`;

export const outlets = (n: number): string => counted(n, 'outlet', 'outlets');
