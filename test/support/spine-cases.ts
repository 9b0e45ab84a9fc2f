import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type MotionEvent, motionEvent } from '../../domain/events.ts';
import { evolve } from '../../domain/evolve.ts';
import type { Status } from '../../domain/motion.ts';
import type { Casework } from '../../lambdas/casework/dependencies.ts';
import { chainEvent, chainStart, hashOf } from '../../lambdas/event-chain.ts';
import type { StoredDocument } from '../../lambdas/ports/case-store.ts';
import { newCaseId } from './workflow-journey.ts';

/**
 * Cases as the product of issue 2 (commit a60b60f) wrote them: their events, typed by that version's own code. Names
 * are those of demo people, so that somebody can act in them.
 */
const inThisTown: Readonly<Record<string, string>> = {
  'm-anna': 'm-lindgard-hannes',
  'm-bo': 'm-ollila-katja',
  'p-official': 'lilian.ivarsson.sporrong',
};
const journeys = z.record(z.string(), z.object({ events: z.array(motionEvent), rows: z.array(z.string()) }));

const readJourneys = (registrationNumber: string) => {
  const text = readFileSync('test/fixtures/events/spine-cases.json', 'utf8');
  const renamed = Object.entries(inThisTown).reduce(
    (before, [from, to]) => before.replaceAll(`"${from}"`, `"${to}"`),
    text.replaceAll('RS 115-2026', registrationNumber),
  );
  return journeys.parse(JSON.parse(renamed));
};

const text = {
  kind: 'motion' as const,
  content: {
    title: 'Bussar i glesbygd',
    body: 'Det går för få.',
    clauses: ['fler turer', 'fler hållplatser'],
  },
};

const answer = {
  kind: 'answer' as const,
  content: { title: 'Svar', sections: [{ heading: 'Bedömning', text: 'Det görs redan.' }] },
};

const documentOf = (event: MotionEvent, recordedAt: string): StoredDocument | undefined => {
  if (event.type === 'DraftStarted') return { ref: event.text, text, salt: 'salt', recordedAt };
  return event.type === 'AnswerWritten'
    ? { ref: event.answer, text: answer, salt: 'salt', recordedAt }
    : undefined;
};

/** Writes a case of the spine in a status into the record, event by event, its execution still to be started. */
export const writeSpineCase = async (
  { cases }: Casework,
  status: Status,
  registrationNumber: string,
): Promise<string> => {
  const caseId = newCaseId();
  const journey = readJourneys(registrationNumber)[status];
  if (journey === undefined) throw new Error(`the spine has no case in ${status}`);
  for (const [index, event] of journey.events.entries()) {
    const before = await cases.load(caseId);
    const version = index + 1;
    const commandId = `spine-${version}`;
    const recordedAt = '2026-05-05T08:00:00.000Z';
    await cases.commit({
      before,
      after: evolve(before?.motion, event, { caseId, version }),
      recorded: chainEvent(before?.head ?? chainStart, {
        seq: version,
        schemaVersion: 1,
        event,
        row: journey.rows[index] ?? '',
        actor: { personId: 'p-spine' },
        commandId,
        occurredOn: '2026-05-05',
        recordedAt,
      }),
      answer: { commandId, commandHash: hashOf(event), version, recordedAt },
      document: documentOf(event, recordedAt),
      weed: [],
      news: [],
      letters: [],
      dropped: [],
      start: event.type === 'MotionSubmitted',
      clocks: { set: [], cancelled: [] },
      number: event.type === 'MotionRegistered' ? { registrationNumber } : undefined,
    });
  }
  return caseId;
};
