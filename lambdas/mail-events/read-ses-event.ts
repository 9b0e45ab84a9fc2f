import type { LetterNews } from '../casework/letter-news.ts';
import { letterIdHeader } from '../ports/mailer.ts';
import type { SesEvent } from './contract.ts';

/** What the event says of a letter of ours; undefined when it is no letter of ours, or nothing that matters. */
export const newsIn = (event: SesEvent): LetterNews | undefined => {
  const { messageId, destination, headers } = event.mail;
  const [address] = destination;
  const id = headers.find(({ name }) => name.toLowerCase() === letterIdHeader.toLowerCase())?.value.trim();
  const told = fateIn(event);
  if (id === undefined || address === undefined || told === undefined) return undefined;
  return { letterId: decoded(id), messageId, address, ...told };
};

/** A malformed id is that of no letter. */
const decoded = (id: string): string => {
  try {
    return decodeURI(id);
  } catch {
    return '';
  }
};

const fateIn = (event: SesEvent): Pick<LetterNews, 'fate' | 'stopsAddress'> | undefined => {
  switch (event.eventType) {
    case 'Delivery':
      return { fate: { kind: 'delivered', at: event.delivery.timestamp }, stopsAddress: false };
    case 'Bounce': {
      const { bounceType, bounceSubType, timestamp } = event.bounce;
      const fate = { kind: 'bounced' as const, at: timestamp, code: `${bounceType}/${bounceSubType}` };
      return { fate, stopsAddress: bounceType === 'Permanent' };
    }
    case 'Complaint': {
      const { complaintFeedbackType, timestamp } = event.complaint;
      // The reader has moved the letter out of the junk: the opposite of a complaint.
      if (complaintFeedbackType === 'not-spam') return undefined;
      const fate = { kind: 'complained' as const, at: timestamp, code: complaintFeedbackType ?? undefined };
      return { fate, stopsAddress: true };
    }
    case 'Reject':
      return { fate: { kind: 'bounced', at: event.mail.timestamp, code: 'Reject' }, stopsAddress: false };
  }
};
