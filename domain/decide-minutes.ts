import type { MinutedAct } from './acts-in-minutes.ts';
import type { CalendarDate } from './calendar-date.ts';
import { type CertifierFacts, mayCertify } from './certifiers.ts';
import { appealWindow } from './deadlines.ts';
import { standingRefusal } from './decide/standing.ts';
import { closeAppeal, recordAppeal } from './decide-appeals.ts';
import type { Meeting } from './meeting.ts';
import type { Minutes, MinutesStatus } from './minutes.ts';
import type { MinutesCommand, MinutesCommandType } from './minutes-commands.ts';
import type { MinutesEvent } from './minutes-events.ts';
import type { Motion } from './motion.ts';
import type { Organisation } from './organisation.ts';
import type { PossibleOnRecord } from './permissions.ts';
import { named, type Refusal, refuse } from './refusal.ts';
import type { Actor, Role } from './roles.ts';

/** What a decision on minutes may know: the day, the actor, and for appeals the case. */
export interface MinutesContext extends CertifierFacts {
  readonly today: CalendarDate;
  readonly actor: Actor;
  /** The case a command names, when it exists. */
  readonly motion?: Motion | undefined;
  /** The paragraphs of its acts in these minutes. */
  readonly paragraphs?: readonly string[] | undefined;
  /** What the bodies did, as it stands in these minutes. */
  readonly acts?: readonly MinutedAct[] | undefined;
  /** The meetings of the minutes whose attendance is kept. */
  readonly meetings?: readonly Meeting[] | undefined;
  readonly organisation: Pick<Organisation, 'seats'>;
}

const secretaryOf = (body: Minutes['body']): Role =>
  body === 'council' ? 'council-secretary' : 'board-secretary';

/** One row: who, in which statuses, by which rule (domain.md §11.1 rows 20–27). */
interface Row {
  readonly from: readonly MinutesStatus[];
  readonly by: (body: Minutes['body']) => Role | 'system';
  readonly rule: string;
}

/** From which status each command on minutes is taken, who may ask for it, and the rule behind it. */
export const minutesTransitions: Readonly<Record<MinutesCommandType, Row>> = {
  'open-minutes': { from: [], by: secretaryOf, rule: 'KL 5:65, 6:35' },
  'certify-minutes': { from: ['Open'], by: () => 'certifier', rule: 'KL 5:69' },
  'contest-minutes': { from: ['Open'], by: () => 'certifier', rule: 'KL 5:69; domain.md §11.3' },
  'replace-certifier': { from: ['Open'], by: secretaryOf, rule: 'KL 5:69' },
  'post-notice': { from: ['Certified'], by: secretaryOf, rule: 'KL 8:12' },
  'report-notice-down': {
    from: ['Posted', 'WindowPassed', 'Confirmed'],
    by: () => 'registrar',
    rule: 'KL 13:5',
  },
  'confirm-no-appeal': { from: ['WindowPassed'], by: () => 'registrar', rule: 'KL 13:5' },
  'record-appeal': {
    from: ['Certified', 'Posted', 'WindowPassed', 'Confirmed'],
    by: () => 'registrar',
    rule: 'KL 13:4–6',
  },
  'close-appeal': {
    from: ['Certified', 'Posted', 'WindowPassed', 'Confirmed'],
    by: () => 'registrar',
    rule: 'KL 13:8',
  },
  'pass-appeal-window': { from: ['Posted'], by: () => 'system', rule: 'KL 13:5' },
  'ring-clock': { from: ['Open', 'Certified'], by: () => 'system', rule: 'KL 5:69, 8:12' },
};

/** The clock that can ring in a status. */
const clockIn: Partial<Record<MinutesStatus, string>> = { Open: 'certification', Certified: 'posting' };

/** What can be done with minutes as they stand; they are certified by those who were chosen and have not signed yet. */
export const possibleOnMinutes = (record: Minutes, actor: Actor): PossibleOnRecord<MinutesCommandType>[] =>
  Object.entries(minutesTransitions).flatMap(([command, { from, by }]) => {
    const role = by(record.body);
    if (!isMinutesCommand(command) || role === 'system' || !from.includes(record.status)) return [];
    const isTheirs =
      (command !== 'certify-minutes' || mayStillSign(record, actor)) &&
      (command !== 'contest-minutes' ||
        (mayStillSign(record, actor) && !hasContested(record, actor.personId)));
    return [{ command, isPermitted: actor.roles.includes(role) && isTheirs, mayBeDoneBy: [named(role)] }];
  });

const isMinutesCommand = (type: string): type is MinutesCommandType => type in minutesTransitions;

const hasContested = ({ contests = [] }: Minutes, personId: string) =>
  contests.some(({ certifier }) => certifier === personId);

const mayStillSign = ({ certifiers, signedBy }: Minutes, { personId }: Actor) =>
  certifiers.includes(personId) && !signedBy.includes(personId);

const authorise = (
  record: Minutes | undefined,
  command: MinutesCommand,
  actor: Actor,
): Refusal | undefined => {
  const row = minutesTransitions[command.type];
  const body = command.type === 'open-minutes' ? command.body : (record?.body ?? 'council');
  const role = row.by(body);
  if (!actor.roles.includes(role)) {
    return refuse('not_permitted', { rule: row.rule, mayBeDoneBy: [named(role)] });
  }
  if (command.type === 'open-minutes') return record === undefined ? undefined : refuse('minutes_exist');
  if (record === undefined) return refuse('minutes_unknown');
  if (row.from.includes(record.status)) return undefined;
  if (command.type === 'confirm-no-appeal' && record.status === 'Posted') return refuse('window_open');
  if (command.type === 'record-appeal') return refuse('appeal_before_certification');
  return refuse('wrong_status', { rule: row.rule });
};

/**
 * The law for minutes: judges one command.
 * @returns the event, or the refusal with its rule. Never throws for any command on any minutes.
 */
export const decideMinutes = (
  record: Minutes | undefined,
  command: MinutesCommand,
  context: MinutesContext,
): MinutesEvent | Refusal => {
  const refused = authorise(record, command, context.actor);
  if (refused !== undefined) return refused;
  if (command.type === 'open-minutes') return open(command, context);
  if (record === undefined) return refuse('minutes_unknown');
  switch (command.type) {
    case 'certify-minutes':
      return certify(record, context);
    case 'contest-minutes':
      return contest(record, command.note, context);
    case 'replace-certifier':
      return replaceCertifier(record, command, context);
    case 'post-notice':
      return post(record, command, context);
    case 'report-notice-down':
      return noticeDown(record, command, context);
    case 'confirm-no-appeal':
      return { type: 'NoAppealConfirmed' };
    case 'record-appeal':
      return recordAppeal(record, command, context);
    case 'close-appeal':
      return closeAppeal(record, command, context);
    case 'pass-appeal-window':
      return 'finalOn' in record && context.today >= record.finalOn
        ? { type: 'AppealWindowPassed' }
        : refuse('window_open');
    case 'ring-clock':
      return record.rungClocks.includes(command.clock) || clockIn[record.status] !== command.clock
        ? refuse('wrong_status')
        : { type: 'ClockRang', clock: command.clock, dueOn: command.dueOn };
  }
};

const open = (
  command: Extract<MinutesCommand, { type: 'open-minutes' }>,
  context: MinutesContext,
): MinutesEvent | Refusal => {
  if (command.meetingDate > context.today) {
    return refuse('date_in_future', { rule: minutesTransitions['open-minutes'].rule });
  }
  const certifiers = [...new Set(command.certifiers)];
  if (!mayCertify(certifiers, context)) return refuse('certifier_unknown');
  return { type: 'MinutesOpened', body: command.body, meetingDate: command.meetingDate, certifiers };
};

/** Another is chosen in the place of one who has not signed; what the others have signed stands, and so does a note. */
const replaceCertifier = (
  record: Minutes,
  { certifier, replacement, reason }: Extract<MinutesCommand, { type: 'replace-certifier' }>,
  context: MinutesContext,
): MinutesEvent | Refusal => {
  if (!record.certifiers.includes(certifier)) return refuse('not_a_certifier');
  if (record.signedBy.includes(certifier)) return refuse('certifier_has_signed');
  if (record.certifiers.includes(replacement)) return refuse('certifier_already');
  if (!mayCertify([replacement], context)) return refuse('certifier_unknown');
  return { type: 'CertifierReplaced', certifier, replacement, reason };
};

/** Certified when all who were chosen have signed (KL 5:69); late certification is possible, and seen by a clock. */
const certify = (record: Minutes, context: MinutesContext): MinutesEvent | Refusal => {
  const { actor, today, acts = [], meetings = [], organisation } = context;
  if (!record.certifiers.includes(actor.personId)) return refuse('not_certifier');
  if (record.signedBy.includes(actor.personId)) return refuse('already_signed');
  const contradicted = standingRefusal(acts, meetings, organisation);
  if (contradicted !== undefined) return contradicted;
  return othersHaveStated(record, actor.personId)
    ? { type: 'MinutesCertified', certifier: actor.personId, certifiedOn: today }
    : { type: 'MinutesSigned', certifier: actor.personId };
};

/** Whether every other certifier has signed the minutes or contested them. */
const othersHaveStated = (record: Minutes, personId: string): boolean =>
  record.certifiers.every(
    (each) => each === personId || record.signedBy.includes(each) || hasContested(record, each),
  );

/**
 * A certifier who does not approve the minutes has it noted in them; each certifier's stand is kept (domain.md §11.3).
 * They are certified when all have stated themselves and at least one has signed [D]: nothing in KL 5:69 lets one
 * certifier keep decisions from being announced.
 */
const contest = (
  record: Minutes,
  note: string,
  { actor: { personId }, today }: MinutesContext,
): MinutesEvent | Refusal => {
  if (!record.certifiers.includes(personId)) return refuse('not_certifier');
  if (record.signedBy.includes(personId)) return refuse('already_signed');
  if (hasContested(record, personId)) return refuse('already_contested');
  return record.signedBy.length > 0 && othersHaveStated(record, personId)
    ? { type: 'MinutesCertified', certifier: personId, certifiedOn: today, contested: note }
    : { type: 'MinutesContested', certifier: personId, contestedOn: today, note };
};

/**
 * The appeal time runs from the day of posting (KL 13:5), which must not precede certification (KL 8:12). Keyed in when
 * the time would be out already, it is for the secretary to say how it is known that the notice was up all of it.
 */
const post = (
  record: Minutes,
  { postedOn, evidence }: Extract<MinutesCommand, { type: 'post-notice' }>,
  { today }: MinutesContext,
): MinutesEvent | Refusal => {
  if (postedOn > today) return refuse('date_in_future', { rule: 'KL 8:12' });
  if (!('certifiedOn' in record)) return refuse('date_out_of_order', { rule: 'KL 8:12' });
  const { certifiedOn, noticeDownOn } = record;
  if (noticeDownOn !== undefined && postedOn < noticeDownOn) {
    return refuse('date_out_of_order', {
      rule: 'KL 13:5',
      detail: `Anslaget var nere ${noticeDownOn}: ett nytt kan inte ha satts upp tidigare.`,
    });
  }
  if (postedOn < certifiedOn) {
    return refuse('date_out_of_order', {
      rule: 'KL 8:12',
      detail: `Protokollet justerades ${certifiedOn}, och anslås sedan.`,
    });
  }
  const { lastAppealDay, finalOn } = appealWindow(postedOn);
  if (lastAppealDay < today && evidence === undefined) return refuse('posting_evidence_missing');
  return { type: 'NoticePosted', postedOn, lastAppealDay, finalOn, ...(evidence && { evidence }) };
};

const confirmedAlready =
  'Laga kraft är bekräftad. Satt anslaget inte uppe under hela överklagandetiden, anmäl det som nedtaget.';

/**
 * A notice that came down during the appeal time has not let it run out (KL 13:5 2 st.), whatever was confirmed since.
 * One whose day was entered wrongly was up all the time; its time is counted from the right day when that is entered.
 */
const noticeDown = (
  record: Minutes,
  { foundDownOn, wrongDay }: Extract<MinutesCommand, { type: 'report-notice-down' }>,
  { today }: MinutesContext,
): MinutesEvent | Refusal => {
  const rule = 'KL 13:5';
  if (foundDownOn > today) return refuse('date_in_future', { rule });
  if (!('postedOn' in record)) return refuse('date_out_of_order', { rule });
  if (foundDownOn < record.postedOn) {
    return refuse('date_out_of_order', { rule, detail: `Anslaget sattes upp ${record.postedOn}.` });
  }
  if (wrongDay === true) {
    return record.status === 'Confirmed'
      ? refuse('wrong_status', { rule, detail: confirmedAlready })
      : { type: 'NoticeFoundDown', foundDownOn, wrongDay };
  }
  if (foundDownOn > record.lastAppealDay) return refuse('notice_not_broken');
  return { type: 'NoticeFoundDown', foundDownOn };
};
