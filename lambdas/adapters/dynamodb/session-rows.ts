// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ElectroDB fills these templates
import { Entity } from 'electrodb';
import { model, row, text } from './model.ts';
import { rowNames } from './row.ts';

/** A person signed in, in one browser. */
export const sessionRow = new Entity(
  {
    model: model('session'),
    attributes: { sessionHash: text, subject: text, csrf: text, startedAt: text, expiresAt: text },
    indexes: { row: row([['sessionHash'], 'SESSION#${sessionHash}'], [[], 'SESSION']) },
  } as const,
  rowNames,
);

/** A sign-in that has been begun. */
export const attemptRow = new Entity(
  {
    model: model('sign-in-attempt'),
    attributes: {
      attemptHash: text,
      state: text,
      nonce: text,
      verifier: text,
      returnTo: text,
      expiresAt: text,
    },
    indexes: { row: row([['attemptHash'], 'SESSION#${attemptHash}'], [[], 'ATTEMPT']) },
  } as const,
  rowNames,
);

/** Up to when a person's sessions have been ended, all at once. */
export const signedOutRow = new Entity(
  {
    model: model('signed-out'),
    attributes: { subject: text, upTo: text },
    indexes: { row: row([['subject'], 'PERSON#${subject}'], [[], 'SIGNED-OUT']) },
  } as const,
  rowNames,
);
