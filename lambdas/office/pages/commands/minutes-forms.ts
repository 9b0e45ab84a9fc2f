import type { CalendarDate } from '../../../../domain/calendar-date.ts';
import type { Minutes } from '../../../../domain/minutes.ts';
import type { MinutesPersonCommand } from '../../../../domain/minutes-commands.ts';
import type { Choice, Field } from '../../../../web/forms/field.ts';
import type { RecordForm } from './command-form.ts';

/** What a form about minutes can build on. */
export interface MinutesFacts {
  readonly minutes: Minutes;
  readonly today: CalendarDate;
  /** The cases of the minutes, by id, as people name them. */
  readonly cases: readonly Choice[];
  /** Those who are to certify and have not signed, and those who can take their place. */
  readonly unsigned: readonly Choice[];
  readonly replacements: readonly Choice[];
}

const caseField = (choices: readonly Choice[]): Field => ({
  kind: 'select',
  name: 'caseId',
  label: 'Ärende',
  choices,
});

/** Those of the cases that are under appeal; a certain appeal where there are several. */
const openAppeals = ({ minutes, cases }: MinutesFacts): Choice[] =>
  minutes.appeals
    .filter(({ closed }) => closed === undefined)
    .map(({ caseId, appealNo, court, receivedOn }) => ({
      value: `${caseId} ${appealNo ?? ''}`.trim(),
      label: `${cases.find(({ value }) => value === caseId)?.label ?? caseId}, ${court}, inkom ${receivedOn}`,
    }));

/** What is done with minutes, from the certifiers to the court (domain.md §11.1 rows 20–27). */
export const minutesForms: readonly RecordForm<MinutesPersonCommand['type'], MinutesFacts>[] = [
  {
    type: 'certify-minutes',
    label: 'Justera protokollet',
    done: 'Du har justerat protokollet.',
    lead: 'Du intygar att protokollet stämmer med det som beslutades. Efter det kan det inte ändras (KL 5:69).',
    isRisky: true,
  },
  {
    type: 'contest-minutes',
    label: 'Anteckna att du inte godkänner protokollet',
    done: 'Det är antecknat i protokollet att du inte godkänner det.',
    lead: 'Skriv vad som inte stämmer, utan namn på personer. Protokollet blir justerat när alla justerare har tagit ställning och minst en har justerat. Du kan justera det senare om du ändrar dig.',
    isRisky: true,
    fields: () => [{ kind: 'text', name: 'note', label: 'Vad som inte stämmer' }],
  },
  {
    type: 'replace-certifier',
    label: 'Byt ut en justerare',
    done: 'Justeraren är utbytt.',
    lead: 'När den som är utsedd inte kan justera. Någon annan ska vara utsedd på samma sätt (KL 5:69). Det som de andra har justerat står kvar.',
    fields: ({ unsigned, replacements }) => [
      { kind: 'select', name: 'certifier', label: 'Den som inte kan justera', choices: unsigned },
      { kind: 'select', name: 'replacement', label: 'Den som justerar i stället', choices: replacements },
      { kind: 'text', name: 'reason', label: 'Skäl' },
    ],
  },
  {
    type: 'post-notice',
    label: 'Anslå protokollet',
    done: 'Anslaget är antecknat.',
    lead: 'Justeringen tillkännages på anslagstavlan senast andra dagen efter (KL 8:12). Överklagandetiden löper från den dagen (KL 13:5).',
    fields: () => [
      { kind: 'date', name: 'postedOn', label: 'Anslaget sattes upp' },
      {
        kind: 'text',
        name: 'evidence',
        label: 'Var det har suttit uppe, och hur det syns',
        hint: 'Bara om överklagandetiden redan skulle ha gått ut när du skriver detta.',
        isOptional: true,
      },
    ],
    initial: ({ today }) => ({ postedOn: [today] }),
  },
  {
    type: 'report-notice-down',
    label: 'Anmäl att anslaget har tagits ned för tidigt, eller fick fel dag',
    done: 'Det är antecknat. Anslå protokollet på nytt.',
    lead: 'Har anslaget varit nere har överklagandetiden inte gått ut (KL 13:5 2 st.). Anslå på nytt; en ny tid räknas. Detsamma gäller när dagen då det sattes upp fördes in fel.',
    isRisky: true,
    fields: () => [
      { kind: 'date', name: 'foundDownOn', label: 'Felet upptäcktes' },
      {
        kind: 'check',
        name: 'wrongDay',
        label: 'Anslaget har suttit uppe hela tiden: det var dagen som fördes in fel',
      },
    ],
    initial: ({ today }) => ({ foundDownOn: [today] }),
  },
  {
    type: 'confirm-no-appeal',
    label: 'Bekräfta att ingen har överklagat',
    done: 'Besluten har fått laga kraft.',
    lead: 'Kontrollera med förvaltningsrätten först: ett överklagande kan ha kommit in dit (KL 13:4, 13:6).',
    isRisky: true,
  },
  {
    type: 'record-appeal',
    label: 'För in ett överklagande',
    done: 'Överklagandet är infört.',
    lead: 'Om det kom in i rätt tid avgör domstolen (KL 13:6). Ett sent för också in.',
    fields: ({ cases }) => [
      caseField(cases),
      { kind: 'text', name: 'paragraph', label: 'Paragraf, om ärendet har flera', isOptional: true },
      { kind: 'date', name: 'receivedOn', label: 'Kom in' },
      { kind: 'text', name: 'court', label: 'Domstol' },
      { kind: 'text', name: 'courtCaseNumber', label: 'Målnummer', isOptional: true },
    ],
    initial: ({ cases }) => (cases.length === 1 ? { caseId: [cases[0]?.value ?? ''] } : {}),
  },
  {
    type: 'close-appeal',
    label: 'För in hur överklagandet slutade',
    done: 'Utgången är införd.',
    lead: 'Domstolen kan upphäva beslutet men inte ersätta det (KL 13:8).',
    fields: (facts) => [
      { kind: 'select', name: 'appeal', label: 'Överklagande', choices: openAppeals(facts) },
      { kind: 'date', name: 'closedOn', label: 'Avgjordes' },
      {
        kind: 'choice',
        name: 'outcome',
        label: 'Utgång',
        choices: [
          { value: 'upheld', label: 'beslutet står sig' },
          { value: 'dismissed', label: 'avvisades' },
          { value: 'withdrawn', label: 'togs tillbaka' },
          { value: 'annulled', label: 'beslutet upphävdes' },
          { value: 'annulled-in-preparation', label: 'beslutet upphävdes för ett fel i beredningen' },
        ],
      },
    ],
    commandOf: ({ appeal, outcome, ...read }) => ({
      ...read,
      ...appealNamed(String(appeal ?? '')),
      outcome: outcomeNamed(String(outcome ?? '')),
    }),
  },
];

const appealNamed = (appeal: string) => {
  const [caseId, appealNo] = appeal.split(' ');
  return { caseId, ...(appealNo === undefined ? {} : { appealNo: Number(appealNo) }) };
};

const outcomeNamed = (outcome: string) =>
  outcome.startsWith('annulled')
    ? { result: 'annulled', faultInPreparation: outcome !== 'annulled' }
    : { result: outcome };
