import { draftPath, myMotionsPath, newDraftPath, readDraftPath, receiptPath } from '../paths.ts';
import { type CommandForm, clauseFieldsOf } from './command-form.ts';

/** What the movers do with their motion (domain.md §11.1 rows 0–1b, 4 and 28–28c). */
export const moversForms: readonly CommandForm[] = [
  {
    type: 'start-draft',
    label: 'Skriv en motion',
    done: 'Utkastet är sparat.',
    page: () => newDraftPath,
  },
  {
    type: 'revise-text',
    label: 'Ändra texten',
    done: 'Texten är sparad.',
    page: draftPath,
  },
  {
    type: 'approve-text',
    label: 'Läs och godkänn texten',
    done: 'Du har godkänt texten.',
    page: readDraftPath,
  },
  {
    type: 'submit',
    label: 'Lämna in motionen',
    done: 'Motionen är inlämnad.',
    lead: 'Motionen blir en inkommen, allmän handling (TF 2:9). Registratorn registrerar den, och undertecknarna får ett kvitto.',
    afterwards: receiptPath,
    isRisky: true,
  },
  {
    type: 'discard-draft',
    label: 'Kassera utkastet',
    done: 'Utkastet är kasserat.',
    lead: 'Texten tas bort för alla som skriver på den och går inte att få tillbaka. Inget har kommit in till myndigheten (TF 2:13).',
    afterwards: () => myMotionsPath,
    isRisky: true,
  },
  {
    type: 'resubmit',
    label: 'Lämna in igen',
    done: 'Motionen är inlämnad igen.',
    lead: 'Den kompletterade texten ersätter den första. Motionen behåller sitt nummer och den dag den kom in.',
    afterwards: receiptPath,
    isRisky: true,
  },
  {
    type: 'withdraw',
    label: 'Återta motionen',
    done: 'Du har återtagit motionen.',
    lead: 'Du återtar för egen del. När alla undertecknare har gjort det anmäls återtagandet i fullmäktige och motionen avskrivs.',
    isRisky: true,
  },
  {
    type: 'withdraw-clauses',
    label: 'Återta enskilda att-satser',
    done: 'Du har återtagit att-satserna.',
    lead: 'Du återtar för egen del. En att-sats faller bort när alla undertecknare har återtagit den.',
    fields: (facts) => [
      {
        kind: 'several',
        name: 'clauses',
        label: 'Att-satser att återta',
        choices: clauseFieldsOf(facts).flatMap(({ ref, text }) =>
          ref === 'whole' ? [] : [{ value: String(ref), label: `${ref}. ${text ?? ''}` }],
        ),
      },
    ],
    commandOf: ({ clauses }) => ({ clauses: Array.isArray(clauses) ? clauses.map(Number) : [] }),
    isRisky: true,
  },
];
