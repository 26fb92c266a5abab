import type { Clock } from '#rules';
import type { OpenCentral } from './embedded-central.ts';
import type { TerminalLog } from './terminal.ts';

const nothingElse = {
  ...{ address: '', phone: '', county: '', town: '', village: '', chain: '', place: null },
  ...{ servicePeriods: '', note: '', ownNote: '', website: '' },
};

export interface CentralInProcessDeps {
  readonly clock: Clock;
  readonly log: TerminalLog;
  /** Where its pages were built; the till's own are in the same folder. */
  readonly pages: { readonly folder: string; readonly program: URL };
}

/** The real centre, on SQLite, in this process; loaded only where it is asked for. */
export const centralInProcess =
  ({ clock, log, pages }: CentralInProcessDeps): OpenCentral =>
  async ({ purpose, dataFolder, host, port }) => {
    const { loadBuiltPages, openCentral } = await import('#central');
    const store = { type: 'sqlite', folder: dataFolder } as const;
    const { address, desk, close } = await openCentral(
      { purpose, host, port, dataFolder, store, tls: null, connectionsPerAddress: null },
      { clock, log, pages: await loadBuiltPages(pages) },
    );
    // A country around the counter, so that the centre's pages show what they are for. Nobody waits for it.
    const country = purpose === 'demo' ? demoCountry({ ...desk, clock, log }) : null;
    return {
      address,
      async close() {
        (await country)?.();
        await close();
      },
      async listOutlet({ code, name }) {
        // What an import has said of it is more than a demonstration knows.
        if (!(await desk.outlets.one(code)))
          await desk.outlets.keep([{ outlet: code, name, ...nothingElse }]);
      },
      async enrolmentCode(outlet) {
        const made = await desk.enrolment.makeCode(outlet);
        if (!made) throw new Error(`the centre does not list ${outlet}`);
        return made.code;
      },
    };
  };

type DemoCountryDeps = Parameters<typeof import('#fixtures/country/demo-country').openDemoCountry>[0];

async function demoCountry(
  desk: Omit<DemoCountryDeps, 'onFault'> & Pick<CentralInProcessDeps, 'log'>,
): Promise<(() => void) | null> {
  const onFault = (err: unknown) => desk.log.error({ err }, 'the demonstration met a fault in its country');
  try {
    const { openDemoCountry } = await import('#fixtures/country/demo-country');
    return await openDemoCountry({ ...desk, onFault });
  } catch (error) {
    onFault(error);
    return null;
  }
}
