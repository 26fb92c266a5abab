/** How much a figure of some minutes ago still says: as on the public page, amber after ten minutes and red after an hour. */
export type AgeGrade = 'fresh' | 'aged' | 'old';

export const ageGrade = (minutes: number): AgeGrade =>
  minutes < 10 ? 'fresh' : minutes < 60 ? 'aged' : 'old';
