import { answerPaper } from '../../../documents/papers/answer.ts';
import type { Consultation } from '../../../domain/consultation.ts';
import { isIn } from '../../../domain/motion.ts';
import { mayReadAnswerDraft, mayReadPreparation } from '../../../domain/permissions.ts';
import { protectedNamesOf } from '../../../domain/protected-names.ts';
import { NotFound } from '../../failures.ts';
import { type CaseAt, caseAt, motionTextOf, numberOf, standingClauses } from './case-at.ts';
import type { CasePaperRequest, DraftPaper, PaperSources } from './draft.ts';
import { membersOf, personNames } from './names.ts';

/**
 * The official's answer. A draft is read by those who prepare it; others read the answer that the board proposed on,
 * and no version that was superseded before (TF 2:12).
 * @throws NotFound when there is none to see
 */
export const draftAnswer = async (sources: PaperSources, request: CasePaperRequest): Promise<DraftPaper> => {
  const found = await caseAt(sources, request);
  const { record } = found;
  const answer = 'answer' in record ? record.answer : undefined;
  const written = answer === undefined ? undefined : writtenIn(found, answer.document.documentId);
  if (answer === undefined || written === undefined || !mayReadIt(found, answer.document, request)) {
    throw new NotFound('answer');
  }
  const officer = 'officer' in record ? record.officer : undefined;
  const [stored, text, members, official] = await Promise.all([
    sources.cases.document(record.caseId, answer.document.documentId),
    motionTextOf(sources, record),
    membersOf(
      sources,
      record.signatories.map(({ memberId }) => memberId),
    ),
    personNames(sources, officer === undefined ? [] : [officer]),
  ]);
  // Weeded by rule (domain.md §4.3): the record has its hash, and nobody its text.
  if (stored?.text.kind !== 'answer') throw new NotFound('answer');
  const consultations = ('consultations' in record ? record.consultations : undefined) ?? [];
  const clauses = standingClauses(record, text);
  const registrationNumber = numberOf(record) ?? '';
  const paper = answerPaper({
    organisation: sources.organisation,
    registrationNumber,
    unit: ('unit' in record ? record.unit : undefined) ?? '',
    officer: official.names[0],
    writtenOn: written.occurredOn,
    answer: stored.text.content,
    proposals: answer.proposals,
    clauses,
    clauseCount: clauses.length,
    consultations: consultations.length,
    consulted: consultations.map((each) => consultedLine(sources, each)),
    isDraft: isIn(record, ['Drafting', 'Consulting', 'Approval']),
  });
  return {
    paper,
    stamp: { source: `ärende ${registrationNumber}`, version: found.version },
    protectedNames: [...protectedNamesOf(members.values()), ...official.protectedNames],
    present: found.present,
  };
};

const writtenIn = ({ events }: CaseAt, documentId: string) =>
  events.findLast(
    ({ event }) =>
      (event.type === 'AnswerWritten' || event.type === 'EarlierWorkImported') &&
      event.answer.documentId === documentId,
  );

const mayReadIt = (
  { present }: CaseAt,
  document: { readonly documentId: string },
  { actor }: CasePaperRequest,
): boolean => {
  const presentAnswer = 'answer' in present ? present.answer : undefined;
  const isTheOne = presentAnswer?.document.documentId === document.documentId;
  return mayReadAnswerDraft(actor) || (isTheOne && mayReadPreparation(present, actor));
};

const consultedLine = ({ organisation }: PaperSources, { recipient, statement }: Consultation): string => {
  const name = organisation.consultees.find(({ id }) => id === recipient)?.name ?? recipient;
  const said =
    statement === undefined ? 'har inte lämnat något yttrande' : `yttrande ${statement.receivedOn}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}, ${said}`;
};
