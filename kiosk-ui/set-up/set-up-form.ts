import type { SetUp } from '#api';

/** What is keyed in at the first start. */
export interface SetUpDraft {
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly managerName: string;
  readonly pin: string;
  readonly pinAgain: string;
  /** `K7QM-2FXD-9RTB`; empty to be given later. */
  readonly enrolmentCode: string;
}

export const emptySetUp: SetUpDraft = {
  code: '',
  name: '',
  address: '',
  phone: '',
  managerName: '',
  pin: '',
  pinAgain: '',
  enrolmentCode: '',
};

/** The field to mend, in the order of the page. */
export type SetUpFault = 'code' | 'name' | 'managerName' | 'pin' | 'pinAgain';

/** What goes to the till, or the first field that cannot be right. The till looks again and has the last word. */
export function setUpKeyed(draft: SetUpDraft): { readonly setUp: SetUp } | { readonly fault: SetUpFault } {
  const outletCode = codeKeyed(draft.code);
  if (!/^\d{6}[0-9A-Z]\d{3}$/.test(outletCode)) return { fault: 'code' };
  const name = draft.name.trim();
  if (name === '') return { fault: 'name' };
  const managerName = draft.managerName.trim();
  if (managerName === '') return { fault: 'managerName' };
  if (!/^\d{4,8}$/.test(draft.pin)) return { fault: 'pin' };
  if (draft.pin !== draft.pinAgain) return { fault: 'pinAgain' };
  return {
    setUp: {
      outletCode: outletCode as SetUp['outletCode'],
      name,
      address: draft.address.trim(),
      phone: draft.phone.trim(),
      manager: { name: managerName, pin: draft.pin },
      ...(draft.enrolmentCode === '' ? {} : { enrolmentCode: draft.enrolmentCode }),
    },
  };
}

/** As people copy it: with spaces or in small letters, or full-width from a Chinese input method. */
export const codeKeyed = (text: string): string => text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
