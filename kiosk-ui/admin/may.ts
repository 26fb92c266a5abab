import type { Me } from './wall.ts';

/** Whether the centre would do it for who is signed in; what it refuses is not offered. */
export const may = ({ may: deeds }: Pick<Me, 'may'>, deed: Me['may'][number]): boolean =>
  deeds.includes(deed);
