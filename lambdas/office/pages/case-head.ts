import type { Motion } from '../../../domain/motion.ts';
import { statusName } from '../../../domain/status-names.ts';
import type { CaseHead, CaseTab } from '../../../web/office/case-page.tsx';
import type { Casework } from '../../casework/dependencies.ts';
import { titlesOf } from '../../casework/headings.ts';

/** The head of a page of a case. */
export const caseHeadOf = async (
  desk: Pick<Casework, 'cases'>,
  motion: Motion,
  tab: CaseTab,
): Promise<CaseHead> => ({
  caseId: motion.caseId,
  tab,
  title: (await titlesOf(desk, [motion])).get(motion.caseId) ?? 'Utan titel',
  number: 'registrationNumber' in motion ? motion.registrationNumber : undefined,
  status: statusName[motion.status],
});
