import type { Block } from './content.ts';

/** A whole letter, ready to be drawn as text or as HTML. */
export interface Sheet {
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly sections: readonly { readonly heading?: string; readonly blocks: readonly Block[] }[];
  readonly link: { readonly label: string; readonly address: string };
  readonly closing: readonly string[];
  readonly footnote: string;
}
