import { z } from 'zod';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { anniversary } from '../../../domain/deadlines.ts';
import { bodyOf, nextStepOf, stageNames, stageOf } from '../../../domain/public-state.ts';
import { isUndecided } from '../../../domain/public-steps.ts';
import { type RegisterQuestion, registerSorts } from '../../../web/public/register-question.ts';
import { type Entry, partiesOf } from './entry.ts';
import type { Snapshot } from './snapshot.ts';
import { needlesOf } from './words.ts';

/** What an address asks of the list. What it asks wrongly is left out: an old link still shows a list. */
const question = z.object({
  sok: z.string().trim().max(200).catch(''),
  lage: z
    .enum(['oppna', ...stageNames])
    .optional()
    .catch(undefined),
  parti: z.string().min(1).max(80).optional().catch(undefined),
  ar: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  organ: z.enum(['fullmaktige', 'styrelsen']).optional().catch(undefined),
  forsenad: z.literal('ja').optional().catch(undefined),
  sortera: z.enum(registerSorts).catch('nyast'),
  sida: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Reads the address of the list. */
export const questionOf = (query: Readonly<Record<string, string>>): RegisterQuestion =>
  question.parse(query);

/** Whether it is undecided a year after it was raised (KL 5:35). */
export const isOverdue = ({ status, raisedOn }: Entry, today: CalendarDate): boolean =>
  isUndecided(status) && anniversary(raisedOn) < today;

const fits = (asked: RegisterQuestion, today: CalendarDate) => {
  const { lage, parti, ar, organ, forsenad } = asked;
  const needles = needlesOf(asked.sok);
  return (entry: Entry): boolean =>
    (ar === undefined || entry.registerYear === ar) &&
    (parti === undefined || partiesOf(entry).includes(parti)) &&
    (lage === undefined || isAt(entry, lage)) &&
    (organ === undefined || bodyOf(entry.status) === (organ === 'styrelsen' ? 'board' : 'council')) &&
    (forsenad === undefined || isOverdue(entry, today)) &&
    needles.every((needle) => entry.searchable.includes(needle));
};

const isAt = ({ status }: Entry, stage: NonNullable<RegisterQuestion['lage']>): boolean =>
  stage === 'oppna' ? isUndecided(status) : stageOf(status) === stage;

const collator = new Intl.Collator('sv');
const bodies = { council: '', board: '' };
/** After every day there is: what has no day set comes last. */
const noDay = '9999-12-31';
const nextDay = (entry: Entry) => nextStepOf(entry, undefined, bodies)?.on ?? noDay;

const orders: Readonly<Record<RegisterQuestion['sortera'], (entries: readonly Entry[]) => readonly Entry[]>> =
  {
    nyast: (entries) => entries,
    aldst: (entries) => entries.toReversed(),
    titel: (entries) => entries.toSorted((one, other) => collator.compare(one.title, other.title)),
    nasta: (entries) =>
      entries
        .map((entry) => ({ entry, day: nextDay(entry) }))
        .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
        .map(({ entry }) => entry),
  };

/** Each order of a snapshot is made once: sorting ten thousand titles takes longer than all the rest. */
const sorted = new WeakMap<Snapshot['entries'], Map<string, readonly Entry[]>>();

const inOrder = (entries: Snapshot['entries'], sort: RegisterQuestion['sortera']): readonly Entry[] => {
  const made = sorted.get(entries) ?? new Map<string, readonly Entry[]>();
  sorted.set(entries, made);
  const found = made.get(sort) ?? orders[sort](entries);
  made.set(sort, found);
  return found;
};

/** Motions on a page of the list. */
export const perPage = 25;

/** The motions asked for, in the order asked for, and those of the page asked for. */
export const pick = (
  { entries }: Pick<Snapshot, 'entries'>,
  asked: RegisterQuestion,
  today: CalendarDate,
): {
  readonly found: number;
  readonly pages: number;
  readonly page: number;
  readonly shown: readonly Entry[];
} => {
  const found = inOrder(entries, asked.sortera).filter(fits(asked, today));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(asked.sida, pages);
  return { found: found.length, pages, page, shown: found.slice((page - 1) * perPage, page * perPage) };
};
