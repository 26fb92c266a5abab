import { z } from 'zod';

/** What a person showed instead of a chip that can be read. */
export const documentSchema = z.enum([
  /** 居留證 */
  'residence-certificate',
  /** 入出境許可證 */
  'entry-permit',
  /** 身分證 */
  'identity-card',
  /** 戶口名簿 */
  'household-register',
  /** 健保卡，晶片無法讀取 */
  'card-unreadable',
]);
export type Document = z.infer<typeof documentSchema>;

/** How the buyer of a sale was identified; all but `chip` were keyed in and are flagged for review. */
export const identifiedBySchema = z.enum(['chip', ...documentSchema.options]);
export type IdentifiedBy = z.infer<typeof identifiedBySchema>;

/** Why a number was keyed in. */
export const byHandReasonSchema = z.enum([
  /** The person has no NHI card. */
  'no-card',
  /** The chip does not answer. */
  'chip-damaged',
  /** The reader does not work. */
  'reader-broken',
]);
export type ByHandReason = z.infer<typeof byHandReasonSchema>;
