import { expectFact, expectStatus } from './broken-record.ts';
import { rungMark } from './clocks.ts';
import type { MotionEvent } from './events.ts';
import { type Motion, undecided } from './motion.ts';

type PreparationEvent = Extract<
  MotionEvent,
  {
    type:
      | 'MotionRegistered'
      | 'MotionReturned'
      | 'MotionReferred'
      | 'OfficerAssigned'
      | 'DraftingStarted'
      | 'AnswerWritten'
      | 'AnswerSubmitted'
      | 'AnswerApproved'
      | 'AnswerReturned'
      | 'AnswerCommented'
      | 'ApproverDisqualified'
      | 'OfficerReassigned'
      | 'ClockRang';
  }
>;

/** Registration and preparation: rows 2, 2w, 2c, 3, 5, 6–6c and 9a–11j of domain.md §11.1. */
export const evolvePreparation = (before: Motion | undefined, event: PreparationEvent): Motion => {
  switch (event.type) {
    case 'MotionRegistered': {
      const { registrationNumber, registerYear, raisedOn } = event;
      const entry = { registrationNumber, registerYear, raisedOn, cycle: 0, minorityDeferralUsed: false };
      const record = expectStatus(before, event, ['Received', 'WithdrawalPending']);
      return record.status === 'Received'
        ? { ...record, ...entry, status: 'Registered' }
        : { ...record, ...entry };
    }
    case 'MotionReturned': {
      const record = expectStatus(before, event, ['Registered']);
      return { ...record, status: 'Returned', provision: event.provision, returnedWith: event.reason };
    }
    case 'MotionReferred': {
      const record = expectStatus(before, event, ['Registered']);
      const { by: referredBy, announcedOn, referredOn, raisedOn = record.raisedOn } = event;
      return {
        ...record,
        raisedOn,
        status: 'Referred',
        referredBy,
        announcedOn,
        ...(referredOn === undefined ? {} : { referredOn }),
      };
    }
    case 'OfficerAssigned': {
      const record = expectStatus(before, event, ['Referred']);
      return { ...record, status: 'Assigned', officer: event.officer, unit: event.unit };
    }
    case 'DraftingStarted':
      return { ...expectStatus(before, event, ['Assigned']), status: 'Drafting' };
    case 'OfficerReassigned': {
      const record = expectStatus(before, event, ['Assigned', 'Drafting', 'Consulting', 'Approval']);
      return { ...record, officer: event.officer, unit: event.unit };
    }
    case 'AnswerWritten': {
      const record = expectStatus(before, event, ['Drafting', 'Consulting']);
      return { ...record, answer: { document: event.answer, proposals: event.proposals } };
    }
    case 'AnswerSubmitted': {
      const { answer, returnedWith: _, ...record } = expectStatus(before, event, ['Drafting']);
      return {
        ...record,
        status: 'Approval',
        answer: expectFact(answer, event),
        approvalStep: 0,
        ...reminder(event),
      };
    }
    case 'AnswerApproved': {
      const { remindOn: _, ...record } = expectStatus(before, event, ['Approval']);
      return event.last
        ? { ...record, status: 'BoardReady' }
        : { ...record, status: 'Approval', approvalStep: event.step + 1, ...reminder(event) };
    }
    case 'ApproverDisqualified': {
      const record = expectStatus(before, event, ['Approval']);
      const { approver, step } = event;
      return { ...record, disqualified: [...(record.disqualified ?? []), { approver, step }] };
    }
    case 'AnswerReturned': {
      const { approvalStep: _, ...record } = expectStatus(before, event, ['Approval']);
      return { ...record, status: 'Drafting', returnedWith: event.comment };
    }
    case 'AnswerCommented':
      return expectStatus(before, event, ['Approval']);
    case 'ClockRang': {
      const record = expectStatus(before, event, ['Received', 'WithdrawalPending', ...undecided]);
      return { ...record, rungClocks: [...record.rungClocks, rungMark(event.clock, event.dueOn)] };
    }
  }
};

const reminder = ({ remindOn }: { readonly remindOn?: string | undefined }) =>
  remindOn === undefined ? {} : { remindOn };
