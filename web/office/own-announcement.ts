import type { Field } from '../forms/field.ts';

/** For what came after the summons and the announcement of the meeting: neither holds for it (KL 5:13–15). */
export const ownAnnouncementField: Field = {
  kind: 'date',
  name: 'announcedOn',
  label: 'Kungjort för sig, och ledamöterna underrättade (KL 5:14–15)',
  hint: 'Bara för det som inte kom med i sammanträdets kungörelse och kallelse: dagen då båda var gjorda. Är det inte brådskande ska det vara minst en vecka före (KL 5:13, 5:15).',
  isOptional: true,
};
