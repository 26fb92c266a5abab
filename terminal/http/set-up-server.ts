import { createServer } from 'node:http';
import { join } from 'node:path';
import express from 'express';
import { type SetUp, type SetUpReply, setUpSchema } from '#api';
import { type OutletCode, outletCheckDigitHolds, outletCodeSchema, parsePin } from '#rules';
import { storageFault } from '#services';
import { createGuard } from './guard.ts';
import { type Listening, listenOn } from './listen.ts';
import { assets, protect, sendPage } from './pages.ts';

export interface SetUpServer {
  /** @throws the system's error, such as EADDRINUSE */
  listen(host: string, port: number): Promise<Listening>;
  /** Resolves once somebody has set the till up. */
  readonly done: Promise<void>;
  close(): Promise<void>;
}

export interface SetUpServerDeps {
  /** The folder with the built pages. */
  readonly screens: string;
  /** The outlet's code where it is known already, by a setting or by the journal. */
  readonly outletCode: OutletCode | null;
  /** Writes it down, and enrols the till where a code was given. @throws a storage error */
  readonly setUp: (answers: SetUp) => Promise<Enrolled>;
  /** Whether there is a centre for which a code may be given. */
  readonly centre: 'none' | 'configured';
  readonly onFault: (error: unknown) => void;
}

/** The first start: one page that asks for the outlet and the first manager, and gives way to the till. */
export function createSetUpServer({
  screens,
  outletCode,
  setUp,
  centre,
  onFault,
}: SetUpServerDeps): SetUpServer {
  let authorities: readonly string[] = [];
  const guard = createGuard(() => authorities);
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let underWay = false;

  async function answer(body: unknown): Promise<SetUpReply> {
    const fault = faultOf(body, outletCode);
    if (fault) return { ok: false, code: fault };
    const answers = setUpSchema.parse(body);
    if (underWay) return { ok: false, code: 'malformed' };
    underWay = true;
    try {
      const enrolment = await setUp(answers);
      return {
        ok: true,
        enrolment,
        checkDigit: outletCheckDigitHolds(answers.outletCode) ? 'right' : 'doubtful',
      };
    } catch (error) {
      underWay = false;
      if (storageFault(error) === null) throw error;
      onFault(error);
      return { ok: false, code: 'storage-failed' };
    }
  }

  const app = express()
    .disable('x-powered-by')
    .use(protect(guard))
    .use((_req, res, next) => {
      // The till answers at this address next, and no browser may ask it over a connection that ended with this server.
      res.set('connection', 'close');
      next();
    })
    .get('/health', (_req, res) => {
      res.set('cache-control', 'no-store').json({ phase: 'set-up', outlet: outletCode });
    })
    .use('/assets', assets(screens))
    .post('/set-up', express.json({ limit: '16kb' }), async (req, res) => {
      if (!guard.knowsToken(req.get('authorization')?.replace(/^Bearer /, ''))) {
        res.status(403).json({ code: 'not-for-others' });
        return;
      }
      const reply = await answer(req.body);
      if (reply.ok) res.once('close', finish);
      res.status(reply.ok ? 200 : 400).json(reply);
    })
    // Whatever page of the till was opened, this is the one that comes first.
    .use(
      sendPage(join(screens, 'set-up.html'), {
        TILL_TOKEN: () => guard.token,
        OUTLET: () => outletCode ?? '',
        CENTRE: () => centre,
      }),
    );
  const http = createServer(app);

  return {
    done,
    async listen(host, port) {
      const listening = await listenOn(http, host, port);
      authorities = listening.authorities;
      return listening;
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
}

/** What became of the code, or that none was given. */
export type Enrolled = Extract<SetUpReply, { ok: true }>['enrolment'];

type Fault = Extract<SetUpReply, { ok: false }>['code'];

function faultOf(body: unknown, known: OutletCode | null): Fault | null {
  const parsed = setUpSchema.safeParse(body);
  if (!parsed.success) {
    const code = typeof body === 'object' && body !== null && 'outletCode' in body ? body.outletCode : null;
    return outletCodeSchema.safeParse(code).success ? 'malformed' : 'outlet-code';
  }
  if (known !== null && parsed.data.outletCode !== known) return 'outlet-code';
  const pin = parsePin(parsed.data.manager.pin);
  return pin.ok ? null : pin.problem;
}
