/** What we use of the compiler; the package has no types of its own. */
declare module '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu' {
  export class NodeCompiler {
    static create(options: {
      readonly fontArgs: readonly { readonly fontBlobs: readonly Buffer[] }[];
    }): NodeCompiler;
    pdf(
      source: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> },
      options: { readonly pdfStandard: 'a-2a'; readonly pdfTags: true },
    ): Buffer;
    /** Forgets what has not been used by the last compilations, by their number. */
    evictCache(age: number): void;
  }
}
