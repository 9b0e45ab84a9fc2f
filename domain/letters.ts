import { z } from 'zod';

/**
 * The letters the signatories get, by what has happened (domain.md §11.4), and those to whom a question is put
 * (row 7; §11.2).
 */
export const letterTemplate = z.enum([
  'received',
  'registered',
  'returned',
  'referred',
  'board-date',
  'board-proposal',
  'council-date',
  'decided',
  'extract',
  'final',
  'referred-back',
  'postponed',
  'withdrawn',
  'appealed',
  'annulled',
  'consulted',
  'late-report',
  'corrected',
  'meeting-changed',
  'consultation-request',
  'consultation-reminder',
]);
export type LetterTemplate = z.infer<typeof letterTemplate>;

/** A letter that is owed: who and why, by reference only. */
export interface OwedLetter {
  readonly template: LetterTemplate;
  /** A member, or another recipient as domain/letter-recipients.ts writes it. */
  readonly memberId: string;
}

/** What each letter is about, in a few words: for whoever is about to cause it, and for lists of letters. */
export const letterName: Readonly<Record<LetterTemplate, string>> = {
  received: 'kvittens på att motionen har kommit in',
  registered: 'diarienummer',
  returned: 'återlämnad för komplettering',
  referred: 'remitterad för beredning',
  'board-date': 'dag i styrelsen',
  'board-proposal': 'styrelsens förslag',
  'council-date': 'dag i fullmäktige',
  decided: 'fullmäktiges beslut',
  extract: 'protokollsutdrag',
  final: 'laga kraft',
  'referred-back': 'återremiss',
  postponed: 'bordläggning',
  withdrawn: 'återtagen',
  appealed: 'överklagad',
  annulled: 'beslutet upphävt',
  consulted: 'sänd på remiss',
  'late-report': 'anmäld som försenad',
  corrected: 'rättelse',
  'meeting-changed': 'ändrat sammanträde',
  'consultation-request': 'remiss',
  'consultation-reminder': 'påminnelse om remiss',
};
