import { type ExtractAct, extractPaper } from '../../../documents/papers/extract.ts';
import { attendanceAt } from '../../../domain/attendance.ts';
import { reasonIn } from '../../../domain/brought-text.ts';
import type { DeliberationFacts, DeliberationTexts } from '../../../domain/deliberation.ts';
import type { DocumentRef } from '../../../domain/documents.ts';
import { fold } from '../../../domain/evolve.ts';
import type { Meeting, MeetingBody } from '../../../domain/meeting.ts';
import type { Minutes } from '../../../domain/minutes.ts';
import type { Motion } from '../../../domain/motion.ts';
import { moverNames } from '../../../domain/mover-names.ts';
import { namedOn } from '../../../domain/organisation.ts';
import { protectedNamesOf } from '../../../domain/protected-names.ts';
import { withheldText } from '../../../domain/secrecy.ts';
import { NotFound } from '../../failures.ts';
import { type ActInMinutes, actsOf } from './acts.ts';
import {
  type CaseAt,
  caseAt,
  isMasked,
  motionTextOf,
  numberOf,
  standingClauses,
  textGoingOut,
} from './case-at.ts';
import type { CasePaperRequest, DraftPaper, PaperSources } from './draft.ts';
import { membersOf, naming, personNames } from './names.ts';

/**
 * The extract of a body's minutes in one case, of its latest act: a decision, a proposal, or that the matter was put off.
 * @throws NotFound when the body has not dealt with it
 */
export const draftExtract = async (
  sources: PaperSources,
  request: CasePaperRequest,
  body: MeetingBody,
): Promise<DraftPaper> => {
  const found = await caseAt(sources, request);
  const act = actsOf(found.events, body).at(-1);
  if (act === undefined) throw new NotFound('extract');
  const { record, present } = found;
  const masked = isMasked(found, request);
  const [text, texts, reason, meeting, minutes] = await Promise.all([
    masked ? textGoingOut(sources, record, present) : motionTextOf(sources, record),
    masked ? undefined : deliberationTexts(sources, record, act.texts),
    masked ? act.reason && withheldText : textOf(sources, record, act.reason),
    meetingOf(sources, found, act),
    sources.minutes.load(act.at.minutesId),
  ]);
  const attendance = meeting && attendanceAt(meeting, { paragraph: act.at.paragraph, caseId: record.caseId });
  const chairId = act.deliberation?.chairedBy ?? meeting?.chair;
  const [members, certifiers] = await Promise.all([
    membersOf(sources, [
      ...record.signatories.map(({ memberId }) => memberId),
      ...(act.deliberation === undefined ? [] : membersIn(act.deliberation)),
      ...(attendance === undefined ? [] : [...attendance.present, ...attendance.disqualified]),
      ...(chairId === undefined ? [] : [chairId]),
    ]),
    personNames(sources, minutes?.minutes.certifiers ?? []),
  ]);
  const nameOf = naming(members, act.at.meetingDate);
  const organisation = namedOn(sources.organisation, act.at.meetingDate);
  const registrationNumber = numberOf(record) ?? '';
  const paper = extractPaper({
    organisation,
    body,
    ...act.at,
    registrationNumber,
    title: text?.title ?? '',
    movers: moverNames(record, members),
    clauses: standingClauses(record, text),
    act: actFor(act, reason),
    dealtWith:
      act.deliberation === undefined
        ? undefined
        : { facts: act.deliberation, texts, board: organisation.bodies.board, nameOf },
    worded: (texts?.points ?? []).map((each) => each.text),
    deferredByMinority: act.request?.by === 'minority',
    deviatesFromBoard: act.deviatesFromBoard,
    urgent: act.urgent,
    present: act.present ?? act.request?.present ?? attendance?.present.length,
    serving: (attendance?.present ?? []).map(nameOf),
    disqualified: (attendance?.disqualified ?? []).map(nameOf),
    chair: chairId === undefined ? undefined : nameOf(chairId),
    certifiers: certifiers.names,
    ...certification(minutes?.minutes),
  });
  return {
    paper,
    stamp: { source: `ärende ${registrationNumber}`, version: found.version },
    protectedNames: [...protectedNamesOf(members.values()), ...certifiers.protectedNames],
    present,
  };
};

const actFor = ({ kind, outcomes }: ActInMinutes, reason: string | undefined): ExtractAct => {
  if (kind === 'referred-back') return { kind, reason };
  return kind === 'forwarded' || kind === 'postponed' ? { kind } : { kind, outcomes };
};

const certification = (minutes: Minutes | undefined) =>
  minutes === undefined || minutes.status === 'Open'
    ? {}
    : {
        certifiedOn: minutes.certifiedOn,
        ...('postedOn' in minutes
          ? { postedOn: minutes.postedOn, lastAppealDay: minutes.lastAppealDay }
          : {}),
      };

/** Everybody whom the account of a deliberation names; the board is no member. */
const membersIn = ({
  claims,
  propositions,
  reservations,
  separateStatements,
  minuteNotes,
}: DeliberationFacts) => [
  ...claims.map(({ mover }) => mover),
  ...propositions.flatMap(({ rounds }) =>
    rounds.flatMap((round) => [
      ...(round.minority ?? []),
      ...(round.kind === 'among' || round.votes === undefined
        ? []
        : [...round.votes.yes, ...round.votes.no, ...round.votes.abstain]),
    ]),
  ),
  ...reservations.map(({ memberId }) => memberId),
  ...separateStatements,
  ...minuteNotes,
];

/** The meeting as the calendar has it, where it is kept there: the case was on its agenda until the act. */
const meetingOf = async (
  { meetings }: PaperSources,
  { events, record }: CaseAt,
  { seq }: ActInMinutes,
): Promise<Meeting | undefined> => {
  const before = fold(
    record.caseId,
    events.slice(0, seq - 1).map(({ event }) => event),
  );
  const meetingId = before !== undefined && 'meetingId' in before ? before.meetingId : undefined;
  return meetingId === undefined ? undefined : (await meetings.load(meetingId))?.meeting;
};

const storedText = async ({ cases }: PaperSources, { caseId }: Motion, ref: DocumentRef | undefined) =>
  ref === undefined ? undefined : (await cases.document(caseId, ref.documentId))?.text;

const deliberationTexts = async (
  sources: PaperSources,
  record: Motion,
  ref: DocumentRef | undefined,
): Promise<DeliberationTexts | undefined> => {
  const text = await storedText(sources, record, ref);
  return text?.kind === 'deliberation' ? text.content : undefined;
};

const textOf = async (sources: PaperSources, record: Motion, ref: DocumentRef | undefined) =>
  reasonIn(await storedText(sources, record, ref));
