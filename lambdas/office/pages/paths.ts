/** Addresses of the office that more than one place names. */
export const signInPath = '/kontor/logga-in';
export const signedInPath = '/kontor/inloggad';
export const unknownPath = '/kontor/okand';
export const workPath = '/kontor';
export const casePath = (caseId: string): string => `/kontor/arenden/${encodeURIComponent(caseId)}`;
export const commandPath = (caseId: string, command: string): string => `${casePath(caseId)}/gor/${command}`;

/** Only to pages of our own: an address from outside could send a newly signed-in person anywhere. */
export const ownPath = (given: string | undefined): string =>
  given !== undefined && /^\/kontor(\/|\?|$)/.test(given) && !given.includes('\\') ? given : workPath;
