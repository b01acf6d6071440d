/** What readers who tried to break the explanations found: what a person would have believed wrongly, and what it says now. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const told = (text: string) => {
  const { headline, urgency, items, nextSteps, communications } = english().explain({ kind: 'text', text });
  return {
    headline: headline.text,
    tier: urgency.tier,
    items: items.map(({ plain }) => plain.map((sentence) => sentence.text).join(' ')),
    steps: nextSteps.map((step) => step.text),
    calls: communications.length,
    changes: items.map(({ change }) => change?.text ?? null),
  };
};
const impression = (text: string, title = 'CT CHEST') => told(`${title}\nIMPRESSION: ${text}`);

describe('the headline', () => {
  it.each([
    ['names no step where the report asks for none', 'Gallstones.', 'To talk over with your doctor: gallstone.'],
    [
      'names a step where it asks for one',
      'Gallstones. Recommend surgical consultation.',
      'Next step needed: gallstone.',
    ],
    [
      'names what the report asks for',
      '1. Gallstones. 2. 7 mm pulmonary nodule. CT in 12 months is recommended.',
      'Next step needed: small spot in the lung.',
    ],
    [
      'names what a sign stands for in an emergency',
      'Restricted diffusion in the left MCA territory consistent with acute infarct.',
      'Needs action right away: likely recent stroke.',
    ],
    [
      'names what is new beside what is less',
      'Decreased uptake in the liver metastases, but new bone metastasis at L2.',
      'See your doctor soon: cancer spread to the bone.',
    ],
    [
      'puts nothing in an organ that it lies behind',
      'Nodule behind the heart.',
      'To talk over with your doctor: small lump.',
    ],
    [
      'says that a clot is old',
      'Chronic DVT in the left popliteal vein.',
      'To talk over with your doctor: long-standing blood clot in a deep vein.',
    ],
    [
      'names what was found, not what the test may miss',
      'No acute stroke. A normal CT does not exclude acute infarct.',
      'Main point: no recent stroke seen.',
    ],
  ])('%s', (_, text, headline) => {
    expect(impression(text).headline).toBe(headline);
  });
});

describe('remarks on the test', () => {
  it.each([
    'Normal CT head. CT is insensitive for early ischemia.',
    'No fracture. Note that a scaphoid fracture may not be visible initially.',
    'No gallstones. Please note that ultrasound may miss small stones.',
    'No rib fracture. Nondisplaced rib fractures can be radiographically occult.',
    'Approximately 10% of breast cancers are not seen on mammography.',
  ])('%s', (text) => {
    expect(impression(text).tier).toBe('routine');
  });

  it('asks for no biopsy where a mammogram should not delay one', () => {
    const { tier, steps } = told(
      'MAMMOGRAM\nIMPRESSION: BI-RADS 1: Negative. A negative mammogram should not delay biopsy of a palpable mass.',
    );
    expect(tier).toBe('routine');
    expect(steps).toEqual([]);
  });
});

describe('what is there is not lost behind a denial', () => {
  it.each([
    ['no space behind a stop in capitals', 'NO PNEUMOTHORAX.ACUTE PULMONARY EMBOLISM.', 'emergency'],
    ['short forms in capitals', 'No MR. LV thrombus is present.', 'urgent'],
    [
      'the corrected words of an addendum',
      'No pulmonary embolism.\nADDENDUM: Impression should read: Acute pulmonary embolism.',
      'emergency',
    ],
    ['a strangulated hernia', 'Strangulated inguinal hernia.', 'emergency'],
    ['a bright artery', 'Hyperdense left MCA sign.', 'emergency'],
    ['what is to be ruled out', 'PE to be ruled out.', 'urgent'],
    [
      'what stands before a remark on the test',
      'Acute subdural hematoma, CT is insensitive for underlying ischemia.',
      'emergency',
    ],
    [
      'a fresh break beside an old repair',
      'Displaced right femoral neck fracture with left hip arthroplasty.',
      'emergency',
    ],
    ['a fresh break beside one that heals', 'Healing rib fractures and acute right hip fracture.', 'emergency'],
    ['a joint with a hurt nerve', 'Anterior shoulder dislocation with axillary nerve injury.', 'emergency'],
    ['a torn graft', 'ACL graft is torn.', 'soon'],
  ])('%s', (_, text, tier) => {
    expect(impression(text, 'ECHO').tier).toBe(tier);
  });
});

describe('what is not there, is over or is expected is no alarm', () => {
  it.each([
    ['a disease whose name begins with a number', 'No lytic lesions to suggest multiple myeloma.', 'reassuring'],
    ['a gap in "no"', 'There is n o fracture.', 'reassuring'],
    ['ruled out without a verb', 'Ectopic pregnancy ruled out.', 'reassuring'],
    ['a break that heals', 'Healing distal radius fracture in stable alignment.', 'routine'],
    ['an operated break', 'Right total hip arthroplasty performed for femoral neck fracture.', 'soon'],
    ['a joint that was set', 'Previously seen dislocation has been reduced.', 'soon'],
    ['a hole in a cartilage', 'TFCC central perforation, degenerative.', 'soon'],
    ['air after an operation', 'Postoperative free air, expected.', 'routine'],
    ['a bulge without a leak', 'Stable AAA 3.4 cm without leak.', 'soon'],
    ['bleeding that has stopped', 'Active bleeding has stopped.', 'reassuring'],
    ['a category that nothing has', 'LR-M: none.', 'routine'],
    ['a little narrow heart artery', 'Minimal stenosis of the LAD.', 'soon'],
    ['nobody to call', 'No acute abnormality.\nCRITICAL RESULT: None.', 'reassuring'],
  ])('%s', (_, text, tier) => {
    const { tier: own, calls } = impression(text);
    expect([own, calls]).toEqual([tier, 0]);
  });

  it('says nothing of change where one is less and the other more', () => {
    expect(impression('Right pleural effusion has decreased and left pleural effusion has increased.').changes).toEqual(
      [null],
    );
  });

  it("calls no organ of a baby the reader's", () => {
    expect(impression('Hypoplastic left heart.', 'OBSTETRIC ULTRASOUND').items).toEqual([
      'The left heart is smaller than usual from birth.',
    ]);
  });

  it('asks for no scan where another report is pointed to', () => {
    expect(impression('No PE. Please see separately dictated CT abdomen report.').steps).toEqual([]);
  });

  it('names what needs no further step', () => {
    expect(impression('Simple renal cyst. No follow-up is needed. 5 cm AAA.').steps).toEqual([
      'The report says no further step is needed for the simple fluid-filled sac in the kidney.',
    ]);
  });
});
