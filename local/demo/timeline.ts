import { eventName } from '../../domain/event-names.ts';
import { letterName } from '../../domain/letters.ts';
import { outcomeName } from '../../domain/outcome.ts';
import { demoPeople } from '../demo-people.ts';
import { lettersInInbox, type Observed } from './check-story.ts';
import type { Expected } from './stories.ts';

/** What somebody does, as the timeline tells it; what is not here goes by its name in the log. */
const words: Readonly<Record<string, string>> = {
  DraftStarted: 'börjar på ett utkast',
  TextRevised: 'ändrar utkastet',
  TextApproved: 'godkänner texten',
  MotionSubmitted: 'lämnar in motionen',
  MotionImported: 'för in motionen som kommit på papper',
  MotionRegistered: 'registrerar motionen',
  MotionReferred: 'remitterar motionen',
  OfficerAssigned: 'utser handläggare',
  DraftingStarted: 'börjar bereda',
  AnswerWritten: 'skriver svar',
  AnswerSubmitted: 'skickar svaret för godkännande',
  AnswerApproved: 'godkänner svaret',
  PlacedOnBoardAgenda: 'sätter upp på styrelsens dagordning',
  BoardProposed: 'antecknar styrelsens förslag',
  PlacedOnCouncilAgenda: 'sätter upp på fullmäktiges dagordning',
  CouncilReferredBack: 'antecknar återremiss på en minoritets begäran',
  CouncilDecided: 'antecknar fullmäktiges beslut',
  MinutesCertified: 'protokollet är justerat',
  NoticePosted: 'protokollet är anslaget',
  AppealWindowPassed: 'överklagandetiden har gått ut',
  NoAppealConfirmed: 'inget överklagande har kommit in',
  ClockRang: 'en bevakad dag har kommit',
};

const nameOf = (personId: string) =>
  demoPeople.find((person) => person.subject === personId)?.name ?? 'Systemet';
const memberName = (memberId: string) =>
  demoPeople.find((person) => person.memberId === memberId)?.name ?? memberId;

/** A case as a timeline: date, who, what, and which letter to whom. */
export const timelineOf = (expected: Expected, observed: Observed): string => {
  const { shown, events, letters, view } = observed;
  const lines = events.flatMap(({ version, event, occurredOn, actor }) => {
    const type = event.type === 'MinutesFollowed' ? event.happened.type : event.type;
    const own = letters.filter((letter) => letter.version === version);
    const told = own.map((letter) => memberName(letter.memberId)).join(', ');
    const letter =
      own[0] === undefined ? [] : [`${' '.repeat(12)}brev (${letterName[own[0].template]}) till ${told}`];
    return [`  ${occurredOn}  ${nameOf(actor.personId)}: ${words[type] ?? eventName(event)}`, ...letter];
  });
  const decisions = shown.decision?.decisions.map(({ clause, outcome }) => {
    const name = clause === 'whole' ? 'motionen i sin helhet' : `att-sats ${clause}`;
    return `${name}: ${outcomeName[outcome]}`;
  });
  return [
    `${expected.name}: ${shown.title}`,
    `  Diarienummer ${shown.registrationNumber}, ${view.statusName}`,
    ...lines,
    `  Utfall: ${decisions?.join('; ') ?? 'inget beslut'}`,
    `  Justerat ${shown.certifiedOn}, anslaget ${shown.postedOn}, sista dag att överklaga ${shown.lastAppealDay}, laga kraft ${shown.finalOn}`,
    `  Brev i inkorgen: ${lettersInInbox(observed).length}`,
  ].join('\n');
};
