import { type Instant, stockholmDate, stockholmTime } from '../../../../domain/calendar-date.ts';
import type { MotionEvent } from '../../../../domain/events.ts';
import type { ClauseProposal } from '../../../../domain/outcome.ts';
import type { Actor } from '../../../../domain/roles.ts';
import type { AnswerStep } from '../../../../web/office/answer-log.tsx';
import type { RecordedEvent } from '../../../ports/case-store.ts';
import type { PagesDesk } from '../desk.ts';
import { answerPath } from '../paths.ts';
import { personNames } from '../shown-names.ts';

type Written = Extract<MotionEvent, { type: 'AnswerWritten' | 'EarlierWorkImported' }>;

/** An answer as it was saved once. */
export interface AnswerVersion {
  /** Number of the version, from 1. */
  readonly no: number;
  readonly seq: number;
  readonly documentId: string;
  readonly proposals: readonly ClauseProposal[];
  readonly by: string;
  readonly at: Instant;
}

const isWritten = (event: MotionEvent): event is Written =>
  event.type === 'AnswerWritten' || event.type === 'EarlierWorkImported';

/** Every answer that has been saved, oldest first. */
export const answerVersions = (events: readonly RecordedEvent[]): AnswerVersion[] =>
  events
    .flatMap(({ event, seq, actor, recordedAt }) =>
      isWritten(event)
        ? [
            {
              seq,
              documentId: event.answer.documentId,
              proposals: event.proposals,
              by: actor.personId,
              at: recordedAt,
            },
          ]
        : [],
    )
    .map((each, index) => ({ ...each, no: index + 1 }));

/** A moment as a reader says it. */
export const momentOf = (at: Instant): string => `${stockholmDate(at)} kl. ${stockholmTime(at)}`;

const sentenceOf = ({ organisation }: PagesDesk, event: MotionEvent): string | undefined => {
  const stepOf = (step: number) => organisation.approvalChain[step]?.title ?? `steg ${step + 1}`;
  switch (event.type) {
    case 'DraftingStarted':
      return 'började bereda';
    case 'AnswerSubmitted':
      return 'lämnade svaret för godkännande';
    case 'AnswerApproved':
      return `godkände svaret (${stepOf(event.step)})`;
    case 'AnswerReturned':
      return `återlämnade svaret (${stepOf(event.step)})`;
    case 'AnswerCommented':
      return 'kommenterade svaret';
    case 'ApproverDisqualified':
      return `anmälde jäv (${stepOf(event.step)})`;
    case 'OfficerReassigned':
      return 'bytte handläggare';
    default:
      return undefined;
  }
};

/** What has happened to the answer, the latest first: versions, comments, approvals. */
export const answerLog = async (
  desk: PagesDesk,
  caseId: string,
  events: readonly RecordedEvent[],
  actor: Actor,
): Promise<AnswerStep[]> => {
  const versions = answerVersions(events);
  const nameOf = await personNames(
    desk,
    events.map(({ actor: { personId } }) => personId),
    actor,
  );
  const steps = await Promise.all(
    events.map(async ({ event, seq, actor: { personId }, recordedAt }): Promise<AnswerStep | undefined> => {
      const who = { by: nameOf(personId), at: momentOf(recordedAt) };
      const version = versions.find((each) => each.seq === seq);
      if (version !== undefined)
        return {
          ...who,
          what: `sparade version ${version.no}`,
          version: { no: version.no, href: `${answerPath(caseId)}/version/${version.no}` },
        };
      const what = sentenceOf(desk, event);
      if (what === undefined) return undefined;
      const comment = 'comment' in event ? event.comment : undefined;
      const stored = comment && (await desk.cases.document(caseId, comment.documentId));
      return { ...who, what, comment: stored?.text.kind === 'comment' ? stored.text.content : undefined };
    }),
  );
  return steps.filter((each) => each !== undefined).toReversed();
};
