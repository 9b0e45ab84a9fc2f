import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { signIn } from '../client/office-client.ts';
import { type Addresses, roleHolders, type Town } from './town.ts';

const formats = ['html', 'docx', 'pdf'] as const;

/** The meetings of the first seed, in the calendar from the start, so that they have agendas. */
const board = 'board-2023-09-05';
const council = 'council-2023-09-26';

/** Plans the two meetings at which the first seed is taken up. */
export const planSeedMeetings = async (town: Town): Promise<void> => {
  const { boardSecretary, councilSecretary } = roleHolders;
  const summonedOn = '2022-11-01';
  await town.actOnMeeting(boardSecretary, board, { type: 'plan-meeting', body: 'board', date: '2023-09-05' });
  await town.actOnMeeting(boardSecretary, board, { type: 'summon', summonedOn });
  await town.actOnMeeting(councilSecretary, council, {
    type: 'plan-meeting',
    body: 'council',
    date: '2023-09-26',
    startsAt: '09:00',
    place: 'Konserthuset, Örebro',
  });
  await town.actOnMeeting(councilSecretary, council, { type: 'summon', summonedOn });
  await town.actOnMeeting(councilSecretary, council, { type: 'announce', announcedOn: summonedOn });
};

/** Where each paper of the seed case is asked for, by the name of its file. */
const papersOf = (caseId: string): readonly (readonly [name: string, path: string, query?: string])[] => [
  ['svar', `/api/cases/${caseId}/papers/answer`],
  ['mottagningsbevis', `/api/cases/${caseId}/papers/receipt`],
  ['protokollsutdrag-styrelsen', `/api/cases/${caseId}/papers/board-extract`],
  ['protokollsutdrag-fullmaktige', `/api/cases/${caseId}/papers/council-extract`],
  ['foredragningslista-styrelsen', `/api/meetings/${board}/papers/agenda`],
  ['foredragningslista-fullmaktige', `/api/meetings/${council}/papers/agenda`],
  ['kungorelse', `/api/meetings/${council}/papers/announcement`],
  ['anslag', `/api/minutes/${council}/papers/notice`],
  ['motionsbalans', '/api/reports/papers/open-motions', '?on=2023-06-30'],
  ['bifallna-motioner', '/api/reports/papers/granted-motions', '?from=2022-01-01&to=2024-12-31'],
];

/**
 * Writes every paper of the seed case to a folder, as the registrar gets them over HTTP.
 * @returns what could not be had
 */
export const writePapers = async (
  addresses: Addresses,
  caseId: string,
  folder: string,
): Promise<readonly string[]> => {
  const registrar = await signIn(addresses, roleHolders.registrar);
  mkdirSync(folder, { recursive: true });
  const faults: string[] = [];
  for (const [name, path, query = ''] of papersOf(caseId)) {
    for (const format of formats) {
      const { status, bytes } = await registrar.file(`${path}.${format}${query}`);
      if (status === 200) writeFileSync(join(folder, `${name}.${format}`), bytes);
      else faults.push(`${name}.${format} kunde inte hämtas: ${status}`);
    }
  }
  return faults;
};
