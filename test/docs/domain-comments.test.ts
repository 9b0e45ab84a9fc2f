import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What a file gives to others under a name of its own; a type that only names a schema is told of at the schema. */
const bare = /^(?!export type \w+ = z\.infer<).*/u;
const exported = /^export (?:const|function|interface|class|type) (\w+)/u;

/** The exports of a text of which nothing is said on the line above. */
const untold = (source: string): string[] =>
  source.split('\n').flatMap((line, index, all) => {
    const name = bare.test(line) ? exported.exec(line)?.[1] : undefined;
    return name === undefined || all[index - 1]?.trimEnd().endsWith('*/') ? [] : [name];
  });

it('says of everything that the law gives to others what it is', () => {
  const files = globSync('domain/**/*.ts');
  expect(files.length).toBeGreaterThan(90);
  const all = files.flatMap((file) => untold(readFileSync(file, 'utf8')).map((name) => `${file} ${name}`));
  expect(all).toEqual([]);
});

it('would see one of which nothing is said', () => {
  const told = '/** Counts. */\nexport const count = 1;\n\nexport type Count = z.infer<typeof count>;\n';
  expect(untold(told)).toEqual([]);
  expect(untold(`${told}export type Other = string;\nexport const more = 2;`)).toEqual(['Other', 'more']);
});
