import type { Block } from './content.ts';

export interface Link {
  readonly label: string;
  readonly address: string;
}

/** A whole letter, ready to be drawn as text or as HTML. */
export interface Sheet {
  readonly subject: string;
  readonly heading: string;
  readonly greeting: string;
  readonly sections: readonly { readonly heading?: string; readonly blocks: readonly Block[] }[];
  readonly link: Link;
  readonly closing: readonly string[];
  readonly footnote: string;
  /** What the footnote leads to: the end of a subscription. */
  readonly footlink?: Link | undefined;
}
