/** The first line a person reads: what narrows a denial stays in it, and whose organ it is where a scan in pregnancy says so. */
import { describe, expect, it } from 'vitest';
import { english, TOLD, toldIn } from './support/english.ts';
import { impression } from './support/impression.ts';

const headed = (text: string): string => impression(text).headline.text;

describe('a denial of something narrower is headed by its sentence', () => {
  it.each([
    ['No new liver metastases.', 'new'],
    ['No residual effusion.', 'remaining'],
    ['No second fracture.', 'second'],
    ['No enlarging lymph nodes.', 'growing'],
    ['No recurrent hernia.', 'returning'],
    ['No active colitis.', 'active'],
    ['No stone larger than 4 mm.', '4 mm'],
    ['No nodule >6 mm.', '6 mm'],
    ['No iliac vein thrombosis.', 'vein in the pelvis'],
    ['No DVT in the right calf.', 'right calf'],
    ['No stenosis of the left internal carotid artery.', 'left'],
    ['No aneurysm of the basilar artery.', 'artery at the brain stem'],
    ['No nodule behind the heart.', 'behind the heart'],
  ])('%s', (text, word) => {
    expect(headed(text)).toContain(word);
  });
  it.each([
    ['No liver metastases.', 'no cancer spread to the liver seen.'],
    ['No evidence of a hernia.', 'seen.'],
    ['There is no radiographic evidence of pneumothorax.', 'no air outside the lung seen.'],
    ['Negative for colitis.', 'seen.'],
    ['No pneumothorax or effusion.', 'no air outside the lung seen.'],
    ['No pneumonia in the lungs.', 'no lung infection seen.'],
    ['No metastases in the liver.', 'no cancer spread to the liver seen.'],
    ['No hydronephrosis of the right kidney.', 'no urine build-up in the right kidney seen.'],
  ])('a plain one by its name: %s', (text, end) => {
    expect(headed(text)).toMatch(/^Main point: no /);
    expect(headed(text)).toContain(end);
  });
  it('an article is no unknown word: it takes no good news away', () => {
    expect(impression('No evidence of a fracture.').urgency.tier).toBe('reassuring');
    expect(impression('No evidence of an quagulated fracture.').urgency.tier).toBe('routine');
  });
});

describe('a scan in pregnancy', () => {
  const scan = (body: string) => `OBSTETRIC ULTRASOUND\n\nFINDINGS: One live fetus.\n\nIMPRESSION: ${body}`;
  const codes = (text: string) =>
    english()
      .explain({ kind: 'text', text })
      .notices.map(({ code }) => code);

  it('says that an organ may be the baby’s where the report does not', () => {
    expect(codes(scan('Mild right hydronephrosis.'))).toContain('pregnancy');
  });
  it.each(['Mild right fetal hydronephrosis.', 'Maternal right hydronephrosis.', 'Placenta previa.'])(
    'says nothing where it is clear: %s',
    (body) => {
      expect(codes(scan(body))).not.toContain('pregnancy');
    },
  );
  it('is headed with whose organ it is', () => {
    const { headline } = english().explain({ kind: 'text', text: scan('Mild right fetal hydronephrosis.') });
    expect(headline.text).toContain('baby');
  });
  it.each([
    ['Mild right hydronephrosis.', 0],
    ['Mild right fetal hydronephrosis.', 0],
    ['Maternal right hydronephrosis.', 1],
  ])('shows on the map of the mother’s body only what is hers: %s', (body, places) => {
    const { items } = english().explain({ kind: 'text', text: scan(body) });
    expect(items[0]?.places).toHaveLength(places);
  });
  it('no other scan says so', () => {
    expect(codes('CT ABDOMEN\n\nIMPRESSION: Mild right hydronephrosis.')).not.toContain('pregnancy');
  });
  it.each(TOLD)('says so in %s too', (language) => {
    const { notices } = toldIn(language).explain({ kind: 'text', text: scan('Mild right hydronephrosis.') });
    const own = notices.find(({ code }) => code === 'pregnancy');
    expect(own?.text).not.toMatch(/pregnancy/);
    expect(own?.basis).toHaveLength(1);
  });
});
