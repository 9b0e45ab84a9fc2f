import { confirmationFacts, digestFacts, newsFacts } from '../../documents/letters/apart/facts.ts';
import { publicNewsKind } from '../../domain/following.ts';

const organisation = 'Region Exempel';
const bodies = { council: 'Regionfullmäktige', board: 'Regionstyrelsen' };
const site = 'https://motioner.region.example';
const key = '0f'.repeat(16);

const confirming = (about: unknown) =>
  confirmationFacts.parse({ organisation, about, link: `${site}/prenumerera/bekrafta/${key}`, hours: 48 });

/** Requests to confirm, by name of the golden file. */
export const confirmations = {
  'confirm-motion': confirming({
    kind: 'motion',
    registrationNumber: 'RS 12/2026',
    title: 'Krafttag mot mäns våld mot kvinnor',
  }),
  'confirm-party': confirming({ kind: 'party', party: 'V' }),
  'confirm-all': confirming({ kind: 'all' }),
} as const;

const violence = {
  registrationNumber: 'RS 12/2026',
  title: 'Krafttag mot mäns våld mot kvinnor',
  page: `${site}/motioner/01JB2Q`,
};

export const aNews = (motions: readonly unknown[]) =>
  newsFacts.parse({
    organisation,
    bodies,
    register: site,
    endLink: `${site}/prenumerera/avsluta/${key}`,
    motions,
  });

/** News, by name of the golden file. */
export const news = {
  'news-one': aNews([{ ...violence, outcome: 'MIXED', news: [{ on: '2026-11-24', kind: 'decided' }] }]),
  'news-several': aNews([
    { ...violence, news: [{ on: '2026-03-02', kind: 'registered' }] },
    {
      registrationNumber: 'RS 13/2026',
      title: 'Fler bussar',
      page: `${site}/motioner/01JB2R`,
      news: [
        { on: '2026-03-02', kind: 'board-date' },
        { on: '2026-03-03', kind: 'meeting-changed' },
      ],
    },
  ]),
  'news-of-every-kind': aNews([
    {
      ...violence,
      outcome: 'ANSWERED',
      news: publicNewsKind.options.map((kind) => ({ on: '2026-11-24', kind })),
    },
  ]),
} as const;

const task = {
  what: 'Skriv svaret',
  registrationNumber: 'RS 12/2026',
  title: 'Krafttag mot mäns våld mot kvinnor',
  dueOn: '2026-03-02',
};
const aDigest = (tasks: readonly unknown[], more = false) =>
  digestFacts.parse({ organisation, on: '2026-03-03', office: `${site}/kontor`, tasks, more });

/** Digests, by name of the golden file. */
export const digests = {
  'digest-one': aDigest([task]),
  'digest-several': aDigest(
    [
      task,
      { what: 'Registrera motionen', dueOn: '2026-03-03' },
      { ...task, what: 'Godkänn svaret', dueOn: '2026-03-09' },
    ],
    true,
  ),
} as const;
