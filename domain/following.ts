import { z } from 'zod';
import { addDays, type CalendarDate, calendarDate } from './calendar-date.ts';
import { type LetterTemplate, letterTemplate } from './letters.ts';

/** What anyone may follow by letter: one motion, the motions of a party, or all motions. */
export const followedSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('motion'), caseId: z.string().min(1).max(80) }),
  z.object({ kind: z.literal('party'), party: z.string().trim().min(1).max(80) }),
  z.object({ kind: z.literal('all') }),
]);
export type FollowedSubject = z.infer<typeof followedSubject>;

/** The subject as one word, to tell it from others. */
export const subjectKey = (subject: FollowedSubject): string => {
  switch (subject.kind) {
    case 'motion':
      return `motion:${subject.caseId}`;
    case 'party':
      return `party:${subject.party}`;
    case 'all':
      return 'all';
  }
};

/** Every subject once. */
export const withSubject = (
  subjects: readonly FollowedSubject[],
  added: FollowedSubject,
): readonly FollowedSubject[] =>
  subjects.some((each) => subjectKey(each) === subjectKey(added)) ? subjects : [...subjects, added];

/**
 * What has happened to a motion that is news to anyone: the same as its signatories are told, but for what is between
 * them and the registry (a receipt, and a return for completion).
 */
export const publicNewsKind = letterTemplate.exclude([
  'received',
  'returned',
  'consultation-request',
  'consultation-reminder',
]);
export type PublicNewsKind = z.infer<typeof publicNewsKind>;

/** A piece of public news, by reference only: what may be said of the motion is read when it is told. */
export const publicNews = z.object({
  on: calendarDate,
  caseId: z.string(),
  version: z.int(),
  kind: publicNewsKind,
});
export type PublicNews = z.infer<typeof publicNews>;

/** The public news among the letters that an event owes. */
export const newsAmong = (tells: readonly LetterTemplate[]): PublicNewsKind[] =>
  tells.flatMap((each) => publicNewsKind.safeParse(each).data ?? []);

/** Whether news of a motion concerns somebody who follows these subjects. */
export const concerns = (
  subjects: readonly FollowedSubject[],
  motion: { readonly caseId: string; readonly movers: readonly { readonly party: string }[] },
): boolean => {
  const keys = new Set(subjects.map(subjectKey));
  const about: readonly FollowedSubject[] = [
    { kind: 'all' },
    { kind: 'motion', caseId: motion.caseId },
    ...motion.movers.map(({ party }) => ({ kind: 'party' as const, party })),
  ];
  return about.some((each) => keys.has(subjectKey(each)));
};

/** No more days back than this are told of: whoever follows since long ago reads the register. */
const mostDays = 366;

/** The days that are over and not told of yet. News is told once a day, when the day is over. */
export const daysToTell = (toldThrough: CalendarDate, today: CalendarDate): CalendarDate[] => {
  const days: CalendarDate[] = [];
  for (let day = addDays(today, -1); day > toldThrough && days.length < mostDays; day = addDays(day, -1)) {
    days.push(day);
  }
  return days.reverse();
};

/** How long a link that confirms is good for. */
export const confirmationHours = 48;
/** An address is written to again, of the same subject, first after this: somebody else may be typing it. */
export const askAgainMinutes = 60;
/** Subjects that may wait for confirmation by one address. */
export const mostAsked = 5;
