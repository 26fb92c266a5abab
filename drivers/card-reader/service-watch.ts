import { connect } from 'node:net';
import type { ChildTiming } from './child-orders.ts';

export type ServiceState = 'answering' | 'no-service' | 'service-frozen';

// pcsc-lite's client protocol: a length and a command, little-endian, and for CMD_VERSION the version of the protocol
// (4.4) and a result. A daemon of another version answers as well, and that it answers is all that is asked.
const version = Buffer.from('0c00000011000000040000000400000000000000', 'hex');
const versionAnswerLength = 12;

/**
 * Watches the PC/SC daemon of Linux over its own socket, without the library, whose calls block for ever when the
 * daemon is frozen: the socket closes when the daemon dies, and a question that stays open shows that it hangs.
 * Tells each change. Lasts as long as the process.
 */
export function watchDaemon(
  tell: (state: ServiceState, detail: string) => void,
  timing: Pick<ChildTiming, 'askService' | 'frozenAfter'>,
  path: string = process.env.PCSCLITE_CSOCK_NAME ?? '/run/pcscd/pcscd.comm',
): void {
  let state: ServiceState | null = null;
  const become = (next: ServiceState, detail: string) => {
    if (next === state) return;
    state = next;
    tell(next, detail);
  };

  function look(): void {
    const socket = connect(path);
    let received = 0;
    let cause = 'the daemon closed its socket';
    let patience: NodeJS.Timeout | undefined;
    const ask = () => {
      socket.write(version);
      patience = setTimeout(() => become('service-frozen', 'the daemon does not answer'), timing.frozenAfter);
    };
    socket.on('connect', ask);
    socket.on('data', (bytes) => {
      received += bytes.length;
      if (received < versionAnswerLength) return;
      received -= versionAnswerLength;
      clearTimeout(patience);
      patience = setTimeout(ask, timing.askService);
      become('answering', '');
    });
    socket.on('error', (error) => {
      cause = error.message;
    });
    socket.on('close', () => {
      clearTimeout(patience);
      setTimeout(look, timing.askService);
      become('no-service', cause);
    });
  }

  look();
}
