/** A side that only the findings tell is told with the item, where nothing leaves it open. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const report = (findings: string, impression: string): string =>
  `CT CHEST, ABDOMEN AND PELVIS\n\nFINDINGS:\n${findings}\n\nIMPRESSION:\n${impression}\n`;

const first = (findings: string, impression: string) => {
  const text = report(findings, impression);
  const [item] = english().explain({ kind: 'text', text }).items;
  if (!item) throw new Error('no item');
  return { text, item, told: item.plain.map((sentence) => sentence.text).join(' ') };
};

describe('the side that the findings tell', () => {
  it.each([
    ['A 6 mm stone sits in the left distal ureter.', 'Obstructing ureteral stone.', 'Left side: '],
    ['Small right pneumothorax.', 'Small pneumothorax.', 'Right side: '],
    ['8 mm nodule in the left upper lobe.', 'Lung nodule.', 'Left side: '],
    ['A 9 mm nodule lies in the right lower lobe. The nodule has spikes.', 'Suspicious lung nodule.', 'Right side: '],
    ['Right ovary has a 3 cm simple cyst. Left ovary is normal.', 'Simple ovarian cyst.', 'Right side: '],
    ['RIGHT: Veins compress.\nLEFT: Thrombus in the popliteal vein.', 'Popliteal vein thrombosis.', 'Left side: '],
    ['RIGHT RIBS: fractures of ribs 4 to 6.', 'Rib fractures.', 'Right side: '],
    ['Left hydronephrosis. Left ureteral stone.', 'Ureteral stone with hydronephrosis.', 'Left side: '],
  ])('%s → %s', (findings, impression, expected) =>
    expect(first(findings, impression).told).toMatch(new RegExp(`^${expected}`)),
  );

  it('rests on the word of the findings', () => {
    const { text, item } = first('Small right pneumothorax.', 'Small pneumothorax.');
    const words = item.plain[0]?.basis.map(([start, end]) => text.slice(start, end));
    expect(words?.[0]).toBe('right');
    expect(item.places.map(({ side }) => side)).toEqual(['right']);
  });

  it.each([
    ['a side of its own', 'Left pneumothorax.', 'Right pneumothorax.'],
    ['both sides', 'Right and left pleural effusions.', 'Pleural effusions.'],
    ['one on each side', 'Small left effusion. Large right effusion.', 'Pleural effusion.'],
    ['another without a side', 'Left renal cyst. A renal cyst measures 5 cm.', 'Renal cyst.'],
    [
      'something beside it without a side',
      'Left pleural effusion. The heart is large.',
      'Pleural effusion and cardiomegaly.',
    ],
    ['two things on two sides', 'Left renal cyst. Right renal stone.', 'Renal cyst and renal stone.'],
    ['a denial', 'No left pneumothorax.', 'No pneumothorax.'],
    ['what was denied there', 'No left pneumothorax.', 'Pneumothorax.'],
    ['a lobe of the liver', 'Mass in the left lobe of the liver.', 'Liver mass.'],
    ['a chamber of the heart', 'Left atrial enlargement.', 'Atrial enlargement.'],
    ['another place', 'Left rib fracture.', 'Fracture of the sternum.'],
    ['advice', 'Left renal cyst.', 'Follow-up ultrasound of the renal cyst in 6 months.'],
    ['what went away', 'Left pleural effusion has resolved.', 'Pleural effusion.'],
  ])('is not told with %s', (_, findings, impression) =>
    expect(first(findings, impression).told).not.toMatch(/ side: /),
  );
});
