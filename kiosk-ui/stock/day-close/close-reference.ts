import type { Day } from '../terms.ts';

/** How the till's slips name a close: the day and which close of that day it is. */
export const closeReference = (day: Day, number: number): string => `${day}/${number}`;
