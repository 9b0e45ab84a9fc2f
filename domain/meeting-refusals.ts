/** A no: its sentence, and the rule it rests on; `inBoard` where the board's is another than the council's. */
export interface RefusalText {
  readonly rule: string;
  readonly inBoard?: string;
  readonly sentence: string;
}

/**
 * What cannot be done with a meeting, its agenda and who was at it. The council's meetings have paragraphs of their own
 * in KL 5; of the board's the law says less, in KL 6 (`inBoard`), and of those of KL 5 only 5:53–56 apply to it (6:33).
 */
export const meetingRefusals = {
  meeting_unknown: {
    rule: 'KL 5:12–13',
    inBoard: 'KL 6:23',
    sentence: 'Det finns inget sådant sammanträde i kalendern. Lägg in det först.',
  },
  meeting_of_other_body: {
    rule: 'KL 5:52',
    inBoard: 'KL 6:23',
    sentence: 'Sammanträdet är ett annat organs.',
  },
  meeting_cancelled: {
    rule: 'KL 5:12–13',
    inBoard: 'KL 6:23',
    sentence: 'Sammanträdet är inställt. Välj ett annat sammanträde.',
  },
  meeting_over: {
    rule: 'KL 5:52',
    inBoard: 'KL 6:23',
    sentence: 'Sammanträdet är avslutat. Välj ett senare sammanträde.',
  },
  not_on_agenda: {
    rule: 'KL 5:52',
    inBoard: 'domain.md §11.1 rad 12',
    sentence: 'Ärendet står inte på det sammanträdets dagordning.',
  },
  meeting_exists: {
    rule: 'domain.md §11.1',
    sentence: 'Sammanträdet finns redan. Är det ett till samma dag, får det nästa nummer.',
  },
  meeting_not_begun: { rule: 'KL 5:65–66, 6:35', sentence: 'Sammanträdesdagen har inte kommit.' },
  on_agenda_already: {
    rule: 'KL 5:52',
    sentence:
      'Ärendet står redan på en dagordning. Ta det av dagordningen först, om det ska tas upp vid ett annat sammanträde.',
  },
  meeting_held: {
    rule: 'KL 5:65–66, 6:35',
    sentence:
      'Sammanträdet har hållits: närvaro eller beslut är antecknade. Det kan avslutas, inte flyttas eller ställas in.',
  },
  meeting_passed: {
    rule: 'KL 5:13, 5:15',
    inBoard: 'KL 6:23',
    sentence:
      'Ett sammanträde kan bara flyttas innan dess dag har passerat, och inte till en dag som har varit.',
  },
  meeting_not_moved: {
    rule: 'KL 5:13, 5:15',
    inBoard: 'KL 6:23',
    sentence: 'Sammanträdet är redan den dagen.',
  },
  papers_after_meeting: {
    rule: 'KL 5:71–72',
    inBoard: 'KL 6:44',
    sentence: 'Handlingarna ska lämnas senast på sammanträdesdagen.',
  },
  board_not_announced: {
    rule: 'KL 5:13',
    sentence: 'Bara fullmäktiges sammanträden kungörs. Till styrelsens räcker en kallelse.',
  },
  attendee_not_in_office: {
    rule: 'KL 5:66',
    inBoard: 'KL 6:35',
    sentence: 'Någon är inte ledamot eller ersättare i organet den dagen, så som det är antecknat.',
  },
  attends_twice: { rule: 'KL 5:66, 6:35', sentence: 'Någon är antecknad två gånger vid samma paragraf.' },
  substitute_without_place: {
    rule: 'KL 5:17–19',
    inBoard: 'KL 6:17',
    sentence:
      'En ersättare tjänstgör i stället för en annan ledamot av samma organ eller på en plats som står tom, en ledamot bara för egen del.',
  },
  member_is_present: {
    rule: 'KL 5:17–19',
    inBoard: 'KL 6:17',
    sentence: 'En ersättare kan inte tjänstgöra för en ledamot som själv är närvarande.',
  },
  seat_taken: {
    rule: 'KL 5:17–19',
    inBoard: 'KL 6:17',
    sentence: 'Två ersättare kan inte tjänstgöra för samma ledamot samtidigt.',
  },
  too_many_serving: {
    rule: 'KL 5:5',
    inBoard: 'KL 6:16',
    sentence: 'Fler är antecknade som tjänstgörande samtidigt än organet har ledamöter.',
  },
  remote_not_allowed: {
    rule: 'KL 5:16, 6:24',
    sentence: 'Fullmäktige har inte beslutat att deltagande på distans är tillåtet i det organet.',
  },
  chair_not_present: { rule: 'KL 5:53, 5:65', sentence: 'Ordföranden ska finnas med bland de närvarande.' },
  paragraphs_reversed: {
    rule: 'KL 5:66, 6:35',
    sentence: 'Någon är antecknad som att ha gått före sin första paragraf.',
  },
  disqualification_unchanged: { rule: 'KL 5:47, 6:28–32', sentence: 'Så är det redan antecknat.' },
} as const satisfies Record<string, RefusalText>;
