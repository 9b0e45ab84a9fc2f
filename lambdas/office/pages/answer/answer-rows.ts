import type { AnswerText } from '../../../../domain/documents.ts';
import type { ClauseProposal } from '../../../../domain/outcome.ts';
import type { DiffRow } from '../../../../web/components/word-diff.tsx';
import type { ClauseField } from '../../../../web/forms/field.ts';
import { wordDiff } from '../word-diff.ts';
import { outcomeIn } from './answer-form.ts';

/** An answer to compare: what it says, and what it proposes for the motions it is to. */
export interface ComparedAnswer {
  readonly answer: AnswerText | undefined;
  readonly proposals: (caseId: string) => readonly ClauseProposal[];
}

/** A motion whose proposals are compared. */
interface Compared {
  readonly caseId: string;
  readonly name: string;
  readonly clauses: readonly ClauseField[];
}

/** A clause as a reader names it. */
export const clauseName = ({ ref }: Pick<ClauseField, 'ref'>): string =>
  ref === 'whole' ? 'Motionen i sin helhet' : `Att-sats ${ref}`;

const textUnder = (answer: AnswerText | undefined, heading: string): string =>
  (answer?.sections ?? [])
    .filter((each) => each.heading === heading)
    .map(({ text }) => text)
    .join('\n\n');

const headingsOf = (...answers: (AnswerText | undefined)[]) => [
  ...new Set(answers.flatMap((each) => (each?.sections ?? []).map(({ heading }) => heading))),
];

/** From one answer to another: its heading, each section by its heading, each clause's proposal. */
export const answerRows = (
  before: ComparedAnswer,
  after: ComparedAnswer,
  motions: readonly Compared[],
): DiffRow[] => [
  { label: 'Svarets rubrik', parts: wordDiff(before.answer?.title ?? '', after.answer?.title ?? '') },
  ...headingsOf(after.answer, before.answer).map((heading) => ({
    label: heading === '' ? 'Avsnitt utan rubrik' : heading,
    parts: wordDiff(textUnder(before.answer, heading), textUnder(after.answer, heading)),
  })),
  ...motions.flatMap(({ caseId, name, clauses }) =>
    clauses.map((clause) => ({
      label: `${motions.length === 1 ? '' : `${name}: `}${clauseName(clause)}`,
      parts: wordDiff(
        outcomeIn(before.proposals(caseId), clause.ref),
        outcomeIn(after.proposals(caseId), clause.ref),
      ),
    })),
  ),
];
