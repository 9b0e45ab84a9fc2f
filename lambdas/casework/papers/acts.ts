import type { ExtractAct } from '../../../documents/papers/extract.ts';
import type { DeliberationFacts } from '../../../domain/deliberation.ts';
import type { DocumentRef } from '../../../domain/documents.ts';
import type { DeferralRequest, MinutesPlace, MotionEvent } from '../../../domain/events.ts';
import type { MeetingBody } from '../../../domain/meeting.ts';
import type { ClauseDecision } from '../../../domain/outcome.ts';
import type { RecordedEvent } from '../../ports/case-store.ts';

/** What a body has done in a matter at a meeting: what an extract of its minutes is about. */
export interface ActInMinutes {
  readonly body: MeetingBody;
  readonly seq: number;
  readonly at: MinutesPlace;
  readonly kind: ExtractAct['kind'];
  readonly outcomes: readonly ClauseDecision[];
  readonly deliberation?: DeliberationFacts | undefined;
  readonly texts?: DocumentRef | undefined;
  readonly reason?: DocumentRef | undefined;
  readonly present?: number | undefined;
  readonly request?: DeferralRequest | undefined;
  readonly deviatesFromBoard?: boolean | undefined;
  readonly urgent?: boolean | undefined;
}

type Told = Omit<ActInMinutes, 'seq'>;

const withTexts = (event: {
  deliberation?: DeliberationFacts | undefined;
  texts?: DocumentRef | undefined;
}) => ({
  deliberation: event.deliberation,
  texts: event.texts,
});

const toldBy = (event: MotionEvent): Told | undefined => {
  switch (event.type) {
    case 'BoardProposed':
      return {
        ...withTexts(event),
        body: 'board',
        at: event.at,
        kind: 'proposed',
        outcomes: event.proposals,
      };
    case 'BoardForwarded':
      return { body: 'board', at: event.at, kind: 'forwarded', outcomes: [] };
    case 'BoardPostponed':
      return { ...withTexts(event), body: 'board', at: event.at, kind: 'postponed', outcomes: [] };
    case 'BoardReferredBack': {
      const { at, reason } = event;
      return { ...withTexts(event), body: 'board', at, kind: 'referred-back', outcomes: [], reason };
    }
    case 'CouncilPostponed': {
      const { at, request } = event;
      return { ...withTexts(event), body: 'council', at, kind: 'postponed', outcomes: [], request };
    }
    case 'CouncilReferredBack': {
      const { at, request, reason } = event;
      return {
        ...withTexts(event),
        body: 'council',
        at,
        kind: 'referred-back',
        outcomes: [],
        request,
        reason,
      };
    }
    case 'CouncilDecided':
      return decided(event, 'decided', event);
    case 'CouncilWroteOff':
      return decided(event, event.ground === 'withdrawal' ? 'withdrawal-noted' : 'written-off-late', event);
    case 'WithdrawalNoted':
      return decided(event, 'withdrawal-noted', {});
    default:
      return undefined;
  }
};

type Decided = Extract<MotionEvent, { type: 'CouncilDecided' | 'CouncilWroteOff' | 'WithdrawalNoted' }>;

const decided = (
  event: Decided,
  kind: ExtractAct['kind'],
  { present, urgent }: { present?: number; urgent?: boolean },
): Told => ({
  ...withTexts(event),
  body: 'council',
  at: event.at,
  kind,
  outcomes: event.decisions,
  deviatesFromBoard: event.deviatesFromBoard,
  present,
  urgent,
});

/** Every act of a body that stands: one that was mis-keyed and has been taken back does not (KL 5:69). */
export const actsOf = (events: readonly RecordedEvent[], body: MeetingBody): readonly ActInMinutes[] => {
  const acts: ActInMinutes[] = [];
  for (const { seq, event } of events) {
    if (event.type === 'ActTakenBack') acts.pop();
    const told = toldBy(event);
    if (told !== undefined) acts.push({ ...told, seq });
  }
  return acts.filter((each) => each.body === body);
};
