/** Where bytes go. Each `open` makes a new line; at most one is open at a time. */
export interface Transport {
  /**
   * Never rejects and always ends within the transport's time-out: `null` where nothing can be reached, and at once
   * when the signal is given.
   */
  open(events: LineEvents, signal: AbortSignal): Promise<Line | null>;
}

/** Never called from inside a call of the line or the transport. */
export interface LineEvents {
  answered(bytes: Uint8Array): void;
  /** The other side ended the line or it broke. Never called after `close()`. */
  lost(): void;
}

export interface Line {
  /**
   * Hands bytes over in the order of the calls. Never rejects. `whole`: the system took every byte, which says nothing
   * about paper. Any other answer leaves the line useless: close it.
   */
  write(bytes: Uint8Array): Promise<Written>;
  /** Ends the line at once; a write under way ends as `broken`. Calling it again does nothing. */
  close(): Promise<void>;
}

export type Written =
  | 'whole'
  /** The line broke; some of it may have arrived. */
  | 'broken'
  /** The device stopped taking bytes; some of it may have arrived. */
  | 'stalled'
  /** The system's own printer port says that the printer has no paper; some of it may have arrived. */
  | 'no-paper';
