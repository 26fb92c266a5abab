/** One exchange with the centre. */
export interface Transport {
  /**
   * @param timeoutMs after which the exchange is cut, its connection included
   * @throws NoLine where no whole answer came
   */
  ask(request: TransportRequest, timeoutMs: number): Promise<TransportAnswer>;
  close(): void;
}

export interface TransportRequest {
  /** `/sync/push` */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface TransportAnswer {
  readonly status: number;
  /** Parsed JSON, not yet looked at; `null` where it is none. */
  readonly body: unknown;
  /** An hour at most. */
  readonly retryAfterMs: number | null;
}

/** No answer: no network, no such host, cut, too slow, or something that is not the centre. */
export class NoLine extends Error {}
