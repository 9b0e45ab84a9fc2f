import type { CalendarDate } from '../../domain/calendar-date.ts';
import { type MoverName, moversLine } from '../../domain/mover-names.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { type Block, type Paper, rows, rowsOf, say, section } from './content.ts';

export interface ReceiptFacts {
  readonly organisation: Organisation;
  readonly receivedOn: CalendarDate;
  readonly registrationNumber?: string | undefined;
  readonly title: string;
  readonly series?: string | undefined;
  readonly movers: readonly MoverName[];
  readonly clauses: readonly { readonly clauseNo: number; readonly text: string }[];
  /** Salted SHA-256 of the text, as it stands in the record. */
  readonly textHash: string;
}

const clauseBlocks = ({ clauses }: ReceiptFacts): Block[] =>
  clauses.map(({ clauseNo, text }) => say(`${clauseNo}. ${text}`));

/** The receipt of a motion (mottagningsbevis): that it has come in, when, and by what hash its text is known. */
export const receiptPaper = (facts: ReceiptFacts): Paper => {
  const { organisation, receivedOn, registrationNumber, title, series, movers, textHash } = facts;
  return {
    sort: 'Mottagningsbevis',
    organisation: organisation.name,
    title: `Motionen ”${title}” har kommit in`,
    date: receivedOn,
    head: rowsOf(['Inkom', receivedOn], ['Diarienummer', registrationNumber], ['Motionärens nummer', series]),
    blocks: [
      say(`Motionen kom in till ${organisation.name} den ${receivedOn}.`),
      rows(
        ['Undertecknad av', movers.length === 0 ? undefined : moversLine(movers)],
        ['Diarienummer', registrationNumber ?? 'Motionen är ännu inte registrerad.'],
        ['Textens hash (SHA-256)', textHash],
      ),
      ...section('Förslag till beslut i motionen', clauseBlocks(facts)),
      say('Textens hash ändras om ett enda tecken ändras. Den som har samma hash har samma text.'),
    ],
  };
};
