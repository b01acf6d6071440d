/** What readers who tried to break the explanations found: a denial that reached too far, or not far enough, and what it says now. */
import { describe, expect, it } from 'vitest';
import { told } from './support/told.ts';

const impression = (text: string) => told(`IMPRESSION: ${text}`);

describe('a list that a denial opens', () => {
  it.each([
    ['ends before what has a side', 'No hemothorax, rib fractures 4-6 left.', 'rib-fracture', 'present'],
    [
      'ends before what has a place with a side',
      'No midline shift, acute infarct left cerebellum.',
      'acute-infarct',
      'present',
    ],
    [
      'ends before what has a grade',
      'No liver laceration, grade II splenic laceration.',
      'splenic-laceration',
      'present',
    ],
    ['is closed by its "or"', 'No hydronephrosis or stones, appendicitis.', 'appendicitis', 'present'],
    [
      'is closed by its "or" behind commas',
      'No free gas, free fluid or collection, acute pancreatitis.',
      'pancreatitis',
      'present',
    ],
    ['goes on to its "or"', 'No mass, hemorrhage, or infarct.', 'infarct', 'absent'],
    ['goes on where "or" joins what describes', 'No acute or chronic infarct, hemorrhage.', 'hemorrhage', 'absent'],
    ['goes on without one where nothing is told of the last', 'No pneumothorax, effusion.', 'effusion', 'absent'],
  ])('%s', (_, text, concept, presence) => {
    expect(impression(text).presence[concept]).toBe(presence);
  });

  it('is told as a sentence of its own, apart from what is there', () => {
    expect(impression('No pneumothorax, decreased right effusion.').items[0]).toBe(
      'There is no air outside the lung. Fluid build-up on the right is decreased.',
    );
    expect(impression('No perforation, inflamed appendix.').items[0]).toBe(
      'There is no hole or tear. There is an inflamed appendix.',
    );
  });
});

describe('"non"', () => {
  it.each([
    ['Acute non-perforated appendicitis.', 'perforated-appendicitis', 'appendicitis'],
    ['Non-tension pneumothorax.', 'tension-pneumothorax', 'pneumothorax'],
    ['Non perforated diverticulitis.', 'perforated-diverticulitis', 'diverticulitis'],
  ])('takes its word from what is named: %s', (text, not, named) => {
    const { presence } = impression(text);
    expect(presence[not]).toBeUndefined();
    expect(presence[named]).toBe('present');
  });

  it('loses no fracture', () => {
    expect(impression('Non-displaced fracture of the sternum.').presence['sternal-fracture']).toBe('present');
  });
});

describe('what is asked about', () => {
  it.each([
    ['No cause for cauda equina syndrome found.', 'cauda-equina-compression'],
    ['Nothing to account for a cauda equina syndrome.', 'cauda-equina-compression'],
  ])('is not there because its cause was not found: %s', (text, concept) => {
    expect(impression(text).presence[concept]).toBe('hypothetical');
  });

  it.each([
    ['US TESTES\n?torsion ?tumor\nNormal testes. No torsion.'],
    ['CTPA\n?PE ?dissection\nNo PE. No dissection.'],
    ['US NECK\nRecurrence?\nNo recurrence seen.'],
    ['XR HIP\nFall ?#NOF\nNo fracture.'],
  ])('in a line of its own above what was seen is no finding: %s', (text) => {
    expect(['reassuring', 'routine']).toContain(told(text).tier);
  });
});

describe('a part of them', () => {
  it.each([
    ['One of two pneumothoraces has resolved.', 'pneumothorax'],
    ['All but one of the clots have resolved.', 'thrombus'],
    ['The larger of the two abscesses has resolved.', 'abscess'],
    ['Not all of the collection has been drained.', 'fluid-collection'],
  ])('that is gone leaves the rest: %s', (text, concept) => {
    const { presence, tier } = impression(text);
    expect(presence[concept]).toBe('present');
    expect(tier).not.toBe('reassuring');
  });
});

describe('how a denial is told', () => {
  it.each([
    ['Pneumothorax no longer visible.', 'Air outside the lung is no longer visible.'],
    ['No thyroid nodule meets criteria for FNA.', 'No lump in the thyroid gland meets rules for a thin-needle sample.'],
  ])('%s', (text, sentence) => {
    expect(impression(text).items[0]).toBe(sentence);
  });

  it('is never opened with "There is" before the thing it denies', () => {
    for (const text of ['Free gas - nil.', 'Pneumothorax no longer seen.'])
      expect(impression(text).items[0]).not.toMatch(/^There is/);
  });

  it('holds where it is said twice', () => {
    expect(impression('There is no, I repeat no, pneumothorax.').presence.pneumothorax).toBe('absent');
  });

  it('is reserved where the radiologist only thinks so', () => {
    const { presence, tier } = impression('I do not think there is a perforation.');
    expect(presence.perforation).toBe('possible');
    expect(tier).not.toBe('reassuring');
  });
});

describe('"without … will"', () => {
  it('denies nothing that would come about', () => {
    expect(impression('Without drainage the empyema will not settle.').presence.empyema).toBe('present');
    expect(impression('Kidney stone without hydronephrosis.').presence.hydronephrosis).toBe('absent');
  });
});

describe('a report whose only heading leads up to what was seen', () => {
  it.each([
    ['CT CHEST\nComparison: None. Right tension pneumothorax with mediastinal shift.'],
    ['CT HEAD\nTechnique: unenhanced. Acute right extradural hematoma 2 cm.'],
    ['CT CHEST\nIndication: ?PE. Saddle PE with RV strain.'],
  ])('loses no emergency: %s', (text) => {
    expect(told(text).tier).toBe('emergency');
  });

  it('stays a request where nothing else is told', () => {
    expect(told('CT HEAD\nClinical history: fall. IMPRESSION: No bleed.').tier).toBe('reassuring');
  });
});

describe('what is named and not said to be there', () => {
  it.each([
    ['a shadow that only looks so', 'Apparent right pneumothorax represents a skin fold.', 'pneumothorax', 'absent'],
    [
      'what it was once taken for',
      'The lesion reported as metastasis is in retrospect a hemangioma.',
      'metastasis',
      'absent',
    ],
    [
      'what it turned out to be',
      'The lesion reported as metastasis is in retrospect a hemangioma.',
      'hemangioma',
      'present',
    ],
    ['what the request says', 'Request form states suspected appendicitis.', 'appendicitis', 'hypothetical'],
    ['a pathway called after it', 'Patient is on the aneurysm surveillance pathway.', 'aneurysm', 'hypothetical'],
    ['what was named and proven', 'Mass reported as carcinoma, biopsy proven.', 'carcinoma', 'present'],
    [
      'what was named and later proven',
      'Lesion characterized as adenocarcinoma, proven by biopsy.',
      'carcinoma',
      'present',
    ],
    [
      'what a better test would show more of',
      'MRI would be better for evaluating the liver mass.',
      'liver-mass',
      'present',
    ],
    [
      'what stands beside a shadow',
      'There is a pneumothorax and the possible nodule is the nipple shadow.',
      'pneumothorax',
      'present',
    ],
    ['an enlarged node by two letters', 'No LAD or effusion.', 'lymphadenopathy', 'absent'],
    ['an artery by the same letters', 'No LAD stenosis.', 'coronary-stenosis', 'absent'],
    ['what is not supported', 'Suspected appendicitis is not supported.', 'appendicitis', 'possible'],
    ['what a treatment is for', 'Started on heparin for possible PE.', 'pulmonary-embolism', 'possible'],
    ['what a scan is for', 'CT for suspected PE.', 'pulmonary-embolism', 'possible'],
    ['what is still to go', 'Pending resolution of the effusion.', 'effusion', 'present'],
    ['a tear of what is known', 'No AAA rupture.', 'ruptured-abdominal-aortic-aneurysm', 'absent'],
  ])('%s', (_, text, concept, presence) => {
    expect(impression(text).presence[concept]).toBe(presence);
  });

  it('asks for nothing that "continued" only describes', () => {
    expect(impression('Continued elevation of the left hemidiaphragm.').steps).toEqual([]);
    expect(impression('Continued mammographic surveillance.').steps).toHaveLength(1);
  });
});

describe('what two more readers found', () => {
  it.each([
    ['an enlarged node by its short form', 'No mediastinal LAD.', 'mediastinal-lymphadenopathy', 'absent'],
    ['a label that excludes nothing', 'Not excluded: small pneumothorax.', 'pneumothorax', 'possible'],
    [
      'a cover of the brain, not of the belly',
      'Leptomeningeal carcinomatosis.',
      'leptomeningeal-metastasis',
      'present',
    ],
    [
      'a new break of an old one',
      'Acute on chronic compression fracture of T12.',
      'acute-on-chronic-compression-fracture',
      'present',
    ],
    ['weak pumping as a predicate', 'LVEF is severely reduced.', 'severely-reduced-ejection-fraction', 'present'],
    ['a wall, not an artery', 'Atrial septal aneurysm.', 'atrial-septal-aneurysm', 'present'],
    ['a shadow that went away', 'The asymmetry does not persist on spot compression.', 'breast-asymmetry', 'absent'],
    ['the place of a clot', 'No above knee DVT.', 'above-knee-dvt', 'absent'],
    [
      'a piece of bone, not of the ear',
      'Well corticated ossicle below the medial malleolus.',
      'os-accessory',
      'present',
    ],
    ['a British break with its side', '# R NOF, displaced.', 'hip-fracture', 'present'],
  ])('%s', (_, text, concept, presence) => {
    expect(impression(text).presence[concept]).toBe(presence);
  });

  it('asks for no scan and no visit that the report does not', () => {
    expect(impression('Emergent CT surgery consult.').steps).toEqual([
      'The report asks for a visit with a chest and heart surgeon right away.',
    ]);
    expect(impression('Evaluation for PE is limited by respiratory motion; no central PE.').steps).toEqual([]);
  });

  it('tells what is unlikely as such, and short lines in capitals in small letters', () => {
    expect(impression('PE unlikely.').items[0]).toBe('A blood clot in the lung is unlikely.');
    expect(impression('NO ACUTE FINDINGS.').items[0]).toBe('There are no recent findings.');
    expect(impression('No hydrocephalus.').items[0]).toBe('There is no fluid build-up in the brain spaces.');
  });
});

describe('what says where another thing is', () => {
  it.each([
    ['Abscess near the mass is not seen.', 'abscess', 'absent', 'mass'],
    ['A mass near the cyst is excluded.', 'mass', 'absent', 'cyst'],
    ['No fluid adjacent to the cyst.', 'fluid', 'absent', 'cyst'],
    ['A small hematoma next to the infarct cannot be excluded.', 'hematoma', 'possible', 'infarct'],
    ['Possible edema around the tumor.', 'edema', 'possible', 'tumor'],
    ['Edema around the tumor is unlikely.', 'edema', 'possible', 'tumor'],
  ])('%s', (text, thing, presence, other) => {
    expect(impression(text).presence).toMatchObject({ [thing]: presence, [other]: 'present' });
  });

  it('a doubt behind it is of the thing itself', () => {
    expect(impression('A fracture near the joint cannot be excluded.').presence.fracture).toBe('possible');
    expect(impression('A 2 mm stone near the ampulla could be missed.').presence.stone).toBe('possible');
  });
});
