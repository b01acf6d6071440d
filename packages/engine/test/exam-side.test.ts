/** A side that only the title of an exam tells holds for its items, and for nothing that may lie elsewhere. */
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';

const report = (title: string, impression: string): string =>
  `${title}\n\nFINDINGS:\nThe alignment is normal.\n\nIMPRESSION:\n${impression}\n`;

const told = (title: string, impression: string): string =>
  english()
    .explain({ kind: 'text', text: report(title, impression) })
    .items[0]?.plain.map(({ text }) => text)
    .join(' ') ?? '';

describe('the side of an exam', () => {
  it.each([
    ['MRI LEFT SHOULDER', 'Full-thickness supraspinatus tear.', 'Left side: '],
    ['XR WRIST RIGHT 3 VIEWS', 'Nondisplaced distal radius fracture.', 'Right side: '],
  ])('%s: %s', (title, impression, expected) => expect(told(title, impression).startsWith(expected)).toBe(true));

  it.each([
    ['a side of its own', 'MRI LEFT SHOULDER', 'Tear of the right supraspinatus.'],
    ['what lies elsewhere', 'MRI LEFT SHOULDER', '8 mm lung nodule.'],
    ['a denial', 'MRI LEFT SHOULDER', 'No tear of the supraspinatus.'],
    ['advice', 'MRI LEFT KNEE', 'Recommend MR arthrogram if a meniscal tear is suspected.'],
    ['both sides', 'XR BOTH KNEES', 'Joint effusion.'],
    ['two sides', 'XR RIGHT KNEE AND LEFT ANKLE', 'Joint effusion.'],
    ['more than a limb', 'CT CHEST AND LEFT SHOULDER', 'Fracture of the clavicle.'],
    ['a hip, which is shown with the pelvis', 'XR LEFT HIP', 'Fracture of the pubic ramus.'],
    ['no side', 'MRI KNEE', 'Joint effusion.'],
  ])('is not told with %s', (_, title, impression) => expect(told(title, impression)).not.toMatch(/ side: /));

  it('rests on the title, and is told in every language', () => {
    const text = report('MRI LEFT SHOULDER', 'Full-thickness supraspinatus tear.');
    const [item] = english().explain({ kind: 'text', text }).items;
    expect(item?.plain[0]?.basis.map((span) => text.slice(...span))[0]).toBe('LEFT');
    for (const language of TOLD)
      expect(toldIn(language).explain({ kind: 'text', text }).items[0]?.plain[0]?.text).toMatch(
        /^Lado izquierdo: |^左侧：/,
      );
  });
});
