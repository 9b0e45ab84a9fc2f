import type { Context } from 'hono';
import { z } from 'zod';
import { stockholmDate, stockholmTime } from '../../../domain/calendar-date.ts';
import { letterName, letterTemplate } from '../../../domain/letters.ts';
import { refuse } from '../../../domain/refusal.ts';
import type { FieldFault } from '../../../web/chrome.ts';
import { type Filled, firstOf } from '../../../web/forms/field.ts';
import {
  astrayPage,
  caseLettersPage,
  type LetterDeed,
  type LetterLine,
  letterPage,
} from '../../../web/office/letters-page.tsx';
import { titlesOf } from '../../casework/headings.ts';
import { resendLetters, settleLetters } from '../../casework/letters-astray.ts';
import { releaseLetters } from '../../casework/release-letters.ts';
import { NotFound } from '../../failures.ts';
import type { LetterKey } from '../../ports/case-letters.ts';
import { letterViewsOf, maySeeLetter } from '../letter-view.ts';
import { caseHeadOf } from './case-head.ts';
import type { PageEnv, PagesApp, PagesDesk } from './desk.ts';
import { faultOfRefusal } from './faults.ts';
import { standingOf } from './letter-standing.ts';
import { casePath } from './paths.ts';
import { chromeOf, send } from './respond.ts';
import { personNames } from './shown-names.ts';
import { visibleCase } from './visible-case.ts';

type Pages = Context<PageEnv>;
type View = Awaited<ReturnType<typeof letterViewsOf>>[number];

const keyQuery = z.object({
  version: z.coerce.number().int().min(1),
  memberId: z.string().min(1).max(200),
  template: letterTemplate,
});

const at = (instant: string) => `${stockholmDate(instant)} ${stockholmTime(instant)}`;
const letterPath = (
  caseId: string,
  page: string,
  { version, memberId, template }: Omit<LetterKey, 'caseId'>,
) =>
  `${casePath(caseId)}/brev/${page}?${new URLSearchParams({ version: String(version), memberId, template })}`;

const withCapital = (text: string) => `${text.charAt(0).toLocaleUpperCase('sv')}${text.slice(1)}`;

const lineOf = (caseId: string, view: View): LetterLine => ({
  href: letterPath(caseId, 'ett', view),
  what: withCapital(letterName[view.template]),
  to: view.recipient,
  sentAt: view.sentAt === undefined ? undefined : at(view.sentAt),
  ...standingOf(view),
});

/** Letters: those of a case, one of them word for word, and all that did not reach their readers. */
export const addLetterPages = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/brev', async (context) => {
    const actor = context.get('actor');
    if (!actor.roles.some((role) => role === 'registrar' || role === 'auditor')) throw new NotFound('page');
    const { items, cursor } = await desk.cases.lettersAstray({ cursor: context.req.query('efter') });
    const views = await letterViewsOf(desk, items, actor);
    const states = await Promise.all([...new Set(items.map(({ caseId }) => caseId))].map(desk.cases.load));
    const titles = await titlesOf(
      desk,
      states.flatMap((state) => state?.motion ?? []),
    );
    const letters = views.map((view, index) => {
      const caseId = items[index]?.caseId ?? '';
      return { ...lineOf(caseId, view), caseName: titles.get(caseId) ?? caseId };
    });
    const next = cursor === undefined ? undefined : `/kontor/brev?efter=${encodeURIComponent(cursor)}`;
    return send(context, astrayPage({ chrome: chromeOf(context, desk), letters, next }));
  });

  app.get('/kontor/arenden/:caseId/brev', async (context) => {
    const actor = context.get('actor');
    const { motion } = await visibleCase(desk, context.req.param('caseId'), actor);
    const views = await letterViewsOf(desk, await desk.cases.letters(motion.caseId), actor);
    const head = await caseHeadOf(desk, motion, 'brev');
    const letters = views.map((view) => lineOf(motion.caseId, view));
    return send(context, caseLettersPage({ chrome: chromeOf(context, desk), head, letters }));
  });

  app.get('/kontor/arenden/:caseId/brev/ett', (context) => showLetter(context, desk, {}, []));
  app.post('/kontor/arenden/:caseId/brev/ett', (context) => seeToLetter(context, desk));

  app.get('/kontor/arenden/:caseId/brev/sett', async (context) => {
    const { kept } = await letterOf(context, desk);
    if (kept === undefined) throw new NotFound('letter');
    context.header('cache-control', 'no-store');
    // As a mail program shows it: its own style, and nothing that runs or is fetched.
    context.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
    context.header('x-content-type-options', 'nosniff');
    return context.html(kept.html);
  });
};

/** The letter of the address, if the asker may see it. */
const letterOf = async (context: Pages, desk: PagesDesk) => {
  const actor = context.get('actor');
  const { motion } = await visibleCase(desk, context.req.param('caseId') ?? '', actor);
  const query = keyQuery.safeParse(context.req.query()).data;
  if (query === undefined || !maySeeLetter(query, actor)) throw new NotFound('letter');
  const key: LetterKey = { caseId: motion.caseId, ...query };
  const row = await desk.cases.letter(key);
  if (row === undefined) throw new NotFound('letter');
  const [view] = await letterViewsOf(desk, [row], actor);
  if (view === undefined) throw new NotFound('letter');
  const kept = row.messageId === undefined ? undefined : await desk.cases.keptLetter(key, row.messageId);
  return { motion, key, view, kept };
};

const resend: LetterDeed = {
  value: 'resend',
  label: 'Skicka igen',
  hint: 'Till adressen som står i registret nu. En spärr på adressen lyfts.',
};
const settle: LetterDeed = {
  value: 'settle',
  label: 'Nådd på annat sätt',
  hint: 'Till exempel med vanlig post eller telefon.',
};
const release: LetterDeed = {
  value: 'release',
  label: 'Godkänn och skicka',
  hint: 'Mottagaren har skyddade personuppgifter. Pröva adressen först.',
};

const deedsFor = (context: Pages, { state, fate, settled }: View): readonly LetterDeed[] => {
  if (!context.get('actor').roles.includes('registrar')) return [];
  if (state === 'held') return [release];
  const isAstray = state === 'failed' || (fate !== undefined && fate.kind !== 'delivered');
  if (state === 'owed') return [];
  return isAstray && settled === undefined ? [resend, settle] : [resend];
};

const showLetter = async (context: Pages, desk: PagesDesk, filled: Filled, faults: readonly FieldFault[]) => {
  const { motion, key, view, kept } = await letterOf(context, desk);
  const acts = [...(view.resent ?? []), view.settled, view.released].filter((act) => act !== undefined);
  const nameOf = await personNames(
    desk,
    acts.map(({ by }) => by),
    context.get('actor'),
  );
  const told = (what: string, act: View['settled']) =>
    [what, act && `${at(act.at)}, ${nameOf(act.by)}: ${act.reason}`] as const;
  const page = letterPage({
    chrome: chromeOf(context, desk),
    head: await caseHeadOf(desk, motion, 'brev'),
    letter: lineOf(motion.caseId, view),
    facts: [
      ['Besked', view.fate && at(view.fate.at)],
      told('Godkänt', view.released),
      ...(view.resent ?? []).map((act) => told('Skickat igen', act)),
      told('Nådd på annat sätt', view.settled),
      ...(kept?.attachments ?? []).map(
        ({ filename, sha256 }) => ['Bilaga', `${filename} (${sha256.slice(0, 16)})`] as const,
      ),
      ['Mall', kept && `version ${kept.templateVersion}`],
    ],
    subject: kept?.subject,
    text: kept?.text,
    seen: kept && letterPath(motion.caseId, 'sett', key),
    deeds: deedsFor(context, view),
    filled,
    faults,
  });
  return send(context, page, faults.length === 0 ? 200 : 400);
};

const deeds = { resend: resendLetters, settle: settleLetters, release: releaseLetters } as const;
const asked = z.enum(['resend', 'settle', 'release']);

const seeToLetter = async (context: Pages, desk: PagesDesk) => {
  const filled = context.get('filled');
  const { key } = await letterOf(context, desk);
  const deed = asked.safeParse(firstOf(filled, 'gor')).data;
  if (deed === undefined) throw new NotFound('deed');
  const reason = z.string().trim().min(1).max(1000).safeParse(firstOf(filled, 'skal')).data;
  if (reason === undefined) {
    return showLetter(context, desk, filled, [
      { field: 'skal', message: 'Skriv ett skäl, högst 1 000 tecken.' },
    ]);
  }
  const { caseId, ...letter } = key;
  const answer = await deeds[deed](desk, { caseId, letters: [letter], reason, actor: context.get('actor') });
  if (answer.kind === 'refusal') return showLetter(context, desk, filled, [faultOfRefusal(answer)]);
  const count = 'letters' in answer ? answer.letters : answer.released;
  if (count === 0) return showLetter(context, desk, filled, [faultOfRefusal(refuse('wrong_status'))]);
  return context.redirect(`${letterPath(caseId, 'ett', letter)}&gjort=brev.${deed}`, 303);
};
