// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { CustomAttributeType, Entity } from 'electrodb';
import type { LetterTemplate } from '../../../domain/letters.ts';
import type { KeptLetter, OwedLetterRow } from '../../ports/case-letters.ts';
import type { StoredDocument } from '../../ports/case-store.ts';
import {
  count,
  inList,
  model,
  optionalText,
  optionalValue,
  ordinal,
  row,
  text,
  value,
  whenDue,
} from './model.ts';
import { rowNames } from './row.ts';

/** Partition of a case or of minutes: events, answers and clocks are alike for both. */
const ofSubject = [['subject'], '${subject}'] as const;
const ofCase = [['caseId'], 'CASE#${caseId}'] as const;
export const caseSubject = (caseId: string) => `CASE#${caseId}`;
export const minutesSubject = (minutesId: string) => `MINUTES#${minutesId}`;

export const eventRow = new Entity(
  {
    model: model('event'),
    attributes: {
      subject: text,
      seq: ordinal,
      schemaVersion: count,
      event: value(CustomAttributeType<unknown>('any')),
      row: text,
      actor: value(CustomAttributeType<{ personId: string }>('any')),
      commandId: text,
      occurredOn: text,
      recordedAt: text,
      previousHash: text,
      hash: text,
    },
    indexes: { row: row(ofSubject, [['seq'], 'EVENT#${seq}']) },
  } as const,
  rowNames,
);

export const answerRow = new Entity(
  {
    model: model('answer'),
    attributes: { subject: text, commandId: text, commandHash: text, version: count, recordedAt: text },
    indexes: { row: row(ofSubject, [['commandId'], 'ANSWER#${commandId}']) },
  } as const,
  rowNames,
);

export const clockRow = new Entity(
  {
    model: model('clock'),
    attributes: { subject: text, kind: text, dueOn: text },
    indexes: {
      row: row(ofSubject, [['kind'], 'CLOCK#${kind}']),
      due: whenDue([[], 'CLOCK'], [['dueOn', 'subject', 'kind'], '${dueOn}#${subject}#${kind}']),
    },
  } as const,
  rowNames,
);

/** A text apart from the events. Weeded: `text` and `salt` are gone, the hash stays (`weededAt` says when). */
export const documentRow = new Entity(
  {
    model: model('document'),
    attributes: {
      caseId: text,
      documentId: text,
      hash: text,
      text: optionalValue(CustomAttributeType<StoredDocument['text']>('any')),
      salt: optionalText,
      recordedAt: text,
      weededAt: optionalText,
    },
    indexes: { row: row(ofCase, [['documentId'], 'DOC#${documentId}']) },
  } as const,
  rowNames,
);

/**
 * One letter. `dueAt` is set while it is owed: when it fell due, or when its lease runs out. `astrayAt` is set while it
 * has not reached its reader and a person must see to it.
 */
export const letterRow = new Entity(
  {
    model: model('letter'),
    attributes: {
      caseId: text,
      version: ordinal,
      memberId: text,
      template: value(CustomAttributeType<LetterTemplate>('string')),
      state: value(CustomAttributeType<OwedLetterRow['state']>('string')),
      attempts: count,
      owedAt: optionalText,
      leaseUntil: optionalText,
      sentAt: optionalText,
      messageId: optionalText,
      problem: optionalText,
      released: optionalValue(CustomAttributeType<NonNullable<OwedLetterRow['released']>>('any')),
      fate: optionalValue(CustomAttributeType<NonNullable<OwedLetterRow['fate']>>('any')),
      resent: optionalValue(CustomAttributeType<NonNullable<OwedLetterRow['resent']>>('any')),
      settled: optionalValue(CustomAttributeType<NonNullable<OwedLetterRow['settled']>>('any')),
      dueAt: optionalText,
      astrayAt: optionalText,
    },
    indexes: {
      row: row(ofCase, [['version', 'memberId', 'template'], 'LETTER#${version}#${memberId}#${template}']),
      owed: whenDue([[], 'OWED#letter'], [['dueAt', 'caseId', 'version'], '${dueAt}#${caseId}#${version}']),
      astray: inList(
        [[], 'LETTERS#ASTRAY'],
        [
          ['astrayAt', 'caseId', 'version', 'memberId', 'template'],
          '${astrayAt}#${caseId}#${version}#${memberId}#${template}',
        ],
      ),
    },
  } as const,
  rowNames,
);

/** A letter as one message of it was sent, apart from its row: lists of letters need not read it. */
export const keptLetterRow = new Entity(
  {
    model: model('kept-letter'),
    attributes: {
      caseId: text,
      version: ordinal,
      memberId: text,
      template: value(CustomAttributeType<LetterTemplate>('string')),
      messageId: text,
      kept: value(CustomAttributeType<KeptLetter>('any')),
    },
    indexes: {
      row: row(ofCase, [
        ['version', 'memberId', 'template', 'messageId'],
        'SENT#${version}#${memberId}#${template}#${messageId}',
      ]),
    },
  } as const,
  rowNames,
);

/** Letters of one event that were too many for its transaction; written out one by one when they are read. */
export const letterBatchRow = new Entity(
  {
    model: model('letter-batch'),
    attributes: {
      caseId: text,
      version: ordinal,
      batch: ordinal,
      letters: value(
        CustomAttributeType<readonly { readonly template: LetterTemplate; readonly memberId: string }[]>(
          'any',
        ),
      ),
      owedAt: text,
      dueAt: text,
    },
    indexes: {
      row: row(ofCase, [['version', 'batch'], 'LETTERS#${version}#${batch}']),
      owed: whenDue([[], 'OWED#letter'], [['dueAt', 'caseId', 'version'], '${dueAt}#${caseId}#${version}']),
    },
  } as const,
  rowNames,
);
