import type { PaperFields, Warning } from './reading.ts';
import { warn } from './warnings.ts';

type Read = Omit<PaperFields, 'warnings' | 'evidence'>;

const swedishName: Readonly<Record<string, string>> = {
  title: 'Rubrik',
  series: 'Motionsserie',
  addressee: 'Ställd till',
  unit: 'Tjänsteställe',
  officer: 'Handläggare',
  signatories: 'Undertecknare',
  clauses: 'Att-sats',
  recipients: 'Mottagare',
};

export interface MendedFields {
  readonly fields: Read;
  readonly warnings: readonly Warning[];
  readonly changed?: ReadonlySet<string>;
}

/** Puts the proposed spelling into the fields, with a warning that shows what the original says. Never silently. */
export const mendFields = (fields: Read, mend: (written: string) => string): MendedFields => {
  const warnings: Warning[] = [];
  const changed = new Set<string>();
  const mended = (field: string, written: string): string => {
    const proposed = mend(written);
    if (proposed !== written) {
      changed.add(field);
      warnings.push(
        warn('repaired', `${swedishName[field] ?? field}: "${proposed}". I originalet står "${written}".`),
      );
    }
    return proposed;
  };
  const text = (field: string, written: string | null) => (written === null ? null : mended(field, written));
  const proposed: Read = {
    ...fields,
    title: text('title', fields.title),
    series: text('series', fields.series),
    addressee: text('addressee', fields.addressee),
    unit: text('unit', fields.unit),
    officer: text('officer', fields.officer),
    signatories: fields.signatories.map((each) => ({ ...each, name: mended('signatories', each.name) })),
    clauses: fields.clauses.map((each) => ({ ...each, text: mended('clauses', each.text) })),
    recipients: fields.recipients.map((each) => mended('recipients', each)),
  };
  return { fields: proposed, warnings, changed };
};
