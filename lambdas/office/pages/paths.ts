/** Addresses of the office that more than one place names. */
export const signInPath = '/kontor/logga-in';
export const signedInPath = '/kontor/inloggad';
export const unknownPath = '/kontor/okand';
export const workPath = '/kontor';
export const listPath = '/kontor/arenden';
/** A motion that has come in on paper is entered here. */
export const paperMotionPath = '/kontor/motion-pa-papper';
/** What waits for the registrar, by what it is. */
export const inboxPath = '/kontor/inkorg';
/** Motions that were open before the product are brought in from a table here. */
export const openMotionsPath = '/kontor/inlasning';
export const restartPath = (caseId: string): string => `${casePath(caseId)}/starta-om`;
/** The registers of people who sign in, and of elected representatives. */
export const peoplePath = '/kontor/personer';
export const personPath = (subject: string): string => `${peoplePath}/${encodeURIComponent(subject)}`;
export const invitePath = '/kontor/inbjudan';
export const membersPath = '/kontor/fortroendevalda';
export const memberPath = (memberId: string): string => `${membersPath}/${encodeURIComponent(memberId)}`;
export const memberTablePath = '/kontor/lasa-in-fortroendevalda';
export const newMemberPath = '/kontor/ny-fortroendevald';

/** A motion that has come in as a file is read here. */
export const fileMotionPath = '/kontor/motion-fran-fil';
export const casePath = (caseId: string): string => `${listPath}/${encodeURIComponent(caseId)}`;
/** The movers' own: what they write, and what has become of it. */
export const myMotionsPath = '/kontor/mina-motioner';
export const newDraftPath = '/kontor/motioner/ny';
export const draftPath = (caseId: string): string => `/kontor/utkast/${encodeURIComponent(caseId)}`;
/** Where a named member reads the text and approves it. */
export const readDraftPath = (caseId: string): string => `${draftPath(caseId)}/las`;
/** The receipt of a motion that has been handed in. */
export const receiptPath = (caseId: string): string => `${casePath(caseId)}/kvitto`;
/** Where the answer to a motion is written and read. */
export const answerPath = (caseId: string): string => `${casePath(caseId)}/svar`;
/** A command on a motion and on all that are prepared together with it. */
export const togetherPath = (caseId: string, command: string): string =>
  `${casePath(caseId)}/tillsammans/${command}`;
/** The file that the motion came as. */
export const originalPath = (caseId: string): string => `${casePath(caseId)}/original`;
export const commandPath = (caseId: string, command: string): string => `${casePath(caseId)}/gor/${command}`;

/** Only to pages of our own: an address from outside could send a newly signed-in person anywhere. */
export const ownPath = (given: string | undefined): string =>
  given !== undefined && /^\/kontor(\/|\?|$)/.test(given) && !given.includes('\\') ? given : workPath;

export const meetingsPath = '/kontor/sammantraden';
export const meetingPath = (meetingId: string): string => `${meetingsPath}/${encodeURIComponent(meetingId)}`;
/** Who was at a meeting. */
export const attendancePath = (meetingId: string): string => `${meetingPath(meetingId)}/narvaro`;
export const minutesListPath = '/kontor/protokoll';
export const minutesPath = (minutesId: string): string =>
  `${minutesListPath}/${encodeURIComponent(minutesId)}`;
