import { readPaper } from '../../../documents/intake/read-paper.ts';

/** What a paper is read as, in few words: names as `Anna Ek (S)`, clauses as their texts. */
export const readAs = (text: string) => {
  const { fields, body } = readPaper(text);
  return {
    ...fields,
    body,
    signatories: fields.signatories.map(({ name, party }) => `${name} (${party})`),
    clauses: fields.clauses.map((clause) => clause.text),
    codes: fields.warnings.map(({ code }) => code),
  };
};
