import type { PublicMotion } from '../../../domain/public-motion.ts';
import { type Standing, standingOf } from '../../../domain/public-state.ts';
import { searchableOf } from './words.ts';

/** A motion as the list needs it: no texts, but the stems to search. */
export type Entry = Standing &
  Pick<
    PublicMotion,
    | 'caseId'
    | 'registrationNumber'
    | 'registerYear'
    | 'title'
    | 'movers'
    | 'receivedOn'
    | 'raisedOn'
    | 'finalOn'
    | 'councilPlacedOn'
    | 'councilAnnouncedOn'
    | 'deferredOn'
  > & {
    /** Its place in the register: year, and number with its figures in order of size. */
    readonly order: string;
    readonly searchable: string;
  };

/** The entry of a motion in the list. */
export const entryOf = (motion: PublicMotion): Entry => {
  const { body, clauses, movers, registrationNumber, registerYear, caseId } = motion;
  const { status, unit, boardMeeting, councilMeeting, certifiedOn, lastAppealDay, decision, boardProposal } =
    standingOf(motion);
  const place = registrationNumber.replace(/\d+/g, (figures) => figures.padStart(9, '0'));
  const { title, receivedOn, raisedOn, finalOn, councilPlacedOn, councilAnnouncedOn, deferredOn } = motion;
  const names = movers.map(({ name }) => name);
  const said = clauses.map(({ text }) => text);
  return {
    ...{ caseId, registrationNumber, registerYear, title, movers, receivedOn, raisedOn, finalOn },
    ...{ councilPlacedOn, councilAnnouncedOn, deferredOn },
    ...{ status, unit, boardMeeting, councilMeeting, certifiedOn, lastAppealDay, boardProposal },
    decision: decision && {
      ...{ meetingDate: decision.meetingDate, outcome: decision.outcome, decisions: decision.decisions },
    },
    order: `${registerYear}#${place}#${caseId}`,
    searchable: searchableOf([title, registrationNumber, ...names, ...said, body]),
  };
};

/** The parties of its movers, each once. */
export const partiesOf = ({ movers }: Pick<Entry, 'movers'>): readonly string[] => [
  ...new Set(movers.map(({ party }) => party)),
];
