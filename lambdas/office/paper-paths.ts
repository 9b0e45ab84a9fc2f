import { z } from '@hono/zod-openapi';
import { paperFormats } from '../casework/papers/formats.ts';
import { kinds, reportQuery, versionQuery } from '../papers/contract.ts';
import { problemOf, problems } from './answers.ts';
import type { OfficeApp } from './signed-in.ts';

const formats = Object.keys(paperFormats);
const paperOf = (names: readonly string[]) =>
  z.enum(names.flatMap((name) => formats.map((format) => `${name}.${format}`)));
const file = z.string().openapi({ format: 'binary' });
const id = z.string();

const paths = [
  {
    path: '/api/cases/{id}/papers/{paper}',
    summary: 'Ett papper i ett ärende: svaret, ett protokollsutdrag eller mottagningsbeviset',
    request: { params: z.object({ id, paper: paperOf(kinds.cases) }), query: versionQuery },
  },
  {
    path: '/api/meetings/{id}/papers/{paper}',
    summary: 'Ett sammanträdes föredragningslista eller kungörelse',
    request: { params: z.object({ id, paper: paperOf(kinds.meetings) }) },
  },
  {
    path: '/api/minutes/{id}/papers/{paper}',
    summary: 'Anslaget om ett justerat protokoll',
    request: { params: z.object({ id, paper: paperOf(kinds.minutes) }) },
  },
  {
    path: '/api/reports/papers/{paper}',
    summary: 'Motionsbalansen eller de bifallna motionerna som papper',
    request: { params: z.object({ paper: paperOf(kinds.reports) }), query: reportQuery },
  },
] as const;

/** Describes the papers, which another function answers under the same address (lambdas/papers). */
export const describePapers = ({ openAPIRegistry }: OfficeApp): void => {
  for (const each of paths) {
    openAPIRegistry.registerPath({
      method: 'get',
      ...each,
      responses: {
        200: {
          description: 'Papperet; Repr-Digest bär filens SHA-256',
          content: Object.fromEntries(
            Object.values(paperFormats).map((type) => [type.split(';')[0] ?? type, { schema: file }]),
          ),
        },
        ...problems,
        501: problemOf('PDF kan inte göras på den här datorn'),
      },
    });
  }
};
