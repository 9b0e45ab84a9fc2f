import { z } from 'zod';
import { planning } from './back-planning.ts';
import { type CalendarDate, calendarDate } from './calendar-date.ts';
import { motionRules } from './motion-rules.ts';
import { paperSettings } from './paper-settings.ts';
import { registerSeries } from './register-number.ts';
import { role } from './roles.ts';
import { banner, colours, logo } from './theme.ts';

const bodyName = z.string().trim().min(1).max(200);

/**
 * What differs between organisations (architecture §7). Rules of statute are not here: they are dated domain data.
 */
export const organisation = z.object({
  name: bodyName,
  bodies: z.object({ council: bodyName, board: bodyName }),
  /**
   * What the organisation and its bodies were called before, each up to and including a day: a landsting has become a
   * region, and what it decided was decided by landstingsfullmäktige (domain.md §11.3).
   */
  formerly: z
    .array(
      z.object({
        until: calendarDate,
        name: bodyName.optional(),
        council: bodyName.optional(),
        board: bodyName.optional(),
      }),
    )
    .default([]),
  /** Number of seats, for the quorum of KL 5:45 and 6:27. */
  seats: z.object({ council: z.int().min(1), board: z.int().min(1) }),
  /** Whether the council has allowed taking part from elsewhere (KL 5:16, 6:24). */
  remoteParticipation: z
    .object({ council: z.boolean(), board: z.boolean() })
    .default({ council: false, board: false }),
  register: registerSeries,
  /** `product`: numbers are allocated here. `registrar`: another registry is master and its number is typed. */
  registerMaster: z.enum(['product', 'registrar']).default('product'),
  /** Officials who approve the answer, in order (domain.md §4.2). */
  approvalChain: z
    .array(
      z.object({
        role: role.extract(['manager', 'director']),
        title: bodyName,
        /** Who approves when that person is disqualified or does not answer in time. */
        deputy: role.extract(['manager', 'director']).optional(),
      }),
    )
    .min(1),
  /** Committees and units that can be consulted (remiss), by an id of our own. */
  consultees: z
    .array(
      z.object({
        id: z.string().min(1).max(80),
        name: bodyName,
        /** A committee answers by a decision of its own (KL 6:38 p. 2); a unit by an official. */
        kind: z.enum(['committee', 'unit']),
        email: z.email().optional(),
      }),
    )
    .default([]),
  /** Where a party group gets copies of letters to signatories who have left the council (domain.md §1.4) [D]. */
  partyGroups: z.array(z.object({ party: z.string().trim().min(1).max(80), contact: z.email() })).default([]),
  /** What the council's rules of procedure ask of a motion's form (domain.md §1.2). */
  motionRules: motionRules.prefault({}),
  /** Who hands a registered motion over for preparation (domain.md §3). */
  referral: z.enum(['council', 'presidium', 'either']).default('either'),
  /** Days that steps without a limit of their own are planned to take [D] (domain.md §3). */
  planning: planning.prefault({}),
  /** What the minutes may hold beside reservations; not in KL, so the rules of procedure say (domain.md §5). */
  minutes: z
    .object({ separateStatements: z.boolean().default(true), minuteNotes: z.boolean().default(true) })
    .prefault({}),
  /** What papers say, and what the official's answer is made of (domain.md §4.1). */
  papers: paperSettings.prefault({}),
  mail: z.object({
    from: z.email(),
    fromName: bodyName,
    replyTo: z.email(),
    /** Letters a second that SES has allowed the account; 14 is what a new one gets. */
    perSecond: z.number().positive().default(14),
  }),
  colours: colours.prefault({}),
  logo: logo.optional(),
  banner: banner.optional(),
  /** Address of the public register, for links in letters; no trailing slash. */
  publicUrl: z.url().transform((url) => url.replace(/\/$/, '')),
});
export type Organisation = z.infer<typeof organisation>;

/**
 * The organisation under the names it and its bodies had on a day: the bodies themselves are the same (domain.md
 * §11.3). A name that has not changed since is the present one.
 */
export const namedOn = <O extends Pick<Organisation, 'name' | 'bodies' | 'formerly'>>(
  organisation: O,
  day: CalendarDate,
): O => {
  const then = organisation.formerly
    .filter(({ until }) => day <= until)
    .toSorted((one, other) => (one.until < other.until ? -1 : 1));
  const nameOf = (what: 'name' | 'council' | 'board') =>
    then.find((each) => each[what] !== undefined)?.[what];
  const { council, board } = organisation.bodies;
  return {
    ...organisation,
    name: nameOf('name') ?? organisation.name,
    bodies: { council: nameOf('council') ?? council, board: nameOf('board') ?? board },
  };
};
