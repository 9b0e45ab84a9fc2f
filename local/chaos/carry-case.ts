import { z } from 'zod';
import type { PersonCommand } from '../../domain/commands.ts';
import { type Motion, motion } from '../../domain/motion.ts';
import { roleHolders } from '../demo/town.ts';
import { nextCommand } from './next-command.ts';
import type { Now, OngoingCase } from './ongoing-case.ts';
import type { CasePlan } from './plan.ts';
import type { SteadfastOffice } from './steadfast-office.ts';

const view = z.object({ motion });

/** More than any case does in one phase. */
const stepsAtMost = 40;

/** Carries a case as far as it goes at this time of the year. */
export const carryCase = async (office: SteadfastOffice, it: OngoingCase, now: Now): Promise<void> => {
  if (it.caseId === undefined) await begin(office, it, now);
  for (let steps = 0; steps < stepsAtMost; steps += 1) {
    if (it.caseId === undefined || it.isClosed) return;
    const record = await readCase(office, it, it.caseId);
    it.isDraft = record.status === 'Draft';
    const asked = nextCommand(it, record, now);
    if (asked === undefined) return await follow(office, it, record, now);
    const isAccepted = await office.act(asked.by, it.caseId, asked.command);
    it.isDraft = it.isDraft && asked.command.type !== 'submit';
    it.isClosed = !isAccepted || asked.command.type === 'discard-draft' || asked.command.type === 'archive';
  }
  it.isClosed = true;
};

/** A draft is read by its authors alone; of a returned motion, only they see what they are changing. */
const readCase = async (office: SteadfastOffice, it: OngoingCase, caseId: string): Promise<Motion> => {
  const read = async (reader: string) => (await office.read(reader, `/api/cases/${caseId}`, view)).motion;
  const seen = await read(it.isDraft ? it.author : roleHolders.registrar);
  return seen.status === 'Returned' ? await read(it.author) : seen;
};

const begin = async (office: SteadfastOffice, it: OngoingCase, { phase, round, day }: Now) => {
  if (phase !== 'intake' || round.index < it.plan.round) return;
  const by = it.isDraft ? it.author : roleHolders.registrar;
  it.caseId = await office.begin(by, beginningOf(it.plan, day));
  it.isClosed = it.caseId === undefined;
};

const beginningOf = (plan: CasePlan, day: string): PersonCommand => {
  const clauses = Array.from({ length: plan.clauses }, (_, index) => `att göra ${index + 1} av ${plan.name}`);
  const text = { title: `Motion ${plan.name}`, body: 'Det behövs.', clauses };
  const signatories = plan.movers.map(({ memberId }) => memberId);
  return plan.entry === 'draft'
    ? { type: 'start-draft', text, signatories }
    : { type: 'import-motion', text, signatories, receivedOn: day };
};

/** What is done for a case in its minutes: appeals, which the court closes. */
const follow = async (office: SteadfastOffice, it: OngoingCase, record: Motion, { phase, day }: Now) => {
  const { caseId, plan } = it;
  if (caseId === undefined || !('decision' in record)) return;
  const { minutesId } = record.decision.at;
  const act = (command: Parameters<SteadfastOffice['actOnMinutes']>[2]) =>
    office.actOnMinutes(roleHolders.registrar, minutesId, command);
  if (plan.appeal !== undefined && phase === 'appeals' && record.status === 'AppealWindow') {
    if (!it.once('appealed')) return;
    const court = 'Förvaltningsrätten i Karlstad';
    it.isClosed = !(await act({ type: 'record-appeal', caseId, receivedOn: day, court }));
  }
  if (plan.appeal !== undefined && phase === 'confirmation' && record.status === 'Appealed') {
    const outcome = outcomes[plan.appeal];
    it.isClosed = !(await act({ type: 'close-appeal', caseId, closedOn: day, outcome }));
  }
};

const outcomes = {
  upheld: { result: 'upheld' },
  dismissed: { result: 'dismissed' },
  annulled: { result: 'annulled', faultInPreparation: false },
  'annulled-in-preparation': { result: 'annulled', faultInPreparation: true },
} as const;

/** Whether nothing is left to do in a case that stands so. */
export const isFinished = (it: OngoingCase, status: Motion['status'] | undefined): boolean =>
  status === 'Archived' || status === 'Discarded' || (status === 'Final' && !it.plan.isArchived);
