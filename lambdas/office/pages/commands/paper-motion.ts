import type { CalendarDate } from '../../../../domain/calendar-date.ts';
import type { MotionText } from '../../../../domain/documents.ts';
import { isInOffice, type Member, partyOn, publicName } from '../../../../domain/members.ts';
import { mayKnowProtection } from '../../../../domain/permissions.ts';
import type { Actor } from '../../../../domain/roles.ts';
import type { Field, Filled } from '../../../../web/forms/field.ts';
import { everyone } from '../../../casework/everyone.ts';
import type { PagesDesk } from '../desk.ts';

/** What is known of a motion on paper before its form is shown: typed by nobody yet, or read from an uploaded file. */
export interface PaperMotion {
  readonly text: Partial<MotionText>;
  /** Ids in the member register. */
  readonly signatories: readonly string[];
  readonly receivedOn?: CalendarDate | undefined;
}

/** The fields of a motion on paper, filled by the registrar; the same however it came to be filled (domain.md §1.3). */
export const paperMotionFields = async (
  { people }: Pick<PagesDesk, 'people'>,
  today: CalendarDate,
  actor: Actor,
): Promise<Field[]> => {
  const members = await everyone((page) => people.members(page));
  return [
    { kind: 'text', name: 'title', label: 'Rubrik', autocomplete: 'off' },
    {
      kind: 'text',
      name: 'series',
      label: 'Partiets egen beteckning',
      hint: 'Till exempel "Jämlikhetsmotion 26". Det är inget diarienummer.',
      isOptional: true,
    },
    {
      kind: 'prose',
      name: 'body',
      label: 'Motionens text',
      hint: 'Utan att-satserna.',
      size: 'tall',
      isOptional: true,
    },
    {
      kind: 'prose',
      name: 'clauses',
      label: 'Att-satser',
      hint: 'Var och en på sin egen rad, utan nummer och utan "att". Lämna tomt om det inte går att läsa ut några.',
      isOptional: true,
    },
    {
      kind: 'several',
      name: 'signatories',
      label: 'Undertecknare',
      hint: 'De som står på papperet. Kryssa ingen om inget namn går att läsa: motionen registreras ändå (OSL 5:1).',
      choices: members.map((member) => choiceOf(member, today, actor)),
      isOptional: true,
    },
  ];
};

const choiceOf = (member: Member, today: CalendarDate, actor: Actor) => ({
  value: member.memberId,
  label: `${mayKnowProtection(actor) ? member.name : publicName(member)} (${partyOn(member, today)})`,
  hint: isInOffice(member, today) ? undefined : 'inte i fullmäktige i dag',
});

/** The form filled with what is known. */
export const paperMotionFilled = ({ text, signatories, receivedOn = '' }: PaperMotion): Filled => ({
  title: [text.title ?? ''],
  series: [text.series ?? ''],
  body: [text.body ?? ''],
  clauses: [(text.clauses ?? []).map(onOneLine).join('\n')],
  signatories: [...signatories],
  receivedOn: [receivedOn],
});

const onOneLine = (clause: string) => clause.replace(/\s*\n\s*/g, ' ');

/** What was filled in, as the commands `import-motion` and `complete-on-paper` take it. */
export const paperMotionOf = ({
  title,
  series,
  body = '',
  clauses,
  signatories,
  receivedOn,
}: Readonly<Record<string, unknown>>) => ({
  text: { title, body, clauses: linesOf(clauses), ...(series === undefined ? {} : { series }) },
  signatories: signatories ?? [],
  ...(receivedOn === undefined ? {} : { receivedOn }),
});

const linesOf = (written: unknown): string[] =>
  typeof written === 'string'
    ? written
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : [];
