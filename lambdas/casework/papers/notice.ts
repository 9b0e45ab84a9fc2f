import { noticePaper } from '../../../documents/papers/notice.ts';
import { namedOn } from '../../../domain/organisation.ts';
import { mayReadMeetings } from '../../../domain/permissions.ts';
import { protectedNamesOf } from '../../../domain/protected-names.ts';
import type { Actor } from '../../../domain/roles.ts';
import { NotFound } from '../../failures.ts';
import { casesOf, numberOf, textGoingOut } from './case-at.ts';
import type { DraftPaper, PaperSources } from './draft.ts';
import { membersOf } from './names.ts';

/**
 * The notice that minutes are certified, and how to appeal.
 * @throws NotFound when there are no such minutes, they are not certified, or the asker may not read them
 */
export const draftNotice = async (
  sources: PaperSources,
  { minutesId, actor }: { minutesId: string; actor: Actor },
): Promise<DraftPaper> => {
  const [state, items] = await Promise.all([
    sources.minutes.load(minutesId),
    sources.minutes.items(minutesId),
  ]);
  if (state === undefined || !mayReadMeetings(actor)) throw new NotFound('minutes');
  const { minutes } = state;
  if (minutes.status === 'Open') throw new NotFound('notice');
  const records = await casesOf(sources, [...new Set(items.map(({ caseId }) => caseId))]);
  const [texts, members] = await Promise.all([
    Promise.all(records.map((each) => textGoingOut(sources, each, each))),
    membersOf(
      sources,
      records.flatMap(({ signatories }) => signatories.map(({ memberId }) => memberId)),
    ),
  ]);
  const titles = new Map(records.map(({ caseId }, index) => [caseId, texts[index]?.title ?? '']));
  // A case may have several paragraphs in the minutes.
  const matters = items
    .flatMap(({ caseId, paragraph }) => {
      const record = records.find((each) => each.caseId === caseId);
      if (record === undefined) return [];
      return [{ paragraph, registrationNumber: numberOf(record) ?? '', title: titles.get(caseId) ?? '' }];
    })
    .toSorted((one, other) => one.paragraph.localeCompare(other.paragraph, 'sv', { numeric: true }));
  const organisation = namedOn(sources.organisation, minutes.meetingDate);
  return {
    paper: noticePaper({ organisation, minutes, matters }),
    stamp: {
      source: `protokollet ${organisation.bodies[minutes.body]} ${minutes.meetingDate}`,
      version: { number: minutes.version, hash: state.head },
    },
    protectedNames: protectedNamesOf(members.values()),
  };
};
