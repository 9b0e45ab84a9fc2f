import { createHash } from 'node:crypto';
import type { Colours } from '../domain/theme.ts';
import { stylesheetIn } from '../web/stylesheet.ts';

/** Where the stylesheet stands: at an address of its content, so that it can be kept for ever. */
export const stylesheetPath = (colours: Colours): string =>
  `/stil-${createHash('sha256').update(stylesheetIn(colours)).digest('hex').slice(0, 12)}.css`;
