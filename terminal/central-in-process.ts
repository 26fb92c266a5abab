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
    return {
      address,
      close,
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
