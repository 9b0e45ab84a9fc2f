import type { Role } from './roles.ts';

/** What is known of those whom a command names as certifiers. */
export interface CertifierFacts {
  /** Their roles, by person; absent where nobody is known who could be asked for. */
  readonly certifierRoles?: ReadonlyMap<string, readonly Role[]> | undefined;
}

/** Only who has the role can sign: the minutes would wait for anybody else for ever (KL 5:69). */
export const mayCertify = (personIds: readonly string[], { certifierRoles }: CertifierFacts): boolean =>
  certifierRoles === undefined ||
  personIds.every((each) => certifierRoles.get(each)?.includes('certifier') === true);
