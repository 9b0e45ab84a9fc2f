import type { CalendarDate } from './calendar-date.ts';

/** What is known of when a matter was announced: with its meeting, or by itself, and when it was put on the agenda. */
export interface Announcing {
  /** When the meeting was announced. */
  readonly announcedOn?: CalendarDate | undefined;
  /**
   * When the matter itself was announced, apart from its meeting, and the members had been told of it (KL 5:13–15):
   * the day by which both were done.
   */
  readonly ownAnnouncement?: CalendarDate | undefined;
  /** Unknown of what was put on an agenda before it was kept; then it stands as announced with its meeting. */
  readonly placedOn?: CalendarDate | undefined;
}

/**
 * The day a matter was announced: by itself, or with a meeting whose agenda it was on by then (KL 5:13–14). What was
 * put there later was not announced with it.
 */
export const announcedOnOf = ({
  announcedOn,
  ownAnnouncement,
  placedOn,
}: Announcing): CalendarDate | undefined => {
  if (ownAnnouncement !== undefined || placedOn === undefined || announcedOn === undefined) {
    return ownAnnouncement ?? announcedOn;
  }
  return placedOn <= announcedOn ? announcedOn : undefined;
};
