import { describe, expect, it } from 'vitest';
import type { GateSnapshot, StockSnapshot } from '#api';
import { createPage } from './page.ts';
import { sectionNamed } from './page-state.ts';

const snapshot = (revision: number, operatorId = 'lin') =>
  ({ revision, you: { operatorId }, clock: { now: 1 } }) as unknown as StockSnapshot;
const gate = { now: 2 } as unknown as GateSnapshot;

const openPage = (forget: () => void = () => undefined) => {
  const page = createPage({
    answers: { forget },
    start: { section: 'today', language: 'zh' },
    show: () => undefined,
  });
  page.connection('online');
  return page;
};

describe('the manager’s page', () => {
  it('shows nothing of the shop any more once nobody is signed in', () => {
    const page = openPage();
    page.snapshot(snapshot(4));
    page.gate(gate);
    expect(page.state()).toMatchObject({ snapshot: null, gate });
  });

  it('keeps the section over a sign-in', () => {
    const page = openPage();
    page.open('day-close');
    page.gate(gate);
    page.snapshot(snapshot(4));
    expect(page.state()).toMatchObject({ section: 'day-close', gate: null });
  });

  it('shows its keys to whoever is signed in, and closes them with the sign-out', () => {
    const page = openPage();
    page.help('open');
    expect(page.state().help).toBe('closed');
    page.snapshot(snapshot(4));
    page.help('open');
    expect(page.state().help).toBe('open');
    page.gate(gate);
    expect(page.state().help).toBe('closed');
  });

  it('forgets what was answered with every change, and whoever asked', () => {
    let forgotten = 0;
    const page = openPage(() => {
      forgotten++;
    });
    page.snapshot(snapshot(4));
    page.snapshot(snapshot(3));
    expect(forgotten).toBe(1);
    page.gate(gate);
    expect(forgotten).toBe(2);
  });

  it('does not go back to an older snapshot', () => {
    const page = openPage();
    page.snapshot(snapshot(4));
    page.snapshot(snapshot(3));
    expect(page.state().snapshot?.revision).toBe(4);
  });

  it('takes the lower revision of a till that was restarted', () => {
    const page = openPage();
    page.snapshot(snapshot(40));
    page.connection('lost');
    page.connection('online');
    page.snapshot(snapshot(1));
    expect(page.state().snapshot?.revision).toBe(1);
  });

  it('keeps what was keyed in when a snapshot comes, and forgets it for another person', () => {
    const page = openPage();
    page.snapshot(snapshot(1));
    page.drafts.set('goods-in', '600');
    page.snapshot(snapshot(2));
    expect(page.drafts.get('goods-in')).toBe('600');
    page.gate(gate);
    page.snapshot(snapshot(3, 'chen'));
    expect(page.drafts.get('goods-in')).toBeUndefined();
  });
});

describe('an address', () => {
  it.each([
    ['day-close', 'day-close'],
    ['', 'today'],
    ['no-such-section', 'today'],
  ])('#%s opens %s', (hash, section) => {
    expect(sectionNamed(hash)).toBe(section);
  });
});
