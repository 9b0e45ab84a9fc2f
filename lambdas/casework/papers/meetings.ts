import { type AgendaMatter, agendaPaper } from '../../../documents/papers/agenda.ts';
import { noticePaper } from '../../../documents/papers/notice.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Member } from '../../../domain/members.ts';
import type { Motion } from '../../../domain/motion.ts';
import { moverNames } from '../../../domain/mover-names.ts';
import { namedOn } from '../../../domain/organisation.ts';
import type { Actor } from '../../../domain/roles.ts';
import { NotFound } from '../../failures.ts';
import { motionTextOf, numberOf, standingClauses } from './case-at.ts';
import type { DraftPaper, PaperSources } from './draft.ts';
import { membersOf, protectedNamesOf } from './names.ts';

/** Whoever has a role in the work reads meetings and minutes; an administrator has none. */
const mayReadMeetings = ({ roles }: Actor): boolean => roles.some((each) => each !== 'administrator');

const byNumber = (one: Motion, other: Motion) =>
  (numberOf(one) ?? '').localeCompare(numberOf(other) ?? '', 'sv', { numeric: true });

const casesOf = async ({ cases }: PaperSources, caseIds: readonly string[]): Promise<readonly Motion[]> => {
  const found = await Promise.all(caseIds.map((each) => cases.load(each)));
  return found.flatMap((each) => (each === undefined ? [] : [each.motion]));
};

/**
 * The agenda of a meeting with the motions that are on it, or were taken up there.
 * @throws NotFound when there is no such meeting, or the asker may not read it
 */
export const draftAgenda = async (
  sources: PaperSources,
  { meetingId, actor }: { meetingId: string; actor: Actor },
): Promise<DraftPaper> => {
  const [state, items] = await Promise.all([
    sources.meetings.load(meetingId),
    sources.meetings.items(meetingId),
  ]);
  if (state === undefined || !mayReadMeetings(actor)) throw new NotFound('meeting');
  const { meeting } = state;
  const entered = await casesOf(
    sources,
    items.map(({ caseId }) => caseId),
  );
  const taken = entered.filter((each) => isTakenUpAt(each, meeting)).toSorted(byNumber);
  const members = await membersOf(
    sources,
    taken.flatMap(({ signatories }) => signatories.map(({ memberId }) => memberId)),
  );
  const organisation = namedOn(sources.organisation, meeting.date);
  const matters = await Promise.all(taken.map((each) => matterOf(sources, each, meeting, members)));
  return {
    paper: agendaPaper({ organisation, meeting, matters }),
    stamp: {
      source: `sammanträdet ${organisation.bodies[meeting.body]} ${meeting.date}`,
      version: { number: meeting.version, hash: state.head },
    },
    protectedNames: protectedNamesOf(members.values()),
  };
};

/** A case stays entered at a meeting when it has been taken off its agenda; then it is not taken up there. */
const isTakenUpAt = (record: Motion, { meetingId, body, date }: Meeting): boolean => {
  const status = body === 'board' ? 'BoardAgenda' : 'CouncilAgenda';
  if (record.status === status && record.meetingId === meetingId) return true;
  const act =
    body === 'board'
      ? 'boardProposal' in record && record.boardProposal
      : 'decision' in record && record.decision;
  return act !== false && act !== undefined && act.at.meetingDate === date;
};

const matterOf = async (
  sources: PaperSources,
  record: Motion,
  { body }: Meeting,
  members: ReadonlyMap<string, Member>,
): Promise<AgendaMatter> => {
  const text = await motionTextOf(sources, record);
  const proposal = 'boardProposal' in record ? record.boardProposal : undefined;
  const cycle = 'cycle' in record ? (record.cycle ?? 0) : 0;
  return {
    registrationNumber: numberOf(record) ?? '',
    title: text?.title ?? '',
    movers: moverNames(record, members),
    clauses: standingClauses(record, text),
    // The official's answer is a draft until the board has proposed on it (TF 2:12).
    proposals: body === 'council' ? proposal?.proposals : undefined,
    basis: record.status === 'CouncilAgenda' ? record.basis : undefined,
    isPutOff: cycle > 0 || ('lastDeferral' in record && record.lastDeferral !== undefined),
  };
};

/**
 * The notice that minutes are certified, and how to appeal.
 * @throws NotFound when there are no such minutes, they are not certified, or the asker may not read them
 */
export const draftNotice = async (
  sources: PaperSources,
  { minutesId, actor }: { minutesId: string; actor: Actor },
): Promise<DraftPaper> => {
  const [state, items] = await Promise.all([
    sources.minutes.load(minutesId),
    sources.minutes.items(minutesId),
  ]);
  if (state === undefined || !mayReadMeetings(actor)) throw new NotFound('minutes');
  const { minutes } = state;
  if (minutes.status === 'Open') throw new NotFound('notice');
  const records = await casesOf(sources, [...new Set(items.map(({ caseId }) => caseId))]);
  const [texts, members] = await Promise.all([
    Promise.all(records.map((each) => motionTextOf(sources, each))),
    membersOf(
      sources,
      records.flatMap(({ signatories }) => signatories.map(({ memberId }) => memberId)),
    ),
  ]);
  const titles = new Map(records.map(({ caseId }, index) => [caseId, texts[index]?.title ?? '']));
  // A case may have several paragraphs in the minutes.
  const matters = items
    .flatMap(({ caseId, paragraph }) => {
      const record = records.find((each) => each.caseId === caseId);
      if (record === undefined) return [];
      return [{ paragraph, registrationNumber: numberOf(record) ?? '', title: titles.get(caseId) ?? '' }];
    })
    .toSorted((one, other) => one.paragraph.localeCompare(other.paragraph, 'sv', { numeric: true }));
  const organisation = namedOn(sources.organisation, minutes.meetingDate);
  return {
    paper: noticePaper({ organisation, minutes, matters }),
    stamp: {
      source: `protokollet ${organisation.bodies[minutes.body]} ${minutes.meetingDate}`,
      version: { number: minutes.version, hash: state.head },
    },
    protectedNames: protectedNamesOf(members.values()),
  };
};
