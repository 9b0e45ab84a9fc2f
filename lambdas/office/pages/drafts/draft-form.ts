import type { MotionText } from '../../../../domain/documents.ts';
import { type Filled, firstOf } from '../../../../web/forms/field.ts';

/** Names in the form of a draft. Clauses stand in their order, signatories are ticked. */
export const named = {
  title: 'rubrik',
  body: 'motivering',
  series: 'serie',
  clauses: 'att',
  signatories: 'vem',
  search: 'sok',
} as const;

/** A draft as it was filled in. */
export interface WrittenDraft {
  readonly text: MotionText;
  readonly signatories: readonly string[];
}

const written = (text: string) => text.replace(/\r\n/g, '\n').trim();

/** The clauses as they stand in the form, also those that are empty as yet. */
export const clausesIn = (filled: Filled): string[] => (filled[named.clauses] ?? []).map(written);

/** What was filled in, not yet judged; clauses without words are left out. */
export const draftIn = (filled: Filled): WrittenDraft => {
  const series = written(firstOf(filled, named.series));
  return {
    text: {
      title: written(firstOf(filled, named.title)),
      body: written(firstOf(filled, named.body)),
      clauses: clausesIn(filled).filter((each) => each !== ''),
      ...(series === '' ? {} : { series }),
    },
    signatories: [...new Set((filled[named.signatories] ?? []).filter((each) => each !== ''))],
  };
};

/** A draft as the form holds it. */
export const filledWith = ({ text, signatories }: WrittenDraft): Filled => ({
  [named.title]: [text.title],
  [named.body]: [text.body],
  [named.series]: [text.series ?? ''],
  [named.clauses]: text.clauses,
  [named.signatories]: signatories,
});

const moved = (all: readonly string[], from: number, to: number): string[] => {
  const [one, other] = [all[from], all[to]];
  if (one === undefined || other === undefined) return [...all];
  return all.map((each, index) => (index === from ? other : index === to ? one : each));
};

/** What a button of the form does to the clauses: adds a row, takes one out, moves one. */
const clausesAfter = (filled: Filled, step: string): string[] | undefined => {
  const clauses = clausesIn(filled);
  if (step === 'lagg-till') return [...clauses, ''];
  const [, what, place] = /^(bort|upp|ner)-(\d{1,2})$/.exec(step) ?? [];
  const index = Number(place);
  if (what === 'bort') return clauses.filter((_, each) => each !== index);
  if (what === 'upp') return moved(clauses, index, index - 1);
  return what === 'ner' ? moved(clauses, index, index + 1) : undefined;
};

/** The form as a button of its own changes it, in clauses or the order of those who sign; undefined for other buttons. */
export const changedBy = (filled: Filled, step: string): Filled | undefined => {
  const clauses = clausesAfter(filled, step);
  if (clauses !== undefined) return { ...filled, [named.clauses]: clauses };
  const [, place] = /^namn-upp-(\d{1,2})$/.exec(step) ?? [];
  if (place === undefined) return undefined;
  const { signatories } = draftIn(filled);
  return { ...filled, [named.signatories]: moved(signatories, Number(place), Number(place) - 1) };
};
