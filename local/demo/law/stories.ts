import { z } from 'zod';
import type { PersonCommand } from '../../../domain/commands.ts';
import { roleHolders, type Town } from '../town.ts';
import { special } from './motions.ts';
import { presentOn, voteBetween } from './votes.ts';
import { type CouncilAct, paragraphOf } from './year.ts';

/** Codes of the refusals the year meets, in order: the law says no where it must. */
export type Refusals = string[];

const { councilSecretary } = roleHolders;
const refusal = z.object({ code: z.string() });

/** Tries what the law refuses, and notes its code. */
export const tried = async (town: Town, refusals: Refusals, caseId: string, command: PersonCommand) => {
  const answer = await (await town.person(councilSecretary)).act(caseId, command);
  refusals.push(refusal.parse(answer.body).code);
};

/** What the council does with the matters that have a story, by motion. */
export const firstStories = (town: Town, refusals: Refusals): ReadonlyMap<number, CouncilAct> =>
  new Map<number, CouncilAct>([
    [
      special.departsFromBoard,
      ({ caseId, minutesId, day }) =>
        town.act(councilSecretary, caseId, {
          type: 'decide',
          minutesId,
          paragraph: paragraphOf(special.departsFromBoard),
          decisions: [{ clause: 1, outcome: 'GRANTED' }],
          deliberation: voteBetween(day, { yes: 'ANSWER', no: 'GRANT' }, 32, { carried: 'no' }),
        }),
    ],
    [
      special.minorityReferral,
      async ({ caseId, minutesId, day }) => {
        const paragraph = paragraphOf(special.minorityReferral);
        const command = {
          type: 'refer-back-in-council' as const,
          minutesId,
          paragraph,
          reason: 'Kostnaden saknas.',
        };
        const asking = (count: number) => ({
          by: 'minority' as const,
          requestedBy: [...presentOn(day).slice(20, 20 + count)],
        });
        await tried(town, refusals, caseId, { ...command, request: asking(23) });
        await town.act(councilSecretary, caseId, { ...command, request: asking(24) });
      },
    ],
    [
      special.tie,
      async ({ caseId, minutesId, day }) => {
        const half = presentOn(day).length / 2;
        const command = {
          type: 'decide' as const,
          minutesId,
          paragraph: paragraphOf(special.tie),
          decisions: [{ clause: 1, outcome: 'ANSWERED' as const }],
        };
        const vote = (casting: { castingVote?: 'yes' }) =>
          voteBetween(day, { yes: 'ANSWER', no: 'GRANT' }, half, { ...casting, carried: 'yes' });
        await tried(town, refusals, caseId, { ...command, deliberation: vote({}) });
        await town.act(councilSecretary, caseId, { ...command, deliberation: vote({ castingVote: 'yes' }) });
      },
    ],
    [
      special.lapsing,
      ({ caseId, minutesId }) =>
        town.act(councilSecretary, caseId, {
          type: 'decide',
          minutesId,
          paragraph: paragraphOf(special.lapsing),
          decisions: [
            { clause: 1, outcome: 'GRANTED' },
            { clause: 2, outcome: 'LAPSED', lapsedBy: 1 },
          ],
        }),
    ],
  ]);

/** The second time a minority asks, the law says no; the matter is decided (KL 5:50). */
export const secondReferral =
  (town: Town, refusals: Refusals): CouncilAct =>
  async ({ caseId, minutesId, day }) => {
    const paragraph = paragraphOf(special.minorityReferral);
    await tried(town, refusals, caseId, {
      type: 'postpone-in-council',
      minutesId,
      paragraph,
      request: { by: 'minority', requestedBy: [...presentOn(day).slice(0, 30)] },
    });
    await town.act(councilSecretary, caseId, {
      type: 'decide',
      minutesId,
      paragraph,
      decisions: [{ clause: 1, outcome: 'REJECTED' }],
    });
  };
