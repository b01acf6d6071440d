/** Words whose sense the report decides: what comes back up, the middle of an organ; and what belongs to no label before it. */
import { expect, it } from 'vitest';
import { english } from './support/english.ts';
import { told } from './support/told.ts';

const plainOf = (text: string) =>
  english()
    .explain({ kind: 'text', text })
    .sections.flatMap(({ statements }) => statements.flatMap(({ plain }) => plain.map((one) => one.text)))
    .join(' ');

it.each([
  ['BARIUM SWALLOW\nHistory: Regurgitation after meals.\nFindings: Normal.', 'comes back up', 'valve'],
  ['ECHOCARDIOGRAM\nFindings: Mitral valve: mild regurgitation.', 'leaky heart valve', 'comes back up'],
  ['CT KIDNEYS\nFindings: Cyst at the mid zone of the left kidney.', 'of the kidney', 'lung'],
  ['CHEST X-RAY\nFindings: Opacity in the left mid zone.', 'of the left lung', 'kidney'],
  ['HEAD ULTRASOUND\nFindings: Clot in the left germinal matrix.', 'edge of the fluid spaces', 'germinal'],
])('%s', (text, holds, not) => {
  expect(plainOf(text)).toContain(holds);
  expect(plainOf(text)).not.toContain(not);
});

it('fluid in the belly is not of the kidney whose label stands before it', () => {
  const { normal } = told('CT\n\nFINDINGS:\nRIGHT KIDNEY: 10 cm.\nNO ASCITES.\n\nIMPRESSION: Normal.');
  expect(normal).toContain('There is no fluid in the belly.');
});
