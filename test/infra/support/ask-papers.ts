import { roleHolders } from '../../../local/demo/town.ts';
import type { CloudAtHome } from './cloud-at-home.ts';

/** Every paper there is, of a case that is final, with the meeting and the minutes it was at. */
const papersOf = (caseId: string, council: string) => [
  `/api/cases/${caseId}/papers/answer.pdf`,
  `/api/cases/${caseId}/papers/answer.docx`,
  `/api/cases/${caseId}/papers/board-extract.html`,
  `/api/cases/${caseId}/papers/council-extract.pdf`,
  `/api/cases/${caseId}/papers/receipt.pdf`,
  `/api/minutes/${council}/papers/notice.pdf`,
  '/api/meetings/board-2023-09-05/papers/agenda.pdf',
  '/api/reports/papers/open-motions.pdf',
  '/api/reports/papers/granted-motions.docx?from=2022-01-01&to=2024-12-31',
];

/** Asks for all of them as somebody who may read all, twice: drawn the first time, and given as they were the second. */
export const askPapers = async (cloud: CloudAtHome, caseId: string, council: string) => {
  const token = await cloud.tokenFor(roleHolders.registrar);
  const ask = async (path: string) => {
    const answer = await fetch(`${cloud.siteUrl}${path}`, { headers: { authorization: `Bearer ${token}` } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { path, status: answer.status, bytes, digest: answer.headers.get('repr-digest') };
  };
  const drawn = [];
  for (const path of papersOf(caseId, council)) drawn.push(await ask(path));
  const again = await Promise.all(drawn.map(({ path }) => ask(path)));
  return { drawn, again };
};
