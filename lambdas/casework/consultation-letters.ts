import { consultationOf } from '../../domain/consultation-letters.ts';
import { type FactFinders, type LetterOccasion, need, numbered } from './letter-occasion.ts';

/** What is put to a committee or unit, and what it is reminded of: rows 7 and 7b, and the clock of the answer. */
export const consultationFacts: FactFinders<'consultation-request' | 'consultation-reminder'> = {
  'consultation-request': (occasion) => factsOf(occasion),
  'consultation-reminder': (occasion) => {
    const { dueOn, ...facts } = factsOf(occasion);
    const { occurredOn } = occasion;
    return { ...facts, dueOn, when: occurredOn < dueOn ? 'before' : occurredOn > dueOn ? 'after' : 'today' };
  },
};

const factsOf = (occasion: LetterOccasion) => {
  const { event, after, organisation } = occasion;
  const { recipient, sentOn, dueOn } = need(consultationOf(event, after), 'consultation');
  const consultee = organisation.consultees.find(({ id }) => id === recipient);
  const { name, kind } = need(consultee, 'consultee');
  return {
    ...numbered(occasion),
    recipient: name,
    recipientKind: kind,
    question: need(occasion.question, 'question'),
    sentOn,
    dueOn,
    replyTo: organisation.mail.replyTo,
  };
};
