import { z } from 'zod';
import type { Casework } from '../casework/dependencies.ts';
import { takeLetterNews } from '../casework/letter-news.ts';
import { taskHandler } from '../observability.ts';
import { sesEvent, snsEvent } from './contract.ts';
import { newsIn } from './read-ses-event.ts';

const typed = z.object({ eventType: z.string() });
const types: readonly string[] = sesEvent.options.map((option) => option.shape.eventType.value);

/** SES greets a topic in plain words when it begins to publish, and may be told to publish more than we read. */
const isOurs = (message: unknown): boolean => types.includes(typed.safeParse(message).data?.eventType ?? '');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * What became of the letters: SES tells a topic, and the topic tells us. What cannot be taken now is thrown, and comes
 * again; what never can ends in the dead-letter queue.
 */
export const makeHandler = (casework: Casework) =>
  taskHandler(snsEvent, async ({ Records }) => {
    for (const { Sns } of Records) await takeMessage(casework, parsed(Sns.Message));
  });

const takeMessage = async (casework: Casework, message: unknown) => {
  const { journal } = casework;
  if (!isOurs(message)) return journal.info('mail_event_passed_over');
  const news = newsIn(sesEvent.parse(message));
  if (news === undefined) return journal.info('mail_event_passed_over');
  await takeLetterNews(casework, news);
};
