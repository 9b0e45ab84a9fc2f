import type { Motion } from '../../../../domain/motion.ts';
import { mayReadOriginal } from '../../../../domain/permissions.ts';
import type { Actor } from '../../../../domain/roles.ts';
import type { OriginalFile } from '../../../../web/office/intake/original-file.tsx';
import { type OriginalOfCase, originalOfCase, originalUrl } from '../../../casework/intake/keep-with-case.ts';
import { NotFound } from '../../../failures.ts';
import type { PagesApp, PagesDesk } from '../desk.ts';
import { originalPath } from '../paths.ts';
import { visibleCase } from '../visible-case.ts';

/** The file that a motion came as, to be saved: it goes past the office, however large it is. */
export const addOriginalRoutes = (app: PagesApp, desk: PagesDesk): void => {
  app.get('/kontor/arenden/:caseId/original', async (context) => {
    const actor = context.get('actor');
    const { motion } = await visibleCase(desk, context.req.param('caseId'), actor);
    const found = await visibleOriginal(desk, motion, actor);
    if (found === undefined) throw new NotFound('original');
    return context.redirect(await originalUrl(desk.files, found), 303);
  });
};

/** Only what came on paper has an original, and a motion from before the product has none here. */
const visibleOriginal = async (
  { files, people }: PagesDesk,
  motion: Motion,
  actor: Actor,
): Promise<OriginalOfCase | undefined> => {
  if (motion.author !== undefined || ('importedOn' in motion && motion.importedOn !== undefined))
    return undefined;
  if (!mayReadOriginal(actor, false)) return undefined;
  const [found, members] = await Promise.all([
    originalOfCase(files, motion.caseId),
    people.membersById(motion.signatories.map(({ memberId }) => memberId)),
  ]);
  const namesProtected = [...members.values()].some(({ protectedIdentity }) => protectedIdentity === true);
  return mayReadOriginal(actor, namesProtected) ? found : undefined;
};

/** The original as the case's page shows it. */
export const shownOriginal = async (
  desk: PagesDesk,
  motion: Motion,
  actor: Actor,
): Promise<OriginalFile | undefined> => {
  const found = await visibleOriginal(desk, motion, actor);
  if (found === undefined) return undefined;
  const { about, original } = found;
  return {
    fileName: about.fileName,
    bytes: original.size,
    sha256: original.sha256,
    href: originalPath(motion.caseId),
  };
};
