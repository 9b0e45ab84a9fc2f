import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import tesseract from 'tesseract.js';

export interface Recognised {
  readonly text: string;
  /** How sure the OCR is, 0–1. */
  readonly confidence: number;
}

export interface Recogniser {
  recognise(picture: Uint8Array): Promise<Recognised>;
  stop(): Promise<void>;
}

/** The Swedish data comes with its package: nothing is downloaded at run time. */
const swedishData = () =>
  join(
    dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/swe/package.json')),
    '4.0.0_best_int',
  );

/** Starts the OCR, with Swedish data. `onProgress` is told 0–1 for each picture. */
export const startRecogniser = async (onProgress: (share: number) => void): Promise<Recogniser> => {
  const worker = await tesseract.createWorker('swe', tesseract.OEM.LSTM_ONLY, {
    langPath: swedishData(),
    gzip: true,
    cacheMethod: 'none',
    logger: ({ status, progress }) => {
      if (status === 'recognizing text') onProgress(progress);
    },
    errorHandler: () => {},
  });
  return {
    async recognise(picture) {
      const { data } = await worker.recognize(Buffer.from(picture));
      return { text: data.text, confidence: data.confidence / 100 };
    },
    async stop() {
      await worker.terminate();
    },
  };
};
