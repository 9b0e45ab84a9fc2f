import { isRole, roleName } from './roles.ts';

/** What an entry in the log of a person or member says, in Swedish; entries hold codes, days and parties, never names. */
export const logWords = (what: string): string[] => what.split('; ').map(wordsOf);

const plain: Readonly<Record<string, string>> = {
  person_entered: 'Upplagd',
  person_amended: 'Uppgifter ändrade',
  member_entered: 'Upplagd',
  member_amended: 'Uppgifter ändrade',
  name_changed: 'Namnet ändrat',
  address_changed: 'E-postadressen ändrad',
  protection_set: 'Skyddade personuppgifter',
  protection_ended: 'Inte längre skyddade personuppgifter',
  letters_declined_changed: 'Önskan om brev ändrad',
};

const told: Readonly<Record<string, string>> = {
  role_given: 'Roll given:',
  role_revoked: 'Roll återkallad:',
  term_added: 'Uppdrag infört:',
  term_removed: 'Uppdrag borttaget:',
  party_added: 'Parti infört:',
  party_removed: 'Parti borttaget:',
  serving_added: 'Tjänstgöring införd:',
  serving_removed: 'Tjänstgöring borttagen:',
  invited_by: 'Inbjuden av',
};

const offices: Readonly<Record<string, string>> = {
  member: 'ledamot',
  substitute: 'ersättare',
  councillor: 'regionråd',
  council: 'i fullmäktige',
  board: 'i styrelsen',
};

const wordsOf = (entry: string): string => {
  const [code = '', ...rest] = entry.split(' ');
  const known = told[code];
  if (known === undefined) return plain[code] ?? entry;
  const isOfRole = code.startsWith('role_');
  const words = rest.map((word) => (isOfRole && isRole(word) ? roleName[word] : (offices[word] ?? word)));
  return [known, ...words].join(' ');
};
