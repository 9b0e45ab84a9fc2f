import type { ReadField, WhatWasRead } from '../../../../web/office/intake/what-was-read.tsx';
import type { IntakeReading } from '../../../casework/intake/intake-files.ts';
import type { MatchedSignatories } from '../../../casework/intake/match-signatories.ts';

type Read = Extract<IntakeReading['result'], { text: string }>;

const how: Readonly<Record<Read['by'], string>> = {
  text: 'en textfil',
  docx: 'ett Word-dokument',
  pdf: 'en PDF med text',
  ocr: 'en skannad handling som har tolkats',
};

const labels: readonly (readonly [
  field: string,
  label: string,
  value: (fields: Read['fields']) => string | null,
])[] = [
  ['title', 'Rubrik', ({ title }) => title],
  ['series', 'Serie', ({ series }) => series],
  ['addressee', 'Ställd till', ({ addressee }) => addressee],
  ['date', 'Datum på handlingen', ({ date }) => date],
  ['registrationNumber', 'Diarienummer', ({ registrationNumber }) => registrationNumber],
  [
    'signatories',
    'Undertecknare',
    ({ signatories }) => signatories.map(({ name, party }) => `${name} (${party})`).join(', '),
  ],
  [
    'clauses',
    'Att-satser',
    ({ clauses }) => clauses.map(({ number, text }) => `${number}. ${text}`).join(' '),
  ],
  ['amounts', 'Belopp', ({ amounts }) => amounts.map(({ text }) => text).join(', ')],
];

/** Fields whose value is put together of parts; what they say is not written in one place. */
const composed = ['signatories', 'clauses', 'amounts', 'date', 'series'];
/** What the page shows of a long text, and of many words. */
const shownCharacters = 60_000;
const shownSuggestions = 200;

/** What was read, as the page shows it beside the form. */
export const whatWasRead = (
  fileName: string,
  { original, result }: IntakeReading & { readonly result: Read },
  { unmatched }: MatchedSignatories,
): WhatWasRead => {
  const { fields, text } = result;
  const seen = new Map(result.suggestions.map(({ seen: word, suggested }) => [word, suggested]));
  return {
    fileName,
    sha256: original.sha256,
    how: how[result.by],
    warnings: fields.warnings.map(({ message }) => message),
    unmatched: unmatched.map(({ name, party }) => `${name} (${party})`),
    fields: labels.flatMap(([field, label, said]): ReadField[] => {
      const value = said(fields);
      const place = fields.evidence[field];
      if (value === null || value === '' || place === undefined) return [];
      const written = text.slice(place.start, place.end).replace(/\s+/gu, ' ').trim();
      return [
        { label, value, written: composed.includes(field) ? value : written, confidence: place.confidence },
      ];
    }),
    suggestions: [...seen].slice(0, shownSuggestions).map(([word, suggested]) => ({ seen: word, suggested })),
    text: text.slice(0, shownCharacters),
  };
};
