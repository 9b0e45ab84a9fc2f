import { z } from 'zod';
import { calendarDate } from './calendar-date.ts';

const line = z.string().trim().min(1).max(200);

/** When a part that depends on something is to stand in the answer. */
export const partCondition = z.enum(['clauses-known', 'consulted', 'granted']);
export type PartCondition = z.infer<typeof partCondition>;

/**
 * One part of the official's answer (domain.md §4.1), in the order of the template. `written` is a section that the
 * official writes, by its heading; `others` are all sections that no part names; the rest is drawn from the record. A
 * `required` part is missed when it is absent, a `conditional` one when its condition holds; no answer is refused for it.
 */
export const answerPart = z
  .object({
    part: z.enum(['written', 'others', 'clauses', 'consultation', 'proposal', 'signatures', 'recipients']),
    heading: line.optional(),
    need: z.enum(['required', 'optional', 'conditional']).default('optional'),
    when: partCondition.optional(),
    /** What the official should think of, shown where the section is written. */
    hint: z.string().trim().max(500).optional(),
  })
  .refine(({ part, heading }) => part !== 'written' || heading !== undefined, 'written: ange heading')
  .refine(({ need, when }) => (need === 'conditional') === (when !== undefined), 'conditional: ange when');
export type AnswerPart = z.infer<typeof answerPart>;

/** In the form of the answers we have seen: what local templates ask for besides is optional until it is configured. */
const usualParts: z.input<typeof answerPart>[] = [
  { part: 'written', heading: 'Sammanfattning' },
  { part: 'clauses', heading: 'Motionens förslag', need: 'conditional', when: 'clauses-known' },
  { part: 'consultation', heading: 'Beredning', need: 'conditional', when: 'consulted' },
  { part: 'others' },
  {
    part: 'written',
    heading: 'Ekonomiska konsekvenser',
    need: 'conditional',
    when: 'granted',
    hint: 'Vad förslaget kostar och hur det betalas.',
  },
  { part: 'written', heading: 'Konsekvenser för miljön' },
  { part: 'written', heading: 'Jämställdhet' },
  { part: 'written', heading: 'Konsekvenser för barn', hint: 'Barnets bästa, enligt lagen (2018:1197).' },
  { part: 'proposal', need: 'required' },
  { part: 'signatures' },
];

/** Who signs the answer: the office, and by whom it has been held, since an old answer keeps its names. */
export const answerSignature = z.object({
  title: line,
  holders: z.array(z.object({ from: calendarDate, name: line })).default([]),
});

/** What papers say that differs between organisations (architecture §7). */
export const paperSettings = z.object({
  answerParts: z
    .array(answerPart)
    .min(1)
    .default(() => z.array(answerPart).parse(usualParts)),
  answerSignatures: z.array(answerSignature).default([]),
  /** `För Region Örebro län`; the organisation's name when absent. */
  onBehalfOf: line.optional(),
  /** Who gets the decision besides the movers. */
  decisionSentTo: z.array(line).default([]),
  /** Where the minutes are kept, for the notice (KL 8:12). */
  minutesKeptAt: line.optional(),
  /** The administrative court that an appeal is made to (KL 13:4). */
  court: line.optional(),
  /** Where an appeal is sent, on one line. */
  appealAddress: line.optional(),
});
export type PaperSettings = z.infer<typeof paperSettings>;

/** Who holds the office on a day; undefined when nobody is known to. */
export const holderOn = ({ holders }: z.infer<typeof answerSignature>, day: string): string | undefined =>
  holders
    .filter(({ from }) => from <= day)
    .reduce<{ from: string; name?: string }>((latest, each) => (each.from >= latest.from ? each : latest), {
      from: '',
    }).name;
