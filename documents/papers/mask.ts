import { namesTakenOut } from '../../domain/protected-names.ts';
import { type Paper, rewritten } from './content.ts';

/** The paper without those names in any text, also where somebody has typed them into a title or an answer. */
export const withoutNames = (paper: Paper, names: readonly string[]): Paper =>
  names.length === 0 ? paper : rewritten(paper, namesTakenOut(names));
