import { formOf } from './all-forms.ts';

/** What the page after a form says: known sentences only, so that an address cannot put words on a page. */
export const saidOf = (done: string | undefined): string | undefined =>
  done === undefined ? undefined : formOf(done)?.done;
