import { z } from 'zod';
import { addYears, type CalendarDate, stockholmDate, yearOf } from '../../../domain/calendar-date.ts';
import type { Motion } from '../../../domain/motion.ts';
import { isOpenStatus } from '../../../domain/one-year-clock.ts';
import { mayRead } from '../../../domain/permissions.ts';
import type { Actor } from '../../../domain/roles.ts';
import { statusName } from '../../../domain/status-names.ts';
import { type CaseListFilters, type CaseListRow, caseListPage } from '../../../web/office/case-list-page.tsx';
import { titlesOf } from '../../casework/headings.ts';
import type { Page } from '../../ports/case-store.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { casePath, fileMotionPath, listPath, openMotionsPath, paperMotionPath } from './paths.ts';
import { chromeOf, send } from './respond.ts';
import { personNames, shownMovers } from './shown-names.ts';

/** What the address says; what cannot be read there counts as left out. */
const question = z.object({
  ar: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
  parti: z.string().trim().max(80).default('').catch(''),
  undertecknare: z.string().trim().min(1).max(80).optional().catch(undefined),
  lage: z.enum(['alla', 'oppna', 'sena']).default('alla').catch('alla'),
  sok: z.string().trim().max(200).default('').catch(''),
  efter: z.string().max(2000).optional(),
});
type Question = z.infer<typeof question>;

/** Rows on a page; where words or a state are looked for, that many are looked through, so that no page costs more. */
const rowsShown = 50;
const rowsLookedThrough = 200;

/** Ärenden: a year's register, a party's motions or a signatory's, by cursor: what it costs does not grow (architecture §5). */
export const addListRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get(listPath, async (context) => {
    const actor = context.get('actor');
    const today = stockholmDate(desk.now());
    const asked = question.parse(context.req.query());
    const found = await casesAsked(desk, asked, today);
    const read = found.items.filter((motion) => mayRead(motion, actor));
    const inState = read.filter((motion) => isInState(motion, asked, today));
    const titles = await titlesOf(desk, inState);
    const titled = inState.filter((motion) => hasWords(motion, titles.get(motion.caseId), asked.sok));
    const view = caseListPage({
      chrome: chromeOf(context, desk),
      filters: await filtersOf(desk, asked, today, actor),
      rows: await rowsOf(desk, titled, titles, actor, today),
      next: found.cursor === undefined ? undefined : addressOf({ ...asked, efter: found.cursor }),
      first: asked.efter === undefined ? undefined : addressOf({ ...asked, efter: undefined }),
      begin: actor.roles.includes('registrar') ? beginnings : [],
    });
    return send(context, view);
  });
};

const beginnings = [
  { href: paperMotionPath, label: 'För in en motion på papper' },
  { href: fileMotionPath, label: 'Läs in en motion från en fil' },
  { href: openMotionsPath, label: 'Läs in öppna motioner från en tabell' },
];

const addressOf = (asked: Question): string => {
  const said = Object.entries(asked).flatMap(([name, value]): [string, string][] =>
    value === undefined || value === '' || value === 'alla' ? [] : [[name, String(value)]],
  );
  return `${listPath}?${new URLSearchParams(said)}`;
};

/** By the index that fits what is asked: the number alone names one case, then signatory, then party, then the year. */
const casesAsked = async (
  { cases }: PagesDesk,
  asked: Question,
  today: CalendarDate,
): Promise<Page<Motion>> => {
  const numbered = asked.sok === '' ? undefined : await cases.caseNumbered(asked.sok);
  if (numbered !== undefined) return { items: [...(await cases.motions([numbered])).values()] };
  const isSearch = asked.sok !== '' || asked.lage !== 'alla';
  const page = { limit: isSearch ? rowsLookedThrough : rowsShown, cursor: asked.efter };
  const { items, cursor } = await (asked.undertecknare !== undefined
    ? cases.bySignatory(asked.undertecknare, page)
    : asked.parti !== ''
      ? cases.byParty(asked.parti, page)
      : cases.register(asked.ar ?? yearOf(today), page));
  const motions = items.map(({ motion }) => motion);
  return { items: motions.filter((motion) => asked.ar === undefined || isOfYear(motion, asked.ar)), cursor };
};

const isOfYear = (motion: Motion, year: number) => 'registerYear' in motion && motion.registerYear === year;

/** The last day of the motion's year, while the council has not decided (KL 5:35). */
const yearEndOf = (motion: Motion): CalendarDate | undefined =>
  isOpenStatus(motion.status) && 'raisedOn' in motion && motion.raisedOn !== undefined
    ? addYears(motion.raisedOn, 1)
    : undefined;

const isInState = (motion: Motion, { lage }: Question, today: CalendarDate): boolean => {
  if (lage === 'alla') return true;
  if (lage === 'oppna') return isOpenStatus(motion.status);
  const end = yearEndOf(motion);
  return end !== undefined && end < today;
};

const hasWords = (motion: Motion, title: string | undefined, words: string): boolean => {
  if (words === '') return true;
  const number = 'registrationNumber' in motion ? motion.registrationNumber : undefined;
  const text = `${number ?? ''} ${title ?? ''}`.toLocaleLowerCase('sv');
  return words
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .every((word) => text.includes(word));
};

const filtersOf = async (
  desk: PagesDesk,
  { ar, parti, undertecknare, lage, sok }: Question,
  today: CalendarDate,
  actor: Actor,
): Promise<CaseListFilters> => {
  const isWholeRegister = undertecknare === undefined && parti === '';
  const signatories = undertecknare === undefined ? [] : [{ memberId: undertecknare }];
  const [signatory] = (await shownMovers(desk, [{ signatories }], actor))({ signatories });
  return {
    year: ar ?? (isWholeRegister ? yearOf(today) : undefined),
    party: parti,
    state: lage,
    words: sok,
    signatory,
  };
};

const rowsOf = async (
  desk: PagesDesk,
  motions: readonly Motion[],
  titles: ReadonlyMap<string, string>,
  actor: Actor,
  today: CalendarDate,
): Promise<CaseListRow[]> => {
  const officerOf = (motion: Motion) => ('officer' in motion ? motion.officer : undefined);
  const [moversOf, nameOf] = await Promise.all([
    shownMovers(desk, motions, actor),
    personNames(
      desk,
      motions.flatMap((motion) => officerOf(motion) ?? []),
      actor,
    ),
  ]);
  return motions.map((motion) => {
    const [officer, yearEnd] = [officerOf(motion), yearEndOf(motion)];
    return {
      href: casePath(motion.caseId),
      number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
      title: titles.get(motion.caseId) ?? 'Utan titel',
      movers: moversOf(motion).map(({ memberId, name, party }) => ({
        name,
        party,
        href: `${listPath}?undertecknare=${encodeURIComponent(memberId)}`,
      })),
      status: statusName[motion.status],
      officer: officer === undefined ? undefined : nameOf(officer),
      year: yearEnd === undefined ? undefined : { on: yearEnd, isPast: yearEnd < today },
    };
  });
};
