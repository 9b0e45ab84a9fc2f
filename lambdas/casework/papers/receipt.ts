import { receiptPaper } from '../../../documents/papers/receipt.ts';
import { moverNames } from '../../../domain/mover-names.ts';
import { protectedNamesOf } from '../../../domain/protected-names.ts';
import { NotFound } from '../../failures.ts';
import { caseAt, motionTextOf, numberOf } from './case-at.ts';
import type { CasePaperRequest, DraftPaper, PaperSources } from './draft.ts';
import { membersOf } from './names.ts';

/**
 * The receipt of a motion that has come in.
 * @throws NotFound while it is a draft, which is its movers' own (TF 2:13)
 */
export const draftReceipt = async (sources: PaperSources, request: CasePaperRequest): Promise<DraftPaper> => {
  const { record, present, version } = await caseAt(sources, request);
  if (!('receivedOn' in record)) throw new NotFound('receipt');
  const [text, members] = await Promise.all([
    motionTextOf(sources, record),
    membersOf(
      sources,
      record.signatories.map(({ memberId }) => memberId),
    ),
  ]);
  const registrationNumber = numberOf(record);
  const paper = receiptPaper({
    organisation: sources.organisation,
    receivedOn: record.receivedOn,
    registrationNumber,
    title: text?.title ?? '',
    series: text?.series,
    movers: moverNames(record, members),
    clauses: (text?.clauses ?? []).map((words, index) => ({ clauseNo: index + 1, text: words })),
    textHash: record.text.hash,
  });
  const source = registrationNumber === undefined ? 'akten' : `ärende ${registrationNumber}`;
  return { paper, stamp: { source, version }, protectedNames: protectedNamesOf(members.values()), present };
};
