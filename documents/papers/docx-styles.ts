import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat, LineRuleType } from 'docx';

/** Every Word has it, and LibreOffice a face of the same measures. */
const font = 'Calibri';
const soft = '595959';

const paragraphStyle = (
  id: string,
  name: string,
  more: Omit<NonNullable<IStylesOptions['paragraphStyles']>[number], 'id' | 'name'>,
) => ({ id, name, basedOn: 'Normal', quickFormat: true, ...more });

/** The styles of a paper, by the names a clerk finds in Word. */
export const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, language: { value: 'sv-SE', eastAsia: 'sv-SE', bidirectional: 'sv-SE' } },
      paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { size: 34, bold: true, font },
      paragraph: {
        spacing: { before: 480, after: 240, line: 252, lineRule: LineRuleType.AUTO },
        keepNext: true,
      },
    },
    heading1: {
      run: { size: 25, bold: true, font, color: '000000' },
      paragraph: { spacing: { before: 320, after: 80 }, keepNext: true },
    },
    heading2: {
      run: { size: 22, bold: true, font, color: '000000' },
      paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
    },
  },
  paragraphStyles: [
    paragraphStyle('Letterhead', 'Brevhuvud', {
      run: { size: 24, bold: true },
      paragraph: {
        spacing: { after: 120 },
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 6, color: 'BFBFBF' } },
      },
    }),
    paragraphStyle('Label', 'Ledtext', {
      run: { size: 18, color: soft },
      paragraph: { spacing: { after: 0 } },
    }),
    paragraphStyle('RowLabel', 'Radetikett', { run: { color: soft }, paragraph: { spacing: { after: 0 } } }),
    paragraphStyle('RowValue', 'Radvärde', { paragraph: { spacing: { after: 0 } } }),
    paragraphStyle('ListText', 'Punktlista', { paragraph: { spacing: { after: 60 } } }),
    paragraphStyle('Point', 'Att-sats', {
      paragraph: { indent: { left: 340, hanging: 340 }, spacing: { after: 120 } },
    }),
    paragraphStyle('QuotedText', 'Citerad text', {
      paragraph: {
        indent: { left: 280 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 10, color: 'BFBFBF' } },
      },
    }),
    paragraphStyle('TableHeading', 'Tabellrubrik', {
      run: { size: 19, bold: true },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    }),
    paragraphStyle('TableText', 'Tabelltext', {
      run: { size: 19 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    }),
    paragraphStyle('Signature', 'Underskrift', {
      paragraph: { spacing: { before: 720, after: 0 }, keepNext: true },
    }),
    paragraphStyle('Gap', 'Mellanrum', { run: { size: 8 }, paragraph: { spacing: { after: 0 } } }),
    paragraphStyle('Note', 'Finstilt', {
      run: { size: 17, color: soft },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    }),
    paragraphStyle('NoteFirst', 'Finstilt, första raden', {
      run: { size: 17, color: soft },
      paragraph: {
        spacing: { before: 600, after: 0, line: 240, lineRule: LineRuleType.AUTO },
        border: { top: { style: BorderStyle.SINGLE, size: 4, space: 6, color: 'BFBFBF' } },
      },
    }),
  ],
};

export const numbering = {
  config: [
    {
      reference: 'bullets',
      levels: [
        {
          level: 0,
          format: LevelFormat.BULLET,
          text: '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 400, hanging: 260 } } },
        },
      ],
    },
  ],
};
