/** A field of a form, as data: drawn by `field-input.tsx`, read by `read-form.ts`. */
interface Named {
  /** Where its value stands in what is read; dots lead inwards: `boardProposal.paragraph`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isOptional?: boolean | undefined;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

export type Field =
  | (Named & { readonly kind: 'text'; readonly autocomplete?: 'off' | undefined })
  | (Named & { readonly kind: 'email' })
  /** Several lines. */
  | (Named & { readonly kind: 'prose'; readonly size?: 'short' | 'tall' | undefined })
  | (Named & { readonly kind: 'date' })
  | (Named & { readonly kind: 'time' })
  | (Named & { readonly kind: 'number' })
  /** One of a few, all seen at once. */
  | (Named & { readonly kind: 'choice'; readonly choices: readonly Choice[] })
  /** One of many. */
  | (Named & {
      readonly kind: 'select';
      readonly choices: readonly Choice[];
      readonly empty?: string | undefined;
    })
  /** Any number of several. */
  | (Named & { readonly kind: 'several'; readonly choices: readonly Choice[] })
  /** Yes or nothing. */
  | (Named & { readonly kind: 'check' })
  /** An outcome for each clause of the motion. */
  | (Named & {
      readonly kind: 'outcomes';
      readonly clauses: readonly ClauseField[];
      readonly outcomes: readonly Choice[];
    });

/** A clause to give an outcome, with its words as far as they are known. */
export interface ClauseField {
  readonly ref: number | 'whole';
  readonly text?: string | undefined;
}

/** What was filled in, as it came: text by name, several under one name for boxes that are ticked. */
export type Filled = Readonly<Record<string, readonly string[]>>;

/** The first value under a name. */
export const firstOf = (filled: Filled, name: string): string => filled[name]?.[0] ?? '';
