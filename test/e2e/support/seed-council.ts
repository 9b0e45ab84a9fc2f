import { randomUUID } from 'node:crypto';
import { personCommand } from '../../../domain/commands.ts';
import { member } from '../../../domain/members.ts';
import { role } from '../../../domain/roles.ts';
import { actOnCase } from '../../../lambdas/casework/act-on-case.ts';
import { saveMember } from '../../../lambdas/casework/keep-registers.ts';
import { demoPeople } from '../../../local/demo-people.ts';
import type { House } from './house.ts';
import { registerOnPaper } from './seed-case.ts';

const registrar = { personId: 'sigrid.hallman', roles: ['registrar' as const] };
const from = '2022-10-15';
const parties = ['S', 'S', 'S', 'M', 'M', 'C', 'L', 'KD', 'SD'] as const;

/** Fills the council to its 71 seats, and the board to its 15, beside the demo's own members. */
export const fillTheSeats = async ({ product }: House): Promise<void> => {
  const demo = demoPeople.filter(({ memberId }) => memberId !== undefined).length;
  for (let no = demo + 1; no <= 71; no += 1) {
    const isOfBoard = no <= demo + 15;
    const given = member.parse({
      memberId: `m-ledamot-${no}`,
      name: `Ledamot Nummer ${no}`,
      email: `ledamot${no}@region.example`,
      terms: [{ from, office: 'member' }, ...(isOfBoard ? [{ from, office: 'member', body: 'board' }] : [])],
      parties: [{ from, party: parties[no % parties.length] }],
    });
    await saveMember(product.casework, given, 0, registrar);
  }
};

const proposals = [
  { clause: 1, outcome: 'ANSWERED' },
  { clause: 2, outcome: 'REJECTED' },
];

/** The way of an answer from the register to the board's door, each by the person whose it is. */
const steps: readonly (readonly [subject: string, command: object])[] = [
  ['sigrid.hallman', { type: 'register' }],
  ['gustav.wennerlund', { type: 'refer', by: 'council', announcedOn: '2026-02-02' }],
  [
    'elin.tornros',
    { type: 'assign', officer: 'lilian.ivarsson.sporrong', unit: 'Staben hållbar utveckling' },
  ],
  ['lilian.ivarsson.sporrong', { type: 'start-drafting' }],
  [
    'lilian.ivarsson.sporrong',
    {
      type: 'write-answer',
      answer: { title: 'Svar på motion', sections: [{ heading: 'Bedömning', text: 'Arbetet pågår redan.' }] },
      proposals,
    },
  ],
  ['lilian.ivarsson.sporrong', { type: 'submit-answer' }],
  ['birgitta.sandelius', { type: 'approve-answer' }],
  ['rickard.simonsson', { type: 'approve-answer' }],
];

/** A motion whose answer is approved: it waits for the board. */
export const answeredCase = async (house: House, title?: string): Promise<string> => {
  const caseId = await registerOnPaper(house, title);
  for (const [subject, given] of steps) {
    const who = demoPeople.find((each) => each.subject === subject);
    const actor = { personId: subject, roles: (who?.roles ?? []).map((each) => role.parse(each)) };
    const command = personCommand.parse(given);
    const answer = await actOnCase(house.product.casework, {
      caseId,
      commandId: randomUUID(),
      command,
      actor,
    });
    if (answer.kind !== 'done') throw new Error(`${command.type}: ${JSON.stringify(answer)}`);
    await house.settle();
  }
  return caseId;
};
