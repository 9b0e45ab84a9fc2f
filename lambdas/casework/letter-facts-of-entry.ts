import { anniversary } from '../../domain/deadlines.ts';
import { eventOf, type FactFinders, need, numbered, numberOf, placeOf } from './letter-occasion.ts';

/** By when the council should decide (KL 5:35); not told of a motion that was too old already. */
const decideBy = (raisedOn: string, today: string): string | undefined => {
  const day = anniversary(raisedOn);
  return day < today ? undefined : day;
};

/** From receipt through preparation, and withdrawal on the way: rows 1–7b, 28, 28r and 29. */
export const entryFacts: FactFinders<
  'received' | 'registered' | 'returned' | 'referred' | 'consulted' | 'late-report' | 'withdrawn'
> = {
  received: ({ event, after, occurredOn }) => {
    const onPaper = event.type === 'MotionCompletedOnPaper';
    return {
      registrationNumber: numberOf(after),
      receivedOn: 'receivedOn' in after ? after.receivedOn : occurredOn,
      again: onPaper || event.type === 'MotionResubmitted' ? { enteredOn: occurredOn, onPaper } : undefined,
      textHash: after.text.hash,
    };
  },

  registered: (occasion) => {
    const { after, occurredOn } = occasion;
    const { raisedOn } = eventOf(occasion, 'MotionRegistered');
    const withdrawn = after.status === 'WithdrawalPending';
    return {
      ...numbered(occasion),
      receivedOn: 'receivedOn' in after ? after.receivedOn : occurredOn,
      raisedOn,
      decideBy: withdrawn ? undefined : decideBy(raisedOn, occurredOn),
      withdrawn,
    };
  },

  returned: (occasion) => ({
    ...numbered(occasion),
    returnedOn: occasion.occurredOn,
    provision: eventOf(occasion, 'MotionReturned').provision,
    reason: need(occasion.remark, 'reason'),
  }),

  referred: (occasion) => {
    const { after, occurredOn } = occasion;
    const { by: referredBy, announcedOn } = eventOf(occasion, 'MotionReferred');
    const raisedOn = need('raisedOn' in after ? after.raisedOn : undefined, 'raisedOn');
    return {
      ...numbered(occasion),
      referredBy,
      announcedOn,
      isAnnounced: announcedOn <= occurredOn,
      decideBy: decideBy(raisedOn, occurredOn),
    };
  },

  consulted: (occasion) => {
    const { recipient, sentOn, dueOn, first } = eventOf(occasion, 'ConsultationSent');
    const consultee = occasion.organisation.consultees.find(({ id }) => id === recipient);
    const { name } = need(consultee, 'consultee');
    return { ...numbered(occasion), recipient: name, sentOn, dueOn, another: !first };
  },

  'late-report': (occasion) => {
    const { after } = occasion;
    const { at, plannedOn, proposal } = eventOf(occasion, 'ReportedLate');
    return {
      ...numbered(occasion),
      ...placeOf(at),
      raisedOn: need('raisedOn' in after ? after.raisedOn : undefined, 'raisedOn'),
      soFar: need(occasion.remark, 'soFar'),
      plannedOn,
      proposal,
    };
  },

  withdrawn: (occasion) => {
    const { type } = eventOf(occasion, 'SignatoryWithdrew', 'WithdrawalCompleted');
    return {
      registrationNumber: numberOf(occasion.after),
      withdrawnOn: occasion.occurredOn,
      by: type === 'SignatoryWithdrew' ? 'all' : 'none-left',
    };
  },
};
