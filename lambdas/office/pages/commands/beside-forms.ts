import type { CommandForm } from './command-form.ts';

/** What is written beside the case without moving it (rows 32–33). */
export const besideForms: readonly CommandForm[] = [
  {
    type: 'add-note',
    label: 'Gör en tjänsteanteckning',
    done: 'Anteckningen är gjord.',
    lead: 'Anteckningen blir en handling i ärendet och kan inte tas bort. Undertecknarna får inget brev.',
    fields: () => [
      {
        kind: 'prose',
        name: 'note',
        label: 'Anteckning',
        hint: 'Vem som sa vad, när och hur. Skriv inget som inte hör till ärendet.',
      },
    ],
  },
  {
    type: 'correct-days',
    label: 'Rätta en dag i registret',
    done: 'Dagen är rättad.',
    lead: 'För en dag som fördes in fel. Året för beredningen räknas om från den rätta dagen (KL 5:35). Rättelsen syns i det offentliga registret.',
    isRisky: true,
    fields: ({ motion }) => [
      { kind: 'date', name: 'receivedOn', label: 'Inkom', isOptional: true },
      ...('raisedOn' in motion && motion.raisedOn !== undefined
        ? [{ kind: 'date' as const, name: 'raisedOn', label: 'Väckt', isOptional: true }]
        : []),
      { kind: 'prose', name: 'note', label: 'Vad var fel?', size: 'short' },
    ],
    initial: ({ motion }) => ({
      ...('receivedOn' in motion ? { receivedOn: [motion.receivedOn] } : {}),
      ...('raisedOn' in motion && motion.raisedOn !== undefined ? { raisedOn: [motion.raisedOn] } : {}),
    }),
  },
  {
    type: 'mark-secrecy',
    label: 'Sekretessmarkera',
    done: 'Ärendet är sekretessmarkerat.',
    lead: 'En markering är en varning, inget beslut: sekretessen prövas varje gång någon ber om handlingen (OSL 5:5). Så länge ärendet är markerat visas rubrik, text och att-satser varken i det offentliga registret eller i brev.',
    isRisky: true,
    fields: () => [
      {
        kind: 'text',
        name: 'provision',
        label: 'Bestämmelse',
        hint: 'Den som sekretessen kan grunda sig på, till exempel "OSL 21 kap. 1 §".',
        autocomplete: 'off',
      },
      { kind: 'text', name: 'authority', label: 'Myndighet som markerar', autocomplete: 'off' },
    ],
    initial: ({ desk }) => ({ authority: [desk.organisation.register.authority] }),
  },
  {
    type: 'lift-secrecy-mark',
    label: 'Ta bort sekretessmarkeringen',
    done: 'Sekretessmarkeringen är borttagen.',
    lead: 'Rubrik, text och att-satser visas igen i det offentliga registret och i brev.',
    isRisky: true,
  },
];
