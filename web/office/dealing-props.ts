import type { FieldFault, OfficeChrome } from '../chrome.ts';
import type { Choice, Filled } from '../forms/field.ts';

/** Somebody who can claim, vote and reserve. */
export interface Voter {
  readonly memberId: string;
  readonly name: string;
}

export interface PartyOfVoters {
  readonly party: string;
  readonly people: readonly Voter[];
}

/** What the parts of the form share. */
export interface DealingForm {
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly body: 'council' | 'board';
  readonly clauses: readonly {
    readonly ref: string;
    readonly label: string;
    readonly words: string | undefined;
  }[];
  /** Members as choices, and the parties they are of. */
  readonly movers: readonly Choice[];
  readonly parties: readonly PartyOfVoters[];
  readonly rows: {
    readonly claims: number;
    readonly propositions: readonly { readonly rounds: number }[];
    readonly reservations: number;
    readonly remarks: number;
    readonly points: number;
  };
}

/** What the law makes of what is filled in. */
export interface Reckoning {
  readonly outcomes: readonly { readonly clause: string; readonly outcome: string }[];
  readonly votes: readonly string[];
  readonly warnings: readonly string[];
}

export interface DealingPageProps extends DealingForm {
  readonly chrome: OfficeChrome;
  readonly trail: readonly (readonly [label: string, href: string])[];
  readonly title: string;
  readonly matter: string;
  readonly lead: string;
  readonly acts: readonly { readonly href: string; readonly label: string; readonly isPresent: boolean }[];
  readonly commandId: string;
  readonly version: number;
  readonly isDeferral: boolean;
  readonly needsReason: boolean;
  readonly needsAgreeing: boolean;
  /** Undefined where the minutes of the meeting are open; else what to do. */
  readonly withoutMinutes: { readonly sentence: string; readonly href: string | undefined } | undefined;
  /** Minutes to choose from, for what is on no agenda. */
  readonly minutesChoices: readonly Choice[] | undefined;
  readonly presence: {
    readonly isKept: boolean;
    readonly sentence: string;
    /** Where the attendance is kept, when nobody can be chosen before it is. */
    readonly nobodyYet: string | undefined;
  };
  readonly minority: { readonly sentence: string; readonly needed: number | undefined } | undefined;
  readonly remarkKinds: readonly Choice[];
  readonly outcomeChoices: readonly Choice[];
  /** What a clause can lapse by, besides another clause. */
  readonly otherCauses: readonly Choice[];
  readonly reckoning: Reckoning | undefined;
  readonly submit: string;
  readonly home: string;
}
