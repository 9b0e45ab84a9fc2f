import { randomInt } from 'node:crypto';
import { secretHash } from './cookies.ts';

/** Letters and figures that are not taken for one another when read aloud or from paper. */
const signs = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

/** A code of twenty signs in groups of four: some 98 bits, so that nobody guesses one. */
export const newCode = (): string =>
  Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => signs[randomInt(signs.length)] ?? 'A').join(''),
  ).join('-');

/** The hash of a code as somebody writes it: with or without its dashes, in capitals or not. */
export const codeHashOf = (written: string): string =>
  secretHash(written.toUpperCase().replace(/[^A-Z0-9]/g, ''));
