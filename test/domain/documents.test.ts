import { expect, it } from 'vitest';
import { answerText, motionText } from '../../domain/documents.ts';

const filled = (characters: number) => 'å'.repeat(characters);

it('takes texts that fit one row of the record, and no longer ones', () => {
  const motion = (body: string) => ({ title: 'Titel', body, clauses: ['att'] });
  expect(motionText.safeParse(motion(filled(99_000))).success).toBe(true);
  expect(motionText.safeParse(motion(filled(100_001))).success).toBe(false);
  const sections = [1, 2].map(() => ({ heading: '', text: filled(70_000) }));
  expect(answerText.safeParse({ title: 'Svar', sections: sections.slice(1) }).success).toBe(true);
  expect(answerText.safeParse({ title: 'Svar', sections }).error?.issues[0]?.message).toContain('för lång');
});
