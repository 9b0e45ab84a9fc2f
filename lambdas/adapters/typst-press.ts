import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
import { type Press, PressMissing } from '../ports/press.ts';

const compilerPackage = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';
const fontPackage = '@expo-google-fonts/source-sans-3';
const fontFiles = ['400Regular/SourceSans3_400Regular.ttf', '600SemiBold/SourceSans3_600SemiBold.ttf'];

/** Runs of the compiler that its cache may remember: the template's, not every paper's. */
const rememberedRuns = 8;

const isMissing = (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';

/** The compiler is a native module for one sort of machine; it is loaded when the first paper is printed. */
const loadCompiler = (): NodeCompiler => {
  const load = createRequire(import.meta.url);
  try {
    const { NodeCompiler: Compiler }: typeof import('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') =
      load(compilerPackage);
    const fontBlobs = fontFiles.map((file) => readFileSync(load.resolve(`${fontPackage}/${file}`)));
    return Compiler.create({ fontArgs: [{ fontBlobs }] });
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new PressMissing(
      `PDF is made on Linux x64 with glibc only, not on ${process.platform} ${process.arch}`,
    );
  }
};

/** What the compiler says of a character that none of the fonts has: an archive may hold no empty boxes unawares. */
const undrawable = /the text `\\*"(.+?)\\*"` could not be displayed/u;
const box = '□';

/** A character that cannot be drawn is drawn as a box; the other formats keep it. */
const print = (compiler: NodeCompiler, mainFileContent: string, paper: string): Buffer => {
  try {
    return compiler.pdf({ mainFileContent, inputs: { paper } }, { pdfStandard: 'a-2a', pdfTags: true });
  } catch (error) {
    const found = error instanceof Error ? undrawable.exec(error.message)?.[1] : undefined;
    if (found === undefined || found === box || !paper.includes(found)) throw error;
    return print(compiler, mainFileContent, paper.replaceAll(found, box));
  }
};

/** Prints with Typst, within this process. */
export const makeTypstPress = (template: string): Press => {
  let compiler: NodeCompiler | undefined;
  return {
    pdf: async (paper) => {
      compiler ??= loadCompiler();
      const pdf = print(compiler, template, JSON.stringify(paper));
      compiler.evictCache(rememberedRuns);
      return new Uint8Array(pdf);
    },
  };
};
