import { expectStatus } from './broken-record.ts';
import type { Consultation } from './consultation.ts';
import type { MotionEvent } from './events.ts';
import type { Motion } from './motion.ts';

type ConsultationEvent = Extract<
  MotionEvent,
  {
    type:
      | 'ConsultationSent'
      | 'StatementReceived'
      | 'ConsultationEnded'
      | 'PreparationJoined'
      | 'PreparationLeft';
  }
>;

/** Consultation and joint preparation: rows 6j–8 of domain.md §11.1. */
export const evolveConsultation = (before: Motion | undefined, event: ConsultationEvent): Motion => {
  switch (event.type) {
    case 'ConsultationSent': {
      const record = expectStatus(before, event, ['Assigned', 'Drafting', 'Consulting']);
      const { type: _, first: __, ...sent } = event;
      const consultations: Consultation[] = [...(record.consultations ?? []), { ...sent, status: 'Sent' }];
      return { ...record, status: 'Consulting', consultations };
    }
    case 'StatementReceived': {
      const { statement: document, receivedOn, maker } = event;
      return settle(before, event, { status: 'Answered', statement: { document, receivedOn, maker } });
    }
    case 'ConsultationEnded':
      return settle(before, event, { status: event.how === 'declined' ? 'Declined' : 'Closed' });
    case 'PreparationJoined':
      return { ...expectStatus(before, event, ['Assigned', 'Drafting']), jointWith: event.lead };
    case 'PreparationLeft': {
      const { jointWith: _, ...record } = expectStatus(before, event, joined);
      return record;
    }
  }
};

/** The statuses of a motion that may have been sent on consultation, and is not decided. */
export const consulted = [
  'Drafting',
  'Consulting',
  'Approval',
  'BoardReady',
  'BoardAgenda',
  'CouncilReady',
  'CouncilAgenda',
] as const;

/** The statuses in which a motion can be taken out of a joint preparation: until the board has proposed. */
export const joined = ['Assigned', 'Drafting', 'Consulting', 'Approval', 'BoardReady'] as const;

const settle = (
  before: Motion | undefined,
  event: Extract<ConsultationEvent, { type: 'StatementReceived' | 'ConsultationEnded' }>,
  outcome: Partial<Consultation>,
): Motion => {
  const record = expectStatus(before, event, consulted);
  const consultations = (record.consultations ?? []).map((each) =>
    each.consultationNo === event.consultationNo ? { ...each, ...outcome } : each,
  );
  return event.last && record.status === 'Consulting'
    ? { ...record, status: 'Drafting', consultations }
    : { ...record, consultations };
};
