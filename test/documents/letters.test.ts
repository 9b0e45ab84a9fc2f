import { describe, expect, it } from 'vitest';
import { type ComposedLetter, composeLetter } from '../../documents/letters/compose.ts';
import { letterFacts } from '../../documents/letters/facts.ts';
import { SUBJECT_LIMIT } from '../../documents/letters/subject.ts';
import { letterTemplate } from '../../domain/letters.ts';
import type { Status } from '../../domain/motion.ts';
import { outcomeName } from '../../domain/outcome.ts';
import { statusName } from '../../domain/status-names.ts';
import { aLetter } from './letter-samples.ts';
import { letterVariants } from './letter-variants.ts';

const templates = letterTemplate.options;

const oneSpace = (text: string) => text.replace(/\s+/g, ' ');
/** What a reader of the HTML sees. */
const visible = ({ html }: ComposedLetter) =>
  oneSpace(
    html
      .replace(/^[\s\S]*<body/, '<body')
      .replace(/<\/?span[^>]*>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&amp;/g, '&'),
  );
/** Sentences of the text, without the rules under its headings. */
const words = (text: string) => oneSpace(text.replace(/^-+$/gm, ' '));

/** Facts that choose the words instead of being among them. */
const unspoken = [
  ...['template', 'body', 'request', 'how', 'continuesIn', 'referredBy', 'clause', 'kind', 'basis', 'change'],
  ...['proposal', 'act', 'by', 'ground', 'recipientKind', 'when'],
];
/** A name of one word loses its capital inside a sentence. */
const mentions = (text: string, fact: string) => text.toLowerCase().includes(fact.toLowerCase());

/** Every string of the facts that a reader must find, outcomes in Swedish. */
const saidBy = (value: unknown, key = ''): string[] => {
  if (unspoken.includes(key)) return [];
  if (key === 'status') return [statusName[value as Status]];
  if (key === 'outcome') return [outcomeName[value as keyof typeof outcomeName]];
  if (typeof value === 'string') return value.split('\n').map(oneSpace);
  if (Array.isArray(value)) return value.flatMap((each) => saidBy(each));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => (name === 'bodies' ? [] : saidBy(each, name)));
};

it('has a shape for every template, and no other', () => {
  const shapes = letterFacts.options.map((option) => option.shape.template.value);
  expect(shapes.sort()).toEqual([...templates].sort());
});

const samples = [...templates.map((template) => [template, template, {}] as const), ...letterVariants];

describe.each(samples)('%s', (_, template, changes) => {
  const facts = aLetter(template, changes);
  const letter = composeLetter(facts);

  it('is the same letter every time', () => {
    expect(composeLetter(structuredClone(facts))).toEqual(letter);
  });

  it('says every fact in text and in HTML', () => {
    for (const fact of saidBy(facts)) {
      expect(mentions(words(letter.text), fact), fact).toBe(true);
      expect(mentions(visible(letter), fact), fact).toBe(true);
    }
  });

  it('says the same words in text and in HTML', () => {
    expect(visible(letter).trim()).toBe(`${words(letter.text).trim()}`);
  });

  it('has a subject of one line with number and title', () => {
    expect(letter.subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
    expect(letter.subject).toMatch(/: Krafttag mot mäns våld/);
    if (facts.registrationNumber !== undefined) expect(letter.subject).toMatch(/^RS 12\/2026 /);
  });

  it('fetches nothing, tracks nothing, and has one link', () => {
    expect(letter.html).not.toMatch(/<(img|script|link|style|iframe)|src=|url\(|[^-]color:/i);
    expect(letter.html.match(/href="/g)).toHaveLength(1);
    expect(letter.html).toContain(`href="${facts.publicPage.replace(/&/g, '&amp;')}"`);
    expect(letter.html).toContain('<html lang="sv">');
  });

  it('is laid out for Outlook, and its tables are no tables to a screen reader', () => {
    const { html } = letter;
    expect(html.match(/<table(?! role="presentation")/g)).toBeNull();
    for (const cell of html.replace(/<!--.*?-->/g, '').match(/<(td|h1|h2)\b[^>]*>/g) ?? []) {
      expect(cell).toContain('font-family:Arial');
    }
    const ghosts = [...html.matchAll(/<!--\[if mso\]>(.*?)<!\[endif\]-->/g)].map(([, inside]) => inside);
    expect(ghosts.join('').replace(/ [^>]*/g, '')).toBe('<table><tr><td></td></tr></table>');
    // Nothing is wider than the smallest screen: lengths in pixels stand in Outlook's table alone.
    const seen = html.replace(/<!--.*?-->/g, '');
    expect(seen).not.toMatch(/[^-]width[:=]"?\d+(px|")/);
  });

  it('is plain Swedish: short lines, short sentences, no officialese', () => {
    for (const line of letter.text.split('\n')) expect(line.length).toBeLessThanOrEqual(76);
    const prose = letter.text
      .split(/\n\n|: *\n/)
      .map(oneSpace)
      .filter((each) => !/^(Att-sats|Punkt) \d/.test(each));
    for (const sentence of prose.join(' ¶ ').split(/[.?!¶:] /)) {
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(25);
    }
    expect(letter.text).not.toMatch(
      /erhåll|avseende|beträffande|härmed|därmed|ovanstående|vederbörande|jämlikt|föreligg|undefined|\[object/i,
    );
  });
});

describe('hostile text', () => {
  const hostile = {
    title: 'Nej\r\nBcc: alla@region.example\u2028 <script>alert("1")</script> & \u202Ebaklänges\u0000',
    organisation: 'Region <b>&',
  };

  it.each(templates)('is only text in %s', (template) => {
    const { subject, text, html } = composeLetter(aLetter(template, hostile));
    expect(html).not.toMatch(/<script|<b>/i);
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; baklänges');
    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202E]/u);
    expect(text).not.toMatch(/^Bcc/m);
  });

  it('is escaped in clauses and reasons', () => {
    const evil = '<img src=x onerror=alert(1)> & "så"';
    const clause = { clause: 1, text: evil, outcome: 'GRANTED' };
    for (const facts of [
      aLetter('decided', { decisions: [clause] }),
      aLetter('returned', { reason: evil }),
      aLetter('appealed', { court: evil }),
      aLetter('consulted', { recipient: evil }),
      aLetter('late-report', { soFar: evil }),
      aLetter('final', { withdrawnClauses: [{ clause: 4, text: evil }] }),
      aLetter('extract', { points: [{ pointNo: 1, text: evil }] }),
      aLetter('board-proposal', { stand: { kind: 'forwards', committees: [evil] } }),
    ]) {
      const letter = composeLetter(facts);
      expect(letter.html).not.toContain('<img');
      expect(oneSpace(letter.text)).toContain(evil);
      expect(visible(letter)).toContain(evil);
    }
  });

  it.each(['javascript:alert(1)', 'https://a.example/\nBcc: x', 'https://a.example/a b', '/motion/1'])(
    'refuses the link %j',
    (publicPage) => {
      expect(() => aLetter('registered', { publicPage })).toThrow();
    },
  );
});

describe('the subject', () => {
  const subjectOf = (title: string, registrationNumber = 'RS 12/2026') =>
    composeLetter(aLetter('registered', { title, registrationNumber })).subject;

  it('is shortened at a word', () => {
    const subject = subjectOf(
      'Krafttag mot mäns våld mot kvinnor, på alla språk som talas i länet, och i hela vården',
    );
    expect(subject).toBe(
      'RS 12/2026 Registrerad: Krafttag mot mäns våld mot kvinnor, på alla språk som talas i…',
    );
    expect(subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
  });

  it('never exceeds the limit, whatever it is made of', () => {
    for (const title of ['x'.repeat(500), '😀'.repeat(200), 'å '.repeat(200), 'Kort'])
      for (const number of ['RS 1/2026', 'n'.repeat(60), 'n'.repeat(400)]) {
        const subject = subjectOf(title, number);
        expect(subject.length).toBeLessThanOrEqual(SUBJECT_LIMIT);
        expect(subject.isWellFormed()).toBe(true);
      }
  });
});

describe('what is said of outcomes', () => {
  const one = (outcome: string) => ({ decisions: [{ clause: 'whole', outcome }] });
  const textOf = (...given: Parameters<typeof aLetter>) => words(composeLetter(aLetter(...given)).text);

  it('names the motion in its entirety when its clauses are unknown', () => {
    expect(textOf('decided', one('ANSWERED'))).toContain('Motionen i sin helhet: anses besvarad');
  });

  it('says that another motion of the same preparation decided it', () => {
    const lapsed = { outcome: 'LAPSED', lapsedBy: 'another-motion' };
    const told = 'förfaller genom beslutet om en annan motion i samma beredning';
    for (const clause of [{ clause: 'whole' }, { clause: 1, text: 'att bussarna går oftare' }]) {
      expect(textOf('decided', { decisions: [{ ...clause, ...lapsed }] })).toContain(told);
    }
  });

  it('never calls answered a yes or a no', () => {
    const letter = composeLetter(aLetter('decided', one('ANSWERED')));
    expect(letter.subject).toContain('Beslut, anses besvarad:');
    expect(words(letter.text)).toContain('Anses besvarad är varken ja eller nej.');
    expect(letter.text).not.toMatch(/bifall|avslag/i);
  });

  it('lists each clause of a mixed decision, and explains each outcome once', () => {
    const letter = composeLetter(aLetter('decided'));
    expect(letter.subject).toContain('Beslut per att-sats:');
    expect(letter.text).toMatch(
      /Att-sats 1: bifall[\s\S]*Att-sats 2: anses besvarad[\s\S]*Att-sats 3: avslag/,
    );
    expect(letter.text.match(/Bifall är/g)).toHaveLength(1);
  });

  it('does not promise execution when nothing was granted', () => {
    expect(textOf('final', one('REJECTED'))).not.toContain('genomförs');
    expect(textOf('final', one('GRANTED_AMENDED'))).toContain('genomförs');
  });

  it('says when the decision is another than the board proposed, and when it was urgent', () => {
    expect(textOf('extract')).toContain('ett annat än det som regionstyrelsen föreslog');
    expect(textOf('extract', { deviatesFromBoard: false })).not.toContain('ett annat än');
    expect(textOf('decided', { urgent: true })).toContain('5 kap. 33 §');
  });
});

describe('what depends on the case', () => {
  const textOf = (...given: Parameters<typeof aLetter>) => words(composeLetter(aLetter(...given)).text);

  it('acknowledges a motion that has come back', () => {
    const text = textOf('received', {
      again: { enteredOn: '2026-03-20', onPaper: false },
      registrationNumber: 'RS 12/2026',
    });
    expect(text).toContain('Kom in igen: 2026-03-20');
    expect(text).not.toContain('inte registrerad');
  });

  it('promises no preparation of a motion that is withdrawn', () => {
    expect(textOf('registered', { withdrawn: true })).not.toContain('beredning');
    expect(textOf('withdrawn', { registrationNumber: undefined })).toContain('registreras först');
  });

  it('names the body that put the motion off', () => {
    expect(textOf('postponed', { by: { body: 'board' } })).toContain('Regionstyrelsen har skjutit upp');
    expect(textOf('referred-back')).toContain('Minst en tredjedel');
    expect(textOf('postponed')).not.toContain('Minst en tredjedel');
  });

  it.each(['upheld', 'dismissed', 'withdrawn'])('tells of an appeal that was %s', (how) => {
    const text = textOf('final', { finality: { how, closedOn: '2027-05-17' } });
    expect(text).toContain('Överklagandet avslutades: 2027-05-17');
    expect(text).not.toContain('Ingen har överklagat');
  });

  it.each(['CouncilReady', 'Drafting', 'Registered', 'WithdrawalPending'])('goes on in %s', (continuesIn) => {
    expect(textOf('annulled', { continuesIn })).toMatch(/Motionen ska|Återtagandet/);
  });

  it('writes the names of bodies as Swedish does', () => {
    const bodies = { council: 'kommunfullmäktige', board: 'Region Gotlands styrelse' };
    const text = textOf('board-date', { bodies });
    expect(text).toContain('Kommunfullmäktige'.toLowerCase());
    expect(text).toContain('Region Gotlands styrelses möte');
    expect(textOf('appealed', { bodies })).toContain('Kommunfullmäktiges beslut');
  });
});
