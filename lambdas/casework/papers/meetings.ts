import { type AgendaFacts, type AgendaMatter, agendaPaper } from '../../../documents/papers/agenda.ts';
import { announcementPaper } from '../../../documents/papers/announcement.ts';
import type { Paper } from '../../../documents/papers/content.ts';
import { announcedOnOf } from '../../../domain/announced-on.ts';
import type { Meeting } from '../../../domain/meeting.ts';
import type { Member } from '../../../domain/members.ts';
import { minutesIdOf } from '../../../domain/minutes.ts';
import { isIn, type Motion } from '../../../domain/motion.ts';
import { moverNames } from '../../../domain/mover-names.ts';
import { namedOn } from '../../../domain/organisation.ts';
import { mayReadMeetings } from '../../../domain/permissions.ts';
import { protectedNamesOf } from '../../../domain/protected-names.ts';
import type { Actor } from '../../../domain/roles.ts';
import { NotFound } from '../../failures.ts';
import { casesOf, numberOf, standingClauses, textGoingOut } from './case-at.ts';
import type { DraftPaper, PaperSources } from './draft.ts';
import { membersOf } from './names.ts';

const byNumber = (one: Motion, other: Motion) =>
  (numberOf(one) ?? '').localeCompare(numberOf(other) ?? '', 'sv', { numeric: true });

/** Which meeting a paper is of, and who asks. */
interface MeetingPaperRequest {
  readonly meetingId: string;
  readonly actor: Actor;
}

/**
 * The agenda of a meeting with the motions that are on it, or were taken up there.
 * @throws NotFound when there is no such meeting, or the asker may not read it
 */
export const draftAgenda = (sources: PaperSources, request: MeetingPaperRequest): Promise<DraftPaper> =>
  draftOfMeeting(sources, request, agendaPaper);

/**
 * The announcement of a meeting of the council (KL 5:13).
 * @throws NotFound also for a meeting of the board, which is not announced
 */
export const draftAnnouncement = (sources: PaperSources, request: MeetingPaperRequest): Promise<DraftPaper> =>
  draftOfMeeting(sources, request, (facts) => {
    if (facts.meeting.body === 'board') throw new NotFound('announcement');
    return announcementPaper({ ...facts, matters: facts.matters.filter(({ isAnnounced }) => isAnnounced) });
  });

/** A matter as the agenda has it, and whether it was announced; until its meeting is, all are to be (KL 5:13–14). */
interface MeetingMatter extends AgendaMatter {
  readonly isAnnounced: boolean;
}

interface MeetingFacts extends AgendaFacts {
  readonly matters: readonly MeetingMatter[];
}

/** Both leave the office: a marked case stands there by its number (OSL 5:5). */
const draftOfMeeting = async (
  sources: PaperSources,
  { meetingId, actor }: MeetingPaperRequest,
  paperOf: (facts: MeetingFacts) => Paper,
): Promise<DraftPaper> => {
  const [state, items] = await Promise.all([
    sources.meetings.load(meetingId),
    sources.meetings.items(meetingId),
  ]);
  if (state === undefined || !mayReadMeetings(actor)) throw new NotFound('meeting');
  const { meeting } = state;
  const minuted = await sources.minutes.items(minutesIdOf(meeting.body, meeting.date));
  const entered = await casesOf(
    sources,
    items.map(({ caseId }) => caseId),
  );
  const taken = entered.filter((each) => isTakenUpAt(each, meeting, minuted)).toSorted(byNumber);
  const members = await membersOf(
    sources,
    taken.flatMap(({ signatories }) => signatories.map(({ memberId }) => memberId)),
  );
  const organisation = namedOn(sources.organisation, meeting.date);
  const matters = await Promise.all(taken.map((each) => matterOf(sources, each, meeting, members)));
  return {
    paper: paperOf({ organisation, meeting, matters }),
    stamp: {
      source: `sammanträdet ${organisation.bodies[meeting.body]} ${meeting.date}`,
      version: { number: meeting.version, hash: state.head },
    },
    protectedNames: protectedNamesOf(members.values()),
  };
};

/**
 * A case stays entered at a meeting when it has been taken off its agenda; then it is not taken up there. What the
 * meeting dealt with stands in its minutes, wherever the case has gone since: put off, sent back, or decided.
 */
const isTakenUpAt = (
  record: Motion,
  { meetingId, body }: Meeting,
  minuted: readonly { readonly caseId: string }[],
): boolean => {
  const onAgenda = body === 'board' ? isIn(record, ['BoardAgenda']) && record : onCouncilAgenda(record);
  return (
    (onAgenda && onAgenda.meetingId === meetingId) || minuted.some(({ caseId }) => caseId === record.caseId)
  );
};

/** A motion on the council's agenda, or that it is withdrawn. */
const onCouncilAgenda = (record: Motion) =>
  isIn(record, ['CouncilAgenda', 'WithdrawalPending']) && record.meetingDate !== undefined && record;

/** What is withdrawn is on the agenda as that; once it is noted, at the meeting that did. */
const isWithdrawnAt = (record: Motion, { meetingId, date }: Meeting): boolean => {
  if (record.status === 'WithdrawalPending') return record.meetingId === meetingId;
  if (!('decision' in record)) return false;
  return record.decision.ground === 'withdrawal' && record.decision.at.meetingDate === date;
};

const matterOf = async (
  sources: PaperSources,
  record: Motion,
  meeting: Meeting,
  members: ReadonlyMap<string, Member>,
): Promise<MeetingMatter> => {
  const { body, announcedOn } = meeting;
  const text = await textGoingOut(sources, record, record);
  const onAgenda = onCouncilAgenda(record);
  const proposal = 'boardProposal' in record ? record.boardProposal : undefined;
  const cycle = 'cycle' in record ? (record.cycle ?? 0) : 0;
  return {
    registrationNumber: numberOf(record) ?? '',
    title: text?.title ?? '',
    movers: moverNames(record, members),
    clauses: standingClauses(record, text),
    // The official's answer is a draft until the board has proposed on it (TF 2:12).
    proposals: body === 'council' ? proposal?.proposals : undefined,
    basis: onAgenda ? onAgenda.basis : undefined,
    isAnnounced:
      !onAgenda || announcedOn === undefined || announcedOnOf({ ...onAgenda, announcedOn }) !== undefined,
    isWithdrawn: isWithdrawnAt(record, meeting),
    isPutOff: cycle > 0 || ('lastDeferral' in record && record.lastDeferral !== undefined),
  };
};
