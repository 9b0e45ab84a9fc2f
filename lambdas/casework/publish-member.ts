import { Conflict } from '../failures.ts';
import type { CaseRow, Page, PageRequest } from '../ports/case-store.ts';
import type { OwedPublication } from '../ports/people-store.ts';
import { casesToMask } from './cases-to-mask.ts';
import type { Casework } from './dependencies.ts';
import { detailsOf, publicViewOf } from './public-view.ts';

/** What publishing anew needs. */
type Publishing = Pick<Casework, 'cases' | 'people'>;

/** The motion may be acted on meanwhile; then what the act wrote is written anew. */
const tries = 5;

/**
 * Writes the public view of every motion that a member has signed, or reserved on, anew, from what the register says of
 * the person now (domain.md §9). A repeat writes the same.
 * @throws Conflict when a motion keeps moving; Transient
 */
export const publishMember = async (publishing: Publishing, memberId: string): Promise<void> => {
  const { cases } = publishing;
  await publishAll(publishing, (page) => cases.bySignatory(memberId, page));
  await publishAll(publishing, (page) => cases.byDissenter(memberId, page));
};

const publishAll = async (
  publishing: Publishing,
  read: (page: PageRequest) => Promise<Page<CaseRow>>,
): Promise<void> => {
  let cursor: string | undefined;
  do {
    const page = await read({ limit: 100, cursor });
    for (const { caseId } of page.items) await publishCase(publishing, caseId);
    cursor = page.cursor;
  } while (cursor !== undefined);
};

/**
 * Publishes owed members the second time, when every request that had read them before the change has come to its end;
 * and, once for all of them, what others have written that names somebody who is protected.
 */
export const publishingOwed = (publishing: Publishing & Pick<Casework, 'register'>) => {
  let others: Promise<void> | undefined;
  return async (owed: OwedPublication): Promise<void> => {
    await publishMember(publishing, owed.memberId);
    others ??= publishOthers(publishing);
    await others;
    await publishing.people.clearPublication(owed);
  };
};

const publishOthers = async (publishing: Publishing & Pick<Casework, 'register'>): Promise<void> => {
  for (const caseId of await casesToMask(publishing)) await publishCase(publishing, caseId);
};

const publishCase = async ({ cases, people }: Publishing, caseId: string): Promise<void> => {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const motion = (await cases.load(caseId))?.motion;
    if (motion === undefined) return;
    const members = await people.membersById(motion.signatories.map((each) => each.memberId));
    const [view, details] = await Promise.all([
      publicViewOf({ cases, people }, motion, undefined, members),
      detailsOf({ cases, people }, motion, undefined),
    ]);
    if (view === undefined || (await cases.publish(motion, view, details))) return;
  }
  throw new Conflict('the record keeps moving');
};
