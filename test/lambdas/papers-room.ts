import { makePapersApp } from '../../lambdas/papers/app.ts';
import type { FileStore } from '../../lambdas/ports/file-store.ts';
import { makeInMemoryFiles } from '../support/in-memory-files.ts';
import { type Desk, press } from './office-desk.ts';

/** The door of the papers, over a desk in memory; the token is the subject. */
export const makePaperRoom = (desk: Desk, files: FileStore = makeInMemoryFiles()) => {
  const app = makePapersApp({ ...desk, files, press }, { verify: async (token) => token });
  const get = (subject: string, path: string) =>
    app.request(path, { headers: { authorization: `Bearer ${subject}` } });
  const page = async (subject: string, path: string) => (await get(subject, path)).text();
  return { app, get, page, files };
};
