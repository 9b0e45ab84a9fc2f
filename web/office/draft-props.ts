import type { FieldFault, OfficeChrome } from '../chrome.ts';
import type { Filled } from '../forms/field.ts';
import type { TextConflict } from './two-texts.tsx';

/** A member who can be named, or is. */
export interface SignatoryChoice {
  readonly memberId: string;
  readonly name: string;
  readonly party: string;
  readonly isChosen: boolean;
  readonly hasApproved: boolean;
  /** Signed the motion that came in: cannot be taken out. */
  readonly isSigned: boolean;
  /** Why he or she may not raise a motion today. */
  readonly barred?: string | undefined;
}

export interface CheckLine {
  readonly state: 'done' | 'needed' | 'think';
  readonly says: string;
  readonly rule?: string;
}

export interface DraftPageProps {
  readonly chrome: OfficeChrome;
  /** Where the form is sent. */
  readonly address: string;
  readonly isNew: boolean;
  readonly isReturned: boolean;
  readonly returnedWith: string | undefined;
  readonly filled: Filled;
  readonly faults: readonly FieldFault[];
  readonly conflict: TextConflict | undefined;
  readonly clauses: readonly string[];
  readonly signatories: {
    readonly chosen: readonly SignatoryChoice[];
    readonly others: readonly SignatoryChoice[];
    readonly search: string;
  };
  readonly checklist: readonly CheckLine[];
  readonly meeting:
    | { readonly meeting: string; readonly by: string; readonly at?: string | undefined }
    | undefined;
  readonly council: string;
  readonly group: string | undefined;
  /** Absent until the draft is saved. */
  readonly actions:
    | {
        readonly read: string | undefined;
        readonly submit: string | undefined;
        readonly discard: string | undefined;
        readonly withdraw: string | undefined;
      }
    | undefined;
  readonly commandId: string;
  readonly version: number | undefined;
  readonly base: string;
}
