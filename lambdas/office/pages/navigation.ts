import type { Actor, Role } from '../../../domain/roles.ts';
import type { NavigationLink } from '../../../web/chrome.ts';

interface Place extends NavigationLink {
  /** Whose place it is; everybody's when absent. */
  readonly roles?: readonly (Role | 'system')[];
}

const movers = ['member', 'group-secretary'] as const;
const staff = [
  'registrar',
  'official',
  'manager',
  'director',
  'board-secretary',
  'council-secretary',
  'archivist',
  'auditor',
] as const;

/** The places of the office, in the order they are shown. */
const places: readonly Place[] = [
  { href: '/kontor', label: 'Mitt arbete' },
  { href: '/kontor/inkorg', label: 'Inkorg', roles: ['registrar'] },
  { href: '/kontor/mina-motioner', label: 'Mina motioner', roles: movers },
  { href: '/kontor/arenden', label: 'Ärenden', roles: [...staff, ...movers, 'certifier'] },
  { href: '/kontor/sammantraden', label: 'Sammanträden', roles: [...staff, 'member', 'certifier'] },
  { href: '/kontor/protokoll', label: 'Protokoll', roles: [...staff, 'certifier'] },
  {
    href: '/kontor/rapporter',
    label: 'Rapporter',
    roles: ['registrar', 'board-secretary', 'council-secretary', 'director', 'manager', 'auditor'],
  },
  { href: '/kontor/brev', label: 'Brev', roles: ['registrar', 'auditor'] },
  {
    href: '/kontor/fortroendevalda',
    label: 'Förtroendevalda',
    roles: ['administrator', 'registrar', 'auditor'],
  },
  { href: '/kontor/personer', label: 'Personer', roles: ['administrator', 'auditor'] },
];

/** The places of whoever is signed in. */
export const navigationFor = ({ roles }: Actor): NavigationLink[] =>
  places
    .filter((place) => place.roles === undefined || place.roles.some((each) => roles.includes(each)))
    .map(({ href, label }) => ({ href, label }));
