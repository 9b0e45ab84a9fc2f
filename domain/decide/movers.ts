import type { CommandOf } from '../commands.ts';
import { broughtDocument, type Context } from '../context.ts';
import { eligibilityOn } from '../eligibility.ts';
import { isInOffice, mayRaise, partyOn } from '../members.ts';
import { type Motion, type MotionIn, type Signatory, workingText } from '../motion.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { accept, firstRefusal, judgeIn, type Verdict } from './verdict.ts';

type MoversCommand = CommandOf<
  'start-draft' | 'revise-text' | 'approve-text' | 'discard-draft' | 'submit' | 'resubmit'
>;

/** What the movers do with their own text: rows 0–1b and 4. */
export const decideMovers = (
  record: Motion | undefined,
  command: MoversCommand,
  context: Context,
): Verdict => {
  switch (command.type) {
    case 'start-draft':
      return startDraft(command, context);
    case 'revise-text':
      return judgeIn(record, ['Draft', 'Returned'], (draft) => reviseText(draft, command, context));
    case 'approve-text':
      return judgeIn(record, ['Draft', 'Returned'], (draft) => approveText(draft, command, context));
    case 'discard-draft':
      return accept('1b', { type: 'DraftDiscarded' });
    case 'submit':
      return judgeIn(
        record,
        ['Draft'],
        (draft) =>
          submittable(draft, context) ??
          accept('1', {
            type: 'MotionSubmitted',
            receivedOn: context.today,
            parties: partiesOf(draft, context),
          }),
      );
    case 'resubmit':
      return judgeIn(
        record,
        ['Returned'],
        (returned) =>
          submittable(returned, context) ??
          accept('4', { type: 'MotionResubmitted', parties: partiesOf(returned, context) }),
      );
  }
};

/** Refuses signatories that the member register does not know; their eligibility is judged on submission. */
export const unknownMembers = (memberIds: readonly string[], context: Context): Refusal | undefined =>
  memberIds.every((each) => context.members.has(each)) ? undefined : refuse('unknown_member');

const unique = (memberIds: readonly string[]) => [...new Set(memberIds)];

const startDraft = (command: CommandOf<'start-draft'>, context: Context): Verdict => {
  const { actor } = context;
  const signatories = unique(command.signatories);
  return (
    unknownMembers(signatories, context) ??
    accept('0', {
      type: 'DraftStarted',
      author: actor.personId,
      // A member without a party group writes alone.
      partyGroup: actor.partyGroup ?? `person:${actor.personId}`,
      text: broughtDocument(context),
      clauseCount: command.text.clauses.length,
      signatories,
    })
  );
};

/** Who has signed a received motion stays named in it (domain.md §1.4). */
const reviseText = (
  draft: MotionIn<'Draft' | 'Returned'>,
  command: CommandOf<'revise-text'>,
  context: Context,
): Verdict => {
  const signatories = unique(command.signatories);
  const signed = draft.signatories.filter((each) => each.party !== undefined);
  if (!signed.every((each) => signatories.includes(each.memberId))) return refuse('signatory_dropped');
  return (
    unknownMembers(signatories, context) ??
    accept('0a', {
      type: 'TextRevised',
      text: broughtDocument(context),
      clauseCount: command.text.clauses.length,
      signatories,
    })
  );
};

/** A signatory approves exactly the text he or she has read: the hash says which. */
const approveText = (
  draft: MotionIn<'Draft' | 'Returned'>,
  command: CommandOf<'approve-text'>,
  context: Context,
): Verdict => {
  const memberId = context.actor.memberId ?? '';
  const own = draft.signatories.find((each) => each.memberId === memberId);
  if (own === undefined) return refuse('not_eligible');
  if (!isEligible(own, draft, context)) return notEligible(memberId, context);
  if (command.textHash !== workingText(draft).text.hash) return refuse('text_changed');
  return accept('0b', { type: 'TextApproved', memberId, textHash: command.textHash });
};

/** Who signed a received motion was to be eligible on that day, and may complete it on another (KL 4:22). */
const isEligible = (each: Signatory, draft: MotionIn<'Draft' | 'Returned'>, context: Context): boolean => {
  const who = context.members.get(each.memberId);
  if (who === undefined || !isInOffice(who, context.today)) return false;
  if (mayRaise(who, context.today)) return true;
  return each.party !== undefined && draft.status === 'Returned' && mayRaise(who, draft.receivedOn);
};

/** Says why somebody is not eligible on the day, and never who: refusals name nobody (KL 4:19, 4:22, 5:9, 5:39). */
const notEligible = (memberId: string, { members, today }: Context): Refusal => {
  const who = members.get(memberId);
  const found = who === undefined ? undefined : eligibilityOn(who, today);
  if (found === undefined || found.may) return refuse('not_eligible');
  return refuse('not_eligible', {
    rule: found.rule,
    detail: `Prövat för ${today}: ${lowered(found.reason)}`,
  });
};

const lowered = (sentence: string) => `${sentence.charAt(0).toLocaleLowerCase('sv')}${sentence.slice(1)}`;

/**
 * A matter is raised by a member through a motion (KL 4:19, 5:22 p. 2): of those who have signed, one at least could do
 * so on the day it came in, or can now that it has been completed. Any paper is registered; one that nobody could raise
 * goes no further. What was open when the product was taken into use has been raised.
 */
export const raisedByNobody = (
  { signatories, receivedOn, importedOn }: MotionIn<'Registered'>,
  { members, today }: Context,
): Refusal | undefined => {
  if (importedOn !== undefined) return undefined;
  const signed = signatories.flatMap(({ memberId, party }) =>
    party === undefined ? [] : (members.get(memberId) ?? []),
  );
  const [first] = signed;
  if (first === undefined) return refuse('signatory_missing', { rule: 'KL 4:19, 5:22', detail: returnIt });
  if (signed.some((who) => mayRaise(who, receivedOn) || mayRaise(who, today))) return undefined;
  const found = eligibilityOn(first, receivedOn);
  return found.may
    ? undefined
    : refuse('not_eligible', { rule: found.rule, detail: `${found.reason} ${returnIt}` });
};

const returnIt = 'Återlämna motionen för komplettering.';

/** Those whom the text needs: not who withdrew, nor who signed and has left the council (domain.md §1.4). */
const remaining = (draft: MotionIn<'Draft' | 'Returned'>, context: Context): Signatory[] =>
  draft.signatories.filter((each) => {
    const who = context.members.get(each.memberId);
    const hasLeft = each.party !== undefined && (who === undefined || !isInOffice(who, context.today));
    return each.withdrawnOn === undefined && !hasLeft;
  });

/**
 * Rows 1 and 4: at least one signatory and one clause, every named signatory eligible on the day (KL 4:19, 4:22) and each
 * has approved this text. The form rules of the council are the registrar's to judge, after receipt (§1.3).
 */
const submittable = (draft: MotionIn<'Draft' | 'Returned'>, context: Context): Refusal | undefined => {
  const signatories = remaining(draft, context);
  return firstRefusal(
    () => (signatories.length > 0 ? undefined : refuse('signatory_missing')),
    () => (workingText(draft).clauseCount > 0 ? undefined : refuse('clause_missing')),
    () =>
      unknownMembers(
        signatories.map((each) => each.memberId),
        context,
      ),
    () => {
      const barred = signatories.find((each) => !isEligible(each, draft, context));
      return barred === undefined ? undefined : notEligible(barred.memberId, context);
    },
    () =>
      signatories.every((each) => each.approvedHash === workingText(draft).text.hash)
        ? undefined
        : refuse('text_not_approved'),
  );
};

const partiesOf = (draft: Motion, context: Context) =>
  draft.signatories.map(({ memberId, party }) => {
    const who = context.members.get(memberId);
    return { memberId, party: party ?? (who === undefined ? '-' : partyOn(who, context.today)) };
  });
