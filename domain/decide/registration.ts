import { yearOf } from '../calendar-date.ts';
import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import { partyOn } from '../members.ts';
import type { Motion, MotionIn } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { isAcceptableTypedNumber, parseRegisterNumber } from '../register-number.ts';
import { councilDecision } from './council.ts';
import { importEarlierWork, importOpenMotion } from './imports.ts';
import { raisedByNobody, unknownMembers } from './movers.ts';
import { accept, firstRefusal, judgeIn, type Verdict } from './verdict.ts';

type RegistrationCommand = CommandOf<
  | 'import-motion'
  | 'import-open-motion'
  | 'import-earlier-work'
  | 'register'
  | 'return-motion'
  | 'complete-on-paper'
  | 'refer'
  | 'decide-at-once'
>;

/** Receipt on paper, the register, return for completion and referral: rows 1i, 2–3, 5 and 5b. */
export const decideRegistration = (
  record: Motion | undefined,
  command: RegistrationCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'import-motion':
      return importMotion(command, context);
    case 'import-open-motion':
      return importOpenMotion(command, context);
    case 'import-earlier-work':
      return importEarlierWork(record, command, context);
    case 'complete-on-paper':
      return judgeIn(record, ['Returned'], (returned) => completeOnPaper(returned, command, context));
    case 'register':
      return judgeIn(record, ['Received', 'WithdrawalPending'], (received) =>
        register(received, command, context),
      );
    case 'return-motion':
      return accept('3', {
        type: 'MotionReturned',
        provision: command.provision,
        reason: broughtDocument(context),
      });
    case 'refer':
      return judgeIn(record, ['Registered'], (registered) => refer(registered, command, context));
    case 'decide-at-once':
      return judgeIn(record, ['Registered'], (registered) => decideAtOnce(registered, command, context));
  }
};

/** A motion that came on paper, or before the product was taken into use: received on its own day (TF 2:9). */
const importMotion = (command: CommandOf<'import-motion'>, context: Context): Verdict => {
  const memberIds = [...new Set(command.signatories)];
  return (
    firstRefusal(
      () => (command.receivedOn > context.today ? refuse('date_in_future') : undefined),
      () => unknownMembers(memberIds, context),
    ) ??
    accept('1i', {
      type: 'MotionImported',
      text: broughtDocument(context),
      clauseCount: command.text.clauses.length,
      receivedOn: command.receivedOn,
      signatories: memberIds.map((memberId) => {
        const who = context.members.get(memberId);
        return { memberId, party: who === undefined ? '-' : partyOn(who, command.receivedOn) };
      }),
    })
  );
};

/** Row 4p: what was returned has come in again on paper, signed by those it names (domain.md §1.2 `signature`). */
const completeOnPaper = (
  returned: MotionIn<'Returned'>,
  command: CommandOf<'complete-on-paper'>,
  context: Context,
): Verdict => {
  const memberIds = [...new Set(command.signatories)];
  const signed = returned.signatories.filter((each) => each.party !== undefined);
  return (
    firstRefusal(
      () => (command.text.clauses.length > 0 ? undefined : refuse('clause_missing')),
      () => unknownMembers(memberIds, context),
      () =>
        signed.every((each) => memberIds.includes(each.memberId)) ? undefined : refuse('signatory_dropped'),
    ) ??
    accept('4p', {
      type: 'MotionCompletedOnPaper',
      text: broughtDocument(context),
      clauseCount: command.text.clauses.length,
      signatories: memberIds.map((memberId) => {
        const who = context.members.get(memberId);
        return { memberId, party: who === undefined ? '-' : partyOn(who, context.today) };
      }),
    })
  );
};

/** Row 2: a number that is unique in its register, and the day the motion counts as raised (domain.md §1.2). */
const register = (
  received: MotionIn<'Received' | 'WithdrawalPending'>,
  command: CommandOf<'register'>,
  context: Context,
): Verdict => {
  if (received.status === 'WithdrawalPending' && received.registrationNumber !== undefined) {
    return refuse('wrong_status');
  }
  const raisedOn = command.raisedOn ?? received.receivedOn;
  if (raisedOn > context.today) return refuse('date_in_future', { rule: 'domain.md §1.2' });
  if (raisedOn < received.receivedOn && command.datesNote === undefined) return daysFlagged;
  const number = numberOf(command, context);
  if ('kind' in number) return number;
  const row = received.status === 'Received' ? '2' : '2w';
  // A number from another registry may be of an earlier year, and keeps it (domain.md §2.2).
  const parts = parseRegisterNumber(context.organisation.register, number.registrationNumber);
  const registerYear = parts?.year ?? yearOf(context.today);
  return accept(row, {
    type: 'MotionRegistered',
    ...number,
    registerYear,
    raisedOn,
    ...noteOf(command, context),
  });
};

/** Such days occur in real registers: they are flagged, not stopped (domain.md §11.3). */
const daysFlagged = refuse('date_out_of_order', {
  detail: 'Är dagen ändå rätt: skriv en anteckning om varför.',
});

const noteOf = ({ datesNote }: { readonly datesNote?: string | undefined }, context: Context) =>
  datesNote === undefined ? {} : { datesNote: broughtDocument(context) };

const numberOf = (
  command: CommandOf<'register'>,
  { organisation, nextNumber }: Context,
): { registrationNumber: string; registerSequence?: number } | Refusal => {
  const typed = command.registrationNumber;
  if (organisation.registerMaster === 'registrar') {
    if (typed === undefined || typed === '') return refuse('number_needed');
    return isAcceptableTypedNumber(organisation.register, typed)
      ? { registrationNumber: typed }
      : refuse('number_not_accepted');
  }
  if (typed !== undefined) return refuse('number_not_accepted');
  if (nextNumber === undefined) throw new Error('no register number was handed to decide');
  return { registrationNumber: nextNumber.registrationNumber, registerSequence: nextNumber.sequence };
};

/** Row 5: announced to the council and handed over for preparation, as the rules of procedure say (KL 5:72 p. 8). */
const refer = (
  registered: MotionIn<'Registered'>,
  command: CommandOf<'refer'>,
  context: Context,
): Verdict => {
  const { referral } = context.organisation;
  if (referral !== 'either' && referral !== command.by) return refuse('referral_not_allowed');
  // The presidium may hand over before the motion is announced at the next meeting (domain.md §3).
  if (command.by === 'council' && command.announcedOn > context.today) {
    return refuse('date_in_future', { rule: 'domain.md §11.1 rad 5' });
  }
  const nobody = raisedByNobody(registered, context);
  if (nobody !== undefined) return nobody;
  const { by, announcedOn } = command;
  if (announcedOn < registered.receivedOn && command.datesNote === undefined) return daysFlagged;
  return accept('5', {
    type: 'MotionReferred',
    by,
    announcedOn,
    // By some rules of procedure a motion counts as raised when it is announced, not when it is handed in (§1.2).
    ...(context.organisation.motionRules.raisedRule === 'announced' ? { raisedOn: announcedOn } : {}),
    ...(by === 'presidium' ? { referredOn: context.today } : {}),
    ...noteOf(command, context),
  });
};

/** Row 5b: an unprepared matter, when all present are of one mind that it be decided (KL 5:33). */
const decideAtOnce = (
  registered: MotionIn<'Registered'>,
  command: CommandOf<'decide-at-once'>,
  context: Context,
): Verdict => {
  const nobody = raisedByNobody(registered, context);
  if (nobody !== undefined) return nobody;
  const decided = councilDecision(registered, command, context);
  return 'kind' in decided ? decided : accept('5b', { type: 'CouncilDecided', ...decided, urgent: true });
};
