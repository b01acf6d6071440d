/** What a reader of whole reports found: a choice told as a finding, a step of no one, a size or a number that moved, a headline that passed over. */
import { describe, expect, it } from 'vitest';
import { told } from './support/told.ts';

const impression = (text: string) => told(`CT\n\nIMPRESSION: ${text}`);

describe('a letter for versus', () => {
  it.each([
    ['Abscess v tumour.', 'There is a pocket of pus or a growth.'],
    ['Pneumonia v infarct.', 'There is lung infection or damage from lack of blood.'],
    ['SCAR V RECURRENCE.', 'There is a scar or return of a disease.'],
  ])('leaves %s open', (text, sentence) => {
    const { items, presence } = impression(text);
    expect(items).toEqual([sentence]);
    expect(new Set(Object.values(presence))).toEqual(new Set(['possible']));
  });
  it('holds for three', () => {
    const { presence } = impression('Liver lesion: adenoma v FNH v HCC.');
    expect(presence).toMatchObject({ 'hepatocellular-carcinoma': 'possible', adenoma: 'possible' });
  });
  it.each([
    ['Grade V splenic laceration.', 'splenic-laceration'],
    ['Segment V haemangioma.', 'hemangioma'],
    ['HCC in segment IV/V.', 'hepatocellular-carcinoma'],
    ['There is a v small right effusion.', 'effusion'],
    ['Level V lymphadenopathy.', 'lymphadenopathy'],
  ])('is none in "%s"', (text, concept) => {
    expect(impression(text).presence[concept]).toBe('present');
  });
});

describe('a step that is not needed for the rest', () => {
  it('is not told of what was named before', () => {
    const { steps } = impression('TR5 nodule. FNA is recommended. The remaining nodules need no follow-up.');
    expect(steps).toEqual([
      'The report asks for a thin-needle sample.',
      'The report says no further step is needed for the rest (small lump).',
    ]);
  });
  it('is not told of the one thing that is left out', () => {
    expect(impression('Other than the cyst, no follow-up is needed.').steps).toEqual([
      'The report says no further step is needed for this.',
    ]);
  });
  it('is told of the thing for which no other test is needed', () => {
    expect(impression('No other imaging is needed for the liver cyst.').steps).toEqual([
      'The report says no further scan is needed for the fluid-filled sac in the liver.',
    ]);
  });
  it('is told of a thing that stands alone', () => {
    expect(impression('Liver cyst, no follow-up needed.').steps).toEqual([
      'The report says no further step is needed for the fluid-filled sac in the liver.',
    ]);
  });
});

describe('no other test', () => {
  it.each([
    ['No other imaging is needed.', 'scan'],
    ['No other tests are required.', 'step'],
    ['No other scan is advised.', 'scan'],
    ['No other follow-up is needed.', 'step'],
  ])('%s → no further %s', (text, denied) => {
    expect(impression(text).steps).toEqual([`The report says no further ${denied} is needed for this.`]);
  });
  it('denies no step behind another denial', () => {
    expect(impression('No other lesion, MRI is advised.').steps).toEqual(['The report asks for an MRI scan.']);
    expect(impression('No other fracture; CT is recommended.').steps).toEqual(['The report asks for a CT scan.']);
  });
});

describe('a test of the same day', () => {
  it('is no step where something was seen on it', () => {
    expect(impression('Subarachnoid bleeding as on same-day CT.').steps).toEqual([]);
    expect(impression('The bleed was shown on urgent CT.').steps).toEqual([]);
  });
  it('is a step where it is advised', () => {
    expect(impression('Same-day CT is advised.').steps).toEqual(['The report asks for a CT scan right away.']);
  });
});

describe('a headline', () => {
  it('tells what a later note asks for, and not that all is well', () => {
    const { headline } = told(
      'CT HEAD\n\nADDENDUM: On second look an artery of the brain is too bright. CTA advised urgently.\n\nIMPRESSION: No acute intracranial abnormality.',
    );
    expect(headline).toBe('See your doctor soon: A CT scan of the blood vessels is advised at once.');
  });
  it('tells what the summary passes over where a statement names two things', () => {
    const { headline } = told(
      'CT ABDOMEN\n\nFINDINGS: There is a rim enhancing collection with free gas in the pelvis.\n\nIMPRESSION: No renal calculus.',
    );
    expect(headline).toContain('pocket of fluid');
  });
});

describe('a headline names what is amiss and not the tube beside it', () => {
  it.each([
    ['Catheter-related DVT of the right axillary vein.', 'See your doctor soon: blood clot in a deep vein'],
    ['Pacemaker lead with a vegetation.', 'See your doctor soon: growth on a heart valve'],
  ])('%s', (text, headline) => {
    expect(impression(text).headline).toContain(headline);
  });
  it('names the tube where that is what is amiss', () => {
    expect(impression('NG tube coiled in the oesophagus.').headline).toContain('stomach tube');
  });
});

describe('what an earlier film did not show', () => {
  it.each([
    ['Tuberosity fracture not appreciated on the pre-reduction film.', 'present'],
    ['Tuberosity fracture not seen.', 'absent'],
  ])('%s', (text, presence) => {
    expect(Object.values(impression(text).presence)).toEqual([presence]);
  });
});

describe('what is fine', () => {
  it('does not deny in the same words what was found', () => {
    const { normal } = told(
      'CT COLONOGRAPHY\n\nFINDINGS: There is a 9 mm polyp in the sigmoid. No tumour. Bladder normal.\n\nIMPRESSION: Sigmoid polyp.',
    );
    expect(normal).toEqual(['Your bladder is normal.']);
  });
  it('points to nothing that is not told beside it', () => {
    const { normal } = told(
      'CT TRAUMA\n\nFINDINGS: There is a liver laceration. No solid organ injury otherwise. Aorta normal.\n\nIMPRESSION: Liver laceration.',
    );
    expect(normal).toEqual(['Your main artery is normal.']);
  });
  it('keeps a denial of another thing', () => {
    const { normal } = told(
      'CT ABDOMEN\n\nFINDINGS: There is a gallstone. No fracture. No free fluid.\n\nIMPRESSION: Gallstone.',
    );
    expect(normal).toEqual(['There is no broken bone.', 'There is no free fluid.']);
  });
});

describe('how soon', () => {
  it.each([
    ['Peritonsillar abscess with airway narrowing.', 'emergency'],
    ['Peritonsillar abscess, airway patent.', 'urgent'],
    ['Parapharyngeal abscess compressing the airway.', 'emergency'],
    ['Urgent ENT 2WW.', 'urgent'],
    ['Cystic node - metastatic SCC must be excluded.', 'urgent'],
    ['EMVI negative.', 'reassuring'],
    ['EMVI positive.', 'urgent'],
    ['Aspiration: 12 ml pus aspirated.', 'routine'],
    ['Dense right MCA.', 'emergency'],
    ['The left MCA is hyperdense.', 'emergency'],
    ['The left MCA is not hyperdense.', 'reassuring'],
    ['No hyperdense right MCA.', 'reassuring'],
  ])('%s', (text, tier) => {
    expect(impression(text).tier).toBe(tier);
  });
});

describe('a size stays with what it is of', () => {
  it.each([
    ['Left kidney 10 cm normal cortex.', 'Your left kidney is 10 cm, with a normal outer layer.'],
    [
      'Nodule 2: 14 mm, solid, hypoechoic, punctate echogenic foci.',
      'Small lump 2: 14 mm, solid, darker than nearby tissue. There are dot-sized brighter spots.',
    ],
    [
      'Lung nodules: RLL 4 mm, LUL 6 mm.',
      'Small spots in the lung: in the lower part of the right lung, 4 mm, in the upper part of the left lung, 6 mm.',
    ],
    ['Impacted 38 and 48.', 'There are teeth stuck in the jaw (38 and 48).'],
    ['Left ICA less than 50% stenosis.', 'Your left main artery to the brain has less than a 50% narrowing.'],
  ])('%s', (text, sentence) => {
    expect(impression(text).items).toEqual([sentence]);
  });
});

describe('words of a report in their sense', () => {
  it.each([
    ['Drain tip lies remote from the collection.', 'The tip of a drain tube far from the pocket of fluid.'],
    ['Remote infarct.', 'There is old damage from lack of blood.'],
    ['Abscess felt unlikely given the scan.', 'A pocket of pus is thought unlikely given the scan.'],
    ['Appearances are worrying for a carcinoma.', 'Features are worrying for cancer.'],
    ['Appearances consistent with pneumonia.', 'This fits with lung infection.'],
    ['Pneumothorax no longer seen.', 'Air outside the lung is no longer seen.'],
    ['The nodules are no longer visible.', 'The small lumps are no longer visible.'],
    ['Moderate pulmonary hypertension.', 'There is moderately high blood pressure in the lungs.'],
    ['Severe IUGR.', 'There is a baby that grows far too slowly.'],
    [
      'Dilated LV with severely reduced function.',
      'Your widened lower left heart chamber has severely reduced function.',
    ],
    ['CVC tip in RA.', 'The tip of a thin tube in a large vein is in the upper right heart chamber.'],
    [
      'Distal ureter cannot be cleared.',
      'Your far-end tube from the kidney to the bladder cannot be shown to be clear.',
    ],
    ['Nil acute.', 'There is no new problem.'],
    ['Nil acute fracture.', 'There is no recently broken bone.'],
    [
      'Active on chronic sacroiliitis.',
      'There is active and long-standing inflammation of the joint between spine and hip bone.',
    ],
    [
      'The true lumen supplies the coeliac axis.',
      'Your true channel feeds the artery to the stomach, liver and spleen.',
    ],
    ['Orbital floor blow-out fracture.', 'There is a broken floor of the eye socket.'],
  ])('%s', (text, sentence) => {
    expect(impression(text).items).toEqual([sentence]);
  });
});

describe('what the person is asked to do', () => {
  it('names the emergency department', () => {
    expect(impression('Attend A&E if the pain is worse.').steps).toEqual([
      'The report asks for a visit with the emergency department, if the pain is worse.',
    ]);
  });
  it('is told once with what it waits for', () => {
    expect(impression('Lie flat pending surgical opinion.').steps).toEqual([
      'The report asks that you lie flat pending visit with a surgeon.',
    ]);
  });
});
