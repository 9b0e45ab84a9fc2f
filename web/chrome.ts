import type { Organisation } from '../domain/organisation.ts';

/** What stands around every page. */
export interface Chrome {
  readonly organisation: Pick<Organisation, 'name' | 'bodies' | 'logo' | 'banner'>;
  /** Address of the stylesheet; it changes with its content, so that it can be kept for ever. */
  readonly stylesheet: string;
  /** Path of the page shown, for what is marked as present in the navigation. */
  readonly path: string;
}

/** A page of the office: who is signed in, and what every form must carry. */
export interface OfficeChrome extends Chrome {
  readonly script: string;
  readonly person: { readonly name: string; readonly roles: readonly string[] };
  /** Proves that a form was made for this session. */
  readonly csrf: string;
  readonly links: readonly NavigationLink[];
  /** What has just been done, said once. */
  readonly said?: string | undefined;
}

export interface NavigationLink {
  readonly href: string;
  readonly label: string;
}

/** A fault in what was filled in: in which field, and what to do. */
export interface FieldFault {
  /** Name of the field; absent when it is about the whole. */
  readonly field?: string | undefined;
  readonly message: string;
  /** The rule it rests on, of a refusal. */
  readonly rule?: string | undefined;
  readonly mayBeDoneBy?: readonly string[] | undefined;
}
