import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { freshFolder } from '#fixtures/folder';
import { createDiskSpace } from './disk-space.ts';

const MB = 2 ** 20;

describe('room on the disk', () => {
  it.each([
    [10_000 * MB, 'ok'],
    [499 * MB, 'low'],
    [49 * MB, 'full'],
    [null, 'ok'],
  ])('of %s bytes is %s', (free, state) => {
    expect(createDiskSpace('folder', () => free).state().state).toBe(state);
  });

  it('is asked of the system for a folder that is there', () => {
    expect(createDiskSpace(freshFolder()).state().freeMB).toBeGreaterThan(0);
  });

  it('that runs out is announced once', () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let free = 1000 * MB;
    const disk = createDiskSpace('folder', () => free);
    const announced = vi.fn();
    disk.changed.subscribe(announced);
    const end = disk.watch();
    vi.advanceTimersByTime(60_000);
    free = 100 * MB;
    vi.advanceTimersByTime(180_000);
    expect(announced).toHaveBeenCalledTimes(1);
    expect(disk.state()).toEqual({ state: 'low', freeMB: 100 });
    end();
  });
});
