import { composeDigest } from '../../documents/letters/apart/compose.ts';
import type { DigestFacts } from '../../documents/letters/apart/facts.ts';
import { stockholmDate } from '../../domain/calendar-date.ts';
import { nextWorkingMorning, retryAfter } from '../../domain/letter-times.ts';
import { actorOn } from '../../domain/people.ts';
import type { Actor } from '../../domain/roles.ts';
import { Transient } from '../failures.ts';
import type { Task } from '../ports/case-store.ts';
import type { Casework } from './dependencies.ts';
import { apartLetterId } from './letter-id.ts';
import type { LetterDesk } from './send-letters.ts';
import { taskName } from './task-names.ts';
import { claimOf, marked, type NewsReader } from './tell-followers.ts';

/** More tasks than these are counted and not listed. */
const mostListed = 50;

/**
 * Sends a person who has chosen it the tasks that wait, once each working day and never empty. What could not be sent is
 * tried again; the next day's letter says the same better, so a day that went by is not made up for.
 */
export const sendDigest = async (
  casework: Casework & LetterDesk,
  subject: string,
  reader: Pick<NewsReader, 'motionOf'>,
): Promise<void> => {
  const { digests, people, now } = casework;
  const digest = await digests.lease(subject, claimOf(casework));
  if (digest === undefined) return;
  const person = (await people.person(subject))?.value;
  const to = person?.email;
  const actor = person && actorOn(person, stockholmDate(now()));
  const isStopped = to === undefined || (await casework.addresses.stopOf(to)) !== undefined;
  const tasks = actor === undefined || isStopped ? [] : await tasksOf(casework, actor);
  if (to !== undefined && tasks.length > 0) {
    try {
      const letter = composeDigest(await factsOf(casework, tasks, reader));
      await casework.mailer.send({ to, ...letter, letterId: apartLetterId.digest(subject, digest.dueAt) });
    } catch (error) {
      if (error instanceof Transient)
        return digests.owe(subject, retryAfter(now(), digest.attempts), digest.attempts);
      casework.journal.warn('digest_not_sent', { error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  await marked(casework, () => digests.owe(subject, nextWorkingMorning(now()), 0));
};

/** The first of the tasks in every role, by the day they are due. */
const tasksOf = async (
  { cases }: Casework,
  { roles, personId, memberId }: Actor,
): Promise<readonly Task[]> => {
  const lists = await Promise.all(
    roles.map((role) =>
      cases.worklist(
        { role, personId, ...(memberId === undefined ? {} : { memberId }) },
        { limit: mostListed + 1 },
      ),
    ),
  );
  const all = lists.flatMap(({ items }) => items);
  const unique = new Map(all.map((task) => [`${task.caseId}#${task.kind}`, task]));
  return [...unique.values()].toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1));
};

const factsOf = async (
  { organisation, now }: Casework,
  tasks: readonly Task[],
  { motionOf }: Pick<NewsReader, 'motionOf'>,
): Promise<DigestFacts> => ({
  organisation: organisation.name,
  on: stockholmDate(now()),
  office: `${organisation.publicUrl}/kontor`,
  // Titles of what is public: a motion that has just come in may name whom it must not.
  tasks: await Promise.all(
    tasks.slice(0, mostListed).map(async ({ caseId, kind, dueOn }) => {
      const motion = await motionOf(caseId);
      return {
        what: taskName(kind),
        registrationNumber: motion?.registrationNumber,
        title: motion?.title,
        dueOn,
      };
    }),
  ),
  more: tasks.length > mostListed,
});
