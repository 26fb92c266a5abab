import { describe, expect, it } from 'vitest';
import { createDrafts } from './drafts.ts';

describe('what was keyed in', () => {
  it('is there again for the same person after a restart of the till', () => {
    const drafts = createDrafts();
    drafts.belongTo('lin');
    drafts.set('goods-in', { adult: '600' });
    drafts.belongTo('lin');
    expect(drafts.get('goods-in')).toEqual({ adult: '600' });
  });

  it('is gone for the next person', () => {
    const drafts = createDrafts();
    drafts.belongTo('lin');
    drafts.set('goods-in', { adult: '600' });
    drafts.belongTo('chen');
    expect(drafts.get('goods-in')).toBeUndefined();
    drafts.belongTo('lin');
    expect(drafts.get('goods-in')).toBeUndefined();
  });
});
