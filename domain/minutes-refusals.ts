import type { RefusalText } from './meeting-refusals.ts';

/** What cannot be done with minutes: certification, notice and appeal, which all their cases share. */
export const minutesRefusals = {
  minutes_unknown: { rule: 'KL 5:65', sentence: 'Det finns inget sådant protokoll.' },
  minutes_of_other_meeting: {
    rule: 'KL 5:66',
    sentence: 'Protokollet hör till ett annat organ eller ett annat sammanträde.',
  },
  minutes_closed: {
    rule: 'KL 5:69',
    sentence: 'Protokollet kan inte längre ändras.',
  },
  minutes_exist: { rule: 'KL 5:65', sentence: 'Protokollet för det sammanträdet finns redan.' },
  already_contested: {
    rule: 'KL 5:69; domain.md §11.3',
    sentence:
      'Du har redan antecknat att du inte godkänner protokollet. Du kan justera det om du har ändrat dig.',
  },
  already_signed: { rule: 'KL 5:69', sentence: 'Du har redan justerat protokollet.' },
  not_certifier: { rule: 'KL 5:69', sentence: 'Du är inte utsedd att justera det här protokollet.' },
  not_a_certifier: { rule: 'KL 5:69', sentence: 'Den personen är inte utsedd att justera protokollet.' },
  certifier_has_signed: {
    rule: 'KL 5:69',
    sentence: 'Den justeraren har redan justerat protokollet och kan inte bytas ut.',
  },
  certifier_already: { rule: 'KL 5:69', sentence: 'Den som ska träda in är redan utsedd att justera.' },
  certifier_unknown: {
    rule: 'KL 5:69',
    sentence: 'En justerare finns inte bland dem som kan logga in, eller har inte rollen justerare.',
  },
  posting_evidence_missing: {
    rule: 'KL 8:12, 13:5',
    sentence:
      'Sista dagen för att överklaga skulle redan ha passerat. Skriv var anslaget har suttit uppe hela tiden, och hur det syns. Kan det inte visas, anslå nu.',
  },
  notice_not_broken: {
    rule: 'KL 13:5',
    sentence: 'Anslaget satt uppe hela överklagandetiden; att det togs ned senare ändrar ingenting.',
  },
  window_open: { rule: 'KL 13:5', sentence: 'Överklagandetiden har inte gått ut.' },
  appeal_open: {
    rule: 'KL 13:8; arkivlagen (1990:782)',
    sentence: 'Ett beslut i ärendet är överklagat och inte prövat. Ärendet kan arkiveras när det är avgjort.',
  },
  not_in_minutes: { rule: 'KL 13:5', sentence: 'Ärendet är inte beslutat i det protokollet.' },
  appeal_unknown: { rule: 'KL 13:4', sentence: 'Det finns inget öppet överklagande av det ärendet.' },
  appeal_known: { rule: 'KL 13:4', sentence: 'Överklagandet av ärendet är redan antecknat.' },
  appeal_before_certification: {
    rule: 'KL 5:69, 13:5',
    sentence:
      'Protokollet är inte justerat. Anteckna överklagandet när det är det, med den dag då det kom in.',
  },
  paragraph_unclear: {
    rule: 'KL 13:2 p. 1',
    sentence: 'Ärendet har flera beslut i protokollet. Ange paragrafen för det som överklagas.',
  },
  decision_annulled: {
    rule: 'KL 13:8',
    sentence: 'Beslutet är redan upphävt och kan inte överklagas en gång till.',
  },
  attendance_contradicts: {
    rule: 'KL 5:66–67, 5:69',
    sentence:
      'Närvarolistan stämmer inte med ett beslut i protokollet. Rätta listan, eller ta tillbaka beslutet och för in det på nytt, innan protokollet justeras.',
  },
  appeal_unclear: { rule: 'KL 13:1', sentence: 'Flera överklaganden är öppna. Ange vilket av dem.' },
  preparatory: {
    rule: 'KL 13:2 p. 2',
    sentence: 'Styrelsens förslag till fullmäktige är beredning och kan inte överklagas.',
  },
} as const satisfies Record<string, RefusalText>;
