import { isDamaged } from './damage.ts';
import { findAddressee } from './find-addressee.ts';
import { findAmounts } from './find-amounts.ts';
import { findClauses } from './find-clauses.ts';
import { findDate } from './find-date.ts';
import { findFollowUp } from './find-follow-up.ts';
import { findHeader } from './find-header.ts';
import { findKind } from './find-kind.ts';
import { findOutcome } from './find-outcome.ts';
import { findRecipients } from './find-recipients.ts';
import { findRegistrationNumber } from './find-registration-number.ts';
import { findSignatories } from './find-signatories.ts';
import { findHeading } from './find-title.ts';
import { mendFields } from './mend-fields.ts';
import { oddities } from './oddities.ts';
import type { Evidence, Found, PaperFields } from './reading.ts';
import { missingFrom, warn } from './warnings.ts';
import { onOneLine, writtenText } from './written-text.ts';

/** Proposes how words damaged by OCR were spelt; given only for a text that is damaged. */
export type Mend = (written: string) => string;

export interface PaperReading {
  readonly fields: PaperFields;
  /** The running text between heading and clauses, as written, for the form. */
  readonly body: string;
}

/**
 * Reads a motion, an answer or another of the registry's papers: each field with where it stands and how sure it is,
 * and what is missing or odd. Nothing is decided by it: a person confirms every field. With `mend`, fields of a damaged
 * text hold the proposed spelling, each with a warning that shows the original's.
 */
export const readPaper = (text: string, mend?: Mend): PaperReading => {
  const paper = writtenText(text);
  const kind = findKind(paper);
  const heading = findHeading(paper, kind.value);
  const header = findHeader(paper);
  const clauses = findClauses(paper, kind.value);
  const signatories = findSignatories(paper, kind.value, {
    movers: heading.movers,
    clausesEnd: clauses?.end ?? 0,
  });
  const outcome = findOutcome(text, kind.value);
  const recipients = findRecipients(paper);
  const amounts = findAmounts(text);
  const found = {
    title: heading.title,
    series: heading.series,
    addressee: findAddressee(paper),
    date: findDate(paper),
    unit: header.unit,
    officer: header.officer,
    registrationNumber: findRegistrationNumber(paper),
    outcome: outcome.found,
    followUpBy: findFollowUp(text),
  };
  const asRead = {
    kind: kind.value,
    title: found.title?.value ?? null,
    series: found.series?.value ?? null,
    addressee: found.addressee?.value ?? null,
    date: found.date?.value ?? null,
    unit: found.unit?.value ?? null,
    officer: found.officer?.value ?? null,
    registrationNumber: found.registrationNumber?.value ?? null,
    signatories: signatories.value.people.map(({ name, party }) => ({ name, party: party ?? '' })),
    clauses: (clauses?.value ?? []).map((clause) => ({ ...clause })),
    outcome: found.outcome?.value ?? null,
    followUpBy: found.followUpBy?.value ?? null,
    amounts: amounts.map(({ value }) => value),
    recipients: [...(recipients.found?.value ?? [])],
  };
  const damaged = isDamaged(text);
  const mended = damaged && mend !== undefined ? mendFields(asRead, mend) : { fields: asRead, warnings: [] };
  const warnings = [
    ...missingFrom(asRead),
    ...oddities(text, asRead, { ...outcome, hasMore: signatories.value.hasMore, header, recipients }),
    ...(damaged ? [warn('text_damaged')] : []),
    ...mended.warnings,
  ];
  const lists = {
    kind: kind.value === 'unknown' ? undefined : kind,
    signatories: signatories.value.people.length === 0 ? undefined : signatories,
    clauses,
    recipients: recipients.found,
    amounts: spanOf(amounts),
  };
  const people = mended.fields.signatories.map(({ name, party }) => ({
    name,
    party: party === '' ? '-' : party,
  }));
  return {
    fields: {
      ...mended.fields,
      signatories: people,
      warnings,
      evidence: evidenceOf({ ...lists, ...found }, mended.changed),
    },
    body: bodyBetween(text, headEnd(found, clauses?.start), clauses?.start),
  };
};

/** Where the running text can begin: after what heads the paper. */
const headEnd = (
  { title, addressee, date }: Readonly<Record<'title' | 'addressee' | 'date', Evidence | undefined>>,
  clausesStart = Number.POSITIVE_INFINITY,
): number =>
  Math.max(
    0,
    ...[title, addressee, date].flatMap((place) => place?.end ?? []).filter((end) => end < clausesStart),
  );

const spanOf = (found: readonly Evidence[]): Evidence | undefined => {
  const [first] = found;
  const last = found.at(-1);
  return first && last && { start: first.start, end: last.end, confidence: first.confidence };
};

/** A field whose spelling is proposed is not surer than this. */
const mendedConfidence = 0.6;

const evidenceOf = (
  found: Readonly<Record<string, Evidence | Found<unknown> | undefined>>,
  changed: ReadonlySet<string> = new Set(),
): Record<string, Evidence> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([field, place]) => {
      if (place === undefined) return [];
      const confidence = changed.has(field) ? Math.min(place.confidence, mendedConfidence) : place.confidence;
      return [
        [field, { start: place.start, end: place.end, confidence: Math.round(confidence * 100) / 100 }],
      ];
    }),
  );

/** Paragraphs stay; lines within one are joined, since a scan breaks them where the paper did. */
const bodyBetween = (text: string, from = 0, to = text.length): string =>
  writtenText(text.slice(from, Math.max(from, to)))
    .lines.map((line) => line.text)
    .join('\n')
    .split(/\n{2,}/u)
    .map(onOneLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
