import { stockholmDate } from '../../domain/calendar-date.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { refuseReports } from '../../domain/report-readers.ts';
import type { Actor } from '../../domain/roles.ts';
import { draftAnswer } from '../casework/papers/answer.ts';
import type { DraftPaper, PaperSources } from '../casework/papers/draft.ts';
import { draftExtract } from '../casework/papers/extract.ts';
import type { PaperFormat } from '../casework/papers/formats.ts';
import { draftAgenda, draftAnnouncement } from '../casework/papers/meetings.ts';
import { draftNotice } from '../casework/papers/notice.ts';
import { draftReceipt } from '../casework/papers/receipt.ts';
import { draftGrantedMotions, draftOpenMotions } from '../casework/papers/reports.ts';
import * as contract from './contract.ts';

/** A paper that may be shown to who asks: where it is kept, what the file is called, and what it says. */
export interface ChosenPaper {
  readonly place: string;
  readonly fileName: string;
  readonly format: PaperFormat;
  readonly draft: () => Promise<DraftPaper>;
}

/** What an address says: path parameters and query. */
export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly actor: Actor;
}
type Choose = (sources: PaperSources, asked: Asked) => ChosenPaper | Refusal;

const caseFileNames = {
  answer: 'svar',
  'board-extract': 'protokollsutdrag-styrelsen',
  'council-extract': 'protokollsutdrag-fullmaktige',
  receipt: 'mottagningsbevis',
} as const;

const draftOfCase = {
  answer: draftAnswer,
  receipt: draftReceipt,
  'board-extract': (sources: PaperSources, request: Parameters<typeof draftAnswer>[1]) =>
    draftExtract(sources, request, 'board'),
  'council-extract': (sources: PaperSources, request: Parameters<typeof draftAnswer>[1]) =>
    draftExtract(sources, request, 'council'),
} as const;

const ofCase: Choose = (sources, { params, query, actor }) => {
  const { id: caseId, paper } = contract.casePaper.parse(params);
  const { version } = contract.versionQuery.parse(query);
  const [kind, format] = paper;
  return {
    place: `cases/${caseId}/${kind}`,
    fileName: `${caseFileNames[kind]}-${caseId}`,
    format,
    draft: () => draftOfCase[kind](sources, { caseId, actor, version }),
  };
};

const meetingFileNames = { agenda: 'foredragningslista', announcement: 'kungorelse' } as const;

const draftOfMeeting = { agenda: draftAgenda, announcement: draftAnnouncement } as const;

const ofMeeting: Choose = (sources, { params, actor }) => {
  const { id: meetingId, paper } = contract.meetingPaper.parse(params);
  const [kind, format] = paper;
  return {
    place: `meetings/${meetingId}/${kind}`,
    fileName: `${meetingFileNames[kind]}-${meetingId}`,
    format,
    draft: () => draftOfMeeting[kind](sources, { meetingId, actor }),
  };
};

const ofMinutes: Choose = (sources, { params, actor }) => {
  const { id: minutesId, paper } = contract.minutesPaper.parse(params);
  const [kind, format] = paper;
  return {
    place: `minutes/${minutesId}/${kind}`,
    fileName: `anslag-${minutesId}`,
    format,
    draft: () => draftNotice(sources, { minutesId, actor }),
  };
};

/** How things stand is not known of a day that has not come. */
const ofReport: Choose = (sources, { params, query, actor }) => {
  const { paper } = contract.reportPaper.parse(params);
  const [kind, format] = paper;
  const refused = refuseReports(actor);
  if (refused !== undefined) return refused;
  const today = stockholmDate(sources.now());
  const { on = today, from = `${today.slice(0, 4)}-01-01`, to = today } = contract.reportQuery.parse(query);
  if (kind === 'open-motions') {
    if (on > today) return refuse('date_in_future', { rule: 'domain.md §3' });
    const draft = () => draftOpenMotions(sources, on);
    return { place: `reports/${kind}/${on}`, fileName: `motionsbalans-${on}`, format, draft };
  }
  const draft = () => draftGrantedMotions(sources, from, to);
  const fileName = `bifallna-motioner-${from}-${to}`;
  return { place: `reports/${kind}/${from}-${to}`, fileName, format, draft };
};

/** By what a paper is of. */
export const choosers = {
  cases: ofCase,
  meetings: ofMeeting,
  minutes: ofMinutes,
  reports: ofReport,
} as const;
export type PaperSubject = keyof typeof choosers;
