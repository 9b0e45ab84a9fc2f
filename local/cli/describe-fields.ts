import type { PaperFields } from '../../documents/intake/reading.ts';
import { type CaseOutcome, outcomeName } from '../../domain/outcome.ts';

const kindName: Readonly<Record<PaperFields['kind'], string>> = {
  motion: 'motion',
  answer: 'svar på motion',
  'director-decision': 'direktörens beslut',
  agreement: 'överenskommelse',
  unknown: 'okänd',
};

const outcomeOf: Readonly<Record<NonNullable<PaperFields['outcome']>, CaseOutcome>> = {
  granted: 'GRANTED',
  granted_amended: 'GRANTED_AMENDED',
  rejected: 'REJECTED',
  answered: 'ANSWERED',
  written_off: 'WRITTEN_OFF',
  lapsed: 'LAPSED',
  mixed: 'MIXED',
};

/** What a paper says, a line to each field that it has, with how sure the reading is, and then what to look at. */
export const describeFields = (fields: PaperFields): string => {
  const { signatories, clauses, amounts, recipients, outcome, evidence, warnings } = fields;
  const rows: readonly (readonly [label: string, field: string, value: string | null])[] = [
    ['Handling', 'kind', kindName[fields.kind]],
    ['Rubrik', 'title', fields.title],
    ['Serie', 'series', fields.series],
    ['Ställd till', 'addressee', fields.addressee],
    ['Datum', 'date', fields.date],
    ['Tjänsteställe', 'unit', fields.unit],
    ['Handläggare', 'officer', fields.officer],
    ['Diarienummer', 'registrationNumber', fields.registrationNumber],
    ['Undertecknare', 'signatories', signatories.map(({ name, party }) => `${name} (${party})`).join(', ')],
    ...clauses.map(({ number, text }) => [`Att-sats ${number}`, 'clauses', text] as const),
    ['Utfall', 'outcome', outcome === null ? null : outcomeName[outcomeOf[outcome]]],
    ['Följs upp senast', 'followUpBy', fields.followUpBy],
    ['Belopp', 'amounts', amounts.map(({ text }) => text).join(', ')],
    ['Skickas till', 'recipients', recipients.join(', ')],
  ];
  return [
    ...rows.flatMap(([label, field, value]) =>
      value === null || value === '' ? [] : [`  ${`${label}:`.padEnd(18)}${value}${surely(evidence[field])}`],
    ),
    ...warnings.map(({ message }) => `  ! ${message}`),
  ].join('\n');
};

const surely = (place: { readonly confidence: number } | undefined): string =>
  place === undefined ? '' : `  [${Math.round(place.confidence * 100)} %]`;
