import type { Session, SessionStore, SignInAttempt } from '../../lambdas/ports/session-store.ts';

/** Sessions without an engine. */
export const inMemorySessions = (): SessionStore => {
  const attempts = new Map<string, SignInAttempt>();
  const sessions = new Map<string, Session>();
  const signedOut = new Map<string, string>();
  return {
    beginAttempt: async (attempt) => void attempts.set(attempt.attemptHash, { ...attempt }),
    takeAttempt: async (attemptHash, now) => {
      const found = attempts.get(attemptHash);
      attempts.delete(attemptHash);
      return found !== undefined && found.expiresAt > now ? found : undefined;
    },
    open: async (session) => void sessions.set(session.sessionHash, { ...session }),
    find: async (sessionHash, now) => {
      const found = sessions.get(sessionHash);
      if (found === undefined || found.expiresAt <= now) return undefined;
      return found.startedAt <= (signedOut.get(found.subject) ?? '') ? undefined : found;
    },
    close: async (sessionHash) => void sessions.delete(sessionHash),
    closeAll: async (subject, upTo) => void signedOut.set(subject, upTo),
  };
};
