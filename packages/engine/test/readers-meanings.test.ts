/** What readers of odd reports found told in a wrong meaning: limits of a denial, what was put right, rates, what is expected, advice under a condition. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';
import { impression } from './support/impression.ts';

const tierOf = (text: string) => impression(text).urgency.tier;
const toldOf = (text: string) => impression(text).items.flatMap(({ plain }) => plain.map((one) => one.text));

describe('a denial that holds only for what was seen', () => {
  it.each([
    'No DVT in the visualized calf veins.',
    'No PE in the visualised lobar arteries.',
    'NO FRACTURE IN THE IMAGED SPINE.',
    'No pulmonary embolism to the extent seen.',
    'No stone as far as can be assessed.',
    'No clot in the veins that could be seen.',
    'Visualized portions of the liver show no lesion.',
    'The visualised bones are normal.',
  ])('reassures of no more, and its heading says so: %s', (text) => {
    expect(tierOf(text)).toBe('routine');
    expect(impression(text).headline.text).toMatch(/visible|seen|scanned|told/);
    expect(impression(text).headline.text).not.toMatch(/^Main point: no .* seen\.$/);
  });
  it.each([
    'No DVT.',
    'No visualised fracture.',
    'No visible rib or clavicle fracture.',
    'The liver is visualized and normal.',
    'No fracture is seen.',
  ])('the sight of the thing itself limits nothing: %s', (text) => expect(tierOf(text)).toBe('reassuring'));
  it('what is there in the part that was seen keeps its weight', () =>
    expect(tierOf('Acute pulmonary embolism in the visualized lobar artery.')).toBe('emergency'));
});

describe('what has been put right is none now', () => {
  it.each([
    'Intussusception reduced spontaneously.',
    'SUCCESSFUL PNEUMATIC REDUCTION OF THE INTUSSUSCEPTION.',
    'Post reduction of intussusception.',
    'Hip dislocation relocated, good position.',
    'Finger dislocation has been reduced.',
    'The pneumothorax has re-expanded.',
    'Torsion corrected at surgery.',
    'Volvulus detorsed.',
    'Hydrocephalus relieved.',
    'Bleeding controlled by coils.',
    'M1 occlusion recanalised.',
  ])('%s', (text) => expect(['soon', 'routine']).toContain(tierOf(text)));
  it.each([
    'Intussusception partially reduced.',
    'Intussusception could not be reduced.',
    'Attempted reduction of intussusception failed.',
    'Intussusception reduced, then recurred.',
    'Shoulder dislocation not reduced.',
    'Torsion not corrected.',
    'Pneumothorax not re-expanded.',
    'Bleeding not controlled.',
    'M1 occlusion partially recanalised.',
  ])('not where it is not: %s', (text) => expect(tierOf(text)).toBe('emergency'));
  it.each([
    ['Abscess successfully drained.', 'A pocket of pus was successfully drained.'],
    ['Foreign body retrieved.', 'An object that does not belong was taken out.'],
    ['Obstruction not relieved.', 'A blockage was not eased.'],
    ['Scar of a removed lump.', 'There is a scar of a removed lump.'],
  ])('what was done stands behind its thing: %s', (text, told) => expect(toldOf(text)).toEqual([told]));
});

describe('an organ that another statement says is diseased is not told as fine', () => {
  const fineOf = (findings: string, conclusion: string) =>
    english()
      .explain({ kind: 'text', text: `CT STUDY\n\nFINDINGS:\n${findings}\n\nIMPRESSION:\n${conclusion}\n` })
      .normal.map(({ text }) => text.replace('The report says: ', ''));
  it.each([
    ['The appendix is normal.', 'Acute appendicitis.'],
    ['Gallbladder normal.', 'Several gallstones in the gallbladder.'],
    ['ACL intact.', 'Complete ACL tear.'],
    ['Menisci are normal.', 'Tear of the lateral meniscus.'],
    ['Lungs are clear.', 'Nodule in the left lower lobe.'],
    ['The right kidney is normal.', 'Mass of the right kidney.'],
    ['No pleural effusion.', 'Small right pleural effusion.'],
  ])('%s | %s', (findings, conclusion) => expect(fineOf(findings, conclusion)).toEqual([]));
  it.each([
    ['The appendix is normal.', 'No appendicitis.'],
    ['The appendix is normal.', 'Previous appendicitis.'],
    ['The right kidney is normal.', 'Mass of the left kidney.'],
    ['The liver is normal in size.', 'Mass of the liver.'],
    ['Spleen normal.', 'Acute appendicitis.'],
    ['PCL intact.', 'Complete ACL tear.'],
  ])('but what is said of something else stays: %s | %s', (findings, conclusion) =>
    expect(fineOf(findings, conclusion)).toHaveLength(1),
  );
});

describe('a rate or a risk is not a finding', () => {
  it.each([
    ['Local recurrence rate 8%.', 'routine'],
    ['Perforation rate 1 in 2000.', 'routine'],
    ['Chance of cancer under 3%.', 'routine'],
    ['LIKELIHOOD OF MALIGNANCY LESS THAN 2%.', 'routine'],
    ['There is a 5 percent risk of stroke.', 'routine'],
    ['Probability of malignancy 15%.', 'soon'],
    ['Risk of malignancy above 90%.', 'urgent'],
  ])('%s', (text, tier) => {
    expect(tierOf(text)).toBe(tier);
    expect(impression(text).reading.findings.filter(({ assertion }) => assertion.presence === 'present')).toEqual([]);
  });
  it.each([
    ['Recurrence at the scar.', 'urgent'],
    ['High probability of pulmonary embolism.', 'emergency'],
    ['The likelihood of cancer is high.', 'urgent'],
  ])('but what is there stays: %s', (text, tier) => expect(tierOf(text)).toBe(tier));
  it('the rate is told as one', () =>
    expect(toldOf('Miscarriage rate 1%.')).toEqual(['Rate of loss of an early pregnancy 1%.']));
});

describe('what a report calls expected after an operation', () => {
  it.each([
    'Expected postoperative pneumocephalus.',
    'EXPECTED POSTOP FREE AIR.',
    'Pneumoperitoneum, expected after laparoscopy.',
    'Subcutaneous emphysema within expected limits.',
    'Small pneumothorax as expected after lobectomy.',
  ])('is not urgent: %s', (text) => expect(tierOf(text)).toBe('routine'));
  it.each([
    'Pneumocephalus, more than expected after surgery.',
    'More pneumoperitoneum than expected.',
    'Pneumoperitoneum, not expected so late after surgery.',
    'Expected course of the tube not seen, free air.',
    'Expected postoperative air with a large subdural hematoma.',
    'Expected postoperative changes with pulmonary embolism.',
    'Pneumothorax larger than expected.',
    'Unexpected free air.',
  ])('more than that, or something else, is: %s', (text) => expect(['urgent', 'emergency']).toContain(tierOf(text)));
  it('more than expected is told so', () =>
    expect(toldOf('Pneumothorax larger than expected.')).toEqual([
      'There is air outside the lung larger than expected.',
    ]));
});

describe('advice for the case that something happens is no emergency', () => {
  it.each([
    'Discharged with advice to attend ED if worse.',
    'SAFETY NET: ATTEND A&E IF UNWELL.',
    'Advised to go to the emergency department if symptoms worsen.',
    'Sent home, to return to ED should fever develop.',
    'Will go to ED in case of bleeding.',
  ])('%s', (text) => expect(tierOf(text)).toBe('routine'));
  it.each([
    'Attend ED.',
    'Patient sent to ED.',
    'Go to the emergency department even if pain settles.',
    'Go to A&E now.',
  ])('without a condition it is: %s', (text) => expect(['urgent', 'emergency']).toContain(tierOf(text)));
});

describe('a step says what is asked for', () => {
  const stepsOf = (text: string) => impression(text).nextSteps.map((step) => step.text);
  it.each([
    ['Recommend chest drain.', ['The report asks for a drain tube in the chest.']],
    ['Consider IVC filter.', ['Your doctor may think about a filter in the large vein.']],
    ['Aspirate if painful.', ['The report asks for drawing of fluid or cells with a needle, if painful.']],
    ['Immediate admission.', ['The report asks for a stay in hospital right away.']],
    ['Admit under the surgeons.', ['The report asks for a stay in hospital, with a surgeon.']],
    ['NG tube should be removed.', ['The report asks for removal of the stomach tube.']],
    [
      'Recommend exchange of the nephrostomy.',
      ['The report asks for a change of the drain tube in the kidney for a new one.'],
    ],
    [
      'Plan: core biopsy of the mass and FNA of the node.',
      ['The report asks for a tissue sample (biopsy).', 'The report asks for a thin-needle sample.'],
    ],
  ])('%s', (text, steps) => expect(stepsOf(text)).toEqual(steps));
  it('to be admitted at once is an emergency', () => expect(tierOf('Immediate admission.')).toBe('emergency'));
});

describe('a number stays with its noun, and a sign is told plainly', () => {
  it.each([
    ['Fracture of rib 6.', 'There is a break of rib 6.'],
    ['RIB 7 FRACTURE.', 'There is a broken bone in rib 7.'],
    ['Caries in tooth 36.', 'There is tooth decay in tooth 36.'],
    ['Impacted tooth 48.', 'There is a tooth stuck in the jaw (tooth 48).'],
    ['Digit 5 fracture.', 'There is a broken bone in finger 5.'],
    ['Level 2 node 14 mm.', 'Your lymph node (level 2) is 14 mm.'],
    ['Right station 4 lymph node.', 'Your right lymph node (station 4).'],
    ['Two vessel cord.', 'There is a cord with an artery too few.'],
    ['Comb sign.', 'There is a row of wide vessels beside the bowel.'],
    ['Fractures of ribs 5, 6 and 7.', 'There are breaks of the ribs 5, 6 and 7.'],
  ])('%s', (text, told) => expect(toldOf(text)).toEqual([told]));
});

describe('what lies behind a denial, and what came of a procedure', () => {
  const foundIn = (text: string) =>
    impression(text).reading.findings.map(({ concept, assertion: { presence, temporality } }) => [
      concept,
      temporality === 'historical' ? 'past' : presence,
    ]);
  it.each([
    ['No pneumothorax, chest drain in situ.', 'chest-tube'],
    ['No hydrocephalus, shunt catheter in good position.', 'ventriculoperitoneal-shunt'],
    ['NO HYDRONEPHROSIS, URETERIC STENT IN PLACE.', 'ureteral-stent'],
  ])('a tube that is in its place is there: %s', (text, device) => {
    expect(foundIn(text)).toContainEqual([device, 'present']);
    expect(toldOf(text)).toHaveLength(2);
  });
  it.each([
    ['No stone, stent or hydronephrosis.', 'stent'],
    ['No pneumothorax or chest tube in place.', 'chest-tube'],
  ])('but not one of a list that is denied: %s', (text, device) =>
    expect(foundIn(text)).toContainEqual([device, 'absent']),
  );
  it.each([
    ['Post biopsy pneumothorax, small.', 'pneumothorax', 'urgent'],
    ['Post ERCP pancreatitis.', 'pancreatitis', 'urgent'],
    ['POST LP EPIDURAL HEMATOMA.', 'epidural-hematoma', 'emergency'],
    ['Post fall fracture of the hip.', 'hip-fracture', 'emergency'],
  ])('what came of it is there now: %s', (text, finding, tier) => {
    expect(foundIn(text)).toContainEqual([finding, 'present']);
    expect(tierOf(text)).toBe(tier);
  });
  it.each([
    ['Post resection of meningioma.', 'meningioma'],
    ['Post acute stroke.', 'acute-infarct'],
    ['Post left hip fracture.', 'hip-fracture'],
    ['Post colectomy for cancer.', 'malignancy'],
  ])('what it was done for is past: %s', (text, finding) => expect(foundIn(text)).toContainEqual([finding, 'past']));
  it.each([
    ['Reduced flow in the left testis.', 'urgent'],
    ['Cervix 19 mm with funneling.', 'urgent'],
    ['Estimated fetal weight 4th centile.', 'soon'],
    ['Estimated fetal weight 44th centile.', 'routine'],
    ['Retained products cannot be excluded.', 'urgent'],
  ])('how soon: %s', (text, tier) => expect(tierOf(text)).toBe(tier));
  it.each([
    ['Nil fracture.', 'There is no broken bone.'],
    [
      'Joint effusion raises concern for a hidden fracture.',
      'Fluid in the joint raises concern for a hidden broken bone.',
    ],
  ])('%s', (text, told) => expect(toldOf(text)).toEqual([told]));
});
