import { Conflict } from '../failures.ts';
import type { OwedPublication } from '../ports/people-store.ts';
import { publicViewOf } from './act-on-case.ts';
import type { Casework } from './dependencies.ts';

/** What publishing anew needs. */
type Publishing = Pick<Casework, 'cases' | 'people'>;

/** The motion may be acted on meanwhile; then what the act wrote is written anew. */
const tries = 5;

/**
 * Writes the public view of every motion that a member has signed anew, from what the register says of the person now
 * (domain.md §9). A repeat writes the same.
 * @throws Conflict when a motion keeps moving; Transient
 */
export const publishMember = async (publishing: Publishing, memberId: string): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await publishing.cases.bySignatory(memberId, { limit: 100, cursor });
    for (const { caseId } of page.items) await publishCase(publishing, caseId);
    cursor = page.cursor;
  } while (cursor !== undefined);
};

/** The second time, when every request that had read the member before the change has come to its end. */
export const publishOwed = async (publishing: Publishing, owed: OwedPublication): Promise<void> => {
  await publishMember(publishing, owed.memberId);
  await publishing.people.clearPublication(owed);
};

const publishCase = async ({ cases, people }: Publishing, caseId: string): Promise<void> => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const motion = (await cases.load(caseId))?.motion;
    if (motion === undefined) return;
    const members = await people.membersById(motion.signatories.map((each) => each.memberId));
    const view = await publicViewOf({ cases }, motion, undefined, members);
    if (view === undefined || (await cases.publish(motion, view))) return;
  }
  throw new Conflict('the record keeps moving');
};
