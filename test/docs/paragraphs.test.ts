import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * The paragraphs that a motion has to do with, as read in the statutes (KL as amended through SFS 2025:374), by the
 * headings of their chapters. One that is not here does not exist, or is about something else: KL 6:18, once cited for
 * moving a meeting of the board, is about mandate times. OSL could not be read: what domain.md names of it.
 */
const concern: Readonly<Record<string, readonly [first: string, last: number, about: string][]>> = {
  KL: [
    ['4:19', 22, 'initiativrätt; ersättare'],
    ['4:24', 25, 'omröstning och beslut'],
    ['4:27', 27, 'reservation'],
    ['4:33', 34, 'politiska sekreterare'],
    ['5:5', 9, 'antalet ledamöter och ersättare; ordinarie val'],
    ['5:11', 20, 'presidium; tidpunkt; tillkännagivande; kallelse; distans; ersättarnas tjänstgöring'],
    ['5:22', 23, 'ärenden i fullmäktige'],
    ['5:26', 28, 'hur ärendena bereds'],
    ['5:33', 33, 'ett brådskande ärende som inte har beretts'],
    ['5:35', 35, 'motioner inom ett år'],
    ['5:39', 40, 'andra än ledamöterna'],
    ['5:42', 43, 'offentlighet och ordning'],
    ['5:45', 47, 'beslutsförhet; jäv'],
    ['5:50', 57, 'bordläggning och återremiss; hur ärendena avgörs'],
    ['5:65', 67, 'protokollet'],
    ['5:69', 72, 'justeringen; arbetsordningen'],
    ['6:4', 4, 'nämnderna bereder fullmäktiges ärenden'],
    ['6:12', 13, 'styrelsens uppgifter'],
    ['6:16', 17, 'ledamöter och ersättare i en nämnd'],
    ['6:23', 25, 'tid och plats; distans; stängda dörrar'],
    ['6:27', 33, 'beslutsförhet; jäv; hur ärendena avgörs'],
    ['6:35', 35, 'protokollet'],
    ['6:37', 41, 'delegering; anmälan; utskott'],
    ['6:44', 44, 'reglementen'],
    ['7:1', 1, 'direktören'],
    ['7:4', 8, 'anställdas jäv; delegering till anställda'],
    ['8:9', 12, 'anslagstavlan; tillkännagivande av protokoll'],
    ['13:1', 8, 'vem, vad, hur, när och varför ett beslut överklagas'],
    ['13:12', 14, 'prövningstillstånd; verkställighet'],
  ],
  TF: [['2:3', 13, 'allmänna handlingar: vad de är, inkomna, upprättade, utkast']],
  OSL: [
    ['5:1', 2, 'registrering'],
    ['5:5', 5, 'sekretessmarkering'],
    ['21:3', 3, 'skyddade personuppgifter'],
    ['22:1', 2, 'folkbokföring'],
  ],
};

const paragraph = String.raw`\d+:\d+(?:–\d+)?(?: (?:p\. \d+|\d st\.))*`;
const citation = new RegExp(`\\b(KL|TF|OSL) (${paragraph}(?:(?:, | och | and |; )${paragraph})*)`, 'gu');

/** What a text cites of these statutes that has nothing to do with a motion. */
const strange = (text: string): string[] =>
  [...text.matchAll(citation)].flatMap(([, statute = '', list = '']) =>
    [...list.matchAll(/(\d+):(\d+)(?:–(\d+))?/gu)].flatMap(([cited, chapter, from, to = from]) =>
      [Number(from), Number(to)].every((section) => isKnown(statute, chapter ?? '', section))
        ? []
        : [`${statute} ${cited}`],
    ),
  );

const isKnown = (statute: string, chapter: string, section: number): boolean =>
  (concern[statute] ?? []).some(([first, last]) => {
    const [inChapter, from] = first.split(':');
    return inChapter === chapter && Number(from) <= section && section <= last;
  });

test('every paragraph that is cited exists, and a motion has to do with it', () => {
  const files = globSync([
    '{domain,lambdas,web,documents,local}/**/*.{ts,tsx}',
    'docs/{rules,errors,glossary}.md',
  ]);
  const cited = files.map((file) => readFileSync(file, 'utf8'));
  expect(cited.join('\n').match(citation)?.length).toBeGreaterThan(500);
  expect(
    files.flatMap((file, index) => strange(cited[index] ?? '').map((each) => `${file}: ${each}`)),
  ).toEqual([]);
});

test('one that does not exist, or is about something else, is seen', () => {
  expect(strange('KL 5:13, 5:15; KL 6:27 och 6:33 2 st.')).toEqual([]);
  expect(strange('KL 5:74')).toEqual(['KL 5:74']);
  expect(strange('KL 5:12–13, 6:18')).toEqual(['KL 6:18']);
  expect(strange('KL 5:65–75; OSL 5:1')).toEqual(['KL 5:65–75']);
  expect(strange('KL 13:5 2 st., 12:3')).toEqual(['KL 12:3']);
});
