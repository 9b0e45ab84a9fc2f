import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Found } from './reading.ts';
import { spelt } from './spelling.ts';
import { datesIn } from './swedish-dates.ts';
import { sentenceAround } from './written-text.ts';

const limit = spelt('(?:senast|före|innan|till och med|t\\.?o\\.?m\\.?)(?: (?:den|d\\.))?\\s*(?![\\s\\S])');
const toBeDone = spelt(
  '\\b(?:uppfölj\\p{L}*|följ(?:s|as|a)? upp|redovisa\\p{L}*|återrapport\\p{L}*|återredovis\\p{L}*|återkom\\p{L}*|utvärder\\p{L}*|slutrapport\\p{L}*|rapportera\\p{L}*|omprövas|ses över)',
);
const another = spelt('ansök\\p{L}*|remissvar|svara på|anmäl dig|konferens');

/**
 * The day by which something is to be followed up or reported: a date after "senast" in a sentence that says so. A
 * day on which something merely happens is none (seed 002 has a conference on 20 March).
 */
export const findFollowUp = (text: string): Found<CalendarDate> | undefined => {
  for (const date of datesIn(text)) {
    const sentence = sentenceAround(text, date.start);
    const around = text.slice(sentence.start, sentence.end);
    if (
      limit.test(text.slice(sentence.start, date.start)) &&
      toBeDone.test(around) &&
      !another.test(around)
    ) {
      return { ...date, confidence: 0.9 };
    }
  }
  return undefined;
};
