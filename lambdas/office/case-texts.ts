import type { z } from '@hono/zod-openapi';
import type { DeliberationTexts } from '../../domain/deliberation.ts';
import type { DocumentRef } from '../../domain/documents.ts';
import type { Motion } from '../../domain/motion.ts';
import { mayReadPreparation } from '../../domain/permissions.ts';
import type { Actor } from '../../domain/roles.ts';
import type { CaseStore } from '../ports/case-store.ts';
import type { consultationTexts } from './case-texts-contract.ts';

type Documents = Pick<CaseStore, 'document'>;

/**
 * What has been keyed into a case beside the motion and its answer, as one who may read the case may read it: a late
 * report was put before the council in public (KL 5:35, 5:42), and how a matter was dealt with stands in the minutes
 * (KL 5:67, 6:35); what was asked and said in consultation follows the answer.
 */
export const caseTextsOf = async (cases: Documents, record: Motion, actor: Actor) => {
  const late = 'lateReport' in record ? record.lateReport : undefined;
  const proposal = 'boardProposal' in record ? record.boardProposal : undefined;
  const decision = 'decision' in record ? record.decision : undefined;
  const [consultations, lateReport, boardTexts, councilTexts] = await Promise.all([
    mayReadPreparation(record, actor) ? consultationsOf(cases, record) : undefined,
    remarkAt(cases, record.caseId, late?.soFar),
    deliberationAt(cases, record.caseId, proposal?.texts),
    deliberationAt(cases, record.caseId, decision?.texts),
  ]);
  return { consultations, lateReport, boardTexts, councilTexts };
};

/** Undefined when nobody was asked. */
const consultationsOf = async (
  cases: Documents,
  record: Motion,
): Promise<z.infer<typeof consultationTexts>[] | undefined> => {
  const all = 'consultations' in record ? record.consultations : undefined;
  if (all === undefined) return undefined;
  return Promise.all(
    all.map(async ({ consultationNo, question: asked, statement: said }) => {
      const [question, statement] = await Promise.all([
        remarkAt(cases, record.caseId, asked),
        remarkAt(cases, record.caseId, said?.document),
      ]);
      return { consultationNo, question, statement };
    }),
  );
};

const textAt = async (cases: Documents, caseId: string, ref: DocumentRef | undefined) =>
  ref === undefined ? undefined : (await cases.document(caseId, ref.documentId))?.text;

/** A text of one piece. */
const remarkAt = async (cases: Documents, caseId: string, ref: DocumentRef | undefined) => {
  const text = await textAt(cases, caseId, ref);
  return typeof text?.content === 'string' ? text.content : undefined;
};

const deliberationAt = async (
  cases: Documents,
  caseId: string,
  ref: DocumentRef | undefined,
): Promise<DeliberationTexts | undefined> => {
  const text = await textAt(cases, caseId, ref);
  return text?.kind === 'deliberation' ? text.content : undefined;
};
