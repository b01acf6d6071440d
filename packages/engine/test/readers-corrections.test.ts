/** What readers found of corrections: what a later note takes back neither alarms nor heads the explanation. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const told = (text: string) => english().explain({ kind: 'text', text });

describe('a later note takes back what was read before', () => {
  it.each([
    [
      'the same thing, though it goes without saying where it lies',
      'CTA CHEST\nIMPRESSION: Acute pulmonary embolism in the left lower lobe.\nADDENDUM: This is mixing artifact. No acute pulmonary embolism.',
    ],
    [
      'the only thing of its kind',
      'CHEST X-RAY\nIMPRESSION: Small right apical pneumothorax.\nADDENDUM: The line is a skin fold. There is no pneumothorax.',
    ],
    [
      'by what it was taken for',
      'FOOT X-RAY\nIMPRESSION: Nondisplaced fracture of the base of the fifth metatarsal.\nADDENDUM: This is a normal apophysis. No fracture.',
    ],
    [
      'whole, as of somebody else',
      'CT HEAD\nIMPRESSION: Right subdural hematoma.\nADDENDUM: Dictated on the wrong patient. Please disregard the above report.',
    ],
    [
      'with a word for it',
      'CHEST X-RAY\nIMPRESSION: Small right pneumothorax.\nADDENDUM: The finding of pneumothorax is retracted.',
    ],
    ['word by word', 'ADDENDUM: "Pneumothorax" should read "no pneumothorax".\nCHEST X-RAY\nIMPRESSION: Pneumothorax.'],
  ])('%s', (_, text) => {
    const { urgency, headline } = told(text);
    expect(urgency.tier).toBe('routine');
    expect(headline.text).not.toMatch(/: (blood clot|air outside|broken|blood under)/);
  });

  it.each([
    [
      'where more than one may be meant',
      'XR RIGHT HAND\nIMPRESSION: Fracture of the index finger. Displaced fracture of the thumb.\nADDENDUM: No fracture.',
    ],
    [
      'where another part is meant',
      'FOOT X-RAY\nIMPRESSION: Displaced fracture of the calcaneus.\nADDENDUM: Knee: no fracture.',
    ],
    [
      'where only a new one is denied',
      'CTA CHEST\nIMPRESSION: Acute pulmonary embolism.\nADDENDUM: No new pulmonary embolism.',
    ],
  ])('not %s', (_, text) => {
    expect(['urgent', 'emergency', 'soon']).toContain(told(text).urgency.tier);
  });

  it('says what the note says where the reading that it takes back was all there was', () => {
    const { headline } = told(
      'CT ABDOMEN\nIMPRESSION: Acute appendicitis.\nADDENDUM: It should read: No acute appendicitis.',
    );
    expect(headline.text).not.toMatch(/there is a suddenly inflamed appendix/i);
    expect(headline.text).toMatch(/correct|no suddenly inflamed/i);
  });

  it('a final reading counts more than the preliminary one', () => {
    const text =
      'CT HEAD\nPRELIMINARY REPORT: No acute intracranial hemorrhage.\nFINAL REPORT: Small acute right subdural hematoma.';
    expect(told(text).normal).toEqual([]);
    expect(told(text).urgency.tier).toBe('emergency');
  });
});

describe('said in one sentence', () => {
  it.each([
    'The initially reported hemorrhage is calcification, not blood.',
    'The original report stated a small left pneumothorax in error.',
    'The previously reported fracture is not real.',
  ])('%s', (text) => {
    expect(['routine', 'reassuring']).toContain(told(`CT\nIMPRESSION: ${text}`).urgency.tier);
  });
});
