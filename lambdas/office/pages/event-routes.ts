import { stockholmDate, stockholmTime } from '../../../domain/calendar-date.ts';
import { eventName } from '../../../domain/event-names.ts';
import { mayReadNotes } from '../../../domain/permissions.ts';
import { transitionOf } from '../../../domain/transitions.ts';
import { type EventLine, eventsPage } from '../../../web/office/events-page.tsx';
import { verifyChain } from '../../event-chain.ts';
import type { RecordedEvent } from '../../ports/case-store.ts';
import { eventViewsOf } from '../event-view.ts';
import { caseHeadOf } from './case-head.ts';
import type { PagesApp, PagesDesk } from './desk.ts';
import { chromeOf, send } from './respond.ts';
import { personNames } from './shown-names.ts';
import { visibleCase } from './visible-case.ts';

/** The log of a case in words, for whoever may read the case, with its chain recomputed (architecture §5). */
export const addEventRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/arenden/:caseId/handelser', async (context) => {
    const actor = context.get('actor');
    const state = await visibleCase(desk, context.req.param('caseId'), actor);
    const recorded = await desk.cases.events(state.motion.caseId);
    const views = eventViewsOf(state.motion, recorded, actor);
    const subjects = views.map((each) => each.actor.personId);
    const [head, nameOf, texts] = await Promise.all([
      caseHeadOf(desk, state.motion, 'handelser'),
      personNames(desk, subjects, actor),
      mayReadNotes(actor) ? notesIn(desk, state.motion.caseId, recorded) : [],
    ]);
    const lineOf = (view: (typeof views)[number]): EventLine => ({
      number: view.version,
      what: eventName(view.event),
      who: nameOf(view.actor.personId),
      occurredOn: view.occurredOn,
      recordedAt: `${stockholmDate(view.recordedAt)} ${stockholmTime(view.recordedAt)}`,
      row: view.row,
      rule: transitionOf(view.row).rule,
      hash: view.hash,
      isWithheld: 'withheld' in view.event,
    });
    return send(
      context,
      eventsPage({
        chrome: chromeOf(context, desk),
        head,
        events: views.map(lineOf),
        brokenAt: brokenAt(recorded, state.head),
        notes: texts.map(({ by, ...note }) => ({ ...note, who: nameOf(by) })),
      }),
    );
  });
};

/** The notes of the case with their texts, oldest first. */
const notesIn = async ({ cases }: PagesDesk, caseId: string, recorded: readonly RecordedEvent[]) => {
  const found = await Promise.all(
    recorded.map(async ({ event, occurredOn, actor }) => {
      const note = 'note' in event ? event.note : 'datesNote' in event ? event.datesNote : undefined;
      if (note === undefined) return [];
      const stored = (await cases.document(caseId, note.documentId))?.text;
      const text = stored?.kind === 'note' ? stored.content : 'Texten finns inte kvar.';
      return [{ on: occurredOn, by: actor.personId, text }];
    }),
  );
  return found.flat();
};

/** A log that has lost its end fits in itself; the record knows the last hash. */
const brokenAt = (recorded: readonly RecordedEvent[], head: string): number | undefined =>
  verifyChain(recorded) ?? (recorded.at(-1)?.hash === head ? undefined : recorded.length + 1);
