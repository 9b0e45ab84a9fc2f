import { reasonIn } from '../../domain/brought-text.ts';
import { isIn, type Motion, workingText } from '../../domain/motion.ts';
import {
  isAuthor,
  mayKnowProtection,
  mayReadAnswerDraft,
  mayReadPreparation,
  permittedCommands,
} from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import { statusName } from '../../domain/status-names.ts';
import type { Casework } from '../casework/dependencies.ts';
import { letterHeld } from '../ports/case-letters.ts';
import type { CaseState, StoredDocument, Task } from '../ports/case-store.ts';
import { bundleViewOf } from './bundle-view.ts';
import { caseTextsOf } from './case-texts.ts';

const answerShown = (record: Motion, actor: Actor) =>
  'answer' in record && mayReadPreparation(record, actor) ? record.answer : undefined;

/** A case as the asker may see it, with the commands that role, relation and status allow now. */
export const caseViewOf = async (casework: Casework, state: CaseState, actor: Actor) => {
  const { motion, tasks } = state;
  const { cases, organisation } = casework;
  const answer = answerShown(motion, actor);
  const shown = withoutLastAct(isAuthor(motion, actor) ? motion : withoutRevision(motion));
  const shownText = workingText(shown).text;
  const returnedWith = 'returnedWith' in motion ? motion.returnedWith : undefined;
  const [text, answerDocument, returned, texts, bundle] = await Promise.all([
    cases.document(motion.caseId, shownText.documentId),
    answer === undefined ? undefined : cases.document(motion.caseId, answer.document.documentId),
    returnedWith === undefined ? undefined : cases.document(motion.caseId, returnedWith.documentId),
    caseTextsOf(cases, motion, actor),
    bundleViewOf(casework, motion, actor),
  ]);
  return {
    motion: answer === undefined ? withoutAnswer(shown) : shown,
    statusName: statusName[motion.status],
    text: text?.text.kind === 'motion' ? text.text.content : undefined,
    returnedWith: remarkShown(returned, actor),
    answer: answerDocument?.text.kind === 'answer' ? answerDocument.text.content : undefined,
    tasks: tasks.filter(isShownTo(actor)).map(({ assignee, ...task }) => ({
      ...task,
      assignee: {
        role: assignee.role,
        personIds: assignee.personIds === undefined ? undefined : [...assignee.personIds],
        memberIds: assignee.memberIds === undefined ? undefined : [...assignee.memberIds],
      },
    })),
    ...texts,
    ...bundle,
    may: permittedCommands(motion, actor, organisation.approvalChain),
  };
};

/** That a letter waits for approval tells that a signatory's identity is protected (domain.md §9). */
const isShownTo =
  (actor: Actor) =>
  ({ kind }: Task) =>
    kind !== letterHeld || mayKnowProtection(actor);

/** What the record was before its last act is kept to take the act back with; it may hold a draft (TF 2:12). */
const withoutLastAct = (record: Motion): Motion =>
  'lastAct' in record ? { ...record, lastAct: undefined } : record;

/** Also what the draft proposes clause by clause goes: it is as much a draft as its text. */
const withoutAnswer = (record: Motion) => {
  // What the council has before it, the board has proposed on.
  if (!('answer' in record) || isIn(record, ['CouncilReady', 'CouncilAgenda'])) return record;
  const { answer: _, ...rest } = record;
  return rest;
};

/** Why it came back: a body's reason is in its minutes, an approver's comment stays in the office (TF 2:12). */
const remarkShown = (returned: StoredDocument | undefined, actor: Actor): string | undefined => {
  const reason = reasonIn(returned?.text);
  if (reason !== undefined) return reason;
  return returned?.text.kind === 'comment' && mayReadAnswerDraft(actor) ? returned.text.content : undefined;
};

/** What the movers of a returned motion are at is theirs until they hand it in (TF 2:13). */
const withoutRevision = (record: Motion): Motion => {
  if (record.status !== 'Returned') return record;
  const { revision: _, signatories, ...rest } = record;
  const signed = signatories.filter((each) => each.party !== undefined);
  return { ...rest, signatories: signed.map(({ approvedHash: __, ...each }) => each) };
};
