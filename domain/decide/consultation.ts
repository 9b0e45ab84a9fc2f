import type { CommandOf } from '../commands.ts';
import { type Consultation, openConsultations } from '../consultation.ts';
import { broughtDocument, type Context } from '../context.ts';
import { consulted, joined } from '../evolve-consultation.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { accept, judgeIn, type Verdict } from './verdict.ts';

type ConsultationCommand = CommandOf<
  'send-consultation' | 'record-statement' | 'end-consultation' | 'join-preparation' | 'leave-preparation'
>;

/** Consultation (rows 7–8c) and joint preparation (rows 6j–6k). */
export const decideConsultation = (
  record: Motion | undefined,
  command: ConsultationCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'send-consultation':
      return judgeIn(record, ['Assigned', 'Drafting', 'Consulting'], (open) => send(open, command, context));
    case 'record-statement':
      return judgeIn(record, consulted, (open) => receive(open, command, context));
    case 'end-consultation':
      return judgeIn(record, ['Consulting'], (consulting) => end(consulting, command));
    case 'join-preparation':
      return judgeIn(record, ['Assigned', 'Drafting'], (open) => join(open, command, context));
    case 'leave-preparation':
      return judgeIn(record, joined, ({ jointWith }) =>
        jointWith === undefined
          ? refuse('not_joint')
          : accept('6k', { type: 'PreparationLeft', lead: jointWith }),
      );
  }
};

/** Rows 7 and 7b: several can be out at once. */
const send = (
  open: MotionIn<'Assigned' | 'Drafting' | 'Consulting'>,
  { recipient, dueOn }: CommandOf<'send-consultation'>,
  context: Context,
): Verdict => {
  if (!context.organisation.consultees.some((each) => each.id === recipient)) {
    return refuse('consultee_unknown');
  }
  if (dueOn <= context.today) return refuse('due_in_past');
  const first = open.status !== 'Consulting';
  return accept(first ? '7' : '7b', {
    type: 'ConsultationSent',
    consultationNo: (open.consultations ?? []).length + 1,
    recipient,
    sentOn: context.today,
    dueOn,
    question: broughtDocument(context),
    first,
  });
};

const openOne = (
  { consultations }: MotionIn<'Consulting'>,
  consultationNo: number,
): { asked: Consultation; last: boolean } | Refusal => {
  const open = openConsultations(consultations);
  const asked = open.find((each) => each.consultationNo === consultationNo);
  return asked === undefined ? refuse('consultation_unknown') : { asked, last: open.length === 1 };
};

/**
 * Rows 8, 8a and 8d: the statement has come in; a committee's is the committee's own decision (KL 6:38 p. 2). One that
 * comes late is received all the same (OSL 5:1), wherever the case then stands.
 */
const receive = (
  open: MotionIn<(typeof consulted)[number]>,
  command: CommandOf<'record-statement'>,
  context: Context,
): Verdict => {
  const { consultationNo, receivedOn, maker } = command;
  const asked = (open.consultations ?? []).find((each) => each.consultationNo === consultationNo);
  if (asked === undefined || asked.status === 'Answered') return refuse('consultation_unknown');
  const isLate = asked.status !== 'Sent';
  const last = !isLate && openConsultations(open.consultations).length === 1;
  if (receivedOn > context.today) return refuse('date_in_future');
  if (receivedOn < asked.sentOn) {
    return refuse('date_out_of_order', { rule: 'KL 6:12', detail: `Remissen gick ut ${asked.sentOn}.` });
  }
  const consultee = context.organisation.consultees.find((each) => each.id === asked.recipient);
  if (consultee?.kind === 'committee' && maker.by === 'official') return refuse('statement_delegated');
  if (consultee?.kind === 'unit' && maker.by === 'committee') return refuse('statement_of_no_committee');
  if (maker.by === 'committee' && maker.decidedOn > receivedOn) {
    return refuse('date_out_of_order', {
      rule: 'KL 6:38 p. 2',
      detail: 'Nämnden ska ha beslutat om yttrandet innan det kom in.',
    });
  }
  const statement = broughtDocument(context);
  return accept(isLate ? '8d' : last ? '8' : '8a', {
    type: 'StatementReceived',
    consultationNo,
    statement,
    receivedOn,
    maker,
    last,
  });
};

/** Rows 8b and 8c: declined by the one asked, or closed by the official who no longer waits. */
const end = (
  consulting: MotionIn<'Consulting'>,
  { consultationNo, how }: CommandOf<'end-consultation'>,
): Verdict => {
  const found = openOne(consulting, consultationNo);
  if ('kind' in found) return found;
  const { last } = found;
  return accept(last ? '8c' : '8b', { type: 'ConsultationEnded', consultationNo, how, last });
};

/** Row 6j: several motions, one answer; each keeps its number, clauses, clock and decision (domain.md §3). */
const join = (
  open: MotionIn<'Assigned' | 'Drafting'>,
  command: CommandOf<'join-preparation'>,
  { lead, leads }: Context,
): Verdict => {
  const isAble =
    lead !== undefined &&
    lead.caseId === command.lead &&
    lead.caseId !== open.caseId &&
    (lead.status === 'Assigned' || lead.status === 'Drafting' || lead.status === 'Consulting') &&
    lead.jointWith === undefined;
  // One that leads others cannot itself be led: they would lose their answer.
  if (!isAble || leads === true || open.jointWith !== undefined) return refuse('not_joinable');
  return accept('6j', { type: 'PreparationJoined', lead: command.lead });
};
