import type { Database } from 'better-sqlite3';

/** Commands that were recorded, so that one sent twice is done once. */
export interface CommandsDone {
  has(commandId: string): boolean;
  project(commandId: string, seq: number): void;
}

export function createCommandsDone(db: Database): CommandsDone {
  const has = db.prepare<[string], number>('SELECT 1 FROM commands_done WHERE command_id = ?').pluck();
  const put = db.prepare('INSERT INTO commands_done VALUES (?, ?)');
  return {
    has: (commandId) => has.get(commandId) !== undefined,
    project: (commandId, seq) => void put.run(commandId, seq),
  };
}
