import { heading, list, type Paper, points, rows, say } from '../../documents/papers/content.ts';

/** A paper with every sort of block, and with characters that mean something to some renderer. */
export const everyBlock: Paper = {
  sort: 'Tjänsteskrivelse',
  organisation: 'Region Örebro län',
  title: 'Svar på motion om #set text(red) <b>&amp; å ä ö</b> "citat" $x$ *stjärna* _streck_ \\ @alla',
  date: '2023-05-31',
  head: [
    ['Tjänsteställe, handläggare', 'Staben hållbar utveckling, Lilian Ek'],
    ['Datum', '2023-05-31'],
    ['Diarienummer', 'RS 115/2018'],
    ['Beteckning', 'Svar på motion'],
  ],
  blocks: [
    say(
      'Ett stycke.',
      undefined,
      'Med två meningar: “typografiska” – och\u2011bindestreck, mjuka\u00ad också.',
    ),
    heading('Riktlinjer och rutiner'),
    ...Array.from({ length: 30 }, (_, index) =>
      say(
        `Stycke ${index} är så långt att det bryts på flera rader och fyller en sida tillsammans med de andra.`,
      ),
    ),
    heading('Underrubrik', 2),
    list(['en punkt', 'en punkt till, som är lång nog att brytas på en ny rad i alla format som finns här']),
    points(['att motionen bifalls,', 'att att-satserna 1 och 3 avslås.']),
    rows(['Väckt', '2022-11-28'], ['Saknas', undefined], ['Motionär', 'Anna Ek (S)']),
    {
      kind: 'table',
      columns: [
        { heading: 'Nr', width: 1 },
        { heading: 'Rubrik', width: 4 },
      ],
      rows: [
        ['1', 'Första raden'],
        ['2', ''],
      ],
    },
    { kind: 'quotation', paragraphs: ['Så här skrev de.', 'Och så här.'] },
    {
      kind: 'signatures',
      lead: 'För Region Örebro län',
      people: [{ name: 'Anna Ek', title: 'Ordförande' }, { title: 'Regiondirektör' }],
    },
    { kind: 'note', lines: ['Version 9', `SHA-256 ${'0f'.repeat(32)}`] },
  ],
};
