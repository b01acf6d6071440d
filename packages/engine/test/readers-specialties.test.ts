/** What readers found in reports of sub-specialties: signs behind short forms, veins in pairs, names that two joints share. */
import { describe, expect, it } from 'vitest';
import { english } from './support/english.ts';

const readOf = (text: string) => english().explain({ kind: 'text', text: `CT\nIMPRESSION: ${text}` });
const told = (text: string): string =>
  readOf(text)
    .items.flatMap(({ plain }) => plain.map((sentence) => sentence.text))
    .join(' ');
const presenceOf = (text: string, concept: string) =>
  readOf(text).reading.findings.find((finding) => finding.concept === concept)?.assertion.presence;

describe('a sign right behind a short form of staging answers it alone', () => {
  it.each([
    ['Low rectal cancer mrT2, EMVI-, MRF-.', 'absent'],
    ['mrT2 EMVI- MRF- low rectal cancer.', 'absent'],
    ['mrT3c EMVI-ve CRM clear.', 'absent'],
    ['mrT3c EMVI+ CRM+.', 'present'],
    ['Rectal cancer, EMVI+, CRM-.', 'present'],
    ['EMVI - not seen.', 'absent'],
  ])('%s', (text, presence) => expect(presenceOf(text, 'vein-invasion')).toBe(presence));
  it.each(['mrT2 EMVI- MRF- low rectal cancer.', 'Low rectal cancer EMVI -ve CRM -ve.'])(
    '%s leaves the growth',
    (text) => expect(presenceOf(text, 'rectal-cancer')).toBe('present'),
  );
  it('parts what stands without commas', () =>
    expect(told('Rectal cancer mrT3b, EMVI- CRM clear (6 mm).')).toContain('growth into the nearby veins: negative, '));
  it('is no hyphen of a longer word', () => expect(told('HER2-positive breast cancer.')).toContain('HER2-positive'));
});

describe('a vein that is blocked by a clot', () => {
  it.each([
    ['The left popliteal vein is thrombosed.', 'urgent'],
    ['Left popliteal vein is completely thrombosed.', 'urgent'],
    ['The portal vein is now thrombosed.', 'urgent'],
    ['The superior sagittal sinus is thrombosed.', 'emergency'],
    ['Left peroneal vein clotted.', 'urgent'],
    ['The popliteal vein is not thrombosed.', 'reassuring'],
    ['The pseudoaneurysm is now thrombosed.', 'routine'],
  ])('%s', (text, tier) => expect(readOf(text).urgency.tier).toBe(tier));
});

describe('veins that run in pairs are of one leg', () => {
  it('both of one leg', () =>
    expect(told('Thrombus in both peroneal veins.')).toBe(
      'There is a blood clot in both outer veins of the lower leg.',
    ));
  it('a vein that each leg has once is of both legs', () =>
    expect(told('Both popliteal veins are compressible.')).toContain('both knees'));
});

describe('one name in two joints', () => {
  it('the rim of a shoulder', () =>
    expect(presenceOf('Left shoulder: Perthes lesion of the labrum.', 'perthes-lesion')).toBe('present'));
  it('the hip of a child', () => expect(presenceOf('Perthes of the left hip.', 'perthes-disease')).toBe('present'));
});

describe('what is remote', () => {
  it.each([
    ['No new remote enhancement.', 'There is no new dye uptake elsewhere.'],
    ['Remote right cerebellar infarct.', 'There is an old stroke in the back lower part of the brain on the right.'],
  ])('%s', (text, sentence) => expect(told(text)).toBe(sentence));
  it('is no time of a spread', () => expect(told('No remote metastases.')).not.toContain('old'));
});

describe('short forms and words that another part of the body has too', () => {
  it.each([
    ['Left flail segment with haemopneumothorax, ICD required.', 'a drain tube in the chest is needed'],
    ['ICD in place, no pneumothorax.', 'heart rhythm device'],
    ['Left glottic mass, cord fixed.', 'vocal cord'],
    ['Cervical cord compression at C5, larynx normal.', 'spinal cord'],
    ['The left kidney drains promptly.', 'Your left kidney is emptying well.'],
    ['Two drains in the pelvis.', 'two drain tubes'],
  ])('%s', (text, words) => expect(told(text)).toContain(words));
});

describe('how soon', () => {
  it.each([
    ['Contained leak of the aorta.', 'emergency'],
    ['Right tube occluded distally with hydrosalpinx.', 'soon'],
    ['Active inflammatory small bowel disease of the terminal ileum.', 'soon'],
    ['Apical periodontitis 46.', 'soon'],
    ['BI-RADS R: 5 L: 2', 'urgent'],
    ['BI-RADS: R 4a / L 1.', 'urgent'],
    ['BI-RADS L 2, R 2.', 'routine'],
  ])('%s', (text, tier) => expect(readOf(text).urgency.tier).toBe(tier));
});

describe('a step with a condition or a reason behind it', () => {
  const steps = (text: string) => readOf(text).nextSteps.map((step) => step.text);
  it.each([
    [
      'Colonoscopy 6-8 wks after resolution if not done within past year.',
      'camera check of the large bowel 6 to 8 weeks after clearing, if not done',
    ],
    ['Repeat films in 10 days, since a normal film does not exclude a fracture.', 'another X-ray in 10 days'],
  ])('%s', (text, words) => expect(steps(text).join(' ')).toContain(words));
  it('a scan that was done asks for nothing', () => expect(steps('No change since a normal film in May.')).toEqual([]));
});

describe('a denial that stands alone before a list', () => {
  const impression = (lines: readonly string[]) =>
    english().explain({ kind: 'text', text: ['CT', '', 'IMPRESSION:', ...lines].join('\n') });
  const presences = (lines: readonly string[]) =>
    impression(lines).reading.findings.map(({ concept, assertion }) => `${concept} ${assertion.presence}`);

  it.each([
    [['No evidence of:', '- pulmonary embolism', '- aortic dissection', 'Small left effusion.']],
    [['Negative for:', '1. Pulmonary embolism', '2. Aortic dissection', '', 'Small left effusion.']],
    [['1. There is no:', '   - pulmonary embolism', '   - aortic dissection', '2. Small left effusion.']],
    [['Absent:', '- pulmonary embolism', '- aortic dissection', 'Present:', '- small left effusion']],
    [['The following were not found:', '- pulmonary embolism', '- aortic dissection', '', 'Small left effusion.']],
    [['No evidence of:', 'pulmonary embolism,', 'aortic dissection.', 'Small left effusion.']],
    [['Excluded: pulmonary embolism, aortic dissection.', 'Small left effusion.']],
    [['Negatives: pulmonary embolism, aortic dissection.', 'Small left effusion.']],
  ])('%j', (lines) => {
    const found = presences(lines);
    expect(found).toContain('pulmonary-embolism absent');
    expect(found).toContain('aortic-dissection absent');
    expect(found.some((entry) => /effusion present$/.test(entry))).toBe(true);
  });
  it('tells each line as denied', () =>
    expect(
      impression(['No evidence of:', '- PE', '- mass or midline shift']).items.flatMap(({ plain }) => plain),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ text: 'There is no blood clot in the lung.' }),
        expect.objectContaining({ text: 'There is no lump or shift of the brain to one side.' }),
      ]),
    ));
  it.each([
    [['Negatives:', '- Lungs clear', '- Heart normal'], 'Your lungs are clear.'],
    [['Positive for:', '- Pulmonary embolism'], 'There is a blood clot in the lung.'],
    [['No evidence of dissection.', '- Pulmonary embolism'], 'There is a blood clot in the lung.'],
    [['Pneumothorax: no', '- Pulmonary embolism'], 'There is a blood clot in the lung.'],
  ])('%j is not denied', (lines, sentence) =>
    expect(impression(lines).items.flatMap(({ plain }) => plain.map(({ text }) => text))).toContain(sentence),
  );
});

describe('two sides stay in the order of their figures', () => {
  it.each([
    ['The right and left adrenal nodules measure 12 and 24 mm respectively.', 'The right and left lumps'],
    ['The left and right adrenal nodules measure 24 and 12 mm respectively.', 'The left and right lumps'],
  ])('%s', (text, words) => expect(told(text)).toContain(words));
});

describe('deposits and lines that have moved', () => {
  it.each([
    ['Right adrenal deposit larger (31 mm, was 18).', 'urgent'],
    ['Calcium deposit in the adrenal gland.', 'routine'],
    ['PICC tip in the azygos vein.', 'urgent'],
    ['The PICC, formerly in the azygos, now ends in the SVC.', 'routine'],
  ])('%s', (text, tier) => expect(readOf(text).urgency.tier).toBe(tier));
});

describe('a break of a device is no broken bone', () => {
  it.each([
    ['Fracture of the IVC filter strut.', 'There is a broken vein filter.'],
    ['Stent fracture.', 'There is a broken stent.'],
    ['No fracture of the plate or screws.', 'There is no broken metal part.'],
    ['Lead fracture near the clavicle.', 'There is a broken heart device wire near the collarbone.'],
    ['No hardware loosening.', 'There is no loose metal part.'],
    ['Broken screw at L5.', 'There is a broken metal part at L5.'],
    ['Fractured left ventricular lead.', 'There is a broken heart device wire.'],
    ['Fracture through the screw hole of the tibia.', 'There is a break of the shin bone.'],
    ['Effusion no / pneumothorax yes', 'Fluid build-up: none. There is air outside the lung yes.'],
    ['PE neg, DVT pos.', 'A blood clot in the lung: negative, a blood clot in a deep vein positive.'],
    ['Neg for fracture.', 'Negative for a broken bone.'],
    ['The patient is not hypertensive.', 'You do not have high blood pressure.'],
    ['Disc compressing the cord.', 'There is pressure on the spinal cord.'],
    ['No disc compressing the cord.', 'There is no pressure on the spinal cord.'],
    ['Low risk of pathologic fracture.', 'There is a low risk that the bone breaks.'],
    [
      'CT positive for stroke, MRI to assess extent.',
      'A CT scan is positive for a stroke, an MRI scan to check extent.',
    ],
    ['Peri-implant fracture.', 'There is a broken bone next to an artificial joint.'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('a denied problem of a device is that problem alone', () => {
  it.each([
    ['No in-stent restenosis.', 'There is no narrowing inside a stent.'],
    ['No stent migration.', 'There is no stent that has moved.'],
    ['No lead displacement.', 'There is no heart device wire that has moved.'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('leaks', () => {
  it.each([
    ['Small contained leak at the anastomosis.', 'emergency'],
    ['Leak at the gastrojejunostomy.', 'emergency'],
    ['Small leak from the bladder dome.', 'urgent'],
    ['No leak.', 'reassuring'],
    ['Trivial valve leak.', 'soon'],
  ])('%s is %s', (text, tier) => expect(readOf(text).urgency.tier).toBe(tier));
  it('keep that they are held', () =>
    expect(told('Moderate contained leak at the gastrojejunostomy.')).toBe(
      'There is a moderate leak after surgery that stays in one place.',
    ));
});
