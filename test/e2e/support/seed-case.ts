import { randomUUID } from 'node:crypto';
import { personCommand } from '../../../domain/commands.ts';
import { actOnCase } from '../../../lambdas/casework/act-on-case.ts';
import type { House } from './house.ts';

/** A motion that has come in on paper, through the use case: what a journey begins with when it is about something else. */
export const registerOnPaper = async (
  { product, settle }: House,
  title = 'Krafttag mot mäns våld mot kvinnor',
) => {
  const caseId = `c${randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const command = personCommand.parse({
    type: 'import-motion',
    text: {
      title,
      body: 'Mäns våld mot kvinnor är ett stort samhällsproblem.\n\nRegionen möter de utsatta i vården.',
      clauses: ['regionen tar fram riktlinjer och rutiner', 'regionen utbildar all personal'],
    },
    signatories: ['m-carlqvist-jessica', 'm-ollila-katja'],
    receivedOn: '2026-01-30',
  });
  const actor = { personId: 'sigrid.hallman', roles: ['registrar' as const] };
  const answer = await actOnCase(product.casework, { caseId, commandId: randomUUID(), command, actor });
  if (answer.kind !== 'done') throw new Error(JSON.stringify(answer));
  await settle();
  return caseId;
};
