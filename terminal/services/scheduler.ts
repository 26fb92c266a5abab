import type { Instant } from '#rules';
import type { TimeKeeper } from './time-keeper.ts';

/** Runs something once the till's time has reached `at`; at once, though never within the call, if it has. @returns what calls it off */
export type Schedule = (at: Instant, run: () => void) => () => void;

/** A machine's clock may be set and a machine may sleep, so nothing waits longer than this without looking again. */
const lookAgainMs = 30_000;

/** By timers that keep no program from ending. */
export function createSchedule(time: Pick<TimeKeeper, 'now'>): Schedule {
  return (at, run) => {
    let timer: NodeJS.Timeout;
    const wait = () => {
      const left = Math.max(0, at - time.now());
      timer = setTimeout(left > lookAgainMs ? wait : arrive, Math.min(left, lookAgainMs));
      timer.unref();
    };
    const arrive = () => {
      if (time.now() < at) wait();
      else run();
    };
    wait();
    return () => clearTimeout(timer);
  };
}
