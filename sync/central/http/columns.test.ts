import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import type { CountryStock, Details, Directory, OutletAnswer, Positions } from '#central-api';
import { inventedCountry } from '#fixtures/country/country';
import { openStockedCentre, tell } from '#fixtures/stocked-centre';
import { type ClockTime, instant, type OutletCode } from '#rules';
import { countryOf } from '../../../kiosk-ui/look-up/country.ts';

const country = inventedCountry(30).map((stocked, n) =>
  n === 1
    ? {
        ...stocked,
        listed: {
          ...stocked.listed,
          note: '口罩 9 點開賣',
          ownNote: '恕不找零',
          website: 'https://one.example',
        },
      }
    : stocked,
);
const [first, second] = country.map(({ listed }) => listed.outlet) as [OutletCode, OutletCode];
const clock = { now: () => instant(1_583_977_200_000), elapsed: () => 0 };

async function open() {
  const centre = await openStockedCentre({ outlets: country, clock });
  onTestFinished(() => centre.close());
  const get = async <Answer>(path: string): Promise<Answer> =>
    (await fetch(`${centre.address}/api/v1/${path}`)).json() as Promise<Answer>;
  const columns = async () => {
    const [positions, stock, directory, details] = await Promise.all([
      ...([get<Positions>('positions'), get<CountryStock>('stock')] as const),
      ...([get<Directory>('directory'), get<Details>('details')] as const),
    ]);
    return { country: countryOf({ positions, stock, names: { directory, details } }), details };
  };
  return { centre, get, columns };
}

it('a card made of the columns says what the outlet’s own answer says', async () => {
  const { centre, get, columns } = await open();
  const till = await centre.openTill(first);
  const span = { from: '09:00' as ClockTime, until: '12:00' as ClockTime };
  const week = [[], [span], [span], [span], [span], [span], []];
  await tell(till, { kind: 'opening-hours-set', commandId: randomUUID(), week, note: '十點發號碼牌' });
  const ticket = { commandId: randomUUID(), sessionId: randomUUID(), ticketId: randomUUID(), number: 1 };
  await tell(till, { kind: 'ticket-handed-out', ...ticket, maskKind: 'adult', pieces: 9 });
  const paused = { state: 'paused', note: '盤點中' } as const;
  await tell(till, { kind: 'selling-state-set', commandId: randomUUID(), ...paused });
  await expect
    .poll(async () => (await get<OutletAnswer>(`outlets/${first}`)).outlet)
    .toMatchObject({ hoursNote: '十點發號碼牌', promised: { adult: 9 }, selling: paused });
  const { country: onDevice } = await columns();
  for (const code of country.map(({ listed }) => listed.outlet)) {
    const { outlet } = await get<OutletAnswer>(`outlets/${code}`);
    const n = onDevice?.indexOf(code) ?? -1;
    // Places are to ten metres.
    expect({ ...onDevice?.outlet(n), place: null }).toEqual({ ...outlet, place: null });
  }
});

it('what an outlet tells of itself is in the columns, and makes no other list', async () => {
  const { centre, columns } = await open();
  const before = (await columns()).details;
  const till = await centre.openTill(second);
  const week = [[], [], [], [], [], [], []];
  await tell(till, { kind: 'opening-hours-set', commandId: randomUUID(), week, note: '本週不賣' });
  expect(before.hoursNotes).toEqual([]);
  await expect
    .poll(async () => (await columns()).details)
    .toMatchObject({ hoursNotes: [[1, '本週不賣']], list: before.list });
});
