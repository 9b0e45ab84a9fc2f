import { randomUUID } from 'node:crypto';
import { eligibilityOn } from '../../../../domain/eligibility.ts';
import { type Member, mayRaise, partyOn, publicName } from '../../../../domain/members.ts';
import { workingText } from '../../../../domain/motion.ts';
import { motionChecklist } from '../../../../domain/motion-checklist.ts';
import { possibleCommands } from '../../../../domain/permissions.ts';
import type { DiffRow } from '../../../../web/components/word-diff.tsx';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';
import type { DraftPageProps, SignatoryChoice } from '../../../../web/office/draft-props.ts';
import type { PagesDesk } from '../desk.ts';
import { commandPath, draftPath, newDraftPath, readDraftPath } from '../paths.ts';
import { wordDiff } from '../word-diff.ts';
import type { DraftFacts } from './draft-facts.ts';
import { clausesIn, draftIn, named, type WrittenDraft } from './draft-form.ts';

/** The form of a draft as it is shown. */
export interface DraftWriting {
  readonly filled: Filled;
  readonly faults: DraftPageProps['faults'];
  readonly conflict?: DraftPageProps['conflict'];
}

/** Somebody's own name is known to him or her; of others the name that may be published. */
const shownName = (who: Member, { actor }: DraftFacts): string =>
  who.memberId === actor.memberId ? who.name : publicName(who);

const choiceOf = (who: Member, facts: DraftFacts, chosen: readonly string[]): SignatoryChoice => {
  const { motion, today } = facts;
  const found = eligibilityOn(who, today);
  const own = motion?.signatories.find(({ memberId }) => memberId === who.memberId);
  const isSigned = own?.party !== undefined;
  return {
    memberId: who.memberId,
    name: shownName(who, facts),
    party: partyOn(who, today),
    isChosen: chosen.includes(who.memberId),
    hasApproved: motion !== undefined && own?.approvedHash === workingText(motion).text.hash,
    isSigned,
    barred: found.may || isSigned ? undefined : found.reason,
  };
};

const isSought = ({ name, party }: SignatoryChoice, words: string) =>
  `${name} ${party}`.toLocaleLowerCase('sv').includes(words.trim().toLocaleLowerCase('sv'));

/** Those who are chosen first, in their order; then those who may raise a motion today, by party and name. */
const choicesOf = (facts: DraftFacts, filled: Filled): DraftPageProps['signatories'] => {
  const { signatories: chosen } = draftIn(filled);
  const named_ = chosen.flatMap((memberId) => facts.members.get(memberId) ?? []);
  const others = [...facts.members.values()].filter(
    (each) => !chosen.includes(each.memberId) && mayRaise(each, facts.today),
  );
  const byParty = (one: SignatoryChoice, other: SignatoryChoice) =>
    `${one.party} ${one.name}`.localeCompare(`${other.party} ${other.name}`, 'sv');
  const words = firstOf(filled, named.search);
  return {
    chosen: named_.map((each) => choiceOf(each, facts, chosen)),
    others: others
      .map((each) => choiceOf(each, facts, chosen))
      .filter((each) => isSought(each, words))
      .toSorted(byParty),
    search: words,
  };
};

/** What one may do with the draft beside writing it. */
const actionsOf = ({ organisation }: PagesDesk, { motion, actor }: DraftFacts): DraftPageProps['actions'] => {
  if (motion === undefined) return undefined;
  const may = possibleCommands(motion, actor, organisation.approvalChain)
    .filter(({ isPermitted }) => isPermitted)
    .map(({ command }) => command);
  const { caseId } = motion;
  const submit = motion.status === 'Draft' ? 'submit' : 'resubmit';
  return {
    read: may.includes('approve-text') ? readDraftPath(caseId) : undefined,
    submit: may.includes(submit) ? commandPath(caseId, submit) : undefined,
    discard: may.includes('discard-draft') ? commandPath(caseId, 'discard-draft') : undefined,
    withdraw: may.includes('withdraw') ? commandPath(caseId, 'withdraw') : undefined,
  };
};

/** What still has to be done, by what is saved. */
const checklistOf = (
  { organisation }: PagesDesk,
  { motion, stored, members, today }: DraftFacts,
): DraftPageProps['checklist'] =>
  motion === undefined || stored === undefined
    ? []
    : motionChecklist({
        text: stored.text,
        textHash: workingText(motion).text.hash,
        signatories: motion.signatories,
        members,
        today,
        rules: organisation.motionRules,
      });

/** The page of a draft, but what stands around it. */
export const draftProps = (
  desk: PagesDesk,
  facts: DraftFacts,
  { filled, faults, conflict }: DraftWriting,
): Omit<DraftPageProps, 'chrome'> => {
  const { motion, meeting, returnedWith, actor } = facts;
  const clauses = clausesIn(filled);
  return {
    address: motion === undefined ? newDraftPath : draftPath(motion.caseId),
    isNew: motion === undefined,
    isReturned: motion?.status === 'Returned',
    returnedWith,
    filled,
    faults,
    conflict,
    clauses: clauses.length === 0 ? [''] : clauses,
    signatories: choicesOf(facts, filled),
    checklist: checklistOf(desk, facts),
    meeting,
    council: desk.organisation.bodies.council,
    group: actor.partyGroup,
    actions: actionsOf(desk, facts),
    commandId: conflict === undefined ? firstOf(filled, 'commandId') || randomUUID() : randomUUID(),
    version: motion?.version,
    base: motion === undefined ? '' : workingText(motion).text.documentId,
  };
};

/** From one draft to another, word by word. */
export const draftRows = (
  before: WrittenDraft | undefined,
  after: WrittenDraft,
  facts: DraftFacts,
): DiffRow[] => {
  const count = Math.max(before?.text.clauses.length ?? 0, after.text.clauses.length);
  const names = (draft: WrittenDraft | undefined) =>
    (draft?.signatories ?? [])
      .map((each) => facts.members.get(each))
      .map((who) => (who === undefined ? 'uppgift saknas' : shownName(who, facts)))
      .join(', ');
  return [
    { label: 'Rubrik', parts: wordDiff(before?.text.title ?? '', after.text.title) },
    { label: 'Motivering', parts: wordDiff(before?.text.body ?? '', after.text.body) },
    ...Array.from({ length: count }, (_, index) => ({
      label: `Att-sats ${index + 1}`,
      parts: wordDiff(before?.text.clauses[index] ?? '', after.text.clauses[index] ?? ''),
    })),
    { label: 'Undertecknare', parts: wordDiff(names(before), names(after)) },
  ];
};
