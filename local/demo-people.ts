import type { Role } from '../domain/roles.ts';

/** Somebody to sign in as on one machine. Sign-in knows only the subject; the rest seeds the product's record. */
export interface DemoPerson {
  readonly subject: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly email: `${string}.example`;
  readonly memberId?: string;
  readonly party?: string;
  readonly partyGroup?: string;
  readonly unit?: string;
  readonly title?: string;
}

const region = 'region.example';
const staff = 'Staben hållbar utveckling';
const chancellery = 'Regionkansliet';

type Rest = Pick<DemoPerson, 'partyGroup' | 'unit' | 'title'>;

const employee = (subject: string, name: string, role: Role, rest: Rest = {}): DemoPerson => ({
  subject,
  name,
  roles: [role],
  email: `${subject}@${region}`,
  ...rest,
});

const councillor = (
  subject: string,
  memberId: string,
  name: string,
  party: string,
  more: readonly Role[] = [],
): DemoPerson => ({
  subject,
  name,
  roles: ['member', ...more],
  email: `${subject}@${region}`,
  memberId,
  party,
  partyGroup: party,
});

/**
 * The people of the demo region: every role, and six members of one party, so that a motion can have the six
 * signatories of the first seed. Those six, the officer and the director are named in published papers; everybody
 * else is invented.
 */
export const demoPeople: readonly DemoPerson[] = [
  councillor('jessica.carlqvist', 'm-carlqvist-jessica', 'Jessica Carlqvist', 'V'),
  councillor('katja.ollila', 'm-ollila-katja', 'Katja Ollila', 'V'),
  councillor('malin.von.wachenfeldt', 'm-von-wachenfeldt-malin', 'Malin von Wachenfeldt', 'V'),
  councillor('rolf.ostman', 'm-ostman-rolf', 'Rolf Östman', 'V'),
  councillor('marie.krantz', 'm-krantz-marie', 'Marie Krantz', 'V'),
  councillor('margareta.carlsson', 'm-carlsson-margareta', 'Margareta Carlsson', 'V'),
  councillor('hannes.lindgard', 'm-lindgard-hannes', 'Hannes Lindgård', 'S'),
  councillor('karin.stalberg', 'm-stalberg-karin', 'Karin Stålberg', 'M', ['certifier']),
  councillor('oskar.friden', 'm-friden-oskar', 'Oskar Fridén', 'C', ['certifier']),
  employee('tova.ekbladh', 'Tova Ekbladh', 'group-secretary', { partyGroup: 'V' }),
  employee('albin.rosenkvist', 'Albin Rosenkvist', 'group-secretary', { partyGroup: 'S' }),
  employee('sigrid.hallman', 'Sigrid Hallman', 'registrar', { unit: chancellery }),
  employee('lilian.ivarsson.sporrong', 'Lilian Ivarsson Sporrong', 'official', { unit: staff }),
  employee('nils.akerhjelm', 'Nils Åkerhjelm', 'official', { unit: 'Hälso- och sjukvårdsstaben' }),
  employee('birgitta.sandelius', 'Birgitta Sandelius', 'manager', { unit: staff, title: 'stabschef' }),
  employee('rickard.simonsson', 'Rickard Simonsson', 'director', {
    unit: chancellery,
    title: 'regiondirektör',
  }),
  employee('elin.tornros', 'Elin Törnros', 'board-secretary', { unit: chancellery }),
  employee('gustav.wennerlund', 'Gustav Wennerlund', 'council-secretary', { unit: chancellery }),
  employee('ingela.norrby', 'Ingela Norrby', 'archivist', { unit: 'Regionarkivet' }),
  employee('per-olov.ahlgren', 'Per-Olov Ahlgren', 'auditor', { unit: 'Regionens revisorer' }),
  employee('samira.nordin', 'Samira Nordin', 'administrator', { unit: chancellery }),
  // Can sign in and is not entered: for whom an administrator's invitation is.
  {
    subject: 'kim.sjolander',
    name: 'Kim Sjölander',
    roles: [],
    email: `kim.sjolander@${region}`,
    title: 'ny, inte inbjuden än',
  },
];
